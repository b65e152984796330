//! Attachments: stored by content before the record that names them arrives.

use super::originals::readable;
use crate::records::attachments::{bears_mark, marked_secret, sniff};
use crate::records::store;
use ::store::{Act, Error};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use kernel::reason::Reason;
use mechanism::{App, Caller, Problem};
use object_store::{ObjectStore, PutPayload};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Name {
    /// File name as people know it.
    pub name: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Attached {
    /// Content address (SM3, hexadecimal).
    pub hash: String,
    pub media: String,
    pub size: i64,
}

/// Stores a file by its content. The type is read from the content and must be what the header says; files that bear a
/// secrecy mark are refused.
#[utoipa::path(post, path = "/attachments", operation_id = "attachments_store", params(Name),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Attached), (status = 413), (status = 422)))]
pub async fn attach(
    State(app): State<App>,
    caller: Caller,
    Query(name): Query<Name>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Json<Attached>, Problem> {
    bounded(&app, &bytes)?;
    let media = checked_type(&headers, name.name.as_deref(), &bytes)?;
    let size = bytes.len() as i64;
    let hash = keep(&app, &caller, name.name.as_deref(), bytes).await?;
    Ok(Json(Attached {
        hash,
        media: media.to_owned(),
        size,
    }))
}

/// Stores a file by its content and gives its address; for other mechanisms that are handed files.
///
/// # Errors
/// A file that is too large, of no type that is taken, or bears a secrecy mark.
pub async fn keep(
    app: &App,
    caller: &Caller,
    name: Option<&str>,
    bytes: Bytes,
) -> Result<String, Problem> {
    bounded(app, &bytes)?;
    let media = checked_type(&HeaderMap::new(), name, &bytes)?;
    let hash: String = kernel::ledger::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let size = bytes.len() as i64;
    app.attachments
        .put(&place(&hash), PutPayload::from_bytes(bytes))
        .await
        .map_err(failed)?;
    let (account, answer) = (caller.account, hash.clone());
    app.store
        .write(Act::by(account, "attachments.store", None), move |tx| {
            if store::attachment(tx, &hash)?.is_none() {
                store::keep_attachment(tx, &hash, media, size, account)?;
                let id = kernel::id::Id::natural("attachment", &hash);
                tx.note(
                    id,
                    "stored",
                    serde_json::json!({ "hash": hash, "media": media, "size": size }),
                )?;
            }
            Ok(())
        })
        .await?;
    Ok(answer)
}

fn bounded(app: &App, bytes: &Bytes) -> Result<(), Problem> {
    if bytes.len() > app.limits.attachment {
        return Err(Problem::of(
            axum::http::StatusCode::PAYLOAD_TOO_LARGE,
            "edge.too_large",
        ));
    }
    Ok(())
}

fn checked_type(
    headers: &HeaderMap,
    name: Option<&str>,
    bytes: &[u8],
) -> Result<&'static str, Problem> {
    if name.is_some_and(marked_secret) || bears_mark(bytes) {
        return Err(Problem::invalid(Reason::new("records.secret")));
    }
    let said = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .unwrap_or("application/octet-stream");
    let said = said.split(';').next().unwrap_or_default().trim();
    let Some(found) = sniff(bytes) else {
        return Err(Problem::invalid(
            Reason::new("records.type_refused").with("media", said),
        ));
    };
    if said != "application/octet-stream" && said != found {
        return Err(Problem::invalid(
            Reason::new("records.type_differs").with("media", said),
        ));
    }
    Ok(found)
}

/// An attachment of a record that the caller may see. The original of records that were filed for a body is open to that
/// body, to the body that collected it, and to whoever sees every record that came of it.
#[utoipa::path(get, path = "/attachments/{hash}", operation_id = "attachments_get",
    params(("hash" = String, Path,)), responses((status = 200), (status = 404)))]
pub async fn download(
    State(app): State<App>,
    caller: Caller,
    Path(hash): Path<String>,
) -> Result<Response, Problem> {
    if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Problem::not_found());
    }
    let wanted = hash.clone();
    let media = app
        .store
        .read(move |sql| {
            let (media, _) = store::attachment(sql, &wanted)?.ok_or(Error::NotFound)?;
            match readable(sql, &caller, &wanted)? {
                true => Ok(media),
                false => Err(Error::NotFound),
            }
        })
        .await?;
    let bytes = content(&app, &hash).await?;
    Ok(([(header::CONTENT_TYPE, media)], bytes).into_response())
}

/// What is stored under a content address. Whether the caller may read it was asked before.
pub async fn content(app: &App, hash: &str) -> Result<Bytes, Problem> {
    let stored = app.attachments.get(&place(hash)).await.map_err(failed)?;
    stored.bytes().await.map_err(failed)
}

fn place(hash: &str) -> object_store::path::Path {
    object_store::path::Path::from(format!("{}/{hash}", &hash[..2]))
}

fn failed(error: object_store::Error) -> Problem {
    match error {
        object_store::Error::NotFound { .. } => Problem::not_found(),
        other => {
            tracing::error!(error = %other, "an attachment could not be read or written");
            Problem::of(axum::http::StatusCode::INSUFFICIENT_STORAGE, "edge.full")
        }
    }
}
