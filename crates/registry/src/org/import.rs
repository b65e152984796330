//! Bodies from a file. A body is recognised by its official number, else by name and area.

use super::matching::{self, Match};
use super::model::Org;
use super::store as rows_of;
use crate::area;
use crate::area::Area;
use crate::codes;
use crate::rows::{Rows, note_import};
use crate::writer::{self, Place};
use documents::{Line, Table};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{Column, ImportReport, Importer, Need};
use policy::Library;
use std::collections::HashMap;
use store::{Result, Sql, Tx};

const NAME: &str = "名称";
const KIND: &str = "类型";
const AREA: &str = "区域代码";
const CREDIT: &str = "统一社会信用代码";
const SECTOR: &str = "行业领域";
const ALIAS: &str = "别名";
const IDENTITY: &str = "身份";
const SUPERIOR: &str = "上级单位";
const OFFICE_OF: &str = "办公室所属";
const FROM: &str = "成立日期";
const UNTIL: &str = "撤销日期";

pub const IMPORTER: Importer = Importer {
    kind: "orgs",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: NAME,
        aliases: &["单位名称", "name"],
        need: Need::Required,
    },
    Column {
        heading: KIND,
        aliases: &["单位类型", "kind"],
        need: Need::Required,
    },
    Column {
        heading: AREA,
        aliases: &["所在区域", "area"],
        need: Need::Required,
    },
    Column {
        heading: CREDIT,
        aliases: &["信用代码", "credit_code"],
        need: Need::Optional,
    },
    Column {
        heading: SECTOR,
        aliases: &["行业", "sector"],
        need: Need::Optional,
    },
    Column {
        heading: ALIAS,
        aliases: &["简称", "aliases"],
        need: Need::Optional,
    },
    Column {
        heading: IDENTITY,
        aliases: &["identities"],
        need: Need::Optional,
    },
    Column {
        heading: SUPERIOR,
        aliases: &["superior"],
        need: Need::Optional,
    },
    Column {
        heading: OFFICE_OF,
        aliases: &["office_of"],
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

/// A row whose cells are right by themselves.
struct Draft<'t> {
    line: &'t Line,
    org: Org,
    sectors: Vec<String>,
    aliases: Vec<String>,
    identities: Vec<String>,
    superior: Option<String>,
    office_of: Option<String>,
    known: Option<Org>,
}

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "orgs.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let mut drafts = read(tx, &mut rows, &env.policy, today)?;
    link(tx, &mut rows, &mut drafts, today)?;
    check_reach(&mut rows, &drafts, &scope);
    if rows.has_errors() {
        return Ok(rows.report);
    }
    write(tx, rows, drafts)
}

fn read<'t>(
    tx: &mut Tx,
    rows: &mut Rows<'t>,
    library: &Library,
    today: Day,
) -> Result<Vec<Draft<'t>>> {
    let mut areas: HashMap<String, Option<Area>> = HashMap::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut drafts = Vec::new();
    for line in rows.lines() {
        let name = rows.required(line, NAME);
        let kind = rows.required(line, KIND);
        let code = rows.required(line, AREA);
        let credit_code = rows.credit_code(line, CREDIT);
        let from = rows.first_day(line, FROM);
        let until = rows.day(line, UNTIL);
        let Some(code) = code else { continue };
        if !areas.contains_key(&code) {
            areas.insert(code.clone(), area::store::by_code(tx, &code, today)?);
        }
        let Some(Some(area)) = areas.get(&code) else {
            rows.refuse(line, AREA, Reason::new("registry.unknown_area"));
            continue;
        };
        let (Some(name), Some(kind)) = (name, kind) else {
            continue;
        };
        if let Some((heading, row)) =
            doubled(&mut seen, line, &name, area.id, credit_code.as_deref())
        {
            rows.refuse(
                line,
                heading,
                Reason::new("registry.doubled_in_file").with("row", row),
            );
            continue;
        }
        let known = match matching::find(tx, credit_code.as_deref(), &name, area.id)? {
            Match::Known(known) => Some(*known),
            Match::New => None,
            Match::Refused(heading, reason) => {
                rows.refuse(line, heading, reason);
                continue;
            }
        };
        let sectors = rows.list(line, SECTOR);
        let id = known.as_ref().map(|known| known.id);
        let org = Org {
            id: id.unwrap_or_else(|| Org::id_of(credit_code.as_deref(), &name, area.id)),
            name,
            kind: codes::code_of(library, "org-kinds", &kind),
            credit_code: credit_code.or(known.as_ref().and_then(|known| known.credit_code.clone())),
            sector: sectors
                .first()
                .cloned()
                .or(known.as_ref().and_then(|known| known.sector.clone())),
            office_of: None,
            superior: None,
            area: area.id,
            path: area.path,
            from: known
                .as_ref()
                .filter(|_| rows.text(line, FROM).is_empty())
                .map_or(from, |known| known.from),
            until: until.or(known.as_ref().and_then(|known| known.until)),
            version: known.as_ref().map_or(1, |known| known.version),
        };
        drafts.push(Draft {
            line,
            org,
            sectors,
            aliases: rows.list(line, ALIAS),
            identities: rows.list(line, IDENTITY),
            superior: rows.optional(line, SUPERIOR),
            office_of: rows.optional(line, OFFICE_OF),
            known,
        });
    }
    Ok(drafts)
}

