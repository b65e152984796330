//! When a duty opens, which span it covers, how much it asks and when it is due. Pure.
//!
//! A *turn* is one coming of a duty, by which its timer knows it ([`turns`]); an *occasion* is what then opens: the days
//! covered and the clocks. Events and key periods have no turns: something else opens them.

pub mod amounts;
mod dues;
pub mod turns;

use kernel::calendar::{Calendar, UnknownYear};
use kernel::period::{Period, Stretch};
use kernel::time::{Day, Moment};
use policy::{Duty, Every, Header, PartPeriod, Term};

pub use turns::{Frame, Turn};

/// Days before due from which an obligation shows as due soon, where the pack does not say.
const DUE_SOON_DAYS: i64 = 3;

/// One opening of a duty: the days it covers, its clocks, and what is its own about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    pub label: String,
    pub from: Day,
    /// Exclusive.
    pub until: Day,
    pub opens_at: Moment,
    pub soon_at: Moment,
    pub due_at: Moment,
    pub grace_until: Moment,
    pub own: Own,
}

/// What one occasion has of its own, besides its days.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    Nothing,
    /// The part of the whole period in which counts and sums are asked: (days, of days).
    Share(i64, i64),
    /// What the month is about, in both languages.
    Theme(String, String),
    /// The start of the shift as its table writes it.
    Shift(String),
}

/// First and last day (inclusive) on which the duty runs.
pub fn span(header: &Header, duty: &Duty) -> (Day, Day) {
    (
        duty.from.unwrap_or(header.from),
        duty.until.unwrap_or(header.until),
    )
}

/// What a turn opens; none where it opens nothing: a day off, too small a part of a period.
///
/// # Errors
/// The year whose holidays would have to be known.
pub fn occasion(
    frame: &Frame<'_>,
    turn: &Turn,
    calendar: &Calendar,
    opens_at: Moment,
) -> Result<Option<Occasion>, UnknownYear> {
    let duty = frame.duty;
    let clocks = |days: Covered, due_at: Moment, own: Own| {
        let label = turn.label();
        Ok(Some(finish(frame, label, days, (opens_at, due_at), own)))
    };
    let zone = calendar.zone();
    match turn {
        Turn::Once(day) => {
            let from = frame.span().0;
            let due_at = dues::due(
                duty,
                calendar,
                Stretch {
                    from,
                    end: day.plus_days(1),
                },
            )?;
            clocks(Covered::open(from), due_at, Own::Nothing)
        }
        Turn::Year(period) => {
            let Every::EachYear(day) = duty.every else {
                return Ok(None);
            };
            let due_at = zone.end_of(day.in_year(period.start.year()));
            clocks(Covered::days((*period).into()), due_at, Own::Nothing)
        }
        Turn::Period(period) => {
            if duty.workdays_only && !calendar.is_workday(period.start)? {
                return Ok(None);
            }
            let Some((days, own)) = covered(frame, period) else {
                return Ok(None);
            };
            clocks(Covered::days(days), dues::due(duty, calendar, days)?, own)
        }
        Turn::Themed(period, theme, theme_en) => {
            let days = Stretch::from(*period);
            let own = Own::Theme(theme.clone(), theme_en.clone());
            clocks(Covered::days(days), dues::due(duty, calendar, days)?, own)
        }
        Turn::Season(days) => {
            let due_at = dues::due(duty, calendar, *days)?;
            clocks(Covered::days(*days), due_at, Own::Nothing)
        }
        Turn::Shift(shift) => {
            let days = Stretch {
                from: shift.day,
                end: shift.day.plus_days(1),
            };
            let due_at = zone.at(shift.day, 0, shift.end);
            clocks(Covered::days(days), due_at, Own::Shift(shift.starts_at()))
        }
        // A sweep finds subjects whose own time begins; each has an occasion of its own.
        Turn::Sweep(_) => Ok(None),
    }
}

/// What a period opens for a subject that lives through only a part of it; none where that part is not owed.
///
/// # Errors
/// The year whose holidays would have to be known.
pub fn part_of(
    frame: &Frame<'_>,
    period: &Period,
    life: Stretch,
    calendar: &Calendar,
    opens_at: Moment,
) -> Result<Option<Occasion>, UnknownYear> {
    let Some((days, own)) = covered_in(frame, period, Some(life)) else {
        return Ok(None);
    };
    let due_at = dues::due(frame.duty, calendar, days)?;
    let clocks = (opens_at, due_at);
    Ok(Some(finish(
        frame,
        period.label(),
        Covered::days(days),
        clocks,
        own,
    )))
}

/// The days of a period that are owed, and what part of it they are.
fn covered(frame: &Frame<'_>, period: &Period) -> Option<(Stretch, Own)> {
    covered_in(frame, period, None)
}

