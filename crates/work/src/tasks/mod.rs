//! Tasks: what a plan is broken down to, by whom it is brought about and by when.
//!
//! A task has one of three shapes: one lead, several leads, or a roster that shares it without a lead. Every party that
//! answers holds an obligation of its own; the task is done when all of those are met, which is computed and never typed.
//! Cooperating bodies hold obligations that guard nothing; patrons have sight and owe nothing. A finished task may be
//! evaluated by others and reopen.
//!
//! Tasks come from a pack ([`activate`]), from a table ([`import::TASKS`]), or by hand; all three end in `open`, so one
//! more source needs only to build a `Wanted`. `issue` sends documents, whose receipt each addressee signs.

mod activate;
mod board;
mod evaluate;
mod import;
mod issue;
mod model;
mod names;
mod open;
mod reach;
mod read;
mod roster;
mod routes;
pub mod rules;
mod search;
mod store;
mod texts;
mod timeline;
mod view;

use mechanism::{Mechanism, Permission};

pub use activate::activate;
pub use model::Task;
pub use read::{clauses_of, visible};
pub use search::search;

pub const MECHANISM: Mechanism = Mechanism {
    name: "tasks",
    permissions: &[
        Permission {
            name: "tasks.read",
            zh: "查看任务和挂图",
            en: "see tasks and the wall chart",
        },
        Permission {
            name: "tasks.write",
            zh: "新增任务",
            en: "write tasks",
        },
        Permission {
            name: "tasks.evaluate",
            zh: "评估已完成任务",
            en: "evaluate finished tasks",
        },
        Permission {
            name: "tasks.issue",
            zh: "印发文件",
            en: "issue documents",
        },
    ],
    routes: routes::routes,
    timers: &[],
    importers: &[import::TASKS],
    texts: texts::TEXTS,
};
