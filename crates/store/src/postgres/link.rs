//! A connection that comes back after it was lost.

use std::collections::HashMap;

use postgres::types::Type;
use postgres::{Client, NoTls, Statement};

use super::fault;
use crate::error::{Error, Result};
use crate::row::Columns;

/// Notices are of no use to anybody; times never leave the database as text. Who waits longer than
/// this for a foreign lock hears that the database is busy, instead of waiting for ever.
const GREETING: &str =
    "set client_min_messages = warning; set timezone = 'UTC'; set lock_timeout = '5s'";

/// A text as prepared on this connection.
pub(super) struct Known {
    pub sql: String,
    pub names: Vec<String>,
    pub types: Vec<Type>,
    pub prepared: Option<(Statement, Columns)>,
}

pub(crate) struct Link {
    url: String,
    client: Option<Client>,
    pub(super) known: HashMap<String, Known>,
    /// The process that serves this connection.
    pub(super) backend: i32,
}

impl Link {
    pub fn new(url: &str) -> Link {
        Link {
            url: url.to_owned(),
            client: None,
            known: HashMap::new(),
            backend: 0,
        }
    }

    /// The client, connected again when necessary.
    pub fn client(&mut self) -> Result<&mut Client> {
        if self.client.as_ref().is_some_and(Client::is_closed) {
            self.forget();
        }
        if self.client.is_none() {
            let mut client = Client::connect(&self.url, NoTls).map_err(|error| fault(&error))?;
            let greeted = client.batch_execute(GREETING);
            greeted.map_err(|error| fault(&error))?;
            let row = client.query_one("select pg_backend_pid()", &[]);
            self.backend = row.map_err(|error| fault(&error))?.get(0);
            self.client = Some(client);
        }
        self.client.as_mut().ok_or(Error::Busy)
    }

    /// Drops the connection and all that was prepared on it.
    pub fn forget(&mut self) {
        self.client = None;
        self.known.clear();
    }

    pub fn run(&mut self, sql: &str) -> Result<(), postgres::Error> {
        match &mut self.client {
            Some(client) => client.batch_execute(sql),
            None => Ok(()),
        }
    }

    /// The connected client with what was prepared on it.
    pub(super) fn parts(&mut self) -> Result<(&mut Client, &mut HashMap<String, Known>)> {
        let client = self.client.as_mut().ok_or(Error::Busy)?;
        Ok((client, &mut self.known))
    }
}
