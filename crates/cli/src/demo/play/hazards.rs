//! Hazards: found on a site, handed to all parties of their lifecycle, put right, returned and verified, some of it late.
//!
//! What the parties do follows from the lifecycle alone: whoever owes a step takes the transition that meets it.

use super::deed::{Deed, Done};
use super::paper::{Desk, Sheet};
use super::sought::{self, Sought};
use crate::demo::fill::Care;
use crate::demo::people;
use crate::demo::place::{Changes, Hazards, Raised};
use engine::satisfaction;
use kernel::id::Id;
use kernel::time::{Day, Moment};
use policy::{ActorRule, FieldTest, Filter, Form, Lifecycle, MatterStep, Measure, Part};
use policy::{SubjectRule, Transition};
use registry::{org, person};
use std::collections::BTreeMap;
use store::{Error, Result, Sql, Tx};
use work::matters::model::{Grade, Matter};
use work::matters::{Act, Opening, act, open, store as matters};

/// What of the place's tables the story refers to by number.
#[derive(Debug)]
pub struct Tables {
    pub hazards: Vec<Hazards>,
    pub changes: Vec<Changes>,
    pub raised: Vec<Raised>,
}

/// Whether somebody does what he owes, or sends the work back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Done,
    Returned,
}

/// Of a hundred, how many steps are taken in time, and how many more late.
const IN_TIME: u64 = 84;
const LATE: u64 = 11;
/// Of a hundred verifications so many send the work back.
const RETURNED: u64 = 12;
const HOUR_MS: i64 = 60 * 60 * 1000;

/// Opens the hazard of that number on a site that luck names.
pub fn find(tx: &mut Tx, desk: &Desk, hazards: &Hazards, number: usize) -> Result<Done> {
    let day = desk.day(tx);
    let key = format!("hazard {} {number}", hazards.general);
    let thing = Id::natural("demonstration", &key);
    let luck = |question: &str| desk.dice.of(thing, question);
    let wanted = match hazards.site_tag.is_empty() {
        true => Sought::Kind(&hazards.site_kind),
        false => Sought::Tag(&hazards.site_tag),
    };
    let Some(site) = sought::site(tx, wanted, luck("site"), day)? else {
        return Ok(Done::default());
    };
    let Some(finder) = org::store::by_name_or_alias(tx, &hazards.finder, day)? else {
        return Ok(Done::default());
    };
    let people = people::of(tx, finder.id, day)?;
    let major = hazards
        .major
        .as_ref()
        .filter(|_| luck("grade").of_hundred() < hazards.major_of_hundred);
    let what = luck("what")
        .pick(&hazards.found)
        .cloned()
        .unwrap_or_default();
    let opening = Opening {
        lifecycle: major.unwrap_or(&hazards.general).clone(),
        description: format!("检查发现：{what}。"),
        title: what,
        source: None,
        grade: match major {
            Some(_) => Grade::Major,
            None => Grade::General,
        },
        site,
        parties: parties(tx, hazards, day)?,
        issuer: finder.id,
        opened_by: people.filer,
        outer_number: None,
        outer_due_at: None,
    };
    let matter = open(tx, &desk.env, &opening)?;
    let cycle = cycle(desk, &matter);
    let steps = cycle.iter().flat_map(|cycle| &cycle.steps);
    let owed: Vec<&MatterStep> = steps.filter(|step| step.at_start).collect();
    Ok(Done {
        filed: 0,
        follow: ahead(desk, &matter, &owed, 0, tx.now()),
    })
}

/// Roles that the table names, with their bodies.
fn parties(tx: &mut Tx, hazards: &Hazards, day: Day) -> Result<BTreeMap<String, Id>> {
    let mut named = BTreeMap::new();
    for (role, name) in &hazards.parties {
        if let Some(org) = org::store::by_name_or_alias(tx, name, day)? {
            named.insert(role.clone(), org.id);
        }
    }
    Ok(named)
}

fn cycle<'a>(desk: &'a Desk, matter: &Matter) -> Option<&'a Lifecycle> {
    let found = desk
        .env
        .policy
        .lifecycle_version(&matter.lifecycle, matter.version);
    found.map(|(_, cycle)| cycle)
}

/// When each of the steps that are owed will be taken, if ever.
fn ahead(
    desk: &Desk,
    matter: &Matter,
    owed: &[&MatterStep],
    round: u32,
    now: Moment,
) -> Vec<(Moment, Deed)> {
    let mut follow = Vec::new();
    for step in owed {
        let luck = |question: &str| {
            desk.dice
                .of(matter.id, &format!("{} {round} {question}", step.id))
        };
        let term = term(step);
        let fate = luck("fate").of_hundred();
        let passed = if fate < IN_TIME {
            term * luck("share").between(30, 92) / 100
        } else if fate < IN_TIME + LATE {
            term + luck("late").between(2, term.max(24))
        } else {
            continue;
        };
        let deed = Deed::Step {
            matter: matter.id,
            transition: step.met_by.clone(),
            round,
        };
        follow.push((now.plus_hours(passed.max(1)), deed));
    }
    follow
}

