//! Evaluation of a finished task.

use crate::tasks::evaluate::{self, Judgement};
use crate::tasks::read;
use crate::tasks::view::{self, EvaluationView, Names, TaskRow};
use ::store::{Act, Sql};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Evaluate {
    /// Whether it fails.
    pub failed: bool,
    /// Why; a failure needs it.
    #[serde(default)]
    pub reason: String,
    /// Parties whose sign-off fails; absent means all that answer for the task.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub parties: Vec<Id>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Evaluated {
    pub evaluation: EvaluationView,
    pub row: TaskRow,
}

/// Evaluates a finished task. A failure takes the sign-off back: the task is open again, as late as it then is, and
/// carries the reason until it is signed off anew. Nobody evaluates what he answers for or signed off.
#[utoipa::path(post, path = "/tasks/{id}/evaluate", operation_id = "tasks_evaluate", request_body = Evaluate,
    params(("id" = String, Path,)), responses((status = 200, body = Evaluated), (status = 404), (status = 422)))]
pub async fn evaluate(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(body): Body<Evaluate>,
) -> Result<Json<Evaluated>, Problem> {
    let judgement = judgement(body)?;
    let env = app.env.clone();
    let act = Act::by(caller.account, "tasks.evaluate", None);
    let evaluated = app
        .store
        .write(act, move |tx| {
            let now = tx.now();
            read::visible(tx, &caller, id, now)?;
            let evaluation = evaluate::evaluate(tx, &env, &caller, id, &judgement)?;
            let found = read::visible(tx, &caller, id, now)?;
            let ids = found
                .parties
                .iter()
                .map(|party| party.party)
                .chain([evaluation.by]);
            let names = Names::look_up(tx, ids.collect())?;
            Ok(Evaluated {
                evaluation: view::evaluation(&evaluation, &names),
                row: view::row(&env, caller.language, now, &found, &names),
            })
        })
        .await?;
    Ok(Json(evaluated))
}

fn judgement(body: Evaluate) -> Result<Judgement, Problem> {
    let reason = body.reason.trim().to_owned();
    if body.failed && reason.is_empty() {
        return Err(Problem::invalid(Reason::new("tasks.reason_needed")));
    }
    Ok(Judgement {
        failed: body.failed,
        reason,
        parties: body.parties,
    })
}
