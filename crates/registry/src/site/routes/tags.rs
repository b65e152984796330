//! Tags that people give. Derived ones are written by whoever derives them.

use super::super::tags;
use super::REGISTER;
use crate::listing;
use crate::wire::today;
use ::store::Act;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct SetTags {
    /// All plain tags that the site bears from today on.
    pub tags: Vec<String>,
}

/// Makes the tags of a site from today on exactly these; what it bore before stays in the register.
#[utoipa::path(put, path = "/sites/{id}/tags", operation_id = "tags_set",
    params(("id" = String, Path,)), tag = "site",
    request_body = SetTags, responses((status = 204)))]
pub async fn set(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<SetTags>,
) -> Result<StatusCode, Problem> {
    let from = today(&app);
    let act = Act::by(caller.account, "sites.tag", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &REGISTER, id, &caller.scope)?;
            if tags::set_plain(tx, id, &wanted.tags, from)? {
                tx.note(id, "tagged", json!({ "tags": wanted.tags, "from": from }))?;
            }
            Ok(())
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
