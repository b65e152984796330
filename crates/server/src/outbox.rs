//! Messages leave here, after the commit that caused them.
//!
//! A message to the list in the program has arrived when its row is there. In the same unit of work it is put on every
//! other channel on which its receivers are reached; [`crate::channels`] sends those.

use crate::channels::Channels;
use crate::channels::fan::Fan;
use kernel::time::Moment;
use mechanism::{App, Env};
use store::lease::Fence;
use store::{Act, Kind, Result, Sql, Tx, params};

/// The channel that is the person's own list in the program.
pub const IN_APP: &str = "in-app";

/// Messages in one unit of work.
const BATCH: usize = 500;

/// Lets every message of the list go that is due; says how many went. Each batch asks for the lease under which it goes.
pub async fn dispatch(app: &App, channels: &Channels, fence: &Fence) -> Result<usize> {
    // A training instance sends nothing and shows all the same what would have gone where.
    let names = match app.store.instance().kind {
        Kind::Training => None,
        Kind::Production => Some(channels.names()),
    };
    let mut total = 0;
    loop {
        let now = app.store.clock().business();
        if !app.store.read(move |sql| waiting(sql, now)).await? {
            return Ok(total);
        }
        let (env, names, fence) = (app.env.clone(), names.clone(), fence.clone());
        total += app
            .store
            .write(Act::system("outbox.dispatch"), move |tx| {
                fence.check(tx)?;
                batch(tx, &env, names.as_deref())
            })
            .await?;
    }
}

/// Asked first, so that an idle server writes nothing.
fn waiting(sql: &mut store::Read<'_>, now: Moment) -> Result<bool> {
    let row = sql.one(
        "select 1 as one from outbox where state = 'waiting' and channel = 'in-app' and due_at <= :now limit 1",
        &params! { "now" => now },
    )?;
    Ok(row.is_some())
}

fn batch(tx: &mut Tx<'_>, env: &Env, names: Option<&[String]>) -> Result<usize> {
    let rows = tx.query(
        "select id, key, receiver, category, subject, reason, must_know, created_at from outbox \
         where state = 'waiting' and channel = 'in-app' and due_at <= :now order by due_at, id limit :limit",
        &params! { "now" => tx.now(), "limit" => BATCH },
    )?;
    let mut fan = Fan::open(tx, env.calendar.zone(), names)?;
    for row in &rows {
        let taken = tx.execute_machine(
            "update outbox set state = 'sent', answer = '', tries = tries + 1, changed_at = :at \
             where id = :id and state = 'waiting'",
            &params! { "at" => tx.machine_now(), "id" => row.id("id")? },
        )?;
        if taken == 1
            && let Some(fan) = &mut fan
        {
            fan.out(tx, row)?;
        }
    }
    Ok(rows.len())
}
