//! The way of a record: before whom it lay, what was decided, and who had a hand in it.

use crate::obligations::submissions;
use crate::obligations::view::{self, SubmissionView, TraceStep};
use crate::records::routes::visible;
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct RecordWay {
    /// Before whom it was put, the first one first.
    pub submissions: Vec<SubmissionView>,
    /// Every act on its way, with who did it for whom.
    pub trace: Vec<TraceStep>,
}

/// Before whom a record lay and what became of it there.
#[utoipa::path(get, path = "/records/{id}/way", operation_id = "records_way", params(("id" = String, Path,)),
    responses((status = 200, body = RecordWay), (status = 404)))]
pub async fn way(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<RecordWay>, Problem> {
    let way = app
        .store
        .read(move |sql| {
            let record = visible(sql, &caller, id)?;
            let put = submissions::of_record(sql, id)?;
            Ok(RecordWay {
                submissions: view::submissions(sql, &put)?,
                trace: view::trace(sql, &record)?,
            })
        })
        .await?;
    Ok(Json(way))
}
