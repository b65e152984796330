//! Obligations whose holder no channel reached (未送达).
//!
//! The list in the program reaches whoever answers for the holder and has an account that is not shut. Everybody else is
//! reached only where a message about the obligation went out to him on another channel.

use super::store;
use ::store::{Result, Sql, params};
use axum::Json;
use axum::extract::{Query, State};
use engine::obligations::Obligation;
use engine::obligations::store as obligations;
use engine::obligations::view::{self, Named, ObligationRow};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{App, Caller, Env, Problem};
use registry::party;
use serde::Serialize;
use utoipa::ToSchema;
use work::chasing::model::{Filter, Held};
use work::chasing::store as chasing;

/// An obligation, who answers for it, and why nothing reached him.
type Unreached = (Obligation, Option<(Id, String)>, String);

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UndeliveredRow {
    pub obligation: ObligationRow,
    /// Who answers for it; absent where nobody does.
    pub person: Option<Named>,
    /// `vacant`: nobody answers; `no_account`: nowhere to be reached; `failed`, `unknown` or `queued`: the state of the
    /// last try on another channel.
    pub why: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Undelivered {
    /// The earliest due first.
    pub items: Vec<UndeliveredRow>,
    /// Whether there are more than are listed.
    pub more: bool,
}

/// Rows listed; the filters narrow it down.
const MOST: usize = 200;

/// Open obligations within the caller's sight whose holder no channel has reached, with the reason. Takes the filters of
/// the list of who still owes.
#[utoipa::path(get, path = "/undelivered", operation_id = "undelivered_list", tag = "channels", params(Filter),
    responses((status = 200, body = Undelivered), (status = 404)))]
pub async fn undelivered(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
) -> std::result::Result<Json<Undelivered>, Problem> {
    let env = app.env.clone();
    let list = app
        .store
        .read(move |sql| list(sql, &env, &caller, &filter))
        .await?;
    Ok(Json(list))
}

fn list(sql: &mut dyn Sql, env: &Env, caller: &Caller, filter: &Filter) -> Result<Undelivered> {
    let now = sql.now();
    let mut held = chasing::held(sql, caller, filter)?;
    held.sort_by_key(|one| (one.oldest, one.holder));
    let mut found: Vec<Unreached> = Vec::new();
    let mut more = false;
    for one in &held {
        let Some(person) = unreachable(sql, env, one, now)? else {
            continue;
        };
        let own = Filter {
            holder: Some(one.holder),
            ..filter.clone()
        };
        for id in chasing::ids(sql, caller, &own, MOST)? {
            let Some(row) = obligations::by_id(sql, id)? else {
                continue;
            };
            let Some(why) = why(sql, &row, person.as_ref().map(|(id, _)| *id))? else {
                continue;
            };
            found.push((row, person.clone(), why));
        }
        if MOST < found.len() {
            more = true;
            break;
        }
    }
    found.sort_by_key(|(row, _, _)| (row.due_at, row.id));
    more |= MOST < found.len();
    found.truncate(MOST);
    let rows: Vec<Obligation> = found.iter().map(|(row, _, _)| row.clone()).collect();
    let views = view::rows(sql, env, caller, now, &rows)?;
    let items = views.into_iter().zip(found);
    let items = items.map(|(obligation, (_, person, why))| UndeliveredRow {
        obligation,
        person: person.map(|(id, name)| Named { id, name }),
        why,
    });
    Ok(Undelivered {
        items: items.collect(),
        more,
    })
}

/// Who answers for a holder, where the list in the program does not reach him; none where it does.
fn unreachable(
    sql: &mut dyn Sql,
    env: &Env,
    one: &Held,
    now: Moment,
) -> Result<Option<Option<(Id, String)>>> {
    let day = env.calendar.zone().day_of(now);
    let Some((person, name)) = party::store::current_person(sql, one.holder, day)? else {
        return Ok(Some(None));
    };
    match store::language(sql, person)? {
        Some(_) => Ok(None),
        None => Ok(Some(Some((person, name)))),
    }
}

/// Why an obligation reached nobody; none where a message about it did go out to whoever answers.
fn why(sql: &mut dyn Sql, row: &Obligation, person: Option<Id>) -> Result<Option<String>> {
    let Some(person) = person else {
        return Ok(Some("vacant".to_owned()));
    };
    let states = sql.query(
        "select state from outbox where subject = :subject and receiver = :person and channel <> 'in-app' \
         and state <> 'overtaken' order by created_at desc, id desc",
        &params! { "subject" => row.id, "person" => person },
    )?;
    let mut last = None;
    for state in &states {
        let state = state.text("state")?;
        if state == "sent" || state == "delivered" {
            return Ok(None);
        }
        last.get_or_insert(state);
    }
    let word = last.as_deref().map(super::show::word);
    Ok(Some(word.unwrap_or("no_account").to_owned()))
}
