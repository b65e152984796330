//! Posts of bodies. A post is recognised by its title in the body.

use super::super::model::Post;
use super::super::store as rows_of;
use crate::org;
use crate::org::Org;
use crate::rows::{Rows, note_import};
use crate::writer::{self, Place};
use documents::{Line, Table};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{Column, ImportReport, Importer, Need};
use std::collections::HashMap;
use store::{Result, Sql, Tx};

const TITLE: &str = "岗位";
const ORG: &str = "单位";
const STAND_IN: &str = "替岗";
const SUPERIOR: &str = "上级岗位";
const LEADING: &str = "领导岗位";
const APPROVER: &str = "审核人";
const CLERK: &str = "收件人";
const RANK: &str = "排序";
const FROM: &str = "设立日期";
const UNTIL: &str = "撤销日期";

pub const IMPORTER: Importer = Importer {
    kind: "posts",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: TITLE,
        aliases: &["岗位名称", "post"],
        need: Need::Required,
    },
    Column {
        heading: ORG,
        aliases: &["单位名称", "org"],
        need: Need::Required,
    },
    Column {
        heading: STAND_IN,
        aliases: &["AB岗", "stand_in"],
        need: Need::Optional,
    },
    Column {
        heading: SUPERIOR,
        aliases: &["superior"],
        need: Need::Optional,
    },
    Column {
        heading: LEADING,
        aliases: &["leading"],
        need: Need::Optional,
    },
    Column {
        heading: APPROVER,
        aliases: &["approver"],
        need: Need::Optional,
    },
    Column {
        heading: CLERK,
        aliases: &["收文人", "receiving_clerk"],
        need: Need::Optional,
    },
    Column {
        heading: RANK,
        aliases: &["rank"],
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
    post: Post,
    stand_in: Option<String>,
    superior: Option<String>,
    known: Option<Post>,
}

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "persons.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let mut drafts = read(tx, &mut rows, today)?;
    link(tx, &mut rows, &mut drafts)?;
    check_reach(&mut rows, &drafts, &scope);
    if rows.has_errors() {
        return Ok(rows.report);
    }
    write(tx, rows, drafts)
}

fn read<'t>(tx: &mut Tx, rows: &mut Rows<'t>, today: Day) -> Result<Vec<Draft<'t>>> {
    let mut orgs: HashMap<String, Option<Org>> = HashMap::new();
    let mut seen: HashMap<(Id, String), usize> = HashMap::new();
    let mut places: HashMap<Id, i64> = HashMap::new();
    let mut drafts = Vec::new();
    for line in rows.lines() {
        let title = rows.required(line, TITLE);
        let name = rows.required(line, ORG);
        let leading = rows.flag(line, LEADING);
        let approver = rows.flag(line, APPROVER);
        let clerk = rows.flag(line, CLERK);
        let rank = rows.number(line, RANK).map(|rank| rank as i64);
        let from = rows.day(line, FROM);
        let until = rows.day(line, UNTIL);
        let (Some(title), Some(name)) = (title, name) else {
            continue;
        };
        if !orgs.contains_key(&name) {
            orgs.insert(
                name.clone(),
                org::store::by_name_or_alias(tx, &name, today)?,
            );
        }
        let Some(Some(org)) = orgs.get(&name) else {
            rows.refuse(line, ORG, Reason::new("registry.unknown_org"));
            continue;
        };
        if let Some(row) = seen.insert((org.id, title.clone()), line.row) {
            rows.refuse(
                line,
                TITLE,
                Reason::new("registry.doubled_in_file").with("row", row),
            );
            continue;
        }
        // Without a number, posts stand in the order in which the file names them.
        let place = places.entry(org.id).or_insert(0);
        *place += 1;
        let known = rows_of::post_by_title(tx, org.id, &title)?;
        let before = known.as_ref();
        let leads = leading
            .or(before.map(|post| post.rank == 1))
            .unwrap_or(*place == 1);
        let post = Post {
            id: before.map_or_else(|| Post::id_of(org.id, &title), |post| post.id),
            org: org.id,
            title,
            rank: rank.or(before.map(|post| post.rank)).unwrap_or(*place),
            approver: approver
                .or(leading)
                .or(before.map(|post| post.approver))
                .unwrap_or(leads),
            receiving_clerk: clerk
                .or(leading.map(|leading| !leading))
                .or(before.map(|post| post.receiving_clerk))
                .unwrap_or(!leads),
            superior: before.and_then(|post| post.superior),
            stand_in: before.and_then(|post| post.stand_in),
            sector: org.sector.clone(),
            path: org.path,
            from: from
                .or(before.map(|post| post.from))
                .unwrap_or(crate::since::SINCE_ALWAYS),
            until: until.or(before.and_then(|post| post.until)),
            version: before.map_or(1, |post| post.version),
        };
        drafts.push(Draft {
            line,
            post,
            stand_in: rows.optional(line, STAND_IN),
            superior: rows.optional(line, SUPERIOR),
            known,
        });
    }
    Ok(drafts)
}

