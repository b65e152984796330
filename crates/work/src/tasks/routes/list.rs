//! Tasks within the caller's scope, filtered.

use crate::tasks::read::{self, Filter};
use crate::tasks::view::{self, TaskRow};
use axum::Json;
use axum::extract::{Query, State};
use mechanism::{App, Caller, Listed, PageQuery, Problem};

/// Tasks that the caller may see, earliest due first. A task is seen by whoever has a part in it, and by those in whose
/// area all of its responsible parties lie.
#[utoipa::path(get, path = "/tasks", operation_id = "tasks_list", params(Filter, PageQuery),
    responses((status = 200, body = Listed<TaskRow>), (status = 422)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Listed<TaskRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let listed = app
        .store
        .read(move |sql| {
            let found = read::list(
                sql,
                &caller,
                &env,
                &filter,
                page.after.as_deref(),
                page.size(),
                now,
            )?;
            let items = view::rows(sql, &env, caller.language, now, &found.tasks)?;
            Ok(Listed {
                items,
                next: found.next,
                count: Some(found.count),
            })
        })
        .await?;
    Ok(Json(listed))
}
