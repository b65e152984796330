//! All installed packs, and look-ups across them.

use crate::check::examine;
use crate::definitions::*;
use crate::draft::Draft;
use crate::finding::Rejected;
use crate::pack::Pack;
use crate::place::File;
use crate::source::{Source, sources_of};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Loaded packs by id. Ids of definitions are unique over all of them, save the ladder `default`, which each pack may
/// have for itself.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub packs: BTreeMap<String, Arc<Pack>>,
}

/// What kind of definition realises a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DefinitionKind {
    Duty,
    Task,
    Lifecycle,
    Matrix,
    Circular,
    Draw,
    KeyPeriod,
    Form,
    Codes,
}

/// A definition that realises a clause.
#[derive(Clone, Copy, Debug)]
pub struct Definition<'a> {
    pub pack: &'a Pack,
    pub kind: DefinitionKind,
    pub id: &'a str,
    pub title: &'a str,
    pub title_en: &'a str,
}

impl Library {
    /// Loads every pack beneath the folders.
    ///
    /// # Errors
    /// Everything that is wrong with them; nothing is loaded then.
    pub fn load_dirs(folders: &[PathBuf]) -> Result<Library, Rejected> {
        let sources =
            sources_of(folders).map_err(|error| Rejected::Unreadable(error.to_string()))?;
        Library::from_sources(sources)
    }

