//! A task written by hand.

use crate::tasks::import::sign_off_form;
use crate::tasks::model::{Origin, Task};
use crate::tasks::open::{Wanted, open};
use crate::tasks::reach;
use crate::tasks::read;
use crate::tasks::store as rows;
use ::store::{Act, Error, Result as Stored, Sql, Tx};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Env, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTask {
    pub pack: String,
    /// Its key within the plan.
    pub number: String,
    pub title: String,
    #[serde(default)]
    pub item: String,
    #[serde(default)]
    pub clauses: Vec<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub parent: Option<Id>,
    /// Leads, all of whom sign; empty where it is shared.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub leads: Vec<Id>,
    /// Those who share it where nobody leads.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub joint: Vec<Id>,
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub cooperating: Vec<Id>,
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub patrons: Vec<Id>,
    #[schema(value_type = String)]
    pub due: Day,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Created {
    #[schema(value_type = String)]
    pub id: Id,
}

/// Opens a task under a plan, with obligations for those who lead or share it. A number that is taken is a conflict.
#[utoipa::path(post, path = "/tasks", operation_id = "tasks_create", request_body = CreateTask,
    responses((status = 201, body = Created), (status = 404), (status = 409), (status = 422)))]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(body): Body<CreateTask>,
) -> Result<(StatusCode, Json<Created>), Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "tasks.create", None);
    let id = app
        .store
        .write(act, move |tx| write(tx, &env, &caller, &body))
        .await?;
    Ok((StatusCode::CREATED, Json(Created { id })))
}

fn write(tx: &mut Tx, env: &Env, caller: &Caller, body: &CreateTask) -> Stored<Id> {
    let Some(pack) = env.policy.pack(&body.pack) else {
        return refuse(Reason::new("tasks.unknown_plan.not_found").with("pack", &body.pack));
    };
    if body.title.trim().is_empty() || body.number.trim().is_empty() {
        return refuse(Reason::new("tasks.missing"));
    }
    if body.leads.is_empty() && body.joint.is_empty() {
        return refuse(Reason::new("tasks.nobody_named"));
    }
    if let Some(clause) = body
        .clauses
        .iter()
        .find(|id| env.policy.clause(id).is_none())
    {
        return refuse(Reason::new("tasks.unknown_clause").with("clause", clause));
    }
    if !body.item.is_empty() && pack.item(&body.item).is_none() {
        return refuse(Reason::new("tasks.unknown_item").with("item", &body.item));
    }
    let Some(form) = sign_off_form(env, pack) else {
        return refuse(Reason::new("tasks.no_form"));
    };
    known(
        tx,
        [&body.leads, &body.joint, &body.cooperating, &body.patrons],
    )?;
    if let Some(parent) = body.parent {
        let now = tx.now();
        read::visible(tx, caller, parent, now)?;
    }
    let id = Task::id_of_number(pack.id(), body.number.trim());
    if rows::by_id(tx, id)?.is_some() {
        return refuse(Reason::new("tasks.number_taken.conflict").with("number", &body.number));
    }
    let wanted = Wanted {
        id,
        origin: Origin::Hand,
        definition: format!("tasks.{}", pack.id()),
        number: body.number.trim().to_owned(),
        parent: body.parent,
        title: body.title.trim().to_owned(),
        title_en: String::new(),
        item: body.item.clone(),
        clauses: body.clauses.clone(),
        due: body.due,
        form,
        leads: body.leads.clone(),
        joint: body.joint.clone(),
        cooperating: body.cooperating.clone(),
        patrons: body.patrons.clone(),
        milestones: Vec::new(),
        requirement: None,
        generation: 1,
    };
    let day = env.calendar.zone().day_of(tx.now());
    if !reach::admits(tx, &caller.scope, &wanted, day)? {
        return refuse(Reason::new("tasks.out_of_scope"));
    }
    open(tx, env, pack, &[wanted])?;
    Ok(id)
}

fn known(tx: &mut Tx, named: [&Vec<Id>; 4]) -> Stored<()> {
    for party in named.into_iter().flatten() {
        if registry::party::store::kind_of(tx, *party)?.is_none() {
            return refuse(Reason::new("tasks.unknown_body").with("name", party));
        }
    }
    Ok(())
}

fn refuse<T>(reason: Reason) -> Stored<T> {
    Err(Error::refused(reason))
}
