//! The plan: the document itself, clause by clause, with the live states of what it opened.

mod routes;

use mechanism::{Mechanism, Permission};

pub const MECHANISM: Mechanism = Mechanism {
    name: "plans",
    permissions: &[Permission {
        name: "plans.read",
        zh: "查看方案",
        en: "read plans",
    }],
    routes: routes::routes,
    timers: &[],
    importers: &[],
    texts: &[mechanism::text::Text {
        code: "plans.unknown.not_found",
        zh: "没有这个方案或条款",
        en: "There is no such plan or clause",
        zh_do: "从方案列表打开",
        en_do: "Open it from the list of plans",
    }],
};
