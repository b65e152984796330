//! Chance is a parameter: rules and ids take it from a [`Chance`], never from the machine.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::ledger::digest;

/// A source of unpredictable bytes.
pub trait Chance: Send + Sync {
    fn fill(&self, out: &mut [u8]);
}

/// Repeatable chance for tests and the demonstration: the same seed gives the same bytes.
///
/// Never for secrets. Who knows the seed knows everything that follows.
#[derive(Debug)]
pub struct SeededChance {
    seed: u64,
    counter: AtomicU64,
}

impl SeededChance {
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            counter: AtomicU64::new(0),
        }
    }

    fn block(&self) -> [u8; 32] {
        let count = self.counter.fetch_add(1, Ordering::Relaxed);
        let mut input = [0; 16];
        input[..8].copy_from_slice(&self.seed.to_be_bytes());
        input[8..].copy_from_slice(&count.to_be_bytes());
        digest(&input)
    }
}

impl Chance for SeededChance {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(32) {
            chunk.copy_from_slice(&self.block()[..chunk.len()]);
        }
    }
}
