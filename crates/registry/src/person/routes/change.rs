//! Adding and changing persons.

use super::super::model::Person;
use super::super::store;
use super::PERSONS;
use crate::wire::{Made, etag, expected_version, today};
use crate::{listing, org};
use ::store::{Act, Error, Result as Stored, Tx};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
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

/// Only the members that are present change.
#[derive(Clone, Default, Deserialize, ToSchema)]
pub struct ChangePerson {
    pub name: Option<String>,
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
    /// First day on which the person is no longer in the register.
    #[schema(value_type = Option<String>)]
    pub until: Option<Day>,
}

type Versioned = ([(HeaderName, HeaderValue); 1], Json<Made>);

/// Registers a person of a body within the caller's scope.
#[utoipa::path(post, path = "/persons", operation_id = "persons_add", tag = "person",
    request_body = AddPerson, responses((status = 201, body = Made)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<AddPerson>,
) -> Result<(StatusCode, Versioned), Problem> {
    let day = today(&app);
    let act = Act::by(caller.account, "persons.add", None);
    let id = app
        .store
        .write(act, move |tx| insert(tx, &wanted, &caller.scope, day))
        .await?;
    let made = Made { id, version: 1 };
    Ok((StatusCode::CREATED, (etag(1), Json(made))))
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
    let version = expected_version(&headers)?;
    let act = Act::by(caller.account, "persons.change", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &PERSONS, id, &caller.scope)?;
            update(tx, id, version, &wanted, &caller.scope)
        })
        .await?;
    let version = version + 1;
    Ok((etag(version), Json(Made { id, version })))
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
    person.until = wanted.until.or(person.until);
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
