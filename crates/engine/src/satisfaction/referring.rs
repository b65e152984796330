//! Whom and what a filling names must exist, and the one who files must be able to see it.
//!
//! Names of officials are no secret: bodies and people of one's own area and of the areas above it may be named by
//! anybody. Everything else follows the scope, as it does in every list.

use crate::obligations::store as obligations;
use crate::obligations::visible::visible;
use crate::records::Value;
use crate::records::rules::{Fault, is_empty};
use crate::sight;
use ::store::{Error, Result, Sql};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::AreaPath;
use kernel::time::Day;
use mechanism::Caller;
use policy::{Field, FieldKind, Form};
use registry::party::PartyKind;
use registry::{area, org, party, site};
use std::collections::BTreeMap;

/// What is looked at: the fields of a form, and the subjects named beside them.
pub struct References<'a> {
    pub form: &'a Form,
    pub values: &'a BTreeMap<String, Value>,
    pub subjects: &'a [Id],
    /// Party whose record it is.
    pub body: Id,
}

/// Every field that names something unknown. Which of the two it is, unknown or hidden, is not told.
pub fn faults(
    sql: &mut dyn Sql,
    caller: &Caller,
    wanted: &References<'_>,
    day: Day,
) -> Result<Vec<Fault>> {
    let around = around(sql, caller, wanted.body, day)?;
    let mut faults = Vec::new();
    for field in &wanted.form.fields {
        let named = ids(field, wanted.values.get(&field.id));
        for id in named {
            let known = match field.kind {
                FieldKind::Person => is_party(sql, id, &[PartyKind::Person, PartyKind::Post])?,
                FieldKind::Org => is_party(sql, id, &[PartyKind::Org, PartyKind::Group])?,
                _ => site::store::by_id(sql, id)?.is_some(),
            };
            if !known || !seen(sql, caller, id, &around, day)? {
                faults.push(Fault {
                    field: field.id.clone(),
                    reason: Reason::new("records.unknown_reference").with("label", &field.label),
                });
                break;
            }
        }
    }
    for subject in wanted.subjects {
        if !seen(sql, caller, *subject, &around, day)? {
            faults.push(Fault {
                field: String::new(),
                reason: Reason::new("records.unknown_subject"),
            });
            break;
        }
    }
    Ok(faults)
}

/// Whether there is anything to look at: most filings name nothing but texts.
pub fn names_anything(form: &Form, values: &BTreeMap<String, Value>, subjects: &[Id]) -> bool {
    !subjects.is_empty()
        || form
            .fields
            .iter()
            .any(|field| !ids(field, values.get(&field.id)).is_empty())
}

fn ids(field: &Field, value: Option<&Value>) -> Vec<Id> {
    if !matches!(
        field.kind,
        FieldKind::Person | FieldKind::Org | FieldKind::Site
    ) {
        return Vec::new();
    }
    match value.filter(|value| !is_empty(value)) {
        Some(Value::Array(list)) => list.iter().filter_map(id_of).collect(),
        Some(value) => id_of(value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn id_of(value: &Value) -> Option<Id> {
    value.as_str().and_then(Id::parse)
}

fn is_party(sql: &mut dyn Sql, id: Id, kinds: &[PartyKind]) -> Result<bool> {
    Ok(party::store::kind_of(sql, id)?.is_some_and(|kind| kinds.contains(&kind)))
}

/// The places of the caller's bodies, and of the one whose record it is.
fn around(sql: &mut dyn Sql, caller: &Caller, body: Id, day: Day) -> Result<Vec<AreaPath>> {
    let mut places = Vec::new();
    for id in caller.orgs.iter().chain(std::iter::once(&body)) {
        places.push(party::store::place_of(sql, *id, day)?.0);
    }
    Ok(places)
}

fn seen(sql: &mut dyn Sql, caller: &Caller, id: Id, around: &[AreaPath], day: Day) -> Result<bool> {
    if caller.acts_as(id) || sight::handed(sql, id, &caller.parties)? {
        return Ok(true);
    }
    let above = |path: &AreaPath| {
        let leaf = path.leaf();
        leaf.is_some() && around.iter().any(|place| place.ids.contains(&leaf))
    };
    match party::store::kind_of(sql, id)? {
        // A group has no place; whoever may name its members may name it.
        Some(PartyKind::Group) => return Ok(true),
        Some(_) => {
            let (path, sector) = party::store::place_of(sql, id, day)?;
            let admitted = caller.scope.admits(&path, sector.as_deref(), None, &[id]);
            return Ok(admitted || above(&path) || is_of(sql, caller, id, day)?);
        }
        None => {}
    }
    if let Some(site) = site::store::by_id(sql, id)? {
        let own = site.org.is_some_and(|org| caller.acts_as(org));
        let admitted = caller
            .scope
            .admits(&site.path, site.sector.as_deref(), Some(id), &[]);
        return Ok(own || admitted || is_asked_about(sql, caller, id)?);
    }
    if let Some(area) = area::store::by_id(sql, id)? {
        return Ok(caller.scope.admits(&area.path, None, None, &[]) || above(&area.path));
    }
    // A task, a matter, an instruction: known by what somebody owes because of it.
    is_asked_about(sql, caller, id)
}

/// A person or post of one of the caller's bodies, wherever its row says that it stands.
fn is_of(sql: &mut dyn Sql, caller: &Caller, id: Id, day: Day) -> Result<bool> {
    let orgs = registry::person::store::orgs_of_person(sql, id, day)?;
    if orgs.iter().any(|org| caller.orgs.contains(org)) {
        return Ok(true);
    }
    let above = org::store::by_id(sql, id)?.and_then(|org| org.superior.or(org.office_of));
    Ok(above.is_some_and(|above| caller.orgs.contains(&above)))
}

/// Whether the caller sees an obligation about it.
fn is_asked_about(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<bool> {
    for row in obligations::of_source(sql, id)? {
        match visible(sql, caller, row.id) {
            Ok(_) => return Ok(true),
            Err(Error::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(false)
}
