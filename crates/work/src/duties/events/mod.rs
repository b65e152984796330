//! Events: what happened, or is planned, opens the duties that answer to it, each under the event's own key.
//!
//! An event is entered by hand, or raised by a record of the form that its kind names, as soon as that record counts.

pub mod store;

use super::rules::{self, Frame};
use super::subjects::{self, About};
use super::{open, store as own};
use ::store::{Error, Result, Sql, Tx};
use engine::obligations::store as rows;
use engine::records::{self, Record};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::reaction::{Event as Happened, Reaction};
use mechanism::{Env, timer};
use policy::{Duty, EventKind, Every, Pack, Term};
use store::Event;

/// Timer of what a planned event opens on its day.
pub const OPEN: timer::Kind = timer::Kind {
    name: "duties.event",
    run,
};

/// What the table of contents lists.
pub const RAISE: Reaction = Reaction {
    name: "duties.raise",
    run: react,
};

/// Enters an event and opens what answers to it now. Says for how many duties.
pub fn enter(tx: &mut Tx, env: &Env, event: &Event) -> Result<usize> {
    store::insert(tx, event)?;
    tx.note(
        event.id,
        "entered",
        serde_json::json!({ "kind": event.kind, "on": event.on, "record": event.record }),
    )?;
    let mut answering = 0;
    for (pack, _, _) in own::activations(tx)? {
        let Some(pack) = env.policy.pack(&pack) else {
            continue;
        };
        for duty in &pack.duties {
            answering += usize::from(arm(tx, env, pack, duty, event)?);
        }
    }
    Ok(answering)
}

/// Opens a duty for an event, or sets the timer for the day of a planned one; false where it does not answer to it.
fn arm(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, event: &Event) -> Result<bool> {
    let Every::Event { event: kind, term } = &duty.every else {
        return Ok(false);
    };
    let (first, last) = rules::span(&pack.header, duty);
    if *kind != event.kind || !(first..=last).contains(&event.on) {
        return Ok(false);
    }
    let now = tx.now();
    let begins = begins(env, *term, event);
    if begins <= now {
        open_one(tx, env, pack, duty, event, now)?;
    } else {
        let body = serde_json::json!({ "event": event.id, "duty": duty.id }).to_string();
        let key = format!("event/{}/{}", event.id, duty.id);
        timer::set(tx, begins, &key, OPEN.name, &body)?;
    }
    Ok(true)
}

/// What follows an event opens with it; what comes before a planned one opens at once.
fn begins(env: &Env, term: Term, event: &Event) -> Moment {
    match term {
        Term::Days(days) | Term::Workdays(days) if days < 0 => Moment(i64::MIN),
        Term::Hours(_) => event.at,
        Term::Days(_) | Term::Workdays(_) => env.calendar.zone().start_of(event.on),
    }
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let id = body["event"].as_str().and_then(Id::parse);
    let Some(event) = id.map(|id| store::by_id(tx, id)).transpose()?.flatten() else {
        return Ok(());
    };
    let duty = env.policy.duty(body["duty"].as_str().unwrap_or_default());
    match duty {
        Some((pack, duty)) if !event.withdrawn => open_one(tx, env, pack, duty, &event, timer.due),
        _ => Ok(()),
    }
}

fn open_one(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    event: &Event,
    at: Moment,
) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let label = event.id.to_string();
    let occasion = rules::after_event(&frame, &label, event.on, event.at, &env.calendar, at);
    let occasion = match occasion {
        Ok(Some(occasion)) => occasion,
        Ok(None) => return Ok(()),
        Err(year) => return again(tx, env, duty, event, open::unknown_year(year)),
    };
    let day = env.calendar.zone().day_of(at);
    let found = match event.subject {
        Some(id) => {
            let about = About {
                id,
                path: event.path,
            };
            subjects::concerned(tx, env, pack, duty, day, &about)?
        }
        None => subjects::of(tx, env, pack, duty, day, "")?,
    };
    let rule = open::rule(env, pack, duty);
    let batch: Vec<_> = found
        .into_iter()
        .map(|subject| {
            let mut new = open::obligation(duty, &occasion, subject);
            new.title = Some(format!("{}：{}", duty.title, event.title));
            new
        })
        .collect();
    engine::satisfaction::open(tx, env, &rule, &batch)?;
    Ok(())
}

/// What happened stands, whether the holidays of the year in which its term ends are announced or not: the duty is tried
/// again on the next day.
fn again(tx: &mut Tx, env: &Env, duty: &Duty, event: &Event, error: Error) -> Result<()> {
    let zone = env.calendar.zone();
    let began = zone.day_of(event.entered_at).max(event.on);
    let at = open::tried_again(env, error, began, tx.now())?;
    let body = serde_json::json!({ "event": event.id, "duty": duty.id }).to_string();
    let key = format!("event/{}/{}/again/{}", event.id, duty.id, zone.day_of(at));
    timer::set(tx, at, &key, OPEN.name, &body)
}

