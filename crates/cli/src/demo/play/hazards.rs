//! Hazards: found on a site, handed to the enterprise and to the regulator, put right and verified, some of it late.

use super::deed::{Deed, Done};
use crate::demo::accounts;
use crate::demo::files::Files;
use crate::demo::fill::{Care, Ground, fill};
use crate::demo::luck::Luck;
use crate::demo::people;
use engine::records::Filing;
use engine::satisfaction;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Env;
use policy::{ActorRule, FieldTest, Filter, Form, Measure, Part, SubjectRule, Transition};
use registry::{org, person, site};
use std::collections::BTreeMap;
use store::{Error, Sql, Tx};
use work::matters::model::{Grade, Matter};
use work::matters::{Act, Opening, act, open, store as matters};

const GENERAL: &str = "hazard.double";
const MAJOR: &str = "hazard.double-major";
/// The body that finds them.
const FINDER: &str = "县应急管理局";
const HOUR_MS: i64 = 60 * 60 * 1000;

const FOUND: &[&str] = &[
    "安全出口上锁",
    "配电箱未接地",
    "灭火器压力不足",
    "危化品混存",
    "特种作业人员未持证",
    "可燃气体报警器失灵",
    "消防通道被占",
    "叉车超速行驶",
    "临时用电不规范",
    "有限空间无警示",
];

/// Opens the hazard of that number on a site that luck names.
pub fn find(tx: &mut Tx, env: &Env, number: usize) -> store::Result<Done> {
    let day = env.calendar.zone().day_of(tx.now());
    let thing = Id::natural("demonstration", &format!("hazard {number}"));
    let sites = site::store::of_kind(tx, "premises", day)?;
    let Some(site) = Luck::of(thing, "site").pick(&sites).cloned() else {
        return Ok(Done::default());
    };
    let Some(finder) = org::store::by_name_or_alias(tx, FINDER, day)? else {
        return Ok(Done::default());
    };
    let people = people::of(tx, finder.id, day)?;
    let grade = if Luck::of(thing, "grade").of_hundred() < 15 {
        Grade::Major
    } else {
        Grade::General
    };
    let what = Luck::of(thing, "what")
        .pick(FOUND)
        .copied()
        .unwrap_or_default();
    let matter = open(
        tx,
        env,
        &Opening {
            lifecycle: if grade == Grade::Major {
                MAJOR
            } else {
                GENERAL
            }
            .to_owned(),
            title: what.to_owned(),
            description: format!("检查发现：{what}。"),
            source: None,
            grade,
            site,
            parties: BTreeMap::new(),
            issuer: finder.id,
            opened_by: people.filer,
            outer_number: None,
            outer_due_at: None,
        },
    )?;
    Ok(Done {
        filed: 0,
        follow: ahead(&matter, tx.now()),
    })
}

/// What both sides will do about it, and when.
fn ahead(matter: &Matter, now: Moment) -> Vec<(Moment, Deed)> {
    let luck = |question: &str| Luck::of(matter.id, question);
    let hours = |least, most, question: &str| now.plus_hours(luck(question).between(least, most));
    let step = |at, transition: &'static str| {
        (
            at,
            Deed::Step {
                matter: matter.id,
                transition,
            },
        )
    };
    let signed = |question: &str| {
        if luck(question).of_hundred() < 90 {
            (1, 20)
        } else {
            (26, 60)
        }
    };
    let (least, most) = signed("enterprise signs");
    let (first, last) = signed("regulator signs");
    let mut follow = vec![
        step(
            hours(least, most, "enterprise signs at"),
            "rectifier.receipt",
        ),
        step(
            hours(first, last, "regulator signs at"),
            "regulator.receipt",
        ),
    ];
    let term = if matter.grade == Grade::Major { 30 } else { 15 };
    let days = match luck("submit").of_hundred() {
        0..80 => luck("submit in").between(4, term - 1),
        80..93 => luck("submit late").between(term + 1, term + 8),
        _ => return follow,
    };
    let submitted = now.plus_hours(days * 24);
    follow.push(step(submitted, "submit"));
    let verified = submitted.plus_hours(luck("verify").between(20, 110));
    if luck("return").of_hundred() < 12 {
        let again = verified.plus_hours(luck("again").between(40, 160));
        follow.extend([step(verified, "return"), step(again, "submit")]);
        follow.push(step(
            again.plus_hours(luck("verify again").between(20, 90)),
            "verify",
        ));
    } else if luck("verify ever").of_hundred() < 94 {
        follow.push(step(verified, "verify"));
    }
    follow
}

