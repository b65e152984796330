//! What every thread of the store shares.

use std::sync::Arc;

use kernel::chance::Chance;
use kernel::time::Clock;

use crate::catalog::Catalog;
use crate::health::Board;
use crate::memo::Memo;

pub(crate) struct Env {
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
    pub catalog: Catalog,
    pub board: Board,
    /// Where this process does all the writing.
    pub memo: Option<Memo>,
}
