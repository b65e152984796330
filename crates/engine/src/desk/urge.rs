//! Urging (催办) whoever answers for an obligation.

use crate::ladders;
use crate::obligations::rules;
use crate::obligations::visible::visible;
use ::store::{Act, Error, Sql};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Urged {
    /// False where the person was urged today already.
    pub sent: bool,
}

/// Sends one reminder to the person who answers today, at most once a day and person; the entry names who urged.
#[utoipa::path(post, path = "/obligations/{id}/urge", operation_id = "obligations_urge",
    params(("id" = String, Path,)), responses((status = 200, body = Urged), (status = 404), (status = 422)))]
pub async fn urge(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<Urged>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "obligations.urge", None);
    let sent = app
        .store
        .write(act, move |tx| {
            let row = visible(tx, &caller, id)?;
            if !rules::is_open(rules::state(&row, tx.now())) {
                return Err(Error::refused(Reason::new("obligations.nothing_owed")));
            }
            ladders::urge(tx, &env, &row, caller.person)
        })
        .await?;
    Ok(Json(Urged { sent }))
}
