//! What time will open, counted and never written: the occasions of a duty, and over whom it runs on each of them.
//!
//! Between two days on which a register changes the same subjects have the same holders, so a year of daily duties asks
//! the registers once.

use super::coming::{self, Coming, Source};
use super::store as rows;
use crate::duties::key_periods::rules::KeyPeriod;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::Env;
use policy::{Draw, Duty, Pack, Subjects};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use store::{Result, Sql};

/// Over whom one occasion opens.
#[derive(Debug, Default)]
pub struct Cohort {
    /// Subject and holder; of a draw that is still to be held everybody who may be drawn.
    pub subjects: Vec<(Id, Id)>,
    /// How many by kind of holder.
    pub kinds: BTreeMap<String, i64>,
    /// How many by holder.
    pub holders: BTreeMap<Id, (String, i64)>,
}

impl Cohort {
    pub fn size(&self) -> i64 {
        self.kinds.values().sum()
    }
}

/// One occasion with its subjects.
pub struct Opening {
    pub coming: Coming,
    pub cohort: Rc<Cohort>,
}

/// A look ahead over a span of days.
pub struct Ahead<'e> {
    env: &'e Env,
    from: Day,
    /// Exclusive.
    until: Day,
    changes: Vec<Day>,
    kinds: HashMap<Id, String>,
    key_periods: Vec<KeyPeriod>,
    cohorts: HashMap<(String, usize), Rc<Cohort>>,
}

impl<'e> Ahead<'e> {
    /// From the first day up to, but not including, the last.
    pub fn over(sql: &mut dyn Sql, env: &'e Env, from: Day, until: Day) -> Result<Ahead<'e>> {
        Ok(Ahead {
            env,
            from,
            until,
            changes: rows::changes(sql, from, until)?,
            kinds: rows::holder_kinds(sql)?,
            key_periods: coming::key_periods_of(sql, env)?,
            cohorts: HashMap::new(),
        })
    }

    /// Everything that a duty opens in the span.
    pub fn openings(
        &mut self,
        sql: &mut dyn Sql,
        pack: &Pack,
        duty: &Duty,
    ) -> Result<Vec<Opening>> {
        let span = (self.from, self.until);
        let all = coming::of(self.env, pack, duty, &self.key_periods, &self.changes, span)?;
        let mut openings = Vec::with_capacity(all.len());
        // A subject whose own time runs opens once.
        let mut begun: BTreeSet<Id> = BTreeSet::new();
        for coming in all {
            let cohort = match coming.source {
                Source::Beginning => self.beginning(sql, pack, duty, &coming, &mut begun)?,
                _ => self.cohort(sql, pack, duty, &coming)?,
            };
            openings.push(Opening { coming, cohort });
        }
        Ok(openings)
    }

    fn beginning(
        &self,
        sql: &mut dyn Sql,
        pack: &Pack,
        duty: &Duty,
        coming: &Coming,
        begun: &mut BTreeSet<Id>,
    ) -> Result<Rc<Cohort>> {
        let day = self.env.calendar.zone().day_of(coming.occasion.opens_at);
        let mut subjects = self.subjects(sql, pack, duty, coming, day)?;
        subjects.retain(|(subject, _)| begun.insert(*subject));
        Ok(Rc::new(self.grouped(subjects)))
    }

    fn cohort(
        &mut self,
        sql: &mut dyn Sql,
        pack: &Pack,
        duty: &Duty,
        coming: &Coming,
    ) -> Result<Rc<Cohort>> {
        let day = self.env.calendar.zone().day_of(coming.occasion.opens_at);
        let stretch = self.changes.partition_point(|change| *change <= day);
        let set = serde_json::json!([duty.for_each, duty.holder]);
        let key = (format!("{}\n{set}", pack.header.issuer), stretch);
        if let Some(known) = self.cohorts.get(&key) {
            return Ok(known.clone());
        }
        let subjects = match &duty.for_each {
            Subjects::Draw(id) => match self.env.policy.draw(id) {
                Some((_, draw)) => self.population(sql, pack, duty, draw, coming, day)?,
                None => Vec::new(),
            },
            _ => self.subjects(sql, pack, duty, coming, day)?,
        };
        let mut cohort = self.grouped(subjects);
        if let Subjects::Draw(id) = &duty.for_each
            && let Some((_, draw)) = self.env.policy.draw(id)
        {
            share(&mut cohort, draw);
        }
        let cohort = Rc::new(cohort);
        self.cohorts.insert(key, cohort.clone());
        Ok(cohort)
    }

    fn subjects(
        &self,
        sql: &mut dyn Sql,
        pack: &Pack,
        duty: &Duty,
        coming: &Coming,
        day: Day,
    ) -> Result<Vec<(Id, Id)>> {
        let found = coming::subjects(sql, self.env, pack, duty, coming, day)?;
        Ok(found.into_iter().map(|one| (one.id, one.holder)).collect())
    }

    /// Whom a draw may name: chance decides on the day, how many is known before.
    fn population(
        &self,
        sql: &mut dyn Sql,
        pack: &Pack,
        duty: &Duty,
        draw: &Draw,
        coming: &Coming,
        day: Day,
    ) -> Result<Vec<(Id, Id)>> {
        let over = Duty {
            for_each: Subjects::SiteKind(draw.site_kind.clone()),
            ..duty.clone()
        };
        let mut all = self.subjects(sql, pack, &over, coming, day)?;
        if draw.attribute.is_some() {
            let sites = engine::draw::population(sql, draw, day)?;
            let population: BTreeSet<Id> = sites.into_iter().map(|site| site.id).collect();
            all.retain(|(site, _)| population.contains(site));
        }
        Ok(all)
    }

    fn grouped(&self, subjects: Vec<(Id, Id)>) -> Cohort {
        let mut cohort = Cohort::default();
        for (_, holder) in &subjects {
            let kind = self.kinds.get(holder).map_or("", String::as_str);
            match cohort.kinds.get_mut(kind) {
                Some(count) => *count += 1,
                None => {
                    cohort.kinds.insert(kind.to_owned(), 1);
                }
            }
            let own = cohort.holders.entry(*holder);
            own.or_insert_with(|| (kind.to_owned(), 0)).1 += 1;
        }
        cohort.subjects = subjects;
        cohort
    }
}

/// Leaves of each kind of holder the part that the draw takes; what rounding leaves over goes to the most frequent.
fn share(cohort: &mut Cohort, draw: &Draw) {
    let population = cohort.subjects.len();
    let quota = engine::draw::rules::quota(population, &draw.quota) as i64;
    let mut left = quota;
    for count in cohort.kinds.values_mut() {
        *count = *count * quota / population.max(1) as i64;
        left -= *count;
    }
    if let Some(most) = cohort.kinds.values_mut().max_by_key(|count| **count) {
        *most += left;
    }
}
