//! Matters within the caller's scope, filtered.

use super::view::{self, MatterRow};
use crate::matters::store as rows;
use axum::Json;
use axum::extract::{Query, State};
use engine::obligations::listing::with_parties;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{App, Caller, Listed, Problem};
use serde::Deserialize;
use store::page::{self, Listing, Order, PageKey};
use store::{Result, Value};
use utoipa::IntoParams;

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `open`, `late` (open, and some party is past due), `closed` or `all`; default `open`.
    pub state: Option<String>,
    pub lifecycle: Option<String>,
    #[param(value_type = Option<String>)]
    pub site: Option<Id>,
    /// Party that answers in whatever role.
    #[param(value_type = Option<String>)]
    pub party: Option<Id>,
    pub source: Option<String>,
    /// `general` or `major`.
    pub grade: Option<String>,
    /// Words of the title or the number.
    pub q: Option<String>,
    pub after: Option<String>,
    pub limit: Option<usize>,
}

/// Counting stops here; the page says "more than".
const CAP: i64 = 10_000;

/// Matters that the caller may see, newest first. Hidden ones are neither listed nor counted.
#[utoipa::path(get, path = "/matters", operation_id = "matters_list", params(Filter),
    responses((status = 200, body = Listed<MatterRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
) -> std::result::Result<Json<Listed<MatterRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let listed = app
        .store
        .read(move |sql| {
            let (clause, params) = conditions(&filter, now);
            let listing = Listing {
                table: "matter",
                columns: rows::COLUMNS,
                joins: "",
                filter: &clause,
                params: &params,
                order: Order::descending("opened_at"),
                has_sector: true,
                site_column: Some("site"),
                handed_column: None,
            };
            let after = filter
                .after
                .as_deref()
                .map(|key| PageKey::parse(&listing, key))
                .transpose()?;
            let limit = filter.limit.unwrap_or(50).clamp(1, 200);
            let scope = with_parties(&caller);
            let page = page::page(sql, &listing, &scope, after.as_ref(), limit)?;
            let count = page::count(sql, &listing, &scope, CAP)?;
            let found = page
                .rows
                .iter()
                .map(rows::read)
                .collect::<Result<Vec<_>>>()?;
            let items = view::rows(sql, &env, &caller, &found, now)?;
            Ok(Listed {
                items,
                next: page.next.map(|key| key.to_string()),
                count: Some(count),
            })
        })
        .await?;
    Ok(Json(listed))
}

fn conditions(filter: &Filter, now: Moment) -> (String, Vec<(&'static str, Value)>) {
    let mut parts: Vec<&str> = Vec::new();
    let mut params: Vec<(&'static str, Value)> = Vec::new();
    match filter.state.as_deref().unwrap_or("open") {
        "all" => {}
        "closed" => parts.push("t.closed_at is not null"),
        "late" => {
            parts.push(
                "t.closed_at is null and exists (select 1 from obligation o where o.subject = t.id \
                 and o.outcome is null and o.grace_until <= :f_now)",
            );
            params.push(("f_now", now.into()));
        }
        _ => parts.push("t.closed_at is null"),
    }
    let mut equals = |text: &'static str, name: &'static str, value: Option<Value>| {
        if let Some(value) = value {
            parts.push(text);
            params.push((name, value));
        }
    };
    equals(
        "t.lifecycle = :f_lifecycle",
        "f_lifecycle",
        filter.lifecycle.as_deref().map(Value::from),
    );
    equals("t.site = :f_site", "f_site", filter.site.map(Value::from));
    equals(
        "t.source = :f_source",
        "f_source",
        filter.source.as_deref().map(Value::from),
    );
    equals(
        "t.grade = :f_grade",
        "f_grade",
        filter.grade.as_deref().map(Value::from),
    );
    equals(
        "t.id in (select p.matter from matter_party p where p.party = :f_party)",
        "f_party",
        filter.party.map(Value::from),
    );
    let words = filter
        .q
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty());
    equals(
        "(t.title like :f_words escape '!' or t.number like :f_words escape '!')",
        "f_words",
        words.map(|words| Value::from(containing(words))),
    );
    (parts.join(" and "), params)
}

fn containing(words: &str) -> String {
    let plain = words
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("%{plain}%")
}
