//! Records: filled forms with people, place, time and attachments. They are never overwritten, only superseded.

mod attachments;
mod model;
pub mod routes;
pub mod rules;
pub mod store;
mod texts;

use mechanism::{Mechanism, Permission};

pub use model::{Contest, Filing, ORIGINAL, OnBehalf, Record, Value};
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
        Permission {
            name: "records.accept",
            zh: "接收、退回补正",
            en: "accept or return what was submitted",
        },
        Permission {
            name: "records.file_for",
            zh: "代填",
            en: "file records for another body",
        },
        Permission {
            name: "records.contest",
            zh: "对代填提出异议",
            en: "contest what was filed for one's body",
        },
        Permission {
            name: "records.settle",
            zh: "裁定代填异议",
            en: "settle contested records",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: TEXTS,
};
