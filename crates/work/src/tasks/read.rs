//! Tasks with everything from which their status follows, through the caller's scope.

use super::model::{Evaluation, Milestone, Task, TaskParty};
use super::rules::{self, Status, Verdict};
use super::store as rows;
use ::store::page::{Listing, Order, PageKey};
use ::store::{Error, Result, Sql, Value, page};
use engine::obligations::listing::with_parties;
use engine::sight;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::{Day, Moment};
use mechanism::{Caller, Env};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::IntoParams;

/// A task and all that decides how it stands.
#[derive(Clone, Debug)]
pub struct Standing {
    pub task: Task,
    pub parties: Vec<TaskParty>,
    pub milestones: Vec<Milestone>,
    pub last: Option<Evaluation>,
    pub status: Status,
}

/// Which tasks; absent means any.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    pub pack: Option<String>,
    /// Number of an item of the plan.
    pub item: Option<String>,
    pub clause: Option<String>,
    /// Task above.
    #[param(value_type = Option<String>)]
    pub parent: Option<Id>,
    /// Body that leads, or shares where nobody leads.
    #[param(value_type = Option<String>)]
    pub lead: Option<Id>,
    /// Month in which the task or a milestone of it falls due: `2022-08`, or `8` of the plan's year.
    pub month: Option<String>,
    /// `open`, `met`, `late` (open past due), `reopened` or `all` (default).
    pub state: Option<String>,
    /// Only what is late: overdue, or finished late.
    pub late: Option<bool>,
    /// `plan`, `table` or `hand`.
    pub origin: Option<String>,
}

/// A page of tasks, earliest due first.
pub struct Found {
    pub tasks: Vec<Standing>,
    pub next: Option<String>,
    pub count: i64,
}

/// Counting stops here, and no chart or export shows more.
pub const CAP: usize = 10_000;

pub fn list(
    sql: &mut dyn Sql,
    caller: &Caller,
    env: &Env,
    filter: &Filter,
    after: Option<&str>,
    limit: usize,
    now: Moment,
) -> Result<Found> {
    through(caller, env, filter, now, |listing, scope| {
        let after = after.map(|key| PageKey::parse(listing, key)).transpose()?;
        let found = page::page(sql, listing, scope, after.as_ref(), limit)?;
        let tasks: Vec<Task> = found.rows.iter().map(rows::read).collect::<Result<_>>()?;
        Ok(Found {
            tasks: standing(sql, tasks, now)?,
            next: found.next.map(|key| key.to_string()),
            count: page::count(sql, listing, scope, CAP as i64)?,
        })
    })
}

/// Every task that the caller may see, up to the cap.
pub fn all(
    sql: &mut dyn Sql,
    caller: &Caller,
    env: &Env,
    filter: &Filter,
    now: Moment,
) -> Result<Vec<Standing>> {
    through(caller, env, filter, now, |listing, scope| {
        let found = page::page(sql, listing, scope, None, CAP)?;
        let tasks: Vec<Task> = found.rows.iter().map(rows::read).collect::<Result<_>>()?;
        standing(sql, tasks, now)
    })
}

/// Asks for tasks as the filter says, through the caller's scope.
fn through<T>(
    caller: &Caller,
    env: &Env,
    filter: &Filter,
    now: Moment,
    ask: impl FnOnce(&Listing<'_>, &Scope) -> Result<T>,
) -> Result<T> {
    let (condition, params) = conditions(env, filter, now)?;
    let params: Vec<(&str, Value)> = params
        .iter()
        .map(|(name, value)| (*name, value.clone()))
        .collect();
    let listing = Listing {
        table: "task",
        columns: rows::COLUMNS,
        joins: "",
        filter: &condition,
        params: &params,
        order: Order::ascending("due_at"),
        has_sector: true,
        site_column: None,
        handed_column: None,
    };
    ask(&listing, &with_parties(caller))
}

/// One task, if the caller may see it; otherwise it does not exist for him.
pub fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id, now: Moment) -> Result<Standing> {
    let task = rows::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let found = standing(sql, vec![task], now)?
        .pop()
        .ok_or(Error::NotFound)?;
    let admitted = found
        .parties
        .iter()
        .any(|party| caller.acts_as(party.party))
        || caller
            .scope
            .admits(&found.task.path, found.task.sector.as_deref(), None, &[])
        || sight::handed(sql, id, &caller.parties)?;
    if admitted {
        Ok(found)
    } else {
        Err(Error::NotFound)
    }
}

/// Adds to tasks what decides how they stand, in a few queries for all of them.
pub fn standing(sql: &mut dyn Sql, tasks: Vec<Task>, now: Moment) -> Result<Vec<Standing>> {
    let ids: Vec<Id> = tasks.iter().map(|task| task.id).collect();
    let mut parties = rows::parties(sql, &ids)?;
    let mut milestones = rows::milestones(sql, &ids)?;
    let mut verdicts: BTreeMap<Id, Evaluation> = rows::last_verdicts(sql, &ids)?;
    let standing = tasks.into_iter().map(|task| {
        let parties = parties.remove(&task.id).unwrap_or_default();
        let last = verdicts.remove(&task.id);
        let verdict = Verdict::of(last.as_ref().map(|evaluation| evaluation.failed));
        Standing {
            status: rules::status(&rules::parts(&parties, now), verdict),
            milestones: milestones.remove(&task.id).unwrap_or_default(),
            parties,
            last,
            task,
        }
    });
    Ok(standing.collect())
}

