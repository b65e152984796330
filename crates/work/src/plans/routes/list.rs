//! Installed plans and since when they are in force.

use axum::Json;
use axum::extract::State;
use mechanism::{App, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct PlanBrief {
    pub pack: String,
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub from: String,
    pub until: String,
    pub clauses: usize,
    /// When it was put in force; absent while it is only installed.
    pub active_since: Option<i64>,
}

/// Plans with clauses, those in force first.
#[utoipa::path(get, path = "/plans", operation_id = "plans_list", responses((status = 200, body = Vec<PlanBrief>)))]
pub async fn list(State(app): State<App>) -> Result<Json<Vec<PlanBrief>>, Problem> {
    let active = app
        .store
        .read(|sql| crate::duties::activations(sql))
        .await?;
    let packs = app
        .env
        .policy
        .packs()
        .filter(|pack| !pack.clauses.is_empty());
    let mut briefs: Vec<PlanBrief> = packs
        .map(|pack| PlanBrief {
            pack: pack.id().to_owned(),
            title: pack.header.title.clone(),
            number: pack.header.number.clone(),
            issuer: pack.header.issuer.clone(),
            from: pack.header.from.to_string(),
            until: pack.header.until.to_string(),
            clauses: pack.clauses.len(),
            active_since: active
                .iter()
                .find(|(id, _, _)| id == pack.id())
                .map(|(_, _, at)| at.0),
        })
        .collect();
    briefs.sort_by_key(|brief| (brief.active_since.is_none(), brief.pack.clone()));
    Ok(Json(briefs))
}
