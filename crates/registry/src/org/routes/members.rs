//! Members of committees.

use super::super::store;
use super::REGISTER;
use crate::listing;
use crate::party;
use crate::wire::today;
use ::store::{Act, Error};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct AddMember {
    #[schema(value_type = String)]
    pub member: Id,
    #[serde(default)]
    pub role: String,
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
}

/// Makes a body, post or person a member from a day on.
#[utoipa::path(post, path = "/orgs/{id}/members", operation_id = "members_add",
    params(("id" = String, Path,)), tag = "org",
    request_body = AddMember, responses((status = 204)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<AddMember>,
) -> Result<StatusCode, Problem> {
    let from = wanted.from.unwrap_or_else(|| today(&app));
    let act = Act::by(caller.account, "orgs.add_member", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &REGISTER, id, &caller.scope)?;
            store::by_id(tx, id)?.ok_or(Error::NotFound)?;
            party::store::kind_of(tx, wanted.member)?.ok_or(Error::NotFound)?;
            if party::store::add_member(tx, id, wanted.member, &wanted.role, from)? {
                let body = json!({ "member": wanted.member, "role": wanted.role, "from": from });
                tx.note(id, "member_added", body)?;
            }
            Ok(())
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends a membership as of today.
#[utoipa::path(delete, path = "/orgs/{id}/members/{member}", operation_id = "members_end",
    params(("id" = String, Path,), ("member" = String, Path,)),
    tag = "org", responses((status = 204)))]
pub async fn end(
    State(app): State<App>,
    caller: Caller,
    Path((id, member)): Path<(Id, Id)>,
) -> Result<StatusCode, Problem> {
    let on = today(&app);
    let act = Act::by(caller.account, "orgs.end_member", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &REGISTER, id, &caller.scope)?;
            if !party::store::end_member(tx, id, member, on)? {
                return Err(Error::NotFound);
            }
            tx.note(id, "member_ended", json!({ "member": member, "on": on }))
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
