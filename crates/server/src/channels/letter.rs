//! What goes out, and what the other side said.

use super::mail::Mail;
use super::webhook::Webhook;
use kernel::id::Id;
use kernel::time::Moment;

pub enum Carrier {
    Mail(Mail),
    Webhook(Webhook),
}

/// A message on its way, with the words of its receiver's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The same however often it is tried.
    pub id: Id,
    pub channel: String,
    pub to: String,
    pub title: String,
    pub text: String,
    /// Page of what it is about, where the public address is known.
    pub link: String,
    pub category: String,
    /// Business time at which it was written, as people read it.
    pub at: String,
    /// Machine time of this try.
    pub now: Moment,
    pub tries: i64,
    /// Rows of the outbox that it carries: one, or a morning's digest.
    pub rows: Vec<Id>,
}

/// What became of one try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The other side took it over.
    Sent(String),
    /// It has reached the person.
    Delivered(String),
    /// It never will; trying again is of no use.
    Refused(String),
    /// It was certainly not taken over, and may be later.
    Again(String),
    /// Nobody can say.
    Unknown(String),
}
