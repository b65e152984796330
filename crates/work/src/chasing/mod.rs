//! Chasing (催办): who still owes, urging them all in one act, and the same list as text for a group.
//!
//! Grouped by body, because people speak to bodies: an office that owes on five posts is one line and one call.
//! Invariants: the list goes through the caller's branches like every other one; the text names bodies and counts and
//! never a person; no obligation is urged twice within the window.

pub mod model;
mod people;
mod routes;
mod rules;
pub mod store;
mod texts;

use mechanism::Mechanism;

/// Its routes need the rights of obligations: whoever sees them sees who owes them, whoever urges one urges many.
pub const MECHANISM: Mechanism = Mechanism {
    name: "chasing",
    permissions: &[],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};
