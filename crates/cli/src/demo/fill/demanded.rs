//! What a part of a requirement demands of a form: values, filled fields, amounts, different values, members.

use super::Ground;
use engine::records::Value;
use kernel::id::Id;
use policy::{Field, FieldKind, FieldTest, Form, Measure, Part};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub struct Demanded<'a> {
    part: Option<&'a Part>,
    members: &'a [Id],
    /// Fields that must be there.
    fields: BTreeSet<&'a str>,
    /// Values without which a demanded field would not be asked for.
    unlocking: BTreeMap<&'a str, &'a str>,
}

impl<'a> Demanded<'a> {
    pub fn of(form: &'a Form, part: Option<&'a Part>, members: &'a [Id]) -> Self {
        let mut demanded = Self {
            part,
            members,
            fields: BTreeSet::new(),
            unlocking: BTreeMap::new(),
        };
        let Some(part) = part else {
            return demanded;
        };
        let evidence = &part.evidence;
        demanded
            .fields
            .extend(evidence.filled.iter().map(String::as_str));
        demanded
            .fields
            .extend(evidence.fields.keys().map(String::as_str));
        demanded.fields.extend(evidence.members.as_deref());
        demanded.fields.extend(measured(part));
        // The condition of a condition stands before it in the form, so the last field is looked at first.
        for field in form.fields.iter().rev() {
            if demanded.asks(&field.id)
                && let Some(when) = &field.when
            {
                demanded.fields.insert(&when.field);
                demanded.unlocking.insert(&when.field, &when.is);
            }
        }
        demanded
    }

    pub fn asks(&self, field: &str) -> bool {
        self.fields.contains(field)
    }

    /// The value that the part demands of this very field.
    pub fn value(&self, ground: &Ground, field: &Field) -> Option<Value> {
        let part = self.part?;
        if part.evidence.members.as_deref() == Some(&field.id) && !self.members.is_empty() {
            let names: Vec<_> = self.members.iter().map(Id::to_string).collect();
            return Some(json!(names));
        }
        if let Some(test) = part.evidence.fields.get(&field.id) {
            let value = match test {
                FieldTest::Is(value) => Some(value),
                FieldTest::OneOf(values) => ground.luck(&field.id).pick(values),
            };
            return value.map(|value| many(field, json!(value)));
        }
        if let Some(value) = self.unlocking.get(field.id.as_str()) {
            return Some(many(field, json!(value)));
        }
        match &part.measure {
            Measure::Sum(name) if *name == field.id => Some(json!(part.min.unwrap_or(1).max(1))),
            Measure::Distinct(name) if *name == field.id => another(ground, field),
            _ => None,
        }
    }
}

fn measured(part: &Part) -> Option<&str> {
    match &part.measure {
        Measure::Sum(name) | Measure::Distinct(name) => Some(name),
        _ => None,
    }
}

/// A value that no other record of the part holds.
fn another(ground: &Ground, field: &Field) -> Option<Value> {
    let first = ground.dice.of(ground.body, &field.id);
    let nth = |count: usize| (first.below(count) + ground.number) % count.max(1);
    let of = |ids: &[Id]| ids.get(nth(ids.len())).map(Id::to_string);
    let value = match field.kind {
        FieldKind::Choice => {
            let choices = ground.choices(field);
            json!(choices.get(nth(choices.len()))?)
        }
        FieldKind::Site => json!(of(ground.sites)?),
        FieldKind::Org => json!(of(ground.orgs)?),
        FieldKind::Person => json!(of(&ground.people.all)?),
        FieldKind::Number => json!(ground.number + 1),
        FieldKind::Date => {
            let days = i32::try_from(ground.number).unwrap_or_default();
            json!(ground.day.plus_days(-days).to_string())
        }
        FieldKind::Text | FieldKind::Place => json!(format!("第{}处", ground.number + 1)),
        _ => return None,
    };
    Some(many(field, value))
}

fn many(field: &Field, value: Value) -> Value {
    if field.many { json!([value]) } else { value }
}
