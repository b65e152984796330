//! Something that happened and can be counted. Every figure is a sum of facts.

use serde::{Deserialize, Serialize};

use crate::id::Id;
use crate::scope::AreaPath;
use crate::time::Day;

/// A fact before it is booked. Sequence number and booked month are given by the store.
///
/// Flows are +1; stocks are +1 and later −1, so that the stock of a day is a sum up to that day.
/// A fact is never changed: a correction is a reversal plus a new fact, each naming in `corrects`
/// the sequence number of the one that was wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub kind: String,
    pub subject: Id,
    pub area: AreaPath,
    pub sector: Option<String>,
    pub occurred_on: Day,
    pub amount: i64,
    /// The row that this fact comes from.
    pub source: Id,
    pub corrects: Option<i64>,
}
