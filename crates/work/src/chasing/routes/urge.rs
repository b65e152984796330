//! Urging everybody of a list in one act.

use crate::chasing::model::{Due, Filter, Owing};
use crate::chasing::{people, rules, store};
use ::store::{Act, Error, Message, Result, Sql, Tx};
use axum::Json;
use axum::extract::State;
use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::ledger::digest;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Body, Caller, Env, Problem};
use registry::party;
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What became of the urging, body by body.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UrgedRow {
    pub body: Named,
    pub urged: usize,
    /// Urged within the last day already, and therefore not again.
    pub passed_over: usize,
    /// Who was told; absent where nobody answers for it, not even above it.
    pub person: Option<Named>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UrgedList {
    pub urged: usize,
    pub passed_over: usize,
    /// Of the urged, those for which nobody could be told.
    pub unreached: usize,
    pub items: Vec<UrgedRow>,
}

/// More in one act is a mistake of the filter, and one message more than anybody reads.
const MOST: usize = 50_000;

/// What is kept of a holder while his message is put together.
struct Told<'a> {
    holder: Id,
    due: Vec<&'a Due>,
}

/// Urges everybody who still owes under a filter: one message a person, however much he owes. What was urged within the
/// window of the place (a day, unless set otherwise) is passed over. The ledger keeps who urged, what, and how many.
#[utoipa::path(post, path = "/owing/urge", operation_id = "owing_urge", request_body = Filter,
    responses((status = 200, body = UrgedList), (status = 404), (status = 422)))]
pub async fn urge(
    State(app): State<App>,
    caller: Caller,
    Body(filter): Body<Filter>,
) -> std::result::Result<Json<UrgedList>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "chasing.urge", None);
    let list = app
        .store
        .write(act, move |tx| all(tx, &env, &caller, &filter))
        .await?;
    Ok(Json(list))
}

fn all(tx: &mut Tx, env: &Env, caller: &Caller, filter: &Filter) -> Result<UrgedList> {
    let now = tx.now();
    let day = env.calendar.zone().day_of(now);
    let hours = store::window_hours(tx, day)?;
    let due = store::due(tx, caller, filter, now.plus_hours(-hours), MOST)?;
    if MOST < due.len() {
        return Err(Error::refused(
            Reason::new("chasing.too_many").with("n", MOST),
        ));
    }
    let urged = rules::to_urge(&due);
    let mut people: BTreeMap<Id, Vec<Told>> = BTreeMap::new();
    let mut told: BTreeMap<Id, Option<Id>> = BTreeMap::new();
    let mut unreached = 0;
    for (holder, due) in urged {
        let person = people::reached(tx, holder, day)?;
        told.insert(holder, person);
        match person {
            Some(person) => people.entry(person).or_default().push(Told { holder, due }),
            None => unreached += due.len(),
        }
    }
    let ids: Vec<Id> = due
        .iter()
        .filter(|one| !one.lately)
        .map(|one| one.id)
        .collect();
    if !ids.is_empty() {
        note(tx, caller, filter, &ids)?;
        store::urged(tx, &ids, caller.person)?;
        let act = tx.new_id();
        for (person, parts) in &people {
            tell(tx, env, act, *person, parts, now)?;
        }
    }
    Ok(UrgedList {
        urged: ids.len(),
        passed_over: due.len() - ids.len(),
        unreached,
        items: rows(tx, caller, filter, &due, &told)?,
    })
}

fn note(tx: &mut Tx, caller: &Caller, filter: &Filter, ids: &[Id]) -> Result<()> {
    let mut sorted = ids.to_vec();
    sorted.sort_unstable();
    let keys: Vec<u8> = sorted.iter().flat_map(|id| id.0).collect();
    let body = json!({ "by": caller.person, "filter": filter });
    tx.bulk_note("urged", ids.len(), digest(&keys), body)
}

/// One message a person: what he owes together, never a list of names.
fn tell(tx: &mut Tx, env: &Env, act: Id, person: Id, parts: &[Told], now: Moment) -> Result<()> {
    let all: Vec<&Due> = parts
        .iter()
        .flat_map(|part| part.due.iter().copied())
        .collect();
    let Some(first) = all.iter().min_by_key(|one| (one.due_at, one.id)) else {
        return Ok(());
    };
    let late = all.iter().filter(|one| one.due_at <= now).count();
    // The due instant is exclusive: a day's due ends the day before.
    let oldest = env.calendar.zone().day_of(first.due_at.plus_millis(-1));
    let reason = Reason::new("chasing.urged")
        .with("n", all.len())
        .with("late", late)
        .with("oldest", oldest);
    let message = Message {
        key: format!("owing/{act}/urge/{person}"),
        receiver: person,
        channel: "in-app".to_owned(),
        category: "urge".to_owned(),
        // One thing leads to its page, several to their body.
        subject: match (all.as_slice(), parts) {
            ([only], _) => only.id,
            (_, [first, ..]) => first.holder,
            _ => person,
        },
        reason,
        must_know: true,
        due_at: None,
    };
    tx.send(&message)?;
    Ok(())
}

fn rows(
    tx: &mut Tx,
    caller: &Caller,
    filter: &Filter,
    due: &[Due],
    told: &BTreeMap<Id, Option<Id>>,
) -> Result<Vec<UrgedRow>> {
    let held = store::held(tx, caller, filter)?;
    let mut counts: BTreeMap<Id, (usize, usize)> = BTreeMap::new();
    for one in due {
        let count = counts.entry(one.holder).or_default();
        if one.lately {
            count.1 += 1;
        } else {
            count.0 += 1;
        }
    }
    let bodies = rules::by_body(&held);
    let people = told.values().flatten();
    let ids: Vec<Id> = bodies
        .iter()
        .map(|one| one.body)
        .chain(people.copied())
        .collect();
    let names = party::store::labels(tx, &ids)?;
    let named = |id: Id| Named {
        id,
        name: names.get(&id).cloned().unwrap_or_default(),
    };
    let row = |owing: &Owing| {
        let of = |holder: &Id| counts.get(holder).copied().unwrap_or_default();
        let person = owing
            .holders
            .iter()
            .find_map(|holder| told.get(holder).copied().flatten());
        UrgedRow {
            body: named(owing.body),
            urged: owing.holders.iter().map(|holder| of(holder).0).sum(),
            passed_over: owing.holders.iter().map(|holder| of(holder).1).sum(),
            person: person.map(named),
        }
    };
    Ok(bodies.iter().map(row).collect())
}
