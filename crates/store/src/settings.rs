//! How a store is opened, and what the database says about itself.

use std::path::PathBuf;

use kernel::id::Id;
use kernel::time::Moment;

/// A training instance may move business time and never sends anything outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Training,
    Production,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Training => "training",
            Kind::Production => "production",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Kind> {
        [Kind::Training, Kind::Production]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

#[derive(Debug, Clone)]
pub struct StoreSettings {
    /// `sqlite:DIR` or `postgres://…`; of an empty text, SQLite in the data folder.
    pub url: String,
    /// The data folder: lock file, anchors and, for SQLite, the database.
    pub data: PathBuf,
    /// Written into a database when it is created; ignored afterwards.
    pub instance: Kind,
    /// Where business time of a new training instance starts; none is the clock's present.
    pub business_start: Option<Moment>,
    /// How long a leader of several server processes keeps its work without renewing.
    pub lease_ms: i64,
    pub readers: usize,
    /// Concurrent units of work on PostgreSQL; SQLite has one writer.
    pub writers: usize,
}

impl StoreSettings {
    /// SQLite in a folder, with the usual numbers.
    pub fn sqlite(data: impl Into<PathBuf>, instance: Kind) -> StoreSettings {
        StoreSettings {
            url: String::new(),
            data: data.into(),
            instance,
            business_start: None,
            lease_ms: 15_000,
            readers: 4,
            writers: 8,
        }
    }

    /// PostgreSQL at an address; the folder still takes the anchors.
    pub fn postgres(url: &str, data: impl Into<PathBuf>, instance: Kind) -> StoreSettings {
        StoreSettings {
            url: url.to_owned(),
            ..StoreSettings::sqlite(data, instance)
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres://") || self.url.starts_with("postgresql://")
    }
}

/// Written when the database is created; never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub id: Id,
    pub kind: Kind,
    pub created_at: Moment,
    /// The key of draws and blind indexes.
    pub key: [u8; 32],
}
