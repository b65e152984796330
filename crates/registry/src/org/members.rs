//! Members of committees and groups from a file. A name that is no body makes a group.

use super::store as rows_of;
use crate::party;
use crate::rows::{Rows, note_import};
use crate::writer::{self, Place};
use documents::Table;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::Env;
use mechanism::import::{Column, ImportReport, Importer, Need};
use store::{Result, Sql, Tx};

const NAME: &str = "名称";
const MEMBER: &str = "成员";
const ROLE: &str = "角色";
const FROM: &str = "起";

pub const IMPORTER: Importer = Importer {
    kind: "groups",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: NAME,
        aliases: &["小组", "委员会", "name"],
        need: Need::Required,
    },
    Column {
        heading: MEMBER,
        aliases: &["成员单位", "member"],
        need: Need::Required,
    },
    Column {
        heading: ROLE,
        aliases: &["role"],
        need: Need::Optional,
    },
    Column {
        heading: FROM,
        aliases: &["任职起", "from"],
        need: Need::Optional,
    },
];

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "orgs.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let mut lines = Vec::new();
    for line in rows.lines() {
        let name = rows.required(line, NAME);
        let member = rows.required(line, MEMBER);
        let from = rows.first_day(line, FROM);
        let (Some(name), Some(member)) = (name, member) else {
            continue;
        };
        let role = rows.text(line, ROLE).to_owned();
        match rows_of::by_name_or_alias(tx, &member, today)? {
            Some(found) => {
                let committee = rows_of::by_name_or_alias(tx, &name, today)?;
                let body = committee.as_ref().unwrap_or(&found);
                let place = Place {
                    path: &body.path,
                    sector: body.sector.as_deref(),
                    site: None,
                    org: Some(body.id),
                };
                match writer::refuse_outside(&scope, &place) {
                    Some(reason) => rows.refuse(line, NAME, reason),
                    None => lines.push((name, found.id, role, from)),
                }
            }
            None => rows.refuse(line, MEMBER, Reason::new("registry.unknown_org")),
        }
    }
    if rows.has_errors() {
        return Ok(rows.report);
    }
    let mut keys: Vec<Id> = Vec::new();
    for (name, member, role, from) in lines {
        let of = match rows_of::by_name_or_alias(tx, &name, today)? {
            Some(org) => org.id,
            None => group(tx, &name)?,
        };
        if party::store::add_member(tx, of, member, &role, from)? {
            rows.report.added += 1;
            keys.push(of);
        } else {
            rows.report.same += 1;
        }
    }
    note_import(tx, "groups.imported", keys)?;
    Ok(rows.report)
}

/// The group of that name; groups have no area, so the name is their key.
fn group(tx: &mut Tx, name: &str) -> Result<Id> {
    let id = Id::natural("group", name);
    if party::store::kind_of(tx, id)?.is_none() {
        party::store::insert_group(tx, id, name)?;
    }
    Ok(id)
}
