//! Who answers for a site.

use super::super::model::Capacity;
use super::super::store;
use super::REGISTER;
use crate::wire::today;
use crate::{listing, party};
use ::store::{Act, Error};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::reaction::Event;
use mechanism::{App, Body, Caller, Problem};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

#[derive(Clone, Deserialize, ToSchema)]
pub struct Bind {
    pub role: String,
    /// A post, person or body.
    #[schema(value_type = String)]
    pub party: Id,
    /// First day; today when absent.
    #[schema(value_type = Option<String>)]
    pub from: Option<Day>,
    /// Whoever answers in the same role until then ends on the same day.
    #[serde(default)]
    pub instead: bool,
}

#[derive(Clone, Deserialize, ToSchema)]
pub struct Unbind {
    pub role: String,
    /// First day on which it no longer holds; today when absent.
    #[schema(value_type = Option<String>)]
    pub on: Option<Day>,
}

/// Binds a party to a site in a role from a day on.
#[utoipa::path(post, path = "/sites/{id}/capacities", operation_id = "capacities_bind",
    params(("id" = String, Path,)),
    tag = "site", request_body = Bind, responses((status = 204)))]
pub async fn bind(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<Bind>,
) -> Result<StatusCode, Problem> {
    let from = wanted.from.unwrap_or_else(|| today(&app));
    let env = app.env.clone();
    let act = Act::by(caller.account, "sites.bind", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &REGISTER, id, &caller.scope)?;
            let role = wanted.role.trim();
            if role.is_empty() {
                return Err(Error::Refused(Reason::new("registry.missing_value")));
            }
            party::store::kind_of(tx, wanted.party)?.ok_or(Error::NotFound)?;
            if store::bound(tx, id, role, from)? == Some(wanted.party) {
                return Ok(());
            }
            if wanted.instead {
                store::unbind(tx, id, role, from)?;
            }
            store::bind(
                tx,
                &Capacity {
                    id: Capacity::id_of(id, role, wanted.party, from),
                    site: id,
                    role: role.to_owned(),
                    party: wanted.party,
                    from,
                    until: None,
                },
            )?;
            let body = json!({ "role": role, "party": wanted.party, "from": from,
                "instead": wanted.instead });
            tx.note(id, "bound", body)?;
            env.react(
                tx,
                &Event::CapacityChanged {
                    site: id,
                    role: role.to_owned(),
                    from,
                },
            )
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends whoever answers for a site in a role.
#[utoipa::path(post, path = "/sites/{id}/capacities/end", operation_id = "capacities_unbind",
    params(("id" = String, Path,)),
    tag = "site", request_body = Unbind, responses((status = 204)))]
pub async fn unbind(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<Unbind>,
) -> Result<StatusCode, Problem> {
    let on = wanted.on.unwrap_or_else(|| today(&app));
    let env = app.env.clone();
    let act = Act::by(caller.account, "sites.unbind", None);
    app.store
        .write(act, move |tx| {
            listing::admit(tx, &REGISTER, id, &caller.scope)?;
            if store::unbind(tx, id, &wanted.role, on)? == 0 {
                return Err(Error::Refused(Reason::new("registry.not_held")));
            }
            tx.note(id, "unbound", json!({ "role": wanted.role, "on": on }))?;
            let role = wanted.role.clone();
            env.react(
                tx,
                &Event::CapacityChanged {
                    site: id,
                    role,
                    from: on,
                },
            )
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
