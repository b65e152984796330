//! Trays (单位待办): what lies with a body, signing for it in bulk, handing it out to people and bodies below, and taking
//! it back.
//!
//! The body remains the holder of what it hands out. A child keeps the parent's rule, has its own holder, clock and
//! reminders, and comes back to the body for its approval (`satisfaction::accept`). Its delay shows under the parent and
//! moves nothing there.

mod bodies;
mod handing;
mod routes;
mod rules;
mod signing;
pub mod store;
mod texts;

use mechanism::{Mechanism, Permission};

pub use bodies::led_by;
pub use handing::{end, take_back};
pub use signing::sign;

pub const MECHANISM: Mechanism = Mechanism {
    name: "trays",
    permissions: &[
        Permission {
            name: "trays.read",
            zh: "查看单位待办",
            en: "see the tray of one's body",
        },
        Permission {
            name: "trays.hand_out",
            zh: "分办",
            en: "hand out what lies in the tray",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};
