//! Roles of accounts.

use super::super::accounts as making;
use super::super::store;
use super::accounts::{changeable, refuse_administrator, today};
use super::me::RoleName;
use ::store::{Act, Error};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Body, Caller, Listed, Problem};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
pub struct AddGrant {
    pub role: String,
    /// The body for which the role is held; none is the person's main body.
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
}

/// Gives an account a role from today on. The three administrators are made on the server only and stay apart.
#[utoipa::path(post, path = "/accounts/{id}/roles", operation_id = "grants_add",
    params(("id" = String, Path,)), tag = "identity",
    request_body = AddGrant, responses((status = 204)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<AddGrant>,
) -> Result<StatusCode, Problem> {
    refuse_administrator(&wanted.role)?;
    if caller.account == id {
        return Err(Reason::new("identity.own_account").into());
    }
    let (day, policy) = today(&app);
    let act = Act::by(caller.account, "accounts.grant", None);
    app.store
        .write(act, move |tx| {
            let account = changeable(tx, id, day)?;
            making::grant(tx, &policy, &account, &wanted.role, wanted.org, day)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a role from an account as of today.
#[utoipa::path(delete, path = "/accounts/{id}/roles/{grant}", operation_id = "grants_end",
    params(("id" = String, Path,), ("grant" = String, Path,)),
    tag = "identity", responses((status = 204)))]
pub async fn end(
    State(app): State<App>,
    caller: Caller,
    Path((id, grant)): Path<(Id, Id)>,
) -> Result<StatusCode, Problem> {
    let (day, _) = today(&app);
    let act = Act::by(caller.account, "accounts.ungrant", None);
    app.store
        .write(act, move |tx| {
            changeable(tx, id, day)?;
            if !store::end_grant(tx, id, grant, day)? {
                return Err(Error::NotFound);
            }
            tx.note(id, "role_ended", json!({ "grant": grant, "on": day }))
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Roles that the installed packs define.
#[utoipa::path(get, path = "/roles", operation_id = "roles_list", tag = "identity",
    responses((status = 200, body = Listed<RoleName>)))]
pub async fn roles(State(app): State<App>) -> Json<Listed<RoleName>> {
    let roles = app.env.policy.packs().flat_map(|pack| &pack.roles);
    let items: Vec<RoleName> = roles
        .map(|role| RoleName {
            id: role.id.clone(),
            title: role.title.clone(),
            title_en: role.title_en.clone(),
        })
        .collect();
    let count = i64::try_from(items.len()).ok();
    Json(Listed {
        items,
        next: None,
        count,
    })
}
