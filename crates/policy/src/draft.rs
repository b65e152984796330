//! Packs as read from files, before anybody trusts them: typed definitions beside the places they came from.

use crate::definitions::*;
use crate::finding::Finding;
use crate::pack::Pack;
use crate::place::{File, Step, span_at};
use crate::shape::{Written, tables, typed};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// One kind of definition of a pack, each with its place.
pub type Drafted<'i, T> = Vec<(T, Written<'i>)>;

/// One pack as read.
pub struct Draft<'i> {
    pub folder: String,
    pub header: Option<(Header, Written<'i>)>,
    /// Files of the pack, by index.
    pub files: Vec<usize>,
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

/// Files read, drafts made of them, and what did not fit.
pub struct Reading<'i> {
    pub files: &'i [File],
    pub drafts: Vec<Draft<'i>>,
    pub findings: Vec<Finding>,
}

/// Reads every file into the draft of its folder.
pub fn read(files: &[File]) -> Reading<'_> {
    let mut reading = Reading {
        files,
        drafts: Vec::new(),
        findings: Vec::new(),
    };
    for (folder, members) in by_folder(files) {
        let mut draft = Draft::new(folder);
        draft.files.clone_from(&members);
        for index in members {
            reading.read_file(&mut draft, index);
        }
        if draft.header.is_none() {
            reading.note(
                draft.files[0],
                0,
                "policy.no_header",
                format!("方案目录 {} 缺少 [pack] 表头", draft.folder),
                format!("the pack in {} has no [pack] header", draft.folder),
            );
        }
        reading.drafts.push(draft);
    }
    reading
}

impl<'i> Reading<'i> {
    /// Adds a finding at a byte offset of a file.
    pub fn note(&mut self, file: usize, offset: usize, code: &'static str, zh: String, en: String) {
        let file = &self.files[file];
        let (line, column) = file.line_column(offset);
        self.findings.push(Finding {
            file: file.path.clone(),
            line,
            column,
            code,
            zh,
            en,
        });
    }

    /// Adds a finding at the value that the steps lead to.
    pub fn note_at(
        &mut self,
        written: &Written<'_>,
        steps: &[Step],
        code: &'static str,
        zh: String,
        en: String,
    ) {
        self.note(
            written.file,
            span_at(&written.value, steps).start,
            code,
            zh,
            en,
        );
    }

    fn read_file(&mut self, draft: &mut Draft<'i>, index: usize) {
        let file = &self.files[index];
        let read = tables(file, index);
        self.findings.extend(read.findings);
        for entry in read.entries {
            let written = entry.written;
            match entry.table.as_str() {
                "pack" => self.header(draft, written),
                "item" => self.keep(&mut draft.items, written),
                "clause" => self.keep(&mut draft.clauses, written),
                "duty" => self.keep(&mut draft.duties, written),
                "task" => self.keep(&mut draft.tasks, written),
                "form" => self.keep(&mut draft.forms, written),
                "ladder" => self.keep(&mut draft.ladders, written),
                "lifecycle" => self.keep(&mut draft.lifecycles, written),
                "matrix" => self.keep(&mut draft.matrices, written),
                "circular" => self.keep(&mut draft.circulars, written),
                "draw" => self.keep(&mut draft.draws, written),
                "calendar" => self.keep(&mut draft.calendars, written),
                "codes" => self.keep(&mut draft.codes, written),
                "role" => self.keep(&mut draft.roles, written),
                other => self.note(
                    index,
                    entry.key_offset,
                    "policy.unknown_table",
                    format!("不认识的表 `{other}`；可用：{TABLES}"),
                    format!("unknown table `{other}`, expected one of {TABLES}"),
                ),
            }
        }
    }

    fn header(&mut self, draft: &mut Draft<'i>, written: Written<'i>) {
        if draft.header.is_some() {
            return self.note_at(
                &written,
                &[],
                "policy.two_headers",
                "一个方案只能有一个 [pack] 表头".to_owned(),
                "a pack has one [pack] header only".to_owned(),
            );
        }
        match typed(&self.files[written.file], &written) {
            Ok(header) => draft.header = Some((header, written)),
            Err(finding) => self.findings.push(finding),
        }
    }

    fn keep<T: DeserializeOwned>(&mut self, list: &mut Drafted<'i, T>, written: Written<'i>) {
        match typed(&self.files[written.file], &written) {
            Ok(definition) => list.push((definition, written)),
            Err(finding) => self.findings.push(finding),
        }
    }
}

const TABLES: &str = "`pack`, `item`, `clause`, `duty`, `task`, `form`, `ladder`, `lifecycle`, \
                      `matrix`, `circular`, `draw`, `calendar`, `codes`, `role`";

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
