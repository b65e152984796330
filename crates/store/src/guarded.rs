//! Keeps a thread alive when a closure breaks down.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Error, Result};

/// Runs a closure of somebody else. What it left half-done is rolled back by the caller.
pub(crate) fn guarded(run: impl FnOnce() -> Result<()>) -> Result<()> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(outcome) => outcome,
        Err(_) => {
            tracing::error!("a closure in the store broke down");
            Err(Error::Stopped("a unit of work broke down".to_owned()))
        }
    }
}
