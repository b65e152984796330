//! What happened to a thing, from the ledger; and whether the ledger is whole.

use crate::subject::check_visible;
use axum::Json;
use axum::extract::{Path, Query, State};
use kernel::id::Id;
use kernel::ledger::Verdict;
use kernel::reason::Reason;
use mechanism::text::Text;
use mechanism::{App, Caller, Listed, Mechanism, PageQuery, Permission, Problem, guarded};
use registry::party;
use serde::{Deserialize, Serialize};
use store::{Read, Result, Row, Sql, params};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "ledger",
    permissions: &[
        Permission {
            name: "history.read",
            zh: "查看对象的留痕",
            en: "Read the history of what one may see",
        },
        Permission {
            name: "ledger.read",
            zh: "查看全部审计日志",
            en: "Read the whole ledger",
        },
    ],
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

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("history.read", routes!(history)))
        .merge(guarded("ledger.read", routes!(ledger)))
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
    /// What it is about; absent for acts in bulk.
    #[schema(value_type = Option<String>)]
    subject: Option<Id>,
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
    let size = query.size();
    let listed = app.store.read(move |sql| {
        check_visible(sql, &caller, subject)?;
        let mut listed = whole_life(sql, subject, after, size)?;
        for entry in &mut listed.items {
            without_hidden(sql, &caller, &mut entry.body)?;
        }
        Ok(listed)
    });
    Ok(Json(listed.await?))
}

/// What was written about a thing; of an obligation that was opened among many, the act that opened them all comes last.
fn whole_life(
    sql: &mut Read<'_>,
    subject: Id,
    after: Option<Key>,
    size: usize,
) -> Result<Listed<LedgerEntry>> {
    let (at, id) = after.map_or((i64::MAX, Id([0xff; 16])), |key| (key.at, key.id));
    let mut rows = rows_of(sql, subject, (at, id), size)?;
    if rows.len() <= size
        && let Some(opening) = opening(sql, subject)?
        && (opening.int("at")?, opening.id("id")?) < (at, id)
    {
        rows.push(opening);
    }
    let mut listed = listed(sql, &rows, size)?;
    let in_bulk = listed.items.iter_mut().filter(|one| one.subject.is_none());
    for entry in in_bulk {
        only_what(&mut entry.body);
    }
    Ok(listed)
}

/// How many others were opened, and a digest of which, says something about what the reader may not see.
fn only_what(body: &mut serde_json::Value) {
    if let Some(body) = body.as_object_mut() {
        body.retain(|name, _| name == "what");
    }
}

/// The address of an original that the reader may not read: it holds the rows of others.
fn without_hidden(sql: &mut Read<'_>, caller: &Caller, body: &mut serde_json::Value) -> Result<()> {
    let Some(how) = body
        .get_mut("on_behalf")
        .and_then(|how| how.as_object_mut())
    else {
        return Ok(());
    };
    let hash = how.get("original").and_then(|hash| hash.as_str());
    if let Some(hash) = hash.map(str::to_owned)
        && !engine::records::routes::readable(sql, caller, &hash)?
    {
        how.remove("original");
    }
    Ok(())
}

/// The entry of the act that opened an obligation together with others of its definition.
fn opening(sql: &mut Read<'_>, subject: Id) -> Result<Option<Row>> {
    let Some(row) = engine::obligations::store::by_id(sql, subject)? else {
        return Ok(None);
    };
    let acts = sql.query(
        &format!(
            "{COLUMNS} where e.subject is null and e.at = :at and e.verb = 'opened' order by e.id"
        ),
        &params! { "at" => row.opened_at },
    )?;
    for act in acts {
        let body: serde_json::Value = serde_json::from_str(act.str("body")?).unwrap_or_default();
        if body["what"]["definition"] == row.definition.as_str() {
            return Ok(Some(act));
        }
    }
    Ok(None)
}

/// Which entries; absent means all.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Id of the thing that was written about.
    #[param(value_type = Option<String>)]
    subject: Option<Id>,
    /// Key of the page, as the list gave it.
    after: Option<String>,
    /// Rows a page, at most 200.
    limit: Option<usize>,
}

/// The whole ledger, newest first, for whoever audits it. Entries carry ids and no names of what they are about.
#[utoipa::path(get, path = "/ledger", operation_id = "ledger_list", tag = "ledger", params(Wanted),
    responses((status = 200, body = Listed<LedgerEntry>)))]
async fn ledger(
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> std::result::Result<Json<Listed<LedgerEntry>>, Problem> {
    let after = wanted.after.as_deref().map(Key::read).transpose()?;
    let page = PageQuery {
        after: None,
        limit: wanted.limit,
    };
    let size = page.size();
    let listed = app.store.read(move |sql| match wanted.subject {
        Some(subject) => of_subject(sql, subject, after, size),
        None => newest(sql, after, size),
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
            entries: number(verdict.entries),
            sealed: number(verdict.sealed),
            unsealed: number(verdict.unsealed),
            ok: verdict.ok,
            first_bad: verdict.first_bad,
        }
    }
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

const COLUMNS: &str = "select e.id, e.at, e.recorded_at, e.act, e.verb, e.body, e.seq, e.subject, a.person \
     from ledger_entry e left join account a on a.id = e.actor";

fn of_subject(
    sql: &mut Read<'_>,
    subject: Id,
    after: Option<Key>,
    size: usize,
) -> Result<Listed<LedgerEntry>> {
    let before = after.map_or((i64::MAX, Id([0xff; 16])), |key| (key.at, key.id));
    let rows = rows_of(sql, subject, before, size)?;
    listed(sql, &rows, size)
}

fn rows_of(sql: &mut Read<'_>, subject: Id, (at, id): (i64, Id), size: usize) -> Result<Vec<Row>> {
    sql.query(
        &format!(
            "{COLUMNS} where e.subject = :subject and (e.at, e.id) < (:at, :id) \
             order by e.at desc, e.id desc limit :limit"
        ),
        &params! { "subject" => subject, "at" => at, "id" => id, "limit" => size + 1 },
    )
}

/// Ids of entries follow the time at which the machine wrote them, so their key is the order.
fn newest(sql: &mut Read<'_>, after: Option<Key>, size: usize) -> Result<Listed<LedgerEntry>> {
    let id = after.map_or(Id([0xff; 16]), |key| key.id);
    let rows = sql.query(
        &format!("{COLUMNS} where e.id < :id order by e.id desc limit :limit"),
        &params! { "id" => id, "limit" => size + 1 },
    )?;
    listed(sql, &rows, size)
}

fn listed(sql: &mut Read<'_>, rows: &[Row], size: usize) -> Result<Listed<LedgerEntry>> {
    let mut people: Vec<Id> = Vec::new();
    for row in rows {
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
        subject: row.opt_id("subject")?,
        body: serde_json::from_str(body).unwrap_or(serde_json::Value::Null),
        seq: row.opt_int("seq")?,
    })
}
