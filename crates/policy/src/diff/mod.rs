//! What changed between two states of a pack: clauses and definitions added, removed, changed field by field.
//!
//! A definition is compared as it is written, so a field that comes later is compared without a line here. Duties, tasks
//! and lifecycles say what changed in the sentences that people know from the plan page; what those sentences do not
//! show is said field by field.

mod field;
mod labels;
mod render;
mod sentences;

use crate::library::Library;
use crate::pack::Pack;
use crate::words::Lang;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

pub use field::FieldChange;

/// The same thing said in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Both {
    pub zh: String,
    pub en: String,
}

impl Both {
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Both {
        Both {
            zh: zh.into(),
            en: en.into(),
        }
    }

    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What became of a clause or definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Added,
    Removed,
    /// What it says differs; never empty.
    Changed(Vec<FieldChange>),
}

/// One clause or definition that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub pack: String,
    /// Table of the pack in which it stands: `clause`, `duty`, `form` …
    pub table: String,
    /// The table's name for people.
    pub kind: Both,
    pub id: String,
    pub title: Both,
    pub change: Change,
}

/// Everything that differs, pack by pack, in the order of tables and ids.
pub fn diff(old: &Library, new: &Library) -> Vec<Difference> {
    let ids: std::collections::BTreeSet<&String> =
        old.packs.keys().chain(new.packs.keys()).collect();
    let mut all = Vec::new();
    for id in ids {
        let (before, after) = (entries(old.pack(id)), entries(new.pack(id)));
        let keys: std::collections::BTreeSet<&Key> = before.keys().chain(after.keys()).collect();
        for key in keys {
            let change = match (before.get(key), after.get(key)) {
                (None, Some(_)) => Change::Added,
                (Some(_), None) => Change::Removed,
                (Some(was), Some(is)) => {
                    let changes = sentences::changes(old, new, key, was, is);
                    if changes.is_empty() {
                        continue;
                    }
                    Change::Changed(changes)
                }
                (None, None) => continue,
            };
            let shown = after.get(key).or_else(|| before.get(key));
            all.push(Difference {
                pack: id.clone(),
                table: key.table.to_owned(),
                kind: labels::table(key.table),
                id: key.id.clone(),
                title: shown.map(title).unwrap_or_default(),
                change,
            });
        }
    }
    all
}

/// A pack as text, to be kept as it was put in force.
pub fn written(pack: &Pack) -> String {
    let tables: serde_json::Map<String, Value> = tables(pack)
        .into_iter()
        .map(|(table, list)| (table.to_owned(), list))
        .collect();
    Value::Object(tables).to_string()
}

/// A pack that was kept as text; nothing where a later program writes packs otherwise.
pub fn read(text: &str) -> Option<Pack> {
    let mut tables: serde_json::Map<String, Value> = serde_json::from_str(text).ok()?;
    fn list<T: DeserializeOwned>(
        tables: &mut serde_json::Map<String, Value>,
        table: &str,
    ) -> Option<Vec<T>> {
        match tables.remove(table) {
            Some(list) => serde_json::from_value(list).ok(),
            None => Some(Vec::new()),
        }
    }
    Some(Pack {
        header: list(&mut tables, "pack")?.pop()?,
        items: list(&mut tables, "item")?,
        clauses: list(&mut tables, "clause")?,
        duties: list(&mut tables, "duty")?,
        tasks: list(&mut tables, "task")?,
        forms: list(&mut tables, "form")?,
        ladders: list(&mut tables, "ladder")?,
        lifecycles: list(&mut tables, "lifecycle")?,
        matrices: list(&mut tables, "matrix")?,
        circulars: list(&mut tables, "circular")?,
        draws: list(&mut tables, "draw")?,
        shifts: list(&mut tables, "shifts")?,
        seasons: list(&mut tables, "season")?,
        key_periods: list(&mut tables, "key_period")?,
        events: list(&mut tables, "event")?,
        calendars: list(&mut tables, "calendar")?,
        codes: list(&mut tables, "codes")?,
        roles: list(&mut tables, "role")?,
    })
}

