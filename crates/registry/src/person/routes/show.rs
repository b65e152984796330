//! One person: what does he answer for?

use super::super::store;
use super::PERSONS;
use super::list::{self, PersonRow};
use crate::wire::{AsOf, Named, etag};
use crate::{listing, org, party, since};
use ::store::{Error, Result as Stored, Sql, params};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, HeaderValue};
use kernel::id::Id;
use kernel::time::Day;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct PersonView {
    #[serde(flatten)]
    person: PersonRow,
    /// Posts held now and before, newest first.
    holdings: Vec<HoldingRow>,
    /// Everything as which he can owe or receive on the day: himself, posts, bodies, groups.
    parties: Vec<Named>,
    /// Sites for which he answers on the day, through himself, a post or a body.
    answers_for: Vec<AnswerRow>,
}

#[derive(Serialize, ToSchema)]
pub struct HoldingRow {
    #[schema(value_type = String)]
    post: Id,
    title: String,
    #[schema(value_type = String)]
    org: Id,
    org_name: String,
    stand_in: bool,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
    /// First day on which he no longer holds it.
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
}

#[derive(Serialize, ToSchema)]
pub struct AnswerRow {
    #[schema(value_type = String)]
    site: Id,
    site_name: String,
    role: String,
    /// As which of his parties.
    party: Named,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
}

/// A person with the posts he holds or held and the sites for which he answers.
#[utoipa::path(get, path = "/persons/{id}", operation_id = "persons_show", tag = "person",
    params(("id" = String, Path,), AsOf), responses((status = 200, body = PersonView)))]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Query(as_of): Query<AsOf>,
) -> Result<([(HeaderName, HeaderValue); 1], Json<PersonView>), Problem> {
    let day = as_of.or_today(&app);
    let view = app
        .store
        .read(move |sql| {
            // Everybody sees himself.
            if caller.person != id {
                listing::admit(sql, &PERSONS, id, &caller.scope)?;
            }
            view(sql, id, day)
        })
        .await?;
    Ok((etag(view.person.version), Json(view)))
}

fn view(sql: &mut dyn Sql, id: Id, day: Day) -> Stored<PersonView> {
    let person = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let mut holdings = Vec::new();
    for holding in store::holdings_of_person(sql, id)? {
        let post = store::post_by_id(sql, holding.post)?.ok_or(Error::NotFound)?;
        holdings.push(HoldingRow {
            post: post.id,
            title: post.title,
            org: post.org,
            org_name: org::store::name_of(sql, post.org)?,
            stand_in: holding.stand_in,
            from: since::stated(holding.from),
            until: holding.until,
        });
    }
    let parties = store::parties_of_person(sql, id, day)?;
    let labels = party::store::labels(sql, &parties)?;
    let named = |id: &Id| Named {
        id: *id,
        name: labels.get(id).cloned().unwrap_or_default(),
    };
    let mut answers_for = Vec::new();
    for party in &parties {
        // Capacities stand right of persons in the order of folders, so their rows are read here by themselves.
        let rows = sql.query(
            "select c.site, t.name, c.role, c.from_day from capacity c join site t on t.id = c.site
             where c.party = :party
               and c.from_day <= :day and (c.until_day is null or c.until_day > :day)
             order by t.name, c.role",
            &params! { "party" => *party, "day" => day },
        )?;
        for row in rows {
            answers_for.push(AnswerRow {
                site: row.id("site")?,
                site_name: row.text("name")?,
                role: row.text("role")?,
                party: named(party),
                from: since::stated(row.day("from_day")?),
            });
        }
    }
    Ok(PersonView {
        person: list::row(sql, person, day)?,
        holdings,
        parties: parties.iter().map(named).collect(),
        answers_for,
    })
}
