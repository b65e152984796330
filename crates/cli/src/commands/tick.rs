//! `anlan tick --until DAY`: moves business time of a training instance.

use crate::outcome::{Done, Outcome, Refusal};
use crate::place;
use clap::Args;
use kernel::time::Day;
use mechanism::{App, timer};
use serde_json::json;
use server::Settings;
use store::Kind;

#[derive(Args)]
pub struct Wanted {
    /// The day to whose end time moves, such as 2022-09-30.
    #[arg(long, value_name = "DAY")]
    until: String,
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    let Some(day) = Day::parse(&wanted.until) else {
        return Err(Refusal::Input(format!(
            "{} is no day such as 2022-09-30",
            wanted.until
        )));
    };
    let app = place::open(settings)?;
    if app.store.instance().kind != Kind::Training {
        return Err(Refusal::Input(
            "the time of a production instance cannot be moved".to_owned(),
        ));
    }
    let ran = advance(&app, day)?;
    let now = app.env.calendar.zone().iso(app.store.clock().business());
    Ok(Done::new(
        format!("{ran} timers ran; it is {now} now"),
        json!({ "ran": ran, "now": now }),
    ))
}

/// Handles every timer up to the end of the day and moves the clock there.
pub fn advance(app: &App, day: Day) -> Result<usize, Refusal> {
    let to = app.env.calendar.zone().end_of(day);
    if to < app.store.clock().business() {
        return Err(Refusal::Input(format!(
            "time only moves forwards, and {day} has ended"
        )));
    }
    let ran = timer::tick(&app.store, &app.env, &app.timer_kinds, to)?;
    app.store.advance_business_blocking(to)?;
    Ok(ran)
}
