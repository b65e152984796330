//! Contesting what was filed for one's body, and deciding about it.

use crate::records::routes::visible;
use crate::satisfaction::{self, Verdict};
use ::store::{Act, Error};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::version::IfMatch;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contesting {
    /// What is not so.
    pub reason: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Settling {
    /// `stands`: it counts again; `falls`: it stays out.
    pub verdict: String,
    pub reason: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Contested {
    /// `contested`, or the state in which the decision leaves the record.
    pub state: String,
    /// Obligations that rested on it, or rest on it again.
    #[schema(value_type = Vec<String>)]
    pub obligations: Vec<Id>,
}

/// The body says that what was filed for it is not so. The record counts for nothing until whoever filed it files anew
/// (naming it in `supersedes`) or somebody above both decides.
#[utoipa::path(post, path = "/records/{id}/contest", operation_id = "records_contest", request_body = Contesting,
    params(("id" = String, Path,)),
    responses((status = 200, body = Contested), (status = 404), (status = 409), (status = 412), (status = 422)))]
pub async fn contest(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    seen: IfMatch,
    Body(body): Body<Contesting>,
) -> Result<Json<Contested>, Problem> {
    let reason = worded(&body.reason)?;
    let env = app.env.clone();
    let act = Act::by(caller.account, "records.contest", None);
    let obligations = app
        .store
        .write(act, move |tx| {
            let record = visible(tx, &caller, id)?;
            if !caller.acts_as(record.body) || record.filed_by == caller.person {
                return Err(Error::refused(Reason::new("records.not_your_name")));
            }
            seen.check(record.revision)?;
            satisfaction::contest(tx, &env, &record, caller.person, &reason)
        })
        .await?;
    Ok(Json(Contested {
        state: "contested".to_owned(),
        obligations,
    }))
}

/// Decides about a contested record. Neither the one who filed it nor the body that contests it decides.
#[utoipa::path(post, path = "/records/{id}/settle", operation_id = "records_settle", request_body = Settling,
    params(("id" = String, Path,)),
    responses((status = 200, body = Contested), (status = 404), (status = 409), (status = 412), (status = 422)))]
pub async fn settle(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    seen: IfMatch,
    Body(body): Body<Settling>,
) -> Result<Json<Contested>, Problem> {
    let reason = worded(&body.reason)?;
    let verdict = match body.verdict.as_str() {
        "stands" => Verdict::Stands,
        "falls" => Verdict::Falls,
        other => {
            let reason = Reason::new("records.unknown_verdict").with("verdict", other);
            return Err(Problem::invalid(reason));
        }
    };
    let env = app.env.clone();
    let act = Act::by(caller.account, "records.settle", None);
    let settled = app
        .store
        .write(act, move |tx| {
            let record = visible(tx, &caller, id)?;
            if caller.acts_as(record.body) {
                return Err(Error::refused(Reason::new("records.own_contest")));
            }
            seen.check(record.revision)?;
            let obligations =
                satisfaction::settle(tx, &env, &record, caller.person, verdict, &reason)?;
            let state = visible(tx, &caller, id)?.state;
            Ok(Contested { state, obligations })
        })
        .await?;
    Ok(Json(settled))
}

fn worded(reason: &str) -> Result<String, Problem> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Problem::invalid(Reason::new("records.reason_needed")));
    }
    Ok(reason.to_owned())
}
