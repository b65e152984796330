//! Receipt (签收) by somebody who acts for the holder.

use crate::trays;
use ::store::Act;
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
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
    let receipt = app
        .store
        .write(act, move |tx| {
            trays::sign(tx, &env, &caller, id, Some(seen))
        })
        .await?;
    let signed_at = receipt.signed_at.0;
    Ok((etag(receipt.revision), Json(Signed { signed_at })))
}
