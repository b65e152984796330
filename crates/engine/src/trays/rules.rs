//! What may be handed out, to whom and until when. Pure.

use crate::obligations::{Obligation, Rule};
use kernel::reason::Reason;
use kernel::time::Moment;
use policy::ActorRule;
use registry::party::PartyKind;

/// How a party stands to the body that hands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A post or a person of the body.
    Own,
    /// A body below it, or one in an area below its own.
    Below,
    /// Anybody else, known or not.
    Outside,
}

/// What the decision needs to know besides the obligation and its rule.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub holder: Option<PartyKind>,
    pub to: Standing,
    pub due_at: Moment,
    pub now: Moment,
}

/// Whether a body may hand out an obligation so. The reason says what stands against it.
pub fn may_hand_out(row: &Obligation, rule: &Rule, wish: &Wish) -> Result<(), Reason> {
    if row.outcome.is_some() {
        return Err(Reason::new("trays.ended.conflict"));
    }
    if wish.holder != Some(PartyKind::Org) {
        return Err(Reason::new("trays.not_a_body"));
    }
    let Some(requirement) = &rule.requirement else {
        return Err(Reason::new("trays.nothing_to_hand_out"));
    };
    if wish.to == Standing::Outside {
        return Err(Reason::new("trays.outside"));
    }
    let led = requirement
        .all
        .iter()
        .any(|part| part.evidence.actor == ActorRule::LedByHolder);
    if led && wish.to == Standing::Below {
        return Err(Reason::new("trays.led_by_holder"));
    }
    if wish.due_at <= wish.now {
        return Err(Reason::new("trays.due_in_past"));
    }
    // A body that is late itself may still ask others; it cannot ask them for yesterday.
    if wish.now < row.due_at && row.due_at <= wish.due_at {
        return Err(Reason::new("trays.due_not_earlier"));
    }
    Ok(())
}
