//! The list of sites.

use super::super::model::Site;
use super::super::store;
use super::REGISTER;
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
pub struct SiteQuery {
    /// Words of the name, or pinyin initials.
    q: Option<String>,
    kind: Option<String>,
    /// Sites that bear the tag on the day.
    tag: Option<String>,
    sector: Option<String>,
    /// The body that runs them.
    #[param(value_type = Option<String>)]
    org: Option<Id>,
    #[param(value_type = Option<String>)]
    area: Option<Id>,
    #[param(value_type = Option<String>)]
    parent: Option<Id>,
    /// Sites for which nobody answers in this role on the day: the gaps of a table of links.
    without: Option<String>,
    #[param(value_type = Option<String>)]
    day: Option<Day>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize, ToSchema)]
pub struct SiteRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
    pub kind: String,
    pub credit_code: Option<String>,
    pub sector: Option<String>,
    #[schema(value_type = String)]
    pub area: Id,
    pub area_name: String,
    pub org_name: Option<String>,
    /// Tags of the day.
    pub tags: Vec<String>,
    pub lat: Option<f64>,
    pub lng: Option<f64>,
    pub version: i64,
}

/// Sites within the caller's scope, by name.
#[utoipa::path(get, path = "/sites", operation_id = "sites_list", tag = "site", params(SiteQuery),
    responses((status = 200, body = Listed<SiteRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<SiteQuery>,
) -> Result<Json<Listed<SiteRow>>, Problem> {
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
            filter.equals("kind", query.kind);
            filter.equals("sector", query.sector);
            filter.equals("org", query.org);
            filter.equals("parent", query.parent);
            filter.without_capacity(query.without, day);
            filter.area(sql, query.area)?;
            filter.tag(query.tag, day);
            filter.words("site", query.q.as_deref());
            listing::list(
                sql,
                &REGISTER,
                &filter,
                &caller.scope,
                &page,
                |sql, found| row(sql, &store::site(found)?, day),
            )
        })
        .await?;
    Ok(Json(listed))
}

pub(super) fn row(sql: &mut dyn ::store::Sql, site: &Site, day: Day) -> ::store::Result<SiteRow> {
    let wanted: Vec<Id> = std::iter::once(site.area).chain(site.org).collect();
    let mut names = party::store::labels(sql, &wanted)?;
    let tags = store::tags_of(sql, site.id, day)?;
    Ok(SiteRow {
        id: site.id,
        name: site.name.clone(),
        kind: site.kind.clone(),
        credit_code: site.credit_code.clone(),
        sector: site.sector.clone(),
        area: site.area,
        area_name: names.remove(&site.area).unwrap_or_default(),
        org_name: site.org.and_then(|id| names.remove(&id)),
        tags: tags.into_iter().map(|tag| tag.tag).collect(),
        lat: site.position.map(|(lat, _)| lat),
        lng: site.position.map(|(_, lng)| lng),
        version: site.version,
    })
}
