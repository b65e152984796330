//! Approval (审核上报) by the body's own approver.

use crate::records::routes::visible;
use crate::satisfaction;
use ::store::{Act, Error};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct ApprovedView {
    #[schema(value_type = Vec<String>)]
    pub counts_for: Vec<Id>,
}

/// Approves a record of one's own body, or what was filed for something that one's body handed out. Nobody approves what
/// he filed. From here on it counts where approval is asked.
#[utoipa::path(post, path = "/records/{id}/approve", operation_id = "records_approve",
    params(("id" = String, Path,)), responses((status = 200, body = ApprovedView), (status = 404), (status = 422)))]
pub async fn approve(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<ApprovedView>, Problem> {
    let env = app.env.clone();
    let counts_for = app
        .store
        .write(
            Act::by(caller.account, "records.approve", None),
            move |tx| {
                let record = visible(tx, &caller, id)?;
                if satisfaction::waits_for(tx, &caller, id)? {
                    let asked = satisfaction::Asked {
                        record: id,
                        obligation: None,
                    };
                    return Ok(satisfaction::accept(tx, &env, &caller, &asked)?.counts_for);
                }
                if !caller.acts_as(record.body) {
                    return Err(Error::refused(Reason::new("records.not_approver")));
                }
                satisfaction::approve(tx, &env, id, caller.person)
            },
        )
        .await?;
    Ok(Json(ApprovedView { counts_for }))
}
