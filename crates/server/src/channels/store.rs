//! Rows of addresses, of what is muted, and of messages on their way.

use super::rules::{Hours, Next};
use kernel::id::Id;
use kernel::time::{Day, Moment};
use std::collections::{BTreeMap, BTreeSet};
use store::{Result, Row, Sql, Tx, params};

/// Channel → address of a person.
pub fn addresses(sql: &mut dyn Sql, person: Id) -> Result<BTreeMap<String, String>> {
    let rows = sql.query(
        "select channel, address from contact where person = :person order by channel",
        &params! { "person" => person },
    )?;
    rows.iter()
        .map(|row| Ok((row.text("channel")?, row.text("address")?)))
        .collect()
}

/// Whether anybody has an address at all; where nobody has, nothing needs to be decided for a message.
pub fn anybody(sql: &mut dyn Sql) -> Result<bool> {
    Ok(sql
        .one("select 1 as one from contact limit 1", &[])?
        .is_some())
}

pub fn muted(sql: &mut dyn Sql, person: Id) -> Result<BTreeSet<String>> {
    let rows = sql.query(
        "select category from muted where person = :person",
        &params! { "person" => person },
    )?;
    rows.iter().map(|row| row.text("category")).collect()
}

/// Replaces the addresses and the muted categories of a person.
pub fn set_contact(
    tx: &mut Tx,
    person: Id,
    addresses: &BTreeMap<String, String>,
    muted: &BTreeSet<String>,
) -> Result<()> {
    for table in ["contact", "muted"] {
        tx.execute(
            &format!("delete from {table} where person = :person"),
            &params! { "person" => person },
        )?;
    }
    for (channel, address) in addresses {
        tx.execute(
            "insert into contact (person, channel, address, changed_at) values (:person, :channel, :address, :now)",
            &params! {
                "person" => person, "channel" => channel.as_str(), "address" => address.as_str(), "now" => tx.now()
            },
        )?;
    }
    for category in muted {
        tx.execute(
            "insert into muted (person, category) values (:person, :category)",
            &params! { "person" => person, "category" => category.as_str() },
        )?;
    }
    Ok(())
}

/// The hours of the place: dated settings, else the usual ones.
pub fn hours(sql: &mut dyn Sql, today: Day) -> Result<Hours> {
    let usual = Hours::default();
    Ok(Hours {
        quiet_from: minutes(sql, "channels.quiet_from", today)?.unwrap_or(usual.quiet_from),
        quiet_until: minutes(sql, "channels.quiet_until", today)?.unwrap_or(usual.quiet_until),
        digest_at: minutes(sql, "channels.digest_at", today)?.unwrap_or(usual.digest_at),
    })
}

/// A setting such as `22:00` as minutes of the day.
fn minutes(sql: &mut dyn Sql, name: &str, today: Day) -> Result<Option<u32>> {
    let row = sql.one(
        "select value from setting where name = :name and from_day <= :today order by from_day desc limit 1",
        &params! { "name" => name, "today" => today },
    )?;
    let text = row.map(|row| row.text("value")).transpose()?;
    Ok(text.and_then(|text| {
        let (hour, minute) = text.trim().split_once(':')?;
        let minutes = hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?;
        (minutes < 24 * 60).then_some(minutes)
    }))
}

/// A message that shall leave on another channel, as the outbox has it.
pub struct Going {
    pub id: Id,
    pub channel: String,
    pub person: Id,
    pub category: String,
    pub subject: Id,
    pub reason: String,
    pub created_at: Moment,
    pub tries: i64,
    pub digest: bool,
}

