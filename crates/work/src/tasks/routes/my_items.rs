//! A leader's items, and those of his bodies.

use crate::tasks::model::Role;
use crate::tasks::read::{self, Standing};
use crate::tasks::store as rows;
use crate::tasks::view::{self, TaskRow};
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use mechanism::{App, Caller, Env, Problem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
pub struct Mine {
    /// `person`: what is given to the person or his posts; `body`: what his bodies answer for or take part in. Absent:
    /// the person's, or where he has none his bodies'.
    pub mine: Option<String>,
    pub pack: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MyItems {
    /// `person` or `body`.
    pub mine: String,
    pub items: Vec<MyItem>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MyItem {
    pub pack: String,
    /// Number of the item; empty for tasks that stand under none.
    pub no: String,
    pub title: String,
    /// What the caller is to the tasks: `lead`, `joint`, `cooperating`, `patron`.
    pub roles: Vec<String>,
    pub finished: i64,
    pub total: i64,
    pub tasks: Vec<TaskRow>,
}

/// Items of the plans in which the caller has a part, by number: a leader those that he looks after, others those for
/// which they or their bodies answer.
#[utoipa::path(get, path = "/my-items", operation_id = "my_items", params(Mine),
    responses((status = 200, body = MyItems)))]
pub async fn my_items(
    State(app): State<App>,
    caller: Caller,
    Query(mine): Query<Mine>,
) -> Result<Json<MyItems>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let items = app
        .store
        .read(move |sql| {
            let (word, roles) = roles(sql, &caller, mine.mine.as_deref())?;
            let ids: Vec<Id> = roles.keys().copied().collect();
            let tasks = rows::by_ids(sql, &ids)?;
            let wanted = tasks
                .into_iter()
                .filter(|task| mine.pack.as_ref().is_none_or(|pack| *pack == task.pack));
            let standing = read::standing(sql, wanted.collect(), now)?;
            let views = view::rows(sql, &env, &caller, now, &standing)?;
            Ok(MyItems {
                mine: word.to_owned(),
                items: group(&env, &standing, views, &roles),
            })
        })
        .await?;
    Ok(Json(items))
}

type Roles = BTreeMap<Id, Vec<Role>>;

fn roles(
    sql: &mut dyn store::Sql,
    caller: &Caller,
    mine: Option<&str>,
) -> store::Result<(&'static str, Roles)> {
    let own: Vec<Id> = caller
        .parties
        .iter()
        .copied()
        .filter(|party| !caller.orgs.contains(party))
        .collect();
    let personal = gather(rows::roles_of(sql, &own)?);
    match mine {
        Some("person") => Ok(("person", personal)),
        Some("body") => Ok(("body", gather(rows::roles_of(sql, &caller.orgs)?))),
        _ if personal.is_empty() => Ok(("body", gather(rows::roles_of(sql, &caller.orgs)?))),
        _ => Ok(("person", personal)),
    }
}

fn gather(found: Vec<(Id, Role)>) -> Roles {
    let mut roles = Roles::new();
    for (task, role) in found {
        roles.entry(task).or_default().push(role);
    }
    roles
}

/// Items in the order of their plan.
fn group(env: &Env, standing: &[Standing], views: Vec<TaskRow>, roles: &Roles) -> Vec<MyItem> {
    let mut items: BTreeMap<(String, usize, String), MyItem> = BTreeMap::new();
    for (one, view) in standing.iter().zip(views) {
        let task = &one.task;
        let known = env
            .policy
            .pack(&task.pack)
            .map_or(&[][..], |pack| &pack.items);
        let place = known
            .iter()
            .position(|item| item.no == task.item)
            .unwrap_or(known.len());
        let item = items
            .entry((task.pack.clone(), place, task.item.clone()))
            .or_insert_with(|| MyItem {
                pack: task.pack.clone(),
                no: task.item.clone(),
                title: known
                    .get(place)
                    .map(|item| item.title.clone())
                    .unwrap_or_default(),
                roles: Vec::new(),
                finished: 0,
                total: 0,
                tasks: Vec::new(),
            });
        for role in roles.get(&task.id).into_iter().flatten() {
            let word = role.word().to_owned();
            if !item.roles.contains(&word) {
                item.roles.push(word);
            }
        }
        item.total += 1;
        item.finished += i64::from(one.status.is_finished());
        item.tasks.push(view);
    }
    for item in items.values_mut() {
        item.tasks.sort_by(|one, other| {
            (one.due_at, &one.number, one.id).cmp(&(other.due_at, &other.number, other.id))
        });
    }
    items.into_values().collect()
}
