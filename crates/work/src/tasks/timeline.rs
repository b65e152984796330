//! What happened to a task, from the rows that say so.

use super::model::Evaluation;
use super::read::Standing;
use super::view::Names;
use ::store::{Result, Sql};
use engine::obligations::view::Named;
use engine::records::{self, Record};
use kernel::id::Id;
use serde::Serialize;
use utoipa::ToSchema;

/// One thing that happened, with the time at which it happened and that at which it arrived.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Event {
    /// `opened`, `receipt`, `filed`, `approved`, `passed` or `failed`.
    pub kind: String,
    pub stated_at: i64,
    pub received_at: i64,
    /// Party whose act it was; absent for the system.
    pub party: Option<Named>,
    pub person: Option<Named>,
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    pub reason: Option<String>,
}

/// Every record about the task or one of its milestones, rejected and superseded ones too.
pub fn records(sql: &mut dyn Sql, standing: &Standing) -> Result<Vec<Record>> {
    let mut found = Vec::new();
    let subjects = standing.milestones.iter().map(|milestone| milestone.id);
    for subject in std::iter::once(standing.task.id).chain(subjects) {
        for record in records::store::of_subject(sql, subject)? {
            if !found.iter().any(|known: &Record| known.id == record.id) {
                found.push(record);
            }
        }
    }
    found.sort_by_key(|record| (record.received_at, record.id));
    Ok(found)
}

/// In the order of time, earliest first.
pub fn events(
    standing: &Standing,
    records: &[Record],
    evaluations: &[Evaluation],
    names: &Names,
) -> Vec<Event> {
    let mut events = vec![Event {
        stated_at: standing.task.opened_at.0,
        ..event("opened", standing.task.opened_at.0)
    }];
    for party in &standing.parties {
        let signed = party.obligation.as_ref().and_then(|row| row.signed_at);
        events.extend(signed.map(|at| Event {
            party: Some(names.get(party.party)),
            ..event("receipt", at.0)
        }));
    }
    for record in records {
        events.extend(of_record(record, names));
    }
    for evaluation in evaluations {
        let kind = if evaluation.failed {
            "failed"
        } else {
            "passed"
        };
        let reason = Some(evaluation.reason.clone()).filter(|reason| !reason.is_empty());
        let person = Some(names.get(evaluation.by));
        events.push(Event {
            person,
            reason,
            ..event(kind, evaluation.at.0)
        });
    }
    events.sort_by_key(|event| event.received_at);
    events
}

fn of_record(record: &Record, names: &Names) -> Vec<Event> {
    let base = |kind: &str, at: i64| Event {
        party: Some(names.get(record.body)),
        record: Some(record.id),
        ..event(kind, at)
    };
    let filed = Event {
        stated_at: record.stated_at.0,
        person: Some(names.get(record.filed_by)),
        ..base("filed", record.received_at.0)
    };
    let approved = record.approved_at.map(|at| base("approved", at.0));
    std::iter::once(filed).chain(approved).collect()
}

fn event(kind: &str, at: i64) -> Event {
    Event {
        kind: kind.to_owned(),
        stated_at: at,
        received_at: at,
        party: None,
        person: None,
        record: None,
        reason: None,
    }
}
