//! Whether the last write went through, for `/readyz`.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    pub writable: bool,
    pub reason: Option<String>,
}

/// How the commits went since the start, for `/metrics`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meters {
    pub commits: u64,
    /// Units of work; divided by commits, the size of a group.
    pub units: u64,
    pub largest_group: u64,
}

#[derive(Default)]
pub(crate) struct Board {
    red: AtomicBool,
    reason: Mutex<Option<String>>,
    commits: AtomicU64,
    units: AtomicU64,
    largest: AtomicU64,
}

impl Board {
    pub fn committed(&self, units: usize) {
        let units = units as u64;
        self.commits.fetch_add(1, Ordering::Relaxed);
        self.units.fetch_add(units, Ordering::Relaxed);
        self.largest.fetch_max(units, Ordering::Relaxed);
    }

    /// Something was written and kept: writing works again.
    pub fn wrote(&self) {
        if self.red.swap(false, Ordering::SeqCst) {
            *self.reason.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    pub fn troubled(&self, reason: &crate::Error) {
        *self.reason.lock().unwrap_or_else(PoisonError::into_inner) = Some(reason.to_string());
        self.red.store(true, Ordering::SeqCst);
    }

    pub fn is_red(&self) -> bool {
        self.red.load(Ordering::SeqCst)
    }

    pub fn health(&self) -> Health {
        let reason = self.reason.lock().unwrap_or_else(PoisonError::into_inner);
        Health {
            writable: !self.red.load(Ordering::SeqCst),
            reason: reason.clone(),
        }
    }

    pub fn meters(&self) -> Meters {
        Meters {
            commits: self.commits.load(Ordering::Relaxed),
            units: self.units.load(Ordering::Relaxed),
            largest_group: self.largest.load(Ordering::Relaxed),
        }
    }
}
