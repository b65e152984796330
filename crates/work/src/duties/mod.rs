//! Duties: what recurs. A timer a definition and period opens the obligations of all its subjects at the period's start.
//!
//! Holders are resolved as of the opening instant, so nothing is generated ahead of it; what lies ahead is computed for
//! previews (see the decision on generation in `docs/adr`).

mod activate;
pub mod area;
mod draws;
pub mod events;
mod follow;
pub mod key_periods;
pub mod open;
pub mod partly;
mod rolling;
pub mod routes;
pub mod rules;
mod store;
pub mod subjects;
mod texts;

use mechanism::{Mechanism, Permission};

pub use activate::{activate, activate_again};
pub use events::RAISE;
pub use follow::FOLLOW;
pub use rolling::ROLL;
pub use store::{activations, is_active};

pub const MECHANISM: Mechanism = Mechanism {
    name: "duties",
    permissions: &[
        Permission {
            name: "figures.read",
            zh: "查看履职矩阵和通报",
            en: "read matrices and circulars",
        },
        Permission {
            name: "duties.key_periods",
            zh: "设置重要时段",
            en: "enter and withdraw key periods",
        },
        Permission {
            name: "duties.events",
            zh: "登记触发履职的事件",
            en: "enter events that open duties",
        },
    ],
    routes: routes::routes,
    timers: &[
        open::OPEN,
        open::AGAIN,
        draws::DRAW,
        follow::HAND_OVER,
        key_periods::OPEN,
        partly::LOOK,
        events::OPEN,
    ],
    importers: &[],
    texts: texts::TEXTS,
};
