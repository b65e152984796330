//! The list of persons.

use super::super::store;
use super::PERSONS;
use crate::listing::{self, Filter};
use crate::party;
use crate::wire::AsOf;
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use kernel::time::Day;
use mechanism::{App, Caller, Listed, PageQuery, Problem};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PersonQuery {
    /// Words of the name, or pinyin initials.
    q: Option<String>,
    /// Main body.
    #[param(value_type = Option<String>)]
    org: Option<Id>,
    #[param(value_type = Option<String>)]
    area: Option<Id>,
    #[param(value_type = Option<String>)]
    day: Option<Day>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize, ToSchema)]
pub struct PersonRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
    pub org_name: Option<String>,
    /// Posts of the day, with the body: `县安委办主任`.
    pub posts: Vec<String>,
    pub version: i64,
}

/// Persons within the caller's scope, by name. Telephones are not shown.
#[utoipa::path(get, path = "/persons", operation_id = "persons_list", tag = "person",
    params(PersonQuery), responses((status = 200, body = Listed<PersonRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<PersonQuery>,
) -> Result<Json<Listed<PersonRow>>, Problem> {
    let day = AsOf { day: query.day }.or_today(&app);
    let page = PageQuery {
        after: query.after.clone(),
        limit: query.limit,
    };
    let listed = app
        .store
        .read(move |sql| {
            let mut filter = Filter::default();
            filter.on(day);
            filter.equals("org", query.org);
            filter.area(sql, query.area)?;
            filter.words("person", query.q.as_deref());
            listing::list(
                sql,
                &PERSONS,
                &filter,
                &caller.scope,
                &page,
                |sql, found| row(sql, store::person(found)?, day),
            )
        })
        .await?;
    Ok(Json(listed))
}

pub(super) fn row(
    sql: &mut dyn ::store::Sql,
    person: super::super::Person,
    day: Day,
) -> ::store::Result<PersonRow> {
    let org_name = match person.org {
        Some(org) => Some(party::store::label(sql, org)?),
        None => None,
    };
    let held = store::posts_of_person(sql, person.id, day)?;
    let ids: Vec<Id> = held.iter().map(|post| post.id).collect();
    let labels = party::store::labels(sql, &ids)?;
    let posts = ids.iter().filter_map(|id| labels.get(id).cloned());
    Ok(PersonRow {
        id: person.id,
        name: person.name,
        org: person.org,
        org_name,
        posts: posts.collect(),
        version: person.version,
    })
}
