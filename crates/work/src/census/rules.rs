//! What a census sheet says, and how it differs from the one before. Pure functions of a form and two fillings.

use kernel::period::Period;
use kernel::reason::Reason;
use policy::{Census, Field, FieldKind, Form};
use serde_json::Value;
use std::collections::BTreeMap;

/// What was filled in, field by field.
pub type Values = BTreeMap<String, Value>;

/// One field of the snapshot against the month before.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub field: String,
    pub label: String,
    pub label_en: String,
    pub unit: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Difference of a number; zero where nothing changed.
    pub difference: Option<f64>,
    pub same: bool,
}

/// Two sheets compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub changes: Vec<Change>,
    /// The later sheet states that nothing changed.
    pub stated_same: bool,
    /// It states so while its figures say otherwise: shown, never corrected.
    pub contradicts: bool,
}

/// Whether the sheet states that nothing changed.
pub fn states_same(census: &Census, sheet: &Values) -> bool {
    sheet.get(&census.field).and_then(Value::as_str) == Some(census.same.as_str())
}

/// Fields of the snapshot: what is counted or classed, not who filled it in, when, or how it is proven.
pub fn snapshot<'f>(form: &'f Form, census: &Census) -> Vec<&'f Field> {
    form.fields
        .iter()
        .filter(|field| {
            let counted = matches!(
                field.kind,
                FieldKind::Number | FieldKind::Choice | FieldKind::Text
            );
            // What hangs on the statement of change explains the change and is not part of what stands.
            let explains = field
                .when
                .as_ref()
                .is_some_and(|when| when.field == census.field);
            counted && !explains && field.id != census.field
        })
        .collect()
}

/// The later sheet against the earlier one. Where the later one states that nothing changed and leaves a field empty,
/// the earlier value still stands.
pub fn compare(form: &Form, census: &Census, before: &Values, after: &Values) -> Comparison {
    let stated_same = states_same(census, after);
    let changes: Vec<Change> = snapshot(form, census)
        .into_iter()
        .map(|field| {
            let was = before.get(&field.id).filter(|value| !is_empty(value));
            let is = after
                .get(&field.id)
                .filter(|value| !is_empty(value))
                .or(was.filter(|_| stated_same));
            change(field, was, is)
        })
        .collect();
    Comparison {
        contradicts: stated_same && changes.iter().any(|change| !change.same),
        stated_same,
        changes,
    }
}

fn change(field: &Field, was: Option<&Value>, is: Option<&Value>) -> Change {
    let difference = match (field.kind, number(was), number(is)) {
        (FieldKind::Number, Some(was), Some(is)) => Some(is - was),
        _ => None,
    };
    let (before, after) = (was.map(text), is.map(text));
    Change {
        field: field.id.clone(),
        label: field.label.clone(),
        label_en: field.label_en.clone(),
        unit: field.unit.clone(),
        same: match difference {
            Some(difference) => difference == 0.0,
            None => before == after,
        },
        before,
        after,
        difference,
    }
}

fn number(value: Option<&Value>) -> Option<f64> {
    value.and_then(Value::as_f64)
}

pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

/// Why there is no change to show: the census of a month is missing.
pub fn missing(period: &Period) -> Reason {
    told("census.none", period)
}

/// There may be a sheet; whoever asks does not see it.
pub fn hidden(period: &Period) -> Reason {
    told("census.out_of_sight", period)
}

fn told(code: &str, period: &Period) -> Reason {
    let month = period.start.month();
    Reason::new(code)
        .with("period", period.label())
        .with("month", month)
        .with("month_en", MONTHS[(month as usize - 1) % MONTHS.len()])
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn form() -> Form {
        let written = json!({
            "id": "census", "version": 1, "title": "摸排表",
            "field": [
                { "id": "date", "label": "日期", "kind": "date" },
                { "id": "class", "label": "类别", "kind": "choice", "choices": ["甲", "乙"] },
                { "id": "hazards", "label": "隐患", "kind": "number" },
                { "id": "changed", "label": "变化", "kind": "choice", "choices": ["有变化", "无变化"] },
                { "id": "why", "label": "变化情况", "kind": "text", "when": { "field": "changed", "is": "有变化" } },
            ],
        });
        serde_json::from_value(written).expect("a form")
    }

    fn census() -> Census {
        Census {
            field: "changed".to_owned(),
            same: "无变化".to_owned(),
        }
    }

    fn sheet(values: Value) -> Values {
        serde_json::from_value(values).expect("values")
    }

    fn by_field(comparison: &Comparison, field: &str) -> Change {
        let found = comparison
            .changes
            .iter()
            .find(|change| change.field == field);
        found.expect("the field").clone()
    }

    #[test]
    fn the_snapshot_is_what_stands_and_not_who_wrote_it() {
        let form = form();
        let fields: Vec<&str> = snapshot(&form, &census())
            .iter()
            .map(|field| field.id.as_str())
            .collect();
        assert_eq!(fields, ["class", "hazards"]);
    }

    #[test]
    fn numbers_differ_by_an_amount_and_classes_by_their_names() {
        let before = sheet(json!({ "class": "甲", "hazards": 5, "changed": "无变化" }));
        let after = sheet(json!({ "class": "乙", "hazards": 3, "changed": "有变化" }));
        let compared = compare(&form(), &census(), &before, &after);
        assert_eq!(by_field(&compared, "hazards").difference, Some(-2.0));
        let class = by_field(&compared, "class");
        assert_eq!(
            (class.before.as_deref(), class.after.as_deref(), class.same),
            (Some("甲"), Some("乙"), false)
        );
        assert!(!compared.stated_same && !compared.contradicts);
    }

    #[test]
    fn no_change_is_stated_by_value_and_what_was_left_empty_stands_as_before() {
        let before = sheet(json!({ "class": "甲", "hazards": 5 }));
        let after = sheet(json!({ "changed": "无变化" }));
        let compared = compare(&form(), &census(), &before, &after);
        assert!(compared.stated_same && !compared.contradicts);
        assert_eq!(by_field(&compared, "hazards").difference, Some(0.0));
        assert!(compared.changes.iter().all(|change| change.same));
    }

    #[test]
    fn stating_no_change_against_the_own_figures_is_shown() {
        let before = sheet(json!({ "hazards": 5 }));
        let after = sheet(json!({ "hazards": 6, "changed": "无变化" }));
        assert!(compare(&form(), &census(), &before, &after).contradicts);
    }

    #[test]
    fn a_missing_month_is_named() {
        let february = Period::parse_label("2023-02").expect("a month");
        let reason = missing(&february);
        assert_eq!(reason.code, "census.none");
        assert_eq!(reason.params["month_en"], "February");
    }
}
