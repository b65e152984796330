//! Areas from a file: code, name, level, area above.

use super::model::{Area, level_of_word};
use super::store as rows_of;
use crate::rows::{Rows, note_import};
use crate::writer::{self, Place};
use documents::{Line, Table};
use kernel::codes::division_level;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{Column, ImportReport, Importer, Need};
use std::collections::HashMap;
use store::{Result, Sql, Tx};

const CODE: &str = "区域代码";
const NAME: &str = "名称";
const LEVEL: &str = "级别";
const PARENT: &str = "上级区域";
const FROM: &str = "启用日期";
const UNTIL: &str = "停用日期";

pub const IMPORTER: Importer = Importer {
    kind: "areas",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: CODE,
        aliases: &["代码", "区划代码", "code"],
        need: Need::Required,
    },
    Column {
        heading: NAME,
        aliases: &["区域名称", "name"],
        need: Need::Required,
    },
    Column {
        heading: LEVEL,
        aliases: &["level"],
        need: Need::Optional,
    },
    Column {
        heading: PARENT,
        aliases: &["上级代码", "上级区域代码", "parent"],
        need: Need::Optional,
    },
    Column {
        heading: FROM,
        aliases: &["from"],
        need: Need::Optional,
    },
    Column {
        heading: UNTIL,
        aliases: &["until"],
        need: Need::Optional,
    },
];

/// What stands above an area.
enum Above {
    Nothing,
    Area(Area),
    /// The row names an area that there is not; that is reported already.
    Refused,
}

/// A row that can be taken, before its place in the tree is known.
struct Draft<'t> {
    line: &'t Line,
    code: String,
    name: String,
    level: Level,
    parent: Option<String>,
    from: Day,
    until: Option<Day>,
}

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "orgs.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let mut drafts = read(&mut rows);
    // Parents before children; the order inside a level does not matter.
    drafts.sort_by_key(|draft| draft.level);
    let mut known: HashMap<String, Area> = HashMap::new();
    let mut fresh = Vec::new();
    let mut renamed = Vec::new();
    for draft in drafts {
        let found = rows_of::by_code(tx, &draft.code, draft.from.max(today))?;
        let parent = match above(tx, &mut rows, &draft, &known, today)? {
            Above::Nothing => None,
            Above::Area(parent) => Some(parent),
            Above::Refused => continue,
        };
        let area = area(&draft, parent.as_ref());
        let path = found.as_ref().map_or(area.path, |found| found.path);
        let place = Place {
            path: &path,
            sector: None,
            site: None,
            org: None,
        };
        let changes = found.as_ref().is_none_or(|found| found.name != draft.name);
        if let Some(reason) = writer::refuse_outside(&scope, &place).filter(|_| changes) {
            rows.refuse(draft.line, CODE, reason);
            continue;
        }
        if let Some(found) = found {
            if found.parent != parent.as_ref().map(|parent| parent.id) {
                rows.refuse(draft.line, PARENT, Reason::new("registry.area_moved"));
            } else if found.name == draft.name {
                rows.report.same += 1;
            } else {
                rows.report.changed += 1;
                renamed.push((found.id, draft.name.clone()));
            }
            known.insert(draft.code, found);
            continue;
        }
        rows.report.added += 1;
        known.insert(draft.code, area.clone());
        fresh.push(area);
    }
    if rows.has_errors() {
        return Ok(rows.report);
    }
    let mut keys: Vec<Id> = Vec::new();
    for area in &fresh {
        rows_of::insert(tx, area)?;
        keys.push(area.id);
    }
    for (id, name) in renamed {
        rows_of::rename(tx, id, &name)?;
        keys.push(id);
    }
    note_import(tx, "areas.imported", keys)?;
    Ok(rows.report)
}

fn read<'t>(rows: &mut Rows<'t>) -> Vec<Draft<'t>> {
    let mut drafts: Vec<Draft<'t>> = Vec::new();
    let mut first_row: HashMap<String, usize> = HashMap::new();
    for line in rows.lines() {
        let code = rows.required(line, CODE);
        let name = rows.required(line, NAME);
        let from = rows.first_day(line, FROM);
        let until = rows.day(line, UNTIL);
        let (Some(code), Some(name)) = (code, name) else {
            continue;
        };
        let word = rows.text(line, LEVEL);
        let level = if word.is_empty() {
            division_level(&code)
        } else {
            level_of_word(word).or_else(|| level_of_label(word))
        };
        let Some(level) = level else {
            let column = if word.is_empty() { CODE } else { LEVEL };
            rows.refuse(line, column, Reason::new("registry.unknown_level"));
            continue;
        };
        if let Some(row) = first_row.get(&code) {
            let reason = Reason::new("registry.doubled_in_file").with("row", row);
            rows.refuse(line, CODE, reason);
            continue;
        }
        first_row.insert(code.clone(), line.row);
        let parent = rows.optional(line, PARENT);
        drafts.push(Draft {
            line,
            code,
            name,
            level,
            parent,
            from,
            until,
        });
    }
    drafts
}

/// The area above: the named one, else the one whose code this one's begins with, else none.
fn above(
    tx: &mut Tx,
    rows: &mut Rows,
    draft: &Draft,
    known: &HashMap<String, Area>,
    today: Day,
) -> Result<Above> {
    let mut find = |code: &str| match known.get(code) {
        Some(area) => Ok(Some(area.clone())),
        None => rows_of::by_code(tx, code, today),
    };
    let mut parent = None;
    if let Some(code) = &draft.parent {
        parent = find(code)?;
        if parent.is_none() {
            rows.refuse(draft.line, PARENT, Reason::new("registry.unknown_area"));
            return Ok(Above::Refused);
        }
    } else {
        let prefixes = [9, 6, 4, 2].map(|length| draft.code.get(..length));
        for prefix in prefixes.into_iter().flatten() {
            if parent.is_none() && prefix != draft.code {
                parent = find(prefix)?;
            }
        }
    }
    match parent {
        None => Ok(Above::Nothing),
        Some(parent) if draft.level <= parent.level => {
            rows.refuse(draft.line, LEVEL, Reason::new("registry.level_above"));
            Ok(Above::Refused)
        }
        Some(parent) => Ok(Above::Area(parent)),
    }
}

fn area(draft: &Draft, parent: Option<&Area>) -> Area {
    let id = Area::id_of(&draft.code, draft.from);
    let above = parent.map_or_else(AreaPath::default, |parent| parent.path);
    Area {
        id,
        code: draft.code.clone(),
        name: draft.name.clone(),
        level: draft.level,
        parent: parent.map(|parent| parent.id),
        path: above.with(draft.level, id),
        from: draft.from,
        until: draft.until,
    }
}

fn level_of_label(label: &str) -> Option<Level> {
    Some(match label {
        "省" | "省级" => Level::Province,
        "市" | "市级" | "地级" => Level::City,
        "县" | "县级" | "区县" | "区" => Level::County,
        "乡" | "乡级" | "镇" | "乡镇" | "街道" | "乡镇街道" => Level::Town,
        "村" | "村级" | "社区" | "村社区" => Level::Village,
        _ => return None,
    })
}
