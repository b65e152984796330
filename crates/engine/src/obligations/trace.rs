//! Who stands behind a record: one act after the other, from the body that was asked to the body that accepted.

use super::store;
use super::submissions;
use super::view::{Named, TraceStep};
use crate::records::Record;
use ::store::{Result, Sql};
use kernel::id::Id;
use kernel::time::Moment;
use registry::party;
use std::collections::BTreeMap;

/// One act before its names are known.
struct Act {
    at: Moment,
    act: &'static str,
    person: Id,
    body: Option<Id>,
}

/// Everybody who had a hand in it, in the order in which he had.
pub fn of_record(sql: &mut dyn Sql, record: &Record) -> Result<Vec<TraceStep>> {
    let mut acts = vec![Act {
        at: record.received_at,
        act: "filed",
        person: record.filed_by,
        body: Some(record.body),
    }];
    if let (Some(at), Some(person)) = (record.approved_at, record.approved_by) {
        acts.push(Act {
            at,
            act: "approved",
            person,
            body: Some(record.body),
        });
    }
    let put = submissions::of_record(sql, record.id)?;
    for one in put
        .iter()
        .filter(|one| one.before == submissions::Before::Receiver)
    {
        let row = store::by_id(sql, one.obligation)?;
        let handed_out = row.as_ref().is_some_and(|row| row.parent.is_some());
        if let (Some(at), Some(person)) = (one.decided_at, one.decided_by) {
            let act = match (one.state.as_str(), handed_out) {
                ("accepted", true) => "approved",
                ("accepted", false) => "accepted",
                ("returned", _) => "returned",
                _ => continue,
            };
            acts.push(Act {
                at,
                act,
                person,
                body: Some(one.party),
            });
        }
        if let Some(row) = row {
            before(sql, row, &mut acts)?;
        }
    }
    named(sql, acts)
}

/// Who signed for it and who handed it out, up to the body that was asked first.
fn before(sql: &mut dyn Sql, row: super::Obligation, acts: &mut Vec<Act>) -> Result<()> {
    let mut next = Some(row);
    while let Some(row) = next {
        if let (Some(at), Some(person)) = (row.signed_at, row.signed_by) {
            acts.push(Act {
                at,
                act: "signed",
                person,
                body: Some(row.holder),
            });
        }
        let Some(parent) = row.parent else {
            return Ok(());
        };
        let parent = store::by_id(sql, parent)?;
        let handed = store::handed_by(sql, row.id)?;
        if let (Some((person, at)), Some(parent)) = (handed, &parent) {
            acts.push(Act {
                at,
                act: "handed_out",
                person,
                body: Some(parent.holder),
            });
        }
        next = parent;
    }
    Ok(())
}

fn named(sql: &mut dyn Sql, mut acts: Vec<Act>) -> Result<Vec<TraceStep>> {
    acts.sort_by_key(|act| (act.at, order(act.act), act.person, act.body));
    acts.dedup_by_key(|act| (act.at, act.act, act.person, act.body));
    let ids: Vec<Id> = acts
        .iter()
        .flat_map(|act| [Some(act.person), act.body])
        .flatten()
        .collect();
    let names: BTreeMap<Id, String> = party::store::labels(sql, &ids)?;
    let name = |id: Id| Named {
        id,
        name: names.get(&id).cloned().unwrap_or_default(),
    };
    Ok(acts
        .iter()
        .map(|act| TraceStep {
            act: act.act.to_owned(),
            person: name(act.person),
            body: act.body.filter(|body| *body != act.person).map(name),
            at: act.at.0,
        })
        .collect())
}

/// At one instant, as on a clock that stands, the order of the acts themselves.
fn order(act: &str) -> usize {
    [
        "signed",
        "handed_out",
        "filed",
        "approved",
        "accepted",
        "returned",
    ]
    .iter()
    .position(|one| *one == act)
    .unwrap_or_default()
}
