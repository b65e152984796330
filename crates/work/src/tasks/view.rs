//! What the wire shows of a task. Every state here is computed from obligations.

use super::model::{Evaluation, TaskParty};
use super::read::Standing;
use super::rules;
use ::store::{Result, Sql};
use engine::obligations::rules::distance;
use engine::obligations::view::{ClauseRef, Named, Said, clause_ref};
use engine::obligations::{Obligation, State, rules as clocks};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env, Lang};
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
    pub clauses: Vec<ClauseRef>,
    #[schema(value_type = Option<String>)]
    pub parent: Option<Id>,
    /// `lead`, `leads` or `joint`.
    pub shape: String,
    pub leads: Vec<Named>,
    pub joint: Vec<Named>,
    pub cooperating: Vec<Named>,
    pub patrons: Vec<Named>,
    pub due: String,
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

/// A party with its own state and clock.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TaskPartyView {
    pub party: Named,
    /// `lead`, `joint`, `cooperating` or `patron`.
    pub role: String,
    /// Whether the task waits for this party.
    pub guards: bool,
    #[schema(value_type = Option<String>)]
    pub obligation: Option<Id>,
    pub state: Option<State>,
    pub signed_at: Option<i64>,
    pub met_at: Option<i64>,
    pub distance: Option<Said>,
    pub reason: Option<String>,
    /// Members of a roster who are still missing, at most twenty.
    pub missing: Vec<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MilestoneView {
    #[schema(value_type = String)]
    pub id: Id,
    pub title: String,
    pub due: String,
    pub state: State,
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
    /// `pass` or `fail`.
    pub verdict: String,
    pub reason: String,
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
        let judges = tasks
            .iter()
            .flat_map(|task| &task.last)
            .map(|evaluation| evaluation.by);
        Names::look_up(sql, parties.chain(judges).collect())
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
    caller: &Caller,
    now: Moment,
    tasks: &[Standing],
) -> Result<Vec<TaskRow>> {
    let names = Names::of(sql, tasks)?;
    Ok(tasks
        .iter()
        .map(|task| row(env, caller.language, now, task, &names))
        .collect())
}

pub fn row(env: &Env, language: Lang, now: Moment, standing: &Standing, names: &Names) -> TaskRow {
    let task = &standing.task;
    let of = |word: &str| {
        let parties = standing
            .parties
            .iter()
            .filter(|party| party.role.word() == word);
        parties
            .map(|party| names.get(party.party))
            .collect::<Vec<Named>>()
    };
    let item = env
        .policy
        .pack(&task.pack)
        .and_then(|pack| pack.item(&task.item));
    let reason = standing.last.as_ref().filter(|_| standing.status.reopened);
    TaskRow {
        id: task.id,
        pack: task.pack.clone(),
        origin: task.origin.clone(),
        number: task.number.clone(),
        title: title(standing, language),
        item: task.item.clone(),
        item_title: item.map(|item| item.title.clone()).unwrap_or_default(),
        clauses: task.clauses.iter().map(|id| clause_ref(env, id)).collect(),
        parent: task.parent,
        shape: task.shape.word().to_owned(),
        leads: of("lead"),
        joint: of("joint"),
        cooperating: of("cooperating"),
        patrons: of("patron"),
        due: task.due_day.to_string(),
        due_at: task.due_at.0,
        state: standing.status.state,
        finished_at: rules::finished_at(&standing.parties).map(|at| at.0),
        reopened: standing.status.reopened,
        reason: reason.map(|evaluation| evaluation.reason.clone()),
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

/// The distance of the party that decides: the worst that still owes, else the last that was done.
fn far(standing: &Standing, now: Moment) -> Said {
    let guarding = standing.parties.iter().filter(|party| party.guards);
    let rows: Vec<&Obligation> = guarding
        .filter_map(|party| party.obligation.as_ref())
        .collect();
    let decides = rows
        .iter()
        .filter(|row| clocks::state(row, now) == standing.status.state)
        .max_by_key(|row| row.met_received);
    match decides.or(rows.first()) {
        Some(row) => distance(row, now).into(),
        None => kernel::reason::Reason::new("obligations.in_time").into(),
    }
}

pub fn party(
    sql: &mut dyn Sql,
    now: Moment,
    names: &Names,
    party: &TaskParty,
) -> Result<TaskPartyView> {
    let row = party.obligation.as_ref();
    let missing = match row {
        Some(row) => missing(sql, row)?,
        None => Vec::new(),
    };
    Ok(TaskPartyView {
        party: names.get(party.party),
        role: party.role.word().to_owned(),
        guards: party.guards,
        obligation: row.map(|row| row.id),
        state: row.map(|row| clocks::state(row, now)),
        signed_at: row.and_then(|row| row.signed_at).map(|at| at.0),
        met_at: row.and_then(|row| row.met_received).map(|at| at.0),
        distance: row.map(|row| distance(row, now).into()),
        reason: row.and_then(|row| row.reason.clone()),
        missing,
    })
}

/// Members whom nothing has met yet, also those who guard nothing: who was absent is told after the task is done.
fn missing(sql: &mut dyn Sql, row: &Obligation) -> Result<Vec<String>> {
    const MOST: usize = 20;
    let members = engine::obligations::store::members(sql, row.id)?;
    let unmet = members
        .into_iter()
        .filter(|member| member.met_record.is_none());
    Ok(unmet.map(|member| member.label).take(MOST).collect())
}

pub fn milestones(standing: &Standing, now: Moment) -> Vec<MilestoneView> {
    let shown = standing.milestones.iter().map(|milestone| {
        let live = milestone
            .obligations
            .iter()
            .filter(|row| row.outcome.as_deref() != Some("withdrawn"));
        MilestoneView {
            id: milestone.id,
            title: milestone.title.clone(),
            due: milestone.due_day.to_string(),
            state: milestone_state(&milestone.obligations, now),
            obligations: live.map(|row| row.id).collect(),
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
        verdict: if evaluation.failed { "fail" } else { "pass" }.to_owned(),
        reason: evaluation.reason.clone(),
        parties: evaluation
            .parties
            .iter()
            .map(|party| names.get(*party))
            .collect(),
    }
}
