//! What the wire shows of a task. Every state here is computed from obligations.

use super::model::{Evaluation, Role};
use super::read::Standing;
use super::rules;
use ::store::{Result, Sql};
use engine::obligations::rules::distance;
use engine::obligations::view::{ClauseRef, Named, Said, clause_ref};
use engine::obligations::{Obligation, State, rules as clocks};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{Env, Lang};
use registry::party;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One row of a list of tasks.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TaskRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub pack: String,
    /// `plan`, `table` or `hand`.
    pub origin: String,
    /// Number in the table that it came from; empty for tasks of the plan itself.
    pub number: String,
    pub title: String,
    pub item: String,
    pub item_title: String,
    #[schema(value_type = Option<String>)]
    pub parent: Option<Id>,
    /// `lead`, `leads` or `joint`.
    pub shape: String,
    pub leads: Vec<Named>,
    pub joint: Vec<Named>,
    pub cooperating: Vec<Named>,
    pub patrons: Vec<Named>,
    pub due_at: i64,
    pub state: State,
    /// When the last guarding party was done; absent while the task is open.
    pub finished_at: Option<i64>,
    /// A failed evaluation stands.
    pub reopened: bool,
    /// Why it was reopened.
    pub reason: Option<String>,
    /// How far from due.
    pub distance: Said,
    /// Guarding parties that are done, of how many.
    pub done: i64,
    pub total: i64,
    pub version: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MilestoneView {
    #[schema(value_type = String)]
    pub id: Id,
    pub title: String,
    pub due_at: i64,
    pub state: State,
    pub distance: Said,
    /// Obligation of each lead for it.
    #[schema(value_type = Vec<String>)]
    pub obligations: Vec<Id>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EvaluationView {
    #[schema(value_type = String)]
    pub id: Id,
    pub at: i64,
    pub by: Named,
    pub failed: bool,
    pub reason: String,
    /// Parties that were judged.
    pub parties: Vec<Named>,
}

/// Names of everybody on a page, asked for once.
pub struct Names(BTreeMap<Id, String>);

impl Names {
    pub fn of(sql: &mut dyn Sql, tasks: &[Standing]) -> Result<Names> {
        let parties = tasks
            .iter()
            .flat_map(|task| &task.parties)
            .map(|party| party.party);
        Names::look_up(sql, parties.collect())
    }

    pub fn look_up(sql: &mut dyn Sql, ids: Vec<Id>) -> Result<Names> {
        Ok(Names(party::store::labels(sql, &ids)?))
    }

    pub fn get(&self, id: Id) -> Named {
        Named {
            id,
            name: self.0.get(&id).cloned().unwrap_or_default(),
        }
    }
}

pub fn rows(
    sql: &mut dyn Sql,
    env: &Env,
    language: Lang,
    now: Moment,
    tasks: &[Standing],
) -> Result<Vec<TaskRow>> {
    let names = Names::of(sql, tasks)?;
    Ok(tasks
        .iter()
        .map(|task| row(env, language, now, task, &names))
        .collect())
}

pub fn row(env: &Env, language: Lang, now: Moment, standing: &Standing, names: &Names) -> TaskRow {
    let task = &standing.task;
    let of = |role: Role| {
        let parties = standing
            .parties
            .iter()
            .filter(move |party| party.role == role);
        parties
            .map(|party| names.get(party.party))
            .collect::<Vec<Named>>()
    };
    let item = env
        .policy
        .pack(&task.pack)
        .and_then(|pack| pack.item(&task.item));
    let failed = standing.last.as_ref().filter(|_| standing.status.reopened);
    TaskRow {
        id: task.id,
        pack: task.pack.clone(),
        origin: task.origin.clone(),
        number: task.number.clone(),
        title: title(standing, language),
        item: task.item.clone(),
        item_title: item.map(|item| item.title.clone()).unwrap_or_default(),
        parent: task.parent,
        shape: task.shape.word().to_owned(),
        leads: of(Role::Lead),
        joint: of(Role::Joint),
        cooperating: of(Role::Cooperating),
        patrons: of(Role::Patron),
        due_at: task.due_at.0,
        state: standing.status.state,
        finished_at: rules::finished_at(&standing.parties).map(|at| at.0),
        reopened: standing.status.reopened,
        reason: failed.map(|evaluation| evaluation.reason.clone()),
        distance: far(standing, now),
        done: standing.status.done,
        total: standing.status.total,
        version: task.version,
    }
}

pub fn title(standing: &Standing, language: Lang) -> String {
    match language {
        Lang::En if !standing.task.title_en.is_empty() => standing.task.title_en.clone(),
        _ => standing.task.title.clone(),
    }
}

pub fn clauses(env: &Env, standing: &Standing) -> Vec<ClauseRef> {
    standing
        .task
        .clauses
        .iter()
        .map(|id| clause_ref(env, id))
        .collect()
}

/// The distance of the parties that decide.
fn far(standing: &Standing, now: Moment) -> Said {
    let guarding = standing.parties.iter().filter(|party| party.guards);
    let rows: Vec<&Obligation> = guarding
        .filter_map(|party| party.obligation.as_ref())
        .collect();
    farthest(&rows, standing.status.state, now)
}

/// Of those in the state, the one that was done last, else any of them: they share a due day.
fn farthest(rows: &[&Obligation], state: State, now: Moment) -> Said {
    let alike = rows.iter().filter(|row| clocks::state(row, now) == state);
    match alike.max_by_key(|row| row.met_received).or(rows.first()) {
        Some(row) => distance(row, now).into(),
        None => Reason::new("obligations.in_time").into(),
    }
}

/// Members whom nothing has met yet, also those who guard nothing: who was absent is told after the task is done.
pub fn missing(sql: &mut dyn Sql, row: &Obligation) -> Result<Vec<String>> {
    const MOST: usize = 20;
    let members = engine::obligations::store::members(sql, row.id)?;
    let unmet = members
        .into_iter()
        .filter(|member| member.met_record.is_none());
    Ok(unmet.map(|member| member.label).take(MOST).collect())
}

pub fn milestones(env: &Env, standing: &Standing, now: Moment) -> Vec<MilestoneView> {
    let shown = standing.milestones.iter().map(|milestone| {
        let live = |row: &&Obligation| row.outcome.as_deref() != Some("withdrawn");
        let rows: Vec<&Obligation> = milestone.obligations.iter().filter(live).collect();
        let state = milestone_state(&milestone.obligations, now);
        MilestoneView {
            id: milestone.id,
            title: milestone.title.clone(),
            due_at: env.calendar.zone().end_of(milestone.due_day).0,
            state,
            distance: farthest(&rows, state, now),
            obligations: rows.iter().map(|row| row.id).collect(),
        }
    });
    shown.collect()
}

/// A milestone is reached when every lead has reported it.
pub fn milestone_state(rows: &[Obligation], now: Moment) -> State {
    let parts: Vec<rules::Part> = rows
        .iter()
        .map(|row| rules::Part {
            guards: true,
            state: clocks::state(row, now),
        })
        .collect();
    rules::status(&parts, rules::Verdict::None).state
}

pub fn evaluation(evaluation: &Evaluation, names: &Names) -> EvaluationView {
    EvaluationView {
        id: evaluation.id,
        at: evaluation.at.0,
        by: names.get(evaluation.by),
        failed: evaluation.failed,
        reason: evaluation.reason.clone(),
        parties: evaluation
            .parties
            .iter()
            .map(|party| names.get(*party))
            .collect(),
    }
}
