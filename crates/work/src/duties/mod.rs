//! Duties: what recurs. A timer a definition and period opens the obligations of all its subjects at the period's start.
//!
//! Holders are resolved as of the opening instant, so nothing is generated ahead of it; what lies ahead is computed for
//! previews (see the decision on generation in `docs/adr`).

mod activate;
mod draws;
mod follow;
mod open;
pub mod routes;
pub mod rules;
mod store;
mod subjects;
mod texts;

use mechanism::{Mechanism, Permission};

pub use activate::activate;
pub use follow::FOLLOW;
pub use store::{activations, is_active};

pub const MECHANISM: Mechanism = Mechanism {
    name: "duties",
    permissions: &[Permission {
        name: "figures.read",
        zh: "查看履职矩阵和通报",
        en: "read matrices and circulars",
    }],
    routes: routes::routes,
    timers: &[open::OPEN, draws::DRAW, follow::HAND_OVER],
    importers: &[],
    texts: texts::TEXTS,
};
