//! Obligations: who owes what, on what subject, by when, proven how.
//!
//! How to open one more kind: build a [`Rule`] and [`NewObligation`]s and hand them to `satisfaction::open`; never
//! insert rows here directly, because a record filed earlier may already satisfy them.

pub mod listing;
mod model;
pub mod routes;
pub mod rules;
pub mod store;
pub mod tally;
mod texts;
pub mod view;

use mechanism::{Mechanism, Permission};

pub use model::{Kind, Member, NewObligation, Obligation, Progress, Rule, State};
pub use texts::TEXTS;

pub const MECHANISM: Mechanism = Mechanism {
    name: "obligations",
    permissions: &[
        Permission {
            name: "obligations.read",
            zh: "查看履职待办",
            en: "read obligations",
        },
        Permission {
            name: "obligations.sign",
            zh: "签收",
            en: "sign for obligations",
        },
        Permission {
            name: "obligations.urge",
            zh: "催办",
            en: "urge holders",
        },
        Permission {
            name: "obligations.excuse",
            zh: "免办",
            en: "excuse obligations",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: TEXTS,
};
