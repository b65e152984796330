//! The chain that makes the log of all changes tamper-evident.
//!
//! A transaction writes an entry with the digest of its bytes as stored. A sealer numbers the
//! entries 1, 2, 3 … and gives each a hash over the one before. [`Verifier`] walks the entries
//! again. Who can write the whole log can also calculate the chain anew or cut its end; that is
//! found by anchors (number and hash) that were kept elsewhere.

mod verifier;

use hmac::{Hmac, KeyInit, Mac};
use sm3::{Digest, Sm3};

use crate::id::Id;

pub use verifier::{Fault, Verdict, Verifier};

/// What the first entry is chained to.
pub const GENESIS: [u8; 32] = [0; 32];

const BLOCK: usize = 64;

/// Place and hash of an entry in the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    pub seq: i64,
    pub hash: [u8; 32],
}

/// The SM3 digest (GB/T 32905).
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sm3::digest(bytes).into()
}

/// HMAC with SM3: stands for a sensitive value without disclosing it.
pub fn hmac(key: &[u8], bytes: &[u8]) -> [u8; 32] {
    // A key longer than a block is replaced by its digest and a shorter one padded with zeros,
    // as the definition of HMAC says; done here, taking the key cannot fail.
    let mut block = [0; BLOCK];
    if BLOCK < key.len() {
        block[..32].copy_from_slice(&digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let mut mac = Hmac::<Sm3>::new(&block.into());
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

/// The hash of the entry numbered `seq`.
pub fn chain(previous: &[u8; 32], seq: i64, entry_id: &Id, digest: &[u8; 32]) -> [u8; 32] {
    let mut hasher = Sm3::new();
    hasher.update(previous);
    hasher.update(seq.to_be_bytes());
    hasher.update(entry_id.bytes());
    hasher.update(digest);
    hasher.finalize().into()
}
