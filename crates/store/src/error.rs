//! What can go wrong in the store, in the words that the edge turns into problems.

use kernel::reason::Reason;
use thiserror::Error;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// There is no such thing, or the caller may not know that there is.
    #[error("not found")]
    NotFound,
    /// A unique key or a reference stands against it.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Somebody else changed the row since it was read.
    #[error("stale: version {expected} was expected, {found} was found")]
    Stale { expected: i64, found: i64 },
    /// The database is locked or cannot be reached; nothing was kept, trying again is right.
    #[error("the database is busy")]
    Busy,
    /// The disk is full or cannot be written; nothing was kept.
    #[error("the disk does not take any more")]
    Full,
    /// A rule said no. The unit of work is undone.
    #[error("refused: {0}")]
    Refused(Reason),
    /// Another process holds the data folder.
    #[error("another process is using the data folder {0}")]
    Held(String),
    /// Another process does this work now; nothing of it was kept here.
    #[error("another process has taken over the lease {0}")]
    Lost(String),
    /// The database was written by a newer release.
    #[error("the database is at migration {found}, this program knows up to {known}")]
    Newer { found: i64, known: i64 },
    /// The database waits for migrations that are not run by merely opening it.
    #[error("the database is at migration {found}, this program needs {needed}: run the migration")]
    Behind { found: i64, needed: i64 },
    /// The connection was lost while committing, and nobody could say what became of it.
    #[error("it is unknown whether the change was kept")]
    Unknown,
    /// The store was closed, or a unit of work broke down.
    #[error("the store stopped: {0}")]
    Stopped(String),
    #[error("database: {0}")]
    Database(String),
}

impl Error {
    /// Refuses inside a unit of work: its savepoint rolls back and nothing is kept.
    pub fn refused(reason: Reason) -> Error {
        Error::Refused(reason)
    }

    pub(crate) fn database(what: impl std::fmt::Display) -> Error {
        Error::Database(what.to_string())
    }

    /// Whether the write failed because of the machine, not because of what was asked.
    pub(crate) fn is_trouble(&self) -> bool {
        matches!(self, Error::Busy | Error::Full | Error::Unknown)
    }
}
