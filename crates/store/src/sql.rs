//! The one way in which SQL is asked, the same for reading and for a unit of work.

use kernel::time::Moment;

use crate::catalog::Catalog;
use crate::error::Result;
use crate::memo::Remembered;
use crate::row::Row;
use crate::value::Value;

/// Which database answers. Only texts that must differ look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    Sqlite,
    Postgres,
}

/// Asks one SQL text with parameters bound by name (`:name`).
pub trait Sql {
    fn query(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>>;

    /// Business time, the same for the whole read or unit of work.
    fn now(&self) -> Moment;

    fn dialect(&self) -> Dialect;

    /// Tables and columns of the database.
    fn catalog(&self) -> &Catalog;

    /// What may be remembered between reads; nothing inside a unit of work, whose own changes nobody else has seen.
    fn remembered(&self) -> Option<Remembered<'_>> {
        None
    }

    /// The first row, if any.
    fn one(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Option<Row>> {
        Ok(self.query(sql, params)?.into_iter().next())
    }
}

/// Named parameters: `params! { "id" => id, "now" => now }` or `params!(id = id, now = now)`.
#[macro_export]
macro_rules! params {
    () => { ::std::vec::Vec::<(&str, $crate::Value)>::new() };
    ($($name:literal => $value:expr),+ $(,)?) => {
        ::std::vec![$(($name, $crate::Value::from($value))),+]
    };
    ($($name:ident = $value:expr),+ $(,)?) => {
        ::std::vec![$((::std::stringify!($name), $crate::Value::from($value))),+]
    };
}
