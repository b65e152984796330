//! What putting a pack in force on a day would do, before anybody decides: what opens, what changes, what ends, what would
//! be doubled, how much work it is for whom, and what existing records already satisfy.

pub mod doubles;
mod load;
mod satisfied;

use super::ahead::{Ahead, Opening};
use super::simulate::cadence;
use super::store as rows;
use super::{activation, parameters};
use doubles::Double;
use kernel::time::{Day, Moment};
use mechanism::Env;
use policy::diff::{Change, Difference};
use policy::{Library, Pack};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Result, Sql};

pub use load::{ClassLoad, Load, OverLimit, PostLoad};
pub use satisfied::{Satisfied, try_out};

/// Days over which load is reckoned.
const YEAR: i32 = 365;

/// A duty or task that would open.
#[derive(Clone, Debug)]
pub struct Opens {
    pub definition: String,
    pub title: String,
    pub title_en: String,
    /// `duty` or `task`.
    pub table: &'static str,
    pub cadence: String,
    /// When the first ones open, and by when they are due.
    pub first_opens: Option<Day>,
    pub first_due: Option<Moment>,
    pub first_count: i64,
    /// Over a year from that day, or until the plan ends.
    pub year_count: i64,
    /// How many of the first by kind of holder.
    pub holders: BTreeMap<String, i64>,
}

/// What a recut would withdraw and open again.
#[derive(Clone, Debug)]
pub struct Recut {
    pub definition: String,
    pub title: String,
    pub title_en: String,
    pub period: String,
    pub count: i64,
}

/// A definition that is no longer in the pack while obligations of it run.
#[derive(Clone, Debug)]
pub struct Ends {
    pub definition: String,
    pub title: String,
    pub running: i64,
}

#[derive(Debug)]
pub struct Preview {
    pub on: Day,
    /// Version in force today.
    pub active: Option<i64>,
    pub opens: Vec<Opens>,
    /// Against the version in force; empty where that is not known.
    pub changes: Vec<Difference>,
    pub ends: Vec<Ends>,
    pub recut: Vec<Recut>,
    pub doubles: Vec<Double>,
    pub load: Load,
    /// Assumed parameters that nobody has confirmed: clause, name, value.
    pub to_confirm: Vec<(String, String, String)>,
}

/// Looks at everything without writing anything. `limit` is how many records a month one holder may be asked.
pub fn preview(
    sql: &mut dyn Sql,
    env: &Env,
    pack: &Pack,
    on: Day,
    limit: Option<i64>,
) -> Result<Preview> {
    let active = crate::duties::activations(sql)?
        .into_iter()
        .find(|(id, _, _)| id == pack.id())
        .map(|(_, version, _)| version);
    let mut ahead = Ahead::over(sql, env, on, on.plus_days(YEAR))?;
    let mut opens = Vec::new();
    let mut load = load::Tally::default();
    let mut by_duty = Vec::new();
    for duty in &pack.duties {
        let openings = ahead.openings(sql, pack, duty)?;
        load.take(env, pack, duty, &openings);
        opens.push(duty_opens(env, duty, &openings));
        by_duty.push((duty, openings));
    }
    opens.retain(|one| 0 < one.year_count);
    if active.is_none() {
        opens.extend(pack.tasks.iter().map(task_opens));
    }
    let changes = changes(sql, env, pack, active)?;
    let confirmed = rows::confirmed(sql, pack.id())?;
    Ok(Preview {
        on,
        active,
        ends: ends(sql, &changes)?,
        recut: activation::recut_list(sql, env, pack, on)?,
        doubles: doubles::doubles(sql, env, pack, &by_duty)?,
        load: load.reckon(sql, env, limit)?,
        to_confirm: parameters::assumed(pack)
            .filter(|(clause, parameter)| parameters::is_open(&confirmed, clause, parameter))
            .map(|(clause, parameter)| parameters::key(clause, parameter))
            .collect(),
        changes,
        opens,
    })
}

fn duty_opens(env: &Env, duty: &policy::Duty, openings: &[Opening]) -> Opens {
    let zone = env.calendar.zone();
    let first = openings.iter().find(|one| !one.cohort.subjects.is_empty());
    let first_at = first.map(|one| one.coming.occasion.opens_at);
    let with_first = openings
        .iter()
        .filter(|one| Some(one.coming.occasion.opens_at) == first_at);
    let mut holders: BTreeMap<String, i64> = BTreeMap::new();
    for one in with_first {
        for (kind, count) in &one.cohort.kinds {
            *holders.entry(kind.clone()).or_default() += count;
        }
    }
    Opens {
        definition: duty.id.clone(),
        title: duty.title.clone(),
        title_en: duty.title_en.clone(),
        table: "duty",
        cadence: cadence(duty),
        first_opens: first_at.map(|at| zone.day_of(at)),
        first_due: first.map(|one| one.coming.occasion.due_at),
        first_count: holders.values().sum(),
        year_count: openings.iter().map(|one| one.cohort.size()).sum(),
        holders,
    }
}

fn task_opens(task: &policy::TaskDefinition) -> Opens {
    let answering = match &task.responsibility {
        policy::Responsibility::Lead { lead, .. } => lead.len(),
        policy::Responsibility::Joint { members, group } => members.len() + group.iter().count(),
    };
    Opens {
        definition: task.id.clone(),
        title: task.title.clone(),
        title_en: task.title_en.clone(),
        table: "task",
        cadence: "once".to_owned(),
        first_opens: None,
        first_due: None,
        first_count: answering as i64,
        year_count: answering as i64,
        holders: BTreeMap::new(),
    }
}

/// What the installed version says otherwise than the one in force.
fn changes(
    sql: &mut dyn Sql,
    env: &Env,
    pack: &Pack,
    active: Option<i64>,
) -> Result<Vec<Difference>> {
    let Some(version) = active else {
        return Ok(Vec::new());
    };
    let kept = rows::kept_pack(sql, pack.id(), version)?;
    let Some(kept) = kept.and_then(|body| policy::diff::read(&body)) else {
        return Ok(Vec::new());
    };
    let mut before = Library::clone(&env.policy);
    before.packs.insert(pack.id().to_owned(), Arc::new(kept));
    Ok(policy::diff(&before, &env.policy))
}

fn ends(sql: &mut dyn Sql, changes: &[Difference]) -> Result<Vec<Ends>> {
    let removed = changes.iter().filter(|one| {
        one.change == Change::Removed && matches!(one.table.as_str(), "duty" | "task")
    });
    let mut ends = Vec::new();
    for one in removed {
        ends.push(Ends {
            definition: one.id.clone(),
            title: one.title.zh.clone(),
            running: rows::running(sql, &one.id)?,
        });
    }
    Ok(ends)
}
