//! Parties, milestones and evaluations of tasks.

use super::of_ids;
use crate::tasks::model::{Evaluation, Milestone, Role, TaskParty};
use engine::obligations::{Obligation, store as obligations};
use kernel::id::Id;
use std::collections::BTreeMap;
use store::{Error, Result, Row, Sql, Tx, Value, params};

/// One row to be written: task, party, role, whether it guards, its obligation.
pub type NewParty = (Id, Id, Role, bool, Option<Id>);

pub fn insert_parties(tx: &mut Tx, parties: &[NewParty]) -> Result<u64> {
    let rows = parties
        .iter()
        .map(|(task, party, role, guards, obligation)| {
            vec![
                (*task).into(),
                (*party).into(),
                role.word().into(),
                Value::from(*guards),
                (*obligation).into(),
            ]
        });
    tx.insert_many(
        "task_party",
        &["task", "party", "role", "guards", "obligation"],
        rows.collect(),
    )
}

/// Takes the parties that owe or cooperate off a task, before others are set.
pub fn clear_parties(tx: &mut Tx, task: Id) -> Result<()> {
    tx.execute(
        "delete from task_party where task = :task",
        &params! { "task" => task },
    )?;
    Ok(())
}

pub fn insert_milestones(
    tx: &mut Tx,
    task: Id,
    milestones: &[(Id, policy::Milestone)],
) -> Result<u64> {
    let rows = milestones.iter().map(|(id, milestone)| {
        vec![
            (*id).into(),
            task.into(),
            (&milestone.id).into(),
            (&milestone.title).into(),
            milestone.due.into(),
        ]
    });
    tx.insert_many(
        "task_milestone",
        &["id", "task", "key", "title", "due_day"],
        rows.collect(),
    )
}

/// Parties of the tasks with their obligations, leads first.
pub fn parties(sql: &mut dyn Sql, tasks: &[Id]) -> Result<BTreeMap<Id, Vec<TaskParty>>> {
    let text = "select task, party, role, guards, obligation from task_party where task in";
    let rows = of_ids(sql, text, tasks, "order by task, role, party")?;
    let owed: Vec<Id> = rows
        .iter()
        .filter_map(|row| row.opt_id("obligation").transpose())
        .collect::<Result<_>>()?;
    let owed = by_key(sql, "t.id", &owed, |row| row.id)?;
    let mut found: BTreeMap<Id, Vec<TaskParty>> = BTreeMap::new();
    for row in &rows {
        let role = role_of(row)?;
        let (task, party) = (row.id("task")?, row.id("party")?);
        // Several leads share one obligation where the task has a requirement of its own.
        let obligation = row
            .opt_id("obligation")?
            .and_then(|id| owed.get(&id)?.first().cloned());
        found.entry(task).or_default().push(TaskParty {
            task,
            party,
            role,
            guards: row.flag("guards")?,
            obligation,
        });
    }
    for parties in found.values_mut() {
        parties.sort_by_key(|party| party.role);
    }
    Ok(found)
}

/// Milestones of the tasks with their obligations, earliest first.
pub fn milestones(sql: &mut dyn Sql, tasks: &[Id]) -> Result<BTreeMap<Id, Vec<Milestone>>> {
    let text = "select id, task, title, due_day from task_milestone where task in";
    let rows = of_ids(sql, text, tasks, "order by due_day, id")?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id("id")).collect::<Result<_>>()?;
    let mut owed = by_key(sql, "t.subject", &ids, |row| row.subject)?;
    let mut found: BTreeMap<Id, Vec<Milestone>> = BTreeMap::new();
    for row in &rows {
        let (id, task) = (row.id("id")?, row.id("task")?);
        found.entry(task).or_default().push(Milestone {
            id,
            title: row.text("title")?,
            due_day: row.day("due_day")?,
            obligations: owed.remove(&id).unwrap_or_default(),
        });
    }
    Ok(found)
}

/// Tasks in which any of the parties has a role, with that role.
pub fn roles_of(sql: &mut dyn Sql, parties: &[Id]) -> Result<Vec<(Id, Role)>> {
    let rows = of_ids(
        sql,
        "select task, role from task_party where party in",
        parties,
        "order by task, role",
    )?;
    let mut found: Vec<(Id, Role)> = rows
        .iter()
        .map(|row| Ok((row.id("task")?, role_of(row)?)))
        .collect::<Result<_>>()?;
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

pub fn evaluate(tx: &mut Tx, evaluation: &Evaluation) -> Result<()> {
    tx.execute(
        "insert into task_evaluation (id, task, at, evaluated_by, verdict, reason, parties) \
         values (:id, :task, :at, :by, :verdict, :reason, :parties)",
        &params! {
            "id" => evaluation.id, "task" => evaluation.task, "at" => evaluation.at, "by" => evaluation.by,
            "verdict" => if evaluation.failed { "fail" } else { "pass" }, "reason" => &evaluation.reason,
            "parties" => serde_json::json!(evaluation.parties).to_string()
        },
    )?;
    Ok(())
}

/// Evaluations of a task, latest first.
pub fn evaluations(sql: &mut dyn Sql, task: Id) -> Result<Vec<Evaluation>> {
    let text = format!(
        "select {EVALUATION} from task_evaluation where task = :task order by at desc, id desc"
    );
    sql.query(&text, &params! { "task" => task })?
        .iter()
        .map(evaluation)
        .collect()
}

/// The last evaluation of each of the tasks that has one.
pub fn last_verdicts(sql: &mut dyn Sql, tasks: &[Id]) -> Result<BTreeMap<Id, Evaluation>> {
    let text = format!("select {EVALUATION} from task_evaluation where task in");
    let rows = of_ids(sql, &text, tasks, "order by at, id")?;
    // Later ones come later and stay.
    rows.iter()
        .map(|row| Ok((row.id("task")?, evaluation(row)?)))
        .collect()
}

const EVALUATION: &str = "id, task, at, evaluated_by, verdict, reason, parties";

fn evaluation(row: &Row) -> Result<Evaluation> {
    let parties = row.text("parties")?;
    Ok(Evaluation {
        id: row.id("id")?,
        task: row.id("task")?,
        at: row.moment("at")?,
        by: row.id("evaluated_by")?,
        failed: row.text("verdict")? == "fail",
        reason: row.text("reason")?,
        parties: serde_json::from_str(&parties)
            .map_err(|error| Error::Database(error.to_string()))?,
    })
}

fn role_of(row: &Row) -> Result<Role> {
    let word = row.text("role")?;
    Role::of_word(&word).ok_or_else(|| Error::Database(format!("{word} is no role")))
}

/// Obligations whose column is any of the ids, by that id.
fn by_key(
    sql: &mut dyn Sql,
    column: &str,
    ids: &[Id],
    key: impl Fn(&Obligation) -> Id,
) -> Result<BTreeMap<Id, Vec<Obligation>>> {
    let text = format!(
        "select {} from obligation t where {column} in",
        obligations::COLUMNS
    );
    let mut found: BTreeMap<Id, Vec<Obligation>> = BTreeMap::new();
    for row in of_ids(sql, &text, ids, "order by t.holder, t.id")? {
        let row = obligations::read(&row)?;
        found.entry(key(&row)).or_default().push(row);
    }
    Ok(found)
}
