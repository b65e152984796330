//! The pure kernel of Anlan: ids, time, calendars, periods, scope, facts, the ledger's chain.
//!
//! Everything here is a value or a function of values. Rules that need to be the same in every
//! mechanism, in the browser's answer and in a background job live here, so that they exist once.
//!
//! # What is deliberately absent
//!
//! - **No database, no network, no files.** Nothing in this crate can block.
//! - **Time is never read.** A caller hands in a [`time::Moment`] or a [`time::Clock`]; the clock
//!   of the machine lives in the crate that starts the process.
//! - **Chance is never taken.** It comes through [`chance::Chance`].
//! - **No place and no year.** Holidays, zones, office hours and thresholds are handed in.
//! - **No texts for people.** Rules answer with a [`reason::Reason`]; the edge renders it.
//!
//! # Invariants
//!
//! - A civil [`time::Day`] never meets an instant without a [`time::Zone`].
//! - Every span is half open. A due day ends at 24:00 and is stored as that exclusive instant.
//! - A statutory term starts the day after its event; n months after a day that the target month
//!   lacks is the last day of that month.
//! - Working-day arithmetic that touches a year without a table is refused, never guessed.
//! - [`period::Period`]s of one cadence tile the days: no gap, no overlap, and a label names one.
//! - An [`id::Id`] made from a key is the same on every machine and in every run.
//! - [`scope::Scope::admits`] is exactly the union of its branches; an empty scope admits nothing.
//! - The [`ledger`]'s chain breaks at the first entry that was altered, removed or moved; anchors
//!   find a cut tail and a chain that was calculated anew.
//!
//! # Map
//!
//! [`id`] and [`chance`] name things; [`time`], [`calendar`] and [`period`] reckon with days;
//! [`scope`] and [`fact`] carry the shared shapes of sight and counting; [`ledger`] seals;
//! [`text`] cuts words for search; [`codes`] checks official numbers; [`reason`] says why.

pub mod calendar;
pub mod chance;
pub mod codes;
pub mod fact;
pub mod id;
pub mod ledger;
pub mod period;
pub mod reason;
pub mod scope;
pub mod text;
pub mod time;
