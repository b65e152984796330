//! A leader's items, and those of his bodies.

use crate::tasks::read::{self, Standing};
use crate::tasks::store as rows;
use crate::tasks::view::{self, TaskRow};
use ::store::{Result as Stored, Sql};
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use mechanism::{App, Caller, Env, Listed, Problem};
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Mine {
    /// `person`: what is given to the person or his posts; `body`: what his bodies answer for or take part in. Absent:
    /// the person's, or where he has none his bodies'.
    pub mine: Option<String>,
    pub pack: Option<String>,
}

/// Tasks in which the caller has a part, in the order of the plan's items: for a leader those that he looks after, for
/// others those for which they or their bodies answer.
#[utoipa::path(get, path = "/my-items", operation_id = "my_items", params(Mine),
    responses((status = 200, body = Listed<TaskRow>)))]
pub async fn my_items(
    State(app): State<App>,
    caller: Caller,
    Query(mine): Query<Mine>,
) -> Result<Json<Listed<TaskRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let listed = app
        .store
        .read(move |sql| {
            let ids = mine_of(sql, &caller, mine.mine.as_deref())?;
            let mut tasks = rows::by_ids(sql, &ids)?;
            tasks.retain(|task| mine.pack.as_ref().is_none_or(|pack| *pack == task.pack));
            let mut standing = read::standing(sql, tasks, now)?;
            standing.sort_by_cached_key(|one| place(&env, one));
            let items = view::rows(sql, &env, caller.language, now, &standing)?;
            Ok(Listed {
                count: i64::try_from(items.len()).ok(),
                next: None,
                items,
            })
        })
        .await?;
    Ok(Json(listed))
}

fn mine_of(sql: &mut dyn Sql, caller: &Caller, mine: Option<&str>) -> Stored<Vec<Id>> {
    let own: Vec<Id> = caller
        .parties
        .iter()
        .copied()
        .filter(|party| !caller.orgs.contains(party))
        .collect();
    let personal = tasks_of(sql, &own)?;
    match mine {
        Some("person") => Ok(personal),
        Some("body") => tasks_of(sql, &caller.orgs),
        _ if personal.is_empty() => tasks_of(sql, &caller.orgs),
        _ => Ok(personal),
    }
}

fn tasks_of(sql: &mut dyn Sql, parties: &[Id]) -> Stored<Vec<Id>> {
    let mut tasks: Vec<Id> = rows::roles_of(sql, parties)?
        .into_iter()
        .map(|(task, _)| task)
        .collect();
    tasks.dedup();
    Ok(tasks)
}

/// Items as the plan orders them, tasks of an item by due day and number.
fn place(env: &Env, one: &Standing) -> (String, usize, i64, String, Id) {
    let task = &one.task;
    let items = env
        .policy
        .pack(&task.pack)
        .map_or(&[][..], |pack| &pack.items);
    let item = items
        .iter()
        .position(|item| item.no == task.item)
        .unwrap_or(items.len());
    (
        task.pack.clone(),
        item,
        task.due_at.0,
        task.number.clone(),
        task.id,
    )
}
