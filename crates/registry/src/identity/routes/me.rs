//! Who the caller is, for the page around all pages.

use super::super::store;
use crate::{area, org, party, person};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::scope::Branch;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct Me {
    #[schema(value_type = String)]
    pub account: Id,
    pub login: String,
    /// Id of the person.
    #[schema(value_type = String)]
    pub person: Id,
    pub name: String,
    /// Name of the main body; empty for administrators.
    pub org: String,
    #[schema(value_type = Option<String>)]
    pub org_id: Option<Id>,
    /// The post in which he acts, `县安委办主任`.
    pub identity: Option<String>,
    pub roles: Vec<RoleName>,
    pub permissions: Vec<String>,
    /// Areas that his roles reach.
    pub areas: Vec<ReachedArea>,
    /// `zh` or `en`.
    pub language: String,
    /// Nothing else works until the password is changed.
    pub must_change: bool,
}

#[derive(Serialize, ToSchema)]
pub struct RoleName {
    pub id: String,
    pub title: String,
    pub title_en: String,
}

#[derive(Serialize, ToSchema)]
pub struct ReachedArea {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
    pub code: String,
}

#[derive(Deserialize, ToSchema)]
pub struct Preferences {
    /// `zh` or `en`.
    pub language: String,
}

/// The caller's person, body, rights and reach.
#[utoipa::path(get, path = "/me", operation_id = "me", tag = "identity",
    responses((status = 200, body = Me)))]
pub async fn show(State(app): State<App>, caller: Caller) -> Result<Json<Me>, Problem> {
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let policy = app.env.policy.clone();
    let me = app
        .store
        .read(move |sql| {
            let account = store::by_id(sql, caller.account)?.ok_or(::store::Error::NotFound)?;
            let org_id = caller.orgs.first().copied();
            let org = match org_id {
                Some(org) => org::store::name_of(sql, org)?,
                None => String::new(),
            };
            let posts = person::store::posts_of_person(sql, caller.person, day)?;
            let identity = match posts.first() {
                Some(post) => Some(party::store::label(sql, post.id)?),
                None => None,
            };
            let reached: BTreeSet<Id> = caller.scope.branches.iter().filter_map(area_of).collect();
            let mut areas = Vec::new();
            for id in reached {
                if let Some(area) = area::store::by_id(sql, id)? {
                    areas.push(ReachedArea {
                        id,
                        name: area.name,
                        code: area.code,
                    });
                }
            }
            let roles = caller.roles.iter().filter_map(|role| {
                let (_, role) = policy.role(role)?;
                Some(RoleName {
                    id: role.id.clone(),
                    title: role.title.clone(),
                    title_en: role.title_en.clone(),
                })
            });
            Ok(Me {
                account: caller.account,
                login: account.login,
                person: caller.person,
                name: caller.name,
                org,
                org_id,
                identity,
                roles: roles.collect(),
                permissions: caller.permissions.iter().cloned().collect(),
                areas,
                language: account.language,
                must_change: account.must_change,
            })
        })
        .await?;
    Ok(Json(me))
}

/// Keeps the caller's language, in which messages are written to him.
#[utoipa::path(patch, path = "/me", operation_id = "me_change", tag = "identity",
    request_body = Preferences, responses((status = 204)))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<Preferences>,
) -> Result<StatusCode, Problem> {
    let language = if wanted.language == "en" { "en" } else { "zh" };
    let account = caller.account;
    let act = ::store::Act::by(account, "accounts.prefer", None);
    app.store
        .write(act, move |tx| {
            store::set_language(tx, account, language)?;
            tx.note(
                account,
                "language_chosen",
                serde_json::json!({ "language": language }),
            )
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn area_of(branch: &Branch) -> Option<Id> {
    match branch {
        Branch::Area { id, .. } | Branch::AreaSector { id, .. } => Some(*id),
        _ => None,
    }
}
