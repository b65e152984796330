//! What a connection inside a transaction can do; the two databases implement it.

use kernel::id::Id;
use kernel::ledger::Sealed;

use crate::error::Result;
use crate::row::Row;
use crate::sql::Dialect;
use crate::value::Value;

pub(crate) trait Session {
    fn dialect(&self) -> Dialect;

    fn query(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>>;

    fn execute(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<u64>;

    /// Inserts rows; those whose key is there already are passed over.
    fn insert_many(&mut self, table: &str, columns: &[&str], rows: &[Vec<Value>]) -> Result<u64>;

    /// Reserves numbers of facts.
    fn fact_numbers(&mut self, count: i64) -> Result<FactNumbers>;

    /// Prepares a text without running it.
    fn check(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<()>;

    /// Gives a ledger entry its place, where commits come one after the other; else a sealer does.
    fn seal(&mut self, id: &Id, digest: &[u8; 32]) -> Option<Sealed>;
}

/// Rising numbers, not always without gaps.
pub(crate) struct FactNumbers {
    pub numbers: Vec<i64>,
    /// Whether the number is also the place in commit order.
    pub sealed: bool,
}
