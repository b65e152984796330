//! Running obligations that a pack would open a second time under another name.

use crate::plans::ahead::Opening;
use crate::plans::store as rows;
use engine::obligations::store as obligations;
use kernel::id::Id;
use mechanism::Env;
use policy::{Duty, Pack};
use std::collections::BTreeSet;
use store::{Result, Sql};

/// A duty that asks the same of the same subjects in the same period as one that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    pub definition: String,
    pub title: String,
    /// The definition that runs, and the pack that it came from.
    pub running: String,
    pub running_title: String,
    pub running_pack: String,
    pub period: String,
    pub subjects: i64,
}

/// Compares the first occasion of each duty with what runs of other definitions that ask the same evidence.
pub fn doubles(
    sql: &mut dyn Sql,
    _env: &Env,
    pack: &Pack,
    openings: &[(&Duty, Vec<Opening>)],
) -> Result<Vec<Double>> {
    let rules = rows::duty_rules(sql)?;
    let mut found = Vec::new();
    for (duty, openings) in openings {
        let Some(first) = openings.iter().find(|one| !one.cohort.subjects.is_empty()) else {
            continue;
        };
        let same = rules.iter().filter(|rule| {
            rule.definition != duty.id
                && rule.requirement.as_ref() == Some(&duty.requirement)
                && is_gone(pack, rule)
        });
        let ours: BTreeSet<Id> = first
            .cohort
            .subjects
            .iter()
            .map(|(subject, _)| *subject)
            .collect();
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for rule in same {
            if !told.insert(&rule.definition) {
                continue;
            }
            let period = &first.coming.occasion.label;
            let running = obligations::of_period(sql, &rule.definition, period)?;
            let subjects = running
                .iter()
                .filter(|row| {
                    row.outcome.is_none() && row.slot == duty.slot && ours.contains(&row.subject)
                })
                .count();
            if 0 < subjects {
                found.push(Double {
                    definition: duty.id.clone(),
                    title: duty.title.clone(),
                    running: rule.definition.clone(),
                    running_title: rule.title.clone(),
                    running_pack: rule.pack.clone(),
                    period: period.clone(),
                    subjects: subjects as i64,
                });
            }
        }
    }
    Ok(found)
}

/// Two duties of one pack may ask the same evidence; what runs of another pack, or of a definition that the new version
/// no longer has, would be doubled.
fn is_gone(pack: &Pack, rule: &engine::obligations::Rule) -> bool {
    rule.pack != pack.id() || !pack.duties.iter().any(|duty| duty.id == rule.definition)
}
