//! Confirmation of assumed parameters by name.

use super::packs::{PackBrief, brief};
use crate::plans::parameters::{self, Wanted};
use crate::plans::store as rows;
use axum::Json;
use axum::extract::{Path, State};
use kernel::reason::Reason;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use store::{Act, Error};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmParameters {
    /// The caller's own name, typed to confirm.
    pub confirm: String,
    /// Which ones; absent: all that still wait.
    pub parameters: Option<Vec<ParameterRef>>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterRef {
    pub clause: String,
    pub name: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ConfirmedView {
    /// How many were new.
    pub confirmed: usize,
    pub brief: PackBrief,
}

/// Confirms parameters that the pack assumes. Each is confirmed once; another value in a later version asks again.
#[utoipa::path(post, path = "/packs/{pack}/parameters/confirm", operation_id = "packs_confirm_parameters",
    params(("pack" = String, Path,)), request_body = ConfirmParameters,
    responses((status = 200, body = ConfirmedView), (status = 404), (status = 422)))]
pub async fn confirm(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ConfirmParameters>,
) -> Result<Json<ConfirmedView>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "plans.confirm_parameters", None);
    let view = app
        .store
        .write(act, move |tx| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            own_name(&caller, &wanted.confirm)?;
            let refs: Option<Vec<Wanted>> = wanted.parameters.as_ref().map(|list| {
                let each = list.iter().map(|one| Wanted {
                    clause: one.clause.clone(),
                    name: one.name.clone(),
                });
                each.collect()
            });
            let by = Some(caller.person);
            let confirmed = parameters::confirm(tx, pack, refs.as_deref(), by, &caller.name)?;
            let active = crate::duties::activations(tx)?;
            let all = rows::confirmed(tx, pack.id())?;
            Ok(ConfirmedView {
                confirmed,
                brief: brief(pack, &active, &all),
            })
        })
        .await?;
    Ok(Json(view))
}

/// What was typed to confirm must be the name of whoever is signed in.
pub fn own_name(caller: &Caller, typed: &str) -> store::Result<()> {
    if typed.trim() == caller.name {
        return Ok(());
    }
    Err(Error::refused(Reason::new("plans.not_your_name")))
}
