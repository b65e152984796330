//! Issuing documents, and who has signed for them.

use super::model::{Document, send};
use super::store as rows;
use crate::tasks::view::Names;
use ::store::{Act, Error, Listing, Order, PageKey, Result as Stored, Sql, Tx, page};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use engine::obligations::listing::with_parties;
use engine::obligations::view::{ClauseRef, Named, Said, clause_ref};
use engine::obligations::{Obligation, State as Word, rules, store as obligations};
use engine::sight;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{App, Body, Caller, Env, Listed, PageQuery, Problem, guarded};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("tasks.issue", routes!(issue)))
        .merge(guarded("tasks.read", routes!(list)))
        .merge(guarded("tasks.read", routes!(get)))
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueDocument {
    pub title: String,
    pub pack: String,
    /// Bodies, posts, persons or groups; a group is opened to its members of today.
    #[schema(value_type = Vec<String>)]
    pub addressees: Vec<Id>,
    /// Number as printed.
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub summary: String,
    #[serde(default)]
    pub clauses: Vec<String>,
    /// Day by whose end receipt is to be signed; absent: the next working day.
    #[schema(value_type = Option<String>)]
    pub due: Option<Day>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub pack: String,
    pub title: String,
    pub number: String,
    pub issued_at: i64,
    pub issued_by: Named,
    pub issued_for: Named,
    pub due_at: i64,
    /// Addressees that have signed, of how many.
    pub signed: i64,
    pub total: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentView {
    pub row: DocumentRow,
    pub summary: String,
    pub clauses: Vec<ClauseRef>,
    /// Those who have not signed first.
    pub receipts: Vec<ReceiptView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptView {
    #[schema(value_type = String)]
    pub obligation: Id,
    pub addressee: Named,
    pub state: Word,
    pub signed_at: Option<i64>,
    pub distance: Said,
}

/// Issues a document. Every addressee gets a receipt of his own to sign, with its own clock.
#[utoipa::path(post, path = "/documents", operation_id = "documents_issue", request_body = IssueDocument,
    responses((status = 201, body = DocumentView), (status = 404), (status = 422)))]
