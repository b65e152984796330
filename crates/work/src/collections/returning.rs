//! A sheet that came back: each row judged first, and only then anything filed.

use super::cells;
use super::issuing;
use super::marks::{self, Of};
use super::model::{Collection, FIXED, Line, Sheet};
use super::store as rows;
use documents::{Returned, ReturnedRow};
use engine::obligations::{Obligation, store as obligations};
use engine::records::{Filing, OnBehalf, rules as forms, store as records};
use engine::satisfaction;
use engine::satisfaction::routes::covered;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{Caller, Env};
use policy::{Field, FieldKind, Form};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use store::{Result, Sql, Tx};

/// What a row came to.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// Nothing was filled in.
    Blank,
    /// It says what was filed from it before.
    Unchanged(Id),
    /// To be filed.
    File(Box<Filled>),
    Wrong(Vec<Fault>),
}

/// A filled row that may be filed.
#[derive(Clone, Debug)]
pub struct Filled {
    pub line: Line,
    pub row: Obligation,
    pub values: BTreeMap<String, Value>,
    pub supersedes: Option<Id>,
}

/// What is wrong in a cell, or with the row where no column is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub column: Option<String>,
    pub reason: Reason,
}

#[derive(Clone, Debug)]
pub struct Judged {
    /// Number as the spreadsheet shows it; for a row that is missing, where it stood.
    pub row: usize,
    pub verdict: Verdict,
}

/// First row to fill, as the spreadsheet counts.
const FIRST_ROW: i64 = 5;

/// Judges every row of a sheet. Nothing is written.
pub fn judge(
    sql: &mut dyn Sql,
    env: &Env,
    form: &Form,
    sheet: &Sheet,
    returned: &Returned,
) -> Result<Vec<Judged>> {
    let lines: BTreeMap<Id, Line> = rows::lines(sql, sheet.id)?
        .into_iter()
        .map(|line| (line.id, line))
        .collect();
    let fields = cells::asked(form).map_err(store::Error::Refused)?;
    let mut seen = BTreeSet::new();
    let mut judged = Vec::new();
    for row in &returned.rows {
        let verdict = match known(sql, env, sheet, &lines, row, &mut seen)? {
            Ok(line) => judge_line(sql, env, form, sheet, &fields, &line, row)?,
            Err(reason) => wrong(vec![whole(reason)]),
        };
        judged.push(Judged {
            row: row.row,
            verdict,
        });
    }
    for line in lines.values().filter(|line| !seen.contains(&line.id)) {
        let reason = Reason::new("collections.deleted_row").with("seq", line.seq);
        judged.push(Judged {
            row: usize::try_from(FIRST_ROW + line.seq - 1).unwrap_or_default(),
            verdict: wrong(vec![whole(reason)]),
        });
    }
    judged.sort_by_key(|one| one.row);
    Ok(judged)
}

/// Which line of the sheet a row is, or why it is none.
fn known(
    sql: &mut dyn Sql,
    env: &Env,
    sheet: &Sheet,
    lines: &BTreeMap<Id, Line>,
    row: &ReturnedRow,
    seen: &mut BTreeSet<Id>,
) -> Result<std::result::Result<Line, Reason>> {
    if row.key.is_empty() {
        return Ok(Err(Reason::new("collections.added_row")));
    }
    let Some(id) = marks::read(&env.key, Of::Row, &row.key) else {
        return Ok(Err(Reason::new("collections.changed_key")));
    };
    if let Some(line) = lines.get(&id) {
        if !seen.insert(id) {
            return Ok(Err(Reason::new("collections.doubled_row")));
        }
        return Ok(Ok(line.clone()));
    }
    // The key is one of ours, so the row was taken over from another sheet.
    let elsewhere = rows::line_by_id(sql, id)?;
    let reason = match elsewhere.filter(|line| line.sheet != sheet.id) {
        Some(_) => Reason::new("collections.foreign_row"),
        None => Reason::new("collections.changed_key"),
    };
    Ok(Err(reason))
}

