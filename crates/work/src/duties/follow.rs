//! A change of binding moves open duties to whoever answers from then on, where their definition says so.

use engine::obligations::store as rows;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::reaction::{Event, Reaction};
use mechanism::{Env, timer};
use policy::{HolderChange, HolderRule};
use registry::site;
use store::{Result, Sql, Tx};

/// What the table of contents lists.
pub const FOLLOW: Reaction = Reaction {
    name: "duties.follow",
    run: react,
};

/// Timer of a change that takes effect on a day.
pub const HAND_OVER: timer::Kind = timer::Kind {
    name: "duties.hand_over",
    run,
};

fn react(tx: &mut Tx, env: &Env, event: &Event) -> Result<()> {
    let Event::CapacityChanged { site, role, from } = event else {
        return Ok(());
    };
    let at = env.calendar.zone().start_of(*from);
    if at <= tx.now() {
        return hand_over(tx, env, *site, role);
    }
    let body = serde_json::json!({ "site": site, "role": role }).to_string();
    timer::set(
        tx,
        at,
        &format!("hand-over/{site}/{role}/{from}"),
        HAND_OVER.name,
        &body,
    )
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let Some(site) = body["site"].as_str().and_then(Id::parse) else {
        return Ok(());
    };
    hand_over(tx, env, site, body["role"].as_str().unwrap_or_default())
}

/// Hands open obligations of the site over to whoever is bound today. With nobody bound they stay where they are: the
/// vacancy climbs by the ladder, an obligation is never without a holder.
fn hand_over(tx: &mut Tx, env: &Env, site: Id, role: &str) -> Result<()> {
    let today: Day = env.calendar.zone().day_of(tx.now());
    let Some(bound) = site::store::bound(tx, site, role, today)? else {
        return Ok(());
    };
    for row in rows::of_source(tx, site)? {
        let follows = env.policy.duty(&row.definition).is_some_and(|(_, duty)| {
            duty.on_holder_change == HolderChange::Follow
                && duty.holder == HolderRule::Capacity(role.to_owned())
        });
        if follows && row.outcome.is_none() && row.holder != bound {
            rows::reassign(tx, &row, bound)?;
            tx.note(
                row.id,
                "handed_over",
                serde_json::json!({ "from": row.holder, "to": bound }),
            )?;
        }
    }
    Ok(())
}
