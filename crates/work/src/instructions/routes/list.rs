//! Instructions that the caller may see.

use super::super::model::OnKind;
use super::super::store as rows;
use super::view::{InstructionView, view};
use super::visible;
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::listing::with_parties;
use kernel::id::Id;
use mechanism::{App, Caller, Listed, Problem};
use serde::Deserialize;
use store::{Listing, Order, PageKey, Value, page};
use utoipa::IntoParams;

/// Which instructions; absent means any.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// `task`, `matter`, `obligation`, `record`, `clause` or `figure`.
    #[param(value_type = Option<String>)]
    pub on_kind: Option<OnKind>,
    pub on_id: Option<String>,
    #[param(value_type = Option<String>)]
    pub holder: Option<Id>,
    /// Person whose wish it is.
    #[param(value_type = Option<String>)]
    pub wished_by: Option<Id>,
    /// `open` (not confirmed yet) or `all` (default).
    pub state: Option<String>,
    pub after: Option<String>,
    pub limit: Option<usize>,
}

/// Counting stops here; the page says "more than".
const CAP: i64 = 1_000;

/// Instructions that the caller gave, received, or may see by his area; latest first. With `on_kind` and `on_id` those
/// that are written on one thing.
#[utoipa::path(get, path = "/instructions", operation_id = "instructions_list", params(Wanted),
    responses((status = 200, body = Listed<InstructionView>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Listed<InstructionView>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let listed = app
        .store
        .read(move |sql| {
            let (filter, params) = conditions(&wanted);
            let listing = Listing {
                table: "instruction",
                columns: rows::COLUMNS,
                joins: "",
                filter: &filter,
                params: &params,
                order: Order::descending("given_at"),
                has_sector: true,
                site_column: None,
                handed_column: Some("holder"),
            };
            let scope = with_parties(&caller);
            let after = wanted.after.as_deref();
            let after = after.map(|key| PageKey::parse(&listing, key)).transpose()?;
            let limit = wanted.limit.unwrap_or(50).clamp(1, 200);
            let found = page::page(sql, &listing, &scope, after.as_ref(), limit)?;
            let mut items = Vec::with_capacity(found.rows.len());
            for row in &found.rows {
                items.push(view(sql, &env, &caller, now, &rows::read(row)?)?);
            }
            Ok(Listed {
                items,
                next: found.next.map(|key| key.to_string()),
                count: Some(page::count(sql, &listing, &scope, CAP)?),
            })
        })
        .await?;
    Ok(Json(listed))
}

fn conditions(wanted: &Wanted) -> (String, Vec<(&'static str, Value)>) {
    let mut parts: Vec<&str> = Vec::new();
    let mut params: Vec<(&'static str, Value)> = Vec::new();
    if let Some(kind) = wanted.on_kind {
        parts.push("t.on_kind = :f_kind");
        params.push(("f_kind", kind.word().into()));
    }
    if let Some(id) = &wanted.on_id {
        parts.push("t.on_id = :f_thing");
        params.push(("f_thing", id.as_str().into()));
    }
    if let Some(holder) = wanted.holder {
        parts.push("t.holder = :f_holder");
        params.push(("f_holder", holder.into()));
    }
    if let Some(leader) = wanted.wished_by {
        parts.push("t.wished_by = :f_leader");
        params.push(("f_leader", leader.into()));
    }
    if wanted.state.as_deref() == Some("open") {
        parts.push(
            "exists (select 1 from obligation o where o.id = t.obligation and o.outcome is null)",
        );
    }
    (parts.join(" and "), params)
}

/// One instruction with what is owed because of it and what was reported back.
#[utoipa::path(get, path = "/instructions/{id}", operation_id = "instructions_get", params(("id" = String, Path,)),
    responses((status = 200, body = InstructionView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<InstructionView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let found = app
        .store
        .read(move |sql| {
            let instruction = visible(sql, &caller, id)?;
            view(sql, &env, &caller, now, &instruction)
        })
        .await?;
    Ok(Json(found))
}