/// Puts the message of the list on another channel, once.
pub fn put(
    tx: &mut Tx,
    parent: &Row,
    channel: &str,
    person: Id,
    due: Moment,
    digest: Digest,
) -> Result<()> {
    let key = format!("{}#{channel}/{person}", parent.str("key")?);
    tx.execute_machine(
        "insert into outbox (id, key, receiver, channel, category, subject, reason, must_know, created_at, due_at, \
         state, tries, parent, digest) values (:id, :key, :person, :channel, :category, :subject, :reason, :must_know, \
         :created, :due, 'waiting', 0, :parent, :digest) on conflict do nothing",
        &params! {
            "id" => Id::natural("outbox", &key), "key" => key, "person" => person, "channel" => channel,
            "category" => parent.str("category")?, "subject" => parent.id("subject")?,
            "reason" => parent.str("reason")?, "must_know" => parent.flag("must_know")?,
            "created" => parent.moment("created_at")?, "due" => due, "parent" => parent.id("id")?,
            "digest" => i64::from(digest == Digest::Morning)
        },
    )?;
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digest {
    Alone,
    Morning,
}

/// Whether anything waits that may leave now; asked first, so that an idle server writes nothing.
pub fn leaving(sql: &mut dyn Sql, now: Moment, machine: Moment, stale: Moment) -> Result<bool> {
    let row = sql.one(
        "select 1 as one from outbox where channel <> 'in-app' and state in ('waiting', 'sending') and due_at <= :now \
         and ((state = 'waiting' and (retry_at is null or retry_at <= :machine)) \
         or (state = 'sending' and changed_at <= :stale)) limit 1",
        &params! { "now" => now, "machine" => machine, "stale" => stale },
    )?;
    Ok(row.is_some())
}

/// What may leave now, the longest waiting first.
pub fn ready(sql: &mut dyn Sql, now: Moment, machine: Moment, limit: usize) -> Result<Vec<Going>> {
    let rows = sql.query(
        "select id, channel, receiver, category, subject, reason, created_at, tries, digest from outbox \
         where channel <> 'in-app' and state in ('waiting', 'sending') and state = 'waiting' and due_at <= :now \
         and (retry_at is null or retry_at <= :machine) order by due_at, id limit :limit",
        &params! { "now" => now, "machine" => machine, "limit" => limit },
    )?;
    rows.iter().map(going).collect()
}

/// What was being sent when its process ended: begun before this machine time.
pub fn broken_off(sql: &mut dyn Sql, before: Moment) -> Result<Vec<Going>> {
    let rows = sql.query(
        "select id, channel, receiver, category, subject, reason, created_at, tries, digest from outbox \
         where channel <> 'in-app' and state in ('waiting', 'sending') and state = 'sending' \
         and changed_at <= :before order by due_at, id",
        &params! { "before" => before },
    )?;
    rows.iter().map(going).collect()
}

fn going(row: &Row) -> Result<Going> {
    Ok(Going {
        id: row.id("id")?,
        channel: row.text("channel")?,
        person: row.id("receiver")?,
        category: row.text("category")?,
        subject: row.id("subject")?,
        reason: row.text("reason")?,
        created_at: row.moment("created_at")?,
        tries: row.int("tries")?,
        digest: row.opt_int("digest")? == Some(1),
    })
}

/// Takes a message for sending; false where it is not waiting any more.
pub fn begin(tx: &mut Tx, id: Id) -> Result<bool> {
    let taken = tx.execute_machine(
        "update outbox set state = 'sending', tries = tries + 1, changed_at = :at where id = :id and state = 'waiting'",
        &params! { "at" => tx.machine_now(), "id" => id },
    )?;
    Ok(taken == 1)
}

/// What became of a message. Only one that is being sent changes, so a late answer changes nothing.
pub fn end(tx: &mut Tx, id: Id, from: &str, next: &Next) -> Result<()> {
    tx.execute_machine(
        "update outbox set state = :state, answer = :answer, retry_at = :retry, changed_at = :at \
         where id = :id and state = :from",
        &params! {
            "state" => next.state, "answer" => next.answer.as_str(), "retry" => next.retry_at,
            "at" => tx.machine_now(), "id" => id, "from" => from
        },
    )?;
    Ok(())
}

/// The language in which a person is written to; none where he has no account.
pub fn language(sql: &mut dyn Sql, person: Id) -> Result<Option<String>> {
    let row = sql.one(
        "select language from account where person = :person and state = 'active' order by id limit 1",
        &params! { "person" => person },
    )?;
    row.map(|row| row.text("language")).transpose()
}