/// Takes one step of a matter, with the record that must accompany it.
pub fn step(tx: &mut Tx, env: &Env, files: &Files, id: Id, name: &str) -> store::Result<Done> {
    let matter = matters::by_id(tx, id)?.ok_or(Error::NotFound)?;
    let cycle = env
        .policy
        .lifecycle_version(&matter.lifecycle, matter.version)
        .map(|(_, cycle)| cycle);
    let transition = cycle.and_then(|cycle| cycle.transitions.iter().find(|one| one.id == name));
    let Some(transition) = transition else {
        return Ok(Done::default());
    };
    let parties = matters::parties(tx, id)?;
    let Some(own) = parties.iter().find(|party| party.role == transition.by) else {
        return Ok(Done::default());
    };
    let day = env.calendar.zone().day_of(tx.now());
    let Some(person) = people::of(tx, own.party, day)?.filer else {
        return Ok(Done::default());
    };
    let record = match &transition.form {
        Some(_) => paper(tx, env, files, &matter, transition, own.party)?,
        None => None,
    };
    let taking = Act {
        transition: name.to_owned(),
        person,
        parties: person::store::parties_of_person(tx, person, day)?,
        reason: (name == "return").then(|| "整改不到位，照片未反映现场全貌".to_owned()),
        record,
        stated_at: None,
    };
    act(tx, env, &matter, &taking)?;
    Ok(Done {
        filed: usize::from(record.is_some()),
        follow: Vec::new(),
    })
}

/// Files the record that proves a step.
fn paper(
    tx: &mut Tx,
    env: &Env,
    files: &Files,
    matter: &Matter,
    transition: &Transition,
    body: Id,
) -> store::Result<Option<Id>> {
    let named = transition
        .form
        .as_deref()
        .and_then(|form| env.policy.form(form));
    let Some((_, form)) = named else {
        return Ok(None);
    };
    let now = tx.now();
    let day = env.calendar.zone().day_of(now);
    let people = people::of(tx, body, day)?;
    let Some(filed_by) = people.filer else {
        return Ok(None);
    };
    let id = Id::natural(
        "demonstration",
        &format!("{} {} {}", matter.id, form.id, now.0 / HOUR_MS),
    );
    let subject = matter.site.unwrap_or(matter.id);
    let ground = Ground {
        library: &env.policy,
        files,
        people: &people,
        body,
        subject,
        is_site: matter.site.is_some(),
        day,
        thing: id,
        care: Care::Thorough,
    };
    let filing = Filing {
        id,
        account: accounts::filer(),
        filed_by,
        form: form.id.clone(),
        form_version: form.version,
        body,
        covers: Some(day),
        stated_at: Some(now),
        supersedes: None,
        values: fill(&ground, form, Some(&demand(form, transition)), &[]),
        subjects: vec![matter.id, subject],
        lat: None,
        lng: None,
    };
    satisfaction::file(tx, env, form, &filing)?;
    if form.approval
        && let Some(approver) = people.approver.filter(|approver| *approver != filed_by)
    {
        satisfaction::approve(tx, env, id, approver)?;
    }
    Ok(Some(id))
}

/// What the record must say for the step to be taken; one that returns the work says no.
fn demand(form: &Form, transition: &Transition) -> Part {
    let mut fields = transition.fields.clone();
    if transition.id == "return" {
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
