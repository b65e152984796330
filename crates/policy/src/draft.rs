//! Packs as read from files, before anybody trusts them: typed definitions beside the places they came from.

use crate::definitions::*;
use crate::notes::{Notes, Said};
use crate::pack::Pack;
use crate::place::File;
use crate::shape::{Entry, Written, tables, text_at, typed};
use crate::table::{TABLES, Table};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// One kind of definition of a pack, each with its place.
pub type Drafted<'i, T> = Vec<(T, Written<'i>)>;

/// One pack as read.
pub struct Draft<'i> {
    pub folder: String,
    pub header: Option<(Header, Written<'i>)>,
    /// Files of the pack, by index.
    pub files: Vec<usize>,
    /// Ids of tables that were there and could not be typed: a reference to one of them is not unknown.
    pub broken: BTreeSet<(Table, String)>,
    pub items: Drafted<'i, Item>,
    pub clauses: Drafted<'i, Clause>,
    pub duties: Drafted<'i, Duty>,
    pub tasks: Drafted<'i, TaskDefinition>,
    pub forms: Drafted<'i, Form>,
    pub ladders: Drafted<'i, Ladder>,
    pub lifecycles: Drafted<'i, Lifecycle>,
    pub matrices: Drafted<'i, Matrix>,
    pub circulars: Drafted<'i, Circular>,
    pub draws: Drafted<'i, Draw>,
    pub shifts: Drafted<'i, Shifts>,
    pub seasons: Drafted<'i, Season>,
    pub key_periods: Drafted<'i, KeyPeriod>,
    pub events: Drafted<'i, EventKind>,
    pub calendars: Drafted<'i, CalendarYear>,
    pub codes: Drafted<'i, CodeList>,
    pub roles: Drafted<'i, Role>,
}

impl<'i> Draft<'i> {
    fn new(folder: String) -> Draft<'i> {
        Draft {
            folder,
            header: None,
            files: Vec::new(),
            broken: BTreeSet::new(),
            items: Vec::new(),
            clauses: Vec::new(),
            duties: Vec::new(),
            tasks: Vec::new(),
            forms: Vec::new(),
            ladders: Vec::new(),
            lifecycles: Vec::new(),
            matrices: Vec::new(),
            circulars: Vec::new(),
            draws: Vec::new(),
            shifts: Vec::new(),
            seasons: Vec::new(),
            key_periods: Vec::new(),
            events: Vec::new(),
            calendars: Vec::new(),
            codes: Vec::new(),
            roles: Vec::new(),
        }
    }

    /// The pack without its places; nothing if it has no header.
    pub fn into_pack(self) -> Option<Pack> {
        Some(Pack {
            header: self.header?.0,
            items: bare(self.items),
            clauses: bare(self.clauses),
            duties: bare(self.duties),
            tasks: bare(self.tasks),
            forms: bare(self.forms),
            ladders: bare(self.ladders),
            lifecycles: bare(self.lifecycles),
            matrices: bare(self.matrices),
            circulars: bare(self.circulars),
            draws: bare(self.draws),
            shifts: bare(self.shifts),
            seasons: bare(self.seasons),
            key_periods: bare(self.key_periods),
            events: bare(self.events),
            calendars: bare(self.calendars),
            codes: bare(self.codes),
            roles: bare(self.roles),
        })
    }
}

fn bare<T>(drafted: Drafted<'_, T>) -> Vec<T> {
    drafted
        .into_iter()
        .map(|(definition, _)| definition)
        .collect()
}

/// Drafts made of files, and what did not fit.
pub struct Reading<'i> {
    pub drafts: Vec<Draft<'i>>,
    pub notes: Notes<'i>,
}

/// Reads every file into the draft of its folder.
pub fn read(files: &[File]) -> Reading<'_> {
    let mut notes = Notes::new(files);
    let mut drafts = Vec::new();
    for (folder, members) in by_folder(files) {
        let mut draft = Draft::new(folder);
        draft.files.clone_from(&members);
        for index in members {
            let read = tables(&files[index], index);
            notes.findings.extend(read.findings);
            for entry in read.entries {
                draft.take(entry, &mut notes);
            }
        }
        let broken_header = draft.broken.iter().any(|(table, _)| *table == Table::Pack);
        if draft.header.is_none() && !broken_header {
            notes.offset(draft.files[0], 0, no_header(&draft.folder));
        }
        drafts.push(draft);
    }
    Reading { drafts, notes }
}

