//! Lets the days pass: timers run, and people do what they owe, each at his own hour.

mod deed;
mod documents;
mod hazards;

use super::files::{self, Files};
use super::{Scale, fate, said};
use crate::outcome::Refusal;
use deed::{Deed, Done};
use engine::obligations::Obligation;
use engine::obligations::store as rows;
use futures_util::future::join_all;
use kernel::time::{Day, Moment};
use mechanism::{App, timer};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Sql, params};
use tokio::runtime::Runtime;

/// Where the story stops: an afternoon shortly before the end of a quarter.
const LAST_DAY: (i32, u32, u32) = (2022, 9, 29);
const LAST_HOUR: u32 = 16;

struct Story<'a> {
    app: &'a App,
    files: Arc<Files>,
    runtime: Runtime,
    /// What people will do, by its instant.
    ahead: BTreeMap<Moment, Vec<Deed>>,
    /// Obligations opened up to here were looked at.
    known_until: Moment,
    records: usize,
    /// A document was issued, which opened receipts without a timer.
    issued: bool,
}

/// Plays the story; says how many records were filed.
pub fn run(app: &App, scale: Scale) -> Result<usize, Refusal> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let mut story = Story {
        app,
        files: Arc::new(files::store(app)?),
        runtime: runtime.map_err(|error| Refusal::Failed(error.to_string()))?,
        ahead: BTreeMap::new(),
        known_until: Moment(app.store.clock().business().0 - 1),
        records: 0,
        issued: false,
    };
    let zone = app.env.calendar.zone();
    let (year, month, day) = LAST_DAY;
    let last = Day::new(year, month, day).map_or(Moment::ZERO, |day| zone.at(day, LAST_HOUR, 0));
    let mut now = app.store.clock().business();
    story.expect_hazards(scale.hazards(), now, last);
    story.expect_documents(now);
    let mut month = None;
    while now < last {
        let today = zone.day_of(now);
        if month.replace(today.month()) != Some(today.month()) {
            said(&format!(
                "{} {}, {} records",
                scale.name(),
                &today.to_string()[..7],
                story.records
            ));
        }
        story.hour(now)?;
        now = story.next_hour(now).min(last);
    }
    story.tick(last)?;
    app.store.advance_business_blocking(last)?;
    Ok(story.records)
}

impl Story<'_> {
    /// Hazards are found in office hours, spread over the whole time.
    fn expect_hazards(&mut self, count: usize, from: Moment, until: Moment) {
        let zone = self.app.env.calendar.zone();
        let step = (until.0 - from.0) / (count as i64 + 1);
        for number in 0..count {
            let day = zone.day_of(from.plus_millis(step * (number as i64 + 1)));
            let day = self.app.env.calendar.next_workday(day).unwrap_or(day);
            let at = zone.at(day, 9 + (number % 8) as u32, 0);
            self.ahead.entry(at).or_default().push(Deed::Find(number));
        }
    }

    fn expect_documents(&mut self, from: Moment) {
        let zone = self.app.env.calendar.zone();
        let first = zone.day_of(from);
        for (number, (day, ..)) in documents::DOCUMENTS.iter().enumerate() {
            let at = zone.at(first.plus_days(*day), 10, 0);
            self.ahead.entry(at).or_default().push(Deed::Issue(number));
        }
    }

    /// Timers up to the hour, then what people do within it.
    fn hour(&mut self, now: Moment) -> Result<(), Refusal> {
        self.tick(now)?;
        let later = self.ahead.split_off(&now.plus_hours(1));
        let hour = std::mem::replace(&mut self.ahead, later);
        for (at, deeds) in hour {
            self.perform(at, deeds)?;
        }
        Ok(())
    }

    /// The next hour in which anything happens: somebody acts, or a timer is due.
    fn next_hour(&self, now: Moment) -> Moment {
        const HOUR: i64 = 60 * 60 * 1000;
        let due = self
            .app
            .store
            .read_blocking(|sql| timer::next_due(sql))
            .ok()
            .flatten();
        let acts = self.ahead.keys().next().copied();
        let next = [due, acts]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(Moment(i64::MAX / 2));
        let floor = Moment(next.0.div_euclid(HOUR) * HOUR);
        // A timer within this hour is handled at the start of the next.
        if floor < next && due == Some(next) {
            floor.plus_hours(1)
        } else {
            floor
        }
        .max(now.plus_hours(1))
    }

    fn tick(&mut self, until: Moment) -> Result<(), Refusal> {
        let ran = timer::tick(&self.app.store, &self.app.env, &self.app.timer_kinds, until)?;
        if ran == 0 && !self.issued {
            return Ok(());
        }
        self.issued = false;
        for obligation in self.opened(until)? {
            let at = fate::of(&obligation, &self.app.env.calendar);
            let (at, deed) = match at {
                Some(at) => (at, Deed::File(obligation.id)),
                // Some of those who never finish have at least begun.
                None if 0 < obligation.progress.total => {
                    (fate::begun(&obligation), Deed::Begin(obligation.id))
                }
                None => continue,
            };
            self.ahead.entry(at.max(until)).or_default().push(deed);
        }
        Ok(())
    }

    fn opened(&mut self, until: Moment) -> Result<Vec<Obligation>, Refusal> {
        let from = std::mem::replace(&mut self.known_until, until);
        let opened = self.app.store.read_blocking(move |sql| {
            let found = sql.query(
                "select * from obligation where :from < opened_at and opened_at <= :until and outcome is null \
                 order by opened_at, id",
                &params! { "from" => from, "until" => until },
            )?;
            found.iter().map(rows::read).collect::<store::Result<Vec<_>>>()
        })?;
        Ok(opened)
    }

    /// All at once, so that they share commits; in the order given.
    fn perform(&mut self, at: Moment, deeds: Vec<Deed>) -> Result<(), Refusal> {
        if deeds.iter().any(|deed| matches!(deed, Deed::Issue(_))) {
            self.issued = true;
            // Its receipts open at this very instant.
            self.known_until = self.known_until.min(at.plus_millis(-1));
        }
        let app = self.app;
        let files = &self.files;
        let done = self.runtime.block_on(join_all(
            deeds
                .into_iter()
                .map(|deed| deed.perform(app, files.clone(), at)),
        ));
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
