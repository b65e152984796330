//! The parties of a matter, each with its own state and clocks.

use super::Names;
use crate::matters::act::Case;
use crate::matters::model::{Matter, MatterParty};
use crate::matters::{rules, steps};
use engine::obligations::rules::{distance, state};
use engine::obligations::view::{Named, Said};
use engine::obligations::{Obligation, State, store as obligations};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env, Lang};
use registry::party;
use serde::Serialize;
use store::{Result, Sql};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct PartyView {
    /// Its slot in the matter.
    pub id: String,
    pub party: Named,
    /// Who answers for it today; absent where the post is vacant.
    pub person: Option<Named>,
    pub role: String,
    pub role_title: String,
    /// Line of supervision by which it answers, in words.
    pub line: Option<String>,
    /// Kind of body as which it was addressed, in words.
    pub addressed_as: Option<String>,
    pub state: String,
    pub state_word: String,
    /// True where the caller acts for it.
    pub mine: bool,
    pub clocks: Vec<ClockView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClockView {
    #[schema(value_type = String)]
    pub obligation: Id,
    pub step: String,
    pub title: String,
    /// Transition that meets it.
    pub met_by: String,
    pub state: State,
    pub opened_at: i64,
    pub due_at: i64,
    pub signed_at: Option<i64>,
    pub met_at: Option<i64>,
    pub distance: Said,
}

#[allow(clippy::too_many_arguments)]
pub(super) fn sides(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    matter: &Matter,
    case: &Case,
    owed: &[Obligation],
    names: &Names,
    now: Moment,
) -> Result<Vec<PartyView>> {
    let today = env.calendar.zone().day_of(now);
    let mut views = Vec::with_capacity(case.parties.len());
    for party in &case.parties {
        let answers = party::store::current_person(sql, party.party, today)?;
        let mut clocks = Vec::new();
        for row in owed.iter().filter(|row| row.slot == party.slot) {
            clocks.push(clock(sql, matter, case, row, now)?);
        }
        views.push(PartyView {
            id: party.slot.clone(),
            party: names.get(party.party),
            person: answers.map(|(id, name)| Named { id, name }),
            role: party.role.clone(),
            role_title: role_title(case, party),
            line: party
                .line
                .as_deref()
                .map(|line| line_word(line, caller.language).to_owned()),
            addressed_as: party
                .addressed_as
                .as_deref()
                .and_then(|kind| kind_word(env, kind, caller.language)),
            state: party.state.clone(),
            state_word: rules::word(case.cycle, &party.role, &party.state),
            mine: caller.acts_as(party.party),
            clocks,
        });
    }
    Ok(views)
}

fn role_title(case: &Case, party: &MatterParty) -> String {
    rules::role(case.cycle, &party.role)
        .map(|role| role.title.clone())
        .unwrap_or_default()
}

fn line_word(line: &str, language: Lang) -> &'static str {
    match (line, language) {
        ("unit", Lang::Zh) => "主体责任",
        ("unit", Lang::En) => "Own responsibility",
        ("sector", Lang::Zh) => "行业监管",
        ("sector", Lang::En) => "Sector",
        (_, Lang::Zh) => "属地监管",
        (_, Lang::En) => "Territory",
    }
}

/// Word of a kind of body, out of the code list of such kinds.
fn kind_word(env: &Env, kind: &str, language: Lang) -> Option<String> {
    let entry = env
        .policy
        .entries("org-kinds")
        .into_iter()
        .find(|entry| entry.code == kind)?;
    Some(match language {
        Lang::Zh => entry.label.clone(),
        Lang::En => entry.label_en.clone(),
    })
}

fn clock(
    sql: &mut dyn Sql,
    matter: &Matter,
    case: &Case,
    row: &Obligation,
    now: Moment,
) -> Result<ClockView> {
    let step = steps::step_of(matter, row).unwrap_or_default();
    let defined = rules::step(case.cycle, step);
    Ok(ClockView {
        obligation: row.id,
        step: step.to_owned(),
        title: obligations::rule(sql, row.rule)?.title.clone(),
        met_by: defined.map(|step| step.met_by.clone()).unwrap_or_default(),
        state: state(row, now),
        opened_at: row.opened_at.0,
        due_at: row.due_at.0,
        signed_at: row.signed_at.map(|at| at.0),
        met_at: row.met_received.map(|at| at.0),
        distance: distance(row, now).into(),
    })
}
