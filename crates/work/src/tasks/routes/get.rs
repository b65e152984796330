//! One task with everything behind it.

use crate::tasks::read::{self, Standing};
use crate::tasks::store as rows;
use crate::tasks::timeline::{self, Event};
use crate::tasks::view::{self, EvaluationView, MilestoneView, Names, TaskPartyView, TaskRow};
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::view::RecordBrief;
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct TaskView {
    pub row: TaskRow,
    /// Who demands it, in words.
    pub issuer: String,
    /// Form by which it is signed off.
    pub form: String,
    /// Each party with its own state and clock, those who guard first.
    pub parties: Vec<TaskPartyView>,
    pub milestones: Vec<MilestoneView>,
    /// Latest first.
    pub evaluations: Vec<EvaluationView>,
    /// Every record about the task, rejected ones too.
    pub records: Vec<RecordBrief>,
    pub timeline: Vec<Event>,
    /// Tasks below it that the caller may see.
    pub children: Vec<TaskRow>,
    /// Whether the caller may evaluate it now.
    pub may_evaluate: bool,
}

/// One task: its parties with their own states, milestones, sign-offs, evaluations and what happened when.
#[utoipa::path(get, path = "/tasks/{id}", operation_id = "tasks_get", params(("id" = String, Path,)),
    responses((status = 200, body = TaskView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<TaskView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let found = read::visible(sql, &caller, id, now)?;
            let evaluations = rows::evaluations(sql, id)?;
            let records = timeline::records(sql, &found)?;
            let mut ids: Vec<Id> = found.parties.iter().map(|party| party.party).collect();
            ids.extend(
                evaluations
                    .iter()
                    .flat_map(|one| one.parties.iter().copied().chain([one.by])),
            );
            ids.extend(
                records
                    .iter()
                    .flat_map(|record| [record.body, record.filed_by]),
            );
            let names = Names::look_up(sql, ids)?;
            let mut parties = Vec::new();
            for party in &found.parties {
                parties.push(view::party(sql, now, &names, party)?);
            }
            let mut briefs = Vec::new();
            for record in &records {
                briefs.push(engine::obligations::view::brief(sql, &env, record)?);
            }
            let below = read::Filter {
                parent: Some(id),
                ..read::Filter::default()
            };
            let children = read::all(sql, &caller, &below, now)?;
            Ok(TaskView {
                row: view::row(&env, caller.language, now, &found, &names),
                issuer: env
                    .policy
                    .pack(&found.task.pack)
                    .map(|pack| pack.header.issuer.clone())
                    .unwrap_or_default(),
                form: found.task.form.clone(),
                parties,
                milestones: view::milestones(&found, now),
                evaluations: evaluations
                    .iter()
                    .map(|one| view::evaluation(one, &names))
                    .collect(),
                records: briefs,
                timeline: timeline::events(&found, &records, &evaluations, &names),
                children: view::rows(sql, &env, &caller, now, &children)?,
                may_evaluate: may_evaluate(&caller, &found),
            })
        })
        .await?;
    Ok(Json(view))
}

fn may_evaluate(caller: &Caller, found: &Standing) -> bool {
    let own = found
        .parties
        .iter()
        .any(|party| party.role.is_responsible() && caller.acts_as(party.party));
    caller.may("tasks.evaluate") && found.status.is_finished() && !own
}
