//! What a record must be so that a transition rests on it.

use super::{Fixers, Standing, cycle};
use kernel::id::Id;
use kernel::reason::Reason;
use policy::{FieldTest, Lifecycle, MatterGuard, Transition};
use std::collections::{BTreeMap, BTreeSet};

/// A record as the rules see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    pub form: String,
    /// The party whose record it is.
    pub body: Id,
    /// Persons and parties that it names: who filed it, who led, whoever stands in its fields.
    pub named: BTreeSet<Id>,
    pub attachments: usize,
    /// Its plain values by field.
    pub values: BTreeMap<String, String>,
    /// What keeps it from counting at all.
    pub objection: Option<Objection>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// Superseded or rejected.
    NotInForce,
    /// Its form asks for approval and nobody has approved it.
    NotApproved,
    /// It does not name this matter.
    OtherMatter,
    /// An earlier act of this matter rests on it.
    UsedBefore,
}

/// What a transition asks to come with it, for the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    pub form: Option<String>,
    pub attachment: bool,
    pub reason: bool,
}

impl Demand {
    pub fn of(cycle: &Lifecycle, transition: &Transition) -> Demand {
        Demand {
            form: transition.form.clone(),
            attachment: transition.guard.contains(&MatterGuard::ProofAttached),
            // A form says itself what is missing.
            reason: transition.form.is_none() && cycle::is_return(cycle, transition),
        }
    }
}

/// Whether the record proves what the transition asks for. Where nothing is asked for, a record is welcome all the same.
pub fn proves(
    cycle: &Lifecycle,
    transition: &Transition,
    own: &Standing,
    parties_of_actor: &[Id],
    proof: Option<&Proof>,
    fixers: &Fixers,
) -> Result<(), Reason> {
    let demand = Demand::of(cycle, transition);
    let Some(proof) = proof else {
        return match (demand.form, demand.attachment) {
            (Some(form), _) => Err(Reason::new("matters.form_needed").with("form", form)),
            (None, true) => Err(Reason::new("matters.proof_needed")),
            (None, false) => Ok(()),
        };
    };
    if demand.form.as_ref().is_some_and(|form| *form != proof.form) {
        return Err(Reason::new("matters.other_form"));
    }
    if let Some(objection) = proof.objection {
        return Err(Reason::new(objection.code()));
    }
    if proof.body != own.party && !parties_of_actor.contains(&proof.body) {
        return Err(Reason::new("matters.other_body"));
    }
    if let Some(field) = transition
        .fields
        .iter()
        .find(|(name, test)| !holds(proof, name, test))
    {
        return Err(Reason::new("matters.record_says_otherwise").with("field", field.0));
    }
    if demand.attachment && proof.attachments == 0 {
        return Err(Reason::new("matters.proof_needed"));
    }
    if transition.guard.contains(&MatterGuard::NotTheFixer) {
        let fixed = |id: &Id| fixers.persons.contains(id) || fixers.parties.contains(id);
        if proof.named.iter().any(fixed) || fixed(&proof.body) {
            return Err(Reason::new("matters.names_fixer"));
        }
    }
    Ok(())
}

fn holds(proof: &Proof, name: &str, test: &FieldTest) -> bool {
    let value = proof
        .values
        .get(name)
        .map(String::as_str)
        .unwrap_or_default();
    match test {
        FieldTest::Is(wanted) => value == wanted,
        FieldTest::OneOf(wanted) => wanted.iter().any(|one| one == value),
    }
}

impl Objection {
    fn code(self) -> &'static str {
        match self {
            Objection::NotInForce => "matters.record_not_in_force",
            Objection::NotApproved => "matters.record_not_approved",
            Objection::OtherMatter => "matters.record_of_other_matter",
            Objection::UsedBefore => "matters.record_used",
        }
    }
}
