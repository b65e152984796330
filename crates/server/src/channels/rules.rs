//! When a message goes out on which channel, and what a try means for the next. Pure.

use super::letter::Told;
use kernel::time::{Moment, Zone};

/// The category of what must reach people at any hour.
pub const RED: &str = "red";

/// Hours of the day, in minutes: quiet ones, and when the morning's digest goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub quiet_from: u32,
    pub quiet_until: u32,
    pub digest_at: u32,
}

impl Default for Hours {
    fn default() -> Self {
        Self {
            quiet_from: 22 * 60,
            quiet_until: 7 * 60,
            digest_at: 8 * 60,
        }
    }
}

/// How pressing a message is for its receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// At any hour.
    Red,
    /// Cannot be muted; waits for the end of the quiet hours.
    MustKnow,
    /// Waits for the morning.
    Plain,
}

impl Press {
    pub fn of(category: &str, must_know: bool) -> Press {
        match (category, must_know) {
            (RED, _) => Press::Red,
            (_, true) => Press::MustKnow,
            (_, false) => Press::Plain,
        }
    }
}

/// When a message leaves on a channel outside of the program, and whether with the morning's others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaving {
    pub at: Moment,
    pub digest: bool,
}

/// None where the receiver has muted it and may.
pub fn leaving(
    press: Press,
    muted: bool,
    now: Moment,
    zone: &Zone,
    hours: Hours,
) -> Option<Leaving> {
    let at_once = Leaving {
        at: now,
        digest: false,
    };
    match press {
        Press::Red => Some(at_once),
        Press::MustKnow if quiet(now, zone, hours) => Some(Leaving {
            at: next(now, zone, hours.quiet_until),
            digest: false,
        }),
        Press::MustKnow => Some(at_once),
        Press::Plain if muted => None,
        Press::Plain => Some(Leaving {
            at: next(now, zone, hours.digest_at),
            digest: true,
        }),
    }
}

fn quiet(now: Moment, zone: &Zone, hours: Hours) -> bool {
    let (_, hour, minute, _) = zone.civil(now);
    let minutes = hour * 60 + minute;
    match hours.quiet_from <= hours.quiet_until {
        true => hours.quiet_from <= minutes && minutes < hours.quiet_until,
        // Over midnight.
        false => hours.quiet_from <= minutes || minutes < hours.quiet_until,
    }
}

/// The next time that the clock shows so many minutes of the day.
fn next(now: Moment, zone: &Zone, minutes: u32) -> Moment {
    let today = zone.day_of(now);
    let at = |day| zone.at(day, minutes / 60, minutes % 60);
    let first = at(today);
    if now < first {
        first
    } else {
        at(today.plus_days(1))
    }
}

/// Tries before a message is given up.
const MOST_TRIES: i64 = 6;

/// What may be risked where nobody knows whether a message went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// That it arrives twice: mail, whose copies are known by their id, and whatever is red.
    Twice,
    /// That it never arrives: nobody is called twice.
    Never,
}

impl Risk {
    pub fn of(channel: &str, category: &str) -> Risk {
        match channel == super::EMAIL || category == RED {
            true => Risk::Twice,
            false => Risk::Never,
        }
    }
}

/// What a row of the outbox becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub state: &'static str,
    pub answer: String,
    /// Machine time of the next try.
    pub retry_at: Option<Moment>,
}

/// `tries` counts this one.
pub fn after(told: &Told, risk: Risk, tries: i64, now: Moment) -> Next {
    let end = |state: &'static str, answer: &str| Next {
        state,
        answer: answer.to_owned(),
        retry_at: None,
    };
    let again = |state: &'static str, answer: &str| match tries < MOST_TRIES {
        true => Next {
            state: "waiting",
            answer: answer.to_owned(),
            retry_at: Some(now.plus_minutes(wait(tries))),
        },
        false => end(state, answer),
    };
    match told {
        Told::Sent(answer) => end("sent", answer),
        Told::Delivered(answer) => end("delivered", answer),
        Told::Refused(answer) => end("failed", answer),
        Told::Again(answer) => again("failed", answer),
        Told::Unknown(answer) if risk == Risk::Twice => again("unknown", answer),
        Told::Unknown(answer) => end("unknown", answer),
    }
}