/// Titles that rows refer to are those of the same body, or of its superior body.
fn link(tx: &mut Tx, rows: &mut Rows, drafts: &mut [Draft]) -> Result<()> {
    let in_file: HashMap<(Id, String), Id> = drafts
        .iter()
        .map(|draft| ((draft.post.org, draft.post.title.clone()), draft.post.id))
        .collect();
    for draft in drafts {
        let wanted = [
            (STAND_IN, draft.stand_in.clone()),
            (SUPERIOR, draft.superior.clone()),
        ];
        for (heading, title) in wanted {
            let Some(title) = title else { continue };
            match titled(tx, &in_file, draft.post.org, &title)? {
                None => {
                    rows.refuse(draft.line, heading, Reason::new("registry.unknown_post"));
                }
                Some(id) if id == draft.post.id => {
                    rows.refuse(draft.line, heading, Reason::new("registry.own_superior"));
                }
                Some(id) if heading == STAND_IN => draft.post.stand_in = Some(id),
                Some(id) => draft.post.superior = Some(id),
            }
        }
    }
    Ok(())
}

/// Rows that change nothing may lie anywhere: files are often cut from larger ones.
fn check_reach(rows: &mut Rows, drafts: &[Draft], scope: &Scope) {
    let changes = drafts
        .iter()
        .filter(|draft| draft.known.as_ref() != Some(&draft.post));
    for draft in changes {
        let place = Place {
            path: &draft.post.path,
            sector: draft.post.sector.as_deref(),
            site: None,
            org: Some(draft.post.org),
        };
        if let Some(reason) = writer::refuse_outside(scope, &place) {
            rows.refuse(draft.line, ORG, reason);
        }
    }
}

fn titled(
    tx: &mut Tx,
    in_file: &HashMap<(Id, String), Id>,
    org: Id,
    title: &str,
) -> Result<Option<Id>> {
    let superior = org::store::by_id(tx, org)?.and_then(|org| org.superior);
    for body in std::iter::once(org).chain(superior) {
        if let Some(id) = in_file.get(&(body, title.to_owned())) {
            return Ok(Some(*id));
        }
        if let Some(post) = rows_of::post_by_title(tx, body, title)? {
            return Ok(Some(post.id));
        }
    }
    Ok(None)
}

fn write(tx: &mut Tx, mut rows: Rows, drafts: Vec<Draft>) -> Result<ImportReport> {
    // Posts refer to each other, so all of them stand before any refers.
    for draft in drafts.iter().filter(|draft| draft.known.is_none()) {
        let alone = Post {
            superior: None,
            stand_in: None,
            ..draft.post.clone()
        };
        rows_of::insert_post(tx, &alone)?;
    }
    let mut keys = Vec::new();
    for draft in drafts {
        match &draft.known {
            None => {
                rows_of::set_superiors(tx, &draft.post)?;
                rows.report.added += 1;
            }
            Some(known) if *known != draft.post => {
                rows_of::update_post(tx, &draft.post)?;
                rows.report.changed += 1;
            }
            Some(_) => {
                rows.report.same += 1;
                continue;
            }
        }
        keys.push(draft.post.id);
    }
    note_import(tx, "posts.imported", keys)?;
    Ok(rows.report)
}
