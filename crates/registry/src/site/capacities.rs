//! Who answers for which site in which role, from a file.

use super::model::{Capacity, Site};
use super::store as rows_of;
use crate::rows::{Rows, note_import};
use crate::writer::{self, Place};
use crate::{area, org, person};
use documents::{Line, Table};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{Column, ImportReport, Importer, Need};
use mechanism::reaction::Event;
use store::{Result, Sql, Tx};

const SITE: &str = "监管对象";
const AREA: &str = "区域代码";
const CREDIT: &str = "统一社会信用代码";
const ROLE: &str = "责任角色";
const ORG: &str = "单位";
const POST: &str = "岗位";
const PERSON: &str = "人员";
const FROM: &str = "起";
const UNTIL: &str = "止";

pub const IMPORTER: Importer = Importer {
    kind: "capacities",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: SITE,
        aliases: &["对象名称", "site"],
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
        heading: ROLE,
        aliases: &["role"],
        need: Need::Required,
    },
    Column {
        heading: ORG,
        aliases: &["单位名称", "org"],
        need: Need::Required,
    },
    Column {
        heading: POST,
        aliases: &["post"],
        need: Need::Optional,
    },
    Column {
        heading: PERSON,
        aliases: &["姓名", "person"],
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

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "sites.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let mut capacities = Vec::new();
    for line in rows.lines() {
        let role = rows.required(line, ROLE);
        let site = site(tx, &mut rows, line, today)?;
        let party = party(tx, &mut rows, line, today)?;
        let from = rows.first_day(line, FROM);
        let until = rows.day(line, UNTIL);
        if let Some(site) = &site {
            let place = Place {
                path: &site.path,
                sector: site.sector.as_deref(),
                site: Some(site.id),
                org: site.org,
            };
            if let Some(reason) = writer::refuse_outside(&scope, &place) {
                rows.refuse(line, SITE, reason);
            }
        }
        if let (Some(role), Some(site), Some(party)) = (role, site, party) {
            capacities.push(Capacity {
                id: Capacity::id_of(site.id, &role, party, from),
                site: site.id,
                role,
                party,
                from,
                until,
            });
        }
    }
    if rows.has_errors() {
        return Ok(rows.report);
    }
    let mut keys = Vec::new();
    for capacity in capacities {
        if rows_of::bind(tx, &capacity)? {
            let (site, role, from) = (capacity.site, capacity.role.clone(), capacity.from);
            env.react(tx, &Event::CapacityChanged { site, role, from })?;
            rows.report.added += 1;
            keys.push(capacity.id);
        } else {
            rows.report.same += 1;
        }
    }
    note_import(tx, "capacities.imported", keys)?;
    Ok(rows.report)
}

fn site(tx: &mut Tx, rows: &mut Rows, line: &Line, today: Day) -> Result<Option<Site>> {
    let name = rows.required(line, SITE);
    let code = rows.required(line, AREA);
    let (Some(name), Some(code)) = (name, code) else {
        return Ok(None);
    };
    let Some(area) = area::store::by_code(tx, &code, today)? else {
        rows.refuse(line, AREA, Reason::new("registry.unknown_area"));
        return Ok(None);
    };
    let found = match rows.credit_code(line, CREDIT) {
        Some(number) => rows_of::by_credit_code(tx, &number)?
            .into_iter()
            .find(|site| site.name == name),
        None => rows_of::by_name_in_area(tx, &name, area.id)?,
    };
    if found.is_none() {
        rows.refuse(line, SITE, Reason::new("registry.unknown_site"));
    }
    Ok(found)
}

/// The post or person where one is named, else the body itself.
fn party(tx: &mut Tx, rows: &mut Rows, line: &Line, today: Day) -> Result<Option<Id>> {
    let Some(name) = rows.required(line, ORG) else {
        return Ok(None);
    };
    let Some(org) = org::store::by_name_or_alias(tx, &name, today)? else {
        rows.refuse(line, ORG, Reason::new("registry.unknown_org"));
        return Ok(None);
    };
    if let Some(title) = rows.optional(line, POST) {
        let post = person::store::post_by_title(tx, org.id, &title)?;
        if post.is_none() {
            rows.refuse(line, POST, Reason::new("registry.unknown_post"));
        }
        return Ok(post.map(|post| post.id));
    }
    if let Some(name) = rows.optional(line, PERSON) {
        let person = person::store::by_name_in_org(tx, &name, org.id)?;
        if person.is_none() {
            rows.refuse(line, PERSON, Reason::new("registry.unknown_person"));
        }
        return Ok(person.map(|person| person.id));
    }
    Ok(Some(org.id))
}
