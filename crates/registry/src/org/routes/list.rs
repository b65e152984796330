//! The list of bodies.

use super::super::store;
use super::REGISTER;
use crate::listing::{self, Filter};
use crate::party;
use crate::since;
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
pub struct OrgQuery {
    /// Words of the name or an alias, or pinyin initials.
    q: Option<String>,
    /// Kind or further identity.
    kind: Option<String>,
    sector: Option<String>,
    /// Bodies in this area, at whatever depth.
    #[param(value_type = Option<String>)]
    area: Option<Id>,
    #[param(value_type = Option<String>)]
    superior: Option<Id>,
    #[param(value_type = Option<String>)]
    day: Option<Day>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Serialize, ToSchema)]
pub struct OrgRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
    pub kind: String,
    pub credit_code: Option<String>,
    pub sector: Option<String>,
    #[schema(value_type = String)]
    pub area: Id,
    pub area_name: String,
    #[schema(value_type = Option<String>)]
    pub superior_id: Option<Id>,
    pub superior_name: Option<String>,
    /// None where nobody stated the beginning.
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
    #[schema(value_type = Option<String>)]
    pub until: Option<Day>,
    pub version: i64,
}

/// Bodies within the caller's scope, by name.
#[utoipa::path(get, path = "/orgs", operation_id = "orgs_list", tag = "org", params(OrgQuery),
    responses((status = 200, body = Listed<OrgRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<OrgQuery>,
) -> Result<Json<Listed<OrgRow>>, Problem> {
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
            filter.condition(
                "t.id in (select id from org where kind = :value
                     union select org from org_identity where identity = :value)",
                query.kind,
            );
            filter.condition(
                "exists (select 1 from org_sector s where s.org = t.id and s.sector = :value)",
                query.sector,
            );
            filter.equals("superior", query.superior);
            filter.area(sql, query.area)?;
            filter.words("org", query.q.as_deref());
            listing::list(
                sql,
                &REGISTER,
                &filter,
                &caller.scope,
                &page,
                |sql, found| row(sql, store::org(found)?),
            )
        })
        .await?;
    Ok(Json(listed))
}

pub(super) fn row(sql: &mut dyn ::store::Sql, org: super::super::Org) -> ::store::Result<OrgRow> {
    let wanted: Vec<Id> = std::iter::once(org.area).chain(org.superior).collect();
    let mut names = party::store::labels(sql, &wanted)?;
    Ok(OrgRow {
        id: org.id,
        name: org.name,
        kind: org.kind,
        credit_code: org.credit_code,
        sector: org.sector,
        area: org.area,
        area_name: names.remove(&org.area).unwrap_or_default(),
        superior_id: org.superior,
        superior_name: org.superior.and_then(|id| names.remove(&id)),
        from: since::stated(org.from),
        until: org.until,
        version: org.version,
    })
}
