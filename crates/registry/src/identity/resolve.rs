//! The one call that the server makes for each request with a token.

use super::model::Session;
use super::{callers, rules, store, token};
use ::store::{Act, Result, Shelf, Sql};
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller};
use std::sync::Arc;

/// Who bears a token, with his session: whether it still holds is asked of the time at each request.
struct Bearer(Caller, Session);

/// Everything from which a right follows.
static BEARER: Shelf = Shelf {
    name: "identity.bearer",
    tables: &[
        "session",
        "account",
        "account_role",
        "person",
        "post",
        "post_holder",
        "party",
        "party_group",
        "org",
        "org_member",
        "org_sector",
        "area",
        "site",
        "capacity",
    ],
};

/// Who bears the token, if anybody. Notes now and then that the session is in use.
pub async fn resolve(app: &App, token: &str) -> Result<Option<Caller>> {
    let now = app.store.clock().machine();
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let Some(bearer) = bearer(app, token, now, day).await? else {
        return Ok(None);
    };
    let Bearer(caller, session) = &*bearer;
    if !rules::holds(session, now, &rules::LIMITS) {
        return Ok(None);
    }
    if rules::touch_is_due(session, now) {
        let digest = token::digest_of(token);
        let touched = app
            .store
            .write(Act::system("sessions.touch"), move |tx| {
                store::touch_session(tx, digest, now)
            })
            .await;
        if let Err(error) = touched {
            // The request goes on: at worst the session ends a minute early.
            tracing::warn!(%error, "a session could not be touched");
        }
    }
    Ok(Some(caller.clone()))
}

/// From memory, where nothing has changed that a right depends on since it was read.
async fn bearer(app: &App, token: &str, now: Moment, day: Day) -> Result<Option<Arc<Bearer>>> {
    let digest = token::digest_of(token);
    let Some(key) = Id::from_slice(&digest[..16]) else {
        return Ok(None);
    };
    let on = i64::from(day.0);
    let known = app
        .store
        .recall(|memo| memo.one::<Bearer>(&BEARER, key, on));
    if known.is_some() {
        return Ok(known);
    }
    let (policy, token) = (app.env.policy.clone(), token.to_owned());
    app.store
        .read(move |sql| {
            let found = callers::bearer(sql, &token, now, day, &policy)?;
            let Some((caller, session)) = found else {
                return Ok(None);
            };
            let bearer = Arc::new(Bearer(caller, session));
            if let Some(memo) = sql.remembered() {
                memo.put(&BEARER, on, [(key, bearer.clone())]);
            }
            Ok(Some(bearer))
        })
        .await
}
