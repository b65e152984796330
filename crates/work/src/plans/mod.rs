//! The plan: the document itself, clause by clause, with the live states of what it opened.

mod routes;

use mechanism::{Env, Mechanism, Permission};
use store::{Result, Tx};

/// Puts a pack in force: its duties open by themselves, its tasks are issued. Twice changes nothing.
pub fn activate(tx: &mut Tx, env: &Env, pack: &str) -> Result<bool> {
    let new = crate::duties::activate(tx, env, pack)?;
    if new {
        crate::tasks::activate(tx, env, pack)?;
    }
    Ok(new)
}

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
