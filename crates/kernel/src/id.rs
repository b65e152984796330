//! Ids of sixteen bytes: by time and chance for what people make, by key for what rules make.
//!
//! A natural id lets generation be "insert, or do nothing": every node and every repetition
//! calculates the same id for the same key.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use crate::chance::Chance;
use crate::ledger::digest;
use crate::time::Moment;

/// Where the hyphens of the written form stand.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// Bytes of the written form.
const LENGTH: usize = 36;

/// The id of anything; written as a lower-case UUID with hyphens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub [u8; 16]);

/// The text is not a UUID with hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an id")]
pub struct NotAnId;

impl Id {
    /// An id for something that a person made (UUID version 7), from *machine* time: business time
    /// can be moved on a training instance and would bring ids out of order.
    pub fn v7(now: Moment, chance: &dyn Chance) -> Id {
        let mut bytes = [0; 16];
        chance.fill(&mut bytes[6..]);
        bytes[..6].copy_from_slice(&now.0.max(0).to_be_bytes()[2..]);
        Id(stamped(bytes, 7))
    }

    /// The id that belongs to a key (UUID version 8): the same key gives the same id everywhere.
    ///
    /// `kind` keeps equal keys of different things apart.
    pub fn natural(kind: &str, key: &str) -> Id {
        let mut input = Vec::with_capacity(kind.len() + key.len() + 1);
        input.extend_from_slice(kind.as_bytes());
        input.push(0);
        input.extend_from_slice(key.as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest(&input)[..16]);
        Id(stamped(bytes, 8))
    }

    /// Reads the written form; upper-case digits are accepted, a missing hyphen is not.
    pub fn parse(text: &str) -> Option<Id> {
        if text.len() != 36 {
            return None;
        }
        let mut bytes = [0; 16];
        let mut digits = 0;
        for (place, byte) in text.bytes().enumerate() {
            if HYPHENS.contains(&place) {
                if byte != b'-' {
                    return None;
                }
                continue;
            }
            let value = char::from(byte).to_digit(16)?;
            bytes[digits / 2] = bytes[digits / 2] << 4 | value as u8;
            digits += 1;
        }
        Some(Id(bytes))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn from_slice(bytes: &[u8]) -> Option<Id> {
        bytes.try_into().ok().map(Id)
    }
}

/// Sets the version and variant bits that make the bytes a well-formed UUID.
fn stamped(mut bytes: [u8; 16], version: u8) -> [u8; 16] {
    bytes[6] = bytes[6] & 0x0f | version << 4;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    bytes
}

impl Id {
    /// The written form. Every answer is full of ids, so it is made without the machinery of formatting.
    fn written<'t>(&self, place: &'t mut [u8; LENGTH]) -> &'t str {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut at = 0;
        for byte in self.0 {
            if HYPHENS.contains(&at) {
                place[at] = b'-';
                at += 1;
            }
            place[at] = DIGITS[usize::from(byte >> 4)];
            place[at + 1] = DIGITS[usize::from(byte & 15)];
            at += 2;
        }
        // Digits and hyphens are always text.
        std::str::from_utf8(place).unwrap_or_default()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written(&mut [0; LENGTH]))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Id, NotAnId> {
        Id::parse(text).ok_or(NotAnId)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written(&mut [0; LENGTH]))
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        let text = String::deserialize(deserializer)?;
        Id::parse(&text).ok_or_else(|| de::Error::custom(NotAnId))
    }
}
