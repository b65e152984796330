//! Filing, approving and rejecting records, each with everything that it changes in one unit of work.

use super::model::{Bindings, Standing};
use super::rules;
use super::store as satisfactions;
use crate::obligations::store as rows;
use crate::obligations::{Obligation, Rule};
use crate::records::rules as forms;
use crate::records::store as records;
use crate::records::{Filing, Record};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::Env;
use policy::{ActorRule, Form};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Error, Result, Sql, Tx};

/// A record that another one corrects, with what it counted for.
type Superseded = (Record, Vec<(Id, Vec<Standing>)>);

/// What filing a record did.
#[derive(Clone, Debug)]
pub struct Filed {
    pub record: Id,
    /// Obligations for which it counts.
    pub counts_for: Vec<Id>,
    /// False when the same record had arrived before.
    pub new: bool,
}

/// Files a checked filling. The same id with the same content answers as before; with other content it is refused and
/// nothing is overwritten.
pub fn file(tx: &mut Tx, env: &Env, form: &Form, filing: &Filing) -> Result<Filed> {
    let digest = digest_of(filing);
    if let Some(known) = records::digest(tx, filing.id)? {
        if known != digest {
            return Err(Error::Refused(Reason::new(
                "records.other_content.conflict",
            )));
        }
        let counts_for = satisfactions::obligations_of(tx, filing.id)?;
        return Ok(Filed {
            record: filing.id,
            counts_for,
            new: false,
        });
    }
    let named = forms::named(form, &filing.values);
    let arrival = arrival(tx, env, filing, digest)?;
    records::insert(tx, filing, &named, &arrival)?;
    let superseded = supersede(tx, filing)?;
    let Some(record) = records::by_id(tx, filing.id)? else {
        return Err(Error::NotFound);
    };
    tx.note(
        filing.id,
        "filed",
        json!({ "form": filing.form, "body": filing.body, "digest": hex(&digest) }),
    )?;
    let counts_for = count_for_all(tx, env, &record, superseded.as_ref())?;
    Ok(Filed {
        record: filing.id,
        counts_for,
        new: true,
    })
}

fn arrival(tx: &mut Tx, env: &Env, filing: &Filing, digest: [u8; 32]) -> Result<records::Arrival> {
    let now = tx.now();
    let stated_at = filing.stated_at.unwrap_or(now);
    if stated_at > now {
        return Err(Error::Refused(Reason::new("records.stated_in_future")));
    }
    // Before the first instant that is counted; civil days end somewhere below it.
    if stated_at < Moment::ZERO {
        return Err(Error::Refused(Reason::new("records.stated_too_early")));
    }
    let day = env.calendar.zone().day_of(stated_at);
    let (path, sector) = registry::party::store::place_of(tx, filing.body, day)?;
    Ok(records::Arrival {
        stated_at,
        covers: filing.covers.unwrap_or(day),
        path,
        sector,
        digest,
    })
}

/// Retires the record that this one corrects and remembers what it counted for.
fn supersede(tx: &mut Tx, filing: &Filing) -> Result<Option<Superseded>> {
    let Some(old_id) = filing.supersedes else {
        return Ok(None);
    };
    let Some(old) = records::by_id(tx, old_id)? else {
        return Err(Error::NotFound);
    };
    if old.body != filing.body || old.form != filing.form {
        return Err(Error::Refused(Reason::new("records.supersedes_other")));
    }
    if old.state == "superseded" {
        return Err(Error::Refused(Reason::new(
            "records.superseded_before.conflict",
        )));
    }
    let mut counted = Vec::new();
    for obligation in satisfactions::obligations_of(tx, old_id)? {
        let own = satisfactions::standing(tx, obligation)?
            .into_iter()
            .filter(|s| s.record == old_id)
            .collect();
        counted.push((obligation, own));
    }
    records::retire(tx, old_id, "superseded", filing.id)?;
    satisfactions::reverse(tx, old_id, filing.id)?;
    tx.note(old_id, "superseded", json!({ "by": filing.id }))?;
    Ok(Some((old, counted)))
}

