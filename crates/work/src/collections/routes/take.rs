//! Taking a sheet back.

use crate::collections::marks::{self, Of};
use crate::collections::model::{Collection, Sheet};
use crate::collections::returning::{self, Hand, Judged, Verdict};
use crate::collections::{sheets, store};
use ::store::{Act, Error, Result, Sql, Tx};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use documents::Returned;
use engine::obligations::view::{Named, Said};
use engine::records::routes::keep;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Caller, Env, Problem};
use registry::party;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};

#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Handing {
    /// File name as people know it; it stays with the records as that of their original.
    pub name: Option<String>,
    /// The body from which the sheet came, where somebody else hands it in.
    #[param(value_type = Option<String>)]
    pub body: Option<Id>,
    /// `true`: rows that are right are filed although others are wrong. Otherwise nothing is.
    #[serde(default)]
    pub good_rows_only: bool,
}

/// What is wrong with a row, in a column or as a whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RowFault {
    pub column: Option<String>,
    #[serde(flatten)]
    pub said: Said,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReturnedRowView {
    /// Number as the spreadsheet shows it.
    pub row: usize,
    /// `filed`, `unchanged`, `blank`, `error`; `ready` where it is right and nothing was filed because others are wrong.
    pub state: String,
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    /// Whether the obligation of the row rests on the record already; false while it waits to be approved or accepted.
    pub counts: bool,
    pub errors: Vec<RowFault>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReturnReport {
    pub body: Named,
    /// Whether anything was filed.
    pub kept: bool,
    pub filed: usize,
    pub unchanged: usize,
    pub blank: usize,
    pub errors: usize,
    /// When this sheet came back before; absent the first time.
    pub returned_before: Option<i64>,
    pub rows: Vec<ReturnedRowView>,
}

/// Takes a filled sheet back. Each row is filed as a record of its holder, on behalf of him, with the sheet as original;
/// a row that says what it said before changes nothing. When a row is wrong nothing is filed, unless only the good rows
/// are wanted; each fault is told with row and column.
#[utoipa::path(post, path = "/collections/{id}/returns", operation_id = "collections_return",
    params(("id" = String, Path,), Handing),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = ReturnReport), (status = 404), (status = 413), (status = 422)))]
pub async fn take(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Query(handing): Query<Handing>,
    bytes: Bytes,
) -> std::result::Result<Json<ReturnReport>, Problem> {
    let who = caller.clone();
    app.store
        .read(move |sql| asked(sql, &who, id).map(drop))
        .await?;
    let returned = parsed(bytes.clone()).await?;
    let name = handing
        .name
        .clone()
        .unwrap_or_else(|| "sheet.xlsx".to_owned());
    let original = keep(&app, &caller, Some(&name), bytes).await?;
    let wanted = match handing.good_rows_only {
        true => Wanted::GoodRows,
        false => Wanted::AllOrNothing,
    };
    let env = app.env.clone();
    let act = Act::by(caller.account, "collections.return", None);
    let report = app
        .store
        .write(act, move |tx| {
            let (collection, sheet) = whose(tx, &env, &caller, id, &returned, handing.body)?;
            let hand = Hand {
                caller: &caller,
                original: &original,
                name: &name,
            };
            taken(tx, &env, &collection, &sheet, &hand, &returned, wanted)
        })
        .await?;
    Ok(Json(report))
}

/// What whoever hands in a sheet wants where some of its rows are wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    AllOrNothing,
    GoodRows,
}

/// What is filed of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    Good,
    Nothing,
}

async fn parsed(bytes: Bytes) -> std::result::Result<Returned, Problem> {
    let read = tokio::task::spawn_blocking(move || documents::xlsx::read_form(&bytes)).await;
    let read = read.map_err(|error| Problem::from(Error::Stopped(error.to_string())))?;
    read.map_err(|error| {
        let row = error.row().map_or(String::new(), |row| row.to_string());
        Problem::invalid(Reason::new(error.code()).with("row", row))
    })
}

