//! Obligations within the caller's scope, filtered.

use crate::obligations::listing::{self, Filter};
use crate::obligations::store;
use crate::obligations::view::{self, ObligationRow};
use axum::Json;
use axum::extract::{Query, State};
use mechanism::{App, Caller, Listed, Problem};

/// Obligations that the caller may see, earliest due first. Hidden ones are neither listed nor counted.
#[utoipa::path(get, path = "/obligations", operation_id = "obligations_list", params(Filter),
    responses((status = 200, body = Listed<ObligationRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
) -> Result<Json<Listed<ObligationRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let listed = app
        .store
        .read(move |sql| {
            let rules = match filter.clause.as_deref() {
                Some(clause) => Some(store::rules_of_clause(sql, clause)?),
                None => None,
            };
            let page = listing::page(sql, &filter, rules.as_deref(), &caller, now)?;
            let items = view::rows(sql, &env, &caller, now, &page.rows)?;
            Ok(Listed {
                items,
                next: page.next,
                count: page.count,
            })
        })
        .await?;
    Ok(Json(listed))
}
