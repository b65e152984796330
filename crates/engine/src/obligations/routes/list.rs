//! Obligations within the caller's scope, filtered.

use crate::obligations::view::{self, ObligationRow};
use crate::obligations::{listing, store};
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use mechanism::{App, Caller, Listed, Problem};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct Filter {
    /// Clause id; every definition that realises it.
    pub clause: Option<String>,
    pub definition: Option<String>,
    #[param(value_type = Option<String>)]
    pub holder: Option<Id>,
    #[param(value_type = Option<String>)]
    pub subject: Option<Id>,
    pub period: Option<String>,
    /// `open` (not ended), `late` (past grace and not ended), `met`, or `all`; default `open`.
    pub state: Option<String>,
    pub after: Option<String>,
    pub limit: Option<usize>,
    /// `false` leaves the count out, which is faster.
    pub count: Option<bool>,
}

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
