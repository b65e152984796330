//! Signing in and out, and choosing a password.
//!
//! Hashing takes long on purpose and runs on a thread that may be slow, never inside a unit of work; the unit of work
//! looks again at what might have changed meanwhile.

use super::model::{Account, Session};
use super::rules::{self, AfterFailure, LIMITS};
use super::{password, store, token};
use ::store::{Act, Error, Result, Tx};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Problem};
use serde_json::json;

/// A new session. The token leaves this process once.
pub struct SignedIn {
    pub account: Id,
    pub token: String,
    pub seconds: i64,
    pub must_change: bool,
}

/// Right or wrong, the answer takes the time of one hash. A wrong password counts, too many lock the account.
pub async fn sign_in(app: &App, login: &str, secret: String) -> Result<SignedIn, Problem> {
    let login = login.trim().to_owned();
    let account = app
        .store
        .read(move |sql| store::by_login(sql, &login))
        .await?;
    let Some(account) = account else {
        slowly(move || password::pretend(&secret)).await?;
        return Err(Problem::invalid(Reason::new("identity.wrong")));
    };
    rules::may_try(&account, app.store.clock().machine())?;
    let hash = account.password_hash.clone();
    let right = slowly(move || password::verify(&secret, &hash)).await?;
    let token = token::new(&**app.store.chance());
    let digest = token::digest_of(&token);
    let act = Act::by(account.id, "sessions.open", None);
    let outcome = app
        .store
        .write(act, move |tx| {
            decide(tx, account.id, &account.password_hash, right, digest)
        })
        .await?;
    let (account, seconds) = outcome.map_err(Problem::invalid)?;
    Ok(SignedIn {
        account: account.id,
        token,
        seconds,
        must_change: account.must_change,
    })
}

/// Ends the session of a token.
pub async fn sign_out(app: &App, account: Id, token: &str) -> Result<()> {
    let digest = token::digest_of(token);
    app.store
        .write(Act::by(account, "sessions.close", None), move |tx| {
            let now = tx.machine_now();
            store::revoke_session(tx, digest, now)?;
            tx.note(account, "signed_out", json!({}))
        })
        .await
}

/// Takes a new password for the old one and ends all other sessions.
pub async fn change_password(
    app: &App,
    account: Id,
    token: &str,
    old: String,
    new: String,
) -> Result<(), Problem> {
    let found = app
        .store
        .read(move |sql| store::by_id(sql, account))
        .await?;
    let found = found.ok_or_else(Problem::unauthenticated)?;
    rules::may_try(&found, app.store.clock().machine())?;
    rules::may_choose(&new, &found.login, &LIMITS)?;
    if old == new {
        return Err(Reason::new("identity.password_same").into());
    }
    let (chance, hash) = (app.store.chance().clone(), found.password_hash.clone());
    let fresh = slowly(move || match password::verify(&old, &hash) {
        true => password::hash(&new, &*chance).map(Some),
        false => Ok(None),
    })
    .await??;
    let digest = token::digest_of(token);
    let act = Act::by(account, "accounts.change_password", None);
    let wrong = app
        .store
        .write(act, move |tx| {
            let Some(hash) = &fresh else {
                return fail(tx, account).map(Some);
            };
            let session = store::session(tx, digest)?;
            store::set_password(tx, account, hash, false)?;
            store::revoke_all(tx, account)?;
            if let Some((session, _)) = session {
                keep(tx, digest, &session)?;
            }
            tx.note(account, "password_changed", json!({}))?;
            Ok(None)
        })
        .await?;
    match wrong {
        Some(reason) => Err(reason.into()),
        None => Ok(()),
    }
}

/// A wrong password is no error of the unit of work: that it was tried must be kept.
fn decide(
    tx: &mut Tx,
    id: Id,
    tried_against: &str,
    right: bool,
    digest: [u8; 32],
) -> Result<Result<(Account, i64), Reason>> {
    let now = tx.machine_now();
    let account = store::by_id(tx, id)?.ok_or(Error::NotFound)?;
    if let Err(reason) = rules::may_try(&account, now) {
        return Ok(Err(reason));
    }
    // Somebody changed the password while this one was being compared.
    if !right || account.password_hash != tried_against {
        return fail(tx, id).map(Err);
    }
    if account.failed != 0 || account.locked_until.is_some() {
        store::set_tries(tx, id, 0, None)?;
    }
    let session = Session {
        account: id,
        created: now,
        seen: now,
        expires: now.plus_hours(LIMITS.absolute_hours),
        revoked: None,
    };
    store::insert_session(tx, digest, &session)?;
    tx.note(id, "signed_in", json!({}))?;
    let seconds = session.expires.millis_since(now) / 1000;
    Ok(Ok((account, seconds)))
}

fn fail(tx: &mut Tx, id: Id) -> Result<Reason> {
    let now = tx.machine_now();
    let account = store::by_id(tx, id)?.ok_or(Error::NotFound)?;
    match rules::after_failure(account.failed, now, &LIMITS) {
        AfterFailure::Left(left) => {
            store::set_tries(tx, id, account.failed + 1, None)?;
            tx.note(id, "sign_in_failed", json!({ "left": left }))?;
            Ok(Reason::new("identity.wrong_left").with("n", left))
        }
        AfterFailure::LockedUntil(until) => {
            store::set_tries(tx, id, 0, Some(until))?;
            tx.note(id, "locked", json!({ "until": until }))?;
            Ok(rules::locked(until, now))
        }
    }
}

fn keep(tx: &mut Tx, digest: [u8; 32], session: &Session) -> Result<()> {
    let now: Moment = tx.machine_now();
    tx.execute_machine(
        "update session set revoked = null, seen = :now where id_hash = :digest",
        &::store::params! { "digest" => digest, "now" => now.max(session.seen) },
    )?;
    Ok(())
}

async fn slowly<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(run)
        .await
        .map_err(|_| Error::Stopped("a password could not be compared".to_owned()).into())
}
