//! Timers: the only way in which time makes something happen.
//!
//! A timer is a row with a due instant and a natural key. A tick takes due timers in order of (due, key) and evaluates
//! each at its own due instant, so that any cut of a span into ticks gives the same rows. A timer that was handled is
//! marked, never deleted by the handler, and setting the same key again does nothing.

use crate::Env;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use store::lease::Fence;
use store::{Act, Error, Result, Sql, Store, Tx, params};

/// What to do when a timer of this kind is due. It runs at the timer's own due instant (`tx.now()`).
pub struct Kind {
    pub name: &'static str,
    pub run: fn(&mut Tx, &Env, &Timer) -> Result<()>,
}

#[derive(Clone, Debug)]
pub struct Timer {
    pub id: Id,
    pub due: Moment,
    pub key: String,
    pub kind: String,
    /// The kind's own parameters, JSON text.
    pub body: String,
}

/// Timers handled in one unit of work. One commit for many keeps catching up fast; the cut does not change any row.
const BATCH: usize = 64;

/// Sets a timer. The same key again is a no-op, whatever its due instant.
pub fn set(tx: &mut Tx, due: Moment, key: &str, kind: &str, body: &str) -> Result<()> {
    tx.execute(
        "insert into timer (id, due_at, key, kind, body) values (:id, :due, :key, :kind, :body) on conflict do nothing",
        &params! { "id" => Id::natural("timer", key), "due" => due, "key" => key, "kind" => kind, "body" => body },
    )?;
    Ok(())
}

/// The due instant of the next timer, for the loop that sleeps until then.
pub fn next_due(sql: &mut dyn Sql) -> Result<Option<Moment>> {
    let row = sql.one(
        "select min(due_at) as due from timer where done_at is null",
        &[],
    )?;
    row.map_or(Ok(None), |row| row.opt_moment("due"))
}

/// Handles every timer due up to and including `until`; returns how many.
pub fn tick(store: &Store, env: &Env, kinds: &[&'static Kind], until: Moment) -> Result<usize> {
    tick_under(&Fence::Alone, store, env, kinds, until)
}

/// The same under a lease, which every unit of work asks for: whoever lost it writes nothing more.
pub fn tick_under(
    fence: &Fence,
    store: &Store,
    env: &Env,
    kinds: &[&'static Kind],
    until: Moment,
) -> Result<usize> {
    let mut handled = 0;
    let mut most = BATCH;
    loop {
        let suspect = match most {
            1 => store.read_blocking(move |sql| first_due(sql, until))?,
            _ => None,
        };
        let (env, kinds, own) = (env.clone(), kinds.to_vec(), fence.clone());
        let clock = store.clock().clone();
        let outcome = store.write_blocking(Act::system("timers.tick"), move |tx| {
            own.check(tx)?;
            let enough = enough(&own, tx.machine_now());
            let pressed = || enough.is_some_and(|at| at <= clock.machine());
            batch(tx, &env, &kinds, until, most, &pressed)
        });
        match outcome {
            Ok(0) => return Ok(handled),
            Ok(count) => {
                handled += count;
                most = BATCH;
            }
            // One of the batch was refused and undid the others: go on one by one until it stands first.
            Err(Error::Refused(_)) if most > 1 => most = 1,
            Err(Error::Refused(reason)) => {
                // None only where another process handled all that was due.
                let Some(timer) = suspect else { continue };
                let own = fence.clone();
                store.write_blocking(Act::system("timers.pass_over"), move |tx| {
                    own.check(tx)?;
                    pass_over(tx, &timer, &reason)
                })?;
                handled += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// When a unit of work under a lease has done enough: it must end, and the lease be held anew, before the lease runs out.
fn enough(fence: &Fence, began: Moment) -> Option<Moment> {
    match fence {
        Fence::Alone => None,
        Fence::Held { ttl_ms, .. } => Some(began.plus_millis(ttl_ms / 4)),
    }
}

fn batch(
    tx: &mut Tx,
    env: &Env,
    kinds: &[&'static Kind],
    until: Moment,
    most: usize,
    pressed: &dyn Fn() -> bool,
) -> Result<usize> {
    let mut handled = 0;
    while handled < most && (handled == 0 || !pressed()) {
        // Handling a timer may set an earlier one than those already read, so each is taken afresh.
        let Some(timer) = first_due(tx, until)? else {
            break;
        };
        // Taken before it runs: of two processes that tick at once the second waits here until the
        // first has committed, and goes on with the next timer.
        if !take(tx, &timer)? {
            continue;
        }
        tx.set_now(timer.due);
        let kind = kinds.iter().find(|kind| kind.name == timer.kind);
        if let Some(kind) = kind {
            (kind.run)(tx, env, &timer)?;
        } else {
            tracing::warn!(
                kind = timer.kind,
                "a timer of a kind that no mechanism knows is passed over"
            );
        }
        // One entry a timer, so that the ledger holds the same entries however the span was cut.
        tx.note(timer.id, "ticked", serde_json::json!({ "key": timer.key }))?;
        handled += 1;
    }
    Ok(handled)
}

/// Marks a timer as handled; false when somebody else has done it since it was read.
fn take(tx: &mut Tx, timer: &Timer) -> Result<bool> {
    let taken = tx.execute(
        "update timer set done_at = :now where id = :id and done_at is null",
        &params! { "now" => timer.due, "id" => timer.id },
    )?;
    Ok(taken == 1)
}

/// Marks the first due timer as refused: it must not hold up everybody else's clocks.
/// One that another process has handled meanwhile stays as it is.
fn pass_over(tx: &mut Tx, timer: &Timer, reason: &Reason) -> Result<()> {
    if !take(tx, timer)? {
        return Ok(());
    }
    tracing::error!(
        key = timer.key,
        code = reason.code,
        "a timer was refused by a rule and is passed over"
    );
    tx.set_now(timer.due);
    tx.execute(
        "update timer set failed = :code where id = :id",
        &params! { "code" => reason.code.as_str(), "id" => timer.id },
    )?;
    tx.note(
        timer.id,
        "passed_over",
        serde_json::json!({ "key": timer.key, "reason": reason.code }),
    )
}

fn first_due(sql: &mut dyn Sql, until: Moment) -> Result<Option<Timer>> {
    let row = sql.one(
        "select id, due_at, key, kind, body from timer where done_at is null and due_at <= :until \
         order by due_at, key limit 1",
        &params! { "until" => until },
    )?;
    row.map(|row| {
        Ok(Timer {
            id: row.id("id")?,
            due: row.moment("due_at")?,
            key: row.text("key")?,
            kind: row.text("kind")?,
            body: row.text("body")?,
        })
    })
    .transpose()
}
