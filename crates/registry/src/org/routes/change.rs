//! Adding and changing bodies.

use super::super::matching::{self, Match};
use super::super::model::Org;
use super::super::{rules, store};
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
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct AddOrg {
    pub name: String,
    pub kind: String,
    pub credit_code: Option<String>,
    pub sector: Option<String>,
    #[schema(value_type = String)]
    pub area: Id,
    #[schema(value_type = Option<String>)]
    pub superior: Option<Id>,
    #[schema(value_type = Option<String>)]
    pub office_of: Option<Id>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
}

/// Only the members that are present change; null takes away what may be absent.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
pub struct ChangeOrg {
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
    pub sector: Given<String>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub superior: Given<Id>,
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub office_of: Given<Id>,
    pub aliases: Option<Vec<String>>,
    pub identities: Option<Vec<String>>,
    pub sectors: Option<Vec<String>>,
    /// First day on which the body no longer is.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub until: Given<Day>,
}

/// Registers a body in an area within the caller's scope. A number or a name with area that is there already is a
/// conflict.
#[utoipa::path(post, path = "/orgs", operation_id = "orgs_add", tag = "org",
    request_body = AddOrg, responses((status = 201, body = Made)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<AddOrg>,
) -> Result<(StatusCode, Versioned), Problem> {
    let (day, scope) = (today(&app), caller.scope.clone());
    changing::add(&app, &caller, "orgs.add", move |tx| {
        insert(tx, &wanted, &scope, day)
    })
    .await
}

/// Changes a body at the version that the writer has seen.
#[utoipa::path(patch, path = "/orgs/{id}", operation_id = "orgs_change",
    params(("id" = String, Path,)), tag = "org",
    request_body = ChangeOrg, responses((status = 200, body = Made)))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Path(id): Path<Id>,
    Body(wanted): Body<ChangeOrg>,
) -> Result<Versioned, Problem> {
    let row = (&REGISTER, id);
    changing::change(
        &app,
        &caller,
        &headers,
        row,
        "orgs.change",
        move |tx, version| update(tx, id, version, &wanted),
    )
    .await
}

fn insert(tx: &mut Tx, wanted: &AddOrg, scope: &Scope, today: Day) -> Stored<Id> {
    let area = area::store::by_id(tx, wanted.area)?
        .ok_or_else(|| Error::Refused(Reason::new("registry.unknown_area")))?;
    let org = Org {
        id: tx.new_id(),
        name: wanted.name.trim().to_owned(),
        kind: wanted.kind.trim().to_owned(),
        credit_code: code(wanted.credit_code.as_deref()),
        sector: wanted.sector.clone(),
        office_of: wanted.office_of,
        superior: wanted.superior,
        area: area.id,
        path: area.path,
        from: wanted.from.unwrap_or(today),
        until: None,
        version: 1,
    };
    rules::check(&org).map_err(Error::Refused)?;
    // Nobody registers a body where he could not see it afterwards.
    if !scope.admits(&org.path, org.sector.as_deref(), None, &[]) {
        return Err(Error::Refused(Reason::new("registry.unknown_area")));
    }
    match matching::find(tx, org.credit_code.as_deref(), &org.name, org.area)? {
        Match::New => {}
        Match::Known(known) => {
            let reason = Reason::new("registry.duplicate.conflict").with("name", known.name);
            return Err(Error::Refused(reason));
        }
        Match::Refused(_, reason) => return Err(Error::Refused(reason)),
    }
    store::insert(tx, &org)?;
    if !wanted.aliases.is_empty() {
        store::set_aliases(tx, &org, &wanted.aliases)?;
    }
    if let Some(sector) = &org.sector {
        store::set_sectors(tx, org.id, std::slice::from_ref(sector))?;
    }
    tx.note(
        org.id,
        "added",
        json!({ "name": org.name, "kind": org.kind, "area": org.area }),
    )?;
    Ok(org.id)
}

fn update(tx: &mut Tx, id: Id, version: i64, wanted: &ChangeOrg) -> Stored<()> {
    let known = store::by_id(tx, id)?.ok_or(Error::NotFound)?;
    let mut org = Org {
        version,
        ..known.clone()
    };
    if let Some(name) = &wanted.name {
        org.name = name.trim().to_owned();
    }
    if let Some(kind) = &wanted.kind {
        org.kind = kind.trim().to_owned();
    }
    if let Some(given) = &wanted.credit_code {
        org.credit_code = code(given.as_deref());
    }
    org.sector = wanted.sector.clone().unwrap_or(org.sector);
    org.superior = wanted.superior.unwrap_or(org.superior);
    org.office_of = wanted.office_of.unwrap_or(org.office_of);
    org.until = wanted.until.unwrap_or(org.until);
    rules::check(&org).map_err(Error::Refused)?;
    store::update(tx, &org)?;
    if let Some(aliases) = &wanted.aliases {
        store::set_aliases(tx, &org, aliases)?;
    } else if known.name != org.name {
        // Plans go on speaking of it by its former name.
        let mut aliases = store::aliases(tx, id)?;
        aliases.push(known.name);
        store::set_aliases(tx, &org, &aliases)?;
    }
    if let Some(identities) = &wanted.identities {
        store::set_identities(tx, id, identities)?;
    }
    if let Some(sectors) = &wanted.sectors {
        store::set_sectors(tx, id, sectors)?;
    }
    tx.note(id, "changed", json!(wanted))
}
