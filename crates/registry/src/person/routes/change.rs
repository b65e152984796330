//! Adding and changing persons.

use super::super::model::Person;
use super::super::store;
use super::PERSONS;
use crate::changing::{self, Given, Versioned, given};
use crate::org;
use crate::wire::{Made, today};
use ::store::{Error, Result as Stored, Tx};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct AddPerson {
    pub name: String,
    /// Main body.
    #[schema(value_type = String)]
    pub org: Id,
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
}

/// Only the members that are present change; null takes away what may be absent.
#[derive(Clone, Default, Deserialize, ToSchema)]
pub struct ChangePerson {
    pub name: Option<String>,
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
    /// First day on which the person is no longer in the register.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub until: Given<Day>,
}

/// Registers a person of a body within the caller's scope.
#[utoipa::path(post, path = "/persons", operation_id = "persons_add", tag = "person",
    request_body = AddPerson, responses((status = 201, body = Made)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<AddPerson>,
) -> Result<(StatusCode, Versioned), Problem> {
    let (day, scope) = (today(&app), caller.scope.clone());
    changing::add(&app, &caller, "persons.add", move |tx| {
        insert(tx, &wanted, &scope, day)
    })
    .await
}

/// Changes a person at the version that the writer has seen.
#[utoipa::path(patch, path = "/persons/{id}", operation_id = "persons_change",
    params(("id" = String, Path,)), tag = "person",
    request_body = ChangePerson, responses((status = 200, body = Made)))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Path(id): Path<Id>,
    Body(wanted): Body<ChangePerson>,
) -> Result<Versioned, Problem> {
    let scope = caller.scope.clone();
    let row = (&PERSONS, id);
    changing::change(
        &app,
        &caller,
        &headers,
        row,
        "persons.change",
        move |tx, version| update(tx, id, version, &wanted, &scope),
    )
    .await
}

fn insert(tx: &mut Tx, wanted: &AddPerson, scope: &Scope, today: Day) -> Stored<Id> {
    let name = wanted.name.trim().to_owned();
    if name.is_empty() {
        return Err(Error::Refused(Reason::new("registry.missing_value")));
    }
    let body = body_in_scope(tx, wanted.org, scope)?;
    if store::by_name_in_org(tx, &name, body.id)?.is_some() {
        let reason = Reason::new("registry.duplicate.conflict").with("name", name);
        return Err(Error::Refused(reason));
    }
    let person = Person {
        id: tx.new_id(),
        name,
        org: Some(body.id),
        sector: body.sector,
        path: body.path,
        from: wanted.from.unwrap_or(today),
        until: None,
        version: 1,
    };
    store::insert(tx, &person)?;
    tx.note(person.id, "added", json!({ "org": person.org }))?;
    Ok(person.id)
}

fn update(tx: &mut Tx, id: Id, version: i64, wanted: &ChangePerson, scope: &Scope) -> Stored<()> {
    let mut person = store::by_id(tx, id)?.ok_or(Error::NotFound)?;
    person.version = version;
    if let Some(name) = wanted.name.as_deref().map(str::trim) {
        if name.is_empty() {
            return Err(Error::Refused(Reason::new("registry.missing_value")));
        }
        person.name = name.to_owned();
    }
    if let Some(org) = wanted.org {
        let body = body_in_scope(tx, org, scope)?;
        person.org = Some(body.id);
        person.sector = body.sector;
        person.path = body.path;
    }
    person.until = wanted.until.unwrap_or(person.until);
    if person.until.is_some_and(|until| until <= person.from) {
        return Err(Error::Refused(Reason::new(
            "registry.ends_before_it_begins",
        )));
    }
    store::update(tx, &person)?;
    // The ledger carries what changed, not the name: it stays when the name must go.
    let body =
        json!({ "renamed": wanted.name.is_some(), "org": wanted.org, "until": wanted.until });
    tx.note(id, "changed", body)
}

/// Nobody writes into a body that he does not see.
pub(super) fn body_in_scope(tx: &mut Tx, org: Id, scope: &Scope) -> Stored<org::Org> {
    let unknown = || Error::Refused(Reason::new("registry.unknown_org"));
    let body = org::store::by_id(tx, org)?.ok_or_else(unknown)?;
    if scope.admits(&body.path, body.sector.as_deref(), None, &[body.id]) {
        return Ok(body);
    }
    Err(unknown())
}
