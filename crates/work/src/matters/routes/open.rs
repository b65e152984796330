//! Opening a matter by hand.

use crate::matters;
use crate::matters::model::Grade;
use crate::matters::open::Opening;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Body, Caller, Problem};
use registry::site;
use registry::site::Site;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Act, Error, Result, Sql};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenMatter {
    /// Kind of matter: the id of a lifecycle.
    pub lifecycle: String,
    pub title: String,
    /// What it is about.
    #[schema(value_type = String)]
    pub site: Id,
    /// How it came to be known: a code of the list of sources.
    pub source: Option<String>,
    /// `general` or `major`; absent means general.
    pub grade: Option<String>,
    /// What is wrong.
    #[serde(default, alias = "text")]
    pub description: String,
    /// Role → party. Absent ones follow from the site: the body that runs it puts right, the competent body of the place
    /// verifies.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, String>)]
    pub parties: BTreeMap<String, Id>,
    /// Number and reply deadline under which another system knows it.
    pub outer_number: Option<String>,
    pub outer_due_at: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OpenedMatter {
    #[schema(value_type = String)]
    pub id: Id,
    pub number: String,
}

const LONGEST_TITLE: usize = 100;
const LONGEST_DESCRIPTION: usize = 4000;

/// Opens a matter. Every party gets its own receipt, clock and ladder at the same moment, and the matter its number.
#[utoipa::path(post, path = "/matters", operation_id = "matters_open", request_body = OpenMatter,
    responses((status = 201, body = OpenedMatter), (status = 404), (status = 422)))]
pub async fn open(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<OpenMatter>,
) -> std::result::Result<(StatusCode, Json<OpenedMatter>), Problem> {
    let grade = checked(&wanted)?;
    let env = app.env.clone();
    let act = Act::by(caller.account, "matters.open", None);
    let opened = app
        .store
        .write(act, move |tx| {
            let opening = Opening {
                lifecycle: wanted.lifecycle.clone(),
                title: wanted.title.trim().to_owned(),
                description: wanted.description.trim().to_owned(),
                source: wanted.source.clone(),
                grade,
                site: visible_site(tx, &caller, wanted.site)?,
                parties: wanted.parties.clone(),
                issuer: caller.orgs.first().copied().unwrap_or(caller.person),
                opened_by: Some(caller.person),
                outer_number: wanted.outer_number.clone(),
                outer_due_at: wanted.outer_due_at.map(Moment),
            };
            let matter = matters::open(tx, &env, &opening)?;
            Ok(OpenedMatter {
                id: matter.id,
                number: matter.number,
            })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(opened)))
}

fn checked(wanted: &OpenMatter) -> std::result::Result<Grade, Problem> {
    let length = wanted.title.trim().chars().count();
    if length == 0 {
        return Err(Problem::invalid(Reason::new("matters.title_needed")));
    }
    if length > LONGEST_TITLE || wanted.description.chars().count() > LONGEST_DESCRIPTION {
        let reason = Reason::new("matters.too_long")
            .with("title", LONGEST_TITLE)
            .with("text", LONGEST_DESCRIPTION);
        return Err(Problem::invalid(reason));
    }
    let grade = wanted.grade.as_deref().unwrap_or("general");
    Grade::of_word(grade).ok_or_else(|| Problem::invalid(Reason::new("matters.unknown_grade")))
}

/// Whoever does not see a site opens nothing on it.
fn visible_site(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Site> {
    let site = site::store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let admitted = caller
        .scope
        .admits(&site.path, site.sector.as_deref(), Some(site.id), &[])
        || site.org.is_some_and(|org| caller.acts_as(org));
    if admitted {
        Ok(site)
    } else {
        Err(Error::NotFound)
    }
}
