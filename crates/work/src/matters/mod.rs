//! Matters: what went wrong, from its opening until everybody who answers for it is done.
//!
//! A matter has several parties. Each has its own state, and its own clocks, which are obligations of the engine under
//! the slot of the party. A lifecycle of a pack says who may do what from which state; [`rules`] decides, [`open()`] and
//! [`act()`] write. The state of the matter is computed from its parties and stored as an index only.
//!
//! Invariants: nobody closes for another; the fixer does not verify; time out climbs and never passes; late stays late.

mod act;
pub mod model;
mod open;
mod parties;
mod proofs;
pub mod routes;
pub mod rules;
mod search;
mod steps;
pub mod store;
mod texts;

use mechanism::{Mechanism, Permission};

pub use act::{Act, act};
pub use open::{Opening, open};
pub use routes::visible;
pub use search::search;

pub const MECHANISM: Mechanism = Mechanism {
    name: "matters",
    permissions: &[
        Permission {
            name: "matters.read",
            zh: "查看隐患等事项",
            en: "read matters",
        },
        Permission {
            name: "matters.open",
            zh: "登记交办隐患等事项",
            en: "open matters",
        },
        Permission {
            name: "matters.act",
            zh: "办理本单位的隐患等事项",
            en: "act on one's own matters",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};
