//! Posts of bodies.

use super::super::model::Post;
use super::super::store;
use super::POSTS;
use super::change::body_in_scope;
use crate::changing::{self, Given, Versioned, given};
use crate::listing::{self, Filter};
use crate::wire::{AsOf, Made, Named, etag, today};
use crate::{party, since};
use ::store::{Error, Result as Stored, Sql, Tx};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::version::Tag;
use mechanism::{App, Body, Caller, Listed, PageQuery, Problem};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PostQuery {
    #[param(value_type = Option<String>)]
    org: Option<Id>,
    title: Option<String>,
    #[param(value_type = Option<String>)]
    area: Option<Id>,
    /// Only posts that nobody holds.
    #[serde(default)]
    vacant: bool,
    #[param(value_type = Option<String>)]
    day: Option<Day>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize, ToSchema)]
pub struct PostRow {
    #[schema(value_type = String)]
    id: Id,
    title: String,
    org: Named,
    rank: i64,
    approver: bool,
    receiving_clerk: bool,
    superior: Option<Named>,
    /// Who is in it on the day, holders before stand-ins; without a holder it is vacant.
    holders: Vec<HolderRow>,
    version: i64,
}

#[derive(Serialize, ToSchema)]
pub struct HolderRow {
    #[schema(value_type = String)]
    id: Id,
    name: String,
    stand_in: bool,
}

#[derive(Serialize, ToSchema)]
pub struct PostView {
    #[serde(flatten)]
    post: PostRow,
    /// Everybody who was ever in it, newest first.
    history: Vec<PastRow>,
}

#[derive(Serialize, ToSchema)]
pub struct PastRow {
    person: Named,
    stand_in: bool,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
}

#[derive(Clone, Deserialize, ToSchema)]
pub struct AddPost {
    #[schema(value_type = String)]
    pub org: Id,
    pub title: String,
    pub rank: i64,
    #[serde(default)]
    pub approver: bool,
    #[serde(default)]
    pub receiving_clerk: bool,
    #[schema(value_type = Option<String>)]
    pub superior: Option<Id>,
    #[schema(value_type = Option<String>)]
    pub stand_in: Option<Id>,
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
}

/// Only the members that are present change.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
pub struct ChangePost {
    pub title: Option<String>,
    pub rank: Option<i64>,
    pub approver: Option<bool>,
    pub receiving_clerk: Option<bool>,
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
    pub stand_in: Given<Id>,
    /// First day on which the post no longer is.
    #[serde(
        default,
        deserialize_with = "given",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(value_type = Option<String>)]
    pub until: Given<Day>,
}

/// Posts within the caller's scope, by title.
#[utoipa::path(get, path = "/posts", operation_id = "posts_list", tag = "person",
    params(PostQuery), responses((status = 200, body = Listed<PostRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<PostQuery>,
) -> Result<Json<Listed<PostRow>>, Problem> {
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
            filter.equals("title", query.title);
            filter.area(sql, query.area)?;
            filter.condition(
                "not exists (select 1 from post_holder h where h.post = t.id and h.stand_in = 0
                     and h.from_day <= :value and (h.until_day is null or h.until_day > :value))",
                query.vacant.then_some(day),
            );
            listing::list(sql, &POSTS, &filter, &caller.scope, &page, |sql, found| {
                row(sql, store::post(found)?, day)
            })
        })
        .await?;
    Ok(Json(listed))
}

/// A post with everybody who was ever in it.
#[utoipa::path(get, path = "/posts/{id}", operation_id = "posts_show", tag = "person",
    params(("id" = String, Path,), AsOf), responses((status = 200, body = PostView)))]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Query(as_of): Query<AsOf>,
) -> Result<(Tag, Json<PostView>), Problem> {
    let day = as_of.or_today(&app);
    let view = app
        .store
        .read(move |sql| {
            listing::admit(sql, &POSTS, id, &caller.scope)?;
            let post = store::post_by_id(sql, id)?.ok_or(Error::NotFound)?;
            let mut history = Vec::new();
            for holding in store::history(sql, id)? {
                history.push(PastRow {
                    person: named(sql, holding.person)?,
                    stand_in: holding.stand_in,
                    from: since::stated(holding.from),
                    until: holding.until,
                });
            }
            let post = row(sql, post, day)?;
            Ok(PostView { post, history })
        })
        .await?;
    Ok((etag(view.post.version), Json(view)))
}