pub async fn issue(
    State(app): State<App>,
    caller: Caller,
    Body(body): Body<IssueDocument>,
) -> Result<(StatusCode, Json<DocumentView>), Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "documents.issue", None);
    let view = app
        .store
        .write(act, move |tx| {
            let document = write(tx, &env, &caller, &body)?;
            let now = tx.now();
            view(tx, &env, &document, now)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Documents that the caller issued, received, or may see by his area; latest first.
#[utoipa::path(get, path = "/documents", operation_id = "documents_list", params(PageQuery),
    responses((status = 200, body = Listed<DocumentRow>)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Listed<DocumentRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let listed = app
        .store
        .read(move |sql| {
            let listing = Listing {
                table: "issued_document",
                columns: rows::COLUMNS,
                joins: "",
                filter: "",
                params: &[],
                order: Order::descending("issued_at"),
                has_sector: true,
                site_column: None,
                handed_column: None,
            };
            let scope = with_parties(&caller);
            let after = query
                .after
                .as_deref()
                .map(|key| PageKey::parse(&listing, key))
                .transpose()?;
            let found = page::page(sql, &listing, &scope, after.as_ref(), query.size())?;
            let mut items = Vec::new();
            for row in &found.rows {
                items.push(view(sql, &env, &rows::read(row)?, now)?.row);
            }
            let count = page::count(sql, &listing, &scope, crate::tasks::read::CAP as i64)?;
            Ok(Listed {
                items,
                next: found.next.map(|key| key.to_string()),
                count: Some(count),
            })
        })
        .await?;
    Ok(Json(listed))
}

/// A document with who has signed for it and who has not.
#[utoipa::path(get, path = "/documents/{id}", operation_id = "documents_get", params(("id" = String, Path,)),
    responses((status = 200, body = DocumentView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<DocumentView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let document = visible(sql, &caller, id)?;
            view(sql, &env, &document, now)
        })
        .await?;
    Ok(Json(view))
}

fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Stored<Document> {
    let document = rows::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let admitted = caller
        .scope
        .admits(&document.path, document.sector.as_deref(), None, &[])
        || sight::handed(sql, id, &caller.parties)?;
    if admitted {
        Ok(document)
    } else {
        Err(Error::NotFound)
    }
}

fn write(tx: &mut Tx, env: &Env, caller: &Caller, body: &IssueDocument) -> Stored<Document> {
    let Some(pack) = env.policy.pack(&body.pack) else {
        return refuse(Reason::new("tasks.unknown_plan.not_found").with("pack", &body.pack));
    };
    if body.title.trim().is_empty() {
        return refuse(Reason::new("tasks.missing"));
    }
    if let Some(clause) = body
        .clauses
        .iter()
        .find(|id| env.policy.clause(id).is_none())
    {
        return refuse(Reason::new("tasks.unknown_clause").with("clause", clause));
    }
    let due_at = due(tx.now(), env, body.due)?;
    let document = Document {
        id: tx.new_id(),
        pack: pack.id().to_owned(),
        title: body.title.trim().to_owned(),
        number: body.number.trim().to_owned(),
        summary: body.summary.trim().to_owned(),
        clauses: body.clauses.clone(),
        issued_at: tx.now(),
        issued_by: caller.person,
        issued_for: caller.orgs.first().copied().unwrap_or(caller.person),
        due_at,
        path: Default::default(),
        sector: None,
    };
    send(tx, env, pack, &document, &body.addressees, &caller.scope)?;
    Ok(document)
}

fn due(now: Moment, env: &Env, wanted: Option<Day>) -> Stored<Moment> {
    let zone = env.calendar.zone();
    let today = zone.day_of(now);
    let day = match wanted {
        Some(day) if day < today => return refuse(Reason::new("tasks.due_passed")),
        Some(day) => day,
        None => match env.calendar.plus_workdays(today, 1) {
            Ok(day) => day,
            Err(unknown) => {
                return refuse(Reason::new("tasks.unknown_year").with("year", unknown.0));
            }
        },
    };
    Ok(zone.end_of(day))
}

fn view(sql: &mut dyn Sql, env: &Env, document: &Document, now: Moment) -> Stored<DocumentView> {
    let mut receipts = obligations::of_source(sql, document.id)?;
    let ids = receipts
        .iter()
        .map(|row| row.holder)
        .chain([document.issued_by, document.issued_for]);
    let names = Names::look_up(sql, ids.collect())?;
    receipts.sort_by_key(|row| (row.signed_at.is_some(), row.signed_at, row.id));
    Ok(DocumentView {
        row: DocumentRow {
            id: document.id,
            pack: document.pack.clone(),
            title: document.title.clone(),
            number: document.number.clone(),
            issued_at: document.issued_at.0,
            issued_by: names.get(document.issued_by),
            issued_for: names.get(document.issued_for),
            due_at: document.due_at.0,
            signed: receipts
                .iter()
                .filter(|row| row.signed_at.is_some())
                .count() as i64,
            total: receipts.len() as i64,
        },
        summary: document.summary.clone(),
        clauses: document
            .clauses
            .iter()
            .map(|id| clause_ref(env, id))
            .collect(),
        receipts: receipts
            .iter()
            .map(|row| receipt(row, now, &names))
            .collect(),
    })
}

fn receipt(row: &Obligation, now: Moment, names: &Names) -> ReceiptView {
    ReceiptView {
        obligation: row.id,
        addressee: names.get(row.holder),
        state: rules::state(row, now),
        signed_at: row.signed_at.map(|at| at.0),
        distance: rules::distance(row, now).into(),
    }
}

fn refuse<T>(reason: Reason) -> Stored<T> {
    Err(Error::refused(reason))
}
