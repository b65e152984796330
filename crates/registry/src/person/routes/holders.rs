//! Putting persons into posts and taking them out. What they held stays in the register.

use super::super::model::Holding;
use super::super::{rules, store};
use super::POSTS;
use crate::wire::today;
use crate::{listing, party};
use ::store::{Act, Error};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct Appoint {
    #[schema(value_type = String)]
    pub person: Id,
    /// Stands in (AB岗) where the holder cannot.
    #[serde(default)]
    pub stand_in: bool,
    /// First day; today when absent.
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
    #[schema(value_type = Option<String>)]
    pub until: Option<Day>,
    /// Takes the present holder out on the same day, so that the post is never empty.
    #[serde(default)]
    pub instead: bool,
}

#[derive(Clone, Deserialize, ToSchema)]
pub struct Relieve {
    #[schema(value_type = String)]
    pub person: Id,
    /// First day on which the person no longer holds the post; today when absent.
    #[schema(value_type = Option<String>)]
    pub on: Option<Day>,
}

/// Puts a person into a post from a day on. Open obligations of the post follow it.
#[utoipa::path(post, path = "/posts/{id}/holders", operation_id = "holders_appoint",
    params(("id" = String, Path,)),
    tag = "person", request_body = Appoint, responses((status = 204)))]
pub async fn appoint(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<Appoint>,
) -> Result<StatusCode, Problem> {
    let from = wanted.from.unwrap_or_else(|| today(&app));
    let act = Act::by(caller.account, "posts.appoint", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &POSTS, id, &caller.scope)?;
            let post = store::post_by_id(tx, id)?.ok_or(Error::NotFound)?;
            store::by_id(tx, wanted.person)?
                .ok_or_else(|| Error::Refused(Reason::new("registry.unknown_person")))?;
            if wanted.instead {
                for holder in store::holders(tx, id, from)? {
                    if !holder.stand_in && holder.person != wanted.person {
                        store::relieve(tx, id, holder.person, from)?;
                        let body = json!({ "person": holder.person, "on": from });
                        tx.note(id, "relieved", body)?;
                    }
                }
            }
            let holding = Holding {
                post: id,
                person: wanted.person,
                stand_in: wanted.stand_in,
                from,
                until: wanted.until,
            };
            let held = store::history(tx, id)?;
            if let Err(reason) = rules::may_appoint(&post, &held, &holding) {
                let name = party::store::label(tx, wanted.person)?;
                return Err(Error::Refused(reason.with("name", name)));
            }
            store::appoint(tx, &holding)?;
            let body = json!({ "person": wanted.person, "stand_in": wanted.stand_in, "from": from,
                "until": wanted.until });
            tx.note(id, "appointed", body)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a person out of a post. Without another holder it is vacant and shows so.
#[utoipa::path(post, path = "/posts/{id}/holders/end", operation_id = "holders_relieve",
    params(("id" = String, Path,)),
    tag = "person", request_body = Relieve, responses((status = 204)))]
pub async fn relieve(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<Relieve>,
) -> Result<StatusCode, Problem> {
    let on = wanted.on.unwrap_or_else(|| today(&app));
    let act = Act::by(caller.account, "posts.relieve", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &POSTS, id, &caller.scope)?;
            if !store::relieve(tx, id, wanted.person, on)? {
                return Err(Error::Refused(Reason::new("registry.not_held")));
            }
            tx.note(id, "relieved", json!({ "person": wanted.person, "on": on }))
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
