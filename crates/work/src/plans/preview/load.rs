//! How much work a pack is: records and visits a month for each post and for each class of enterprise.

use crate::plans::ahead::Opening;
use crate::plans::store as rows;
use engine::obligations::view::Named;
use kernel::id::Id;
use mechanism::Env;
use policy::{Duty, HolderRule, Measure, Pack, SubjectRule, Subjects};
use std::collections::BTreeMap;
use store::{Result, Sql};

/// Months over which openings were counted.
const MONTHS: f64 = 12.0;
/// Holders that are named where they pass the limit.
const MOST: usize = 200;

/// Amounts of one holder or class over a year.
#[derive(Clone, Copy, Debug, Default)]
struct Amount {
    records: f64,
    visits: f64,
}

/// Holders of one kind: what one of them has to do in a month.
#[derive(Clone, Debug)]
pub struct PostLoad {
    /// Kind of the body, title of the post, or `person`, `group`.
    pub kind: String,
    pub holders: i64,
    pub records_mean: f64,
    pub records_most: f64,
    pub visits_mean: f64,
    pub visits_most: f64,
    /// Whoever has most to do.
    pub busiest: Named,
}

/// What one unit of a class has to see done in a month: its own records, and visits that it receives.
#[derive(Clone, Debug)]
pub struct ClassLoad {
    /// Tag or kind of the units.
    pub class: String,
    pub units: i64,
    pub records: f64,
    pub visits: f64,
}

/// A holder who would be asked more than the limit.
#[derive(Clone, Debug)]
pub struct OverLimit {
    pub holder: Named,
    pub records: f64,
}

#[derive(Clone, Debug, Default)]
pub struct Load {
    pub posts: Vec<PostLoad>,
    pub classes: Vec<ClassLoad>,
    pub limit: Option<i64>,
    pub over: Vec<OverLimit>,
}

/// Adds up duty by duty.
#[derive(Debug, Default)]
pub struct Tally {
    holders: BTreeMap<Id, (String, Amount)>,
    classes: BTreeMap<String, (i64, Amount)>,
}

impl Tally {
    pub fn take(&mut self, _env: &Env, _pack: &Pack, duty: &Duty, openings: &[Opening]) {
        let each = records(duty);
        let visit = if is_visit(duty) { each } else { 0.0 };
        for opening in openings {
            for (holder, (kind, count)) in &opening.cohort.holders {
                let (_, amount) = self
                    .holders
                    .entry(*holder)
                    .or_insert_with(|| (kind.clone(), Amount::default()));
                amount.records += each * *count as f64;
                amount.visits += visit * *count as f64;
            }
        }
        let Some(class) = class(duty) else { return };
        let units = openings
            .iter()
            .map(|one| one.cohort.size())
            .max()
            .unwrap_or(0);
        let (most, amount) = self.classes.entry(class).or_default();
        *most = units.max(*most);
        let per_unit: f64 = openings
            .iter()
            .map(|one| one.cohort.size() as f64 / units.max(1) as f64)
            .sum();
        match is_visit(duty) {
            true => amount.visits += each * per_unit,
            false => amount.records += each * per_unit,
        }
    }

    pub fn reckon(self, sql: &mut dyn Sql, _env: &Env, limit: Option<i64>) -> Result<Load> {
        let titles = rows::post_titles(sql)?;
        let mut kinds: BTreeMap<String, Vec<(Id, Amount)>> = BTreeMap::new();
        let mut over: Vec<(Id, f64)> = Vec::new();
        for (holder, (kind, amount)) in self.holders {
            let monthly = amount.records / MONTHS;
            if limit.is_some_and(|limit| (limit as f64) < monthly) {
                over.push((holder, monthly));
            }
            let kind = titles.get(&holder).cloned().unwrap_or(kind);
            kinds.entry(kind).or_default().push((holder, amount));
        }
        over.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        over.truncate(MOST);
        let mut wanted: Vec<Id> = over.iter().map(|(id, _)| *id).collect();
        wanted.extend(
            kinds
                .values()
                .filter_map(|own| busiest(own))
                .map(|(id, _)| id),
        );
        let names = registry::party::store::labels(sql, &wanted)?;
        let named = |id: Id| Named {
            id,
            name: names.get(&id).cloned().unwrap_or_default(),
        };
        Ok(Load {
            posts: kinds
                .iter()
                .filter_map(|(kind, own)| post(kind, own, &named))
                .collect(),
            classes: self
                .classes
                .into_iter()
                .map(|(class, (units, amount))| ClassLoad {
                    class,
                    units,
                    records: round(amount.records / MONTHS),
                    visits: round(amount.visits / MONTHS),
                })
                .collect(),
            limit,
            over: over
                .into_iter()
                .map(|(id, records)| OverLimit {
                    holder: named(id),
                    records: round(records),
                })
                .collect(),
        })
    }
}

fn post(kind: &str, own: &[(Id, Amount)], named: &dyn Fn(Id) -> Named) -> Option<PostLoad> {
    let (id, most) = busiest(own)?;
    let mean = |pick: fn(&Amount) -> f64| {
        let sum: f64 = own.iter().map(|(_, amount)| pick(amount)).sum();
        round(sum / MONTHS / own.len() as f64)
    };
    let visits = own
        .iter()
        .map(|(_, amount)| amount.visits)
        .fold(0.0, f64::max);
    Some(PostLoad {
        kind: kind.to_owned(),
        holders: own.len() as i64,
        records_mean: mean(|amount| amount.records),
        records_most: round(most.records / MONTHS),
        visits_mean: mean(|amount| amount.visits),
        visits_most: round(visits / MONTHS),
        busiest: named(id),
    })
}

fn busiest(own: &[(Id, Amount)]) -> Option<(Id, Amount)> {
    let most = own
        .iter()
        .max_by(|a, b| a.1.records.total_cmp(&b.1.records).then(b.0.cmp(&a.0)));
    most.copied()
}

/// Records that one obligation asks: a count says so, whatever else is measured takes at least one.
fn records(duty: &Duty) -> f64 {
    let parts = duty.requirement.all.iter();
    let asked = parts.map(|part| match part.measure {
        Measure::Count => part.min.unwrap_or(1),
        _ => i64::from(part.min != Some(0)),
    });
    asked.sum::<i64>() as f64
}

/// A record about a site by somebody who does not run it: a person has to go there.
fn is_visit(duty: &Duty) -> bool {
    let of_sites = matches!(
        duty.for_each,
        Subjects::SiteKind(_) | Subjects::SiteTag(_) | Subjects::Draw(_)
    );
    let about = duty
        .requirement
        .all
        .iter()
        .any(|part| part.evidence.subject == SubjectRule::Subject);
    of_sites && about && !matches!(duty.holder, HolderRule::Subject)
}

fn class(duty: &Duty) -> Option<String> {
    match &duty.for_each {
        Subjects::SiteKind(kind) => Some(kind.clone()),
        Subjects::SiteTag(tag) => Some(tag.clone()),
        _ => None,
    }
}

/// To a hundredth, as people read it.
fn round(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}
