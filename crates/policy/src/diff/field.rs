//! Fields compared as they are written, down into tables and lists.

use super::{Both, labels, render};
use serde::Serialize;
use serde_json::{Map, Value};

/// One field that says something else than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field as the pack writes it: `due`, `field.date.required`.
    pub field: String,
    pub label: Both,
    pub before: Both,
    pub after: Both,
}

/// What differs between two entries, save the named fields.
pub fn compare(before: &Value, after: &Value, except: &[&str]) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let empty = Map::new();
    let (was, is) = (
        before.as_object().unwrap_or(&empty),
        after.as_object().unwrap_or(&empty),
    );
    for key in keys(was, is) {
        if except.contains(&key.as_str()) {
            continue;
        }
        let (was, is) = (was.get(key), is.get(key));
        value(
            key,
            &labels::field(key),
            was.unwrap_or(&Value::Null),
            is.unwrap_or(&Value::Null),
            &mut changes,
        );
    }
    changes
}

fn keys<'v>(was: &'v Map<String, Value>, is: &'v Map<String, Value>) -> Vec<&'v String> {
    let mut keys: Vec<&String> = was.keys().chain(is.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn value(path: &str, label: &Both, was: &Value, is: &Value, changes: &mut Vec<FieldChange>) {
    if was == is || (render::is_nothing(was) && render::is_nothing(is)) {
        return;
    }
    if let (Some(was), Some(is)) = (named(was), named(is)) {
        list(path, label, &was, &is, changes);
        return;
    }
    changes.push(FieldChange {
        field: path.to_owned(),
        label: label.clone(),
        before: render::both(was),
        after: render::both(is),
    });
}

/// Entries of a list that have names of their own: fields of a form, entries of a code list, milestones.
fn named(value: &Value) -> Option<Vec<(String, &Value)>> {
    let list = value.as_array()?;
    if list.is_empty() {
        return None;
    }
    list.iter()
        .map(|entry| {
            let table = entry.as_object()?;
            let name = ["id", "code", "name", "no", "month"]
                .iter()
                .find_map(|key| table.get(*key))?;
            Some((render::plain(name), entry))
        })
        .collect()
}

fn list(
    path: &str,
    label: &Both,
    was: &[(String, &Value)],
    is: &[(String, &Value)],
    changes: &mut Vec<FieldChange>,
) {
    let mut names: Vec<&String> = was.iter().chain(is).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    let find = |list: &[(String, &Value)], name: &String| {
        list.iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| (*value).clone())
    };
    for name in names {
        let (before, after) = (find(was, name), find(is, name));
        let shown = after.as_ref().or(before.as_ref());
        let title = shown.map(called).unwrap_or_default();
        let own = Both::new(
            format!("{}“{}”", label.zh, or(&title.zh, name)),
            format!("{} “{}”", label.en, or(&title.en, name)),
        );
        let path = format!("{path}.{name}");
        match (before, after) {
            (Some(before), Some(after)) => {
                for inner in compare(&before, &after, &[]) {
                    changes.push(FieldChange {
                        field: format!("{path}.{}", inner.field),
                        label: Both::new(
                            format!("{}·{}", own.zh, inner.label.zh),
                            format!("{}, {}", own.en, inner.label.en),
                        ),
                        ..inner
                    });
                }
            }
            (before, after) => changes.push(FieldChange {
                field: path,
                label: own,
                before: render::both(&before.unwrap_or_default()),
                after: render::both(&after.unwrap_or_default()),
            }),
        }
    }
    // The same entries in another order are another form to fill in.
    let order = |list: &[(String, &Value)]| -> Vec<String> {
        list.iter().map(|(name, _)| name.clone()).collect()
    };
    let same_set = was.len() == is.len()
        && was
            .iter()
            .all(|(name, _)| is.iter().any(|(own, _)| own == name));
    if same_set && order(was) != order(is) {
        changes.push(FieldChange {
            field: path.to_owned(),
            label: Both::new(
                format!("{}的次序", label.zh),
                format!("order of {}", label.en),
            ),
            before: Both::new(order(was).join("、"), order(was).join(", ")),
            after: Both::new(order(is).join("、"), order(is).join(", ")),
        });
    }
}

fn called(entry: &Value) -> Both {
    let text = |names: [&str; 2]| {
        names
            .iter()
            .find_map(|name| entry[*name].as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let zh = text(["label", "title"]);
    let en = text(["label_en", "title_en"]);
    let en = if en.is_empty() { zh.clone() } else { en };
    Both { zh, en }
}

fn or<'t>(text: &'t str, other: &'t str) -> &'t str {
    if text.is_empty() { other } else { text }
}
