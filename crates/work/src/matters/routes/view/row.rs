//! Rows of a list of matters.

use super::Names;
use crate::matters::model::{Grade, Matter, MatterParty};
use crate::matters::{rules, store as matters};
use engine::obligations::rules::{distance, state};
use engine::obligations::view::{Named, Said};
use engine::obligations::{Obligation, State, store as obligations};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env, Lang};
use policy::Lifecycle;
use serde::Serialize;
use store::{Result, Sql};
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MatterRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub number: String,
    pub title: String,
    /// On-screen word of its kind.
    pub word: String,
    /// `general` or `major`, and its word.
    pub grade: String,
    pub grade_word: String,
    pub source: Option<String>,
    /// What it is about.
    pub subject: Option<Named>,
    /// Where it stands, in words: the state of the party that is least far.
    pub state: String,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
    /// The most pressing clock of all its parties, and how far it is from due.
    pub clock: State,
    pub distance: Option<Said>,
    pub parties: Vec<PartyBrief>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PartyBrief {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
    /// Title of its role.
    pub role: String,
}

/// Rows of a page of matters.
pub fn rows(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    found: &[Matter],
    now: Moment,
) -> Result<Vec<MatterRow>> {
    let mut parties = Vec::with_capacity(found.len());
    for matter in found {
        parties.push(matters::parties(sql, matter.id)?);
    }
    let sites = found.iter().filter_map(|matter| matter.site);
    let names = Names::of(
        sql,
        parties
            .iter()
            .flatten()
            .map(|party| party.party)
            .chain(sites),
    )?;
    let mut views = Vec::with_capacity(found.len());
    for (matter, parties) in found.iter().zip(&parties) {
        let owed = obligations::of_source(sql, matter.id)?;
        views.push(row(env, caller, matter, parties, &owed, &names, now));
    }
    Ok(views)
}

pub(super) fn row(
    env: &Env,
    caller: &Caller,
    matter: &Matter,
    parties: &[MatterParty],
    owed: &[Obligation],
    names: &Names,
    now: Moment,
) -> MatterRow {
    let cycle = env
        .policy
        .lifecycle_version(&matter.lifecycle, matter.version)
        .map(|(_, cycle)| cycle);
    let (clock, distance) = pressing(owed, now);
    MatterRow {
        id: matter.id,
        number: matter.number.clone(),
        title: matter.title.clone(),
        word: matter.word.clone(),
        grade: matter.grade.word().to_owned(),
        grade_word: grade_word(matter.grade, caller.language).to_owned(),
        source: matter.source.clone(),
        subject: matter.site.map(|site| names.get(site)),
        state: standing(cycle, matter, parties),
        opened_at: matter.opened_at.0,
        closed_at: matter.closed_at.map(|at| at.0),
        clock,
        distance,
        parties: parties
            .iter()
            .map(|party| brief(cycle, party, names))
            .collect(),
    }
}

fn grade_word(grade: Grade, language: Lang) -> &'static str {
    match (grade, language) {
        (Grade::General, Lang::Zh) => "一般",
        (Grade::Major, Lang::Zh) => "重大",
        (Grade::General, Lang::En) => "General",
        (Grade::Major, Lang::En) => "Major",
    }
}

fn standing(cycle: Option<&Lifecycle>, matter: &Matter, parties: &[MatterParty]) -> String {
    let party = parties.iter().find(|party| party.slot == matter.place.slot);
    match (cycle, party) {
        (Some(cycle), Some(party)) => rules::word(cycle, &party.role, &matter.place.state),
        _ => String::new(),
    }
}

fn brief(cycle: Option<&Lifecycle>, party: &MatterParty, names: &Names) -> PartyBrief {
    let role = cycle.and_then(|cycle| rules::role(cycle, &party.role));
    PartyBrief {
        id: party.party,
        name: names.get(party.party).name,
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
    }
}

/// The open clock that presses most; where nothing is open, whether anything was late.
pub(super) fn pressing(owed: &[Obligation], now: Moment) -> (State, Option<Said>) {
    let open = owed.iter().filter(|row| row.outcome.is_none());
    if let Some(row) = open.min_by_key(|row| (row.due_at, row.id)) {
        return (state(row, now), Some(distance(row, now).into()));
    }
    let late = owed.iter().any(|row| state(row, now) == State::MetLate);
    (if late { State::MetLate } else { State::Met }, None)
}
