//! Asking the process that leads to move the time of a training instance.
//!
//! Of several processes on one database only the leader lets timers run. Whoever else is asked to move time writes down
//! how far it shall go, and looks until it is there.

use kernel::time::Moment;
use store::{Act, Kind, Read, Result, Sql, Store, Tx, params};

/// The row of `position` that says how far time shall go.
const NAME: &str = "clock";

/// How far time shall go, where that lies ahead.
pub async fn asked(store: &Store) -> Result<Option<Moment>> {
    if store.instance().kind != Kind::Training {
        return Ok(None);
    }
    let now = store.clock().business();
    let wanted = store.read(wanted).await?;
    Ok(wanted.filter(|to| now < *to))
}

/// Writes down how far time shall go; the furthest of several wishes holds.
pub async fn ask(store: &Store, to: Moment) -> Result<()> {
    let wish = move |tx: &mut Tx<'_>| {
        tx.execute_machine(
            "insert into position (name, seq) values (:name, :to) on conflict (name) do update \
             set seq = excluded.seq where position.seq < excluded.seq",
            &params! { "name" => NAME, "to" => to },
        )?;
        Ok(())
    };
    store.write(Act::system("clock.ask"), wish).await
}

/// Whether time has come there, in the database and as this process sees it.
pub async fn is_past(store: &Store, to: Moment) -> Result<bool> {
    let stored = store.read(|sql| {
        let row = sql.one("select now from business_clock", &[])?;
        row.map(|row| row.moment("now")).transpose()
    });
    let stored = stored.await?.is_some_and(|now| to <= now);
    Ok(stored && to <= store.clock().business())
}

/// Timers that ran on the way.
pub async fn ran(store: &Store, from: Moment, to: Moment) -> Result<usize> {
    let count = store.read(move |sql| {
        let row = sql.one(
            "select count(*) as n from timer where done_at > :from and done_at <= :to",
            &params! { "from" => from, "to" => to },
        )?;
        row.map_or(Ok(0), |row| row.int("n"))
    });
    Ok(usize::try_from(count.await?).unwrap_or_default())
}

fn wanted(sql: &mut Read<'_>) -> Result<Option<Moment>> {
    let row = sql.one(
        "select seq from position where name = :name",
        &params! { "name" => NAME },
    )?;
    row.map(|row| row.moment("seq")).transpose()
}
