//! Sending out sheets for whatever a filter names.

use crate::chasing::model::Filter;
use crate::collections::model::Collection;
use crate::collections::{issuing, store};
use ::store::{Act, Error, Message, Result, Sql, Tx};
use axum::Json;
use axum::extract::State;
use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::ledger::digest;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Env, Problem};
use registry::party;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueCollection {
    /// Which open obligations: the filters of `GET /owing`.
    pub filter: Filter,
    /// Form to fill; absent: the only one for which they ask.
    pub form: Option<String>,
    /// Day by which the sheets are wanted back.
    #[schema(value_type = String)]
    pub due: Day,
    /// Shown on every sheet.
    #[serde(default)]
    pub note: String,
    /// Heading of the sheets; absent: the title of the form.
    pub title: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SheetView {
    #[schema(value_type = String)]
    pub id: Id,
    pub body: Named,
    pub rows: i64,
    /// Rows that came back as records.
    pub filed: i64,
    pub returned_at: Option<i64>,
    /// From whose hand it came last, and the address of what came.
    pub returned_by: Option<Named>,
    pub original: Option<String>,
    /// Where the workbook is.
    pub href: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IssuedCollection {
    #[schema(value_type = String)]
    pub id: Id,
    pub form: String,
    pub rows: usize,
    /// Open obligations of the filter that this form cannot meet.
    pub left_out: usize,
    pub sheets: Vec<SheetView>,
    /// All workbooks in one file.
    pub href: String,
}

/// Longest note and title.
const NOTE: usize = 500;

/// Makes a prefilled sheet for each body that owes something of the filter, and tells it so. The workbooks are fetched
/// one by one or all together; they are the same whenever they are made.
#[utoipa::path(post, path = "/collections", operation_id = "collections_issue", request_body = IssueCollection,
    responses((status = 200, body = IssuedCollection), (status = 404), (status = 422)))]
pub async fn issue(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<IssueCollection>,
) -> std::result::Result<Json<IssuedCollection>, Problem> {
    let env = app.env.clone();
    let today = env.calendar.zone().day_of(app.store.clock().business());
    if wanted.due < today {
        let reason = Reason::new("collections.due_past").with("due", wanted.due);
        return Err(Problem::invalid(reason));
    }
    if NOTE < wanted.note.chars().count() {
        return Err(Problem::invalid(
            Reason::new("collections.note_long").with("n", NOTE),
        ));
    }
    let act = Act::by(caller.account, "collections.issue", None);
    let issued = app
        .store
        .write(act, move |tx| sent(tx, &env, &caller, &wanted))
        .await?;
    Ok(Json(issued))
}

fn sent(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    wanted: &IssueCollection,
) -> Result<IssuedCollection> {
    let draft = issuing::draft(tx, env, caller, &wanted.filter, wanted.form.as_deref())?;
    let title = wanted
        .title
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty());
    let filter = serde_json::to_string(&wanted.filter);
    let one = Collection {
        id: tx.new_id(),
        title: title
            .unwrap_or(&draft.form.title)
            .chars()
            .take(NOTE)
            .collect(),
        form: draft.form.id.clone(),
        form_version: draft.form.version,
        note: wanted.note.trim().to_owned(),
        due: wanted.due,
        filter: filter.map_err(|error| Error::Database(error.to_string()))?,
        issued_at: tx.now(),
        issued_by: caller.person,
        issued_for: caller.orgs.first().copied().unwrap_or(caller.person),
    };
    let (sheets, lines) = issuing::rows(env, &one, &draft);
    store::insert(tx, &one, &sheets, &lines)?;
    let mut keys: Vec<Id> = lines.iter().map(|line| line.obligation).collect();
    keys.sort_unstable();
    let keys: Vec<u8> = keys.iter().flat_map(|id| id.0).collect();
    tx.note(
        one.id,
        "issued",
        json!({ "form": one.form, "due": one.due, "sheets": sheets.len(), "rows": lines.len() }),
    )?;
    tx.bulk_note(
        "asked",
        lines.len(),
        digest(&keys),
        json!({ "collection": one.id }),
    )?;
    for sheet in &sheets {
        let reason = Reason::new("collections.asked")
            .with("title", &one.title)
            .with("n", sheet.row_count)
            .with("due", one.due);
        tx.send(&Message {
            key: format!("collection/{}", sheet.id),
            receiver: sheet.body,
            channel: "in-app".to_owned(),
            category: "collection".to_owned(),
            subject: one.id,
            reason,
            must_know: true,
            due_at: None,
        })?;
    }
    let bodies: Vec<Id> = sheets.iter().map(|sheet| sheet.body).collect();
    let names = party::store::labels(tx, &bodies)?;
    let view = |sheet: &crate::collections::model::Sheet| SheetView {
        id: sheet.id,
        body: Named {
            id: sheet.body,
            name: names.get(&sheet.body).cloned().unwrap_or_default(),
        },
        rows: sheet.row_count,
        filed: 0,
        returned_at: None,
        returned_by: None,
        original: None,
        href: format!("/api/v1/collections/{}/sheets/{}", one.id, sheet.id),
    };
    Ok(IssuedCollection {
        id: one.id,
        form: one.form.clone(),
        rows: lines.len(),
        left_out: draft.left_out,
        sheets: sheets.iter().map(view).collect(),
        href: format!("/api/v1/collections/{}/sheets.zip", one.id),
    })
}
