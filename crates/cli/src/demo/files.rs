//! The pictures and files that records carry: one of each, and both say that they show nothing real.

use crate::outcome::Refusal;
use engine::records;
use kernel::id::Id;
use kernel::ledger::digest;
use mechanism::App;
use object_store::ObjectStore;
use serde_json::{Value, json};
use store::Act;

/// A plain grey square with a border.
const PICTURE: &[u8] = include_bytes!("files/picture.png");
const PAPER: &[u8] = include_bytes!("files/paper.pdf");

/// What a field of a record holds instead of the file itself.
#[derive(Clone, Debug)]
pub struct Files {
    pub picture: Value,
    pub paper: Value,
}

/// Stores both under their content, as an upload does.
pub fn store(app: &App) -> Result<Files, Refusal> {
    let picture = keep(app, PICTURE, "image/png")?;
    let paper = keep(app, PAPER, "application/pdf")?;
    Ok(Files {
        picture: json!({ "hash": picture, "name": "演示照片.png" }),
        paper: json!({ "hash": paper, "name": "演示附件.pdf" }),
    })
}

fn keep(app: &App, bytes: &'static [u8], media: &'static str) -> Result<String, Refusal> {
    let hash: String = digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let path = object_store::path::Path::from(format!("{}/{hash}", &hash[..2]));
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| Refusal::Failed(error.to_string()))?;
    let stored = runtime.block_on(app.attachments.put(&path, bytes.to_vec().into()));
    stored.map_err(|error| Refusal::Failed(error.to_string()))?;
    let (named, size) = (hash.clone(), bytes.len() as i64);
    app.store
        .write_blocking(Act::system("attachments.store"), move |tx| {
            let id = Id::natural("attachment", &named);
            records::store::keep_attachment(tx, &named, media, size, id)?;
            tx.note(
                id,
                "stored",
                json!({ "hash": named, "media": media, "size": size }),
            )
        })?;
    Ok(hash)
}
