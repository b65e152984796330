//! The turns of a duty, one after the other. A turn's label is the period in the key of what it opens.

use kernel::period::{Cadence, Period, Shift, ShiftTable, Stretch, YearlySeason};
use kernel::time::{Day, Moment, Zone};
use policy::{Duty, Every, Header, Library, Pack, PartPeriod};

/// One coming of a duty.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    Once(Day),
    Period(Period),
    /// The year of a day that comes each year.
    Year(Period),
    /// A month with what it is about, in both languages.
    Themed(Period, String, String),
    Shift(Shift),
    Season(Stretch),
    /// A day on which a rolling duty looks for subjects whose time begins.
    Sweep(Day),
}

/// A duty with what its cadence refers to.
pub struct Frame<'a> {
    pub header: &'a Header,
    pub duty: &'a Duty,
    /// The season beside the cadence, or the one that is the period.
    pub season: Option<YearlySeason>,
    shifts: Option<ShiftTable>,
}

/// Label of a duty that comes once: its key has no period.
const ONCE: &str = "once";

impl Turn {
    /// The label of the period, part of the keys of obligations.
    pub fn label(&self) -> String {
        match self {
            Turn::Once(day) | Turn::Sweep(day) => day.to_string(),
            Turn::Period(period) | Turn::Year(period) | Turn::Themed(period, ..) => period.label(),
            Turn::Shift(shift) => shift.label(),
            Turn::Season(days) => days.label(),
        }
    }

    /// How its timer names it.
    pub fn mark(&self) -> String {
        match self {
            Turn::Once(_) => ONCE.to_owned(),
            other => other.label(),
        }
    }
}

