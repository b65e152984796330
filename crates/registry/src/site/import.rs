//! Sites from a file. A site is recognised by number and name, else by name and area.

use super::model::Site;
use super::{store as rows_of, tags};
use crate::area;
use crate::area::Area;
use crate::codes;
use crate::org;
use crate::rows::{Rows, note_import};
use crate::since::SINCE_ALWAYS;
use crate::writer::{self, Place};
use documents::{Line, Table};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{Column, ImportReport, Importer, Need};
use policy::Library;
use serde_json::{Map, Value};
use std::collections::HashMap;
use store::{Result, Sql, Tx};

const NAME: &str = "名称";
const KIND: &str = "类型";
const AREA: &str = "区域代码";
const CREDIT: &str = "统一社会信用代码";
const SECTOR: &str = "行业领域";
const ORG: &str = "所属单位";
const PARENT: &str = "上级对象";
const TAGS: &str = "标签";
const LAT: &str = "纬度";
const LNG: &str = "经度";
const FROM: &str = "启用日期";
const UNTIL: &str = "停用日期";
/// Headings that begin so carry further attributes: `属性：建筑面积`.
const ATTRIBUTE: &str = "属性";

pub const IMPORTER: Importer = Importer {
    kind: "sites",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: NAME,
        aliases: &["对象名称", "name"],
        need: Need::Required,
    },
    Column {
        heading: KIND,
        aliases: &["对象类型", "kind"],
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
        heading: ORG,
        aliases: &["单位", "org"],
        need: Need::Optional,
    },
    Column {
        heading: PARENT,
        aliases: &["parent"],
        need: Need::Optional,
    },
    Column {
        heading: TAGS,
        aliases: &["tags"],
        need: Need::Optional,
    },
    Column {
        heading: LAT,
        aliases: &["lat"],
        need: Need::Optional,
    },
    Column {
        heading: LNG,
        aliases: &["lng"],
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

struct Draft<'t> {
    line: &'t Line,
    site: Site,
    tags: Vec<String>,
    parent: Option<String>,
    known: Option<Site>,
}

/// What rows refer to, each looked up once.
#[derive(Default)]
struct Lookups {
    areas: HashMap<String, Option<Area>>,
    orgs: HashMap<String, Option<Id>>,
}

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "sites.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let mut drafts = read(tx, &mut rows, &env.policy, today)?;
    link(tx, &mut rows, &mut drafts)?;
    check_reach(&mut rows, &drafts, &scope);
    if rows.has_errors() {
        return Ok(rows.report);
    }
    write(tx, rows, drafts, today)
}

