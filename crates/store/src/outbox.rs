//! Messages that leave after the commit that caused them.

use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;

use crate::error::{Error, Result};
use crate::params;
use crate::sql::Sql;
use crate::tx::Tx;

/// A message to a party. Its text is rendered from the reason when it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The natural key: the same message is put in only once.
    pub key: String,
    pub receiver: Id,
    pub channel: String,
    pub category: String,
    pub subject: Id,
    pub reason: Reason,
    /// The receiver cannot mute it.
    pub must_know: bool,
    /// Not to be sent before; none is at once.
    pub due_at: Option<Moment>,
}

impl Message {
    pub fn id(&self) -> Id {
        Id::natural("outbox", &self.key)
    }
}

/// Puts a message in, once; false when the same key was there before.
pub(crate) fn put(tx: &mut Tx<'_>, message: &Message) -> Result<bool> {
    let reason = serde_json::to_string(&message.reason).map_err(Error::database)?;
    let now = tx.now();
    let inserted = tx.execute(
        "insert into outbox (id, key, receiver, channel, category, subject, reason, must_know,
           created_at, due_at, state, tries)
         values (:id, :key, :receiver, :channel, :category, :subject, :reason, :must_know,
           :now, :due, 'waiting', 0)
         on conflict do nothing",
        &params! {
            "id" => message.id(),
            "key" => &message.key,
            "receiver" => message.receiver,
            "channel" => &message.channel,
            "category" => &message.category,
            "subject" => message.subject,
            "reason" => reason,
            "must_know" => message.must_know,
            "now" => now,
            "due" => message.due_at.unwrap_or(now),
        },
    )?;
    Ok(inserted > 0)
}

/// Of several messages of one category to one receiver on one subject that all still wait, only the newest leaves.
pub(crate) fn overtake(tx: &mut Tx<'_>, message: &Message) -> Result<u64> {
    tx.execute(
        "update outbox set state = 'overtaken' where subject = :subject and receiver = :receiver
           and category = :category and state = 'waiting' and key <> :key",
        &params! {
            "subject" => message.subject,
            "receiver" => message.receiver,
            "category" => &message.category,
            "key" => &message.key,
        },
    )
}
