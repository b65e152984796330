//! Counting: a row that every request updates is locked until the commit, so all requests queue behind the disk.

use super::{Where, load};
use crate::Outcome;
use crate::sample::say;
use kernel::fact::Fact;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;
use store::{Result, Sql, Tx, params};

const TABLES: &str = "create table rig_counter (name text primary key, total bigint not null);
    insert into rig_counter (name, total) values ('all', 0);";

/// 2022-07-01, whatever the machine's calendar shows.
const DAY: Day = Day(19_174);

pub fn run(place: &Where, rounds: usize, seconds: u64) -> Outcome<()> {
    let (store, name) = load::open(place, TABLES)?;
    for round in 1..=rounds {
        let facts = load::rate(&store, seconds, "rig.fact", by_fact)?;
        say(&format!("shape/{name}-facts"), round, &[("rps", facts)])?;
        let row = load::rate(&store, seconds, "rig.counter", by_row)?;
        say(&format!("shape/{name}-counter-row"), round, &[("rps", row)])?;
    }
    // Both ways must have counted, or nothing was compared.
    store.settle_blocking()?;
    let counted = store.read_blocking(|sql| {
        let folded = sql.one(
            "select cast(coalesce(sum(total), 0) as bigint) as n from counter where kind = 'rig.done'",
            &params!(),
        )?;
        let facts = sql.one("select count(*) as n from fact where kind = 'rig.done'", &params!())?;
        let hot = sql.one("select total as n from rig_counter", &params!())?;
        let n = |row: Option<store::Row>| row.map_or(Ok(0), |row| row.int("n"));
        Ok((n(folded)?, n(facts)?, n(hot)?))
    })?;
    match counted {
        (folded, facts, hot) if folded == facts && 0 < hot => Ok(()),
        other => Err(format!("the counters do not agree: {other:?}").into()),
    }
}

/// A row of evidence, as both sides write it.
fn fact(tx: &Tx<'_>) -> Fact {
    Fact {
        kind: "rig.done".to_owned(),
        subject: Id::natural("rig", "subject"),
        area: AreaPath::default(),
        sector: None,
        occurred_on: DAY,
        amount: 1,
        source: tx.new_id(),
        corrects: None,
    }
}

fn by_fact(tx: &mut Tx<'_>) -> Result<()> {
    let fact = fact(tx);
    tx.fact(&fact)?;
    tx.note(fact.source, "counted", serde_json::json!({}))
}

fn by_row(tx: &mut Tx<'_>) -> Result<()> {
    by_fact(tx)?;
    tx.execute(
        "update rig_counter set total = total + 1 where name = 'all'",
        &params!(),
    )?;
    Ok(())
}
