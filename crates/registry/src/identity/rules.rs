//! What is allowed: trying a password, keeping a session, choosing a password, bearing roles together.

use super::model::{Account, AccountState, Session};
use kernel::reason::Reason;
use kernel::time::Moment;

/// Limits of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wrong passwords in a row that lock an account.
    pub failures: i64,
    pub lock_minutes: i64,
    /// A session that nobody uses for so long ends.
    pub idle_minutes: i64,
    /// A session ends after so long, used or not.
    pub absolute_hours: i64,
    pub password_length: usize,
}

pub const LIMITS: Limits = Limits {
    failures: 5,
    lock_minutes: 15,
    idle_minutes: 30,
    absolute_hours: 12,
    password_length: 10,
};

/// The three administrators: no account bears two of them, nor one of them beside any other role.
pub const ADMINISTRATORS: [&str; 3] = ["system_admin", "security_admin", "audit_admin"];

/// What a wrong password does to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterFailure {
    /// Tries that are left.
    Left(i64),
    LockedUntil(Moment),
}

/// Whether a password may be tried at all. The machine's clock decides.
pub fn may_try(account: &Account, now: Moment) -> Result<(), Reason> {
    if account.state == AccountState::Disabled {
        return Err(Reason::new("identity.disabled"));
    }
    match account.locked_until {
        Some(until) if now < until => Err(locked(until, now)),
        _ => Ok(()),
    }
}

pub fn after_failure(failed_before: i64, now: Moment, limits: &Limits) -> AfterFailure {
    let failed = failed_before + 1;
    if limits.failures <= failed {
        return AfterFailure::LockedUntil(now.plus_minutes(limits.lock_minutes));
    }
    AfterFailure::Left(limits.failures - failed)
}

pub fn locked(until: Moment, now: Moment) -> Reason {
    let minutes = (until.millis_since(now) + 59_999) / 60_000;
    Reason::new("identity.locked").with("minutes", minutes.max(1))
}

/// A session holds until it is revoked, was idle too long, or is too old.
pub fn holds(session: &Session, now: Moment, limits: &Limits) -> bool {
    session.revoked.is_none()
        && now < session.expires
        && now < session.seen.plus_minutes(limits.idle_minutes)
}

/// Whether to note that a session is in use: seldom enough that reading stays reading.
pub fn touch_is_due(session: &Session, now: Moment) -> bool {
    session.seen.plus_minutes(1) <= now
}

/// Whether a password may be chosen.
pub fn may_choose(password: &str, login: &str, limits: &Limits) -> Result<(), Reason> {
    if password.chars().count() < limits.password_length {
        return Err(Reason::new("identity.password_short").with("n", limits.password_length));
    }
    let lower = password.to_lowercase();
    let first = lower.chars().next();
    let one_letter = lower.chars().all(|letter| Some(letter) == first);
    if one_letter || lower.contains(&login.to_lowercase()) {
        return Err(Reason::new("identity.password_weak"));
    }
    Ok(())
}

pub fn is_administrator(role: &str) -> bool {
    ADMINISTRATORS.contains(&role)
}

/// Whether an account with these roles may bear one more.
pub fn may_bear(borne: &[String], wanted: &str) -> Result<(), Reason> {
    let against = borne.iter().find(|role| {
        role.as_str() != wanted && (is_administrator(role) || is_administrator(wanted))
    });
    match against {
        Some(role) => Err(Reason::new("identity.roles_apart")
            .with("role", wanted)
            .with("other", role)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::id::Id;
    use proptest::prelude::*;

    fn session(seen: i64) -> Session {
        Session {
            account: Id([0; 16]),
            created: Moment::ZERO,
            seen: Moment::ZERO.plus_minutes(seen),
            expires: Moment::ZERO.plus_hours(LIMITS.absolute_hours),
            revoked: None,
        }
    }

    #[test]
    fn a_session_ends_idle_old_or_revoked() {
        let at = |minutes: i64| Moment::ZERO.plus_minutes(minutes);
        let check = |session: &Session, minutes: i64| holds(session, at(minutes), &LIMITS);
        assert!(check(&session(0), 29));
        assert!(!check(&session(0), 30));
        assert!(check(&session(700), 719));
        assert!(!check(&session(719), 720));
        let mut revoked = session(0);
        revoked.revoked = Some(at(1));
        assert!(!check(&revoked, 2));
    }

    #[test]
    fn administrators_stand_alone() {
        let check = |borne: &[&str], wanted: &str| {
            let borne: Vec<String> = borne.iter().map(|role| (*role).to_owned()).collect();
            may_bear(&borne, wanted).is_ok()
        };
        assert!(check(&[], "audit_admin"));
        assert!(check(&["audit_admin"], "audit_admin"));
        assert!(check(&["township"], "leader"));
        assert!(!check(&["audit_admin"], "system_admin"));
        assert!(!check(&["township"], "security_admin"));
        assert!(!check(&["security_admin"], "township"));
    }

    #[test]
    fn short_and_telling_passwords_are_refused() {
        let code = |password: &str| {
            may_choose(password, "zhang", &LIMITS)
                .err()
                .map(|reason| reason.code)
        };
        assert_eq!(code("短").as_deref(), Some("identity.password_short"));
        assert_eq!(
            code("aaaaaaaaaaaa").as_deref(),
            Some("identity.password_weak")
        );
        assert_eq!(
            code("my-Zhang-2022").as_deref(),
            Some("identity.password_weak")
        );
        assert_eq!(code("绿水青山就是金山银山"), None);
    }

    proptest! {
        /// However the tries are spread, so many wrong ones in a row lock, and none fewer do.
        #[test]
        fn the_last_allowed_failure_locks(before in 0i64..20) {
            let now = Moment(1_000);
            match after_failure(before, now, &LIMITS) {
                AfterFailure::Left(left) => prop_assert_eq!(left, LIMITS.failures - before - 1),
                AfterFailure::LockedUntil(until) => {
                    prop_assert!(LIMITS.failures <= before + 1);
                    prop_assert_eq!(until, now.plus_minutes(LIMITS.lock_minutes));
                }
            }
        }
    }
}
