//! Filing, approving and rejecting records, each with everything that it changes in one unit of work.

use super::matching::count_for_all;
use super::store as satisfactions;
use super::submitting;
use crate::obligations::store as rows;
use crate::obligations::submissions;
use crate::records::Filing;
use crate::records::rules as forms;
use crate::records::store as records;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::Env;
use mechanism::reaction::Event;
use policy::Form;
use serde_json::json;
use store::{Error, Result, Sql, Tx};

/// What filing a record did.
#[derive(Clone, Debug)]
pub struct Filed {
    pub record: Id,
    /// Obligations for which it counts.
    pub counts_for: Vec<Id>,
    /// Obligations for which somebody has yet to decide about it.
    pub awaiting: Vec<Id>,
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
        let all = submissions::of_record(tx, filing.id)?;
        let waiting = all.iter().filter(|put| put.is_waiting());
        return Ok(Filed {
            record: filing.id,
            counts_for: satisfactions::obligations_of(tx, filing.id)?,
            awaiting: waiting.map(|put| put.obligation).collect(),
            new: false,
        });
    }
    let named = forms::named(form, &filing.values);
    let arrival = arrival(tx, env, filing, digest)?;
    records::insert(tx, filing, &named, &arrival)?;
    supersede(tx, env, filing)?;
    let Some(record) = records::by_id(tx, filing.id)? else {
        return Err(Error::NotFound);
    };
    tx.note(
        filing.id,
        "filed",
        json!({
            "form": filing.form, "body": filing.body, "digest": hex(&digest), "on_behalf": filing.on_behalf,
        }),
    )?;
    // Nobody learns by accident what was said in his name; his own people know what they filed.
    let day = env.calendar.zone().day_of(tx.now());
    if filing.on_behalf.is_some()
        && !registry::person::store::parties_of_person(tx, filing.filed_by, day)?
            .contains(&filing.body)
    {
        let reason = Reason::new("records.filed_for_you");
        super::contesting::tell(tx, filing.id, filing.body, "filed_for", reason)?;
    }
    let matched = count_for_all(tx, env, &record)?;
    let form = record.form.clone();
    env.react(
        tx,
        &Event::Counted {
            record: record.id,
            form,
        },
    )?;
    Ok(Filed {
        record: filing.id,
        counts_for: matched.counts_for,
        awaiting: matched.awaiting,
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
    // Contact that the server knows of is believed rather than what a device says.
    let known = match filing.last_contact {
        Some(_) => records::last_contact(tx, filing.filed_by)?,
        None => None,
    };
    Ok(records::Arrival {
        last_contact: filing.last_contact.max(known),
        stated_at,
        covers: filing.covers.unwrap_or(day),
        path,
        sector,
        digest,
    })
}

/// Retires the record that this one corrects. What it counted for, and when, is read from its reversed credits.
fn supersede(tx: &mut Tx, env: &Env, filing: &Filing) -> Result<()> {
    let Some(old_id) = filing.supersedes else {
        return Ok(());
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
    records::retire(tx, old_id, "superseded", filing.id)?;
    satisfactions::reverse(tx, old_id, filing.id)?;
    let put = submissions::of_record(tx, old_id)?;
    submitting::drop_waiting(tx, env, &put, "superseded")?;
    tx.note(old_id, "superseded", json!({ "by": filing.id }))?;
    env.react(tx, &Event::Retired { record: old_id })
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
    if submitting::returned_by_approver(tx, id)? {
        return Err(Error::Refused(Reason::new("records.returned.conflict")));
    }
    records::approve(tx, id, by)?;
    submitting::approved(tx, id, by)?;
    tx.note(id, "approved", json!({ "by": by }))?;
    let Some(record) = records::by_id(tx, id)? else {
        return Err(Error::NotFound);
    };
    let matched = count_for_all(tx, env, &record)?;
    let form = record.form.clone();
    env.react(tx, &Event::Counted { record: id, form })?;
    Ok(matched.counts_for)
}

/// Withdraws a record from counting: an evaluation failed it. Obligations that rested on it open again, late as they
/// then are, and carry the reason.
pub fn reject(tx: &mut Tx, env: &Env, id: Id, by: Id, reason: &str) -> Result<Vec<Id>> {
    records::retire(tx, id, "rejected", by)?;
    let touched = satisfactions::reverse(tx, id, by)?;
    let put = submissions::of_record(tx, id)?;
    submitting::drop_waiting(tx, env, &put, "withdrawn")?;
    for obligation in &touched {
        satisfactions::resettle(tx, env, *obligation)?;
        rows::note_reason(tx, *obligation, reason)?;
    }
    tx.note(id, "rejected", json!({ "by": by, "obligations": touched }))?;
    env.react(tx, &Event::Retired { record: id })?;
    Ok(touched)
}

/// Digest of what makes two filings the same.
fn digest_of(filing: &Filing) -> [u8; 32] {
    let mut content = json!({
        "account": filing.account, "form": filing.form, "version": filing.form_version, "body": filing.body,
        "covers": filing.covers, "stated": filing.stated_at, "supersedes": filing.supersedes,
        "values": filing.values, "subjects": filing.subjects,
    });
    if let Some(how) = &filing.on_behalf {
        content["on_behalf"] = json!(how);
    }
    if let Some(contact) = filing.last_contact {
        content["last_contact"] = json!(contact);
    }
    kernel::ledger::digest(content.to_string().as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
