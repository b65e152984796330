//! Walks the log from its first entry and says where it stops being true.

use serde::Serialize;

use super::{GENESIS, chain, digest};
use crate::id::Id;

/// Fed with all entries in the order of their numbers, sealed ones first.
///
/// It remembers the hash of each entry (32 bytes), because anchors come last.
#[derive(Debug, Default)]
pub struct Verifier {
    hashes: Vec<[u8; 32]>,
    sealed: u64,
    unsealed: u64,
    bad: Option<(i64, Fault)>,
}

/// What is wrong at the first bad entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The bytes do not have the digest that was stored with them.
    Altered,
    /// The number is not the next one: something is missing, doubled or out of order.
    Numbering,
    /// The hash does not follow from the entry before.
    Chain,
    /// An anchor names an entry that is no longer there.
    Cut,
    /// An anchor names another hash: the chain was calculated anew.
    Anchor,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    pub entries: u64,
    pub sealed: u64,
    pub unsealed: u64,
    pub ok: bool,
    /// The number of the first bad entry; of an entry that is not yet sealed, the one due to it.
    pub first_bad: Option<i64>,
    pub reason: Option<Fault>,
}

impl Verifier {
    pub fn new() -> Verifier {
        Verifier::default()
    }

    /// Takes the next sealed entry with its digest and hash as stored.
    pub fn feed(&mut self, seq: i64, id: &Id, body: &[u8], stored: &[u8; 32], hash: &[u8; 32]) {
        self.sealed += 1;
        // Behind the first fault every hash would be wrong; only the count still matters.
        if self.bad.is_some() {
            return;
        }
        let expected = self.next_number();
        let previous = self.hashes.last().unwrap_or(&GENESIS);
        if seq != expected || 0 < self.unsealed {
            self.bad = Some((expected, Fault::Numbering));
        } else if digest(body) != *stored {
            self.bad = Some((expected, Fault::Altered));
        } else if chain(previous, seq, id, stored) != *hash {
            self.bad = Some((expected, Fault::Chain));
        } else {
            self.hashes.push(*hash);
        }
    }

    /// Takes an entry that still waits for the sealer; only its own bytes can be checked.
    pub fn feed_unsealed(&mut self, body: &[u8], stored: &[u8; 32]) {
        if self.bad.is_none() && digest(body) != *stored {
            self.bad = Some((self.next_number() + self.unsealed as i64, Fault::Altered));
        }
        self.unsealed += 1;
    }

    /// Compares with the anchors, each the number of sealed entries and the hash of the last one.
    pub fn finish(mut self, anchors: &[(i64, [u8; 32])]) -> Verdict {
        for (count, hash) in anchors {
            self.compare(*count, hash);
        }
        Verdict {
            entries: self.sealed + self.unsealed,
            sealed: self.sealed,
            unsealed: self.unsealed,
            ok: self.bad.is_none(),
            first_bad: self.bad.map(|(seq, _)| seq),
            reason: self.bad.map(|(_, fault)| fault),
        }
    }

    fn compare(&mut self, count: i64, anchored: &[u8; 32]) {
        let known = match usize::try_from(count) {
            Ok(0) => Some(&GENESIS),
            Ok(count) => self.hashes.get(count - 1),
            Err(_) => None,
        };
        let found = match known {
            Some(hash) if hash == anchored => return,
            Some(_) => (count, Fault::Anchor),
            None => (self.next_number(), Fault::Cut),
        };
        // A fault further up the chain explains more than what follows from it.
        if self.bad.is_none_or(|(seq, _)| found.0 < seq) {
            self.bad = Some(found);
        }
    }

    fn next_number(&self) -> i64 {
        self.hashes.len() as i64 + 1
    }
}
