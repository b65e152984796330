//! What was told to the caller inside the program.
//!
//! A message to a body or a post reaches everybody who acts for it; each of them reads it for himself.

use crate::catalogue::Catalogue;
use crate::subject;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::text::Text;
use mechanism::{App, Caller, Mechanism, PageQuery, Problem, SESSION, guarded};
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Act, Error, Read, Result, Row, Sql, Tx, params};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "messages",
    permissions: &[],
    routes: table,
    timers: &[],
    importers: &[],
    texts: &[Text {
        code: "messages.bad_page_key",
        zh: "翻页位置不对",
        en: "The page key is not one of this list",
        zh_do: "从第一页重新打开",
        en_do: "Open the list again from its first page",
    }],
};

/// Unread messages are counted up to here; the page says "more than".
const MOST_UNREAD: i64 = 100;

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded(SESSION, routes!(list)))
        .merge(guarded(SESSION, routes!(read)))
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct MessageRow {
    #[schema(value_type = String)]
    id: Id,
    /// Business time at which it was written.
    at: i64,
    /// `reminder`, `handed` …
    category: String,
    /// Whether it cannot be muted.
    must_know: bool,
    /// What happened, in the reader's language.
    text: String,
    /// What to do; empty where the text says all.
    act: String,
    /// What it is about, in words; empty where its page says it.
    about: String,
    #[schema(value_type = String)]
    subject: Id,
    /// Page of what it is about.
    link: Option<String>,
    read_at: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
struct Messages {
    /// Newest first.
    items: Vec<MessageRow>,
    next: Option<String>,
    /// Not yet read, counted up to a hundred.
    unread: i64,
}

/// What was told to the caller, newest first.
#[utoipa::path(get, path = "/messages", operation_id = "messages_list", tag = "messages", params(PageQuery),
    responses((status = 200, body = Messages)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> std::result::Result<Json<Messages>, Problem> {
    let after = query.after.as_deref().map(Key::read).transpose()?;
    let size = query.size();
    let found = app
        .store
        .read(move |sql| messages(sql, &caller, after.as_ref(), size))
        .await?;
    Ok(Json(found))
}

/// Marks a message as read by the caller. Reading it again changes nothing.
#[utoipa::path(post, path = "/messages/{id}/read", operation_id = "messages_read", tag = "messages",
    params(("id" = String, Path,)), responses((status = 204), (status = 404)))]
