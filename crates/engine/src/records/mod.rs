//! Records: filled forms with people, place, time and attachments. They are never overwritten, only superseded.

mod attachments;
mod model;
pub mod routes;
pub mod rules;
pub mod store;
mod texts;

use mechanism::{Mechanism, Permission};

pub use model::{Filing, Record, Value};
pub use texts::TEXTS;

pub const MECHANISM: Mechanism = Mechanism {
    name: "records",
    permissions: &[
        Permission {
            name: "records.read",
            zh: "查看履职记录",
            en: "read records",
        },
        Permission {
            name: "records.file",
            zh: "填报",
            en: "file records",
        },
        Permission {
            name: "records.approve",
            zh: "审核上报",
            en: "approve records",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: TEXTS,
};
