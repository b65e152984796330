//! Handing out (分办).

use super::super::handing::{self, HandingOut};
use crate::obligations::store;
use crate::obligations::view::{self, ObligationRow};
use crate::obligations::visible::visible;
use ::store::{Act, Error, Sql};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::version::IfMatch;
use mechanism::{App, Body, Caller, Env, Problem};
use serde::Deserialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOutTo {
    /// A post or person of the body, or a body below it.
    #[schema(value_type = String)]
    pub to: Id,
    /// Day by whose end it is due; earlier than the parent's.
    #[schema(value_type = Option<String>)]
    pub due: Option<Day>,
    /// The instant, where a day is too coarse; one of the two is given.
    pub due_at: Option<i64>,
    /// What the one who is asked should know.
    #[serde(default)]
    pub note: String,
}

/// Letters of a note.
const LONGEST_NOTE: usize = 1_000;

/// Hands an obligation of a body out to one of its posts or people, or to a body below it. The body stays the holder:
/// what is filed comes back to it for approval, and a delay there moves nothing here.
#[utoipa::path(post, path = "/obligations/{id}/hand-out", operation_id = "obligations_hand_out",
    request_body = HandOutTo, params(("id" = String, Path,)),
    responses((status = 201, body = ObligationRow), (status = 404), (status = 409), (status = 412), (status = 422)))]
pub async fn hand_out(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    seen: IfMatch,
    Body(wanted): Body<HandOutTo>,
) -> Result<(StatusCode, Json<ObligationRow>), Problem> {
    let wanted = checked(&app.env, wanted)?;
    let env = app.env.clone();
    let act = Act::by(caller.account, "trays.hand_out", None);
    let row = app
        .store
        .write(act, move |tx| {
            let parent = visible(tx, &caller, id)?;
            seen.check(parent.revision)?;
            let child = handing::hand_out(tx, &env, &caller, &parent, &wanted)?;
            let child = store::by_id(tx, child)?.ok_or(Error::NotFound)?;
            let now = tx.now();
            let rows = view::rows(tx, &env, &caller, now, std::slice::from_ref(&child))?;
            rows.into_iter().next().ok_or(Error::NotFound)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(row)))
}

fn checked(env: &Env, wanted: HandOutTo) -> Result<HandingOut, Problem> {
    let due_at = match (wanted.due, wanted.due_at) {
        (Some(day), None) => env.calendar.zone().end_of(day),
        (None, Some(at)) => Moment(at),
        _ => return Err(Problem::invalid(Reason::new("trays.due_needed"))),
    };
    let note = wanted.note.trim().to_owned();
    if LONGEST_NOTE < note.chars().count() {
        let reason = Reason::new("trays.note_too_long").with("most", LONGEST_NOTE);
        return Err(Problem::invalid(reason));
    }
    Ok(HandingOut {
        to: wanted.to,
        due_at,
        note,
    })
}
