//! The timer of a duty: opens the obligations of a period for every subject, then sets the timer of the next one.

use super::{rules, subjects};
use engine::obligations::{Kind, NewObligation, Rule};
use engine::satisfaction;
use kernel::period::Period;
use kernel::time::Moment;
use mechanism::{Env, timer};
use policy::{Duty, Every, Pack, SubjectRule};
use store::{Error, Result, Tx};
use subjects::Subject;

pub const OPEN: timer::Kind = timer::Kind {
    name: "duties.open",
    run,
};

/// Sets the timer of a duty's period, or its only one.
pub fn arm(
    tx: &mut Tx,
    env: &Env,
    duty: &Duty,
    period: Option<&Period>,
    not_before: Moment,
) -> Result<()> {
    let (label, at) = match (&duty.every, period) {
        (Every::Once(_), _) => {
            let from = duty
                .from
                .map_or(not_before, |day| env.calendar.zone().start_of(day));
            ("once".to_owned(), from.max(not_before))
        }
        (Every::Period(_), Some(period)) => (
            period.label(),
            env.calendar.zone().start_of(period.start).max(not_before),
        ),
        _ => return Ok(()),
    };
    let body = serde_json::json!({ "duty": duty.id, "period": label }).to_string();
    timer::set(
        tx,
        at,
        &format!("duty/{}/{label}", duty.id),
        OPEN.name,
        &body,
    )
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let (id, label) = (
        body["duty"].as_str().unwrap_or_default(),
        body["period"].as_str().unwrap_or_default(),
    );
    let Some((pack, duty)) = env.policy.duty(id) else {
        return Ok(());
    };
    let period = Period::parse_label(label);
    open(tx, env, pack, duty, period.as_ref(), timer.due)?;
    match period {
        Some(period) if period.next().start <= rules::span(&pack.header, duty).1 => {
            arm(tx, env, duty, Some(&period.next()), timer.due)
        }
        _ => Ok(()),
    }
}

fn open(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    period: Option<&Period>,
    at: Moment,
) -> Result<()> {
    let occasion =
        rules::occasion(&pack.header, duty, &env.calendar, period, at).map_err(|year| {
            Error::Refused(kernel::reason::Reason::new("duties.unknown_year").with("year", year.0))
        })?;
    let Some(occasion) = occasion else {
        return Ok(());
    };
    let rule = rule(env, pack, duty);
    let day = env.calendar.zone().day_of(at);
    let found = subjects::of(tx, env, pack, duty, day, &occasion.label)?;
    let batch: Vec<NewObligation> = found
        .into_iter()
        .map(|subject| obligation(duty, &occasion, at, subject))
        .collect();
    satisfaction::open(tx, env, &rule, &batch)?;
    Ok(())
}

/// What the running obligations keep of the definition.
pub fn rule(env: &Env, pack: &Pack, duty: &Duty) -> Rule {
    Rule {
        definition: duty.id.clone(),
        pack: pack.id().to_owned(),
        version: pack.header.version,
        kind: Kind::Duty,
        title: duty.title.clone(),
        title_en: duty.title_en.clone(),
        clauses: duty.clauses.clone(),
        issuer: pack.header.issuer.clone(),
        requirement: Some(duty.requirement.clone()),
        steps: duty.steps.clone(),
        exclusive: duty.exclusive,
        ladder: env
            .policy
            .ladder_for(pack, duty.ladder.as_deref())
            .map(|ladder| ladder.id.clone()),
        receiver: None,
        correction_workdays: None,
    }
}

fn obligation(
    duty: &Duty,
    occasion: &rules::Occasion,
    at: Moment,
    subject: Subject,
) -> NewObligation {
    let about_subject = duty
        .requirement
        .all
        .iter()
        .any(|part| part.evidence.subject == SubjectRule::Subject);
    NewObligation {
        slot: duty.slot.clone(),
        subject: subject.id,
        source: None,
        parent: None,
        receiver: None,
        title: None,
        holder: subject.holder,
        anchor: if about_subject {
            subject.id
        } else {
            subject.holder
        },
        period: occasion.label.clone(),
        period_from: occasion.from,
        period_until: occasion.until,
        generation: 0,
        path: subject.path,
        sector: subject.sector,
        opened_at: at,
        soon_at: occasion.soon_at,
        due_at: occasion.due_at,
        grace_until: occasion.grace_until,
        after_due: duty.after_due,
        members: subject.members,
    }
}
