//! Adding and changing sites.

use super::super::model::Site;
use super::super::{rules, store, tags};
use super::REGISTER;
use crate::area;
use crate::changing::{self, Given, Versioned, code, given};
use crate::wire::{Made, today};
use ::store::{Error, Result as Stored, Tx};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct AddSite {
    pub name: String,
    pub kind: String,
    pub credit_code: Option<String>,
    /// The body that runs it.
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
    #[schema(value_type = Option<String>)]
    pub parent: Option<Id>,
    pub sector: Option<String>,
    pub lat: Option<f64>,
    pub lng: Option<f64>,
    #[serde(default)]
    #[schema(value_type = Object)]
    pub attributes: Map<String, Value>,
    #[schema(value_type = String)]
    pub area: Id,
    #[serde(default)]
    pub tags: Vec<String>,
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
}

/// Only the members that are present change; null takes away what may be absent.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
pub struct ChangeSite {
    pub name: Option<String>,
    pub kind: Option<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub credit_code: Given<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub org: Given<Id>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub parent: Given<Id>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub sector: Given<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<f64>)]
    pub lat: Given<f64>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<f64>)]
    pub lng: Given<f64>,
    /// Attributes that are named here are set, those that are null are taken away, others stay.
    #[schema(value_type = Option<Object>)]
    pub attributes: Option<Map<String, Value>>,
    /// First day on which the site no longer is.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub until: Given<Day>,
}

/// Registers a site in an area within the caller's scope.
#[utoipa::path(post, path = "/sites", operation_id = "sites_add", tag = "site",
    request_body = AddSite, responses((status = 201, body = Made)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<AddSite>,
) -> Result<(StatusCode, Versioned), Problem> {
    let (day, scope) = (today(&app), caller.scope.clone());
    changing::add(&app, &caller, "sites.add", move |tx| {
        insert(tx, &wanted, &scope, day)
    })
    .await
}

/// Changes a site at the version that the writer has seen.
#[utoipa::path(patch, path = "/sites/{id}", operation_id = "sites_change",
    params(("id" = String, Path,)), tag = "site",
    request_body = ChangeSite, responses((status = 200, body = Made)))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Path(id): Path<Id>,
    Body(wanted): Body<ChangeSite>,
) -> Result<Versioned, Problem> {
    let row = (&REGISTER, id);
    changing::change(
        &app,
        &caller,
        &headers,
        row,
        "sites.change",
        move |tx, version| update(tx, id, version, &wanted),
    )
    .await
}

fn insert(tx: &mut Tx, wanted: &AddSite, scope: &Scope, today: Day) -> Stored<Id> {
    let unknown = || Error::Refused(Reason::new("registry.unknown_area"));
    let area = area::store::by_id(tx, wanted.area)?.ok_or_else(unknown)?;
    let site = Site {
        id: tx.new_id(),
        name: wanted.name.trim().to_owned(),
        kind: wanted.kind.trim().to_owned(),
        credit_code: code(wanted.credit_code.as_deref()),
        org: wanted.org,
        parent: wanted.parent,
        sector: wanted.sector.clone(),
        position: wanted.lat.zip(wanted.lng),
        attributes: Value::Object(wanted.attributes.clone()).to_string(),
        area: area.id,
        path: area.path,
        from: wanted.from.unwrap_or(today),
        until: None,
        version: 1,
    };
    rules::check(&site).map_err(Error::Refused)?;
    let org: Vec<Id> = site.org.into_iter().collect();
    // Nobody registers a site where he could not see it afterwards.
    if !scope.admits(&site.path, site.sector.as_deref(), None, &org) {
        return Err(unknown());
    }
    if let Some(known) = store::by_name_in_area(tx, &site.name, site.area)? {
        let reason = Reason::new("registry.duplicate.conflict").with("name", known.name);
        return Err(Error::Refused(reason));
    }
    store::insert(tx, &site)?;
    tags::add_plain(tx, site.id, &wanted.tags, site.from)?;
    tx.note(
        site.id,
        "added",
        json!({ "name": site.name, "kind": site.kind, "area": site.area, "org": site.org }),
    )?;
    Ok(site.id)
}

fn update(tx: &mut Tx, id: Id, version: i64, wanted: &ChangeSite) -> Stored<()> {
    let known = store::by_id(tx, id)?.ok_or(Error::NotFound)?;
    let mut attributes: Map<String, Value> =
        serde_json::from_str(&known.attributes).unwrap_or_default();
    for (name, value) in wanted.attributes.clone().unwrap_or_default() {
        match value {
            Value::Null => attributes.remove(&name),
            value => attributes.insert(name, value),
        };
    }
    let site = Site {
        name: wanted
            .name
            .as_deref()
            .map_or(known.name, |name| name.trim().to_owned()),
        kind: wanted
            .kind
            .as_deref()
            .map_or(known.kind, |kind| kind.trim().to_owned()),
        credit_code: match &wanted.credit_code {
            Some(given) => code(given.as_deref()),
            None => known.credit_code,
        },
        org: wanted.org.unwrap_or(known.org),
        parent: wanted.parent.unwrap_or(known.parent),
        sector: wanted.sector.clone().unwrap_or(known.sector),
        position: position(wanted, known.position),
        attributes: Value::Object(attributes).to_string(),
        until: wanted.until.unwrap_or(known.until),
        version,
        ..known
    };
    rules::check(&site).map_err(Error::Refused)?;
    store::update(tx, &site)?;
    tx.note(id, "changed", json!(wanted))
}

/// A position is two numbers or none: one of them alone changes nothing, and null in either takes it away.
fn position(wanted: &ChangeSite, known: Option<(f64, f64)>) -> Option<(f64, f64)> {
    match (wanted.lat, wanted.lng) {
        (Some(lat), Some(lng)) => lat.zip(lng),
        _ => known,
    }
}
