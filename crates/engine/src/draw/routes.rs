//! What was drawn, published with seed and population so that anybody can repeat it.

use super::store::{self, Held};
use axum::Json;
use axum::extract::{Path, Query, State};
use kernel::id::Id;
use kernel::period::Cadence;
use mechanism::{App, Caller, Problem, guarded};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("draws.read", routes!(list)))
        .merge(guarded("draws.read", routes!(draws)))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DrawBrief {
    pub id: String,
    pub title: String,
    pub title_en: String,
    /// How often it is held, as packs write it: `day`, `month` …
    #[schema(value_type = String)]
    pub every: Cadence,
    pub clauses: Vec<String>,
    pub pack: String,
}

/// Draws that installed plans define.
#[utoipa::path(get, path = "/draws", operation_id = "draws_definitions",
    responses((status = 200, body = Vec<DrawBrief>)))]
pub async fn list(State(app): State<App>) -> Json<Vec<DrawBrief>> {
    let briefs = app.env.policy.packs().flat_map(|pack| {
        pack.draws.iter().map(|draw| DrawBrief {
            id: draw.id.clone(),
            title: draw.title.clone(),
            title_en: draw.title_en.clone(),
            every: draw.every,
            clauses: draw.clauses.clone(),
            pack: pack.id().to_owned(),
        })
    });
    Json(briefs.collect())
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Label of the period, `2022-08-01`; absent: the latest thirty.
    pub period: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DrawView {
    #[schema(value_type = String)]
    pub id: Id,
    pub period: String,
    pub drawn_at: i64,
    pub quota: i64,
    pub population: usize,
    /// Seed of the draw, hexadecimal.
    pub seed: String,
    pub drawn: Vec<Drawn>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Drawn {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
}

/// Draws of a definition, latest first. Only those drawn sites are named that the caller may see.
#[utoipa::path(get, path = "/draws/{definition}", operation_id = "draws_list",
    params(("definition" = String, Path,), Wanted), responses((status = 200, body = Vec<DrawView>)))]
pub async fn draws(
    State(app): State<App>,
    caller: Caller,
    Path(definition): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Vec<DrawView>>, Problem> {
    let views = app
        .store
        .read(move |sql| {
            let held: Vec<Held> = match &wanted.period {
                Some(period) => store::by_period(sql, &definition, period)?
                    .into_iter()
                    .collect(),
                None => store::recent(sql, &definition, 30)?,
            };
            let mut views = Vec::new();
            for draw in held {
                let mut drawn = Vec::new();
                for id in &draw.result {
                    let Some(site) = registry::site::store::by_id(sql, *id)? else {
                        continue;
                    };
                    if caller
                        .scope
                        .admits(&site.path, site.sector.as_deref(), Some(site.id), &[])
                    {
                        drawn.push(Drawn {
                            id: site.id,
                            name: site.name,
                        });
                    }
                }
                views.push(view(draw, drawn));
            }
            Ok(views)
        })
        .await?;
    Ok(Json(views))
}

fn view(draw: Held, drawn: Vec<Drawn>) -> DrawView {
    DrawView {
        id: draw.id,
        period: draw.period,
        drawn_at: draw.drawn_at.0,
        quota: draw.quota,
        population: draw.population.len(),
        seed: draw.seed.iter().map(|byte| format!("{byte:02x}")).collect(),
        drawn,
    }
}
