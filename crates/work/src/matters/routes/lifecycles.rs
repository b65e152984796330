//! Kinds of matter that may be opened.

use super::view::RoleView;
use axum::Json;
use axum::extract::State;
use mechanism::App;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct LifecycleView {
    pub id: String,
    pub title: String,
    pub title_en: String,
    /// On-screen word of the kind of matter.
    pub word: String,
    pub roles: Vec<RoleView>,
}

/// Kinds of matter that the installed plans define, with their roles.
#[utoipa::path(get, path = "/lifecycles", operation_id = "lifecycles_list",
    responses((status = 200, body = Vec<LifecycleView>)))]
pub async fn list(State(app): State<App>) -> Json<Vec<LifecycleView>> {
    let cycles = app.env.policy.packs().flat_map(|pack| &pack.lifecycles);
    let newest = cycles.filter(|cycle| {
        let current = app.env.policy.lifecycle(&cycle.id);
        current.is_some_and(|(_, current)| current.version == cycle.version)
    });
    let views = newest.map(|cycle| LifecycleView {
        id: cycle.id.clone(),
        title: cycle.title.clone(),
        title_en: cycle.title_en.clone(),
        word: cycle.word.clone(),
        roles: RoleView::all(cycle),
    });
    Json(views.collect())
}
