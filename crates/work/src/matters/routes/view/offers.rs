//! What the caller may do now, and why not what he may not.

use crate::matters::act::Case;
use crate::matters::rules::{self, Actor, Demand};
use engine::obligations::view::Said;
use kernel::reason::Reason;
use mechanism::Caller;
use policy::Transition;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct TransitionView {
    pub id: String,
    pub title: String,
    /// Role whose act it is.
    pub role: String,
    /// Why the caller may not take it; empty when he may.
    pub reasons: Vec<Said>,
    /// Form whose record must come with it.
    pub form: Option<String>,
    /// True where that record must carry an attachment.
    pub attachment: bool,
    /// True where a reason must be given.
    pub needs_reason: bool,
}

/// Transitions that are open to some party in its present state. Others are not spoken of: nobody asks for them now.
pub(super) fn offers(case: &Case, caller: &Caller) -> Vec<TransitionView> {
    let current = case.cycle.transitions.iter().filter(|transition| {
        let mut own = case
            .standings
            .iter()
            .filter(|row| row.role == transition.by);
        own.any(|row| transition.from.contains(&row.state))
    });
    current
        .map(|transition| offer(transition, case, caller))
        .collect()
}

fn offer(transition: &Transition, case: &Case, caller: &Caller) -> TransitionView {
    let actor = Actor {
        person: caller.person,
        parties: &caller.parties,
    };
    let refusal = match case.row_for(transition, actor) {
        Err(reason) => Some(reason),
        Ok(_) if !caller.may("matters.act") => Some(Reason::new("matters.no_right")),
        Ok(_) => None,
    };
    let demand = Demand::of(case.cycle, transition);
    TransitionView {
        id: transition.id.clone(),
        title: transition.title.clone(),
        role: transition.by.clone(),
        reasons: refusal.into_iter().map(Said::from).collect(),
        form: demand.form,
        attachment: demand.attachment,
        needs_reason: demand.reason,
    }
}

/// Names the roles of a lifecycle, for the page that opens a matter.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoleView {
    pub id: String,
    pub title: String,
}

impl RoleView {
    pub fn all(cycle: &policy::Lifecycle) -> Vec<RoleView> {
        let roles = cycle
            .roles
            .keys()
            .filter_map(|id| rules::role(cycle, id).map(|role| (id, role)));
        roles
            .map(|(id, role)| RoleView {
                id: id.clone(),
                title: role.title.clone(),
            })
            .collect()
    }
}