/// Adds a post to a body within the caller's scope. It is vacant until somebody is appointed.
#[utoipa::path(post, path = "/posts", operation_id = "posts_add", tag = "person",
    request_body = AddPost, responses((status = 201, body = Made)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<AddPost>,
) -> Result<(StatusCode, Versioned), Problem> {
    let (day, scope) = (today(&app), caller.scope.clone());
    changing::add(&app, &caller, "posts.add", move |tx| {
        insert(tx, &wanted, &scope, day)
    })
    .await
}

/// Changes a post at the version that the writer has seen.
#[utoipa::path(patch, path = "/posts/{id}", operation_id = "posts_change",
    params(("id" = String, Path,)), tag = "person",
    request_body = ChangePost, responses((status = 200, body = Made)))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Path(id): Path<Id>,
    Body(wanted): Body<ChangePost>,
) -> Result<Versioned, Problem> {
    let row = (&POSTS, id);
    changing::change(
        &app,
        &caller,
        &headers,
        row,
        "posts.change",
        move |tx, version| update(tx, id, version, &wanted),
    )
    .await
}

fn insert(tx: &mut Tx, wanted: &AddPost, scope: &Scope, today: Day) -> Stored<Id> {
    let title = wanted.title.trim().to_owned();
    if title.is_empty() {
        return Err(Error::Refused(Reason::new("registry.missing_value")));
    }
    let body = body_in_scope(tx, wanted.org, scope)?;
    if store::post_by_title(tx, body.id, &title)?.is_some() {
        let reason = Reason::new("registry.duplicate.conflict").with("name", title);
        return Err(Error::Refused(reason));
    }
    let post = Post {
        id: tx.new_id(),
        org: body.id,
        title,
        rank: wanted.rank,
        approver: wanted.approver,
        receiving_clerk: wanted.receiving_clerk,
        superior: wanted.superior,
        stand_in: wanted.stand_in,
        sector: body.sector,
        path: body.path,
        from: wanted.from.unwrap_or(today),
        until: None,
        version: 1,
    };
    store::insert_post(tx, &post)?;
    tx.note(
        post.id,
        "added",
        json!({ "title": post.title, "org": post.org, "rank": post.rank }),
    )?;
    Ok(post.id)
}

fn update(tx: &mut Tx, id: Id, version: i64, wanted: &ChangePost) -> Stored<()> {
    let known = store::post_by_id(tx, id)?.ok_or(Error::NotFound)?;
    let post = Post {
        title: wanted.title.clone().unwrap_or(known.title),
        rank: wanted.rank.unwrap_or(known.rank),
        approver: wanted.approver.unwrap_or(known.approver),
        receiving_clerk: wanted.receiving_clerk.unwrap_or(known.receiving_clerk),
        superior: wanted.superior.unwrap_or(known.superior),
        stand_in: wanted.stand_in.unwrap_or(known.stand_in),
        until: wanted.until.unwrap_or(known.until),
        version,
        ..known
    };
    if post.title.trim().is_empty() {
        return Err(Error::Refused(Reason::new("registry.missing_value")));
    }
    if post.superior == Some(id) || post.stand_in == Some(id) {
        return Err(Error::Refused(Reason::new("registry.own_superior")));
    }
    if post.until.is_some_and(|until| until <= post.from) {
        return Err(Error::Refused(Reason::new(
            "registry.ends_before_it_begins",
        )));
    }
    store::update_post(tx, &post)?;
    tx.note(id, "changed", json!(wanted))
}

fn row(sql: &mut dyn Sql, post: Post, day: Day) -> Stored<PostRow> {
    let mut holders = Vec::new();
    for holder in store::holders(sql, post.id, day)? {
        holders.push(HolderRow {
            id: holder.person,
            name: party::store::label(sql, holder.person)?,
            stand_in: holder.stand_in,
        });
    }
    let superior = match post.superior {
        Some(superior) => Some(named(sql, superior)?),
        None => None,
    };
    Ok(PostRow {
        id: post.id,
        title: post.title,
        org: named(sql, post.org)?,
        rank: post.rank,
        approver: post.approver,
        receiving_clerk: post.receiving_clerk,
        superior,
        holders,
        version: post.version,
    })
}

fn named(sql: &mut dyn Sql, id: Id) -> Stored<Named> {
    let name = party::store::label(sql, id)?;
    Ok(Named { id, name })
}
