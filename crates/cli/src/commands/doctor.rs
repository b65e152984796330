//! `anlan doctor`: whether everything is in order. It changes nothing.

use crate::outcome::{Done, Outcome};
use crate::place;
use kernel::time::Day;
use mechanism::App;
use serde_json::json;
use server::Settings;
use store::{Kind, Sql};

/// One thing that was looked at.
struct Look {
    what: &'static str,
    fine: bool,
    found: String,
}

fn look(what: &'static str, fine: bool, found: impl Into<String>) -> Look {
    Look {
        what,
        fine,
        found: found.into(),
    }
}

pub fn run(settings: &Settings) -> Outcome {
    let app = place::open(settings)?;
    let looks = [
        instance(&app),
        packs(&app),
        calendar(&app),
        ledger(&app)?,
        timers(&app)?,
        accounts(&app)?,
    ];
    let lines: Vec<_> = looks
        .iter()
        .map(|look| {
            format!(
                "{} {}: {}",
                if look.fine { "ok  " } else { "BAD " },
                look.what,
                look.found
            )
        })
        .collect();
    let list: Vec<_> = looks
        .iter()
        .map(|look| json!({ "what": look.what, "fine": look.fine, "found": look.found }))
        .collect();
    let done = Done::new(lines.join("\n"), json!(list));
    Ok(if looks.iter().all(|look| look.fine) {
        done
    } else {
        done.untrue()
    })
}

fn instance(app: &App) -> Look {
    let now = app.env.calendar.zone().iso(app.store.clock().business());
    let kind = app.store.instance().kind.name();
    look(
        "instance",
        true,
        format!("{kind}, {:?}, business time {now}", app.store.dialect()),
    )
}

fn packs(app: &App) -> Look {
    let ids: Vec<_> = app
        .env
        .policy
        .packs()
        .map(|pack| format!("{} v{}", pack.id(), pack.header.version))
        .collect();
    look("packs", !ids.is_empty(), ids.join(", "))
}

/// Working days of this year, and from November on of the next, need their table.
fn calendar(app: &App) -> Look {
    let today = app.env.calendar.zone().day_of(app.store.clock().business());
    let known: Vec<_> = app.env.calendar.years().keys().copied().collect();
    let announced = Day::new(today.year(), 11, 1).is_some_and(|day| day <= today);
    let needed = if announced {
        today.year() + 1
    } else {
        today.year()
    };
    let years: Vec<_> = known.iter().map(ToString::to_string).collect();
    let found = format!("holiday tables of {}", years.join(", "));
    match known.contains(&needed) {
        true => look("calendar", true, found),
        false => look("calendar", false, format!("{found}; none of {needed}")),
    }
}

fn ledger(app: &App) -> store::Result<Look> {
    let verdict = app.store.verify_ledger_blocking()?;
    let found = format!(
        "{} entries, {} unsealed, first bad: {:?}",
        verdict.entries, verdict.unsealed, verdict.first_bad
    );
    Ok(look("ledger", verdict.ok, found))
}

fn timers(app: &App) -> store::Result<Look> {
    let next = app
        .store
        .read_blocking(|sql| mechanism::timer::next_due(sql))?;
    let now = app.store.clock().business();
    let zone = app.env.calendar.zone();
    // A timer of the last minutes is merely being worked on.
    let fine = next.is_none_or(|due| now < due.plus_minutes(10))
        || app.store.instance().kind == Kind::Training;
    Ok(look(
        "timers",
        fine,
        next.map_or("none".to_owned(), |due| {
            format!("next at {}", zone.iso(due))
        }),
    ))
}

fn accounts(app: &App) -> store::Result<Look> {
    let count = app.store.read_blocking(|sql| {
        let row = sql.one(
            "select count(*) as n from account where state = 'active'",
            &[],
        )?;
        row.map_or(Ok(0), |row| row.int("n"))
    })?;
    Ok(look("accounts", 0 < count, format!("{count} active")))
}
