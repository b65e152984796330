//! PostgreSQL: several processes, each with a few connections on threads of their own.
//!
//! The client blocks, as units of work do; no asynchronous thread ever waits for the database.

mod cell;
mod copy;
mod leader;
mod link;
mod open;
mod reader;
mod session;
mod unknown;
mod writer;

pub(crate) use leader::{Leader, holder_name, lead_loop};
pub(crate) use link::Link;
pub(crate) use open::{migrate, open};
pub(crate) use reader::read_loop;
pub(crate) use writer::write_loop;

use postgres::error::SqlState;

use crate::error::Error;

/// What a failure of the database means to the caller.
fn fault(error: &postgres::Error) -> Error {
    let Some(told) = error.as_db_error() else {
        // Without an answer of the server the connection is gone, or a value did not fit.
        return match is_lost(error) {
            true => Error::Busy,
            false => Error::Database(whole(error)),
        };
    };
    let code = told.code();
    if [
        SqlState::UNIQUE_VIOLATION,
        SqlState::FOREIGN_KEY_VIOLATION,
        SqlState::CHECK_VIOLATION,
    ]
    .contains(code)
    {
        return Error::Conflict(told.message().to_owned());
    }
    if [SqlState::DISK_FULL, SqlState::IO_ERROR].contains(code) {
        return Error::Full;
    }
    if is_passing(code) {
        return Error::Busy;
    }
    Error::Database(format!("{} ({})", told.message(), code.code()))
}

/// Whether running the unit of work again may succeed.
fn is_retryable(error: &postgres::Error) -> bool {
    let again = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
    ];
    is_lost(error) || error.code().is_some_and(|code| again.contains(code))
}

fn is_lost(error: &postgres::Error) -> bool {
    if error.is_closed() {
        return true;
    }
    let source = std::error::Error::source(error);
    source.is_some_and(|source| source.is::<std::io::Error>())
}

fn is_passing(code: &SqlState) -> bool {
    let passing = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::LOCK_NOT_AVAILABLE,
        SqlState::TOO_MANY_CONNECTIONS,
        SqlState::CANNOT_CONNECT_NOW,
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
    ];
    passing.contains(code)
}

/// The message of the error together with what caused it.
fn whole(error: &postgres::Error) -> String {
    match std::error::Error::source(error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
