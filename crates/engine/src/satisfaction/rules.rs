//! The matching itself. Pure functions of requirement, record and bindings; the order of arrival does not matter.

use super::model::{Bindings, Credit, Settlement, Standing};
use crate::obligations::submissions::Before;
use crate::obligations::{Member, Obligation, Rule};
use crate::records::Record;
use crate::records::rules::is_empty;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use policy::{ActorRule, FieldTest, Filter, Measure, Part, Step, SubjectRule};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that this record is worth to this obligation once nobody has to decide about it any more.
pub fn worth(
    rule: &Rule,
    row: &Obligation,
    members: &[Member],
    record: &Record,
    bound: &Bindings,
) -> Vec<Credit> {
    let Some(requirement) = &rule.requirement else {
        return Vec::new();
    };
    let mut credits = Vec::new();
    for (index, part) in requirement.all.iter().enumerate() {
        if fits(part, row, record, bound).is_ok() {
            credits.extend(credits_of(index, part, members, record, bound));
        }
    }
    credits
}

/// Who must decide before the record counts; none where nobody has to any more.
pub fn lies_before(
    rule: &Rule,
    row: &Obligation,
    record: &Record,
    bound: &Bindings,
) -> Option<Before> {
    if asks_approval(rule, row) && approved_at(row, record, bound).is_none() {
        return Some(Before::Approver);
    }
    (row.receiver.is_some() && !bound.accepted.contains_key(&row.id)).then_some(Before::Receiver)
}

/// What was handed out is approved by the body that handed it out, and by nobody else.
fn asks_approval(rule: &Rule, row: &Obligation) -> bool {
    row.parent.is_none() && rule.steps.contains(&Step::Approved)
}

/// When the holder's side let the record go up.
fn approved_at(row: &Obligation, record: &Record, bound: &Bindings) -> Option<Moment> {
    let own = bound.own_by_approval.get(&row.id).copied();
    own.or(record.approved_at)
}

fn credits_of(
    index: usize,
    part: &Part,
    members: &[Member],
    record: &Record,
    bound: &Bindings,
) -> Vec<Credit> {
    let one = |amount: i64| {
        vec![Credit {
            part: index,
            element: None,
            amount,
        }]
    };
    match &part.measure {
        Measure::Count => one(1),
        Measure::Sum(field) => record
            .values
            .get(field)
            .and_then(|v| v.as_f64())
            .map_or_else(Vec::new, |n| {
                // Thousandths keep half class hours exact.
                one((n * 1000.0).round() as i64)
            }),
        Measure::Distinct(field) => record
            .values
            .get(field)
            .filter(|value| !is_empty(value))
            .map_or_else(Vec::new, |value| one(value_mark(&value.to_string()))),
        Measure::Cover { .. } => elements(index, members, |id| record.subjects.contains(&id)),
        Measure::Each { .. } => {
            let named: BTreeSet<Id> = match &part.evidence.members {
                Some(field) => named_parties(record, field, bound),
                None => std::iter::once(record.body).collect(),
            };
            elements(index, members, |id| named.contains(&id))
        }
    }
}

fn named_parties(record: &Record, field: &str, bound: &Bindings) -> BTreeSet<Id> {
    let mut named = BTreeSet::new();
    for party in record.members.get(field).into_iter().flatten() {
        named.insert(*party);
        named.extend(bound.stands_for.get(party).into_iter().flatten());
    }
    named
}

fn elements(index: usize, members: &[Member], met: impl Fn(Id) -> bool) -> Vec<Credit> {
    members
        .iter()
        .filter(|member| member.part == index && met(member.id))
        .map(|member| Credit {
            part: index,
            element: Some(member.id),
            amount: 1,
        })
        .collect()
}

/// A mark that is equal for equal values, for counting different ones without storing them twice.
fn value_mark(text: &str) -> i64 {
    let digest = kernel::ledger::digest(text.as_bytes());
    let mut head = [0u8; 8];
    head.copy_from_slice(&digest[..8]);
    i64::from_be_bytes(head)
}

/// Why this record does not count for this part, as the page tells it; `Ok` when it does.
pub fn qualifies(
    rule: &Rule,
    part: &Part,
    row: &Obligation,
    record: &Record,
    bound: &Bindings,
) -> Result<(), Reason> {
    fits(part, row, record, bound)?;
    match lies_before(rule, row, record, bound) {
        Some(Before::Approver) => Err(Reason::new("satisfaction.not_approved")),
        Some(Before::Receiver) => Err(Reason::new("satisfaction.not_accepted")),
        None => Ok(()),
    }
}

