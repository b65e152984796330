//! One site: what it is, and who answers for it.

use super::super::store;
use super::super::tags;
use super::REGISTER;
use super::list::{self, SiteRow};
use crate::wire::{AsOf, Named, etag};
use crate::{codes, listing, party, since};
use ::store::{Error, Result as Stored, Sql};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, HeaderValue};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Caller, Lang, Problem};
use policy::Library;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct SiteView {
    #[serde(flatten)]
    site: SiteRow,
    /// The body that runs it.
    org: Option<Named>,
    parent: Option<Named>,
    /// Sites inside it.
    parts: Vec<Named>,
    #[schema(value_type = Object)]
    attributes: Map<String, Value>,
    /// Every tag it bears or bore, the running ones first.
    dated_tags: Vec<TagRow>,
    /// Who answers or answered for it, by role, newest first.
    capacities: Vec<CapacityRow>,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    /// The day as of which tags and parts are shown.
    #[schema(value_type = String)]
    day: Day,
}

#[derive(Serialize, ToSchema)]
pub struct TagRow {
    tag: String,
    value: Option<String>,
    /// Code of the reason for which it was derived.
    reason: Option<String>,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
}

#[derive(Serialize, ToSchema)]
pub struct CapacityRow {
    #[schema(value_type = String)]
    id: Id,
    role: String,
    /// The role in the reader's language.
    role_title: String,
    party: Named,
    /// Who answers for the party on the day; none is a vacancy.
    person: Option<Named>,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
    /// First day on which it no longer holds.
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
}

/// A site with its attributes, tags and whoever answers for it, now and before.
#[utoipa::path(get, path = "/sites/{id}", operation_id = "sites_show", tag = "site",
    params(("id" = String, Path,), AsOf),
    responses((status = 200, body = SiteView)))]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Query(as_of): Query<AsOf>,
) -> Result<([(HeaderName, HeaderValue); 1], Json<SiteView>), Problem> {
    let day = as_of.or_today(&app);
    let policy = app.env.policy.clone();
    let view = app
        .store
        .read(move |sql| {
            listing::admit(sql, &REGISTER, id, &caller.scope)?;
            view(sql, &policy, caller.language, id, day)
        })
        .await?;
    Ok((etag(view.site.version), Json(view)))
}

fn view(
    sql: &mut dyn Sql,
    library: &Library,
    language: Lang,
    id: Id,
    day: Day,
) -> Stored<SiteView> {
    let site = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let parts = store::parts(sql, id, day)?;
    let mut capacities = Vec::new();
    for capacity in store::capacities_ever(sql, id)? {
        let person = party::store::current_person(sql, capacity.party, day)?;
        capacities.push(CapacityRow {
            id: capacity.id,
            role_title: codes::label_of(library, "capacities", &capacity.role, language),
            role: capacity.role,
            party: named(sql, capacity.party)?,
            person: person.map(|(id, name)| Named { id, name }),
            from: since::stated(capacity.from),
            until: capacity.until,
        });
    }
    let dated_tags = tags::ever(sql, id)?;
    let org = match site.org {
        Some(org) => Some(named(sql, org)?),
        None => None,
    };
    let parent = match site.parent {
        Some(parent) => Some(named(sql, parent)?),
        None => None,
    };
    Ok(SiteView {
        site: list::row(sql, &site, day)?,
        org,
        parent,
        parts: parts
            .into_iter()
            .map(|part| Named {
                id: part.id,
                name: part.name,
            })
            .collect(),
        attributes: serde_json::from_str(&site.attributes).unwrap_or_default(),
        dated_tags: dated_tags
            .into_iter()
            .map(|tag| TagRow {
                tag: tag.tag,
                value: tag.value,
                reason: tag.reason.and_then(|text| code_of(&text)),
                from: since::stated(tag.from),
                until: tag.until,
            })
            .collect(),
        capacities,
        from: since::stated(site.from),
        until: site.until,
        day,
    })
}

fn named(sql: &mut dyn Sql, id: Id) -> Stored<Named> {
    let name = party::store::label(sql, id)?;
    Ok(Named { id, name })
}

fn code_of(text: &str) -> Option<String> {
    let reason: Reason = serde_json::from_str(text).ok()?;
    Some(reason.code)
}
