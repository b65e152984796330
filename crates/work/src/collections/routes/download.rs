//! The workbooks: one, or all of them in one file that goes out as it grows.

use super::visible::visible;
use crate::collections::model::{Collection, Sheet};
use crate::collections::{sheets, store};
use ::store::{Error, Result};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::Bundle;
use kernel::id::Id;
use mechanism::{App, Caller, Problem};
use policy::Form;
use registry::party;
use std::io::{self, Write};
use tokio::sync::mpsc;

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Pieces of the file that wait for the network; the writer waits when there are more.
const WAITING: usize = 8;
const PIECE: usize = 64 * 1024;

/// The sheet of one addressee as a workbook.
#[utoipa::path(get, path = "/collections/{id}/sheets/{sheet}", operation_id = "collections_sheet",
    params(("id" = String, Path,), ("sheet" = String, Path,)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 404)))]
pub async fn one(
    State(app): State<App>,
    caller: Caller,
    Path((id, sheet)): Path<(Id, Id)>,
) -> std::result::Result<Response, Problem> {
    let env = app.env.clone();
    let kind = app.store.instance().kind;
    let bytes = app
        .store
        .read(move |sql| {
            let seen = visible(sql, &caller, id)?;
            let sheet = seen.sheets.iter().find(|own| own.id == sheet);
            let sheet = sheet.ok_or(Error::NotFound)?;
            let form = sheets::form(&env, &seen.collection)?;
            let lines = store::lines(sql, sheet.id)?;
            sheets::write(&env, kind, &seen.collection, &form, sheet, &lines)
        })
        .await?;
    let name = "attachment; filename=\"sheet.xlsx\"";
    Ok((
        [
            (header::CONTENT_TYPE, TYPE),
            (header::CONTENT_DISPOSITION, name),
        ],
        bytes,
    )
        .into_response())
}

/// All workbooks of a collection that the caller may open, in one file.
#[utoipa::path(get, path = "/collections/{id}/sheets.zip", operation_id = "collections_sheets",
    params(("id" = String, Path,)),
    responses((status = 200, content_type = "application/zip"), (status = 404)))]
pub async fn all(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<Response, Problem> {
    let env = app.env.clone();
    let (collection, form, named) = app
        .store
        .read(move |sql| {
            let seen = visible(sql, &caller, id)?;
            let bodies: Vec<Id> = seen.sheets.iter().map(|sheet| sheet.body).collect();
            let names = party::store::labels(sql, &bodies)?;
            let named = seen.sheets.into_iter().map(|sheet| {
                let name = names.get(&sheet.body).cloned().unwrap_or_default();
                (format!("{:04} {name}.xlsx", sheet.seq), sheet)
            });
            let form = sheets::form(&env, &seen.collection)?;
            Ok((seen.collection, form, named.collect::<Vec<_>>()))
        })
        .await?;
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let pipe = Pipe {
            sender,
            piece: Vec::with_capacity(PIECE),
        };
        if let Err(error) = written(&app, &collection, &form, named, pipe) {
            // The file breaks off; who fetches it sees that it is no whole archive.
            tracing::warn!(%error, collection = %collection.id, "a file of sheets broke off");
        }
    });
    let pieces = futures_util::stream::unfold(receiver, |mut receiver| async {
        let piece: Option<io::Result<Bytes>> = receiver.recv().await;
        piece.map(|piece| (piece, receiver))
    });
    let name = "attachment; filename=\"sheets.zip\"";
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

fn written(
    app: &App,
    collection: &Collection,
    form: &Form,
    named: Vec<(String, Sheet)>,
    pipe: Pipe,
) -> Result<()> {
    let failed = |error: io::Error| Error::Stopped(error.to_string());
    let kind = app.store.instance().kind;
    let mut bundle = Bundle::new(pipe);
    for (name, sheet) in named {
        let id = sheet.id;
        let lines = app.store.read_blocking(move |sql| store::lines(sql, id))?;
        let bytes = sheets::write(&app.env, kind, collection, form, &sheet, &lines)?;
        bundle.add(&name, &bytes).map_err(failed)?;
    }
    bundle.finish().map_err(failed)
}

/// Hands what is written on to the answer, piece by piece.
struct Pipe {
    sender: mpsc::Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if PIECE <= self.piece.len() {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::take(&mut self.piece));
        let sent = self.sender.blocking_send(Ok(piece));
        sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}
