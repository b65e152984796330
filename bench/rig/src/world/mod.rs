//! A data folder to measure on: a made-up city with as many obligations as asked for.

pub mod callers;
mod land;
mod luck;
pub mod register;
mod rows;

use crate::{Outcome, place};
use clap::Args;
use engine::obligations::{Kind, Rule};
use kernel::id::Id;
use mechanism::App;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use store::Act;

/// Duties of the pack.
pub const DUTIES: usize = 10;

/// Premises at most, however many rows: more rows then mean more months.
const MOST_SITES: usize = 50_000;

#[derive(Args)]
pub struct Wanted {
    #[arg(long)]
    data: PathBuf,
    /// Obligations in all months.
    #[arg(long)]
    rows: usize,
    /// What the folder depends on, such as a digest of the migrations.
    #[arg(long, default_value = "")]
    stamp: String,
}

pub struct Scale {
    pub rows: usize,
    pub sites: usize,
    pub months: usize,
}

impl Scale {
    fn of(rows: usize) -> Scale {
        let sites = (rows / 50).clamp(1_000, MOST_SITES);
        Scale {
            rows,
            sites,
            months: rows.div_ceil(sites * DUTIES),
        }
    }

    /// One month of every duty on so many premises, and no rows yet.
    pub fn of_sites(sites: usize) -> Scale {
        Scale {
            rows: 0,
            sites,
            months: 1,
        }
    }
}

pub fn fill(wanted: &Wanted) -> Outcome<()> {
    let stamp = format!("{} {}", wanted.rows, wanted.stamp);
    let note = wanted.data.join("rig.stamp");
    if fs::read_to_string(&note).is_ok_and(|found| found == stamp) {
        eprintln!("rig: {} is there already", wanted.data.display());
        return Ok(());
    }
    if wanted.data.exists() {
        fs::remove_dir_all(&wanted.data)?;
    }
    let scale = Scale::of(wanted.rows);
    let today = place::day(place::TODAY)?;
    let app = place::open(&place::settings(&wanted.data, ""), today)?;
    let from = place::day("2020-01-01")?;
    let register = register::write(&app, &scale, from)?;
    let callers = callers::write(&app, &register, from)?;
    let rules = rules(&app)?;
    // The rows are written past the store, which must have let go of the file by then.
    drop(app);
    let database = wanted.data.join("anlan.db");
    let written = rows::write(&database, &register, &callers, &rules, &scale, today)?;
    cells(&wanted.data, today)?;
    for_the_scripts(&wanted.data, &register)?;
    fs::write(note, stamp)?;
    eprintln!("rig: {written} obligations of {} premises", scale.sites);
    Ok(())
}

/// Rows written past the store are not in the cells of the plan page yet.
fn cells(data: &Path, today: kernel::time::Day) -> Outcome<()> {
    let app = place::open(&place::settings(data, ""), today)?;
    let count = |tx: &mut store::Tx<'_>| {
        engine::obligations::cells::recount(tx)?;
        engine::obligations::cells::fold(tx)
    };
    Ok(app.store.write_blocking(Act::system("rig.cells"), count)?)
}

/// Id of the n-th duty of the pack.
fn definition(number: usize) -> String {
    format!("load.{:02}", number + 1)
}

/// Stores the rules of the pack's duties, as opening them would.
fn rules(app: &App) -> Outcome<Vec<Id>> {
    let mut rules = Vec::new();
    for number in 0..DUTIES {
        let id = definition(number);
        let (pack, duty) = app
            .env
            .policy
            .duty(&id)
            .ok_or(format!("the pack has no {id}"))?;
        rules.push(Rule {
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
            ladder: None,
            receiver: None,
            correction_workdays: None,
            beside: None,
        });
    }
    let keep = move |tx: &mut store::Tx<'_>| {
        let ids = rules
            .iter()
            .map(|rule| engine::obligations::store::keep_rule(tx, rule));
        let ids: Vec<Id> = ids.collect::<store::Result<_>>()?;
        tx.note(Id::natural("rig", "rules"), "filled", serde_json::json!({}))?;
        Ok(ids)
    };
    Ok(app.store.write_blocking(Act::system("rig.rules"), keep)?)
}

/// What the load generator asks for: a county, a body, premises.
fn for_the_scripts(data: &Path, register: &register::Register) -> Outcome<()> {
    let county = register.land.counties[callers::COUNTY].id;
    fs::write(data.join("county"), county.to_string())?;
    let team = register::body(
        &format!("{}专班", callers::ONE),
        "team",
        None,
        &register.land.counties[callers::COUNTY],
        place::day("2020-01-01")?,
    );
    fs::write(data.join("body"), team.org.id.to_string())?;
    let mut sites = String::new();
    for site in &register.sites {
        writeln!(sites, "{}", site.id)?;
    }
    fs::write(data.join("sites"), sites)?;
    Ok(())
}
