//! The machine's own time and chance: the only place in the project that may read them.
//!
//! Everybody else is handed a [`kernel::time::Clock`] and a [`kernel::chance::Chance`], so that a training instance can
//! move its time and a test can repeat its luck.

use kernel::chance::Chance;
use kernel::time::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the machine's clock shows.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where machine time comes from"
)]
pub fn now() -> Moment {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Bytes that nobody can foresee, from the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct MachineChance;

impl Chance for MachineChance {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where chance comes from"
    )]
    fn fill(&self, out: &mut [u8]) {
        if let Err(error) = getrandom::fill(out) {
            // Ids and session tokens that could be foreseen would be worse than no server.
            tracing::error!(%error, "the operating system gives no random bytes");
            std::process::abort();
        }
    }
}
