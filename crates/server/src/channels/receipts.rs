//! What a gateway reports later: whether a message reached its receiver.

use super::rules::Next;
use super::store;
use crate::ticking::Ticking;
use ::store::{Act, Error, Sql, Tx, params};
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Problem};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
pub struct Receipt {
    /// `X-Anlan-Id` of the message.
    #[schema(value_type = String)]
    pub id: Id,
    /// `sent`, `delivered` or `failed`.
    pub state: String,
}

/// A report that is older or younger than this is none of now.
const MINUTES: i64 = 5;

/// A gateway reports what became of a message. It signs as the messages to it are signed: `X-Anlan-Signature` over
/// `X-Anlan-Timestamp`, a full stop and the body, within five minutes. A report changes only what was sent by this
/// channel, and nothing that has failed or reached its receiver.
#[utoipa::path(post, path = "/channels/{name}/receipts", operation_id = "channels_receipt", tag = "channels",
    params(("name" = String, Path,)), request_body = Receipt,
    responses((status = 204), (status = 401), (status = 404), (status = 422)))]
pub async fn receipt(
    State(app): State<App>,
    Extension(ticking): Extension<Arc<Ticking>>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Problem> {
    let channels = ticking.channels();
    let webhook = channels.webhook(&name).ok_or_else(Problem::not_found)?;
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let timestamp = text("x-anlan-timestamp").unwrap_or_default();
    let signature = text("x-anlan-signature").unwrap_or_default();
    let now = app.store.clock().machine();
    let fresh = timestamp
        .parse::<i64>()
        .is_ok_and(|at| (now.0 - at).abs() <= MINUTES * 60_000);
    if !fresh || !webhook.signed(timestamp, &body, signature) {
        return Err(Problem::of(StatusCode::UNAUTHORIZED, "channels.not_signed"));
    }
    let receipt: Receipt = serde_json::from_slice(&body)
        .map_err(|error| Problem::invalid(Reason::new("edge.malformed").with("detail", error)))?;
    let state = match receipt.state.as_str() {
        "sent" => "sent",
        "delivered" => "delivered",
        "failed" => "failed",
        other => {
            let reason = Reason::new("channels.unknown_state").with("state", other);
            return Err(Problem::invalid(reason));
        }
    };
    app.store
        .write(Act::system("channels.receipt"), move |tx| {
            keep(tx, &name, receipt.id, state)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn keep(tx: &mut Tx, channel: &str, id: Id, state: &'static str) -> ::store::Result<()> {
    let row = tx.one(
        "select state from outbox where id = :id and channel = :channel",
        &params! { "id" => id, "channel" => channel },
    )?;
    let now = row.ok_or(Error::NotFound)?.text("state")?;
    let next = Next {
        state,
        answer: "receipt".to_owned(),
        retry_at: None,
    };
    match now.as_str() {
        "sending" | "sent" | "unknown" => store::end(tx, id, &now, &next),
        _ => Ok(()),
    }
}
