//! Satisfaction: which record counts for which part of which obligation.
//!
//! A record is not filed into an obligation. Whichever comes second, the record or the obligation, is matched against
//! all of the other in its own unit of work; the outcome is the same in either order (a property test holds it).

mod acting;
pub mod beside;
mod contesting;
mod deciding;
mod filing;
mod live;
mod matching;
mod model;
mod opening;
mod referring;
pub mod routes;
pub mod rules;
mod staging;
pub mod store;
mod submitting;

pub use acting::meet;
pub use contesting::{Verdict, contest, settle};
pub use deciding::{Asked, Return, accept, give_back, waits_for};
pub use filing::{Filed, approve, file, reject};
pub use live::follow;
pub use matching::Matched;
pub use model::{Bindings, Credit, Settlement, Standing};
pub use opening::open;
pub use submitting::drop_for;

/// Filing and approving; their permissions and texts stand with the records.
pub const MECHANISM: mechanism::Mechanism = mechanism::Mechanism {
    name: "satisfaction",
    permissions: &[],
    routes: routes::routes,
    timers: &[live::FOLLOW],
    importers: &[],
    texts: &[],
};