fn judge_line(
    sql: &mut dyn Sql,
    env: &Env,
    form: &Form,
    sheet: &Sheet,
    fields: &[&Field],
    line: &Line,
    row: &ReturnedRow,
) -> Result<Verdict> {
    let changed = changed_cells(line, row);
    if !changed.is_empty() {
        return Ok(wrong(changed));
    }
    let cells = || fields.iter().zip(row.cells.iter().skip(FIXED.len()));
    if cells().all(|(_, text)| text.trim().is_empty()) {
        return Ok(Verdict::Blank);
    }
    let Some(obligation) = obligations::by_id(sql, line.obligation)? else {
        return Ok(wrong(vec![whole(Reason::new("collections.gone"))]));
    };
    let (mut values, mut faults) = (BTreeMap::new(), Vec::new());
    for (field, text) in cells().filter(|(_, text)| !text.trim().is_empty()) {
        match value(sql, env, field, text, &obligation)? {
            Ok(value) => {
                values.insert(field.id.clone(), value);
            }
            Err(reason) => faults.push(Fault {
                column: Some(field.label.clone()),
                reason,
            }),
        }
    }
    let codes = |list: &str| {
        let entries = env.policy.entries(list).into_iter();
        entries.map(|entry| entry.code.clone()).collect()
    };
    // A field that was refused above would be missed once more here.
    let refused: BTreeSet<Option<String>> = faults.iter().map(|one| one.column.clone()).collect();
    for fault in forms::check(form, &codes, &values) {
        let label = form.fields.iter().find(|field| field.id == fault.field);
        let column = label.map(|field| field.label.clone());
        if !refused.contains(&column) {
            faults.push(Fault {
                column,
                reason: fault.reason,
            });
        }
    }
    if !faults.is_empty() {
        return Ok(wrong(faults));
    }
    settled(sql, sheet, line, obligation, values)
}

/// What was filed from the row before decides: the same again changes nothing, other content needs the record to have
/// fallen. What another body has to do by now is not filed in its name by the body of the sheet.
fn settled(
    sql: &mut dyn Sql,
    sheet: &Sheet,
    line: &Line,
    row: Obligation,
    values: BTreeMap<String, Value>,
) -> Result<Verdict> {
    let before = match line.record {
        Some(id) => records::by_id(sql, id)?,
        None => None,
    };
    let in_force = |state: &str| matches!(state, "filed" | "approved" | "accepted");
    let supersedes = match before {
        Some(record) if in_force(&record.state) && record.values == values => {
            return Ok(Verdict::Unchanged(record.id));
        }
        Some(record) if in_force(&record.state) => {
            return Ok(wrong(vec![whole(Reason::new(
                "collections.returned_before",
            ))]));
        }
        Some(record) if record.state == "superseded" => {
            return Ok(wrong(vec![whole(Reason::new(
                "collections.corrected_since",
            ))]));
        }
        Some(record) => Some(record.id),
        None => None,
    };
    if matches!(row.outcome.as_deref(), Some("excused" | "withdrawn")) {
        return Ok(wrong(vec![whole(Reason::new("collections.ended"))]));
    }
    let bodies = issuing::bodies_of(sql, std::iter::once(row.holder))?;
    if bodies.get(&row.holder) != Some(&sheet.body) {
        return Ok(wrong(vec![whole(Reason::new("collections.moved"))]));
    }
    Ok(Verdict::File(Box::new(Filled {
        line: line.clone(),
        row,
        values,
        supersedes,
    })))
}

/// Fixed cells that do not say any more what was written into them.
fn changed_cells(line: &Line, row: &ReturnedRow) -> Vec<Fault> {
    let cells = FIXED.iter().zip(&line.prefilled).enumerate();
    let changed = cells.filter(|(place, (_, written))| {
        let now = row
            .cells
            .get(*place)
            .map(String::as_str)
            .unwrap_or_default();
        now.trim() != written.trim()
    });
    changed
        .map(|(_, (heading, written))| Fault {
            column: Some((*heading).to_owned()),
            reason: Reason::new("collections.changed_cell").with("written", written),
        })
        .collect()
}

