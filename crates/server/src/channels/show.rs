//! How far the messages about an obligation have come.

use ::store::{Result, Row, Sql, params};
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::view::Named;
use engine::obligations::visible::visible;
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use registry::party;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Delivery {
    #[schema(value_type = String)]
    pub id: Id,
    /// `in-app`, `email`, or the name of a webhook.
    pub channel: String,
    pub receiver: Named,
    pub category: String,
    /// `queued`, `sent`, `delivered`, `failed`, `unknown` or `overtaken`.
    pub state: String,
    pub tries: i64,
    /// Business time at which it was written.
    pub at: i64,
    /// Business time from which it may leave.
    pub due_at: i64,
    /// What the other side said, in a word; `sink` on a training instance.
    pub answer: String,
}

const MOST: usize = 200;

/// Every message about an obligation with its channel and what became of it, newest first.
#[utoipa::path(get, path = "/obligations/{id}/deliveries", operation_id = "obligations_deliveries", tag = "channels",
    params(("id" = String, Path,)), responses((status = 200, body = Vec<Delivery>), (status = 404)))]
pub async fn deliveries(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<Json<Vec<Delivery>>, Problem> {
    let found = app
        .store
        .read(move |sql| {
            let row = visible(sql, &caller, id)?;
            of_subject(sql, row.id)
        })
        .await?;
    Ok(Json(found))
}

fn of_subject(sql: &mut dyn Sql, subject: Id) -> Result<Vec<Delivery>> {
    let rows = sql.query(
        "select id, channel, receiver, category, state, tries, created_at, due_at, answer from outbox \
         where subject = :subject order by created_at desc, id desc limit :limit",
        &params! { "subject" => subject, "limit" => MOST },
    )?;
    let receivers: Vec<Id> = rows
        .iter()
        .map(|row| row.id("receiver"))
        .collect::<Result<_>>()?;
    let names = party::store::labels(sql, &receivers)?;
    let delivery = |row: &Row| {
        let receiver = row.id("receiver")?;
        Ok(Delivery {
            id: row.id("id")?,
            channel: row.text("channel")?,
            receiver: Named {
                id: receiver,
                name: names.get(&receiver).cloned().unwrap_or_default(),
            },
            category: row.text("category")?,
            state: word(row.str("state")?).to_owned(),
            tries: row.int("tries")?,
            at: row.int("created_at")?,
            due_at: row.int("due_at")?,
            answer: row.opt_text("answer")?.unwrap_or_default(),
        })
    };
    rows.iter().map(delivery).collect()
}

/// What waits and what is on its way is queued for whoever looks.
pub fn word(state: &str) -> &str {
    match state {
        "waiting" | "sending" => "queued",
        other => other,
    }
}