async fn read(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<StatusCode, Problem> {
    let act = Act::by(caller.account, "messages.read", None);
    app.store
        .write(act, move |tx| mark(tx, &caller, id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn messages(
    sql: &mut Read<'_>,
    caller: &Caller,
    after: Option<&Key>,
    size: usize,
) -> Result<Messages> {
    let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
    for party in &caller.parties {
        for row in told(sql, *party, caller.person, after, size + 1)? {
            rows.insert(Key::of(&row)?, row);
        }
    }
    let more = size < rows.len();
    let page: Vec<(Key, Row)> = rows.into_iter().rev().take(size).collect();
    let next = page.last().filter(|_| more).map(|(key, _)| key.to_text());
    let catalogue = Catalogue::of_everything();
    let mut items = Vec::with_capacity(page.len());
    for (_, row) in &page {
        items.push(shown(sql, &catalogue, caller, row)?);
    }
    Ok(Messages {
        items,
        next,
        unread: unread(sql, caller)?,
    })
}

/// Messages to one party, newest first. What was overtaken by a later one was never said.
fn told(
    sql: &mut Read<'_>,
    party: Id,
    person: Id,
    after: Option<&Key>,
    limit: usize,
) -> Result<Vec<Row>> {
    let (at, id) = after.map_or((i64::MAX, Id([0xff; 16])), |key| (key.at, key.id));
    sql.query(
        "select o.id, o.created_at, o.category, o.must_know, o.reason, o.subject, r.read_at \
         from outbox o left join message_read r on r.message = o.id and r.person = :person \
         where o.receiver = :party and o.channel = :channel and o.state <> 'overtaken' and o.due_at <= :now \
         and (o.created_at, o.id) < (:at, :id) order by o.created_at desc, o.id desc limit :limit",
        &params! {
            "person" => person, "party" => party, "channel" => crate::outbox::IN_APP, "now" => sql.now(),
            "at" => at, "id" => id, "limit" => limit
        },
    )
}

fn unread(sql: &mut Read<'_>, caller: &Caller) -> Result<i64> {
    let mut count = 0;
    for party in &caller.parties {
        let row = sql.one(
            "select count(*) as n from (select 1 as one from outbox o where o.receiver = :party \
             and o.channel = :channel and o.state <> 'overtaken' and o.due_at <= :now \
             and not exists (select 1 from message_read r where r.message = o.id and r.person = :person) \
             limit :most) capped",
            &params! {
                "party" => *party, "channel" => crate::outbox::IN_APP, "now" => sql.now(),
                "person" => caller.person, "most" => MOST_UNREAD
            },
        )?;
        count += row.map_or(Ok(0), |row| row.int("n"))?;
    }
    Ok(count.min(MOST_UNREAD))
}

fn shown(
    sql: &mut Read<'_>,
    catalogue: &Catalogue,
    caller: &Caller,
    row: &Row,
) -> Result<MessageRow> {
    let reason: Reason = serde_json::from_str(row.str("reason")?)
        .map_err(|error| Error::Database(error.to_string()))?;
    let (text, act) = catalogue.text(&reason, caller.language);
    let subject = row.id("subject")?;
    Ok(MessageRow {
        id: row.id("id")?,
        at: row.int("created_at")?,
        category: row.text("category")?,
        must_know: row.flag("must_know")?,
        text,
        act,
        about: about(sql, subject)?,
        subject,
        link: subject::link(sql, subject)?,
        read_at: row.opt_int("read_at")?,
    })
}

/// Whoever was told about an obligation may know what it asks.
fn about(sql: &mut Read<'_>, subject: Id) -> Result<String> {
    let Some(row) = engine::obligations::store::by_id(sql, subject)? else {
        return Ok(String::new());
    };
    match row.title {
        Some(title) => Ok(title),
        None => Ok(engine::obligations::store::rule(sql, row.rule)?
            .title
            .clone()),
    }
}

/// Only a receiver reads; for everybody else there is no such message.
fn mark(tx: &mut Tx<'_>, caller: &Caller, id: Id) -> Result<()> {
    let row = tx.one(
        "select receiver from outbox where id = :id and channel = :channel and state <> 'overtaken' \
         and due_at <= :now",
        &params! { "id" => id, "channel" => crate::outbox::IN_APP, "now" => tx.now() },
    )?;
    let receiver = row.ok_or(Error::NotFound)?.id("receiver")?;
    if !caller.acts_as(receiver) {
        return Err(Error::NotFound);
    }
    let fresh = tx.execute(
        "insert into message_read (message, person, read_at) values (:message, :person, :now) on conflict do nothing",
        &params! { "message" => id, "person" => caller.person, "now" => tx.now() },
    )?;
    if fresh == 0 {
        return Ok(());
    }
    tx.note(id, "read", serde_json::json!({ "by": caller.person }))
}

/// Where a page ended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    at: i64,
    id: Id,
}

impl Key {
    fn of(row: &Row) -> Result<Key> {
        Ok(Key {
            at: row.moment("created_at").map(|at: Moment| at.0)?,
            id: row.id("id")?,
        })
    }

    fn read(text: &str) -> std::result::Result<Key, Problem> {
        let parts = text.split_once('.').and_then(|(at, id)| {
            Some(Key {
                at: at.parse().ok()?,
                id: Id::parse(id)?,
            })
        });
        parts.ok_or_else(|| Problem::invalid(Reason::new("messages.bad_page_key")))
    }

    fn to_text(&self) -> String {
        format!("{}.{}", self.at, self.id)
    }
}
