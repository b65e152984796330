//! The log of all changes: entries, their chain, and the proof that it still holds.

pub(crate) mod anchors;
pub(crate) mod entry;
pub(crate) mod verify;
