//! The demonstration: one county on a training clock, months of records from a fixed seed.
//!
//! Everything goes the way that people's work goes: registers through the importers, records through the engine, time
//! through the tick. Names and numbers are invented; nothing is ever sent outside. The same seed gives the same rows.
//!
//! - [`base`] imports the registers that come with the pack; [`sites`] makes up enterprises.
//! - [`play`] lets the days pass; [`fate`] says which obligation is met when, [`fill`] what its record holds.
//!
//! To add a kind of event, give it a file here and a call in [`play`].

mod accounts;
mod base;
mod clock;
mod fate;
mod files;
mod fill;
mod luck;
mod names;
mod notice;
mod people;
mod play;
mod sites;
mod tasks;

use crate::outcome::Refusal;
use clap::ValueEnum;
use kernel::chance::SeededChance;
use kernel::time::{Day, Moment};
use mechanism::App;
use server::{Birth, Settings, start};
use std::sync::Arc;
use store::{Act, Kind, Store};

/// The pack that the demonstration shows; its folder holds the registers, too.
const PACK: &str = "anji-2022";
const SEED: u64 = 20_220_101;

/// How much is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Scale {
    Small,
    Full,
}

impl Scale {
    pub fn name(self) -> &'static str {
        match self {
            Scale::Small => "small",
            Scale::Full => "full",
        }
    }

    /// Enterprises and premises besides the bodies of the pack.
    pub fn sites(self) -> usize {
        match self {
            Scale::Small => 40,
            Scale::Full => 500,
        }
    }

    /// Hazards found in the course of the story.
    pub fn hazards(self) -> usize {
        match self {
            Scale::Small => 24,
            Scale::Full => 160,
        }
    }

    /// Tasks carried over from the years before.
    pub fn tasks(self) -> usize {
        match self {
            Scale::Small => 60,
            Scale::Full => 401,
        }
    }
}

/// What there is now.
#[derive(Debug, Default)]
pub struct Made {
    /// False when an existing demonstration is used as it is.
    pub made: bool,
    pub records: usize,
    /// Login and password of the demonstration accounts.
    pub accounts: Vec<accounts::Shown>,
}

/// Makes the demonstration in the data folder; one that is there already is used as it is.
pub fn make(settings: &Settings, scale: Scale) -> Result<Made, Refusal> {
    let store = open(settings)?;
    if store.instance().kind != Kind::Training {
        let folder = settings.data.display();
        return Err(Refusal::Input(format!(
            "{folder} holds a production instance; give another --data"
        )));
    }
    if notice::is_made(&store)? {
        return Ok(Made {
            accounts: accounts::shown(),
            ..Made::default()
        });
    }
    let app = start::state(settings, store)?;
    let day = |day: Day| app.env.calendar.zone().start_of(day);
    if let Some(pack) = app.env.policy.pack(PACK) {
        // A half-made demonstration stands in the middle of its story and cannot go on.
        if app.store.clock().business() != day(pack.header.from) {
            let folder = settings.data.display();
            return Err(Refusal::Input(format!(
                "{folder} holds a demonstration that was not finished; remove it"
            )));
        }
    }
    said("registers");
    base::load(&app)?;
    sites::load(&app, scale)?;
    said("accounts");
    accounts::create(&app)?;
    said("plan");
    activate(&app)?;
    tasks::load(&app, scale)?;
    let records = play::run(&app, scale)?;
    notice::write(&app, scale)?;
    Ok(Made {
        made: true,
        records,
        accounts: accounts::shown(),
    })
}

impl Made {
    pub fn text(&self) -> String {
        let first = match self.made {
            true => format!("demonstration made: {} records", self.records),
            false => "the demonstration is there already and used as it is".to_owned(),
        };
        let accounts = self
            .accounts
            .iter()
            .map(|one| format!("  {}  {}  {}", one.login, one.password, one.who));
        [first]
            .into_iter()
            .chain(accounts)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Opened with the seed and with a machine clock of its own, so that ids come out the same every time.
fn open(settings: &Settings) -> Result<Store, Refusal> {
    let begin = begin()?;
    std::fs::create_dir_all(&settings.data).map_err(|error| Refusal::Failed(error.to_string()))?;
    let mut wanted = start::store_settings(settings, Birth::Training(begin));
    // One thread of each kind, so that nothing overtakes anything.
    (wanted.readers, wanted.writers) = (1, 1);
    let chance = Arc::new(SeededChance::new(SEED));
    Ok(Store::open_instance(
        wanted,
        clock::stepping(begin),
        chance,
    )?)
}

/// The first instant of the plan.
fn begin() -> Result<Moment, Refusal> {
    let library = server::packs::library(None).map_err(server::Error::from)?;
    let header = library.pack(PACK).map(|pack| pack.header.clone());
    let env = server::packs::environment(library, [0; 32]).map_err(server::Error::from)?;
    let header =
        header.ok_or_else(|| Refusal::Failed(format!("the pack {PACK} is not in the program")))?;
    Ok(env.calendar.zone().start_of(header.from))
}

fn activate(app: &App) -> Result<(), Refusal> {
    let ids: Vec<String> = app
        .env
        .policy
        .packs()
        .map(|pack| pack.id().to_owned())
        .collect();
    let env = app.env.clone();
    app.store
        .write_blocking(Act::system("duties.activate"), move |tx| {
            for id in &ids {
                work::duties::activate(tx, &env, id)?;
                work::tasks::activate(tx, &env, id)?;
            }
            Ok(())
        })?;
    Ok(())
}

/// What is being done, for who waits.
fn said(what: &str) {
    eprintln!("demonstration: {what}");
}