fn read<'t>(
    tx: &mut Tx,
    rows: &mut Rows<'t>,
    library: &Library,
    today: Day,
) -> Result<Vec<Draft<'t>>> {
    let mut lookups = Lookups::default();
    let mut seen: HashMap<Id, usize> = HashMap::new();
    let attributes = rows.marked(ATTRIBUTE);
    let mut drafts = Vec::new();
    for line in rows.lines() {
        let name = rows.required(line, NAME);
        let kind = rows.required(line, KIND);
        let code = rows.required(line, AREA);
        let credit_code = rows.credit_code(line, CREDIT);
        let position = position(rows, line);
        let from = rows.day(line, FROM);
        let until = rows.day(line, UNTIL);
        let area = match &code {
            Some(code) => lookups.area(tx, code, today)?,
            None => None,
        };
        if code.is_some() && area.is_none() {
            rows.refuse(line, AREA, Reason::new("registry.unknown_area"));
        }
        let org = match rows.optional(line, ORG) {
            Some(name) => {
                let found = lookups.org(tx, &name, today)?;
                if found.is_none() {
                    rows.refuse(line, ORG, Reason::new("registry.unknown_org"));
                }
                found
            }
            None => match &credit_code {
                Some(code) => org::store::by_credit_code(tx, code)?.map(|org| org.id),
                None => None,
            },
        };
        let (Some(name), Some(kind), Some(area)) = (name, kind, area) else {
            continue;
        };
        let known = match known(tx, credit_code.as_deref(), &name, area.id)? {
            Ok(known) => known,
            Err((heading, reason)) => {
                rows.refuse(line, heading, reason);
                continue;
            }
        };
        let before = known.as_ref();
        let id = before.map_or_else(
            || Site::id_of(credit_code.as_deref(), &name, area.id),
            |site| site.id,
        );
        if let Some(row) = seen.insert(id, line.row) {
            let heading = if credit_code.is_some() { CREDIT } else { NAME };
            rows.refuse(
                line,
                heading,
                Reason::new("registry.doubled_in_file").with("row", row),
            );
            continue;
        }
        let site = Site {
            id,
            name,
            kind: codes::code_of(library, "site-kinds", &kind),
            credit_code: credit_code.or(before.and_then(|site| site.credit_code.clone())),
            org: org.or(before.and_then(|site| site.org)),
            parent: before.and_then(|site| site.parent),
            sector: rows
                .optional(line, SECTOR)
                .or(before.and_then(|site| site.sector.clone())),
            position: position.or(before.and_then(|site| site.position)),
            attributes: attributes_of(line, &attributes, before),
            area: area.id,
            path: area.path,
            from: from
                .or(before.map(|site| site.from))
                .unwrap_or(SINCE_ALWAYS),
            until: until.or(before.and_then(|site| site.until)),
            version: before.map_or(1, |site| site.version),
        };
        drafts.push(Draft {
            line,
            site,
            tags: rows.list(line, TAGS),
            parent: rows.optional(line, PARENT),
            known,
        });
    }
    Ok(drafts)
}

/// Both or none, and somewhere on the globe.
fn position(rows: &mut Rows, line: &Line) -> Option<(f64, f64)> {
    let lat = rows.number(line, LAT);
    let lng = rows.number(line, LNG);
    match (lat, lng) {
        (Some(lat), Some(lng)) if lat.abs() <= 90.0 && lng.abs() <= 180.0 => Some((lat, lng)),
        (None, None) => None,
        (Some(_), Some(_)) => {
            rows.refuse(line, LAT, Reason::new("registry.not_a_position"));
            None
        }
        _ => {
            let missing = if lat.is_none() { LAT } else { LNG };
            // A cell that is no number was named already.
            if rows.text(line, missing).is_empty() {
                rows.refuse(line, missing, Reason::new("registry.not_a_position"));
            }
            None
        }
    }
}

/// The site that a row means, or the heading that stands against it.
fn known(
    tx: &mut Tx,
    credit_code: Option<&str>,
    name: &str,
    area: Id,
) -> Result<Result<Option<Site>, (&'static str, Reason)>> {
    if let Some(code) = credit_code {
        // One body may run several sites under its number, so number and name decide together.
        let under = rows_of::by_credit_code(tx, code)?;
        if let Some(found) = under.iter().find(|site| site.name == name) {
            return Ok(Ok(Some(found.clone())));
        }
        if let Some(other) = under.iter().find(|site| site.area == area) {
            let reason = Reason::new("registry.number_of_another").with("name", &other.name);
            return Ok(Err((CREDIT, reason)));
        }
    }
    let Some(found) = rows_of::by_name_in_area(tx, name, area)? else {
        return Ok(Ok(None));
    };
    if credit_code.is_some() && found.credit_code.is_some() {
        return Ok(Err((NAME, Reason::new("registry.name_with_other_number"))));
    }
    Ok(Ok(Some(found)))
}

/// Sites that stand inside others, by name in the same area: in the file first.
fn link(tx: &mut Tx, rows: &mut Rows, drafts: &mut [Draft]) -> Result<()> {
    let in_file: HashMap<(Id, String), Id> = drafts
        .iter()
        .filter(|draft| draft.parent.is_none())
        .map(|draft| ((draft.site.area, draft.site.name.clone()), draft.site.id))
        .collect();
    for draft in drafts {
        let Some(name) = draft.parent.clone() else {
            continue;
        };
        let found = match in_file.get(&(draft.site.area, name.clone())) {
            Some(id) => Some(*id),
            None => rows_of::by_name_in_area(tx, &name, draft.site.area)?.map(|site| site.id),
        };
        match found {
            Some(id) if id != draft.site.id => draft.site.parent = Some(id),
            _ => rows.refuse(draft.line, PARENT, Reason::new("registry.unknown_site")),
        }
    }
    Ok(())
}

