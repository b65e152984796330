//! A read: one consistent picture of the database.

use kernel::time::Moment;

use crate::catalog::Catalog;
use crate::env::Env;
use crate::error::Result;
use crate::memo::{Remembered, Versions};
use crate::row::Row;
use crate::session::Session;
use crate::sql::{Dialect, Sql};
use crate::value::Value;

pub struct Read<'a> {
    session: &'a mut dyn Session,
    env: &'a Env,
    now: Moment,
    versions: Option<Versions>,
}

impl<'a> Read<'a> {
    /// The versions are those from before the picture of the database began.
    pub(crate) fn new(
        session: &'a mut dyn Session,
        env: &'a Env,
        versions: Option<Versions>,
    ) -> Read<'a> {
        let now = env.clock.business();
        Read {
            session,
            env,
            now,
            versions,
        }
    }

    /// Prepares a text without running it, for the test that prepares all texts on both databases.
    pub fn check(&mut self, text: &crate::Text) -> Result<()> {
        let params = text.params.iter();
        let params: Vec<(&str, Value)> = params
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        self.session.check(&text.sql, &params)
    }

    pub fn machine_now(&self) -> Moment {
        self.env.clock.machine()
    }
}

impl Sql for Read<'_> {
    fn query(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>> {
        self.session.query(sql, params)
    }

    fn now(&self) -> Moment {
        self.now
    }

    fn dialect(&self) -> Dialect {
        self.session.dialect()
    }

    fn catalog(&self) -> &Catalog {
        &self.env.catalog
    }

    fn remembered(&self) -> Option<Remembered<'_>> {
        let memo = self.env.memo.as_ref()?;
        Some(Remembered::new(memo, self.versions.as_ref()?))
    }
}