/// The same without asking who has yet to decide.
fn fits(part: &Part, row: &Obligation, record: &Record, bound: &Bindings) -> Result<(), Reason> {
    let filter = &part.evidence;
    if record.form != filter.form {
        return Err(Reason::new("satisfaction.other_form"));
    }
    if record.state != "filed" && record.state != "approved" {
        return Err(Reason::new("satisfaction.not_in_force"));
    }
    if record.covers < row.period_from || record.covers >= row.period_until {
        return Err(Reason::new("satisfaction.other_period").with("day", record.covers.to_string()));
    }
    if filter.subject == SubjectRule::Subject && !is_about(record, row.subject) {
        return Err(Reason::new("satisfaction.other_subject"));
    }
    actor_fits(filter, row, record, bound)?;
    fields_fit(filter, record)
}

fn is_about(record: &Record, subject: Id) -> bool {
    record.body == subject || record.subjects.contains(&subject)
}

fn actor_fits(
    filter: &Filter,
    row: &Obligation,
    record: &Record,
    bound: &Bindings,
) -> Result<(), Reason> {
    let fits = match &filter.actor {
        ActorRule::Anyone | ActorRule::Member => true,
        ActorRule::Holder => is_holders(row, record, bound),
        ActorRule::LedByHolder => bound.lead_parties.contains(&row.holder),
        ActorRule::LedByCapacity(role) => bound
            .capacities
            .get(&(row.subject, role.clone()))
            .is_some_and(|party| bound.lead_parties.contains(party)),
    };
    match (fits, &filter.actor) {
        (true, _) => Ok(()),
        (false, ActorRule::LedByCapacity(role)) => {
            Err(Reason::new("satisfaction.not_led_by").with("role", role))
        }
        (false, ActorRule::LedByHolder) => Err(Reason::new("satisfaction.not_led_by_holder")),
        (false, _) => Err(Reason::new("satisfaction.other_body")),
    }
}

/// The holder's own record, one of the subject itself, or one that the holder made his own by approving it.
fn is_holders(row: &Obligation, record: &Record, bound: &Bindings) -> bool {
    record.body == row.holder
        || (row.parent.is_none() && record.body == row.subject)
        || bound.own_by_approval.contains_key(&row.id)
}

fn fields_fit(filter: &Filter, record: &Record) -> Result<(), Reason> {
    for name in &filter.filled {
        if record.values.get(name).is_none_or(is_empty) {
            return Err(Reason::new("satisfaction.field_missing").with("field", name));
        }
    }
    for (name, test) in &filter.fields {
        let value = record
            .values
            .get(name)
            .and_then(|v| v.as_str())
            .unwrap_or_default();
        let fits = match test {
            FieldTest::Is(wanted) => value == wanted,
            FieldTest::OneOf(wanted) => wanted.iter().any(|w| w == value),
        };
        if !fits {
            return Err(Reason::new("satisfaction.field_differs").with("field", name));
        }
    }
    Ok(())
}

/// The time that counts for a record: when the holder made it his own, its approval where the definition asks for it,
/// else its arrival. Made off line it arrived when it was made, as far as `allowance` hours believe it.
pub fn received(
    rule: &Rule,
    row: &Obligation,
    record: &Record,
    bound: &Bindings,
    allowance: i64,
) -> Moment {
    if let Some(approved) = bound.own_by_approval.get(&row.id) {
        return *approved;
    }
    match record.approved_at {
        Some(approved) if asks_approval(rule, row) => approved,
        _ => arrived(record, allowance),
    }
}

/// When a record counts as arrived: by the stated time where it was made off line, not before the device's last contact
/// and not longer ago than the allowance.
fn arrived(record: &Record, allowance: i64) -> Moment {
    let believed = record.last_contact.is_some_and(|contact| {
        contact <= record.stated_at && record.received_at <= record.stated_at.plus_hours(allowance)
    });
    if believed {
        record.stated_at
    } else {
        record.received_at
    }
}

/// What the standing credits amount to. Independent of the order in which they were written.
pub fn settle(rule: &Rule, members: &[Member], standing: &[Standing]) -> Settlement {
    let parts = rule
        .requirement
        .as_ref()
        .map_or(&[][..], |requirement| &requirement.all);
    let mut settlement = Settlement {
        met: None,
        done: 0,
        total: 0,
        exceeded: Vec::new(),
    };
    let mut met: Option<(Moment, Moment)> = None;
    let mut missing = parts.is_empty();
    for (index, part) in parts.iter().enumerate() {
        let mut own: Vec<&Standing> = standing
            .iter()
            .filter(|credit| credit.part == index)
            .collect();
        own.sort_by_key(|credit| (credit.received, credit.stated, credit.record));
        let (size, min) = demand(index, part, members);
        let reached = reach(part, &own, min);
        let amount = amount(part, &own);
        settlement.total += size;
        settlement.done += amount.min(size);
        if part.max.is_some_and(|max| amount > max) {
            settlement.exceeded.push(index);
        }
        match reached {
            _ if min == 0 => {}
            Some(at) => {
                met = Some(met.map_or(at, |so_far| (so_far.0.max(at.0), so_far.1.max(at.1))))
            }
            None => missing = true,
        }
    }
    if !missing {
        settlement.met = met;
    }
    settlement
}

