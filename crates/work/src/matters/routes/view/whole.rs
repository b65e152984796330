//! One matter for its page.

use super::Names;
use super::offers::{TransitionView, offers};
use super::row::{MatterRow, row};
use super::side::{PartyView, sides};
use super::stepper::{StageView, stages};
use crate::matters::act::Case;
use crate::matters::model::{Matter, OPENED};
use crate::matters::rules;
use engine::obligations::store as obligations;
use engine::obligations::view::{self, ClauseRef, Named, RecordBrief};
use engine::records::store as records;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use serde::Serialize;
use store::{Error, Result, Sql};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct MatterView {
    #[schema(value_type = String)]
    pub id: Id,
    pub number: String,
    pub title: String,
    /// What is wrong, in the words of whoever opened it.
    pub text: Option<String>,
    pub word: String,
    pub lifecycle: String,
    /// `general` or `major`, and its word.
    pub grade: String,
    pub grade_word: String,
    pub source: Option<String>,
    pub subject: Option<Named>,
    pub clauses: Vec<ClauseRef>,
    /// The body in whose series it is numbered.
    pub issuer: Named,
    pub opened_by: Option<Named>,
    pub outer_number: Option<String>,
    pub outer_due_at: Option<i64>,
    /// Where it stands, in words.
    pub state: String,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
    /// Each party with its own state and its own clocks.
    pub parties: Vec<PartyView>,
    pub timeline: Vec<EventView>,
    /// What can be done now, and what the caller may not do, with the reason.
    pub transitions: Vec<TransitionView>,
    /// Proof out of the records on which acts rest.
    pub attachments: Vec<EvidenceView>,
    pub steps: Vec<StageView>,
    pub revision: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    pub id: String,
    /// `opened`, or the transition that was taken.
    pub transition: String,
    pub title: String,
    /// Person who acted; absent where a rule did.
    pub actor: Option<String>,
    /// Party for which it was done.
    pub org: Option<String>,
    /// The reason that was given.
    pub text: Option<String>,
    pub stated_at: i64,
    pub received_at: i64,
    pub record: Option<RecordBrief>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct EvidenceView {
    pub hash: String,
    pub name: String,
    pub media: String,
    pub size: i64,
    /// When the act that it proves arrived.
    pub taken_at: i64,
    #[schema(value_type = String)]
    pub record: Id,
}

/// The whole matter as the caller sees it.
pub fn whole(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    matter: &Matter,
    now: Moment,
) -> Result<MatterView> {
    let case = Case::of(sql, env, matter)?;
    let owed = obligations::of_source(sql, matter.id)?;
    let people = case.events.iter().filter_map(|event| event.actor);
    let others = [Some(matter.issuer), matter.site, matter.opened_by]
        .into_iter()
        .flatten();
    let ids = case
        .parties
        .iter()
        .map(|party| party.party)
        .chain(people)
        .chain(others);
    let names = Names::of(sql, ids)?;
    let row: MatterRow = row(env, caller, matter, &case.parties, &owed, &names, now);
    Ok(MatterView {
        id: row.id,
        number: row.number,
        title: row.title,
        text: Some(matter.description.clone()).filter(|text| !text.is_empty()),
        word: row.word,
        lifecycle: matter.lifecycle.clone(),
        grade: row.grade,
        grade_word: row.grade_word,
        source: row.source,
        subject: row.subject,
        clauses: case
            .cycle
            .clauses
            .iter()
            .map(|id| view::clause_ref(env, id))
            .collect(),
        issuer: names.get(matter.issuer),
        opened_by: matter.opened_by.map(|person| names.get(person)),
        outer_number: matter.outer_number.clone(),
        outer_due_at: matter.outer_due_at.map(|at| at.0),
        state: row.state,
        opened_at: row.opened_at,
        closed_at: row.closed_at,
        parties: sides(sql, env, caller, matter, &case, &owed, &names, now)?,
        timeline: timeline(sql, env, matter, &case, &names)?,
        transitions: offers(&case, caller),
        attachments: evidence(sql, &case)?,
        steps: stages(&case, &owed, now),
        revision: matter.revision,
    })
}

fn timeline(
    sql: &mut dyn Sql,
    env: &Env,
    matter: &Matter,
    case: &Case,
    names: &Names,
) -> Result<Vec<EventView>> {
    let mut views = Vec::with_capacity(case.events.len());
    for event in &case.events {
        let party = case
            .parties
            .iter()
            .find(|party| Some(&party.slot) == event.slot.as_ref());
        let record = match event.record {
            Some(id) => {
                let record = records::by_id(sql, id)?.ok_or(Error::NotFound)?;
                Some(view::brief(sql, env, &record)?)
            }
            None => None,
        };
        let title = match rules::transition(case.cycle, &event.transition) {
            Some(transition) => transition.title.clone(),
            None if event.transition == OPENED => case.cycle.title.clone(),
            None => event.transition.clone(),
        };
        views.push(EventView {
            id: format!("{}/{}", matter.id, event.seq),
            transition: event.transition.clone(),
            title,
            actor: event.actor.map(|person| names.get(person).name),
            org: party.map(|party| names.get(party.party).name),
            text: event.reason.clone(),
            stated_at: event.stated_at.0,
            received_at: event.received_at.0,
            record,
        });
    }
    Ok(views)
}

fn evidence(sql: &mut dyn Sql, case: &Case) -> Result<Vec<EvidenceView>> {
    let mut views = Vec::new();
    for event in &case.events {
        let Some(record) = event.record else { continue };
        views.extend(
            records::attachments(sql, record)?
                .into_iter()
                .map(|attached| EvidenceView {
                    hash: attached.hash,
                    name: attached.name,
                    media: attached.media,
                    size: attached.size,
                    taken_at: event.received_at.0,
                    record,
                }),
        );
    }
    Ok(views)
}
