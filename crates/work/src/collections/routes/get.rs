//! Collections, and how far each has come.

use super::issue::SheetView;
use super::visible::{Seen, visible};
use crate::collections::model::Collection;
use crate::collections::store;
use ::store::{Result, Sql};
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::view::Named;
use kernel::id::Id;
use mechanism::{App, Caller, Listed, Problem};
use registry::party;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CollectionRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub title: String,
    pub form: String,
    pub note: String,
    /// Day by which the sheets are wanted back.
    pub due: String,
    pub issued_at: i64,
    pub issued_by: Named,
    pub issued_for: Named,
    /// Whether the caller collects, or is asked.
    pub own: bool,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CollectionView {
    #[serde(flatten)]
    pub row: CollectionRow,
    pub sheets: Vec<SheetView>,
}

const MOST: i64 = 100;

/// Collections of the caller's bodies and those that ask something of them, newest first.
#[utoipa::path(get, path = "/collections", operation_id = "collections_list",
    responses((status = 200, body = Listed<CollectionRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
) -> std::result::Result<Json<Listed<CollectionRow>>, Problem> {
    let items = app
        .store
        .read(move |sql| {
            let mut items = Vec::new();
            for one in store::of_parties(sql, &caller.parties, MOST)? {
                let own = caller.acts_as(one.issued_for);
                items.push(row(sql, one, own)?);
            }
            Ok(items)
        })
        .await?;
    Ok(Json(Listed {
        items,
        next: None,
        count: None,
    }))
}

/// One collection with its sheets: who has given it back and how much came of it. Whoever is asked sees his own sheet.
#[utoipa::path(get, path = "/collections/{id}", operation_id = "collections_get", params(("id" = String, Path,)),
    responses((status = 200, body = CollectionView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<Json<CollectionView>, Problem> {
    let view = app
        .store
        .read(move |sql| {
            let Seen {
                collection,
                sheets,
                own,
            } = visible(sql, &caller, id)?;
            let bodies: Vec<Id> = sheets.iter().map(|sheet| sheet.body).collect();
            let hands = sheets.iter().filter_map(|sheet| sheet.returned.as_ref());
            let ids: Vec<Id> = bodies.into_iter().chain(hands.map(|one| one.by)).collect();
            let names = party::store::labels(sql, &ids)?;
            let named = |id: Id| Named {
                id,
                name: names.get(&id).cloned().unwrap_or_default(),
            };
            let mut views = Vec::with_capacity(sheets.len());
            for sheet in sheets {
                views.push(SheetView {
                    id: sheet.id,
                    body: named(sheet.body),
                    rows: sheet.row_count,
                    filed: store::filed(sql, sheet.id)?,
                    returned_at: sheet.returned.as_ref().map(|returned| returned.at.0),
                    returned_by: sheet.returned.as_ref().map(|returned| named(returned.by)),
                    original: sheet.returned.map(|returned| returned.original),
                    href: format!("/api/v1/collections/{id}/sheets/{}", sheet.id),
                });
            }
            Ok(CollectionView {
                row: row(sql, collection, own)?,
                sheets: views,
            })
        })
        .await?;
    Ok(Json(view))
}

fn row(sql: &mut dyn Sql, one: Collection, own: bool) -> Result<CollectionRow> {
    let names = party::store::labels(sql, &[one.issued_by, one.issued_for])?;
    let named = |id: Id| Named {
        id,
        name: names.get(&id).cloned().unwrap_or_default(),
    };
    Ok(CollectionRow {
        id: one.id,
        title: one.title,
        form: one.form,
        note: one.note,
        due: one.due.to_string(),
        issued_at: one.issued_at.0,
        issued_by: named(one.issued_by),
        issued_for: named(one.issued_for),
        own,
    })
}
