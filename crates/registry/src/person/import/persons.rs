//! Persons and the posts they hold. A person is recognised by name in his main body.

use super::super::model::{Holding, Person};
use super::super::store as rows_of;
use crate::org;
use crate::org::Org;
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
use std::collections::{HashMap, HashSet};
use store::{Result, Sql, Tx};

const NAME: &str = "姓名";
const ORG: &str = "单位";
const POST: &str = "岗位";
const POST_ORG: &str = "岗位单位";
const STAND_IN: &str = "备岗";
const FROM: &str = "任职起";
const UNTIL: &str = "任职止";

pub const IMPORTER: Importer = Importer {
    kind: "persons",
    columns: COLUMNS,
    run,
};

const COLUMNS: &[Column] = &[
    Column {
        heading: NAME,
        aliases: &["name"],
        need: Need::Required,
    },
    Column {
        heading: ORG,
        aliases: &["单位名称", "org"],
        need: Need::Required,
    },
    Column {
        heading: POST,
        aliases: &["职务", "post"],
        need: Need::Optional,
    },
    Column {
        heading: POST_ORG,
        aliases: &["任职单位", "post_org"],
        need: Need::Optional,
    },
    Column {
        heading: STAND_IN,
        aliases: &["stand_in"],
        need: Need::Optional,
    },
    Column {
        heading: FROM,
        aliases: &["任职日期", "from"],
        need: Need::Optional,
    },
    Column {
        heading: UNTIL,
        aliases: &["免职日期", "until"],
        need: Need::Optional,
    },
];

/// A row whose references are found.
struct Draft {
    person: Person,
    known: Option<Person>,
    holding: Option<Holding>,
}

/// Bodies by the names that the file uses, each looked up once.
struct Bodies {
    known: HashMap<String, Option<Org>>,
    today: Day,
}

fn run(tx: &mut Tx, env: &Env, table: &Table) -> Result<ImportReport> {
    let today = env.calendar.zone().day_of(tx.now());
    let scope = writer::reach(tx, env, "persons.write")?;
    let mut rows = Rows::open(table, COLUMNS);
    let drafts = read(tx, &mut rows, &scope, today)?;
    if rows.has_errors() {
        return Ok(rows.report);
    }
    write(tx, rows, drafts)
}

fn read(tx: &mut Tx, rows: &mut Rows, scope: &Scope, today: Day) -> Result<Vec<Draft>> {
    let mut bodies = Bodies {
        known: HashMap::new(),
        today,
    };
    let mut seen: HashMap<(Id, Option<Id>), usize> = HashMap::new();
    let mut drafts = Vec::new();
    for line in rows.lines() {
        let name = rows.required(line, NAME);
        let org_name = rows.required(line, ORG);
        let (Some(name), Some(org_name)) = (name, org_name) else {
            continue;
        };
        let Some(org) = bodies.find(tx, &org_name)? else {
            rows.refuse(line, ORG, Reason::new("registry.unknown_org"));
            continue;
        };
        if let Some(reason) = writer::refuse_outside(scope, &place_of(&org)) {
            rows.refuse(line, ORG, reason);
            continue;
        }
        let known = rows_of::by_name_in_org(tx, &name, org.id)?;
        let before = known.as_ref();
        let person = Person {
            id: before.map_or_else(|| Person::id_of(&name, org.id), |person| person.id),
            name,
            org: Some(org.id),
            sector: org.sector.clone(),
            path: org.path,
            from: before.map_or(SINCE_ALWAYS, |person| person.from),
            until: before.and_then(|person| person.until),
            version: before.map_or(1, |person| person.version),
        };
        let Ok(holding) = holding(tx, rows, line, &mut bodies, scope, &org, person.id)? else {
            continue;
        };
        let key = (person.id, holding.map(|holding| holding.post));
        if let Some(row) = seen.insert(key, line.row) {
            rows.refuse(
                line,
                NAME,
                Reason::new("registry.doubled_in_file").with("row", row),
            );
            continue;
        }
        drafts.push(Draft {
            person,
            known,
            holding,
        });
    }
    Ok(drafts)
}

fn place_of(org: &Org) -> Place<'_> {
    Place {
        path: &org.path,
        sector: org.sector.as_deref(),
        site: None,
        org: Some(org.id),
    }
}

/// The cell was refused; the report says why.
struct Refused;

fn holding(
    tx: &mut Tx,
    rows: &mut Rows,
    line: &Line,
    bodies: &mut Bodies,
    scope: &Scope,
    main: &Org,
    person: Id,
) -> Result<Result<Option<Holding>, Refused>> {
    let Some(title) = rows.optional(line, POST) else {
        return Ok(Ok(None));
    };
    let body = match rows.optional(line, POST_ORG) {
        None => main.id,
        Some(name) => {
            let Some(org) = bodies.find(tx, &name)? else {
                rows.refuse(line, POST_ORG, Reason::new("registry.unknown_org"));
                return Ok(Err(Refused));
            };
            if let Some(reason) = writer::refuse_outside(scope, &place_of(&org)) {
                rows.refuse(line, POST_ORG, reason);
                return Ok(Err(Refused));
            }
            org.id
        }
    };
    let Some(post) = rows_of::post_by_title(tx, body, &title)? else {
        rows.refuse(line, POST, Reason::new("registry.unknown_post"));
        return Ok(Err(Refused));
    };
    let from = rows.first_day(line, FROM);
    let until = rows.day(line, UNTIL);
    if until.is_some_and(|until| until <= from) {
        rows.refuse(line, UNTIL, Reason::new("registry.ends_before_it_begins"));
        return Ok(Err(Refused));
    }
    Ok(Ok(Some(Holding {
        post: post.id,
        person,
        stand_in: rows.flag(line, STAND_IN).unwrap_or(false),
        from,
        until,
    })))
}

fn write(tx: &mut Tx, mut rows: Rows, drafts: Vec<Draft>) -> Result<ImportReport> {
    let mut written: HashSet<Id> = HashSet::new();
    let mut keys = Vec::new();
    for draft in drafts {
        // A person with several posts has several rows; his own row is written with the first.
        let first = written.insert(draft.person.id);
        let new = first && draft.known.is_none();
        let changed = first
            && draft
                .known
                .as_ref()
                .is_some_and(|known| *known != draft.person);
        if new {
            rows_of::insert(tx, &draft.person)?;
        } else if changed {
            rows_of::update(tx, &draft.person)?;
        }
        let appointed = match &draft.holding {
            Some(holding) => rows_of::appoint(tx, holding)?,
            None => false,
        };
        match (new, changed || appointed) {
            (true, _) => rows.report.added += 1,
            (false, true) => rows.report.changed += 1,
            (false, false) => {
                rows.report.same += 1;
                continue;
            }
        }
        keys.push(draft.person.id);
    }
    note_import(tx, "persons.imported", keys)?;
    Ok(rows.report)
}

impl Bodies {
    fn find(&mut self, tx: &mut Tx, name: &str) -> Result<Option<Org>> {
        if let Some(found) = self.known.get(name) {
            return Ok(found.clone());
        }
        let found = org::store::by_name_or_alias(tx, name, self.today)?;
        self.known.insert(name.to_owned(), found.clone());
        Ok(found)
    }
}
