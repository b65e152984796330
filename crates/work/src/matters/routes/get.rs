//! One matter with its parties, clocks and timeline.

use super::view::{self, MatterView};
use super::visible;
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use mechanism::version::{Tag, etag};
use mechanism::{App, Caller, Problem};

/// A matter that the caller may see: each party with its own state and clocks, the timeline, and what the caller may do
/// now, or why not.
#[utoipa::path(get, path = "/matters/{id}", operation_id = "matters_get", params(("id" = String, Path,)),
    responses((status = 200, body = MatterView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<(Tag, Json<MatterView>), Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let matter = visible(sql, &caller, id)?;
            let view = view::whole(sql, &env, &caller, &matter, now)?;
            Ok((etag(matter.revision), Json(view)))
        })
        .await?;
    Ok(view)
}
