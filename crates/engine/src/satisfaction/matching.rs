//! Matching a record against every obligation that it may count for: what it is worth, who must decide first, and the
//! time that counts.

use super::model::{Bindings, Credit};
use super::store as satisfactions;
use super::{rules, submitting};
use crate::obligations::store as rows;
use crate::obligations::submissions::{self, Before, Submission};
use crate::obligations::{Obligation, Rule};
use crate::records::store as records;
use crate::records::{Contest, Record};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Env;
use policy::ActorRule;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Result, Sql, Tx};

/// Hours that a record made off line is believed, where the pack does not say.
const OFFLINE_HOURS: i64 = 24;

/// Corrections of corrections are looked through so far.
const MOST_EARLIER: usize = 20;

/// What a record met.
#[derive(Clone, Debug, Default)]
pub struct Matched {
    /// Obligations for which it counts.
    pub counts_for: Vec<Id>,
    /// Obligations for which somebody has yet to decide about it.
    pub awaiting: Vec<Id>,
}

/// A record that this one corrects, with the times at which it counted and what was decided about it.
struct Earlier {
    record: Record,
    counted: Vec<(Id, Moment)>,
    /// For what it counted at any time, whatever took it out of the count.
    ever: Vec<Id>,
    submissions: Vec<Submission>,
}

/// Matches a record against all obligations. Doing it again changes nothing.
pub fn count_for_all(tx: &mut Tx, env: &Env, record: &Record) -> Result<Matched> {
    let earlier = earlier(tx, record)?;
    // What rested on the record that this one corrects is open again before this one is looked at.
    for (id, _) in earlier.first().iter().flat_map(|one| &one.counted) {
        satisfactions::resettle(tx, env, *id)?;
    }
    let candidates = candidates(tx, record)?;
    let bound = bindings(tx, env, record, &candidates)?;
    let mut worthy: Vec<(Obligation, Arc<Rule>, Vec<Credit>)> = Vec::new();
    for row in candidates {
        let rule = rows::rule(tx, row.rule)?;
        let members = rows::members(tx, row.id)?;
        let worth = rules::worth(&rule, &row, &members, record, &bound);
        if !worth.is_empty() && row.outcome.as_deref() != Some("withdrawn") {
            worthy.push((row, rule, worth));
        }
    }
    // A definition that says `exclusive` takes the record for itself alone.
    if let Some(sole) = worthy.iter().position(|(_, rule, _)| rule.exclusive) {
        worthy = vec![worthy.swap_remove(sole)];
    }
    let mut matched = Matched::default();
    for (row, rule, worth) in worthy {
        let own = received(env, &rule, &row, record, &bound);
        let received = first_received(&rule, &row, record, own, &earlier);
        match rules::lies_before(&rule, &row, record, &bound) {
            Some(before) => {
                if submitting::put(tx, env, &row, &rule, record, before, received)? {
                    matched.awaiting.push(row.id);
                }
            }
            None => {
                // What the receiver accepted counts from the time under which it was put before him.
                let received = bound.accepted.get(&row.id).copied().unwrap_or(received);
                satisfactions::credit(tx, &row, record, &worth, received)?;
                satisfactions::resettle(tx, env, row.id)?;
                matched.counts_for.push(row.id);
            }
        }
    }
    Ok(matched)
}

/// Matches one earlier record against an obligation that opened after it.
pub fn count_earlier(tx: &mut Tx, env: &Env, row: &Obligation, record: &Record) -> Result<()> {
    let rule = rows::rule(tx, row.rule)?;
    let members = rows::members(tx, row.id)?;
    let bound = bindings(tx, env, record, std::slice::from_ref(row))?;
    let worth = rules::worth(&rule, row, &members, record, &bound);
    if worth.is_empty() {
        return Ok(());
    }
    let received = received(env, &rule, row, record, &bound);
    match rules::lies_before(&rule, row, record, &bound) {
        Some(before) => {
            submitting::put(tx, env, row, &rule, record, before, received)?;
            Ok(())
        }
        None => satisfactions::credit(tx, row, record, &worth, received),
    }
}

fn received(env: &Env, rule: &Rule, row: &Obligation, record: &Record, bound: &Bindings) -> Moment {
    let pack = env.policy.pack(&rule.pack);
    let allowance = pack.and_then(|pack| pack.header.offline_hours);
    rules::received(rule, row, record, bound, allowance.unwrap_or(OFFLINE_HOURS))
}

