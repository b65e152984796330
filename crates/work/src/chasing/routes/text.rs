//! Who still owes as plain text, for pasting into a group: bodies and counts, no person.

use crate::chasing::model::{Filter, Owing};
use crate::chasing::rules::{self, Line};
use crate::chasing::{people, store};
use ::store::{Kind, Result, Sql};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::id::Id;
use mechanism::{App, Caller, Lang, Problem};
use registry::party;

/// Longer than this nobody reads in a group; the rest is one line.
const MOST: usize = 200;

/// The list of who still owes as text: bodies and counts only, never a name of a person. On a training instance it says
/// that it is one.
#[utoipa::path(get, path = "/owing.txt", operation_id = "owing_text", params(Filter),
    responses((status = 200, content_type = "text/plain"), (status = 404)))]
pub async fn text(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
) -> std::result::Result<impl IntoResponse, Problem> {
    let language = caller.language;
    let now = app.store.clock().business();
    let (day, hour, minute, _) = app.env.calendar.zone().civil(now);
    let lines = app
        .store
        .read(move |sql| {
            let held = store::held(sql, &caller, &filter)?;
            named(sql, &rules::by_body(&held))
        })
        .await?;
    let mut text = String::new();
    if app.store.instance().kind == Kind::Training {
        text.push_str(match language {
            Lang::Zh => "【演示数据，非真实情况】\n",
            Lang::En => "[Training data, nothing of it is real]\n",
        });
    }
    text.push_str(&heading(
        &lines,
        &format!("{day} {hour:02}:{minute:02}"),
        language,
    ));
    for (number, one) in (1usize..).zip(lines.iter().take(MOST)) {
        text.push_str(&said(number, one, language));
    }
    if MOST < lines.len() {
        let more = lines.len() - MOST;
        text.push_str(&match language {
            Lang::Zh => format!("……另有 {more} 个单位\n"),
            Lang::En => format!("… and {more} more\n"),
        });
    }
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text))
}

fn named(sql: &mut dyn Sql, all: &[Owing]) -> Result<Vec<Line>> {
    let bodies: Vec<Id> = all.iter().map(|owing| owing.body).collect();
    let names = party::store::labels(sql, &bodies)?;
    let mut lines = Vec::with_capacity(all.len());
    for owing in all {
        let person = people::is_person(sql, owing.body)?;
        lines.push(Line {
            body: names.get(&owing.body).filter(|_| !person).cloned(),
            count: owing.count,
            late: owing.late,
        });
    }
    Ok(rules::lines(lines))
}

fn heading(lines: &[Line], at: &str, language: Lang) -> String {
    let count: i64 = lines.iter().map(|line| line.count).sum();
    let late: i64 = lines.iter().map(|line| line.late).sum();
    let bodies = lines.len();
    match (language, count) {
        (Lang::Zh, 0) => format!("截至 {at}，没有未办结的待办。\n"),
        (Lang::En, 0) => format!("As of {at} nothing is owed.\n"),
        (Lang::Zh, _) => {
            format!("截至 {at}，{bodies} 个单位共 {count} 项未办结，其中逾期 {late} 项：\n")
        }
        (Lang::En, _) => {
            format!("As of {at} {bodies} bodies owe {count} items, {late} of them late:\n")
        }
    }
}

fn said(number: usize, line: &Line, language: Lang) -> String {
    let (count, late) = (line.count, line.late);
    let body = line.body.as_deref();
    match (language, late) {
        (Lang::Zh, 0) => format!("{number}. {}：{count} 项\n", body.unwrap_or("个人")),
        (Lang::Zh, _) => {
            format!(
                "{number}. {}：{count} 项（逾期 {late} 项）\n",
                body.unwrap_or("个人")
            )
        }
        (Lang::En, 0) => format!("{number}. {}: {count}\n", body.unwrap_or("individuals")),
        (Lang::En, _) => {
            format!(
                "{number}. {}: {count} ({late} late)\n",
                body.unwrap_or("individuals")
            )
        }
    }
}
