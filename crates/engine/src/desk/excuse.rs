//! Excusing (免办): by name, with a reason, by right.

use crate::obligations::visible::visible;
use crate::trays;
use ::store::{Act, Error};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::reaction::Event;
use mechanism::version::IfMatch;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
pub struct Excuse {
    /// Why it need not be done; kept with the name of who excused it.
    pub reason: String,
}

/// Excuses an open obligation. The holder cannot excuse himself, and a reason is needed.
#[utoipa::path(post, path = "/obligations/{id}/excuse", operation_id = "obligations_excuse", request_body = Excuse,
    params(("id" = String, Path,)), responses((status = 204), (status = 404), (status = 412), (status = 422)))]
pub async fn excuse(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    seen: IfMatch,
    Body(body): Body<Excuse>,
) -> Result<StatusCode, Problem> {
    if body.reason.trim().is_empty() {
        return Err(Problem::invalid(Reason::new("obligations.reason_needed")));
    }
    let env = app.env.clone();
    let act = Act::by(caller.account, "obligations.excuse", None);
    app.store
        .write(act, move |tx| {
            let row = visible(tx, &caller, id)?;
            seen.check(row.revision)?;
            if caller.acts_as(row.holder) {
                return Err(Error::refused(Reason::new("obligations.own_excuse")));
            }
            if row.outcome.is_some() {
                return Err(Error::refused(Reason::new("obligations.ended.conflict")));
            }
            let (by, reason) = (caller.person, body.reason.trim());
            trays::end(tx, &env, id, "excused", Some(by), reason)?;
            tx.note(
                id,
                "excused",
                serde_json::json!({ "by": by, "reason": reason }),
            )?;
            let definition = row.definition;
            env.react(
                tx,
                &Event::Settled {
                    obligation: id,
                    definition,
                },
            )
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
