//! Activation by name: a dated act that stands in the ledger.

use super::packs::{ActView, act};
use super::parameters::own_name;
use crate::plans::activation::{self, Asked};
use axum::Json;
use axum::extract::{Path, State};
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use store::{Act, Error};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivatePack {
    /// Day from which it is in force; today, or a later one.
    #[schema(value_type = String)]
    pub on: Day,
    /// The caller's own name, typed to confirm.
    pub confirm: String,
    /// Running obligations of changed duties are withdrawn and opened again; the preview lists them.
    #[serde(default)]
    pub recut: bool,
}

/// Puts a pack in force on a day: its duties open by themselves, its tasks are issued. What would double running
/// obligations is refused by name.
#[utoipa::path(post, path = "/packs/{pack}/activate", operation_id = "packs_activate",
    params(("pack" = String, Path,)), request_body = ActivatePack,
    responses((status = 200, body = ActView), (status = 404), (status = 409), (status = 422)))]
pub async fn activate(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ActivatePack>,
) -> Result<Json<ActView>, Problem> {
    let env = app.env.clone();
    let done = app
        .store
        .write(Act::by(caller.account, "plans.activate", None), move |tx| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            own_name(&caller, &wanted.confirm)?;
            let asked = Asked {
                on: wanted.on,
                recut: wanted.recut,
                confirmed_as: caller.name.clone(),
                by: Some(caller.person),
            };
            activation::ask(tx, &env, pack, &asked)
        })
        .await?;
    Ok(Json(act(done)))
}
