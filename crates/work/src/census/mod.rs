//! The monthly census (动态摸排): a snapshot of each unit, and what changed against the month before.
//!
//! A census is a duty whose form says by which value "no change" is stated. A month without a record is unknown, never
//! "as before"; the change is worked out from two records and stands nowhere.

mod routes;
pub mod rules;
mod texts;

use mechanism::Mechanism;

pub const MECHANISM: Mechanism = Mechanism {
    name: "census",
    permissions: &[],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};
