//! Activation of a pack by hand.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use mechanism::{App, Caller, Problem};
use store::Act;

/// Puts a pack in force from now on: its duties open by themselves, its tasks are issued.
/// Twice changes nothing.
#[utoipa::path(post, path = "/plans/{pack}/activate", operation_id = "plans_activate",
    params(("pack" = String, Path,)), responses((status = 204), (status = 404)))]
pub async fn activate(
    State(app): State<App>,
    caller: Caller,
    Path(pack): Path<String>,
) -> Result<StatusCode, Problem> {
    let env = app.env.clone();
    app.store
        .write(Act::by(caller.account, "plans.activate", None), move |tx| {
            crate::plans::activate(tx, &env, &pack)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
