//! Events of the plan that happen: reported by a record of their form, by the body that it concerns.

use super::deed::Done;
use super::paper::{Desk, Sheet};
use super::sought::{self, Sought};
use crate::demo::fill::Care;
use crate::demo::people;
use crate::demo::place::Raised;
use engine::satisfaction;
use kernel::id::Id;
use policy::{ActorRule, Filter, Form, Measure, Part, SubjectRule};
use std::collections::BTreeMap;
use store::{Result, Tx};

impl Raised {
    /// Among what luck picks what it is about.
    pub fn sought(&self) -> Sought<'_> {
        if !self.site_tag.is_empty() {
            Sought::Tag(&self.site_tag)
        } else if !self.post.is_empty() {
            Sought::Post(&self.post)
        } else if !self.org.is_empty() {
            Sought::Org(&self.org)
        } else {
            Sought::Kind(&self.site_kind)
        }
    }
}

/// The event of that number happens.
pub fn report(tx: &mut Tx, desk: &Desk, raised: &Raised, number: usize) -> Result<Done> {
    let day = desk.day(tx);
    let thing = Id::natural("demonstration", &format!("event {} {number}", raised.event));
    let luck = desk.dice.of(thing, "subject");
    let Some(found) = sought::one(tx, raised.sought(), luck, day)? else {
        return Ok(Done::default());
    };
    let Some(form) = form(desk, raised) else {
        return Ok(Done::default());
    };
    let people = people::of(tx, found.body, day)?;
    let part = anything(form);
    let sheet = Sheet {
        id: thing,
        form,
        part: &part,
        body: found.body,
        about: found.subject,
        further: Vec::new(),
        members: &[],
        number: 0,
        covers: day,
        care: Care::Thorough,
    };
    let Some(filing) = desk.filing(tx, &people, &sheet)? else {
        return Ok(Done::default());
    };
    satisfaction::file(tx, &desk.env, form, &filing)?;
    if form.approval
        && let Some(by) = people.approver.filter(|by| *by != filing.filed_by)
    {
        satisfaction::approve(tx, &desk.env, filing.id, by)?;
    }
    Ok(Done {
        filed: 1,
        follow: Vec::new(),
    })
}

/// The form by which the event is reported, where its kind has one.
pub fn form<'a>(desk: &'a Desk, raised: &Raised) -> Option<&'a Form> {
    let (_, kind) = desk.env.policy.event(&raised.event)?;
    let named = kind.form.as_deref()?;
    desk.env.policy.form(named).map(|(_, form)| form)
}

/// A report is asked for nothing but to be filled in.
fn anything(form: &Form) -> Part {
    Part {
        measure: Measure::Count,
        min: None,
        max: None,
        evidence: Filter {
            form: form.id.clone(),
            actor: ActorRule::default(),
            subject: SubjectRule::default(),
            fields: BTreeMap::new(),
            filled: Vec::new(),
            members: None,
        },
        name: form.title.clone(),
    }
}
