//! SQLite: one process, one writer that commits in groups, a few readers.

mod open;
mod reader;
mod session;
mod writer;

pub(crate) use open::open;
pub(crate) use reader::read_loop;
pub(crate) use writer::{Tail, Writer, write_loop};

use rusqlite::ErrorCode;

use crate::error::Error;

/// What a failure of the database means to the caller.
pub(crate) fn fault(error: rusqlite::Error) -> Error {
    let code = error.sqlite_error_code();
    match code {
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::ReadOnly) => Error::Full,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
        Some(ErrorCode::ConstraintViolation) if !is_our_mistake(&error) => {
            Error::Conflict(error.to_string())
        }
        _ => Error::Database(error.to_string()),
    }
}

/// A missing value is a mistake of the program; a doubled key or a lost reference is a conflict.
fn is_our_mistake(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_extended_error_code();
    code == Some(rusqlite::ffi::SQLITE_CONSTRAINT_NOTNULL)
}