impl<'a> Frame<'a> {
    pub fn of(library: &Library, pack: &'a Pack, duty: &'a Duty) -> Frame<'a> {
        let season = match &duty.every {
            Every::Season(id) => Some(id),
            _ => duty.season.as_ref(),
        };
        let shifts = match &duty.every {
            Every::Shift(id) => library.shifts(id).and_then(|(_, shifts)| shifts.table()),
            _ => None,
        };
        Frame {
            header: &pack.header,
            duty,
            season: season
                .and_then(|id| library.season(id))
                .map(|(_, season)| season.yearly()),
            shifts,
        }
    }

    /// First and last day (inclusive) on which the duty runs.
    pub fn span(&self) -> (Day, Day) {
        super::span(self.header, self.duty)
    }

    /// The turn that runs at an instant, or else the first one after it.
    pub fn first(&self, now: Moment, zone: &Zone) -> Option<Turn> {
        let (from, last) = self.span();
        let day = zone.day_of(now).max(from);
        match &self.duty.every {
            Every::Once(day) => Some(Turn::Once(*day)),
            Every::Period(cadence) => self.period(Period::containing(*cadence, day), day),
            Every::EachYear(_) => self.year(Period::containing(Cadence::Year, day)),
            Every::Themed(_) => self.themed(day),
            Every::Shift(_) => {
                let running = |shift: &Shift| now < zone.at(shift.day, 0, shift.end);
                self.shift(day.plus_days(-1), |shift| {
                    from <= shift.day && running(shift)
                })
            }
            Every::Season(_) => self.season_turn(self.season?.at_or_after(day)),
            Every::RollingMonths(_) => (day <= last).then_some(Turn::Sweep(day)),
            // Opened by something else than time.
            Every::Event { .. } | Every::KeyPeriod(_) => None,
        }
    }

    pub fn next(&self, turn: &Turn) -> Option<Turn> {
        let last = self.span().1;
        match turn {
            Turn::Once(_) => None,
            Turn::Period(period) => self.period(period.next(), period.end),
            Turn::Year(period) => self.year(period.next()),
            Turn::Themed(period, ..) => self.themed(period.end),
            Turn::Shift(shift) => {
                let next = self.shifts.as_ref()?.next(shift)?;
                self.shift(next.day, |shift| next <= *shift)
            }
            Turn::Season(days) => self.season_turn(self.season?.after(days)),
            Turn::Sweep(day) => {
                let next = day.plus_days(1);
                (next <= last).then_some(Turn::Sweep(next))
            }
        }
    }

    /// The turn that a timer names; none where the definition has another cadence by now.
    pub fn named(&self, mark: &str) -> Option<Turn> {
        match &self.duty.every {
            Every::Once(day) => (mark == ONCE).then_some(Turn::Once(*day)),
            Every::Period(cadence) => Period::parse_label(mark)
                .filter(|period| period.cadence == *cadence)
                .map(Turn::Period),
            Every::EachYear(_) => Period::parse_label(mark)
                .filter(|period| period.cadence == Cadence::Year)
                .map(Turn::Year),
            Every::Themed(_) => {
                let month = Period::parse_label(mark)?;
                self.themed(month.start)
                    .filter(|turn| turn.label() == month.label())
            }
            Every::Shift(_) => {
                let (day, start) = Shift::parse_label(mark)?;
                let shifts = self.shifts.as_ref()?.shifts_of(day);
                let own = shifts.into_iter().find(|shift| shift.start == start);
                own.map(Turn::Shift)
            }
            Every::Season(_) => Stretch::parse_label(mark).map(Turn::Season),
            Every::RollingMonths(_) => Day::parse(mark).map(Turn::Sweep),
            Every::Event { .. } | Every::KeyPeriod(_) => None,
        }
    }

    /// The instant at which a turn opens.
    pub fn opens(&self, turn: &Turn, zone: &Zone) -> Moment {
        let from = self.span().0;
        match turn {
            // What comes once opens with the plan, unless the duty says a day of its own.
            Turn::Once(_) => self
                .duty
                .from
                .map_or(Moment(i64::MIN), |day| zone.start_of(day)),
            Turn::Year(period) => zone.start_of(period.start.max(from)),
            Turn::Themed(period, ..) => zone.start_of(period.start),
            Turn::Period(period) => {
                let days = super::covered(self, period).map_or(period.start, |(days, _)| days.from);
                zone.start_of(days)
            }
            Turn::Shift(shift) => zone.at(shift.day, 0, shift.start),
            Turn::Season(days) => zone.start_of(days.from.max(from)),
            Turn::Sweep(day) => zone.start_of(*day),
        }
    }

    /// The first period from this one on that has days of the season which are not over on the day.
    fn period(&self, first: Period, day: Day) -> Option<Turn> {
        let last = self.span().1;
        let mut period = first;
        while period.start <= last {
            let over = match &self.season {
                Some(season) => season
                    .within(&period.into())
                    .iter()
                    .all(|part| part.end <= day || last < part.from),
                None => false,
            };
            let cut = self.duty.part_period != PartPeriod::Whole
                && super::covered(self, &period).is_none();
            if !over && !cut {
                return Some(Turn::Period(period));
            }
            let next = period.next();
            if next.start <= period.start {
                return None;
            }
            period = next;
        }
        None
    }

    /// The first year from this one on whose day lies in the span.
    fn year(&self, first: Period) -> Option<Turn> {
        let Every::EachYear(day) = self.duty.every else {
            return None;
        };
        let (from, last) = self.span();
        let mut year = first;
        while year.start <= last {
            if (from..=last).contains(&day.in_year(year.start.year())) {
                return Some(Turn::Year(year));
            }
            year = year.next();
        }
        None
    }

    /// The first themed month that is not over on the day.
    fn themed(&self, day: Day) -> Option<Turn> {
        let Every::Themed(months) = &self.duty.every else {
            return None;
        };
        let (from, last) = self.span();
        let named = months
            .iter()
            .filter_map(|month| Some((month.period()?, month)));
        named
            .filter(|(period, _)| day < period.end && from < period.end && period.start <= last)
            .min_by_key(|(period, _)| period.start)
            .map(|(period, month)| {
                Turn::Themed(period, month.theme.clone(), month.theme_en.clone())
            })
    }

    /// The first shift from a day on that is wanted, in the season and in the span.
    fn shift(&self, from: Day, wanted: impl Fn(&Shift) -> bool) -> Option<Turn> {
        let table = self.shifts.as_ref()?;
        let last = self.span().1;
        let mut day = from;
        // Two days hold the next shift of any table; a season is jumped to.
        while day <= last {
            if let Some(season) = &self.season {
                day = season.at_or_after(day).from.max(day);
            }
            let found = table.shifts_of(day).into_iter().find(&wanted);
            match found {
                Some(shift) if shift.day <= last => return Some(Turn::Shift(shift)),
                _ => day = day.plus_days(1),
            }
        }
        None
    }

    fn season_turn(&self, season: Stretch) -> Option<Turn> {
        (season.from <= self.span().1).then_some(Turn::Season(season))
    }
}
