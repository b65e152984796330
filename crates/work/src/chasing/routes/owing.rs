//! Who still owes, body by body.

use crate::chasing::model::{Filter, Owing};
use crate::chasing::rules::{self, Key};
use crate::chasing::{people, store};
use ::store::{Result, Sql};
use axum::Json;
use axum::extract::{Query, State};
use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Caller, PageQuery, Problem};
use registry::party;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What one body owes, and whom to ask about it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwingRow {
    pub body: Named,
    pub count: i64,
    /// Past due and grace.
    pub late: i64,
    /// Due instant of the oldest.
    pub oldest_due: i64,
    /// Who answers now: the holder of the post, or whoever stands in for him; absent where the post is vacant.
    pub person: Option<Named>,
    /// Who else stands in for him.
    pub stand_in: Option<Named>,
    /// Holders through which the body owes: itself, its posts, its people.
    #[schema(value_type = Vec<String>)]
    pub holders: Vec<Id>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwingList {
    /// The body with the oldest due first.
    pub items: Vec<OwingRow>,
    /// Bodies in all, and what they owe together.
    pub bodies: usize,
    pub count: i64,
    pub late: i64,
    pub next: Option<String>,
}

/// Who still owes within the caller's sight, grouped by body, the oldest due first. Takes the filters of the list.
#[utoipa::path(get, path = "/owing", operation_id = "owing_list", params(Filter, PageQuery),
    responses((status = 200, body = OwingList), (status = 404), (status = 422)))]
pub async fn owing(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> std::result::Result<Json<OwingList>, Problem> {
    let after = page.after.as_deref().map(key).transpose()?;
    let size = page.size();
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let list = app
        .store
        .read(move |sql| {
            let held = store::held(sql, &caller, &filter)?;
            let all = rules::by_body(&held);
            let (bodies, count) = (all.len(), all.iter().map(|owing| owing.count).sum());
            let late = all.iter().map(|owing| owing.late).sum();
            let mut rest = all
                .into_iter()
                .filter(|owing| after.is_none_or(|after| after < Key::of(owing)));
            let page: Vec<Owing> = rest.by_ref().take(size).collect();
            let next = page.last().filter(|_| rest.next().is_some());
            Ok(OwingList {
                next: next.map(|last| Key::of(last).text()),
                items: rows(sql, &page, day)?,
                bodies,
                count,
                late,
            })
        })
        .await?;
    Ok(Json(list))
}

fn key(text: &str) -> std::result::Result<Key, Problem> {
    Key::parse(text).ok_or_else(|| Problem::invalid(Reason::new("page.foreign_key")))
}

fn rows(sql: &mut dyn Sql, page: &[Owing], day: Day) -> Result<Vec<OwingRow>> {
    let bodies: Vec<Id> = page.iter().map(|owing| owing.body).collect();
    let names = party::store::labels(sql, &bodies)?;
    let asked: Vec<Id> = page.iter().map(whom).collect();
    let people = party::current_people(sql, &asked, day)?;
    page.iter()
        .map(|owing| row(sql, owing, &names, &people, day))
        .collect()
}

/// One holder answers for himself; for several, the body does.
fn whom(owing: &Owing) -> Id {
    match owing.holders.as_slice() {
        [only] => *only,
        _ => owing.body,
    }
}

fn row(
    sql: &mut dyn Sql,
    owing: &Owing,
    names: &BTreeMap<Id, String>,
    people: &BTreeMap<Id, (Id, String)>,
    day: Day,
) -> Result<OwingRow> {
    let asked = whom(owing);
    let person = people.get(&asked).map(|(id, name)| Named {
        id: *id,
        name: name.clone(),
    });
    let answers = person.as_ref().map(|person| person.id);
    Ok(OwingRow {
        body: Named {
            id: owing.body,
            name: names.get(&owing.body).cloned().unwrap_or_default(),
        },
        count: owing.count,
        late: owing.late,
        oldest_due: owing.oldest.0,
        stand_in: people::stand_in(sql, asked, answers, day)?,
        person,
        holders: owing.holders.clone(),
    })
}
