//! The inbox: one list for everything that somebody owes, whatever opened it.

use crate::obligations::view::{self, ObligationRow};
use crate::obligations::{Obligation, store};
use crate::{records, satisfaction, sight};
use ::store::{Result, Sql};
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller, Env, Problem};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Tab {
    /// `todo` (default), `done`, `copied` or `started`.
    pub tab: Option<String>,
    /// `person` (default: all parties as which one may act) or `body` (bodies of one's posts only).
    pub mine: Option<String>,
}

/// Rows of one deadline group.
#[derive(Debug, Serialize, ToSchema)]
pub struct Group {
    /// `overdue`, `today`, `tomorrow`, `week`, `later`, or `all` where the tab has no groups.
    pub key: String,
    /// The day that `today` and `tomorrow` name.
    pub day: Option<String>,
    pub items: Vec<ObligationRow>,
}

#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Counts {
    pub todo: i64,
    pub overdue: i64,
    pub due_today: i64,
    pub body_todo: i64,
    pub body_unsigned: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Inbox {
    pub groups: Vec<Group>,
    pub counts: Counts,
}

/// Rows of one tab; more are found through the list with filters.
const MOST: i64 = 200;

/// The caller's inbox, earliest deadline first. Each row says who demands it and on what basis.
#[utoipa::path(get, path = "/inbox", operation_id = "inbox", params(Tab), responses((status = 200, body = Inbox)))]
pub async fn inbox(
    State(app): State<App>,
    caller: Caller,
    Query(tab): Query<Tab>,
) -> std::result::Result<Json<Inbox>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let inbox = app
        .store
        .read(move |sql| {
            let parties = if tab.mine.as_deref() == Some("body") {
                &caller.orgs
            } else {
                &caller.parties
            };
            let counts = counts(sql, &env, &caller, now)?;
            let groups = match tab.tab.as_deref() {
                Some("done") => whole(done(sql, &env, &caller, parties, now)?),
                Some("copied") => whole(copied(sql, &env, &caller, now)?),
                Some("started") => whole(started(sql, &env, &caller, now)?),
                _ => {
                    let rows = store::open_of(sql, parties, now, MOST)?;
                    let items = view::rows(sql, &env, &caller, now, &rows)?;
                    by_deadline(&env, now, items)
                }
            };
            Ok(Inbox { groups, counts })
        })
        .await?;
    Ok(Json(inbox))
}

fn whole(items: Vec<ObligationRow>) -> Vec<Group> {
    vec![Group {
        key: "all".to_owned(),
        day: None,
        items,
    }]
}

fn done(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    parties: &[Id],
    now: Moment,
) -> Result<Vec<ObligationRow>> {
    let rows = store::met_of(sql, parties, MOST)?;
    view::rows(sql, env, caller, now, &rows)
}

fn copied(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
) -> Result<Vec<ObligationRow>> {
    let mut rows: Vec<Obligation> = Vec::new();
    for (subject, _) in sight::seen(sql, &caller.parties, "copied", MOST)? {
        rows.extend(store::of_source(sql, subject)?);
    }
    rows.truncate(MOST as usize);
    view::rows(sql, env, caller, now, &rows)
}

/// What rests on a record that the caller filed, and what he handed out.
fn started(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
) -> Result<Vec<ObligationRow>> {
    let mut ids = Vec::new();
    for record in records::store::filed_by(sql, caller.person, MOST)? {
        ids.extend(satisfaction::store::obligations_of(sql, record)?);
    }
    let mut rows = Vec::new();
    for (subject, _) in sight::seen(sql, &caller.parties, "started", MOST)? {
        rows.extend(store::of_source(sql, subject)?);
    }
    for id in ids {
        rows.extend(store::by_id(sql, id)?);
    }
    rows.sort_by_key(|row| row.id);
    rows.dedup_by_key(|row| row.id);
    rows.sort_by_key(|row| (row.due_at, row.id));
    rows.truncate(MOST as usize);
    view::rows(sql, env, caller, now, &rows)
}

fn counts(sql: &mut dyn Sql, env: &Env, caller: &Caller, now: Moment) -> Result<Counts> {
    let end_of_today = env.calendar.zone().end_of(env.calendar.zone().day_of(now));
    let rows = store::open_of(sql, &caller.parties, now, MOST)?;
    let body = store::open_of(sql, &caller.orgs, now, MOST)?;
    Ok(Counts {
        todo: store::count_open_of(sql, &caller.parties, now)?,
        overdue: rows.iter().filter(|row| row.grace_until <= now).count() as i64,
        due_today: rows
            .iter()
            .filter(|row| row.grace_until > now && row.due_at <= end_of_today)
            .count() as i64,
        body_todo: store::count_open_of(sql, &caller.orgs, now)?,
        body_unsigned: body.iter().filter(|row| row.signed_at.is_none()).count() as i64,
    })
}

/// Groups by deadline as people speak of it: overdue, today, tomorrow, this week, later.
fn by_deadline(env: &Env, now: Moment, items: Vec<ObligationRow>) -> Vec<Group> {
    let zone = env.calendar.zone();
    let today = zone.day_of(now);
    let sunday = today.plus_days(7 - i32::try_from(today.weekday()).unwrap_or(7));
    let ends = [
        ("overdue", now, None),
        ("today", zone.end_of(today), Some(today)),
        (
            "tomorrow",
            zone.end_of(today.plus_days(1)),
            Some(today.plus_days(1)),
        ),
        ("week", zone.end_of(sunday), None),
        ("later", Moment(i64::MAX), None),
    ];
    let mut groups: Vec<Group> = ends
        .iter()
        .map(|(key, _, day)| Group {
            key: (*key).to_owned(),
            day: day.map(text),
            items: Vec::new(),
        })
        .collect();
    for item in items {
        let place = ends
            .iter()
            .position(|(_, end, _)| item.due_at <= end.0)
            .unwrap_or(ends.len() - 1);
        groups[place].items.push(item);
    }
    groups.retain(|group| !group.items.is_empty());
    groups
}

fn text(day: Day) -> String {
    day.to_string()
}
