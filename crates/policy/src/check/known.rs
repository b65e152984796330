//! What is defined, and what of it a pack may use: its own and that of the packs it builds on.

use super::say;
use crate::definitions::{CodeList, Duty, Form, Header, Season, Shifts};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Every definition of every draft, by kind and id.
pub struct Known<'a> {
    pub drafts: &'a [Draft<'a>],
    by_id: BTreeMap<(Table, &'a str), Vec<usize>>,
    by_pack: BTreeMap<&'a str, usize>,
}

/// What one pack sees.
pub struct View<'a> {
    known: &'a Known<'a>,
    /// The pack itself and all that it builds on, as indexes of drafts.
    reach: Vec<usize>,
}

impl<'a> Known<'a> {
    pub fn of(drafts: &'a [Draft<'a>]) -> Known<'a> {
        let mut by_id: BTreeMap<(Table, &str), Vec<usize>> = BTreeMap::new();
        let mut by_pack = BTreeMap::new();
        for (index, draft) in drafts.iter().enumerate() {
            for (table, id) in ids_of(draft) {
                by_id.entry((table, id)).or_default().push(index);
            }
            if let Some((header, _)) = &draft.header {
                by_pack.entry(header.id.as_str()).or_insert(index);
            }
        }
        Known {
            drafts,
            by_id,
            by_pack,
        }
    }

    pub fn pack(&self, id: &str) -> Option<usize> {
        self.by_pack.get(id).copied()
    }

    /// What a pack sees. Where its header does not say which packs lie below it, it sees all of them, so that one wrong
    /// name in a header does not turn every reference into a finding.
    pub fn view(&'a self, index: usize) -> View<'a> {
        let mut reach = vec![index];
        let mut at = 0;
        while at < reach.len() {
            let Some(below) = self.below(reach[at]) else {
                let others = (0..self.drafts.len()).filter(|other| *other != index);
                return View {
                    known: self,
                    reach: [index].into_iter().chain(others).collect(),
                };
            };
            for pack in below {
                if !reach.contains(&pack) {
                    reach.push(pack);
                }
            }
            at += 1;
        }
        View { known: self, reach }
    }

    fn below(&self, index: usize) -> Option<Vec<usize>> {
        let (header, _) = self.drafts[index].header.as_ref()?;
        header.builds_on.iter().map(|id| self.pack(id)).collect()
    }
}

impl<'a> View<'a> {
    /// The header of the pack itself.
    pub fn header(&self) -> Option<&'a Header> {
        self.drafts()
            .next()?
            .header
            .as_ref()
            .map(|(header, _)| header)
    }

    /// The pack itself and those that it builds on, nearest first.
    pub fn drafts(&self) -> impl Iterator<Item = &'a Draft<'a>> + '_ {
        self.reach.iter().map(|index| &self.known.drafts[*index])
    }

    /// Notes a reference to something that is not defined within reach.
    pub fn refer(
        &self,
        table: Table,
        id: &str,
        written: &Written<'_>,
        steps: &[Step],
        notes: &mut Notes<'_>,
    ) {
        let holders = self
            .known
            .by_id
            .get(&(table, id))
            .map_or(&[][..], Vec::as_slice);
        if holders.iter().any(|holder| self.reach.contains(holder)) {
            return;
        }
        let elsewhere = holders.iter().find_map(|holder| {
            self.known.drafts[*holder]
                .header
                .as_ref()
                .map(|(header, _)| header.id.as_str())
        });
        let said = match elsewhere {
            Some(pack) => say::out_of_reach(table, id, pack),
            None => say::unknown_reference(table, id),
        };
        notes.at(written, steps, said);
    }

    /// The newest version of a form within reach.
    pub fn form(&self, id: &str) -> Option<&'a Form> {
        self.drafts()
            .flat_map(|draft| &draft.forms)
            .map(|(form, _)| form)
            .filter(|form| form.id == id)
            .max_by_key(|form| form.version)
    }

    pub fn shifts(&self, id: &str) -> Option<&'a Shifts> {
        self.drafts()
            .flat_map(|draft| &draft.shifts)
            .map(|(shifts, _)| shifts)
            .find(|it| it.id == id)
    }

    pub fn season(&self, id: &str) -> Option<&'a Season> {
        self.drafts()
            .flat_map(|draft| &draft.seasons)
            .map(|(season, _)| season)
            .find(|it| it.id == id)
    }

    pub fn duty(&self, id: &str) -> Option<&'a Duty> {
        self.drafts()
            .flat_map(|draft| &draft.duties)
            .map(|(duty, _)| duty)
            .find(|it| it.id == id)
    }

    /// The codes of a list within reach, with what other lists within reach add to it; nothing if there is no such list.
    pub fn codes(&self, list: &str) -> Option<BTreeSet<&'a str>> {
        let lists = || {
            self.drafts()
                .flat_map(|draft| &draft.codes)
                .map(|(list, _)| list)
        };
        lists().find(|known| known.id == list)?;
        let adds = |known: &&CodeList| known.id == list || known.extends.as_deref() == Some(list);
        Some(
            lists()
                .filter(adds)
                .flat_map(|it| &it.entries)
                .map(|it| it.code.as_str())
                .collect(),
        )
    }

    /// Notes a value that a base list within reach does not hold. A pack without that list is free.
    pub fn code(
        &self,
        list: &str,
        value: &str,
        written: &Written<'_>,
        steps: &[Step],
        notes: &mut Notes<'_>,
    ) {
        if let Some(codes) = self.codes(list)
            && !codes.contains(value)
        {
            notes.at(written, steps, say::unknown_code(list, value, &codes));
        }
    }
}

