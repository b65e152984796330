//! Routes of areas. The administrative tree is public knowledge: whoever may read areas reads all of them.

use super::model::{Area, level_of_word, level_word};
use super::store;
use crate::texts::TEXTS;
use crate::wire::{AsOf, Named};
use crate::{area, since};
use ::store::{Error, Result as Stored, Sql, Value, params};
use axum::Json;
use axum::extract::{Path, Query, State};
use kernel::id::Id;
use kernel::scope::Branch;
use kernel::time::Day;
use mechanism::{App, Caller, Listed, Mechanism, Permission, Problem, guarded};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "area",
    permissions: &[Permission {
        name: "areas.read",
        zh: "查看区域",
        en: "Read areas",
    }],
    routes: table,
    timers: &[],
    importers: &[area::import::IMPORTER],
    texts: TEXTS,
};

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("areas.read", routes!(list)))
        .merge(guarded("areas.read", routes!(show)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AreaQuery {
    /// Areas directly below this one; without it those at the top of the caller's reach.
    #[param(value_type = Option<String>)]
    parent: Option<Id>,
    /// Words of the name, pinyin initials, or the beginning of the code.
    q: Option<String>,
    /// `province`, `city`, `county`, `town` or `village`: all areas of the level.
    level: Option<String>,
    #[param(value_type = Option<String>)]
    day: Option<Day>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize, ToSchema)]
struct AreaRow {
    #[schema(value_type = String)]
    id: Id,
    code: String,
    name: String,
    level: &'static str,
    #[schema(value_type = Option<String>)]
    parent: Option<Id>,
    /// Nothing below it.
    leaf: bool,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
}

#[derive(Serialize, ToSchema)]
struct AreaView {
    #[serde(flatten)]
    area: AreaRow,
    /// From the province down to the area above.
    ancestors: Vec<Named>,
    /// What became of it after it ended.
    successors: Vec<Named>,
}

/// Areas below one, of a level, or by name.
#[utoipa::path(get, path = "/areas", operation_id = "areas_list", tag = "area", params(AreaQuery),
    responses((status = 200, body = Listed<AreaRow>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<AreaQuery>,
) -> Result<Json<Listed<AreaRow>>, Problem> {
    let as_of = AsOf { day: query.day };
    let day = as_of.or_today(&app);
    let listed = app
        .store
        .read(move |sql| {
            let found = find(sql, &query, &caller, day)?;
            let after = query.after.as_deref().unwrap_or_default();
            let limit = query.limit.unwrap_or(200).clamp(1, 1000);
            let count = i64::try_from(found.len()).ok();
            // Codes are unique on a day and give the order, so the last one is the key of the next page.
            let mut rest: Vec<Area> = found
                .into_iter()
                .filter(|area| after < area.code.as_str())
                .collect();
            let more = limit < rest.len();
            rest.truncate(limit);
            let next = rest.last().filter(|_| more).map(|last| last.code.clone());
            let mut items = Vec::new();
            for area in rest {
                items.push(row(sql, area, day)?);
            }
            Ok(Listed { items, next, count })
        })
        .await?;
    Ok(Json(listed))
}

/// One area with what stands above it and what became of it.
#[utoipa::path(get, path = "/areas/{id}", operation_id = "areas_show", tag = "area",
    params(("id" = String, Path,), AsOf),
    responses((status = 200, body = AreaView)))]
async fn show(
    State(app): State<App>,
    Path(id): Path<Id>,
    Query(as_of): Query<AsOf>,
) -> Result<Json<AreaView>, Problem> {
    let day = as_of.or_today(&app);
    let view = app
        .store
        .read(move |sql| {
            let area = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
            let above: Vec<Id> = area.path.ids.into_iter().flatten().collect();
            let above: Vec<Id> = above.into_iter().filter(|one| *one != id).collect();
            let next = store::successors(sql, id)?;
            Ok(AreaView {
                ancestors: named(sql, &above)?,
                successors: named(sql, &next)?,
                area: row(sql, area, day)?,
            })
        })
        .await?;
    Ok(Json(view))
}

fn find(sql: &mut dyn Sql, query: &AreaQuery, caller: &Caller, day: Day) -> Stored<Vec<Area>> {
    let words = query.q.as_deref().map(str::trim).unwrap_or_default();
    if !words.is_empty() {
        return by_words(sql, words, day);
    }
    if let Some(level) = query.level.as_deref().and_then(level_of_word) {
        return match query.parent {
            Some(inside) => store::of_level_in(sql, level, inside, day),
            None => store::of_level(sql, level, day),
        };
    }
    if query.parent.is_some() {
        return store::children(sql, query.parent, day);
    }
    let mut tops = Vec::new();
    for branch in &caller.scope.branches {
        let (Branch::Area { id, .. } | Branch::AreaSector { id, .. }) = branch else {
            continue;
        };
        let known = tops.iter().any(|top: &Area| top.id == *id);
        if let Some(area) = store::by_id(sql, *id)?.filter(|_| !known) {
            tops.push(area);
        }
    }
    if tops.is_empty() {
        return store::children(sql, None, day);
    }
    tops.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(tops)
}

/// There are few areas beside everything else: names and initials are compared here.
fn by_words(sql: &mut dyn Sql, words: &str, day: Day) -> Stored<Vec<Area>> {
    let wanted = words.to_lowercase();
    let mut found = Vec::new();
    for level in kernel::scope::Level::ALL {
        for area in store::of_level(sql, level, day)? {
            let initials = kernel::text::initials(&area.name);
            if area.name.contains(words)
                || area.code.starts_with(words)
                || initials.starts_with(&wanted)
            {
                found.push(area);
            }
        }
    }
    found.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(found)
}

fn row(sql: &mut dyn Sql, area: Area, day: Day) -> Stored<AreaRow> {
    let below = sql.one(
        "select 1 as one from area where parent = :id
           and from_day <= :day and (until_day is null or until_day > :day) limit 1",
        &params! { "id" => area.id, "day" => Value::from(day) },
    )?;
    Ok(AreaRow {
        id: area.id,
        code: area.code,
        name: area.name,
        level: level_word(area.level),
        parent: area.parent,
        leaf: below.is_none(),
        from: since::stated(area.from),
        until: area.until,
    })
}

fn named(sql: &mut dyn Sql, ids: &[Id]) -> Stored<Vec<Named>> {
    let mut names = Vec::new();
    for id in ids {
        if let Some(area) = store::by_id(sql, *id)? {
            names.push(Named {
                id: *id,
                name: area.name,
            });
        }
    }
    Ok(names)
}
