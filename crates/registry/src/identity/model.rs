//! What accounts, roles and sessions are.

use kernel::id::Id;
use kernel::time::{Day, Moment};

/// Who may sign in, and on behalf of which person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: Id,
    pub login: String,
    pub person: Id,
    pub password_hash: String,
    pub state: AccountState,
    /// Wrong passwords since the last right one or the last lock.
    pub failed: i64,
    pub locked_until: Option<Moment>,
    /// The password was given out once and must be changed before anything else.
    pub must_change: bool,
    /// `zh` or `en`.
    pub language: String,
    pub version: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    Active,
    Disabled,
}

/// A role that an account bears for a time, on behalf of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub id: Id,
    pub account: Id,
    pub role: String,
    /// The body for which the role is held; none is the person's main body.
    pub org: Option<Id>,
    pub from: Day,
    pub until: Option<Day>,
}

/// A signed-in browser or program. All instants are machine time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub account: Id,
    pub created: Moment,
    pub seen: Moment,
    pub expires: Moment,
    pub revoked: Option<Moment>,
}

impl AccountState {
    pub fn word(self) -> &'static str {
        match self {
            AccountState::Active => "active",
            AccountState::Disabled => "disabled",
        }
    }

    pub fn of_word(word: &str) -> Option<AccountState> {
        [AccountState::Active, AccountState::Disabled]
            .into_iter()
            .find(|state| state.word() == word)
    }
}
