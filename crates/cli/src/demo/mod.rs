//! The demonstration: one place on a training clock, months of records from a fixed seed.
//!
//! Everything goes the way that people's work goes: registers through the importers, records through the engine, time
//! through the tick. Names and numbers are invented; nothing is ever sent outside. The same seed gives the same rows.
//!
//! - [`place`] reads what a pack says about its own demonstration; nothing about any place stands in code.
//! - [`base`] imports the registers that come with the pack; [`made_up`] adds people, units, grounds and tasks.
//! - [`play`] lets the days pass; [`fate`] says which obligation is met when, [`fill`] what its record holds.
//!
//! To add a place, write `demo/place.toml` and its registers into the folder of its pack. To add a kind of event, give
//! it a file in [`play`] and a table in [`place`].

mod accounts;
mod base;
mod clock;
mod fate;
mod files;
mod fill;
mod luck;
mod made_up;
mod notice;
mod people;
mod place;
mod play;

use crate::outcome::Refusal;
use clap::ValueEnum;
use kernel::chance::SeededChance;
use kernel::time::Moment;
use luck::Dice;
use made_up::Workshop;
use mechanism::{App, Env};
use place::Place;
use server::{Birth, Settings, start};
use std::sync::Arc;
use store::{Act, Kind, Store};

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
}

/// What there is now.
#[derive(Debug, Default)]
pub struct Made {
    /// Pack that it shows.
    pub place: String,
    /// False when an existing demonstration is used as it is.
    pub made: bool,
    pub records: usize,
    /// Login and password of the demonstration accounts.
    pub accounts: Vec<accounts::Shown>,
}

/// Makes the demonstration of a place in the data folder; one that is there already is used as it is.
pub fn make(settings: &Settings, pack: Option<&str>, scale: Scale) -> Result<Made, Refusal> {
    let place = Place::named(settings.packs.as_deref(), pack)?;
    let begin = begin(settings, &place)?;
    let store = open(settings, &place, begin)?;
    let folder = settings.data.display();
    if store.instance().kind != Kind::Training {
        return Err(Refusal::Input(format!(
            "{folder} holds a production instance; give another --data"
        )));
    }
    if let Some(made) = notice::made(&store)? {
        if made != place.pack {
            return Err(Refusal::Input(format!(
                "{folder} holds the demonstration of {made}; give another --data"
            )));
        }
        return Ok(Made {
            accounts: accounts::shown(&place),
            place: place.pack,
            ..Made::default()
        });
    }
    // A half-made demonstration stands in the middle of its story and cannot go on.
    if store.clock().business() != begin {
        return Err(Refusal::Input(format!(
            "{folder} holds a demonstration that was not finished; remove it"
        )));
    }
    let app = start::state(settings, store)?;
    let records = tell(&app, &place, scale)?;
    Ok(Made {
        made: true,
        records,
        accounts: accounts::shown(&place),
        place: place.pack,
    })
}

/// From the registers to the last day; says how many records were filed.
fn tell(app: &App, place: &Place, scale: Scale) -> Result<usize, Refusal> {
    let shop = Workshop {
        app,
        place,
        scale,
        dice: Dice(place.seed),
        day: app.env.calendar.zone().day_of(app.store.clock().business()),
    };
    said("registers");
    let mut registers = base::Registers::of(app, place, scale);
    registers.bodies()?;
    made_up::people(&shop)?;
    registers.objects()?;
    made_up::objects(&shop)?;
    said("accounts");
    accounts::create(app, place)?;
    said("plan");
    activate(app, place)?;
    registers.tasks()?;
    made_up::tasks(&shop)?;
    let records = play::run(app, place, scale)?;
    notice::write(app, place, scale)?;
    Ok(records)
}

impl Made {
    pub fn text(&self) -> String {
        let place = &self.place;
        let first = match self.made {
            true => format!("demonstration of {place} made: {} records", self.records),
            false => {
                format!("the demonstration of {place} is there already and used as it is")
            }
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
fn open(settings: &Settings, place: &Place, begin: Moment) -> Result<Store, Refusal> {
    std::fs::create_dir_all(&settings.data).map_err(|error| Refusal::Failed(error.to_string()))?;
    let mut wanted = start::store_settings(settings, Birth::Training(begin));
    // One thread of each kind, so that nothing overtakes anything.
    (wanted.readers, wanted.writers) = (1, 1);
    let chance = Arc::new(SeededChance::new(place.seed));
    Ok(Store::open_instance(
        wanted,
        clock::stepping(begin),
        chance,
    )?)
}

/// The first instant of the story: that of the plan, where the place names no other.
fn begin(settings: &Settings, place: &Place) -> Result<Moment, Refusal> {
    let library = server::packs::library(settings.packs.as_deref()).map_err(server::Error::from)?;
    let first = library.pack(&place.pack).map(|pack| pack.header.from);
    let env = server::packs::environment(library, [0; 32]).map_err(server::Error::from)?;
    let first =
        place.clock.begins.or(first).ok_or_else(|| {
            Refusal::Failed(format!("the pack {} is not in the program", place.pack))
        })?;
    Ok(env.calendar.zone().start_of(first))
}

/// Puts the pack of the place and what it builds on in force; packs of other places are only installed.
fn activate(app: &App, place: &Place) -> Result<(), Refusal> {
    let env = app.env.clone();
    let pack = place.pack.clone();
    app.store
        .write_blocking(Act::system("duties.activate"), move |tx| {
            for id in &in_force(&env, &pack) {
                work::duties::activate(tx, &env, id)?;
                work::tasks::activate(tx, &env, id)?;
            }
            Ok(())
        })?;
    Ok(())
}

/// The pack of the place and the packs that it builds on, those below first.
fn in_force(env: &Env, pack: &str) -> Vec<String> {
    let mut ids: Vec<String> = env
        .policy
        .reach(pack)
        .into_iter()
        .map(|pack| pack.id().to_owned())
        .collect();
    ids.reverse();
    ids
}

/// What is being done, for who waits.
fn said(what: &str) {
    eprintln!("demonstration: {what}");
}
