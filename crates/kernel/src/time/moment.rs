//! An instant on the one time line that all machines share.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01 00:00 UTC.
///
/// Arithmetic stops at the ends of the range instead of wrapping round.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    pub const ZERO: Moment = Moment(0);

    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Moment {
        Moment(self.0.saturating_add(millis))
    }

    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Moment {
        self.plus_millis(minutes.saturating_mul(60_000))
    }

    #[must_use]
    pub fn plus_hours(self, hours: i64) -> Moment {
        self.plus_millis(hours.saturating_mul(3_600_000))
    }

    /// Milliseconds from `earlier` until this instant; negative when it lies before.
    pub fn millis_since(self, earlier: Moment) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads an instant written with its offset, such as `2022-09-29T16:00:00+08:00`.
    pub fn parse(text: &str) -> Option<Moment> {
        let timestamp: jiff::Timestamp = text.parse().ok()?;
        Some(Moment(timestamp.as_millisecond()))
    }
}
