//! Draws: one mechanism for roll calls, double-random checks and quality spot-checks.
//!
//! A draw keeps its population, quota, round, seed and result, so that anybody who knows the instance's key can repeat
//! it. Within a round nobody is drawn twice; a round ends when everybody was drawn once.

mod hold;
mod routes;
pub mod rules;
mod store;

use mechanism::{Mechanism, Permission};

pub use hold::{hold, population};
pub use store::drawn;

pub const MECHANISM: Mechanism = Mechanism {
    name: "draw",
    permissions: &[Permission {
        name: "draws.read",
        zh: "查看抽取结果",
        en: "read draws",
    }],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: &[],
};
