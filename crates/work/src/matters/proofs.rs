//! Reading records for the rules: what a record proves, and who had a hand in the work.

use super::model::{Event, Matter, MatterParty};
use super::rules::{self, FIXER, Fixers, Objection, Proof};
use engine::records::{Record, store as records};
use kernel::id::Id;
use mechanism::Env;
use policy::Lifecycle;
use std::collections::{BTreeMap, BTreeSet};
use store::{Error, Result, Sql};

/// A record that somebody brings along.
pub fn proof(
    sql: &mut dyn Sql,
    env: &Env,
    matter: &Matter,
    events: &[Event],
    id: Id,
) -> Result<Proof> {
    let record = records::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let attachments = records::attachments(sql, id)?.len();
    let used = events.iter().any(|event| event.record == Some(id));
    let objection = match objection(env, matter, &record) {
        None if used => Some(Objection::UsedBefore),
        found => found,
    };
    Ok(Proof {
        named: named(&record),
        values: plain(&record),
        form: record.form,
        body: record.body,
        attachments,
        objection,
    })
}

fn objection(env: &Env, matter: &Matter, record: &Record) -> Option<Objection> {
    if !record.subjects.contains(&matter.id) {
        return Some(Objection::OtherMatter);
    }
    if record.state != "filed" && record.state != "approved" {
        return Some(Objection::NotInForce);
    }
    let form = env
        .policy
        .form_version(&record.form, record.form_version)
        .or_else(|| env.policy.form(&record.form));
    let wants_approval = form.is_some_and(|(_, form)| form.approval);
    (wants_approval && record.approved_at.is_none()).then_some(Objection::NotApproved)
}

/// Values that are text, as choices are.
fn plain(record: &Record) -> BTreeMap<String, String> {
    let texts = record
        .values
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    texts.collect()
}

fn named(record: &Record) -> BTreeSet<Id> {
    let in_fields = record.members.values().flatten().copied();
    in_fields
        .chain(record.lead)
        .chain([record.filed_by])
        .collect()
}

/// Everybody who had a hand in the work, over all rounds: a return does not wash anybody clean.
pub fn fixers(
    sql: &mut dyn Sql,
    cycle: &Lifecycle,
    parties: &[MatterParty],
    events: &[Event],
) -> Result<Fixers> {
    let own: Vec<&MatterParty> = parties.iter().filter(|party| party.role == FIXER).collect();
    let mut fixers = Fixers {
        parties: own.iter().map(|party| party.party).collect(),
        ..Fixers::default()
    };
    let acts = events.iter().filter(|event| {
        let by_fixer = event
            .slot
            .as_deref()
            .is_some_and(|slot| own.iter().any(|party| party.slot == slot));
        by_fixer
            && rules::transition(cycle, &event.transition).is_some_and(|it| !it.opens.is_empty())
    });
    for event in acts {
        fixers.persons.extend(event.actor);
        if let Some(record) = event.record
            && let Some(record) = records::by_id(sql, record)?
        {
            fixers.persons.extend(named(&record));
            fixers.parties.insert(record.body);
        }
    }
    Ok(fixers)
}