/// The collection, if the caller collects or is asked; nobody else's file is so much as opened.
fn asked(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<(Collection, Side)> {
    let collection = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    if caller.acts_as(collection.issued_for) || collection.issued_by == caller.person {
        return Ok((collection, Side::Collects));
    }
    let sheets = store::sheets(sql, id)?;
    if sheets.iter().any(|sheet| caller.acts_as(sheet.body)) {
        return Ok((collection, Side::Asked));
    }
    Err(Error::NotFound)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Collects,
    Asked,
}

/// Which sheet it is, and whether it may come from this hand.
fn whose(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    id: Id,
    returned: &Returned,
    stated: Option<Id>,
) -> Result<(Collection, Sheet)> {
    let (collection, side) = asked(tx, caller, id)?;
    let refuse = |code: &str| Err(Error::refused(Reason::new(code)));
    let Some(mark) = marks::read(&env.key, Of::Sheet, &returned.mark) else {
        return refuse("collections.no_mark");
    };
    let Some(sheet) = store::sheet_by_id(tx, mark)? else {
        return refuse("collections.no_mark");
    };
    if sheet.collection != id {
        return refuse("collections.other_collection");
    }
    // Who collects may hand in what he was sent; who is asked, his own sheet only.
    let own = caller.acts_as(sheet.body);
    let may = own || (side == Side::Collects && caller.may("records.file_for"));
    if !may || stated.is_some_and(|body| body != sheet.body) {
        return refuse("collections.other_body");
    }
    Ok((collection, sheet))
}

fn taken(
    tx: &mut Tx,
    env: &Env,
    collection: &Collection,
    sheet: &Sheet,
    hand: &Hand,
    returned: &Returned,
    wanted: Wanted,
) -> Result<ReturnReport> {
    let form = sheets::form(env, collection)?;
    let judged = returning::judge(tx, env, &form, sheet, returned)?;
    let errors = judged
        .iter()
        .filter(|one| matches!(one.verdict, Verdict::Wrong(_)))
        .count();
    let keep = match (errors, wanted) {
        (0, _) | (_, Wanted::GoodRows) => Keep::Good,
        (_, Wanted::AllOrNothing) => Keep::Nothing,
    };
    let mut report = ReturnReport {
        body: Named {
            id: sheet.body,
            name: party::store::label(tx, sheet.body)?,
        },
        kept: false,
        filed: 0,
        unchanged: 0,
        blank: 0,
        errors,
        returned_before: sheet.returned.as_ref().map(|before| before.at.0),
        rows: Vec::with_capacity(judged.len()),
    };
    for one in judged {
        let view = row(tx, env, &form, collection, hand, one, keep)?;
        match view.state.as_str() {
            "filed" => report.filed += 1,
            "unchanged" => report.unchanged += 1,
            "blank" => report.blank += 1,
            _ => {}
        }
        report.rows.push(view);
    }
    report.kept = 0 < report.filed;
    if report.kept {
        store::set_returned(tx, sheet.id, hand.caller.person, hand.original)?;
        tx.note(
            sheet.id,
            "returned",
            json!({ "by": hand.caller.person, "filed": report.filed, "errors": errors, "original": hand.original }),
        )?;
    }
    Ok(report)
}

fn row(
    tx: &mut Tx,
    env: &Env,
    form: &policy::Form,
    collection: &Collection,
    hand: &Hand,
    judged: Judged,
    keep: Keep,
) -> Result<ReturnedRowView> {
    let mut view = ReturnedRowView {
        row: judged.row,
        state: "ready".to_owned(),
        record: None,
        counts: false,
        errors: Vec::new(),
    };
    match judged.verdict {
        Verdict::Blank => view.state = "blank".to_owned(),
        Verdict::Unchanged(record) => {
            view.state = "unchanged".to_owned();
            view.record = Some(record);
        }
        Verdict::File(filled) if keep == Keep::Good => {
            let filed = returning::file(tx, env, form, collection, hand, &filled)?;
            view.state = "filed".to_owned();
            view.record = Some(filed.record);
            view.counts = filed.counts_for.contains(&filled.row.id);
        }
        Verdict::File(_) => {}
        Verdict::Wrong(faults) => {
            view.state = "error".to_owned();
            let faults = faults.into_iter().map(|fault| RowFault {
                column: fault.column,
                said: fault.reason.into(),
            });
            view.errors = faults.collect();
        }
    }
    Ok(view)
}