fn covered_in(frame: &Frame<'_>, period: &Period, life: Option<Stretch>) -> Option<(Stretch, Own)> {
    let whole = Stretch::from(*period);
    let in_season = match &frame.season {
        Some(season) => season.within(&whole).into_iter().next()?,
        None => whole,
    };
    if frame.duty.part_period == PartPeriod::Whole {
        return Some((in_season, Own::Nothing));
    }
    let (first, last) = frame.span();
    let mut part = Stretch::through(first, last)?.overlap(&in_season)?;
    if let Some(life) = life {
        part = part.overlap(&life)?;
    }
    if part == whole {
        return Some((whole, Own::Nothing));
    }
    let prorated = frame.duty.part_period == PartPeriod::Prorate;
    let enough = whole.length() <= part.length() * 2;
    (prorated && enough).then(|| (part, Own::Share(part.length(), whole.length())))
}

/// The turn of a subject in a rolling duty: it runs from the day on which it was last met, or on which the subject began.
pub fn rolling(frame: &Frame<'_>, since: Day, calendar: &Calendar, opens_at: Moment) -> Occasion {
    let months = match frame.duty.every {
        Every::RollingMonths(months) => months,
        _ => 1,
    };
    let last = since.plus_months(months);
    let label = format!("{since}/{last}");
    let due_at = calendar.zone().end_of(last);
    // What met the last one does not meet the next one as well.
    let days = Covered::open(since.plus_days(1));
    finish(frame, label, days, (opens_at, due_at), Own::Nothing)
}

/// What an event opens.
///
/// # Errors
/// The year whose holidays would have to be known.
pub fn after_event(
    frame: &Frame<'_>,
    label: &str,
    on: Day,
    at: Moment,
    calendar: &Calendar,
    opens_at: Moment,
) -> Result<Option<Occasion>, UnknownYear> {
    let Every::Event { term, .. } = &frame.duty.every else {
        return Ok(None);
    };
    let zone = calendar.zone();
    let due_at = match term {
        Term::Days(days) => zone.end_of(on.plus_days(*days)),
        Term::Workdays(days) => zone.end_of(calendar.plus_workdays(on, i64::from(*days))?),
        Term::Hours(hours) => at.plus_hours(i64::from(*hours)),
    };
    // What prepares a planned event is done before its day.
    let from = on.min(zone.day_of(opens_at));
    let days = Covered::open(from);
    let label = label.to_owned();
    Ok(Some(finish(
        frame,
        label,
        days,
        (opens_at, due_at),
        Own::Nothing,
    )))
}

/// What a key period opens: its package once, or a window beside a normal period.
///
/// # Errors
/// The year whose holidays would have to be known.
pub fn in_key_period(
    frame: &Frame<'_>,
    label: &str,
    days: Stretch,
    calendar: &Calendar,
    opens_at: Moment,
) -> Result<Occasion, UnknownYear> {
    let due_at = match frame.duty.every {
        Every::KeyPeriod(_) => dues::due(frame.duty, calendar, days)?,
        _ => calendar.zone().end_of(days.last_day()),
    };
    let label = label.to_owned();
    let covered = Covered::days(days);
    Ok(finish(
        frame,
        label,
        covered,
        (opens_at, due_at),
        Own::Nothing,
    ))
}

/// Days that a record must cover.
struct Covered {
    from: Day,
    until: Day,
}

impl Covered {
    fn days(stretch: Stretch) -> Covered {
        Covered {
            from: stretch.from,
            until: stretch.end,
        }
    }

    /// From a day on, however late.
    fn open(from: Day) -> Covered {
        Covered {
            from,
            until: Day(i32::MAX),
        }
    }
}

fn finish(
    frame: &Frame<'_>,
    label: String,
    days: Covered,
    (opens_at, due_at): (Moment, Moment),
    own: Own,
) -> Occasion {
    let soon = due_at.plus_hours(-24 * frame.header.due_soon_days.unwrap_or(DUE_SOON_DAYS));
    Occasion {
        label,
        from: days.from,
        until: days.until,
        opens_at,
        // A duty shorter than the warning is due soon from its second half on.
        soon_at: soon.max(opens_at.plus_millis((due_at.0 - opens_at.0) / 2)),
        due_at,
        grace_until: due_at.plus_hours(frame.duty.grace_hours),
        own,
    }
}

/// Every occasion of a duty whose opening lies in the days from `from` up to, but not including, `until`, as they would
/// open if the duty had been in force at `from`. A preview: nothing is written, no subject is asked.
///
/// # Errors
/// The year whose holidays would have to be known.
pub fn occasions(
    frame: &Frame<'_>,
    calendar: &Calendar,
    from: Day,
    until: Day,
) -> Result<Vec<Occasion>, UnknownYear> {
    let zone = calendar.zone();
    let (start, end) = (zone.start_of(from), zone.start_of(until));
    let mut found = Vec::new();
    let mut turn = frame.first(start, zone);
    while let Some(this) = turn {
        let opens_at = frame.opens(&this, zone).max(start);
        if end <= opens_at {
            break;
        }
        found.extend(occasion(frame, &this, calendar, opens_at)?);
        turn = frame.next(&this);
    }
    Ok(found)
}
