//! Taking a transition of a matter.

use super::view::{self, MatterView};
use super::visible;
use crate::matters;
use crate::matters::act::Act as Taking;
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::version::{IfMatch, Tag, etag};
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use store::{Act, Sql};
use utoipa::ToSchema;

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeTransition {
    pub reason: Option<String>,
    /// Record on which the act rests; it must be about this matter.
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    /// When it was done; absent means now. Clocks look at when it arrives.
    pub stated_at: Option<i64>,
}

/// Takes a transition for the caller's own party. Nobody acts for another party, whoever fixed does not verify, and what
/// must be proven is proven by a record about this matter. A refusal changes nothing and says why.
#[utoipa::path(post, path = "/matters/{id}/transitions/{name}", operation_id = "matters_transition",
    request_body = TakeTransition, params(("id" = String, Path,), ("name" = String, Path,)),
    responses((status = 200, body = MatterView), (status = 404), (status = 409), (status = 422)))]
pub async fn transition(
    State(app): State<App>,
    caller: Caller,
    Path((id, name)): Path<(Id, String)>,
    seen: IfMatch,
    Body(wanted): Body<TakeTransition>,
) -> Result<(Tag, Json<MatterView>), Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "matters.act", None);
    let view = app
        .store
        .write(act, move |tx| {
            let matter = visible(tx, &caller, id)?;
            seen.check(matter.revision)?;
            let taking = Taking {
                transition: name.clone(),
                person: caller.person,
                parties: caller.parties.clone(),
                reason: wanted
                    .reason
                    .as_deref()
                    .map(str::trim)
                    .filter(|text| !text.is_empty())
                    .map(str::to_owned),
                record: wanted.record,
                stated_at: wanted.stated_at.map(Moment),
            };
            let matter = matters::act(tx, &env, &matter, &taking)?;
            let now = tx.now();
            let view = view::whole(tx, &env, &caller, &matter, now)?;
            Ok((etag(matter.revision), Json(view)))
        })
        .await?;
    Ok(view)
}
