//! The open obligations of one county, earliest due first.

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use sqlx::{Pool, Row, Sqlite};

use crate::{Pools, failed, hex, unhex};

#[derive(Deserialize)]
pub struct Wanted {
    county: String,
    #[serde(default = "twenty")]
    limit: i64,
}

#[derive(Serialize)]
pub struct Listed<T> {
    items: Vec<T>,
}

/// The columns that a page of obligations shows, as they stand in the row.
#[derive(Serialize)]
pub struct Bare {
    id: String,
    definition: String,
    kind: String,
    holder: String,
    subject: String,
    period: String,
    opened_at: i64,
    due_at: i64,
    grace_until: i64,
    signed_at: Option<i64>,
    done: i64,
    total: i64,
    revision: i64,
}

/// The same with the names of holder and subject.
#[derive(Serialize)]
pub struct Named {
    #[serde(flatten)]
    row: Bare,
    holder_name: Option<String>,
    subject_name: Option<String>,
}

const BARE: &str = "select t.id, t.definition, t.kind, t.holder, t.subject, t.period, t.opened_at,
        t.due_at, t.grace_until, t.signed_at, t.progress_done, t.progress_total, t.revision
    from obligation t
    where t.area_county = ? and t.outcome is null
    order by t.due_at, t.id limit ?";

const NAMED: &str = "select t.id, t.definition, t.kind, t.holder, t.subject, t.period, t.opened_at,
        t.due_at, t.grace_until, t.signed_at, t.progress_done, t.progress_total, t.revision,
        o.name as holder_name, s.name as subject_name
    from obligation t
    left join org o on o.id = t.holder
    left join site s on s.id = t.subject
    where t.area_county = ? and t.outcome is null
    order by t.due_at, t.id limit ?";

/// One query over one table.
pub async fn bare(
    State(pools): State<Pools>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Listed<Bare>>, StatusCode> {
    let rows = rows(&pools.read, BARE, &wanted).await?;
    let items = rows.iter().map(row).collect::<Result<_, _>>();
    Ok(Json(Listed {
        items: items.map_err(failed)?,
    }))
}

/// One query with two joins.
pub async fn named(
    State(pools): State<Pools>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Listed<Named>>, StatusCode> {
    let rows = rows(&pools.read, NAMED, &wanted).await?;
    let named = |found: &SqliteRow| {
        Ok(Named {
            row: row(found)?,
            holder_name: found.try_get("holder_name")?,
            subject_name: found.try_get("subject_name")?,
        })
    };
    let items = rows.iter().map(named).collect::<Result<_, _>>();
    Ok(Json(Listed {
        items: items.map_err(failed)?,
    }))
}

async fn rows(
    pool: &Pool<Sqlite>,
    text: &'static str,
    wanted: &Wanted,
) -> Result<Vec<SqliteRow>, StatusCode> {
    let county = unhex(&wanted.county).ok_or(StatusCode::BAD_REQUEST)?;
    let found = sqlx::query(text)
        .bind(county)
        .bind(wanted.limit)
        .fetch_all(pool);
    found.await.map_err(failed)
}

fn row(row: &SqliteRow) -> Result<Bare, sqlx::Error> {
    Ok(Bare {
        id: hex(row.try_get("id")?),
        definition: row.try_get("definition")?,
        kind: row.try_get("kind")?,
        holder: hex(row.try_get("holder")?),
        subject: hex(row.try_get("subject")?),
        period: row.try_get("period")?,
        opened_at: row.try_get("opened_at")?,
        due_at: row.try_get("due_at")?,
        grace_until: row.try_get("grace_until")?,
        signed_at: row.try_get("signed_at")?,
        done: row.try_get("progress_done")?,
        total: row.try_get("progress_total")?,
        revision: row.try_get("revision")?,
    })
}

fn twenty() -> i64 {
    20
}
