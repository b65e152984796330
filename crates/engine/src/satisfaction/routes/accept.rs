//! Acceptance (接收) and return for correction (退回补正) by whoever a record was submitted to.

use crate::records::routes::visible;
use crate::satisfaction::{self, Asked, Return};
use ::store::Act;
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptRecord {
    /// One obligation of several for which the record waits; absent: all that wait for the caller.
    #[schema(value_type = Option<String>)]
    pub obligation: Option<Id>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AcceptedView {
    /// Obligations for which the record counts now.
    #[schema(value_type = Vec<String>)]
    pub counts_for: Vec<Id>,
    /// Obligations for which the next one has yet to decide.
    #[schema(value_type = Vec<String>)]
    pub awaiting: Vec<Id>,
}

/// Takes what was submitted to a party of the caller. It counts from the time at which it was put there, however long
/// the decision took. Who filed it, or decided about it before, cannot.
#[utoipa::path(post, path = "/records/{id}/accept", operation_id = "records_accept", request_body = AcceptRecord,
    params(("id" = String, Path,)),
    responses((status = 200, body = AcceptedView), (status = 404), (status = 409), (status = 422)))]
pub async fn accept(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<AcceptRecord>,
) -> Result<Json<AcceptedView>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "records.accept", None);
    let matched = app
        .store
        .write(act, move |tx| {
            visible(tx, &caller, id)?;
            let asked = Asked {
                record: id,
                obligation: wanted.obligation,
            };
            satisfaction::accept(tx, &env, &caller, &asked)
        })
        .await?;
    Ok(Json(AcceptedView {
        counts_for: matched.counts_for,
        awaiting: matched.awaiting,
    }))
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnRecord {
    /// Fields of the form, or words, one thing each.
    #[serde(default)]
    pub missing: Vec<String>,
    pub reason: String,
    /// One obligation of several for which the record waits; absent: all that wait for the caller.
    #[schema(value_type = Option<String>)]
    pub obligation: Option<Id>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReturnedView {
    /// Obligations to which it goes back.
    #[schema(value_type = Vec<String>)]
    pub obligations: Vec<Id>,
}

/// Returns what was submitted, by the holder's approver or by the receiver, and says what is missing. The submission
/// stays in sight; a correction that supersedes it before the correction clock ends keeps the first time.
#[utoipa::path(post, path = "/records/{id}/return", operation_id = "records_return", request_body = ReturnRecord,
    params(("id" = String, Path,)),
    responses((status = 200, body = ReturnedView), (status = 404), (status = 409), (status = 422)))]
pub async fn give_back(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<ReturnRecord>,
) -> Result<Json<ReturnedView>, Problem> {
    let missing: Vec<String> = wanted
        .missing
        .iter()
        .map(|one| one.replace(['\n', '\r'], " ").trim().to_owned())
        .filter(|one| !one.is_empty())
        .collect();
    let reason = wanted.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Problem::invalid(Reason::new("records.return_reason")));
    }
    let env = app.env.clone();
    let act = Act::by(caller.account, "records.return", None);
    let obligations = app
        .store
        .write(act, move |tx| {
            visible(tx, &caller, id)?;
            let asked = Asked {
                record: id,
                obligation: wanted.obligation,
            };
            let wanted = Return {
                missing: missing.clone(),
                reason: reason.clone(),
            };
            satisfaction::give_back(tx, &env, &caller, &asked, &wanted)
        })
        .await?;
    Ok(Json(ReturnedView { obligations }))
}
