//! Giving an instruction, or entering one for a leader.

use super::super::model::{OnKind, Scan};
use super::super::rules::Wish;
use super::super::{give as giving, things};
use super::view::{InstructionView, view};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use store::{Act, Sql};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveInstruction {
    pub on_kind: OnKind,
    /// Id of the thing, or of the clause or figure.
    pub on_id: String,
    pub wish: String,
    /// Who is to act and to report back.
    #[schema(value_type = String)]
    pub holder: Id,
    /// Day by whose end the report is due.
    #[schema(value_type = String)]
    pub due: Day,
    /// Person whose wish it is, where the caller enters it for him; then the paper is needed.
    #[schema(value_type = Option<String>)]
    pub wished_by: Option<Id>,
    /// The paper on which it was written, stored before by `POST /attachments`.
    pub scan: Option<ScanOf>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScanOf {
    pub hash: String,
    pub name: String,
}

/// Writes a leader's wish on something that the caller sees and opens the obligation to report back to the leader.
#[utoipa::path(post, path = "/instructions", operation_id = "instructions_give", request_body = GiveInstruction,
    responses((status = 201, body = InstructionView), (status = 404), (status = 422)))]
pub async fn give(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<GiveInstruction>,
) -> Result<(StatusCode, Json<InstructionView>), Problem> {
    let wish = Wish {
        text: wanted.wish.trim().to_owned(),
        wished_by: wanted.wished_by.unwrap_or(caller.person),
        scan: wanted.scan.map(|scan| Scan {
            hash: scan.hash,
            name: scan.name,
        }),
        holder: wanted.holder,
        due_at: app.env.calendar.zone().end_of(wanted.due),
    };
    let (kind, on) = (wanted.on_kind, wanted.on_id);
    let env = app.env.clone();
    let act = Act::by(caller.account, "instructions.give", None);
    let given = app
        .store
        .write(act, move |tx| {
            let thing = things::find(tx, &env, &caller, kind, &on)?;
            let given = giving::give(tx, &env, &caller, (kind, &on), &thing, &wish)?;
            let now = tx.now();
            view(tx, &env, &caller, now, &given)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(given)))
}
