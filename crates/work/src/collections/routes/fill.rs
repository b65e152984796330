//! Filling a superior's own form from the rows of a list.

use crate::collections::filling;
use ::store::Error;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::xlsx::Unfillable;
use engine::obligations::Obligation;
use engine::obligations::listing::{self, Filter};
use engine::obligations::store as obligations;
use kernel::reason::Reason;
use mechanism::{App, Caller, Problem};
use registry::party;

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Lines of one form.
const MOST: usize = 5_000;

/// Fills an xlsx form with the rows of a list of obligations, its layout kept. Once a form: 日期 填表单位 填表人 总数
/// 单位数 完成数 未完成数 逾期数. In the line that is repeated, a line a body: 序号 单位 数量 完成 未完成 逾期 and the
/// sums of number fields by their label; a line an obligation where it holds one of 事项 对象 所属期 办结期限 状态
/// 完成时间 or another field of the records by its label.
#[utoipa::path(post, path = "/collections/fill", operation_id = "collections_fill", params(Filter),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 413), (status = 422)))]
pub async fn fill(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
    template: Bytes,
) -> Result<Response, Problem> {
    let form = template.clone();
    let names = aside(move || documents::xlsx::names(&form)).await?;
    let env = app.env.clone();
    let now = app.store.clock().business();
    let filling = app
        .store
        .read(move |sql| {
            let rows = all(sql, &filter, &caller, now)?;
            let body = match caller.orgs.first() {
                Some(org) => party::store::label(sql, *org)?,
                None => String::new(),
            };
            let entries = filling::entries(sql, &caller, rows, now)?;
            filling::filling(sql, &env, &names, &entries, (&body, &caller.name), now)
        })
        .await?;
    if !filling.unknown.is_empty() {
        let unknown = filling.unknown.join("、");
        let reason = Reason::new("collections.unknown_placeholder").with("names", unknown);
        return Err(Problem::invalid(reason));
    }
    let bytes = aside(move || {
        documents::xlsx::fill(&template, &filling.once, &filling.each, &filling.rows)
    })
    .await?;
    let name = "attachment; filename=\"filled.xlsx\"";
    Ok((
        [
            (header::CONTENT_TYPE, TYPE),
            (header::CONTENT_DISPOSITION, name),
        ],
        bytes,
    )
        .into_response())
}

/// Every row of the list that the caller sees.
fn all(
    sql: &mut dyn ::store::Sql,
    filter: &Filter,
    caller: &Caller,
    now: kernel::time::Moment,
) -> ::store::Result<Vec<Obligation>> {
    let rules = match filter.clause.as_deref() {
        Some(clause) => Some(obligations::rules_of_clause(sql, clause)?),
        None => None,
    };
    let mut page = Filter {
        after: None,
        limit: Some(200),
        count: Some(false),
        ..filter.clone()
    };
    let mut rows = Vec::new();
    loop {
        let found = listing::page(sql, &page, rules.as_deref(), caller, now)?;
        rows.extend(found.rows);
        if MOST < rows.len() {
            return Err(Error::refused(
                Reason::new("collections.too_many").with("n", MOST),
            ));
        }
        page.after = found.next;
        if page.after.is_none() {
            return Ok(rows);
        }
    }
}

/// Unpacking a file would hold up other requests.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Unfillable> + Send + 'static,
) -> Result<T, Problem> {
    let done = tokio::task::spawn_blocking(work).await;
    let done = done.map_err(|error| Problem::from(Error::Stopped(error.to_string())))?;
    done.map_err(|error| {
        let row = error.row().map_or(String::new(), |row| row.to_string());
        Problem::invalid(Reason::new(error.code()).with("row", row))
    })
}
