//! Instructions (批示): a leader's written wish on a task, a matter, an obligation, a record, a clause or a figure.
//!
//! It opens an obligation to report back by the form `instruction.report`. The leader is the receiver of the report: he
//! confirms it or returns it as any receiver does (`engine::satisfaction`). A secretary may enter what stands on paper
//! (代录); then the paper is kept and both names show.

mod give;
mod model;
mod routes;
mod rules;
mod store;
mod texts;
mod things;

use mechanism::{Mechanism, Permission};

pub const MECHANISM: Mechanism = Mechanism {
    name: "instructions",
    permissions: &[
        Permission {
            name: "instructions.read",
            zh: "查看批示",
            en: "see instructions",
        },
        Permission {
            name: "instructions.write",
            zh: "批示、代录批示",
            en: "give instructions, or enter them for a leader",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};
