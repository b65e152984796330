//! What the wire shows of matters. The page computes no rule: states, clocks, offers and refusals come from here.

mod offers;
mod row;
mod side;
mod stepper;
mod whole;

use kernel::id::Id;
use registry::party;
use std::collections::BTreeMap;
use store::{Result, Sql};

use engine::obligations::view::Named;

pub use offers::RoleView;
pub use row::{MatterRow, rows};
pub use whole::{MatterView, whole};

/// Names of parties, persons and sites, looked up once an answer.
struct Names(BTreeMap<Id, String>);

impl Names {
    fn of(sql: &mut dyn Sql, ids: impl Iterator<Item = Id>) -> Result<Names> {
        let ids: Vec<Id> = ids.collect();
        Ok(Names(party::store::labels(sql, &ids)?))
    }

    fn get(&self, id: Id) -> Named {
        Named {
            id,
            name: self.0.get(&id).cloned().unwrap_or_default(),
        }
    }
}
