//! What the placeholders of a superior's form mean, from the rows of a list. Pure but for reading names.

use super::cells;
use documents::Cell;
use documents::xlsx::Names;
use engine::obligations::{Obligation, State, rules, store as obligations};
use engine::records::routes::visible;
use engine::records::{Record, store as records};
use engine::satisfaction;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use policy::{Field, FieldKind};
use registry::party;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use store::{Error, Result, Sql};

/// Names that have one value for the whole form.
pub const ONCE: [&str; 8] = [
    "日期",
    "填表单位",
    "填表人",
    "总数",
    "单位数",
    "完成数",
    "未完成数",
    "逾期数",
];
/// Names of a line that speaks of a body.
pub const OF_BODY: [&str; 6] = ["序号", "单位", "数量", "完成", "未完成", "逾期"];
/// Names of a line that speaks of one obligation.
pub const OF_ONE: [&str; 6] = ["事项", "对象", "所属期", "办结期限", "状态", "完成时间"];

/// One obligation with the record behind it.
pub struct Entry {
    pub row: Obligation,
    pub title: String,
    pub state: State,
    /// Form and version of the record, whoever sees it.
    pub form: Option<(String, u32)>,
    /// The record, where the caller may see it.
    pub record: Option<Record>,
}

/// What the form is filled with.
pub struct Filling {
    pub once: BTreeMap<String, Cell>,
    pub each: Names,
    pub rows: Vec<BTreeMap<String, Cell>>,
    /// Names of the form that mean nothing here.
    pub unknown: Vec<String>,
}

/// Reads what the lines need. More people see an obligation than the record behind it; for them its values stay empty.
pub fn entries(
    sql: &mut dyn Sql,
    caller: &Caller,
    rows: Vec<Obligation>,
    now: Moment,
) -> Result<Vec<Entry>> {
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let rule = obligations::rule(sql, row.rule)?;
        let record = match satisfaction::store::records_of(sql, row.id)?.first() {
            Some(id) => records::by_id(sql, *id)?,
            None => None,
        };
        entries.push(Entry {
            title: row.title.clone().unwrap_or_else(|| rule.title.clone()),
            state: rules::state(&row, now),
            form: record
                .as_ref()
                .map(|record| (record.form.clone(), record.form_version)),
            record: match record {
                Some(record) if seen(sql, caller, record.id)? => Some(record),
                _ => None,
            },
            row,
        });
    }
    Ok(entries)
}

fn seen(sql: &mut dyn Sql, caller: &Caller, record: Id) -> Result<bool> {
    match visible(sql, caller, record) {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Puts lines and values together for the names that the form holds.
pub fn filling(
    sql: &mut dyn Sql,
    env: &Env,
    names: &Names,
    entries: &[Entry],
    who: (&str, &str),
    now: Moment,
) -> Result<Filling> {
    let fields = fields(env, entries);
    let known = |name: &str| {
        let fixed = ONCE.iter().chain(&OF_BODY).chain(&OF_ONE);
        fixed.copied().any(|own| own == name) || fields.contains_key(name)
    };
    let asked = |name: &str| names.contains(name);
    let by_one = OF_ONE.iter().any(|name| asked(name))
        || fields
            .iter()
            .any(|(label, field)| asked(label) && field.kind != FieldKind::Number);
    let labels = labels(sql, entries)?;
    let rows = match by_one {
        true => each_one(env, entries, &labels, &fields),
        false => each_body(entries, &labels, &fields),
    };
    let mut each: Names = OF_BODY
        .iter()
        .chain(&OF_ONE)
        .map(|name| (*name).to_owned())
        .collect();
    each.extend(fields.keys().cloned());
    Ok(Filling {
        once: once(env, entries, who, now),
        each,
        rows,
        unknown: names.iter().filter(|name| !known(name)).cloned().collect(),
    })
}

/// Fields of the records, by their label.
fn fields(env: &Env, entries: &[Entry]) -> BTreeMap<String, Field> {
    let forms: BTreeSet<(&str, u32)> = entries
        .iter()
        .filter_map(|entry| entry.form.as_ref())
        .map(|(form, version)| (form.as_str(), *version))
        .collect();
    let forms = forms.into_iter();
    let forms = forms.filter_map(|(id, version)| env.policy.form_version(id, version));
    let fields = forms.flat_map(|(_, form)| form.fields.clone());
    fields.map(|field| (field.label.clone(), field)).collect()
}

fn labels(sql: &mut dyn Sql, entries: &[Entry]) -> Result<BTreeMap<Id, String>> {
    let mut ids: Vec<Id> = Vec::new();
    for entry in entries {
        ids.extend([entry.row.holder, entry.row.subject]);
        let named = entry
            .record
            .iter()
            .flat_map(|record| record.members.values());
        ids.extend(named.flatten());
    }
    party::store::labels(sql, &ids)
}

fn once(
    env: &Env,
    entries: &[Entry],
    (body, person): (&str, &str),
    now: Moment,
) -> BTreeMap<String, Cell> {
    let bodies: BTreeSet<Id> = entries.iter().map(|entry| entry.row.holder).collect();
    let all = counts(entries.iter());
    let number = |count: usize| Cell::Number(count as f64);
    let day = env.calendar.zone().day_of(now).to_string();
    let values = [
        Cell::from(day),
        Cell::from(body),
        Cell::from(person),
        number(all.total),
        number(bodies.len()),
        number(all.done),
        number(all.total - all.done),
        number(all.late),
    ];
    ONCE.iter()
        .map(|name| (*name).to_owned())
        .zip(values)
        .collect()
}

#[derive(Clone, Copy, Default)]
struct Counts {
    total: usize,
    done: usize,
    late: usize,
}

fn counts<'a>(entries: impl Iterator<Item = &'a Entry>) -> Counts {
    entries.fold(Counts::default(), |mut counts, entry| {
        counts.total += 1;
        counts.done += usize::from(matches!(entry.state, State::Met | State::MetLate));
        counts.late += usize::from(matches!(entry.state, State::Overdue | State::Lapsed));
        counts
    })
}

fn each_body(
    entries: &[Entry],
    labels: &BTreeMap<Id, String>,
    fields: &BTreeMap<String, Field>,
) -> Vec<BTreeMap<String, Cell>> {
    let mut bodies: BTreeMap<(String, Id), Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        let name = labels.get(&entry.row.holder).cloned().unwrap_or_default();
        bodies
            .entry((name, entry.row.holder))
            .or_default()
            .push(entry);
    }
    let numbers = fields
        .values()
        .filter(|field| field.kind == FieldKind::Number);
    let numbers: Vec<&Field> = numbers.collect();
    let row = |(place, ((name, _), own)): (usize, (&(String, Id), &Vec<&Entry>))| {
        let counts = counts(own.iter().copied());
        let values = [
            Cell::Number((place + 1) as f64),
            Cell::from(name.as_str()),
            Cell::Number(counts.total as f64),
            Cell::Number(counts.done as f64),
            Cell::Number((counts.total - counts.done) as f64),
            Cell::Number(counts.late as f64),
        ];
        let mut row: BTreeMap<String, Cell> = OF_BODY
            .iter()
            .map(|name| (*name).to_owned())
            .zip(values)
            .collect();
        for field in &numbers {
            let filed = own.iter().filter_map(|entry| entry.record.as_ref());
            let sum: f64 = filed
                .filter_map(|record| record.values.get(&field.id)?.as_f64())
                .sum();
            row.insert(field.label.clone(), Cell::Number(sum));
        }
        row
    };
    bodies.iter().enumerate().map(row).collect()
}

