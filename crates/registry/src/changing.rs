//! Adding to a register and changing a row of it: what is the same for bodies, persons, posts and sites.

use crate::listing::{self, Register};
use crate::wire::{Made, etag, expected_version};
use ::store::{Act, Result as Stored, Tx};
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::id::Id;
use mechanism::version::Tag;
use mechanism::{App, Caller, Problem};
use serde::{Deserialize, Deserializer};

/// What was made or changed, with its version as `ETag`.
pub(crate) type Versioned = (Tag, Json<Made>);

/// A member of a change that may be absent (leaves what is there), null (takes it away) or a value.
pub(crate) type Given<T> = Option<Option<T>>;

/// Reads a member that is present, null included; `#[serde(default)]` does the rest.
pub(crate) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Given<T>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// A credit code as people type it; an empty one is none.
pub(crate) fn code(text: Option<&str>) -> Option<String> {
    let text = text.unwrap_or_default().trim().to_ascii_uppercase();
    (!text.is_empty()).then_some(text)
}

/// Adds a row in a unit of work under the caller's name.
pub(crate) async fn add(
    app: &App,
    caller: &Caller,
    act: &'static str,
    insert: impl FnMut(&mut Tx) -> Stored<Id> + Send + 'static,
) -> Result<(StatusCode, Versioned), Problem> {
    let act = Act::by(caller.account, act, None);
    let id = app.store.write(act, insert).await?;
    let made = Made { id, version: 1 };
    Ok((StatusCode::CREATED, (etag(1), Json(made))))
}

/// Changes a row within the caller's scope at the version that the writer has seen.
pub(crate) async fn change(
    app: &App,
    caller: &Caller,
    headers: &HeaderMap,
    (register, id): (&'static Register, Id),
    act: &'static str,
    mut update: impl FnMut(&mut Tx, i64) -> Stored<()> + Send + 'static,
) -> Result<Versioned, Problem> {
    let version = expected_version(headers)?;
    let act = Act::by(caller.account, act, None);
    let scope = caller.scope.clone();
    app.store
        .write(act, move |tx| {
            listing::admit(tx, register, id, &scope)?;
            update(tx, version)
        })
        .await?;
    let version = version + 1;
    Ok((etag(version), Json(Made { id, version })))
}
