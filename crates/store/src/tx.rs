//! A unit of work: rows, ledger entries, facts and outgoing messages that commit together.
//!
//! The closure of a unit of work checks versions and guards again, and never waits, sends or
//! sleeps. It may be run more than once, so it takes nothing from outside that it uses up. When a
//! statement fails it returns the error: going on after it works on one database only.

use kernel::chance::Chance;
use kernel::fact::Fact;
use kernel::id::Id;
use kernel::time::Moment;

use crate::act::Act;
use crate::catalog::Catalog;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::facts;
use crate::ledger::entry::{Entry, hex};
use crate::outbox::{self, Message};
use crate::row::Row;
use crate::session::Session;
use crate::sql::{Dialect, Sql};
use crate::texts;
use crate::value::Value;

pub struct Tx<'a> {
    pub(crate) session: &'a mut dyn Session,
    env: &'a Env,
    act: &'a Act,
    now: Moment,
    machine_now: Moment,
    notes: Vec<Entry>,
    wrote: bool,
    /// The last frozen month, once it was asked for.
    pub(crate) frozen: Option<i64>,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(session: &'a mut dyn Session, env: &'a Env, act: &'a Act) -> Tx<'a> {
        Tx {
            session,
            env,
            act,
            now: env.clock.business(),
            machine_now: env.clock.machine(),
            notes: Vec::new(),
            wrote: false,
            frozen: None,
        }
    }

    /// Changes rows and says how many.
    pub fn execute(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<u64> {
        let changed = self.session.execute(sql, params)?;
        self.wrote |= 0 < changed;
        Ok(changed)
    }

    /// Changes rows of machine state that the ledger does not carry: sessions, leases, tries,
    /// progress of jobs.
    pub fn execute_machine(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<u64> {
        self.session.execute(sql, params)
    }

    /// The same for a text that returns rows.
    pub fn query_machine(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>> {
        self.session.query(sql, params)
    }

    /// Inserts rows; those whose key is there already are passed over. Says how many were new.
    pub fn insert_many(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: Vec<Vec<Value>>,
    ) -> Result<u64> {
        if rows.is_empty() {
            return Ok(0);
        }
        let inserted = self.session.insert_many(table, columns, &rows)?;
        self.wrote |= 0 < inserted;
        Ok(inserted)
    }

    /// Lets the tick evaluate a timer at its own due instant.
    pub fn set_now(&mut self, now: Moment) {
        self.now = now;
    }

    pub fn machine_now(&self) -> Moment {
        self.machine_now
    }

    pub fn act(&self) -> &Act {
        self.act
    }

    /// A new id for something that a person made.
    pub fn new_id(&self) -> Id {
        Id::v7(self.machine_now, &*self.env.chance)
    }

    pub fn chance(&self) -> &dyn Chance {
        &*self.env.chance
    }

    /// Keeps a ledger entry for this unit of work.
    pub fn note(&mut self, subject: Id, verb: &str, body: serde_json::Value) -> Result<()> {
        self.entry(Some(subject), verb, &body);
        Ok(())
    }

    /// Keeps one ledger entry for a bulk act, with the digest of the sorted keys it touched.
    pub fn bulk_note(
        &mut self,
        verb: &str,
        count: usize,
        keys_digest: [u8; 32],
        body: serde_json::Value,
    ) -> Result<()> {
        let body = serde_json::json!({
            "count": count,
            "keys": hex(&keys_digest),
            "what": body,
        });
        self.entry(None, verb, &body);
        Ok(())
    }

    /// Books a fact and gives its number, by which a correction names it.
    pub fn fact(&mut self, fact: &Fact) -> Result<i64> {
        let numbers = facts::book(self, std::slice::from_ref(fact))?;
        numbers.first().copied().ok_or(Error::NotFound)
    }

    /// Books many facts and gives their numbers.
    pub fn facts(&mut self, facts: &[Fact]) -> Result<Vec<i64>> {
        facts::book(self, facts)
    }

    /// Puts a message into the outbox; the same key again changes nothing.
    pub fn send(&mut self, message: &Message) -> Result<bool> {
        outbox::put(self, message)
    }

    /// Marks what an earlier message of the same category would have said to the same receiver as overtaken.
    pub fn overtake(&mut self, message: &Message) -> Result<u64> {
        outbox::overtake(self, message)
    }

    /// Writes what was noted, the last step before the commit; gives the id of the first entry.
    pub(crate) fn finish(&mut self) -> Result<Option<Id>> {
        if cfg!(debug_assertions) && self.wrote && self.notes.is_empty() {
            let act = self.act.name;
            return Err(Error::Database(format!(
                "{act} changed rows without a note for the ledger"
            )));
        }
        let first = self.notes.first().map(|entry| entry.id);
        for entry in std::mem::take(&mut self.notes) {
            entry.insert(self.session)?;
        }
        Ok(first)
    }

    fn entry(&mut self, subject: Option<Id>, verb: &str, body: &serde_json::Value) {
        let entry = Entry {
            id: self.new_id(),
            at: self.now,
            recorded_at: self.machine_now,
            actor: self.act.actor,
            act: self.act.name.to_owned(),
            request: self.act.request.clone(),
            subject,
            verb: verb.to_owned(),
            body: body.to_string(),
        };
        self.notes.push(entry);
    }
}

impl Sql for Tx<'_> {
    fn query(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>> {
        let rows = self.session.query(sql, params)?;
        self.wrote |= !rows.is_empty() && texts::writes(sql);
        Ok(rows)
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
}
