//! The plan: the document itself, clause by clause, with the live states of what it opened; and what puts it in force.
//!
//! [`activation`] is the dated act; [`preview`] says beforehand what it would open, change and end; [`simulate`] counts
//! ahead what time alone will open; [`text`] holds the user's document.

pub mod activation;
mod ahead;
mod coming;
mod parameters;
pub mod preview;
mod routes;
pub mod simulate;
mod store;
pub mod text;
mod texts;

use mechanism::{Mechanism, Permission};

pub use activation::activate;

pub const MECHANISM: Mechanism = Mechanism {
    name: "plans",
    permissions: &[
        Permission {
            name: "plans.read",
            zh: "查看方案",
            en: "read plans",
        },
        Permission {
            name: "plans.activate",
            zh: "启用方案",
            en: "activate a plan",
        },
    ],
    routes: routes::routes,
    timers: &[activation::ACTIVATE],
    importers: &[],
    texts: texts::TEXTS,
};
