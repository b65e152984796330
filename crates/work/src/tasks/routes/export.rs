//! The table of tasks as a workbook, under the headings that the import takes.

use crate::tasks::model::Task;
use crate::tasks::read::{self, Filter, Standing};
use crate::tasks::store as stored;
use crate::tasks::view::{self, TaskRow};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use documents::{Cell, Column, Sheet};
use engine::obligations::State as Word;
use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Caller, Problem};
use std::collections::BTreeMap;

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The tasks of the list as a workbook, with their states of now. Columns that an import takes bear its headings.
#[utoipa::path(get, path = "/tasks.xlsx", operation_id = "tasks_export", params(Filter),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 422)))]
pub async fn export(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
) -> Result<impl IntoResponse, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let sheet = app
        .store
        .read(move |sql| {
            let tasks = read::all(sql, &caller, &env, &filter, now)?;
            let rows = view::rows(sql, &env, caller.language, now, &tasks)?;
            let parents: Vec<Id> = tasks.iter().filter_map(|one| one.task.parent).collect();
            let parents = stored::by_ids(sql, &parents)?;
            Ok(sheet(&tasks, &rows, &parents))
        })
        .await?;
    let bytes = documents::xlsx::write(&sheet, now).map_err(|error| {
        Problem::invalid(Reason::new("tasks.not_exported").with("detail", error))
    })?;
    let disposition =
        "attachment; filename=\"tasks.xlsx\"; filename*=UTF-8''%E4%BB%BB%E5%8A%A1%E8%A1%A8.xlsx";
    Ok((
        [
            (header::CONTENT_TYPE, TYPE),
            (header::CONTENT_DISPOSITION, disposition),
        ],
        bytes,
    ))
}

fn sheet(tasks: &[Standing], rows: &[TaskRow], parents: &[Task]) -> Sheet {
    let column = Column::new;
    let above: BTreeMap<Id, &str> = parents.iter().map(|task| (task.id, key(task))).collect();
    Sheet {
        name: "任务".to_owned(),
        columns: vec![
            column("方案", 14.0),
            column("编号", 8.0),
            column("任务名称", 40.0),
            column("要点", 8.0),
            column("条款", 12.0),
            column("牵头单位", 24.0),
            column("共同责任单位", 24.0),
            column("配合单位", 32.0),
            column("牵头领导", 16.0),
            column("完成时限", 12.0),
            column("上级任务", 16.0),
            column("签报表单", 14.0),
            column("状态", 10.0),
            column("已完成单位", 10.0),
            column("责任单位数", 10.0),
            column("重开原因", 30.0),
        ],
        rows: tasks
            .iter()
            .zip(rows)
            .map(|(task, row)| cells(&task.task, row, &above))
            .collect(),
    }
}

fn cells(task: &Task, row: &TaskRow, above: &BTreeMap<Id, &str>) -> Vec<Cell> {
    let parent = task.parent.and_then(|id| above.get(&id)).copied();
    vec![
        row.pack.as_str().into(),
        key(task).into(),
        row.title.as_str().into(),
        row.item.as_str().into(),
        task.clauses.join("、").into(),
        names(&row.leads),
        names(&row.joint),
        names(&row.cooperating),
        names(&row.patrons),
        task.due_day.to_string().into(),
        parent.into(),
        task.form.as_str().into(),
        word(row.state).into(),
        row.done.into(),
        row.total.into(),
        row.reason.clone().into(),
    ]
}

/// What a table calls a task: its number, or the definition of the plan's own.
fn key(task: &Task) -> &str {
    match task.number.as_str() {
        "" => &task.definition,
        number => number,
    }
}

fn names(parties: &[Named]) -> Cell {
    let names: Vec<&str> = parties.iter().map(|party| party.name.as_str()).collect();
    names.join("、").into()
}

fn word(state: Word) -> &'static str {
    match state {
        Word::Upcoming => "未开始",
        Word::Open => "待办",
        Word::DueSoon => "即将到期",
        Word::Overdue => "逾期未办",
        Word::Lapsed => "漏办",
        Word::Met => "按期完成",
        Word::MetLate => "逾期完成",
        Word::Excused => "免办",
        Word::Withdrawn => "撤销",
    }
}