    /// Loads packs from files in memory.
    ///
    /// # Errors
    /// Everything that is wrong with them; nothing is loaded then.
    pub fn from_sources(sources: Vec<Source>) -> Result<Library, Rejected> {
        let files: Vec<File> = sources
            .into_iter()
            .map(|source| File::new(source.path, source.text))
            .collect();
        let (drafts, findings) = examine(&files);
        if !findings.is_empty() {
            return Err(Rejected::Findings(findings));
        }
        let packs = drafts.into_iter().filter_map(Draft::into_pack);
        let packs = packs
            .map(|pack| (pack.id().to_owned(), Arc::new(pack)))
            .collect();
        Ok(Library { packs })
    }

    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.get(id).map(AsRef::as_ref)
    }

    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.packs.values().map(AsRef::as_ref)
    }

    pub fn clause(&self, id: &str) -> Option<(&Pack, &Clause)> {
        self.find(|pack| pack.clauses.iter().find(|clause| clause.id == id))
    }

    pub fn duty(&self, id: &str) -> Option<(&Pack, &Duty)> {
        self.find(|pack| pack.duties.iter().find(|duty| duty.id == id))
    }

    pub fn task(&self, id: &str) -> Option<(&Pack, &TaskDefinition)> {
        self.find(|pack| pack.tasks.iter().find(|task| task.id == id))
    }

    /// The newest version of a form.
    pub fn form(&self, id: &str) -> Option<(&Pack, &Form)> {
        self.find(|pack| {
            pack.forms
                .iter()
                .filter(|form| form.id == id)
                .max_by_key(|form| form.version)
        })
    }

    pub fn form_version(&self, id: &str, version: u32) -> Option<(&Pack, &Form)> {
        self.find(|pack| {
            pack.forms
                .iter()
                .find(|form| form.id == id && form.version == version)
        })
    }

    /// A ladder by its id; `default` is asked for with [`Library::ladder_for`].
    pub fn ladder(&self, id: &str) -> Option<(&Pack, &Ladder)> {
        self.find(|pack| pack.ladders.iter().find(|ladder| ladder.id == id))
    }

    /// The ladder that a definition of the pack climbs: the named one, else the `default` of the pack or of the packs
    /// that it builds on.
    pub fn ladder_for(&self, pack: &Pack, named: Option<&str>) -> Option<&Ladder> {
        let id = named.unwrap_or("default");
        let own = |pack: &'_ Pack| pack.ladders.iter().position(|ladder| ladder.id == id);
        self.reach(pack.id())
            .into_iter()
            .find_map(|pack| own(pack).map(|at| &pack.ladders[at]))
    }

    /// The newest version of a lifecycle.
    pub fn lifecycle(&self, id: &str) -> Option<(&Pack, &Lifecycle)> {
        self.find(|pack| {
            pack.lifecycles
                .iter()
                .filter(|cycle| cycle.id == id)
                .max_by_key(|cycle| cycle.version)
        })
    }

    pub fn lifecycle_version(&self, id: &str, version: u32) -> Option<(&Pack, &Lifecycle)> {
        self.find(|pack| {
            pack.lifecycles
                .iter()
                .find(|cycle| cycle.id == id && cycle.version == version)
        })
    }

    pub fn matrix(&self, id: &str) -> Option<(&Pack, &Matrix)> {
        self.find(|pack| pack.matrices.iter().find(|matrix| matrix.id == id))
    }

    pub fn circular(&self, id: &str) -> Option<(&Pack, &Circular)> {
        self.find(|pack| pack.circulars.iter().find(|circular| circular.id == id))
    }

    pub fn draw(&self, id: &str) -> Option<(&Pack, &Draw)> {
        self.find(|pack| pack.draws.iter().find(|draw| draw.id == id))
    }

    pub fn shifts(&self, id: &str) -> Option<(&Pack, &Shifts)> {
        self.find(|pack| pack.shifts.iter().find(|shifts| shifts.id == id))
    }

    pub fn season(&self, id: &str) -> Option<(&Pack, &Season)> {
        self.find(|pack| pack.seasons.iter().find(|season| season.id == id))
    }

    pub fn key_period(&self, id: &str) -> Option<(&Pack, &KeyPeriod)> {
        self.find(|pack| pack.key_periods.iter().find(|period| period.id == id))
    }

    pub fn event(&self, id: &str) -> Option<(&Pack, &EventKind)> {
        self.find(|pack| pack.events.iter().find(|event| event.id == id))
    }

    pub fn role(&self, id: &str) -> Option<(&Pack, &Role)> {
        self.find(|pack| pack.roles.iter().find(|role| role.id == id))
    }

    pub fn codes(&self, id: &str) -> Option<(&Pack, &CodeList)> {
        self.find(|pack| pack.codes.iter().find(|list| list.id == id))
    }

    /// The entries of a code list with those that other packs add to it.
    pub fn entries(&self, id: &str) -> Vec<&CodeEntry> {
        let own = |list: &&CodeList| list.id == id;
        let added = |list: &&CodeList| list.extends.as_deref() == Some(id);
        let lists = || self.packs().flat_map(|pack| pack.codes.iter());
        lists()
            .filter(own)
            .chain(lists().filter(added))
            .flat_map(|list| &list.entries)
            .collect()
    }

    /// Every year's table of holidays, by year.
    pub fn calendars(&self) -> Vec<&CalendarYear> {
        let mut years: Vec<_> = self
            .packs()
            .flat_map(|pack| pack.calendars.iter())
            .collect();
        years.sort_by_key(|table| table.year);
        years
    }

    /// Time zone of a pack: its own, else that of the packs it builds on.
    pub fn zone_of(&self, pack: &Pack) -> Option<&str> {
        self.reach(pack.id())
            .into_iter()
            .map(|pack| pack.header.zone.as_str())
            .find(|zone| !zone.is_empty())
    }

    /// The pack and every pack that it builds on, nearest first.
    pub fn reach(&self, id: &str) -> Vec<&Pack> {
        let mut found: Vec<&Pack> = self.pack(id).into_iter().collect();
        let mut at = 0;
        while at < found.len() {
            for below in &found[at].header.builds_on {
                if let Some(pack) = self.pack(below)
                    && !found.iter().any(|known| known.id() == pack.id())
                {
                    found.push(pack);
                }
            }
            at += 1;
        }
        found
    }

    /// Everything that realises a clause, in the order of the packs' files.
    pub fn definitions_of_clause(&self, clause: &str) -> Vec<Definition<'_>> {
        self.packs()
            .flat_map(definitions)
            .filter(|(_, clauses)| clauses.iter().any(|id| id == clause))
            .map(|(definition, _)| definition)
            .collect()
    }

    fn find<'a, T>(
        &'a self,
        pick: impl Fn(&'a Pack) -> Option<&'a T>,
    ) -> Option<(&'a Pack, &'a T)> {
        self.packs()
            .find_map(|pack| pick(pack).map(|found| (pack, found)))
    }
}

/// Every definition of a pack that can realise clauses, with those clauses.
fn definitions(pack: &Pack) -> Vec<(Definition<'_>, &[String])> {
    let mut all = Vec::new();
    macro_rules! add {
        ($list:ident, $kind:ident) => {
            all.extend(pack.$list.iter().map(|it| {
                let (id, title, title_en) = (&it.id, &it.title, &it.title_en);
                (
                    Definition {
                        pack,
                        kind: DefinitionKind::$kind,
                        id,
                        title,
                        title_en,
                    },
                    it.clauses.as_slice(),
                )
            }));
        };
    }
    add!(duties, Duty);
    add!(tasks, Task);
    add!(lifecycles, Lifecycle);
    add!(matrices, Matrix);
    add!(circulars, Circular);
    add!(draws, Draw);
    add!(key_periods, KeyPeriod);
    add!(forms, Form);
    add!(codes, Codes);
    all
}
