//! One id, one definition: over all packs together, because a duty's id is part of the key of its obligations.

use super::say;
use crate::draft::Draft;
use crate::notes::Notes;
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// One thing with an id: what it is, the id that must be its own, the id as shown, and where it stands.
struct Named<'a> {
    table: Table,
    key: String,
    written: &'a Written<'a>,
    at: &'static str,
}

pub fn check(drafts: &[Draft<'_>], notes: &mut Notes<'_>) {
    let mut first: BTreeMap<(Table, String), String> = BTreeMap::new();
    for draft in drafts {
        for Named {
            table,
            key,
            written,
            at,
        } in named(draft)
        {
            let steps = [Step::from(at)];
            let place = notes.place(written, &steps);
            match first.entry((table, key)) {
                Entry::Vacant(free) => {
                    free.insert(place);
                }
                Entry::Occupied(taken) => {
                    let shown = taken.key().1.rsplit('\n').next().unwrap_or_default();
                    notes.at(
                        written,
                        &steps,
                        say::two_definitions(table, shown, taken.get()),
                    );
                }
            }
        }
    }
}

fn named<'a>(draft: &'a Draft<'a>) -> Vec<Named<'a>> {
    let mut all = Vec::new();
    let mut add = |table, key: String, written: &'a Written<'a>, at| {
        all.push(Named {
            table,
            key,
            written,
            at,
        });
    };
    // Items are numbered by each document for itself, and every pack may have its own default ladder.
    let own = |id: &str| format!("{}\n{id}", draft.folder);
    let versioned = |id: &str, version: u32| format!("{id} v{version}");
    draft
        .header
        .iter()
        .for_each(|(it, w)| add(Table::Pack, it.id.clone(), w, "id"));
    draft
        .items
        .iter()
        .for_each(|(it, w)| add(Table::Item, own(&it.no), w, "no"));
    draft
        .clauses
        .iter()
        .for_each(|(it, w)| add(Table::Clause, it.id.clone(), w, "id"));
    draft
        .duties
        .iter()
        .for_each(|(it, w)| add(Table::Duty, it.id.clone(), w, "id"));
    draft
        .tasks
        .iter()
        .for_each(|(it, w)| add(Table::Task, it.id.clone(), w, "id"));
    draft
        .forms
        .iter()
        .for_each(|(it, w)| add(Table::Form, versioned(&it.id, it.version), w, "id"));
    draft.ladders.iter().for_each(|(it, w)| {
        let key = if it.id == "default" {
            own(&it.id)
        } else {
            it.id.clone()
        };
        add(Table::Ladder, key, w, "id");
    });
    draft
        .lifecycles
        .iter()
        .for_each(|(it, w)| add(Table::Lifecycle, versioned(&it.id, it.version), w, "id"));
    draft
        .matrices
        .iter()
        .for_each(|(it, w)| add(Table::Matrix, it.id.clone(), w, "id"));
    draft
        .circulars
        .iter()
        .for_each(|(it, w)| add(Table::Circular, it.id.clone(), w, "id"));
    draft
        .draws
        .iter()
        .for_each(|(it, w)| add(Table::Draw, it.id.clone(), w, "id"));
    draft
        .shifts
        .iter()
        .for_each(|(it, w)| add(Table::Shifts, it.id.clone(), w, "id"));
    draft
        .seasons
        .iter()
        .for_each(|(it, w)| add(Table::Season, it.id.clone(), w, "id"));
    draft
        .key_periods
        .iter()
        .for_each(|(it, w)| add(Table::KeyPeriod, it.id.clone(), w, "id"));
    draft
        .events
        .iter()
        .for_each(|(it, w)| add(Table::Event, it.id.clone(), w, "id"));
    draft
        .calendars
        .iter()
        .for_each(|(it, w)| add(Table::Calendar, it.year.to_string(), w, "year"));
    draft
        .codes
        .iter()
        .for_each(|(it, w)| add(Table::Codes, it.id.clone(), w, "id"));
    draft
        .roles
        .iter()
        .for_each(|(it, w)| add(Table::Role, it.id.clone(), w, "id"));
    all
}