/// Rows that change nothing may lie anywhere: files are often cut from larger ones.
fn check_reach(rows: &mut Rows, drafts: &[Draft], scope: &Scope) {
    for draft in drafts {
        if draft.known.as_ref() == Some(&draft.org) {
            continue;
        }
        for org in draft.known.iter().chain([&draft.org]) {
            let place = Place {
                path: &org.path,
                sector: org.sector.as_deref(),
                site: None,
                org: Some(org.id),
            };
            if let Some(reason) = writer::refuse_outside(scope, &place) {
                rows.refuse(draft.line, AREA, reason);
                break;
            }
        }
    }
}

/// The heading and the earlier row, when a row repeats one.
fn doubled(
    seen: &mut HashMap<String, usize>,
    line: &Line,
    name: &str,
    area: Id,
    credit_code: Option<&str>,
) -> Option<(&'static str, usize)> {
    if let Some(code) = credit_code
        && let Some(row) = seen.insert(code.to_owned(), line.row)
    {
        return Some((CREDIT, row));
    }
    let row = seen.insert(format!("{name}@{area}"), line.row)?;
    Some((NAME, row))
}

/// Finds the bodies that rows refer to: in the file first, in the database else.
fn link(tx: &mut Tx, rows: &mut Rows, drafts: &mut [Draft], today: Day) -> Result<()> {
    let mut in_file: HashMap<String, Id> = HashMap::new();
    for draft in drafts.iter() {
        for alias in &draft.aliases {
            in_file.entry(alias.clone()).or_insert(draft.org.id);
        }
    }
    for draft in drafts.iter() {
        in_file.insert(draft.org.name.clone(), draft.org.id);
    }
    for draft in drafts {
        for (heading, name) in [
            (SUPERIOR, draft.superior.clone()),
            (OFFICE_OF, draft.office_of.clone()),
        ] {
            let Some(name) = name else {
                // An empty cell leaves what is known; a file does not say that there is none.
                let known = draft.known.as_ref();
                match heading {
                    SUPERIOR => draft.org.superior = known.and_then(|known| known.superior),
                    _ => draft.org.office_of = known.and_then(|known| known.office_of),
                }
                continue;
            };
            let found = match in_file.get(&name) {
                Some(id) => Some(*id),
                None => rows_of::by_name_or_alias(tx, &name, today)?.map(|org| org.id),
            };
            match found {
                None => rows.refuse(draft.line, heading, Reason::new("registry.unknown_org")),
                Some(id) if id == draft.org.id => {
                    rows.refuse(draft.line, heading, Reason::new("registry.own_superior"));
                }
                Some(id) if heading == SUPERIOR => draft.org.superior = Some(id),
                Some(id) => draft.org.office_of = Some(id),
            }
        }
    }
    Ok(())
}

fn write(tx: &mut Tx, mut rows: Rows, drafts: Vec<Draft>) -> Result<ImportReport> {
    // Rows may refer to later rows, so all of them stand before any refers.
    for draft in drafts.iter().filter(|draft| draft.known.is_none()) {
        let alone = Org {
            superior: None,
            office_of: None,
            ..draft.org.clone()
        };
        rows_of::insert(tx, &alone)?;
    }
    let mut keys = Vec::new();
    for draft in &drafts {
        let touched = match &draft.known {
            None => {
                rows_of::set_superiors(tx, &draft.org)?;
                true
            }
            Some(known) if *known != draft.org => {
                rows_of::update(tx, &draft.org)?;
                true
            }
            Some(_) => false,
        };
        let named = names(tx, draft)?;
        match (&draft.known, touched || named) {
            (None, _) => rows.report.added += 1,
            (Some(_), true) => rows.report.changed += 1,
            (Some(_), false) => {
                rows.report.same += 1;
                continue;
            }
        }
        keys.push(draft.org.id);
    }
    note_import(tx, "orgs.imported", keys)?;
    Ok(rows.report)
}

/// Adds the names, identities and sectors that a row states; true when any was new. A file never
/// takes one away: it may know less than the register.
fn names(tx: &mut Tx, draft: &Draft) -> Result<bool> {
    let id = draft.org.id;
    let aliases = joined(rows_of::aliases(tx, id)?, &draft.aliases);
    let identities = joined(rows_of::identities(tx, id)?, &draft.identities);
    let sectors = joined(rows_of::sectors(tx, id)?, &draft.sectors);
    if let Some(aliases) = &aliases {
        rows_of::set_aliases(tx, &draft.org, aliases)?;
    }
    if let Some(identities) = &identities {
        rows_of::set_identities(tx, id, identities)?;
    }
    if let Some(sectors) = &sectors {
        rows_of::set_sectors(tx, id, sectors)?;
    }
    Ok(aliases.is_some() || identities.is_some() || sectors.is_some())
}

/// Known and stated together, when the statement adds something.
fn joined(known: Vec<String>, stated: &[String]) -> Option<Vec<String>> {
    let new: Vec<String> = stated
        .iter()
        .filter(|one| !known.contains(one))
        .cloned()
        .collect();
    if new.is_empty() {
        return None;
    }
    Some(known.into_iter().chain(new).collect())
}
