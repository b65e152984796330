//! The way of the matter as a whole: what its parties pass through together.

use super::row::pressing;
use crate::matters::act::Case;
use crate::matters::model::Event;
use crate::matters::rules;
use engine::obligations::{Obligation, State};
use kernel::time::Moment;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct StageView {
    pub title: String,
    /// `met` once every party is beyond it, the most pressing clock while the matter stands there, else `upcoming`.
    pub state: State,
    /// When the last party came as far.
    pub at: Option<i64>,
}

/// Stages in order. A stage is called after the role that has something to do in it.
pub(super) fn stages(case: &Case, owed: &[Obligation], now: Moment) -> Vec<StageView> {
    let here = rules::place(case.cycle, &case.standings).stage;
    let closed = rules::is_closed(case.cycle, &case.standings);
    let titles = rules::stage_words(case.cycle);
    titles
        .into_iter()
        .enumerate()
        .map(|(stage, title)| StageView {
            title,
            state: match stage {
                _ if closed || stage < here => State::Met,
                _ if stage == here => pressing(owed, now).0,
                _ => State::Upcoming,
            },
            at: arrived(case, stage).map(|at| at.0),
        })
        .collect()
}

/// When the slowest party came to a stage for the last time; none while it is not there.
fn arrived(case: &Case, stage: usize) -> Option<Moment> {
    let mut at = None;
    for event in &case.events {
        match slowest(case, event) >= stage {
            true => at = at.or(Some(event.received_at)),
            false => at = None,
        }
    }
    at
}

fn slowest(case: &Case, event: &Event) -> usize {
    let stages = case.parties.iter().map(|party| {
        let state = event.states.get(&party.slot).map_or("", String::as_str);
        rules::stage(case.cycle, &party.role, state)
    });
    stages.min().unwrap_or_default()
}
