//! Lets the days pass: timers run, and people do what they owe, each at his own hour.

mod changes;
mod counter;
mod deed;
mod filing;
mod hazards;
mod opened;
mod paper;
mod raising;
mod sought;

use super::fate::{self, Fates};
use super::luck::Dice;
use super::place::Place;
use super::{Scale, files, said};
use crate::commands::import::importer;
use crate::outcome::Refusal;
use counter::Visit;
use deed::{Deed, Done};
use futures_util::future::join_all;
use hazards::Tables;
use kernel::time::Moment;
use mechanism::{App, timer};
use opened::Opened;
use paper::Desk;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::runtime::Runtime;

/// As many units of work are handed in at once; they share commits.
const TOGETHER: usize = 1_024;

struct Story<'a> {
    app: &'a App,
    place: &'a Place,
    desk: Arc<Desk>,
    tables: Arc<Tables>,
    runtime: Runtime,
    /// What people will do, by its instant.
    ahead: BTreeMap<Moment, Vec<Deed>>,
    /// When somebody goes to the counter, which asks the clock.
    visits: BTreeMap<Moment, Vec<Visit>>,
    opened: Opened,
    records: usize,
}

/// Plays the story; says how many records were filed.
pub fn run(app: &App, place: &Place, scale: Scale) -> Result<usize, Refusal> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let begin = app.store.clock().business();
    let zone = app.env.calendar.zone();
    let last = zone.at(place.last_day(scale), place.clock.hour, 0);
    let mut story = Story {
        app,
        place,
        desk: Arc::new(Desk {
            env: app.env.clone(),
            files: files::store(app)?,
            pack: place.pack.clone(),
            dice: Dice(place.seed),
            map: place.map,
            persons: importer(app, "persons")?,
        }),
        tables: Arc::new(Tables {
            hazards: place.hazards.clone(),
            changes: place.changes.clone(),
            raised: place.raised.clone(),
        }),
        runtime: runtime.map_err(|error| Refusal::Failed(error.to_string()))?,
        ahead: BTreeMap::new(),
        visits: BTreeMap::new(),
        opened: Opened::since(begin),
        records: 0,
    };
    story.plan(scale, begin, last);
    story.live(scale, begin, last)?;
    app.store.advance_business_blocking(last)?;
    Ok(story.records)
}

