//! The paper from which an instruction was entered.

use super::visible;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use engine::records;
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use store::Error;

/// The scan of an instruction that the caller may see.
#[utoipa::path(get, path = "/instructions/{id}/scan", operation_id = "instructions_scan",
    params(("id" = String, Path,)), responses((status = 200), (status = 404)))]
pub async fn scan(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Response, Problem> {
    let (hash, media) = app
        .store
        .read(move |sql| {
            let scan = visible(sql, &caller, id)?.scan.ok_or(Error::NotFound)?;
            let (media, _) = records::store::attachment(sql, &scan.hash)?.ok_or(Error::NotFound)?;
            Ok((scan.hash, media))
        })
        .await?;
    let bytes = records::routes::content(&app, &hash).await?;
    Ok(([(header::CONTENT_TYPE, media)], bytes).into_response())
}
