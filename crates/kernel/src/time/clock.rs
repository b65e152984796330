//! Two times: business time decides, machine time operates.

use std::sync::atomic::{AtomicI64, Ordering};

use thiserror::Error;

use super::Moment;

/// Hands out the present. Rules take a [`Moment`]; only the edges hold a clock.
pub trait Clock: Send + Sync {
    /// Sessions, leases, retries, rate limits, logs and new ids. Never movable.
    fn machine(&self) -> Moment;

    /// Policy, due dates, "as of" and all times on screen. Movable forwards on a training instance.
    fn business(&self) -> Moment;
}

/// A clock that moves only when told, for tests and for movable business time.
///
/// Both times start together and then move apart: neither drags the other along. Share it in an
/// `Arc`; all methods take `&self`.
#[derive(Debug)]
pub struct ManualClock {
    business: AtomicI64,
    machine: AtomicI64,
}

/// Business time was asked to go back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("business time only moves forwards")]
pub struct Backwards {
    pub now: Moment,
    pub asked: Moment,
}

impl ManualClock {
    pub fn new(business: Moment) -> Self {
        Self {
            business: AtomicI64::new(business.0),
            machine: AtomicI64::new(business.0),
        }
    }

    /// Moves business time; going back is refused and leaves the clock where it was.
    pub fn advance_to(&self, moment: Moment) -> Result<(), Backwards> {
        let now = self.business.fetch_max(moment.0, Ordering::SeqCst);
        if moment.0 < now {
            return Err(Backwards {
                now: Moment(now),
                asked: moment,
            });
        }
        Ok(())
    }

    /// Moves machine time.
    pub fn advance_machine(&self, millis: u64) {
        let millis = i64::try_from(millis).unwrap_or(i64::MAX);
        let step = |now: i64| Some(now.saturating_add(millis));
        // The step never declines, so the update always happens.
        let _ = self
            .machine
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, step);
    }
}

impl Clock for ManualClock {
    fn machine(&self) -> Moment {
        Moment(self.machine.load(Ordering::SeqCst))
    }

    fn business(&self) -> Moment {
        Moment(self.business.load(Ordering::SeqCst))
    }
}