/// A correction keeps the first received time unless it changed something on which the requirement filters. What was
/// returned keeps it whatever changed, as long as its correction clock runs, and no longer. What was found false leaves
/// no time to keep: whatever takes its place is new.
fn first_received(
    rule: &Rule,
    row: &Obligation,
    record: &Record,
    own: Moment,
    earlier: &[Earlier],
) -> Moment {
    for one in earlier {
        let unchanged = rules::same_in_what_counts(rule, &one.record, record);
        let mut own_ones = one
            .submissions
            .iter()
            .filter(|put| put.obligation == row.id && put.before == Before::Receiver);
        // What was accepted and came back from further up stands there twice; the return is the last word.
        let returned = own_ones.clone().find(|put| put.is_returned());
        let before_receiver = returned.or_else(|| own_ones.next_back());
        let counted = one.counted.iter().filter(|(id, _)| *id == row.id);
        let counted = counted.map(|(_, at)| *at).min();
        let fell = one.record.contest.as_ref().is_some_and(Contest::fell);
        let withdrawn = before_receiver.is_some_and(|put| put.state == "withdrawn");
        let taken_out = returned.is_none() && counted.is_none() && one.ever.contains(&row.id);
        if fell || withdrawn || taken_out {
            return own;
        }
        let (first, kept) = match before_receiver {
            Some(put) if put.is_returned() => (
                put.received,
                put.correct_until.is_some_and(|until| own <= until),
            ),
            Some(put) => (put.received, unchanged),
            None => match counted {
                Some(at) => (at, unchanged),
                None => continue,
            },
        };
        return if kept { first.min(own) } else { own };
    }
    own
}

/// The records that this one corrects, the nearest first.
fn earlier(tx: &mut Tx, record: &Record) -> Result<Vec<Earlier>> {
    let mut found: Vec<Earlier> = Vec::new();
    let (mut next, mut by) = (record.supersedes, record.id);
    while let Some(id) = next
        && found.len() < MOST_EARLIER
    {
        let Some(old) = records::by_id(tx, id)? else {
            break;
        };
        next = old.supersedes;
        found.push(Earlier {
            counted: satisfactions::counted_until(tx, id, by)?,
            ever: satisfactions::counted_ever(tx, id)?,
            submissions: submissions::of_record(tx, id)?,
            record: old,
        });
        by = id;
    }
    Ok(found)
}

fn candidates(tx: &mut Tx, record: &Record) -> Result<Vec<Obligation>> {
    let mut anchors: BTreeSet<Id> = record.subjects.iter().copied().collect();
    anchors.insert(record.body);
    if let Some(lead) = record.lead {
        anchors.extend(registry::person::store::parties_of_person(
            tx,
            lead,
            record.covers,
        )?);
    }
    let mut found = Vec::new();
    for anchor in anchors {
        found.extend(rows::anchored(tx, anchor, i64::from(record.covers.0))?);
    }
    // A body finds what it handed out by the handing out, not by anything in the record.
    for put in accepted(tx, record.id)? {
        let Some(child) = rows::by_id(tx, put.obligation)? else {
            continue;
        };
        if let Some(parent) = child.parent {
            found.extend(rows::by_id(tx, parent)?);
        }
        found.push(child);
    }
    found.sort_by_key(|row| row.id);
    found.dedup_by_key(|row| row.id);
    Ok(found)
}

/// What receivers accepted of a record and did not return afterwards.
fn accepted(sql: &mut dyn Sql, record: Id) -> Result<Vec<Submission>> {
    let all: Vec<Submission> = submissions::of_record(sql, record)?
        .into_iter()
        .filter(|put| put.before == Before::Receiver)
        .collect();
    let returned_later = |put: &Submission| {
        all.iter().any(|other| {
            other.is_returned()
                && other.obligation == put.obligation
                && put.decided_at <= other.decided_at
        })
    };
    let standing = all
        .iter()
        .filter(|put| put.state == "accepted" && !returned_later(put));
    Ok(standing.cloned().collect())
}

/// Reads the bindings that matching these obligations needs, as of the record's day.
pub fn bindings(
    tx: &mut dyn Sql,
    env: &Env,
    record: &Record,
    candidates: &[Obligation],
) -> Result<Bindings> {
    let mut bound = Bindings::default();
    let day = env.calendar.zone().day_of(record.stated_at);
    if let Some(lead) = record.lead {
        bound.lead_parties = registry::person::store::parties_of_person(tx, lead, day)?;
    }
    decided(tx, record, &mut bound)?;
    for row in candidates {
        let rule = rows::rule(tx, row.rule)?;
        for part in rule
            .requirement
            .iter()
            .flat_map(|requirement| &requirement.all)
        {
            if let ActorRule::LedByCapacity(role) = &part.evidence.actor
                && let Some(party) = registry::site::store::bound(tx, row.subject, role, day)?
            {
                bound.capacities.insert((row.subject, role.clone()), party);
            }
            let Some(field) = &part.evidence.members else {
                continue;
            };
            for party in record.members.get(field).into_iter().flatten() {
                let stands_for = registry::person::store::parties_of_person(tx, *party, day)?;
                bound.stands_for.insert(*party, stands_for);
            }
        }
    }
    Ok(bound)
}

/// What was accepted so far, and for which bodies it thereby counts as their own.
fn decided(sql: &mut dyn Sql, record: &Record, bound: &mut Bindings) -> Result<()> {
    let mut own: BTreeMap<Id, Moment> = BTreeMap::new();
    for put in accepted(sql, record.id)? {
        bound.accepted.insert(put.obligation, put.received);
        let parent = rows::by_id(sql, put.obligation)?.and_then(|child| child.parent);
        if let (Some(parent), Some(at)) = (parent, put.decided_at) {
            own.insert(parent, at);
        }
    }
    bound.own_by_approval = own;
    Ok(())
}
