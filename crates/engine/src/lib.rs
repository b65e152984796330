//! The obligation engine: what everybody else needs and what changes seldom.
//!
//! Folders, each using only those before it: `sight` (who may open what was handed to him), `records` (forms and
//! evidence), `obligations` (who owes what by when), `ladders` (reminders), `satisfaction` (which record counts for which
//! obligation; opening and filing both end here), `trays` (what a body hands out and takes back), `draw` (chance that can
//! be repeated), `desk` (what a person finds and does).
//!
//! Invariants: an obligation's id follows from its natural key, so opening twice changes nothing; lateness is derived
//! from the row and the time and stored nowhere; late stays late; matching does not depend on whether the record or the
//! obligation came first.

pub mod desk;
pub mod draw;
pub mod ladders;
pub mod obligations;
pub mod records;
pub mod satisfaction;
pub mod sight;
pub mod trays;
