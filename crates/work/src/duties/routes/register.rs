//! The printable register (台账) of one subject: every obligation of a definition on it, absent ones included.

use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::store as rows;
use engine::obligations::view::{self, ObligationRow};
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Of {
    /// Definition whose obligations the register lists; absent: all.
    pub definition: Option<String>,
}

/// Register of a subject, oldest first. No points: what was done, what was not.
#[utoipa::path(get, path = "/registers/{subject}", operation_id = "registers_get",
    params(("subject" = String, Path,), Of), responses((status = 200, body = Vec<ObligationRow>)))]
pub async fn register(
    State(app): State<App>,
    caller: Caller,
    Path(subject): Path<Id>,
    Query(of): Query<Of>,
) -> Result<Json<Vec<ObligationRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let lines = app
        .store
        .read(move |sql| {
            let mut found = rows::of_source(sql, subject)?;
            found.retain(|row| {
                of.definition
                    .as_ref()
                    .is_none_or(|wanted| wanted == &row.definition)
            });
            found.retain(|row| {
                caller.acts_as(row.holder)
                    || caller.acts_as(row.subject)
                    || caller
                        .scope
                        .admits(&row.path, row.sector.as_deref(), Some(row.subject), &[])
            });
            view::rows(sql, &env, &caller, now, &found)
        })
        .await?;
    Ok(Json(lines))
}