/// Where an entry stands: its table and its id, with the version where several versions stand side by side.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// Order of the tables in a pack, so that differences are told as a plan is read.
    order: usize,
    pub table: &'static str,
    pub id: String,
}

/// Every clause and definition of a pack as it is written.
fn entries(pack: Option<&Pack>) -> BTreeMap<Key, Value> {
    let mut found = BTreeMap::new();
    let Some(pack) = pack else { return found };
    for (order, (table, list)) in tables(pack).into_iter().enumerate() {
        let Value::Array(list) = list else { continue };
        for entry in list {
            let id = name_of(table, &entry);
            found.insert(Key { order, table, id }, entry);
        }
    }
    found
}

/// The tables of a pack as they are written, in the order in which a plan is read.
fn tables(pack: &Pack) -> Vec<(&'static str, Value)> {
    vec![
        ("pack", value(std::slice::from_ref(&pack.header))),
        ("item", value(&pack.items)),
        ("clause", value(&pack.clauses)),
        ("duty", value(&pack.duties)),
        ("task", value(&pack.tasks)),
        ("form", value(&pack.forms)),
        ("ladder", value(&pack.ladders)),
        ("lifecycle", value(&pack.lifecycles)),
        ("matrix", value(&pack.matrices)),
        ("circular", value(&pack.circulars)),
        ("draw", value(&pack.draws)),
        ("shifts", value(&pack.shifts)),
        ("season", value(&pack.seasons)),
        ("key_period", value(&pack.key_periods)),
        ("event", value(&pack.events)),
        ("calendar", value(&pack.calendars)),
        ("codes", value(&pack.codes)),
        ("role", value(&pack.roles)),
    ]
}

fn value<T: Serialize>(list: &[T]) -> Value {
    // A definition that cannot be written down again would differ from nothing; there is none such.
    serde_json::to_value(list).unwrap_or_default()
}

fn name_of(table: &str, entry: &Value) -> String {
    let text = |field: &str| render::plain(&entry[field]);
    match table {
        "item" => text("no"),
        "calendar" => text("year"),
        // Versions of one form stand side by side; a record keeps the one that it was filled in.
        "form" | "lifecycle" => format!("{}@{}", text("id"), text("version")),
        _ => text("id"),
    }
}

fn title(entry: &Value) -> Both {
    let text = |field: &str| entry[field].as_str().unwrap_or_default().to_owned();
    let zh = match text("title") {
        title if title.is_empty() => text("summary"),
        title => title,
    };
    let en = match (text("title_en"), text("summary_en")) {
        (title, _) if !title.is_empty() => title,
        (_, summary) if !summary.is_empty() => summary,
        _ => zh.clone(),
    };
    Both { zh, en }
}

/// The differences as lines for a terminal.
pub fn text(differences: &[Difference], lang: Lang) -> String {
    let pick = |zh: &str, en: &str| Both::new(zh, en).of(lang).to_owned();
    let mut lines = Vec::new();
    for one in differences {
        let mark = match one.change {
            Change::Added => pick("新增", "added"),
            Change::Removed => pick("删除", "removed"),
            Change::Changed(_) => pick("变更", "changed"),
        };
        lines.push(format!(
            "{mark}  {} {} {}",
            one.kind.of(lang),
            one.id,
            one.title.of(lang)
        ));
        let Change::Changed(fields) = &one.change else {
            continue;
        };
        for field in fields {
            let colon = pick("：", ": ");
            lines.push(format!("    {}{colon}", field.label.of(lang)));
            lines.push(format!("      - {}", field.before.of(lang)));
            lines.push(format!("      + {}", field.after.of(lang)));
        }
    }
    lines.join("\n")
}
