//! Messages leave here, after the commit that caused them.
//!
//! A message to the inbox has arrived when its row is there. Every other channel of a training instance ends in the
//! built-in sink: it is marked as sent and nothing goes anywhere. On a production instance a channel that nobody
//! configured fails, so that the message shows as not delivered instead of waiting for ever.

use kernel::time::Moment;
use store::{Act, Kind, Result, Sql, Store, Tx, params};

/// The channel that is the person's own list in the program.
pub const IN_APP: &str = "in-app";

/// Messages in one unit of work.
const BATCH: usize = 500;

/// Lets every message go that is due; says how many went.
pub async fn dispatch(store: &Store) -> Result<usize> {
    let kind = store.instance().kind;
    let mut total = 0;
    loop {
        let now = store.clock().business();
        if !store.read(move |sql| waiting(sql, now)).await? {
            return Ok(total);
        }
        total += store
            .write(Act::system("outbox.dispatch"), move |tx| batch(tx, kind))
            .await?;
    }
}

/// Asked first, so that an idle server writes nothing.
fn waiting(sql: &mut store::Read<'_>, now: Moment) -> Result<bool> {
    let row = sql.one(
        "select 1 as one from outbox where state = 'waiting' and due_at <= :now limit 1",
        &params! { "now" => now },
    )?;
    Ok(row.is_some())
}

fn batch(tx: &mut Tx<'_>, kind: Kind) -> Result<usize> {
    let rows = tx.query(
        "select id, channel from outbox where state = 'waiting' and due_at <= :now order by due_at, id limit :limit",
        &params! { "now" => tx.now(), "limit" => BATCH },
    )?;
    for row in &rows {
        let (state, answer) = outcome(kind, row.str("channel")?);
        tx.execute_machine(
            "update outbox set state = :state, answer = :answer, tries = tries + 1, changed_at = :at \
             where id = :id and state = 'waiting'",
            &params! { "state" => state, "answer" => answer, "at" => tx.machine_now(), "id" => row.id("id")? },
        )?;
    }
    Ok(rows.len())
}

/// What becomes of a message on a channel, and what the channel said.
fn outcome(kind: Kind, channel: &str) -> (&'static str, &'static str) {
    match (kind, channel) {
        (_, IN_APP) => ("sent", ""),
        (Kind::Training, _) => ("sent", "sink"),
        (Kind::Production, _) => ("failed", "not configured"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_training_instance_sends_nothing_outside() {
        assert_eq!(outcome(Kind::Training, "sms"), ("sent", "sink"));
        assert_eq!(outcome(Kind::Training, IN_APP), ("sent", ""));
    }

    #[test]
    fn a_channel_that_nobody_configured_is_not_taken_for_sent() {
        assert_eq!(outcome(Kind::Production, "sms").0, "failed");
        assert_eq!(outcome(Kind::Production, IN_APP).0, "sent");
    }
}
