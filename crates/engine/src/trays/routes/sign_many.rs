//! Signing for many obligations at once.

use super::super::signing;
use crate::obligations::view::Said;
use ::store::{Act, Error};
use axum::Json;
use axum::extract::State;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignMany {
    #[schema(value_type = Vec<String>)]
    pub ids: Vec<Id>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SignedOne {
    #[schema(value_type = String)]
    pub id: Id,
    pub signed_at: Option<i64>,
    /// Why it was not signed for.
    pub refused: Option<Said>,
}

/// So many at once; more are signed in several goes.
const MOST: usize = 500;

/// Signs for each of the obligations that the caller may sign for. One that is refused does not hold up the others.
#[utoipa::path(post, path = "/obligations/sign", operation_id = "obligations_sign_many", request_body = SignMany,
    responses((status = 200, body = Vec<SignedOne>), (status = 422)))]
pub async fn sign_many(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<SignMany>,
) -> Result<Json<Vec<SignedOne>>, Problem> {
    if MOST < wanted.ids.len() {
        let reason = Reason::new("trays.too_many").with("most", MOST);
        return Err(Problem::invalid(reason));
    }
    let env = app.env.clone();
    let act = Act::by(caller.account, "obligations.sign", None);
    let signed = app
        .store
        .write(act, move |tx| {
            let mut signed = Vec::with_capacity(wanted.ids.len());
            for id in &wanted.ids {
                // Everything is asked before anything is written, so a refusal leaves nothing behind.
                let (signed_at, refused) = match signing::sign(tx, &env, &caller, *id, None) {
                    Ok(receipt) => (Some(receipt.signed_at.0), None),
                    Err(Error::Refused(reason)) => (None, Some(Said::from(reason))),
                    Err(Error::NotFound) => (None, Some(Said::from(Reason::new("edge.not_found")))),
                    Err(other) => return Err(other),
                };
                signed.push(SignedOne {
                    id: *id,
                    signed_at,
                    refused,
                });
            }
            Ok(signed)
        })
        .await?;
    Ok(Json(signed))
}
