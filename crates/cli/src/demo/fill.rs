//! Fills in any form of the pack, so that what a part of a requirement asks for is there.

mod demanded;
mod phrases;

use super::files::Files;
use super::luck::{Dice, Luck};
use super::people::People;
use demanded::Demanded;
use engine::records::{Value, rules};
use kernel::id::Id;
use kernel::time::Day;
use policy::{CodeEntry, Field, FieldKind, Form, Library, Part};
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
    /// Pack of the place: its code lists are used, not those of other places.
    pub pack: &'a str,
    pub files: &'a Files,
    pub people: &'a People,
    /// The body for which it is filed.
    pub body: Id,
    /// Objects that a field may name, that of the record first.
    pub sites: &'a [Id],
    /// Bodies that a field may name, that of the record first.
    pub orgs: &'a [Id],
    /// Latitude and longitude as a field holds them.
    pub spot: String,
    pub day: Day,
    /// Whose luck it is.
    pub thing: Id,
    pub dice: Dice,
    /// Which of several records for one part it is: where different values are asked, each holds another.
    pub number: usize,
    pub care: Care,
}

/// The values of a form that qualify for a part; `members` are those that a list of people must name.
pub fn fill(
    ground: &Ground,
    form: &Form,
    part: Option<&Part>,
    members: &[Id],
) -> BTreeMap<String, Value> {
    let demanded = Demanded::of(form, part, members);
    let mut values = BTreeMap::new();
    for field in &form.fields {
        if !rules::asked(field, &values) {
            continue;
        }
        let needed = field.required || demanded.asks(&field.id);
        // What nobody needs is left out now and then, as people do.
        let careless = ground.care == Care::Usual;
        if !needed && careless && ground.luck(&field.id).of_hundred() < 45 {
            continue;
        }
        let wanted = demanded.value(ground, field);
        if let Some(value) = wanted.or_else(|| value(ground, field)) {
            values.insert(field.id.clone(), value);
        }
    }
    values
}

impl Ground<'_> {
    fn luck(&self, question: &str) -> Luck {
        self.dice.of(self.thing, question)
    }

    /// Entries of a code list as the pack of the place sees it.
    fn entries(&self, list: &str) -> Vec<&CodeEntry> {
        let packs = self.library.reach(self.pack);
        let own = |wanted: &str, extends: Option<&str>| wanted == list || extends == Some(list);
        packs
            .into_iter()
            .flat_map(|pack| &pack.codes)
            .filter(|codes| own(&codes.id, codes.extends.as_deref()))
            .flat_map(|codes| &codes.entries)
            .collect()
    }

    /// What may be chosen in a field.
    fn choices(&self, field: &Field) -> Vec<String> {
        match &field.codes {
            None => field.choices.clone(),
            Some(list) => {
                let entries = self.entries(list);
                entries.iter().map(|entry| entry.code.clone()).collect()
            }
        }
    }
}

fn value(ground: &Ground, field: &Field) -> Option<Value> {
    let luck = ground.luck(&field.id);
    let single = match field.kind {
        FieldKind::Text => json!(phrases::text(field, luck)),
        FieldKind::Place => json!(ground.spot),
        FieldKind::Number => json!(luck.between(1, 30)),
        FieldKind::Choice => json!(luck.pick(&ground.choices(field))?),
        FieldKind::Date => json!(ground.day.to_string()),
        FieldKind::Photo | FieldKind::Signature => ground.files.picture.clone(),
        FieldKind::File => ground.files.paper.clone(),
        FieldKind::Person => return people(ground, field, luck),
        FieldKind::Org => json!(ground.orgs.first().unwrap_or(&ground.body).to_string()),
        FieldKind::Site => json!(ground.sites.first()?.to_string()),
        FieldKind::Table => return Some(json!([row(ground, field)])),
    };
    Some(if field.many { json!([single]) } else { single })
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