impl<'i> Draft<'i> {
    fn take(&mut self, entry: Entry<'i>, notes: &mut Notes<'i>) {
        let written = entry.written;
        let Some(table) = Table::named(&entry.table) else {
            return notes.offset(written.file, entry.key_offset, unknown_table(&entry.table));
        };
        let id = text_at(&written.value, "id").unwrap_or_default().to_owned();
        let fits = match table {
            Table::Pack => self.take_header(written, notes),
            Table::Item => keep(&mut self.items, written, notes),
            Table::Clause => keep(&mut self.clauses, written, notes),
            Table::Duty => keep(&mut self.duties, written, notes),
            Table::Task => keep(&mut self.tasks, written, notes),
            Table::Form => keep(&mut self.forms, written, notes),
            Table::Ladder => keep(&mut self.ladders, written, notes),
            Table::Lifecycle => keep(&mut self.lifecycles, written, notes),
            Table::Matrix => keep(&mut self.matrices, written, notes),
            Table::Circular => keep(&mut self.circulars, written, notes),
            Table::Draw => keep(&mut self.draws, written, notes),
            Table::Shifts => keep(&mut self.shifts, written, notes),
            Table::Season => keep(&mut self.seasons, written, notes),
            Table::KeyPeriod => keep(&mut self.key_periods, written, notes),
            Table::Event => keep(&mut self.events, written, notes),
            Table::Calendar => keep(&mut self.calendars, written, notes),
            Table::Codes => keep(&mut self.codes, written, notes),
            Table::Role => keep(&mut self.roles, written, notes),
        };
        if !fits {
            self.broken.insert((table, id));
        }
    }

    fn take_header(&mut self, written: Written<'i>, notes: &mut Notes<'i>) -> bool {
        if self.header.is_some() {
            notes.at(&written, &[], two_headers());
            return true;
        }
        let mut headers = Vec::new();
        let fits = keep(&mut headers, written, notes);
        self.header = headers.pop();
        fits
    }
}

/// Types one table into its list; false if it does not fit, which is then noted.
fn keep<'i, T: DeserializeOwned>(
    list: &mut Drafted<'i, T>,
    written: Written<'i>,
    notes: &mut Notes<'i>,
) -> bool {
    match typed(&notes.files[written.file], &written) {
        Ok(definition) => list.push((definition, written)),
        Err(finding) => {
            notes.findings.push(finding);
            return false;
        }
    }
    true
}

fn no_header(folder: &str) -> Said {
    Said {
        code: "policy.no_header",
        zh: format!("方案目录 {folder} 缺少 [pack] 表头"),
        en: format!("the pack in {folder} has no [pack] header"),
    }
}

fn two_headers() -> Said {
    Said {
        code: "policy.two_definitions",
        zh: "一个方案只能有一个 [pack] 表头".to_owned(),
        en: "a pack has one [pack] header only".to_owned(),
    }
}

fn unknown_table(name: &str) -> Said {
    let known = TABLES.map(|table| format!("`{}`", table.name()));
    Said {
        code: "policy.unknown_table",
        zh: format!("不认识的表 `{name}`；可用：{}", known.join("、")),
        en: format!(
            "unknown table `{name}`, expected one of {}",
            known.join(", ")
        ),
    }
}

/// Files by the folder of their pack: the nearest folder above that holds `pack.toml`, else their own folder.
fn by_folder(files: &[File]) -> BTreeMap<String, Vec<usize>> {
    let roots: Vec<&str> = files
        .iter()
        .filter(|file| name_of(&file.path) == "pack.toml")
        .map(|file| folder_of(&file.path))
        .collect();
    let mut folders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        let own = folder_of(&file.path);
        let root = roots
            .iter()
            .filter(|root| is_beneath(own, root))
            .max_by_key(|root| root.len());
        let folder = root.copied().unwrap_or(own);
        folders.entry(folder.to_owned()).or_default().push(index);
    }
    folders
}

fn folder_of(path: &str) -> &str {
    path.rfind(['/', '\\']).map_or("", |at| &path[..at])
}

fn name_of(path: &str) -> &str {
    path.rfind(['/', '\\']).map_or(path, |at| &path[at + 1..])
}

fn is_beneath(folder: &str, root: &str) -> bool {
    folder == root
        || root.is_empty()
        || folder
            .strip_prefix(root)
            .is_some_and(|rest| rest.starts_with(['/', '\\']))
}
