//! Satisfaction: which record counts for which part of which obligation.
//!
//! A record is not filed into an obligation. Whichever comes second, the record or the obligation, is matched against
//! all of the other in its own unit of work; the outcome is the same in either order (a property test holds it).

mod acting;
mod filing;
mod model;
mod opening;
pub mod routes;
pub mod rules;
pub mod store;

pub use acting::meet;
pub use filing::{Filed, approve, file, reject};
pub use model::{Bindings, Credit, Settlement, Standing};
pub use opening::open;

/// Filing and approving; their permissions and texts stand with the records.
pub const MECHANISM: mechanism::Mechanism = mechanism::Mechanism {
    name: "satisfaction",
    permissions: &[],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: &[],
};
