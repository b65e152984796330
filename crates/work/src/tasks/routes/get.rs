//! One task with everything behind it.

use crate::tasks::evaluate;
use crate::tasks::read::{self, Standing};
use crate::tasks::store as rows;
use crate::tasks::timeline::{self, Event};
use crate::tasks::view::{self, EvaluationView, MilestoneView, Names, TaskRow};
use ::store::{Result as Stored, Sql};
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::view::{ClauseRef, Named, ObligationRow, RecordBrief, Said};
use engine::obligations::{Obligation, State as Word, view as obligations};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::version::{Tag, etag};
use mechanism::{App, Caller, Env, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct TaskView {
    #[schema(value_type = String)]
    pub id: Id,
    pub pack: String,
    pub number: String,
    pub title: String,
    pub title_en: String,
    pub item: String,
    pub item_title: String,
    pub clauses: Vec<ClauseRef>,
    /// Who demands it, in words.
    pub issuer: String,
    /// Form by which it is signed off.
    pub form: String,
    /// `lead`, `leads` or `joint`.
    pub shape: String,
    pub opened_at: i64,
    pub due_at: i64,
    pub finished_at: Option<i64>,
    pub state: Word,
    pub reopened: bool,
    pub reason: Option<String>,
    pub distance: Said,
    /// Guarding parties that are done, of how many.
    pub done: i64,
    pub total: i64,
    pub parent: Option<Named>,
    /// Tasks below it that the caller may see.
    pub children: Vec<TaskRow>,
    /// Each party with its own state and clock, those who answer first.
    pub parties: Vec<TaskPartyView>,
    pub milestones: Vec<MilestoneView>,
    /// Latest first.
    pub evaluations: Vec<EvaluationView>,
    /// Every record about the task, rejected ones too.
    pub records: Vec<RecordBrief>,
    pub timeline: Vec<Event>,
    /// Acts, and why the caller may not take them now.
    pub acts: Vec<ActView>,
    pub version: i64,
}

/// A party with its own obligation; a patron has none.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskPartyView {
    pub party: Named,
    /// `lead`, `joint`, `cooperating` or `patron`.
    pub role: String,
    /// Whether the task waits for this party.
    pub guards: bool,
    pub obligation: Option<ObligationRow>,
    /// Members of its roster whom no record names, also after it is done; at most twenty.
    pub missing: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ActView {
    /// `evaluate`.
    pub name: String,
    /// Empty when the caller may.
    pub reasons: Vec<Said>,
}

/// One task: its parties with their own states, milestones, sign-offs, evaluations and what happened when.
#[utoipa::path(get, path = "/tasks/{id}", operation_id = "tasks_get", params(("id" = String, Path,)),
    responses((status = 200, body = TaskView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<(Tag, Json<TaskView>), Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| view(sql, &env, &caller, id, now))
        .await?;
    Ok((etag(view.version), Json(view)))
}

fn view(sql: &mut dyn Sql, env: &Env, caller: &Caller, id: Id, now: Moment) -> Stored<TaskView> {
    let found = read::visible(sql, caller, id, now)?;
    let evaluations = rows::evaluations(sql, id)?;
    let records = timeline::records(sql, &found)?;
    let names = names(sql, &found, &evaluations, &records)?;
    let mut briefs = Vec::new();
    for record in &records {
        briefs.push(obligations::brief(sql, env, record)?);
    }
    let below = read::Filter {
        parent: Some(id),
        ..read::Filter::default()
    };
    let children = read::all(sql, caller, env, &below, now)?;
    let row = view::row(env, caller.language, now, &found, &names);
    let pack = env.policy.pack(&found.task.pack);
    Ok(TaskView {
        parties: parties(sql, env, caller, now, &found, &names)?,
        children: view::rows(sql, env, caller.language, now, &children)?,
        parent: parent(sql, &found)?,
        clauses: view::clauses(env, &found),
        milestones: view::milestones(env, &found, now),
        evaluations: evaluations
            .iter()
            .map(|one| view::evaluation(one, &names))
            .collect(),
        timeline: timeline::events(&found, &records, &evaluations, &names),
        records: briefs,
        acts: vec![evaluating(sql, caller, &found, now)?],
        issuer: pack
            .map(|pack| pack.header.issuer.clone())
            .unwrap_or_default(),
        id,
        pack: found.task.pack,
        title: found.task.title,
        title_en: found.task.title_en,
        form: found.task.form,
        opened_at: found.task.opened_at.0,
        number: row.number,
        item: row.item,
        item_title: row.item_title,
        shape: row.shape,
        due_at: row.due_at,
        finished_at: row.finished_at,
        state: row.state,
        reopened: row.reopened,
        reason: row.reason,
        distance: row.distance,
        done: row.done,
        total: row.total,
        version: row.version,
    })
}

fn names(
    sql: &mut dyn Sql,
    found: &Standing,
    evaluations: &[crate::tasks::model::Evaluation],
    records: &[engine::records::Record],
) -> Stored<Names> {
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
    Names::look_up(sql, ids)
}

fn parties(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
    found: &Standing,
    names: &Names,
) -> Stored<Vec<TaskPartyView>> {
    let owed: Vec<Obligation> = found
        .parties
        .iter()
        .filter_map(|party| party.obligation.clone())
        .collect();
    let shown = obligations::rows(sql, env, caller, now, &owed)?;
    let mut views = Vec::with_capacity(found.parties.len());
    for party in &found.parties {
        let own = party.obligation.as_ref();
        views.push(TaskPartyView {
            party: names.get(party.party),
            role: party.role.word().to_owned(),
            guards: party.guards,
            obligation: own
                .and_then(|row| shown.iter().find(|one| one.id == row.id))
                .cloned(),
            missing: own.map_or(Ok(Vec::new()), |row| view::missing(sql, row))?,
        });
    }
    Ok(views)
}

fn parent(sql: &mut dyn Sql, found: &Standing) -> Stored<Option<Named>> {
    let Some(id) = found.task.parent else {
        return Ok(None);
    };
    Ok(rows::by_id(sql, id)?.map(|task| Named {
        id,
        name: task.title,
    }))
}

fn evaluating(
    sql: &mut dyn Sql,
    caller: &Caller,
    found: &Standing,
    now: Moment,
) -> Stored<ActView> {
    let refusal = evaluate::refusal(sql, caller, &found.parties, now)?;
    let reasons = refusal.into_iter().map(Said::from).collect();
    Ok(ActView {
        name: "evaluate".to_owned(),
        reasons,
    })
}
