//! Taking back what was handed out.

use super::super::handing;
use crate::obligations::visible::visible;
use ::store::Act;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::version::IfMatch;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    /// Why; the one who was asked reads it.
    pub reason: String,
}

/// Withdraws what was handed out, with everything handed out of it. What was accepted before keeps counting.
#[utoipa::path(post, path = "/obligations/{id}/withdraw", operation_id = "obligations_withdraw",
    request_body = TakeBack, params(("id" = String, Path,)),
    responses((status = 204), (status = 404), (status = 409), (status = 412), (status = 422)))]
pub async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    seen: IfMatch,
    Body(wanted): Body<TakeBack>,
) -> Result<StatusCode, Problem> {
    let reason = wanted.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Problem::invalid(Reason::new("trays.reason_needed")));
    }
    let env = app.env.clone();
    let act = Act::by(caller.account, "trays.take_back", None);
    app.store
        .write(act, move |tx| {
            let child = visible(tx, &caller, id)?;
            seen.check(child.revision)?;
            handing::take_back(tx, &env, &caller, &child, &reason)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