/// Size of the part for progress, and the least amount that guards (0 observes).
pub fn demand(index: usize, part: &Part, members: &[Member]) -> (i64, i64) {
    let roster = members.iter().filter(|member| member.part == index).count() as i64;
    match part.measure {
        Measure::Cover { .. } | Measure::Each { .. } => {
            (roster, part.min.unwrap_or(roster).min(roster.max(1)))
        }
        _ => {
            let min = part.min.unwrap_or(1);
            (min.max(i64::from(min == 0)), min)
        }
    }
}

/// Stated and received time at which the part's least amount was reached.
fn reach(part: &Part, own: &[&Standing], min: i64) -> Option<(Moment, Moment)> {
    let mut seen = BTreeSet::new();
    let mut sum = 0i64;
    let mut stated = Moment(i64::MIN);
    for credit in own {
        let counts = match part.measure {
            Measure::Sum(_) => {
                sum += credit.amount;
                true
            }
            Measure::Distinct(_) => seen.insert((None, credit.amount)),
            Measure::Cover { .. } | Measure::Each { .. } => seen.insert((credit.element, 0)),
            Measure::Count => seen.insert((Some(credit.record), 0)),
        };
        if counts {
            stated = stated.max(credit.stated);
        }
        let amount = if matches!(part.measure, Measure::Sum(_)) {
            sum / 1000
        } else {
            seen.len() as i64
        };
        if amount >= min && min > 0 {
            return Some((stated, credit.received));
        }
    }
    None
}

/// What the credits of a part add up to, uncapped.
pub fn amount(part: &Part, own: &[&Standing]) -> i64 {
    match part.measure {
        Measure::Sum(_) => own.iter().map(|credit| credit.amount).sum::<i64>() / 1000,
        Measure::Distinct(_) => own
            .iter()
            .map(|credit| credit.amount)
            .collect::<BTreeSet<_>>()
            .len() as i64,
        Measure::Cover { .. } | Measure::Each { .. } => own
            .iter()
            .filter_map(|credit| credit.element)
            .collect::<BTreeSet<_>>()
            .len() as i64,
        Measure::Count => own
            .iter()
            .map(|credit| credit.record)
            .collect::<BTreeSet<_>>()
            .len() as i64,
    }
}

/// First credit of every element: what met it, for the element rows.
pub fn first_by_element(standing: &[Standing]) -> BTreeMap<(usize, Id), (Id, Moment)> {
    let mut first: BTreeMap<(usize, Id), (Id, Moment)> = BTreeMap::new();
    for credit in standing {
        let Some(element) = credit.element else {
            continue;
        };
        let candidate = (credit.record, credit.received);
        first
            .entry((credit.part, element))
            .and_modify(|known| {
                if (candidate.1, candidate.0) < (known.1, known.0) {
                    *known = candidate;
                }
            })
            .or_insert(candidate);
    }
    first
}

/// True when a correction left untouched everything on which the requirement filters, so that the first time still
/// counts.
pub fn same_in_what_counts(rule: &Rule, old: &Record, new: &Record) -> bool {
    let Some(requirement) = &rule.requirement else {
        return true;
    };
    let same_head = old.form == new.form
        && old.body == new.body
        && old.lead == new.lead
        && old.covers == new.covers;
    let mut old_subjects = old.subjects.clone();
    let mut new_subjects = new.subjects.clone();
    old_subjects.sort_unstable();
    new_subjects.sort_unstable();
    same_head
        && old_subjects == new_subjects
        && requirement.all.iter().all(|part| {
            let filter = &part.evidence;
            let measured = match &part.measure {
                Measure::Sum(field) | Measure::Distinct(field) => Some(field),
                _ => None,
            };
            let members_same = filter
                .members
                .as_ref()
                .is_none_or(|field| old.members.get(field) == new.members.get(field));
            members_same
                && filter
                    .fields
                    .keys()
                    .chain(&filter.filled)
                    .chain(measured)
                    .all(|field| old.values.get(field) == new.values.get(field))
        })
}
