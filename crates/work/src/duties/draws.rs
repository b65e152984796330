//! The timer of a draw. It stands before the duties of the same instant, which open for whom it names.

use kernel::period::Period;
use kernel::time::{Day, Moment};
use mechanism::{Env, timer};
use policy::{Draw, Header};
use store::{Result, Tx};

pub const DRAW: timer::Kind = timer::Kind {
    name: "duties.draw",
    run,
};

pub fn arm(
    tx: &mut Tx,
    env: &Env,
    header: &Header,
    draw: &Draw,
    today: Day,
    now: Moment,
) -> Result<()> {
    let period = Period::containing(draw.every, today.max(header.from));
    set(tx, env, draw, &period, now)
}

fn set(tx: &mut Tx, env: &Env, draw: &Draw, period: &Period, not_before: Moment) -> Result<()> {
    let at = env.calendar.zone().start_of(period.start).max(not_before);
    let body = serde_json::json!({ "draw": draw.id, "period": period.label() }).to_string();
    timer::set(
        tx,
        at,
        &format!("draw/{}/{}", draw.id, period.label()),
        DRAW.name,
        &body,
    )
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let (id, label) = (
        body["draw"].as_str().unwrap_or_default(),
        body["period"].as_str().unwrap_or_default(),
    );
    let (Some((pack, draw)), Some(period)) = (env.policy.draw(id), Period::parse_label(label))
    else {
        return Ok(());
    };
    if period.start > pack.header.until {
        return Ok(());
    }
    engine::draw::hold(tx, env, draw, &period)?;
    let draw = draw.clone();
    set(tx, env, &draw, &period.next(), timer.due)
}
