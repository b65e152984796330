//! What a form demands of a filling, and what matching reads out of it. Pure.

use super::model::Value;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use policy::{Field, FieldKind, Form};
use std::collections::BTreeMap;

/// A fault of one field.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub field: String,
    pub reason: Reason,
}

/// What the fields name: people and bodies by field, sites, attachments, the lead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    pub members: BTreeMap<String, Vec<Id>>,
    pub subjects: Vec<Id>,
    pub attachments: Vec<(String, String, String)>,
    pub lead: Option<Id>,
}

/// Checks a filling against its form. Every fault is reported, not only the first.
pub fn check(
    form: &Form,
    codes: &dyn Fn(&str) -> Vec<String>,
    values: &BTreeMap<String, Value>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for name in values.keys() {
        if !form.fields.iter().any(|field| &field.id == name) {
            faults.push(fault(
                name,
                Reason::new("records.unknown_field").with("field", name),
            ));
        }
    }
    check_fields(&form.fields, codes, values, &mut faults);
    faults
}

fn check_fields(
    fields: &[Field],
    codes: &dyn Fn(&str) -> Vec<String>,
    values: &BTreeMap<String, Value>,
    faults: &mut Vec<Fault>,
) {
    for field in fields {
        let value = values.get(&field.id).filter(|value| !is_empty(value));
        if !asked(field, values) {
            if value.is_some() {
                faults.push(fault(
                    &field.id,
                    Reason::new("records.not_asked").with("label", &field.label),
                ));
            }
            continue;
        }
        match value {
            None if field.required => {
                faults.push(fault(
                    &field.id,
                    Reason::new("records.required").with("label", &field.label),
                ));
            }
            None => {}
            Some(value) => {
                for single in singles(field, value) {
                    if let Some(reason) = wrong(field, codes, single) {
                        faults.push(fault(&field.id, reason));
                    }
                }
            }
        }
    }
}

/// True when the field's condition holds.
pub fn asked(field: &Field, values: &BTreeMap<String, Value>) -> bool {
    field.when.as_ref().is_none_or(|when| {
        values.get(&when.field).and_then(Value::as_str) == Some(when.is.as_str())
    })
}

/// Empty is not a value: null, blank text, an empty list.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

fn singles<'a>(field: &Field, value: &'a Value) -> Vec<&'a Value> {
    match value {
        Value::Array(list) if field.many && field.kind != FieldKind::Table => list.iter().collect(),
        _ => vec![value],
    }
}

fn wrong(field: &Field, codes: &dyn Fn(&str) -> Vec<String>, value: &Value) -> Option<Reason> {
    let refuse = |code: &str| Some(Reason::new(code).with("label", &field.label));
    match field.kind {
        FieldKind::Number if !value.is_number() => refuse("records.not_a_number"),
        FieldKind::Date if value.as_str().and_then(Day::parse).is_none() => {
            refuse("records.not_a_day")
        }
        FieldKind::Person | FieldKind::Org | FieldKind::Site if id_of(value).is_none() => {
            refuse("records.not_a_reference")
        }
        FieldKind::Photo | FieldKind::File | FieldKind::Signature
            if attachment_of(value).is_none() =>
        {
            refuse("records.not_an_attachment")
        }
        FieldKind::Choice => {
            let allowed = field
                .codes
                .as_deref()
                .map_or_else(|| field.choices.clone(), codes);
            let text = value.as_str().unwrap_or_default();
            if allowed.iter().any(|choice| choice == text) {
                None
            } else {
                refuse("records.not_a_choice")
            }
        }
        FieldKind::Text | FieldKind::Place => {
            let Some(text) = value.as_str() else {
                return refuse("records.not_a_text");
            };
            let limit = field.max_length.unwrap_or(4000);
            if text.chars().count() > limit {
                refuse("records.too_long")
            } else {
                None
            }
        }
        FieldKind::Table => table_fault(field, codes, value),
        _ => None,
    }
}

fn table_fault(
    field: &Field,
    codes: &dyn Fn(&str) -> Vec<String>,
    value: &Value,
) -> Option<Reason> {
    let Some(rows) = value.as_array() else {
        return Some(Reason::new("records.not_a_table").with("label", &field.label));
    };
    for (index, row) in rows.iter().enumerate() {
        let cells: BTreeMap<String, Value> = row
            .as_object()
            .map(|cells| cells.clone().into_iter().collect())
            .unwrap_or_default();
        let mut faults = Vec::new();
        check_fields(&field.columns, codes, &cells, &mut faults);
        if let Some(first) = faults.into_iter().next() {
            return Some(first.reason.with("row", (index + 1).to_string()));
        }
    }
    None
}

/// Reads out of a checked filling whom and what it names.
pub fn named(form: &Form, values: &BTreeMap<String, Value>) -> Named {
    let mut named = Named::default();
    for field in &form.fields {
        let Some(value) = values.get(&field.id).filter(|value| !is_empty(value)) else {
            continue;
        };
        for single in singles(field, value) {
            match field.kind {
                FieldKind::Person | FieldKind::Org => {
                    let Some(id) = id_of(single) else { continue };
                    named.members.entry(field.id.clone()).or_default().push(id);
                    if field.lead {
                        named.lead = Some(id);
                    }
                }
                FieldKind::Site => named.subjects.extend(id_of(single)),
                FieldKind::Photo | FieldKind::File | FieldKind::Signature => {
                    if let Some((hash, name)) = attachment_of(single) {
                        named.attachments.push((field.id.clone(), hash, name));
                    }
                }
                _ => {}
            }
        }
    }
    named
}

fn id_of(value: &Value) -> Option<Id> {
    value.as_str().and_then(Id::parse)
}

/// `{hash, name}` of an attachment that was stored before.
fn attachment_of(value: &Value) -> Option<(String, String)> {
    let hash = value.get("hash")?.as_str()?;
    let name = value.get("name").and_then(Value::as_str).unwrap_or(hash);
    (hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
        .then(|| (hash.to_owned(), name.to_owned()))
}

fn fault(field: &str, reason: Reason) -> Fault {
    Fault {
        field: field.to_owned(),
        reason,
    }
}
