//! From settings to a server: the store is opened, packs are loaded, the state is put together.

use crate::channels::Channels;
use crate::contents::CONTENTS;
use crate::leading::Lead;
use crate::machine::{self, MachineChance};
use crate::packs;
use crate::router::router;
use crate::same_origin::PublicOrigin;
use crate::settings::Settings;
use crate::ticking::Ticking;
use axum::Router;
use kernel::time::Moment;
use mechanism::{App, Limits};
use object_store::ObjectStore;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use policy::Library;
use std::path::Path;
use std::sync::Arc;
use store::{Kind, Store, StoreSettings};

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Settings(#[from] crate::settings::Wrong),
    #[error("policy packs: {0}")]
    Packs(#[from] policy::Rejected),
    #[error("policy packs: {0}")]
    Zone(#[from] kernel::time::UnknownZone),
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error("{what}: {error}")]
    Io { what: String, error: std::io::Error },
    #[error("attachments: {0}")]
    Attachments(#[from] object_store::Error),
}

impl Error {
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |error| Self::Io { what, error }
    }
}

/// What answers requests and what lets time pass.
pub struct Started {
    pub app: App,
    pub ticking: Arc<Ticking>,
    pub router: Router,
}

/// How a database is created where there is none yet.
#[derive(Clone, Copy, Debug)]
pub enum Birth {
    Production,
    /// Business time begins at a moment and stands until it is moved.
    Training(Moment),
}

impl Birth {
    pub fn kind(self) -> Kind {
        match self {
            Birth::Production => Kind::Production,
            Birth::Training(_) => Kind::Training,
        }
    }
}

/// Opens the database of the settings with the machine's time and chance.
pub fn open(settings: &Settings, birth: Birth) -> Result<Store, Error> {
    std::fs::create_dir_all(&settings.data)
        .map_err(Error::io(settings.data.display().to_string()))?;
    let wanted = store_settings(settings, birth);
    let machine = Arc::new(machine::now);
    Ok(Store::open_instance(
        wanted,
        machine,
        Arc::new(MachineChance),
    )?)
}

/// The part of the settings that speaks to the store.
pub fn store_settings(settings: &Settings, birth: Birth) -> StoreSettings {
    let (instance, business_start) = match birth {
        Birth::Production => (Kind::Production, None),
        Birth::Training(start) => (Kind::Training, Some(start)),
    };
    StoreSettings {
        url: settings.database.clone(),
        data: settings.data.clone(),
        instance,
        business_start,
        lease_ms: settings.lease_ms,
        readers: settings.readers,
        writers: settings.writers,
    }
}

/// The state over an open store: packs, calendar, attachments in the data folder.
pub fn state(settings: &Settings, store: Store) -> Result<App, Error> {
    let library = packs::library(settings.packs.as_deref())?;
    let folder = settings.data.join("attachments");
    assemble(store, library, attachments(&folder)?, limits(settings))
}

/// Everything over a store and packs of any origin. Scenario tests drive the router in process, with a store whose
/// clock they move and attachments in memory.
pub fn app(store: Store, library: Library) -> Result<(App, Router), Error> {
    let app = assemble(store, library, Arc::new(InMemory::new()), Limits::default())?;
    let started = put_together(app, &Settings::default());
    Ok((started.app, started.router))
}

pub fn put_together(app: App, settings: &Settings) -> Started {
    let lead = Lead::new(app.store.clone(), &**app.store.chance(), settings.lease_ms);
    let channels = Channels::new(settings, &app.store);
    let ticking = Ticking::new(app.clone(), lead, channels);
    let public = PublicOrigin(settings.public_url.as_str().into());
    let router = router(&app, ticking.clone(), public);
    Started {
        app,
        ticking,
        router,
    }
}

fn assemble(
    store: Store,
    library: Library,
    attachments: Arc<dyn ObjectStore>,
    limits: Limits,
) -> Result<App, Error> {
    let env = packs::environment(library, store.instance().key)?;
    Ok(App::assemble(store, env, attachments, limits, CONTENTS))
}

fn limits(settings: &Settings) -> Limits {
    Limits {
        body: settings.body_limit,
        attachment: settings.attachment_limit,
    }
}

fn attachments(folder: &Path) -> Result<Arc<dyn ObjectStore>, Error> {
    std::fs::create_dir_all(folder).map_err(Error::io(folder.display().to_string()))?;
    Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?))
}
