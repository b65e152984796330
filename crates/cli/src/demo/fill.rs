//! Fills in any form of the pack, so that what a part of a requirement asks for is there.

mod phrases;

use super::files::Files;
use super::luck::Luck;
use super::people::People;
use engine::records::{Value, rules};
use kernel::id::Id;
use kernel::time::Day;
use policy::{Field, FieldKind, FieldTest, Form, Library, Measure, Part};
use serde_json::json;
use std::collections::BTreeMap;

/// How carefully somebody fills in what he need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    Usual,
    Thorough,
}

/// What a filling may draw on.
pub struct Ground<'a> {
    pub library: &'a Library,
    pub files: &'a Files,
    pub people: &'a People,
    /// The body for which it is filed.
    pub body: Id,
    pub subject: Id,
    /// Whether the subject is something that is supervised.
    pub is_site: bool,
    pub day: Day,
    /// Whose luck it is.
    pub thing: Id,
    pub care: Care,
}

/// The values of a form that qualify for a part; `members` are those that a list of people must name.
pub fn fill(
    ground: &Ground,
    form: &Form,
    part: Option<&Part>,
    members: &[Id],
) -> BTreeMap<String, Value> {
    let mut values = BTreeMap::new();
    for field in &form.fields {
        if !rules::asked(field, &values) {
            continue;
        }
        let wanted = wanted(field, part, members);
        let needed = field.required || wanted.is_some() || is_asked_for(field, part);
        // What nobody needs is left out now and then, as people do.
        let careless = ground.care == Care::Usual;
        if !needed && careless && Luck::of(ground.thing, &field.id).of_hundred() < 45 {
            continue;
        }
        if let Some(value) = wanted.or_else(|| value(ground, field)) {
            values.insert(field.id.clone(), value);
        }
    }
    values
}

/// The value that the part demands of this very field.
fn wanted(field: &Field, part: Option<&Part>, members: &[Id]) -> Option<Value> {
    let part = part?;
    if part.evidence.members.as_deref() == Some(&field.id) && !members.is_empty() {
        return Some(json!(members.iter().map(Id::to_string).collect::<Vec<_>>()));
    }
    let measured = match &part.measure {
        Measure::Sum(name) if *name == field.id => Some(json!(part.min.unwrap_or(1))),
        _ => None,
    };
    let test = part.evidence.fields.get(&field.id).map(|test| match test {
        FieldTest::Is(value) => json!(value),
        FieldTest::OneOf(values) => json!(values.first()),
    });
    measured.or(test)
}

fn is_asked_for(field: &Field, part: Option<&Part>) -> bool {
    part.is_some_and(|part| part.evidence.filled.contains(&field.id))
}

fn value(ground: &Ground, field: &Field) -> Option<Value> {
    let luck = Luck::of(ground.thing, &field.id);
    let single = match field.kind {
        FieldKind::Text => json!(phrases::text(field, luck)),
        FieldKind::Place => json!("30.638,119.680"),
        FieldKind::Number => json!(luck.between(1, 30)),
        FieldKind::Choice => json!(choice(ground, field, luck)?),
        FieldKind::Date => json!(ground.day.to_string()),
        FieldKind::Photo | FieldKind::Signature => ground.files.picture.clone(),
        FieldKind::File => ground.files.paper.clone(),
        FieldKind::Person => return people(ground, field, luck),
        FieldKind::Org => json!(ground.body.to_string()),
        FieldKind::Site if ground.is_site => json!(ground.subject.to_string()),
        FieldKind::Site => return None,
        FieldKind::Table => return Some(json!([row(ground, field)])),
    };
    Some(if field.many { json!([single]) } else { single })
}

fn choice(ground: &Ground, field: &Field, luck: Luck) -> Option<String> {
    let Some(codes) = &field.codes else {
        return luck.pick(&field.choices).cloned();
    };
    let entries = ground.library.entries(codes);
    luck.pick(&entries).map(|entry| entry.code.clone())
}

fn people(ground: &Ground, field: &Field, luck: Luck) -> Option<Value> {
    let all = &ground.people.all;
    if field.many {
        let some: Vec<_> = all.iter().take(6).map(Id::to_string).collect();
        return (!some.is_empty()).then(|| json!(some));
    }
    let one = if field.lead {
        all.first()
    } else {
        luck.pick(all)
    };
    one.map(|person| json!(person.to_string()))
}

fn row(ground: &Ground, field: &Field) -> Value {
    let mut cells = BTreeMap::new();
    for column in &field.columns {
        if rules::asked(column, &cells)
            && let Some(value) = value(ground, column)
        {
            cells.insert(column.id.clone(), value);
        }
    }
    json!(cells)
}