type Conditions = (String, Vec<(&'static str, Value)>);

/// The filter in SQL. States are not stored, so they are asked of the obligations, by the rule of `rules::status`.
fn conditions(env: &Env, filter: &Filter, now: Moment) -> Result<Conditions> {
    let mut parts: Vec<String> = vec![LIVE.to_owned()];
    let mut params: Vec<(&'static str, Value)> = Vec::new();
    let mut equals = |column: &str, name: &'static str, value: Option<Value>| {
        if let Some(value) = value {
            parts.push(format!("t.{column} = :{name}"));
            params.push((name, value));
        }
    };
    equals("pack", "f_pack", filter.pack.as_deref().map(Value::from));
    equals("item", "f_item", filter.item.as_deref().map(Value::from));
    equals(
        "clause",
        "f_clause",
        filter.clause.as_deref().map(Value::from),
    );
    equals("parent", "f_parent", filter.parent.map(Value::from));
    equals(
        "origin",
        "f_origin",
        filter.origin.as_deref().map(Value::from),
    );
    if let Some(lead) = filter.lead {
        parts.push(LED.to_owned());
        params.push(("f_lead", lead.into()));
    }
    if let Some(month) = filter.month.as_deref() {
        let Some(first) = first_of(env, filter, month, now) else {
            return Err(Error::refused(
                Reason::new("tasks.bad_month").with("month", month),
            ));
        };
        parts.push(DUE_IN.to_owned());
        params.push(("f_from", first.into()));
        params.push(("f_until", first.plus_months(1).into()));
    }
    match filter.state.as_deref().unwrap_or("all") {
        "all" => {}
        "open" => parts.push(OWING.to_owned()),
        "met" => parts.push(format!("not {OWING}")),
        "late" => {
            parts.push(OVERDUE.to_owned());
            params.push(("f_now", now.into()));
        }
        "reopened" => parts.push(format!("{OWING} and {FAILED}")),
        other => {
            return Err(Error::refused(
                Reason::new("tasks.state_unknown").with("state", other),
            ));
        }
    }
    if filter.late == Some(true) {
        parts.push(format!("({LATE_NOW} or {LATE_THEN})"));
        params.push(("f_late", now.into()));
    }
    Ok((parts.join(" and "), params))
}

/// The first day of the month that is asked for.
fn first_of(env: &Env, filter: &Filter, month: &str, now: Moment) -> Option<Day> {
    if let Some((year, month)) = month.split_once('-') {
        return Day::new(year.parse().ok()?, month.parse().ok()?, 1);
    }
    let pack = filter
        .pack
        .as_deref()
        .and_then(|pack| env.policy.pack(pack));
    let year = match pack {
        Some(pack) => pack.header.from.year(),
        None => env.calendar.zone().day_of(now).year(),
    };
    Day::new(year, month.parse().ok()?, 1)
}

const DUE_IN: &str = "(t.due_day >= :f_from and t.due_day < :f_until or exists (select 1 from task_milestone m \
     where m.task = t.id and m.due_day >= :f_from and m.due_day < :f_until))";
const LIVE: &str = "exists (select 1 from task_party p join obligation o on o.id = p.obligation \
     where p.task = t.id and p.guards = 1 and (o.outcome is null or o.outcome <> 'withdrawn'))";
const LED: &str = "exists (select 1 from task_party p where p.task = t.id and p.party = :f_lead \
     and p.role in ('lead', 'joint'))";
const OWING: &str = "exists (select 1 from task_party p join obligation o on o.id = p.obligation \
     where p.task = t.id and p.guards = 1 and o.outcome is null)";
const OVERDUE: &str = "exists (select 1 from task_party p join obligation o on o.id = p.obligation \
     where p.task = t.id and p.guards = 1 and o.outcome is null and o.grace_until <= :f_now)";
const LATE_NOW: &str = "exists (select 1 from task_party p join obligation o on o.id = p.obligation \
     where p.task = t.id and p.guards = 1 and o.outcome is null and o.grace_until <= :f_late)";
const LATE_THEN: &str = "exists (select 1 from task_party p join obligation o on o.id = p.obligation \
     where p.task = t.id and p.guards = 1 and o.outcome = 'met' and o.met_received > o.grace_until)";
const FAILED: &str = "exists (select 1 from task_evaluation e where e.task = t.id and e.verdict = 'fail' \
     and not exists (select 1 from task_evaluation later where later.task = e.task and later.at > e.at))";

/// Clauses of the tasks in which any of the parties has a part: leads, shares, cooperates or looks after.
pub fn clauses_of(sql: &mut dyn Sql, parties: &[Id]) -> Result<Vec<String>> {
    let mut ids: Vec<Id> = rows::roles_of(sql, parties)?
        .into_iter()
        .map(|(task, _)| task)
        .collect();
    ids.dedup();
    let tasks = rows::by_ids(sql, &ids)?;
    Ok(tasks.into_iter().flat_map(|task| task.clauses).collect())
}
