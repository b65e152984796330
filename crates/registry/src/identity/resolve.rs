//! The one call that the server makes for each request with a token.

use super::{callers, rules, store, token};
use ::store::{Act, Result};
use mechanism::{App, Caller};

/// Who bears the token, if anybody. Notes now and then that the session is in use.
pub async fn resolve(app: &App, token: &str) -> Result<Option<Caller>> {
    let now = app.store.clock().machine();
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let (policy, bearer) = (app.env.policy.clone(), token.to_owned());
    let found = app
        .store
        .read(move |sql| callers::bearer(sql, &bearer, now, day, &policy))
        .await?;
    let Some((caller, session)) = found else {
        return Ok(None);
    };
    if rules::touch_is_due(&session, now) {
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
    Ok(Some(caller))
}
