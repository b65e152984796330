//! Sending what waits on channels outside of the program.
//!
//! A message is taken in one unit of work, sent outside of any, and what became of it is kept in a third. What a process
//! that ended left half sent is found by its age and treated as what it is: unknown.

use super::Channels;
use super::letter::{Letter, Told};
use super::rules::{self, Next, Risk};
use super::store::{self, Going};
use crate::catalogue::Catalogue;
use crate::leading::Lead;
use crate::subject;
use ::store::{Act, Error, Kind, Result, Sql, Tx};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Lang};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Letters taken at once; the rest waits until these are gone.
const BATCH: usize = 50;
/// Longer than any try takes: whatever is older was broken off.
const STALE_MINUTES: i64 = 5;

/// Sends what may leave now; says how many messages were handled. One at a time, whoever asks.
pub async fn deliver(channels: Arc<Channels>, app: &App, lead: &Lead) -> Result<usize> {
    let _turn = channels.gate.lock().await;
    let mut handled = 0;
    loop {
        let (now, machine) = (app.store.clock().business(), app.store.clock().machine());
        let stale = machine.plus_minutes(-STALE_MINUTES);
        let waiting = app
            .store
            .read(move |sql| store::leaving(sql, now, machine, stale))
            .await?;
        if !waiting {
            return Ok(handled);
        }
        let Some(fence) = lead.fence().await? else {
            return Ok(handled);
        };
        let (own, env) = (channels.clone(), app.env.clone());
        let taken = app
            .store
            .write(Act::system("channels.take"), move |tx| {
                // What is taken is sent: only by the process that leads.
                fence.check(tx)?;
                take(tx, &own, &env, stale)
            })
            .await?;
        handled += taken.handled;
        if taken.letters.is_empty() && taken.handled == 0 {
            return Ok(handled);
        }
        for letter in taken.letters {
            let told = carried(&channels, &letter).await;
            app.store
                .write(Act::system("channels.told"), move |tx| {
                    keep(tx, &letter, &told)
                })
                .await?;
        }
    }
}

/// The network is waited for on a thread of its own.
async fn carried(channels: &Arc<Channels>, letter: &Letter) -> Told {
    let (channels, letter) = (channels.clone(), letter.clone());
    let work = move || match channels.carriers.get(&letter.channel) {
        Some(carrier) => carrier.carry(&letter),
        None => Told::Refused("not configured".to_owned()),
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Told::Unknown(error.to_string()))
}

fn keep(tx: &mut Tx, letter: &Letter, told: &Told) -> Result<()> {
    let risk = Risk::of(&letter.channel, &letter.category);
    let next = rules::after(told, risk, letter.tries, tx.machine_now());
    for row in &letter.rows {
        store::end(tx, *row, "sending", &next)?;
    }
    Ok(())
}

struct Taken {
    letters: Vec<Letter>,
    handled: usize,
}

fn take(tx: &mut Tx, channels: &Channels, env: &mechanism::Env, stale: Moment) -> Result<Taken> {
    let (now, machine) = (tx.now(), tx.machine_now());
    let mut handled = break_off(tx, stale)?;
    let ready = store::ready(tx, now, machine, BATCH)?;
    handled += ready.len();
    let mut letters: BTreeMap<(String, Id, Option<Id>), Vec<Going>> = BTreeMap::new();
    for going in ready {
        if !store::begin(tx, going.id)? {
            continue;
        }
        if let Some(next) = ended(channels, &going) {
            store::end(tx, going.id, "sending", &next)?;
            continue;
        }
        // What waited for the morning goes out as one letter a person and channel, the rest by itself.
        let alone = (!going.digest).then_some(going.id);
        let key = (going.channel.clone(), going.person, alone);
        letters.entry(key).or_default().push(going);
    }
    let mut written = Vec::with_capacity(letters.len());
    for ((channel, person, _), rows) in letters {
        let addresses = store::addresses(tx, person)?;
        let Some(to) = addresses.get(&channel) else {
            for row in &rows {
                store::end(tx, row.id, "sending", &next("failed", "no address"))?;
            }
            continue;
        };
        written.push(letter(tx, env, &channel, person, to, &rows, machine)?);
    }
    Ok(Taken {
        letters: written,
        handled,
    })
}