impl Story<'_> {
    /// What is known beforehand: hazards, changes of people, documents, spread over the whole time.
    fn plan(&mut self, scale: Scale, from: Moment, until: Moment) {
        let tables = self.tables.clone();
        for (table, hazards) in tables.hazards.iter().enumerate() {
            for (number, at) in self.spread(hazards.count.at(scale), from, until) {
                self.expect(at, Deed::Find { table, number });
            }
        }
        for (table, changes) in tables.changes.iter().enumerate() {
            for (number, at) in self.spread(changes.count.at(scale), from, until) {
                self.expect(at, Deed::Change { table, number });
            }
        }
        for (table, raised) in tables.raised.iter().enumerate() {
            let zone = self.app.env.calendar.zone();
            let first = raised.from.map_or(from, |day| zone.start_of(day));
            for (number, at) in self.spread(raised.count.at(scale), first, until) {
                if raising::form(&self.desk, raised).is_some() {
                    self.expect(at, Deed::Report { table, number });
                } else {
                    let raised = raised.clone();
                    let visit = Visit::Enter { raised, number };
                    self.visits.entry(at).or_default().push(visit);
                }
            }
        }
        for (at, visit) in counter::planned(self.app, self.place, self.desk.dice, scale, until) {
            self.visits.entry(at).or_default().push(visit);
        }
    }

    /// So many instants in office hours of working days.
    fn spread(&self, count: usize, from: Moment, until: Moment) -> Vec<(usize, Moment)> {
        let calendar = &self.app.env.calendar;
        let zone = calendar.zone();
        let step = (until.0 - from.0) / (count as i64 + 1);
        let at = |number: usize| {
            let day = zone.day_of(from.plus_millis(step * (number as i64 + 1)));
            let day = calendar.next_workday(day).unwrap_or(day);
            (number, zone.at(day, 9 + (number % 8) as u32, 0))
        };
        (0..count).map(at).filter(|(_, at)| *at < until).collect()
    }

    fn expect(&mut self, at: Moment, deed: Deed) {
        self.ahead.entry(at).or_default().push(deed);
    }

    /// From one timer to the next: first what people do until then, then what the timers do.
    fn live(&mut self, scale: Scale, begin: Moment, last: Moment) -> Result<(), Refusal> {
        let zone = self.app.env.calendar.zone();
        let mut month = None;
        let mut now = begin;
        loop {
            let today = zone.day_of(now);
            if month.replace(today.month()) != Some(today.month()) {
                let (scale, day) = (scale.name(), today.to_string());
                said(&format!("{scale} {}, {} records", &day[..7], self.records));
            }
            self.tick(now)?;
            if last <= now {
                return Ok(());
            }
            let due = self.app.store.read_blocking(|sql| timer::next_due(sql))?;
            let next = due.unwrap_or(last).max(now.plus_millis(1)).min(last);
            self.until(next)?;
            now = next;
        }
    }

    fn tick(&mut self, until: Moment) -> Result<(), Refusal> {
        timer::tick(&self.app.store, &self.app.env, &self.app.timer_kinds, until)?;
        self.look(until)
    }

    /// Whoever owes something new decides when he will do it.
    fn look(&mut self, until: Moment) -> Result<(), Refusal> {
        let app = self.app;
        let fates = Fates {
            shares: self.place.fate,
            dice: self.desk.dice,
            calendar: &app.env.calendar,
        };
        for obligation in self.opened.new_ones(app, until)? {
            let (at, deed) = match fates.of(&obligation) {
                Some(at) => (at, Deed::File(obligation.id)),
                // Some of those who never finish have at least begun.
                None if 1 < obligation.progress.total => {
                    (fate::begun(&obligation), Deed::Begin(obligation.id))
                }
                None => continue,
            };
            self.expect(at.max(until), deed);
        }
        Ok(())
    }

    /// What people do before an instant, and what follows from it before then.
    fn until(&mut self, end: Moment) -> Result<(), Refusal> {
        while let Some(visit) = self.visits.first_key_value().map(|(at, _)| *at) {
            if end <= visit {
                break;
            }
            self.do_all(visit)?;
            self.app.store.advance_business_blocking(visit)?;
            let visits = self.visits.remove(&visit).unwrap_or_default();
            for one in visits {
                counter::go(self.app, &self.runtime, self.desk.dice, &one)?;
            }
            self.look(visit)?;
        }
        self.do_all(end)
    }

    /// Deeds that follow from others at once are done in the next round.
    fn do_all(&mut self, end: Moment) -> Result<(), Refusal> {
        loop {
            let later = self.ahead.split_off(&end);
            let due = std::mem::replace(&mut self.ahead, later);
            if due.is_empty() {
                return Ok(());
            }
            let deeds = due
                .into_iter()
                .flat_map(|(at, deeds)| deeds.into_iter().map(move |deed| (at, deed)));
            let deeds: Vec<(Moment, Deed)> = deeds.collect();
            for together in deeds.chunks(TOGETHER) {
                self.perform(together)?;
            }
        }
    }

    /// All at once, so that they share commits; in the order given.
    fn perform(&mut self, deeds: &[(Moment, Deed)]) -> Result<(), Refusal> {
        let done = self
            .runtime
            .block_on(join_all(deeds.iter().map(|(at, deed)| {
                let (desk, tables) = (self.desk.clone(), self.tables.clone());
                deed.clone().perform(self.app, desk, tables, *at)
            })));
        for one in done {
            let Done { filed, follow } = one?;
            self.records += filed;
            for (at, deed) in follow {
                self.ahead.entry(at).or_default().push(deed);
            }
        }
        Ok(())
    }
}