/// Rows that change nothing may lie anywhere: files are often cut from larger ones.
fn check_reach(rows: &mut Rows, drafts: &[Draft], scope: &Scope) {
    for draft in drafts {
        if draft.known.as_ref() == Some(&draft.site) && draft.tags.is_empty() {
            continue;
        }
        for site in draft.known.iter().chain([&draft.site]) {
            let place = Place {
                path: &site.path,
                sector: site.sector.as_deref(),
                site: Some(site.id),
                org: site.org,
            };
            if let Some(reason) = writer::refuse_outside(scope, &place) {
                rows.refuse(draft.line, AREA, reason);
                break;
            }
        }
    }
}

fn write(tx: &mut Tx, mut rows: Rows, drafts: Vec<Draft>, today: Day) -> Result<ImportReport> {
    let fresh = |parts: bool| {
        drafts
            .iter()
            .filter(move |draft| draft.known.is_none() && draft.site.parent.is_some() == parts)
            .map(|draft| &draft.site)
    };
    // Sites before their parts.
    rows_of::insert_all(tx, fresh(false))?;
    rows_of::insert_all(tx, fresh(true))?;
    let mut keys = Vec::new();
    for draft in &drafts {
        let site = &draft.site;
        let changed = match &draft.known {
            Some(known) if known != site => {
                rows_of::update(tx, site)?;
                true
            }
            _ => false,
        };
        let from = if draft.known.is_none() {
            site.from
        } else {
            today
        };
        let tagged = !draft.tags.is_empty() && tags::add_plain(tx, site.id, &draft.tags, from)?;
        match (draft.known.is_none(), changed || tagged) {
            (true, _) => rows.report.added += 1,
            (false, true) => rows.report.changed += 1,
            (false, false) => {
                rows.report.same += 1;
                continue;
            }
        }
        keys.push(site.id);
    }
    note_import(tx, "sites.imported", keys)?;
    Ok(rows.report)
}

/// Attributes of the row over those that are known; a number stays a number, a code with leading
/// zeros a text.
fn attributes_of(line: &Line, columns: &[(usize, String)], known: Option<&Site>) -> String {
    let mut all: Map<String, Value> = known
        .and_then(|site| serde_json::from_str(&site.attributes).ok())
        .unwrap_or_default();
    for (place, name) in columns {
        let text = line.cell(Some(*place));
        if !text.is_empty() {
            all.insert(name.clone(), typed(text));
        }
    }
    Value::Object(all).to_string()
}

fn typed(text: &str) -> Value {
    let code = text.len() != 1 && text.starts_with('0') && !text.starts_with("0.");
    if code || 15 < text.len() {
        return Value::from(text);
    }
    if let Ok(number) = text.parse::<i64>() {
        return Value::from(number);
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Value::from(number),
        _ => Value::from(text),
    }
}

impl Lookups {
    fn area(&mut self, tx: &mut Tx, code: &str, day: Day) -> Result<Option<Area>> {
        if let Some(found) = self.areas.get(code) {
            return Ok(found.clone());
        }
        let found = area::store::by_code(tx, code, day)?;
        self.areas.insert(code.to_owned(), found.clone());
        Ok(found)
    }

    fn org(&mut self, tx: &mut Tx, name: &str, day: Day) -> Result<Option<Id>> {
        if let Some(found) = self.orgs.get(name) {
            return Ok(*found);
        }
        let found = org::store::by_name_or_alias(tx, name, day)?.map(|org| org.id);
        self.orgs.insert(name.to_owned(), found);
        Ok(found)
    }
}
