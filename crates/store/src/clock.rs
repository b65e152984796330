//! The clock of an instance: business time stands still on a training instance until it is moved.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use kernel::time::{Clock, Moment};

/// No stored value: business time is machine time.
const RUNS: i64 = i64::MIN;

/// Reads the real machine time; handed in by the roof, so that no other crate may.
pub type Machine = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Machine time from outside, business time from the database of a training instance.
pub struct InstanceClock {
    machine: Machine,
    business: AtomicI64,
}

impl InstanceClock {
    pub fn new(machine: Machine) -> InstanceClock {
        InstanceClock {
            machine,
            business: AtomicI64::new(RUNS),
        }
    }

    /// Takes over the stored business time; an older value than the known one changes nothing.
    pub(crate) fn follow(&self, stored: Moment) {
        self.business.fetch_max(stored.0, Ordering::SeqCst);
    }
}

impl Clock for InstanceClock {
    fn machine(&self) -> Moment {
        (self.machine)()
    }

    fn business(&self) -> Moment {
        match self.business.load(Ordering::SeqCst) {
            RUNS => self.machine(),
            stored => Moment(stored),
        }
    }
}