/// What needs no sending: on a training instance everything ends in the sink.
fn ended(channels: &Channels, going: &Going) -> Option<Next> {
    if channels.kind == Kind::Training {
        return Some(next("sent", "sink"));
    }
    let known = channels.carriers.contains_key(&going.channel);
    (!known).then(|| next("failed", "not configured"))
}

fn next(state: &'static str, answer: &str) -> Next {
    Next {
        state,
        answer: answer.to_owned(),
        retry_at: None,
    }
}

/// What a process that ended left half sent.
fn break_off(tx: &mut Tx, stale: Moment) -> Result<usize> {
    let rows = store::broken_off(tx, stale)?;
    for going in &rows {
        let told = Told::Unknown("broken off".to_owned());
        let risk = Risk::of(&going.channel, &going.category);
        let next = rules::after(&told, risk, going.tries, tx.machine_now());
        store::end(tx, going.id, "sending", &next)?;
    }
    Ok(rows.len())
}

fn letter(
    tx: &mut Tx,
    env: &mechanism::Env,
    channel: &str,
    person: Id,
    to: &str,
    rows: &[Going],
    machine: Moment,
) -> Result<Letter> {
    let first = rows.first().ok_or(Error::NotFound)?;
    let language = match store::language(tx, person)?.as_deref() {
        Some("en") => Lang::En,
        _ => Lang::Zh,
    };
    let catalogue = Catalogue::of_everything();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(line(tx, &catalogue, row, language)?);
    }
    let (day, hour, minute, _) = env.calendar.zone().civil(first.created_at);
    let (title, text) = match (lines.as_slice(), language) {
        ([(title, text)], _) => (title.clone(), text.clone()),
        (all, Lang::Zh) => (format!("今日提醒 {} 条", all.len()), joined(all)),
        (all, Lang::En) => (format!("{} reminders this morning", all.len()), joined(all)),
    };
    let link = match rows {
        [only] => subject::link(tx, only.subject)?.unwrap_or_default(),
        _ => "/inbox".to_owned(),
    };
    Ok(Letter {
        id: first.id,
        channel: channel.to_owned(),
        to: to.to_owned(),
        title,
        text,
        link,
        category: first.category.clone(),
        at: format!("{day} {hour:02}:{minute:02}"),
        now: machine,
        tries: rows.iter().map(|row| row.tries).max().unwrap_or(0) + 1,
        rows: rows.iter().map(|row| row.id).collect(),
    })
}

/// What happened, and what it is about with what to do.
fn line(
    tx: &mut Tx,
    catalogue: &Catalogue,
    row: &Going,
    language: Lang,
) -> Result<(String, String)> {
    let reason: Reason =
        serde_json::from_str(&row.reason).map_err(|error| Error::Database(error.to_string()))?;
    let (text, act) = catalogue.text(&reason, language);
    let about = match engine::obligations::store::by_id(tx, row.subject)? {
        Some(obligation) => match obligation.title {
            Some(title) => title,
            None => engine::obligations::store::rule(tx, obligation.rule)?
                .title
                .clone(),
        },
        None => String::new(),
    };
    let words = [about.as_str(), text.as_str(), act.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let mark = if language == Lang::Zh { "。" } else { ". " };
    Ok((text.clone(), words.join(mark)))
}

fn joined(lines: &[(String, String)]) -> String {
    let texts = lines.iter().enumerate();
    let texts = texts.map(|(place, (_, text))| format!("{}. {text}", place + 1));
    texts.collect::<Vec<_>>().join("\n")
}
