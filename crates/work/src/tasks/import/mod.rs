//! Tasks from a table: the sheet that comes with a notice.
//!
//! Columns may bear the headings that such sheets use. Every row is checked before anything opens; one fault and nothing
//! is kept. The number of a row within its plan is its key, so the same sheet again changes nothing.

mod cells;
mod columns;
mod compare;
mod rows;

pub use columns::TASKS;
pub use rows::sign_off_form;

use super::model::{Origin, Role, Task, TaskParty};
use super::open::{Wanted, open, place, recut};
use super::reach;
use super::store as tasks;
use columns::Columns;
use compare::{Difference, difference};
use documents::Table;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{ImportReport, RowError};
use policy::Pack;
use rows::Reader;
use std::collections::BTreeMap;
use store::{Result, Sql, Tx};

/// The rows of one plan with their numbers in the sheet.
type Batch<'a> = (&'a Pack, Vec<(usize, Wanted)>);

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let mut report = ImportReport::default();
    let columns = Columns::of(table);
    if let Some(heading) = columns.missing() {
        let reason = Reason::new("tasks.heading_missing").with("heading", heading);
        report.errors.push(RowError::new(1, heading, "", reason));
        return Ok(report);
    }
    let day = env.calendar.zone().day_of(tx.now());
    let reach = Reach {
        scope: reach::of_actor(tx, env)?,
        day,
    };
    let mut reader = Reader::new(env, columns, table, day);
    let mut batches: BTreeMap<&str, Batch> = BTreeMap::new();
    for line in &table.rows {
        match reader.read(tx, line)? {
            Ok((pack, wanted)) => {
                batches
                    .entry(pack.id())
                    .or_insert_with(|| (pack, Vec::new()))
                    .1
                    .push((line.row, wanted));
            }
            Err(mut errors) => report.errors.append(&mut errors),
        }
    }
    for (pack, wanted) in batches.values() {
        circles(wanted, &mut report);
        take(tx, env, pack, wanted, &reach, &mut report)?;
    }
    Ok(report)
}

/// As far as whoever imports may hand out work. Rows that change nothing may lie outside: tables are cut from larger ones.
struct Reach {
    scope: Scope,
    day: Day,
}

impl Reach {
    fn check(
        &self,
        tx: &mut Tx,
        row: usize,
        wanted: &Wanted,
        standing: &[TaskParty],
        report: &mut ImportReport,
    ) -> Result<()> {
        let owing = standing.iter().filter(|party| party.role != Role::Patron);
        let owing = owing.map(|party| party.party);
        let within = reach::admits(tx, &self.scope, wanted, self.day)?
            && reach::all_within(tx, &self.scope, owing, self.day)?;
        if !within {
            let reason = Reason::new("tasks.out_of_scope");
            report.errors.push(RowError::new(
                row,
                columns::LEAD.heading,
                &wanted.title,
                reason,
            ));
        }
        Ok(())
    }
}

/// Compares the rows of one plan with what stands, opens the new ones and recuts those that changed.
fn take(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    wanted: &[(usize, Wanted)],
    reach: &Reach,
    report: &mut ImportReport,
) -> Result<()> {
    let ids: Vec<Id> = wanted.iter().map(|(_, one)| one.id).collect();
    let standing = tasks::by_ids(tx, &ids)?;
    let standing: BTreeMap<Id, Task> = standing.into_iter().map(|task| (task.id, task)).collect();
    let parties = tasks::parties(tx, &ids)?;
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for (row, one) in wanted {
        // The plan's own tasks change with the plan; a table that was exported may carry them.
        if one.origin == Origin::Plan {
            report.same += 1;
            continue;
        }
        let cast = parties.get(&one.id).map_or(&[][..], Vec::as_slice);
        let Some(task) = standing.get(&one.id) else {
            reach.check(tx, *row, one, cast, report)?;
            new.push(one.clone());
            continue;
        };
        match difference(task, cast, one) {
            Difference::None => report.same += 1,
            Difference::Closed => {
                let reason = Reason::new("tasks.already_reported");
                report.errors.push(RowError::new(
                    *row,
                    columns::TITLE.heading,
                    &one.title,
                    reason,
                ));
            }
            difference => {
                reach.check(tx, *row, one, cast, report)?;
                changed.push((difference, one, task));
            }
        }
    }
    report.added += new.len();
    report.changed += changed.len();
    if !report.errors.is_empty() {
        return Ok(());
    }
    open(tx, env, pack, &new)?;
    for (difference, one, task) in changed {
        match difference {
            Difference::Place => place(tx, one, task)?,
            _ => recut(tx, env, pack, one, task, "任务表调整")?,
        }
    }
    Ok(())
}

/// A task that stands above itself by way of others has no place in a tree.
fn circles(wanted: &[(usize, Wanted)], report: &mut ImportReport) {
    let above: BTreeMap<Id, Id> = wanted
        .iter()
        .filter_map(|(_, one)| Some((one.id, one.parent?)))
        .collect();
    for (row, one) in wanted {
        let mut next = one.parent;
        for _ in 0..=above.len() {
            let Some(id) = next else { break };
            if id == one.id {
                let reason = Reason::new("tasks.parent_circle");
                report.errors.push(RowError::new(
                    *row,
                    columns::PARENT.heading,
                    &one.number,
                    reason,
                ));
                break;
            }
            next = above.get(&id).copied();
        }
    }
}