fn react(tx: &mut Tx, env: &Env, happened: &Happened) -> Result<()> {
    match happened {
        Happened::Counted { record, form } => raise(tx, env, *record, form),
        Happened::Retired { record } => take_back(tx, env, *record),
        _ => Ok(()),
    }
}

/// A record of an event's form raises it about its subject, or about the body that filed it.
fn raise(tx: &mut Tx, env: &Env, record: Id, form: &str) -> Result<()> {
    let kinds: Vec<&EventKind> = env
        .policy
        .packs()
        .flat_map(|pack| &pack.events)
        .filter(|kind| kind.form.as_deref() == Some(form))
        .collect();
    if kinds.is_empty() {
        return Ok(());
    }
    let Some(record) = records::store::by_id(tx, record)? else {
        return Ok(());
    };
    let approval = env
        .policy
        .form(&record.form)
        .is_some_and(|(_, form)| form.approval);
    if approval && record.approved_at.is_none() {
        return Ok(());
    }
    let standing = store::of_record(tx, record.id)?;
    for kind in kinds {
        if standing.iter().any(|event| event.kind == kind.id) {
            continue;
        }
        let subject = subject_of(&record);
        let first = raised_before(tx, &kind.id, &record)?;
        let first = first.map(|event| (event.on, event.at));
        let (on, at) = first.unwrap_or((record.covers, record.stated_at));
        let place = subjects::place_of(tx, subject, record.covers)?;
        let name = registry::party::store::label(tx, subject)?;
        let event = Event {
            id: raised_by(&kind.id, record.id),
            kind: kind.id.clone(),
            subject: Some(subject),
            title: format!("{}（{name}，{on}）", kind.title),
            on,
            at,
            record: Some(record.id),
            path: place.0,
            sector: place.1,
            entered_by: Some(record.filed_by),
            entered_at: tx.now(),
            withdrawn: false,
        };
        if store::by_id(tx, event.id)?.is_none() {
            enter(tx, env, &event)?;
        }
    }
    Ok(())
}

/// The thing, or else the body, about which a record says that something happened.
fn subject_of(record: &Record) -> Id {
    record.subjects.first().copied().unwrap_or(record.body)
}

/// The event that a record raises bears the record's own key.
fn raised_by(kind: &str, record: Id) -> Id {
    Id::natural("event", &format!("{kind}\n{record}"))
}

/// The event that an earlier record of the same chain of corrections raised: its clocks run on, whatever is corrected.
fn raised_before(sql: &mut dyn Sql, kind: &str, record: &Record) -> Result<Option<Event>> {
    let mut earlier = record.supersedes;
    while let Some(id) = earlier {
        if let Some(event) = store::by_id(sql, raised_by(kind, id))? {
            return Ok(Some(event));
        }
        earlier = records::store::by_id(sql, id)?.and_then(|record| record.supersedes);
    }
    Ok(None)
}

/// The record that raised an event counts no longer. Where a correction about the same subject takes its place, the event
/// stands; else what it opened and is unmet is taken back.
fn take_back(tx: &mut Tx, env: &Env, record: Id) -> Result<()> {
    let events = store::of_record(tx, record)?;
    if events.is_empty() {
        return Ok(());
    }
    let correction = match store::correction_of(tx, record)? {
        Some(id) => records::store::by_id(tx, id)?,
        None => None,
    };
    for event in events {
        let same = |by: &&Record| event.subject == Some(subject_of(by));
        if let Some(by) = correction.as_ref().filter(same) {
            store::rest_on(tx, event.id, by.id)?;
            tx.note(
                event.id,
                "corrected",
                serde_json::json!({ "record": by.id, "before": record }),
            )?;
            continue;
        }
        withdraw(tx, env, &event, &serde_json::json!({ "record": record }))?;
    }
    Ok(())
}

/// Withdraws an event: what it would still open does not open, and what is unmet is taken back. Says how many were.
pub fn withdraw(tx: &mut Tx, env: &Env, event: &Event, why: &serde_json::Value) -> Result<usize> {
    store::withdraw(tx, event.id)?;
    let mut taken_back = 0;
    for definition in answering(env, &event.kind) {
        let found = rows::of_period(tx, definition, &event.id.to_string())?;
        taken_back += own::withdraw_unmet(tx, env, &found, &event.title)?;
    }
    tx.note(event.id, "withdrawn", why.clone())?;
    Ok(taken_back)
}

/// Ids of the duties that answer to a kind of event.
pub fn answering<'a>(env: &'a Env, wanted: &str) -> Vec<&'a str> {
    let duties = env.policy.packs().flat_map(|pack| &pack.duties);
    duties
        .filter(|duty| matches!(&duty.every, Every::Event { event, .. } if event == wanted))
        .map(|duty| duty.id.as_str())
        .collect()
}