fn ids_of<'a>(draft: &'a Draft<'a>) -> Vec<(Table, &'a str)> {
    let mut ids: Vec<(Table, &str)> = draft
        .broken
        .iter()
        .map(|(table, id)| (*table, id.as_str()))
        .collect();
    ids.extend(
        draft
            .items
            .iter()
            .map(|(item, _)| (Table::Item, item.no.as_str())),
    );
    ids.extend(
        draft
            .clauses
            .iter()
            .map(|(it, _)| (Table::Clause, it.id.as_str())),
    );
    ids.extend(
        draft
            .duties
            .iter()
            .map(|(it, _)| (Table::Duty, it.id.as_str())),
    );
    ids.extend(
        draft
            .tasks
            .iter()
            .map(|(it, _)| (Table::Task, it.id.as_str())),
    );
    ids.extend(
        draft
            .forms
            .iter()
            .map(|(it, _)| (Table::Form, it.id.as_str())),
    );
    ids.extend(
        draft
            .ladders
            .iter()
            .map(|(it, _)| (Table::Ladder, it.id.as_str())),
    );
    ids.extend(
        draft
            .lifecycles
            .iter()
            .map(|(it, _)| (Table::Lifecycle, it.id.as_str())),
    );
    ids.extend(
        draft
            .matrices
            .iter()
            .map(|(it, _)| (Table::Matrix, it.id.as_str())),
    );
    ids.extend(
        draft
            .circulars
            .iter()
            .map(|(it, _)| (Table::Circular, it.id.as_str())),
    );
    ids.extend(
        draft
            .draws
            .iter()
            .map(|(it, _)| (Table::Draw, it.id.as_str())),
    );
    ids.extend(
        draft
            .shifts
            .iter()
            .map(|(it, _)| (Table::Shifts, it.id.as_str())),
    );
    ids.extend(
        draft
            .seasons
            .iter()
            .map(|(it, _)| (Table::Season, it.id.as_str())),
    );
    ids.extend(
        draft
            .key_periods
            .iter()
            .map(|(it, _)| (Table::KeyPeriod, it.id.as_str())),
    );
    ids.extend(
        draft
            .events
            .iter()
            .map(|(it, _)| (Table::Event, it.id.as_str())),
    );
    ids.extend(
        draft
            .codes
            .iter()
            .map(|(it, _)| (Table::Codes, it.id.as_str())),
    );
    ids.extend(
        draft
            .roles
            .iter()
            .map(|(it, _)| (Table::Role, it.id.as_str())),
    );
    ids
}
