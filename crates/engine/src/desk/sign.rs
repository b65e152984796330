//! Receipt (签收) by somebody who acts for the holder.

use crate::obligations::store;
use crate::obligations::visible::visible;
use crate::satisfaction;
use ::store::{Act, Error, Sql};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::version::{IfMatch, Tag, etag};
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Signed {
    pub signed_at: i64,
}

/// Signs for an obligation. Only the holder's people may; the first signature stays. An obligation whose whole content
/// is the receipt is met by it.
#[utoipa::path(post, path = "/obligations/{id}/sign", operation_id = "obligations_sign",
    params(("id" = String, Path,)), responses((status = 200, body = Signed), (status = 404), (status = 412), (status = 422)))]
pub async fn sign(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    seen: IfMatch,
) -> Result<(Tag, Json<Signed>), Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "obligations.sign", None);
    let (signed_at, revision) = app
        .store
        .write(act, move |tx| {
            let row = visible(tx, &caller, id)?;
            if !caller.acts_as(row.holder) {
                return Err(Error::refused(Reason::new("obligations.not_yours")));
            }
            if let Some(at) = row.signed_at {
                return Ok((at.0, row.revision));
            }
            seen.check(row.revision)?;
            let now = tx.now();
            store::sign(tx, id, caller.person)?;
            if row.kind == "receipt" {
                satisfaction::meet(tx, &env, &row, now)?;
            }
            tx.note(id, "signed", serde_json::json!({ "by": caller.person }))?;
            let signed = store::by_id(tx, id)?.map_or(row.revision, |row| row.revision);
            Ok((now.0, signed))
        })
        .await?;
    Ok((etag(revision), Json(Signed { signed_at })))
}