/// Minutes until the next try: 1, 4, 16, 64, 256.
fn wait(tries: i64) -> i64 {
    let steps = u32::try_from(tries - 1).unwrap_or(0).min(4);
    4i64.pow(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::time::Day;

    fn zone() -> Zone {
        Zone::named("Asia/Shanghai").unwrap()
    }

    fn at(hour: u32, minute: u32) -> Moment {
        zone().at(Day::new(2022, 6, 15).unwrap(), hour, minute)
    }

    fn left(press: Press, muted: bool, now: Moment) -> Option<Leaving> {
        leaving(press, muted, now, &zone(), Hours::default())
    }

    #[test]
    fn red_goes_at_any_hour_and_nothing_mutes_what_must_be_known() {
        let night = at(23, 30);
        assert_eq!(
            left(Press::Red, true, night),
            Some(Leaving {
                at: night,
                digest: false
            })
        );
        let morning = zone().at(Day::new(2022, 6, 16).unwrap(), 7, 0);
        assert_eq!(
            left(Press::MustKnow, true, night),
            Some(Leaving {
                at: morning,
                digest: false
            })
        );
        assert_eq!(
            left(Press::MustKnow, false, at(3, 0)).map(|one| one.at),
            Some(at(7, 0))
        );
        assert_eq!(
            left(Press::MustKnow, false, at(7, 0)).map(|one| one.at),
            Some(at(7, 0))
        );
        assert_eq!(
            left(Press::MustKnow, false, at(21, 59)).map(|one| one.at),
            Some(at(21, 59))
        );
    }

    #[test]
    fn what_is_not_pressing_waits_for_the_morning_and_may_be_muted() {
        assert_eq!(left(Press::Plain, true, at(10, 0)), None);
        let tomorrow = zone().at(Day::new(2022, 6, 16).unwrap(), 8, 0);
        assert_eq!(
            left(Press::Plain, false, at(10, 0)),
            Some(Leaving {
                at: tomorrow,
                digest: true
            })
        );
        assert_eq!(
            left(Press::Plain, false, at(6, 0)).map(|one| one.at),
            Some(at(8, 0))
        );
        assert_eq!(Press::of("reminder", false), Press::Plain);
        assert_eq!(Press::of(RED, false), Press::Red);
    }

    #[test]
    fn a_gateway_that_broke_off_is_not_asked_twice_but_for_red() {
        let now = at(10, 0);
        let unknown = Told::Unknown("broke off".to_owned());
        let state = |channel, category, tries| {
            after(&unknown, Risk::of(channel, category), tries, now).state
        };
        assert_eq!(state("robot", "urge", 1), "unknown");
        assert_eq!(state("robot", RED, 1), "waiting");
        assert_eq!(state("email", "urge", 1), "waiting");
        assert_eq!(
            state("email", "urge", MOST_TRIES),
            "unknown",
            "it never becomes failed or sent"
        );
    }

    #[test]
    fn tries_become_rarer_and_end() {
        let now = at(10, 0);
        let told = Told::Again("no connection".to_owned());
        let waits: Vec<Option<i64>> = (1..=MOST_TRIES)
            .map(|tries| after(&told, Risk::Never, tries, now).retry_at)
            .map(|next| next.map(|next| next.millis_since(now) / 60_000))
            .collect();
        assert_eq!(
            waits,
            [Some(1), Some(4), Some(16), Some(64), Some(256), None]
        );
        assert_eq!(after(&told, Risk::Twice, MOST_TRIES, now).state, "failed");
        assert_eq!(
            after(&Told::Refused(String::new()), Risk::Twice, 1, now).state,
            "failed"
        );
    }
}