/// What a cell means, with registers asked where it names somebody.
fn value(
    sql: &mut dyn Sql,
    env: &Env,
    field: &Field,
    text: &str,
    row: &Obligation,
) -> Result<std::result::Result<Value, Reason>> {
    let mut values = Vec::new();
    for entry in cells::entries(field, text) {
        let one = match field.kind {
            FieldKind::Person => person(sql, env, entry, row)?,
            FieldKind::Org => org(sql, env, entry)?,
            FieldKind::Site => site(sql, entry, row)?,
            _ => match cells::plain(&env.policy, field, entry) {
                Ok(value) => Some(value),
                Err(reason) => return Ok(Err(reason)),
            },
        };
        let Some(one) = one else {
            let reason = Reason::new("collections.unknown_name").with("label", &field.label);
            return Ok(Err(reason.with("name", entry)));
        };
        values.push(one);
    }
    let single = values.len() == 1 && !field.many;
    Ok(Ok(match single {
        true => values.remove(0),
        false => json!(values),
    }))
}

/// A person of the holder's body, by name.
fn person(sql: &mut dyn Sql, env: &Env, name: &str, row: &Obligation) -> Result<Option<Value>> {
    let day = today(sql, env);
    let body = match registry::person::store::post_by_id(sql, row.holder)? {
        Some(post) => post.org,
        None => row.holder,
    };
    let people = registry::org::store::people(sql, body, day)?;
    if let Some(member) = people.iter().find(|member| member.name == name) {
        return Ok(Some(json!(member.id)));
    }
    // A leader may hold a post here and belong elsewhere.
    for post in registry::person::store::posts_of_org(sql, body, day)? {
        for holder in registry::person::store::holders(sql, post.id, day)? {
            if registry::party::store::label(sql, holder.person)? == name {
                return Ok(Some(json!(holder.person)));
            }
        }
    }
    Ok(None)
}

fn org(sql: &mut dyn Sql, env: &Env, name: &str) -> Result<Option<Value>> {
    let day = today(sql, env);
    let found = registry::org::store::by_name_or_alias(sql, name, day)?;
    Ok(found.map(|org| json!(org.id)))
}

/// The row's own subject; a sheet names no other site.
fn site(sql: &mut dyn Sql, name: &str, row: &Obligation) -> Result<Option<Value>> {
    let own = registry::party::store::label(sql, row.subject)?;
    Ok((own == name).then(|| json!(row.subject)))
}

fn today(sql: &mut dyn Sql, env: &Env) -> Day {
    env.calendar.zone().day_of(sql.now())
}

/// Who hands a sheet in, and what it was.
pub struct Hand<'a> {
    pub caller: &'a Caller,
    pub original: &'a str,
    pub name: &'a str,
}

/// Files one row as a record of its holder, with the sheet as original.
pub fn file(
    tx: &mut Tx,
    env: &Env,
    form: &Form,
    one: &Collection,
    hand: &Hand,
    filled: &Filled,
) -> Result<satisfaction::Filed> {
    let now = tx.now();
    let filing = Filing {
        id: filled.line.next_record(),
        account: hand.caller.account,
        filed_by: hand.caller.person,
        form: one.form.clone(),
        form_version: one.form_version,
        body: filled.row.holder,
        covers: covered(env, &filled.row, now),
        stated_at: None,
        last_contact: None,
        supersedes: filled.supersedes,
        values: filled.values.clone(),
        subjects: vec![filled.row.subject],
        lat: None,
        lng: None,
        on_behalf: Some(OnBehalf {
            channel: "spreadsheet".to_owned(),
            original: hand.original.to_owned(),
            original_name: hand.name.to_owned(),
            collector: Some(one.issued_for),
        }),
    };
    let filed = satisfaction::file(tx, env, form, &filing)?;
    rows::set_record(tx, filled.line.id, filed.record)?;
    Ok(filed)
}

fn wrong(faults: Vec<Fault>) -> Verdict {
    Verdict::Wrong(faults)
}

fn whole(reason: Reason) -> Fault {
    Fault {
        column: None,
        reason,
    }
}
