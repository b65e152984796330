//! A record a request, a commit a record: the answer leaves after the disk has it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::{Pools, failed, unhex};

/// What the client of the program sends, too; the id stands in the body here.
#[derive(Deserialize)]
pub struct Wanted {
    id: String,
    form: String,
    form_version: i64,
    body: String,
    values: serde_json::Value,
    stated_at: i64,
    covers: i64,
}

#[derive(Serialize)]
pub struct Created {
    id: String,
}

const INSERT: &str = "insert into record (id, account, form, form_version, body, filed_by, covers,
        stated_at, received_at, state, field_values, digest, revision)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'filed', ?, ?, 1)";

pub async fn create(
    State(pools): State<Pools>,
    Json(wanted): Json<Wanted>,
) -> Result<Json<Created>, StatusCode> {
    let (Some(id), Some(body)) = (unhex(&wanted.id), unhex(&wanted.body)) else {
        return Err(StatusCode::BAD_REQUEST);
    };
    // A single statement is its own transaction and is committed when it returns.
    let inserted = sqlx::query(INSERT)
        .bind(&id)
        .bind(&body)
        .bind(&wanted.form)
        .bind(wanted.form_version)
        .bind(&body)
        .bind(&body)
        .bind(wanted.covers)
        .bind(wanted.stated_at)
        .bind(wanted.stated_at)
        .bind(wanted.values.to_string())
        .bind([0u8; 32].as_slice())
        .execute(&pools.write);
    inserted.await.map_err(failed)?;
    Ok(Json(Created { id: wanted.id }))
}
