//! Instants, civil days, zones and clocks; the clock of the machine is deliberately not here.
//!
//! An instant ([`Moment`]) and a civil day ([`Day`]) are different things, and only a [`Zone`]
//! turns one into the other.

mod clock;
mod day;
mod moment;
mod zone;

pub use clock::{Backwards, Clock, ManualClock};
pub use day::{Day, NotADay};
pub use moment::Moment;
pub use zone::{UnknownZone, Zone};
