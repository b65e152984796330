//! Values as people read them.

use super::{Both, labels};
use serde_json::Value;

/// A bare value as text, for names and keys.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A value in both languages. What is absent says so; a list is joined; a table names its keys.
pub fn both(value: &Value) -> Both {
    match value {
        Value::Null => Both::new("（无）", "(none)"),
        Value::Bool(true) => Both::new("是", "yes"),
        Value::Bool(false) => Both::new("否", "no"),
        Value::String(text) if text.is_empty() => both(&Value::Null),
        Value::String(text) => labels::word(text),
        Value::Number(number) => Both::new(number.to_string(), number.to_string()),
        Value::Array(list) if list.is_empty() => both(&Value::Null),
        Value::Array(list) => joined(list.iter().map(both), "、", ", "),
        Value::Object(table) => {
            let parts = table
                .iter()
                .filter(|(_, value)| !is_nothing(value))
                .map(|(key, value)| {
                    let (label, value) = (labels::field(key), both(value));
                    Both::new(
                        format!("{}：{}", label.zh, value.zh),
                        format!("{}: {}", label.en, value.en),
                    )
                });
            joined(parts, "；", "; ")
        }
    }
}

/// Absent, empty or no: what a definition need not say.
pub fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(table) => table.is_empty(),
        _ => false,
    }
}

fn joined(parts: impl Iterator<Item = Both>, zh: &str, en: &str) -> Both {
    let parts: Vec<Both> = parts.collect();
    let join =
        |pick: fn(&Both) -> &str, by: &str| parts.iter().map(pick).collect::<Vec<_>>().join(by);
    Both::new(join(|one| &one.zh, zh), join(|one| &one.en, en))
}
