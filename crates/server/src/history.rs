//! What happened to a thing, from the ledger; and whether the ledger is whole.

use axum::Json;
use axum::extract::{Path, Query, State};
use kernel::id::Id;
use kernel::ledger::Verdict;
use kernel::reason::Reason;
use kernel::scope::Scope;
use mechanism::text::Text;
use mechanism::{App, Caller, Listed, Mechanism, PageQuery, Permission, Problem, guarded};
use registry::party;
use serde::Serialize;
use store::{Read, Result, Row, Sql, page, params};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "ledger",
    permissions: &[Permission {
        name: "ledger.read",
        zh: "查看留痕",
        en: "Read the ledger",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: &[Text {
        code: "ledger.bad_page_key",
        zh: "翻页位置不对",
        en: "The page key is not one of this list",
        zh_do: "从第一页重新打开",
        en_do: "Open the list again from its first page",
    }],
};

/// Tables whose rows stand somewhere: what is in one of them shows its history only to those who may see it.
const PLACED: &[&str] = &["obligation", "record", "site", "org", "post", "person"];

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("ledger.read", routes!(history)))
        .merge(guarded("ledger.read", routes!(verify)))
}

/// One entry of the ledger.
#[derive(Debug, Serialize, ToSchema)]
struct LedgerEntry {
    #[schema(value_type = String)]
    id: Id,
    /// Business time in UTC milliseconds.
    at: i64,
    /// When the machine wrote it.
    recorded_at: i64,
    /// Name of the person behind the account; absent when the system acted by itself.
    actor: Option<String>,
    act: String,
    verb: String,
    body: serde_json::Value,
    /// Place in the chain; absent until it is sealed.
    seq: Option<i64>,
}

/// Everything that was written about a thing, newest first.
#[utoipa::path(get, path = "/history/{subject}", tag = "ledger",
    params(("subject" = String, Path, description = "Id of the thing"), PageQuery),
    responses((status = 200, body = Listed<LedgerEntry>)))]
async fn history(
    State(app): State<App>,
    caller: Caller,
    Path(subject): Path<Id>,
    Query(query): Query<PageQuery>,
) -> std::result::Result<Json<Listed<LedgerEntry>>, Problem> {
    let after = query.after.as_deref().map(Key::read).transpose()?;
    let (scope, size) = (caller.scope, query.size());
    let listed = app.store.read(move |sql| {
        check_visible(sql, subject, &scope)?;
        entries(sql, subject, after, size)
    });
    Ok(Json(listed.await?))
}

/// What the ledger looks like when it is read again from its first entry.
#[derive(Debug, Serialize, ToSchema)]
struct Verified {
    entries: i64,
    sealed: i64,
    unsealed: i64,
    ok: bool,
    first_bad: Option<i64>,
}

/// Reads the whole ledger again and compares it with its chain and its anchors.
#[utoipa::path(get, path = "/ledger/verify", tag = "ledger", responses((status = 200, body = Verified)))]
async fn verify(State(app): State<App>) -> std::result::Result<Json<Verified>, Problem> {
    let verdict = app.store.verify_ledger().await?;
    Ok(Json(Verified::from(verdict)))
}

impl From<Verdict> for Verified {
    fn from(verdict: Verdict) -> Self {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Self {
            entries: number(verdict.entries as u64),
            sealed: number(verdict.sealed as u64),
            unsealed: number(verdict.unsealed as u64),
            ok: verdict.ok,
            first_bad: verdict.first_bad,
        }
    }
}

/// What is outside of the reader's scope answers as if it did not exist.
fn check_visible(sql: &mut Read<'_>, subject: Id, scope: &Scope) -> Result<()> {
    for table in PLACED {
        if !sql.catalog().has(table, "id") {
            continue;
        }
        let known = sql.one(
            &format!("select 1 as one from {table} where id = :id"),
            &params! { "id" => subject },
        )?;
        if known.is_some() {
            let seen = page::admitted(sql, table, subject, scope)?;
            return if seen {
                Ok(())
            } else {
                Err(store::Error::NotFound)
            };
        }
    }
    Ok(())
}

/// Where a page ended.
struct Key {
    at: i64,
    id: Id,
}

impl Key {
    fn read(text: &str) -> std::result::Result<Self, Problem> {
        let parts = text.split_once('.').and_then(|(at, id)| {
            Some(Self {
                at: at.parse().ok()?,
                id: Id::parse(id)?,
            })
        });
        parts.ok_or_else(|| Problem::invalid(Reason::new("ledger.bad_page_key")))
    }

    fn of(event: &LedgerEntry) -> String {
        format!("{}.{}", event.at, event.id)
    }
}

fn entries(
    sql: &mut Read<'_>,
    subject: Id,
    after: Option<Key>,
    size: usize,
) -> Result<Listed<LedgerEntry>> {
    let (at, id) = after.map_or((i64::MAX, Id([0xff; 16])), |key| (key.at, key.id));
    let rows = sql.query(
        "select e.id, e.at, e.recorded_at, e.act, e.verb, e.body, e.seq, a.person \
         from ledger_entry e left join account a on a.id = e.actor \
         where e.subject = :subject and (e.at, e.id) < (:at, :id) \
         order by e.at desc, e.id desc limit :limit",
        &params! { "subject" => subject, "at" => at, "id" => id, "limit" => size + 1 },
    )?;
    let mut people: Vec<Id> = Vec::new();
    for row in &rows {
        people.extend(row.opt_id("person")?);
    }
    let names = party::store::labels(sql, &people)?;
    let events = rows.iter().map(|row| {
        let person = row.opt_id("person")?;
        event(row, person.and_then(|person| names.get(&person).cloned()))
    });
    let mut items: Vec<LedgerEntry> = events.collect::<Result<_>>()?;
    let more = size < items.len();
    items.truncate(size);
    let next = items.last().filter(|_| more).map(Key::of);
    Ok(Listed {
        items,
        next,
        count: None,
    })
}

fn event(row: &Row, actor: Option<String>) -> Result<LedgerEntry> {
    let body = row.str("body")?;
    Ok(LedgerEntry {
        id: row.id("id")?,
        at: row.int("at")?,
        recorded_at: row.int("recorded_at")?,
        actor,
        act: row.text("act")?,
        verb: row.text("verb")?,
        body: serde_json::from_str(body).unwrap_or(serde_json::Value::Null),
        seq: row.opt_int("seq")?,
    })
}
