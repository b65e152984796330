//! One entry, and the bytes over which its digest is calculated.

use kernel::id::Id;
use kernel::ledger::digest;
use kernel::time::Moment;

use crate::error::Result;
use crate::params;
use crate::row::Row;
use crate::session::Session;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub id: Id,
    /// Business time.
    pub at: Moment,
    /// Machine time.
    pub recorded_at: Moment,
    pub actor: Option<Id>,
    pub act: String,
    pub request: Option<String>,
    pub subject: Option<Id>,
    pub verb: String,
    /// JSON, stored as it was written.
    pub body: String,
}

impl Entry {
    pub fn insert(&self, session: &mut dyn Session) -> Result<()> {
        let digest = digest(&self.bytes());
        let sealed = session.seal(&self.id, &digest);
        session.execute(
            "insert into ledger_entry (id, at, recorded_at, actor, act, request, subject, verb,
               body, digest, seq, hash)
             values (:id, :at, :recorded_at, :actor, :act, :request, :subject, :verb,
               :body, :digest, :seq, :hash)",
            &params! {
                "id" => self.id,
                "at" => self.at,
                "recorded_at" => self.recorded_at,
                "actor" => self.actor,
                "act" => &self.act,
                "request" => self.request.as_deref(),
                "subject" => self.subject,
                "verb" => &self.verb,
                "body" => &self.body,
                "digest" => digest,
                "seq" => sealed.map(|sealed| sealed.seq),
                "hash" => sealed.map(|sealed| sealed.hash),
            },
        )?;
        Ok(())
    }

    pub fn read(row: &Row) -> Result<Entry> {
        Ok(Entry {
            id: row.id("id")?,
            at: row.moment("at")?,
            recorded_at: row.moment("recorded_at")?,
            actor: row.opt_id("actor")?,
            act: row.text("act")?,
            request: row.opt_text("request")?,
            subject: row.opt_id("subject")?,
            verb: row.text("verb")?,
            body: row.text("body")?,
        })
    }

    /// Every column takes part, each with its length before it, so that nothing can be moved
    /// from one to the other; the body is taken as stored.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.body.len() + 160);
        put(&mut bytes, self.id.bytes());
        put(&mut bytes, &self.at.0.to_be_bytes());
        put(&mut bytes, &self.recorded_at.0.to_be_bytes());
        put(&mut bytes, self.actor.as_ref().map_or(&[], Id::bytes));
        put(&mut bytes, self.act.as_bytes());
        put(&mut bytes, self.request.as_deref().unwrap_or("").as_bytes());
        put(&mut bytes, self.subject.as_ref().map_or(&[], Id::bytes));
        put(&mut bytes, self.verb.as_bytes());
        put(&mut bytes, self.body.as_bytes());
        bytes
    }
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
    bytes.extend_from_slice(part);
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    let bytes = digits.chunks(2).map(|pair| (pair[0] << 4 | pair[1]) as u8);
    Some(bytes.collect())
}