fn each_one(
    env: &Env,
    entries: &[Entry],
    labels: &BTreeMap<Id, String>,
    fields: &BTreeMap<String, Field>,
) -> Vec<BTreeMap<String, Cell>> {
    let zone = env.calendar.zone();
    let name = |id: &Id| labels.get(id).map(String::as_str).unwrap_or_default();
    let row = |(place, entry): (usize, &Entry)| {
        let counts = counts(std::iter::once(entry));
        let due = zone.day_of(entry.row.due_at.plus_millis(-1)).to_string();
        let met = entry.row.met_stated.map(|at| zone.day_of(at).to_string());
        let mut row: BTreeMap<String, Cell> = BTreeMap::from([
            ("序号".to_owned(), Cell::Number((place + 1) as f64)),
            ("单位".to_owned(), Cell::from(name(&entry.row.holder))),
            ("数量".to_owned(), Cell::Number(1.0)),
            ("完成".to_owned(), Cell::Number(counts.done as f64)),
            ("未完成".to_owned(), Cell::Number((1 - counts.done) as f64)),
            ("逾期".to_owned(), Cell::Number(counts.late as f64)),
            ("事项".to_owned(), Cell::from(entry.title.as_str())),
            ("对象".to_owned(), Cell::from(name(&entry.row.subject))),
            ("所属期".to_owned(), Cell::from(entry.row.period.as_str())),
            ("办结期限".to_owned(), Cell::from(due)),
            ("状态".to_owned(), Cell::from(word(entry.state))),
            ("完成时间".to_owned(), Cell::from(met)),
        ]);
        for (label, field) in fields {
            let value = entry
                .record
                .as_ref()
                .and_then(|record| record.values.get(&field.id));
            row.insert(
                label.clone(),
                value.map_or(Cell::Empty, |value| cell(env, field, value, labels)),
            );
        }
        row
    };
    entries.iter().enumerate().map(row).collect()
}

/// A value of a record as a person reads it.
fn cell(env: &Env, field: &Field, value: &Value, labels: &BTreeMap<Id, String>) -> Cell {
    let word = |text: &str| match field.kind {
        FieldKind::Choice => {
            let choices = cells::choices(&env.policy, field);
            let found = choices.iter().find(|(code, _)| code == text);
            found.map_or_else(|| text.to_owned(), |(_, label)| label.clone())
        }
        FieldKind::Person | FieldKind::Org | FieldKind::Site => Id::parse(text)
            .and_then(|id| labels.get(&id).cloned())
            .unwrap_or_default(),
        _ => text.to_owned(),
    };
    match value {
        Value::Number(number) => Cell::Number(number.as_f64().unwrap_or_default()),
        Value::String(text) => Cell::from(word(text)),
        Value::Array(list) => {
            let words = list.iter().filter_map(Value::as_str).map(word);
            Cell::from(words.collect::<Vec<_>>().join("、"))
        }
        _ => Cell::Empty,
    }
}

fn word(state: State) -> &'static str {
    match state {
        State::Upcoming => "未开始",
        State::Open => "待办",
        State::DueSoon => "即将到期",
        State::Overdue => "逾期未办",
        State::Lapsed => "漏办",
        State::Met => "按期完成",
        State::MetLate => "逾期完成",
        State::Excused => "免办",
        State::Withdrawn => "撤销",
    }
}