/// Hours that the step may take; working days are taken for somewhat longer than civil ones.
fn term(step: &MatterStep) -> i64 {
    let days = step.days.map(|days| days * 24);
    let working = step.working_days.map(|days| days * 34);
    step.hours.or(days).or(working).unwrap_or(72)
}

/// Takes one step of a matter, with the record that must accompany it.
pub fn step(tx: &mut Tx, desk: &Desk, id: Id, wanted: &str, round: u32) -> Result<Done> {
    let matter = matters::by_id(tx, id)?.ok_or(Error::NotFound)?;
    let Some(cycle) = cycle(desk, &matter) else {
        return Ok(Done::default());
    };
    let Some(transition) = chosen(desk, cycle, &matter, wanted, round) else {
        return Ok(Done::default());
    };
    let parties = matters::parties(tx, id)?;
    let Some(own) = parties.iter().find(|party| party.role == transition.by) else {
        return Ok(Done::default());
    };
    let day = desk.day(tx);
    let Some(person) = people::of(tx, own.party, day)?.filer else {
        return Ok(Done::default());
    };
    let verdict = match transition.id == wanted {
        true => Verdict::Done,
        false => Verdict::Returned,
    };
    let record = match &transition.form {
        Some(_) => paper(tx, desk, &matter, (transition, verdict), own.party)?,
        None => None,
    };
    let taking = Act {
        transition: transition.id.clone(),
        person,
        parties: person::store::parties_of_person(tx, person, day)?,
        reason: match verdict {
            Verdict::Done => None,
            Verdict::Returned => Some("整改不到位，照片未反映现场全貌".to_owned()),
        },
        record,
        stated_at: None,
    };
    act(tx, &desk.env, &matter, &taking)?;
    let owed: Vec<&MatterStep> = cycle
        .steps
        .iter()
        .filter(|step| transition.opens.contains(&step.id))
        .collect();
    Ok(Done {
        filed: usize::from(record.is_some()),
        follow: ahead(desk, &matter, &owed, round + 1, tx.now()),
    })
}

/// The transition that was wanted, or, where that would end the matter, now and then the one that sends the work back:
/// an act of the same role that opens steps again.
fn chosen<'a>(
    desk: &Desk,
    cycle: &'a Lifecycle,
    matter: &Matter,
    wanted: &str,
    round: u32,
) -> Option<&'a Transition> {
    let all = &cycle.transitions;
    let transition = all.iter().find(|one| one.id == wanted)?;
    let ends = transition.opens.is_empty() && transition.form.is_some();
    let returned = desk
        .dice
        .of(matter.id, &format!("return {round}"))
        .of_hundred()
        < RETURNED;
    if !(ends && returned && round < 3) {
        return Some(transition);
    }
    let back = all.iter().find(|one| {
        let overlaps = one.from.iter().any(|state| transition.from.contains(state));
        one.by == transition.by && !one.opens.is_empty() && overlaps
    });
    Some(back.unwrap_or(transition))
}

/// Files the record that proves a step.
fn paper(
    tx: &mut Tx,
    desk: &Desk,
    matter: &Matter,
    (transition, verdict): (&Transition, Verdict),
    body: Id,
) -> Result<Option<Id>> {
    let named = transition
        .form
        .as_deref()
        .and_then(|form| desk.env.policy.form(form));
    let Some((_, form)) = named else {
        return Ok(None);
    };
    let (now, day) = (tx.now(), desk.day(tx));
    let people = people::of(tx, body, day)?;
    let key = format!("{} {} {}", matter.id, form.id, now.0 / HOUR_MS);
    let part = demand(form, transition, verdict);
    let sheet = Sheet {
        id: Id::natural("demonstration", &key),
        form,
        part: &part,
        body,
        about: matter.site.unwrap_or(matter.id),
        further: vec![matter.id],
        members: &[],
        number: 0,
        covers: day,
        care: Care::Thorough,
    };
    let Some(filing) = desk.filing(tx, &people, &sheet)? else {
        return Ok(None);
    };
    satisfaction::file(tx, &desk.env, form, &filing)?;
    if form.approval
        && let Some(approver) = people.approver.filter(|by| *by != filing.filed_by)
    {
        satisfaction::approve(tx, &desk.env, filing.id, approver)?;
    }
    Ok(Some(filing.id))
}

/// What the record must say for the step to be taken; one that sends the work back says no.
fn demand(form: &Form, transition: &Transition, verdict: Verdict) -> Part {
    let mut fields = transition.fields.clone();
    if verdict == Verdict::Returned {
        let refusals = form.fields.iter().filter_map(|field| {
            let no = field
                .choices
                .iter()
                .find(|choice| choice.starts_with('不'))?;
            Some((field.id.clone(), FieldTest::Is(no.clone())))
        });
        fields.extend(refusals);
    }
    Part {
        measure: Measure::Count,
        min: None,
        max: None,
        evidence: Filter {
            form: form.id.clone(),
            actor: ActorRule::default(),
            subject: SubjectRule::default(),
            fields,
            filled: Vec::new(),
            members: None,
        },
        name: transition.title.clone(),
    }
}