/// Approval by the holder's own approver, who did not file it himself.
pub fn approve(tx: &mut Tx, env: &Env, id: Id, by: Id) -> Result<Vec<Id>> {
    let Some(record) = records::by_id(tx, id)? else {
        return Err(Error::NotFound);
    };
    if record.approved_at.is_some() {
        return satisfactions::obligations_of(tx, id);
    }
    if record.state != "filed" {
        return Err(Error::Refused(Reason::new("records.not_in_force.conflict")));
    }
    if record.filed_by == by {
        return Err(Error::Refused(Reason::new("records.own_approval")));
    }
    records::approve(tx, id, by)?;
    tx.note(id, "approved", json!({ "by": by }))?;
    let Some(record) = records::by_id(tx, id)? else {
        return Err(Error::NotFound);
    };
    count_for_all(tx, env, &record, None)
}

/// Withdraws a record from counting: an evaluation failed it. Obligations that rested on it open again, late as they
/// then are, and carry the reason.
pub fn reject(tx: &mut Tx, env: &Env, id: Id, by: Id, reason: &str) -> Result<Vec<Id>> {
    records::retire(tx, id, "rejected", by)?;
    let touched = satisfactions::reverse(tx, id, by)?;
    for obligation in &touched {
        satisfactions::resettle(tx, env, *obligation)?;
        rows::note_reason(tx, *obligation, reason)?;
    }
    tx.note(id, "rejected", json!({ "by": by, "obligations": touched }))?;
    Ok(touched)
}

/// Matches a record against every obligation that it may count for.
fn count_for_all(
    tx: &mut Tx,
    env: &Env,
    record: &Record,
    superseded: Option<&Superseded>,
) -> Result<Vec<Id>> {
    let candidates = candidates(tx, record)?;
    let bound = bindings(tx, env, record, &candidates)?;
    let mut touched: BTreeSet<Id> = superseded
        .iter()
        .flat_map(|(_, old)| old.iter().map(|(id, _)| *id))
        .collect();
    let mut counts_for = Vec::new();
    let mut matched: Vec<(Obligation, Arc<Rule>, Vec<super::Credit>)> = Vec::new();
    for row in candidates {
        let rule = rows::rule(tx, row.rule)?;
        let members = rows::members(tx, row.id)?;
        let credits = rules::credits(&rule, &row, &members, record, &bound);
        if !credits.is_empty() && row.outcome.as_deref() != Some("withdrawn") {
            matched.push((row, rule, credits));
        }
    }
    // A definition that says `exclusive` takes the record for itself alone.
    if let Some(sole) = matched.iter().position(|(_, rule, _)| rule.exclusive) {
        matched = vec![matched.swap_remove(sole)];
    }
    for (row, rule, credits) in matched {
        let received = first_received(&rule, &row, record, superseded);
        satisfactions::credit(tx, &row, record, &credits, received)?;
        touched.insert(row.id);
        counts_for.push(row.id);
    }
    for id in touched {
        satisfactions::resettle(tx, env, id)?;
    }
    Ok(counts_for)
}

/// A correction keeps the first received time unless it changed something on which the requirement filters.
fn first_received(
    rule: &Rule,
    row: &Obligation,
    record: &Record,
    superseded: Option<&Superseded>,
) -> Moment {
    let own = rules::received(rule, record);
    let Some((old, counted)) = superseded else {
        return own;
    };
    if !rules::same_in_what_counts(rule, old, record) {
        return own;
    }
    let first = counted
        .iter()
        .filter(|(id, _)| *id == row.id)
        .flat_map(|(_, s)| s)
        .map(|s| s.received)
        .min();
    first.map_or(own, |first| first.min(own))
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
    found.sort_by_key(|row| row.id);
    found.dedup_by_key(|row| row.id);
    Ok(found)
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

/// Digest of what makes two filings the same.
fn digest_of(filing: &Filing) -> [u8; 32] {
    let content = json!({
        "account": filing.account, "form": filing.form, "version": filing.form_version, "body": filing.body,
        "covers": filing.covers, "stated": filing.stated_at, "supersedes": filing.supersedes,
        "values": filing.values, "subjects": filing.subjects,
    });
    kernel::ledger::digest(content.to_string().as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
