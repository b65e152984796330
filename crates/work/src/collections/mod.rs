//! Collecting by spreadsheet (表格收集): open obligations go out as prefilled sheets, one for each addressee, and come
//! back in bulk.
//!
//! A row bears a key that only this instance can make, so that a changed key, a row of another sheet, an added or a
//! missing row shows. What comes back is filed as ordinary records through the engine, on behalf of the addressee, with
//! the sheet itself as original; approving and accepting follow as for every record.

mod cells;
mod filling;
mod issuing;
mod marks;
mod model;
mod returning;
mod routes;
mod sheets;
mod store;
mod texts;

use mechanism::{Mechanism, Permission};

pub const MECHANISM: Mechanism = Mechanism {
    name: "collections",
    permissions: &[
        Permission {
            name: "collections.read",
            zh: "查看表格收集",
            en: "read collections by spreadsheet",
        },
        Permission {
            name: "collections.issue",
            zh: "发起表格收集",
            en: "collect by spreadsheet",
        },
        Permission {
            name: "collections.return",
            zh: "交回收集表",
            en: "hand in collected sheets",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};
