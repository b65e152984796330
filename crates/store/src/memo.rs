//! What was read and changes seldom is remembered until a table changes that it was read from.
//!
//! Names of bodies, who holds which post, what a session allows: every page asks for them, and they change a few times
//! a day. On SQLite one process does all the writing, so it knows for certain when something kept here is old. On
//! PostgreSQL another process may have written, so nothing is kept there.
//!
//! A reader takes the versions of all tables *before* its picture of the database begins. What it keeps is therefore
//! never marked newer than it is: at worst something fresh counts as old and is read once more.

use std::any::Any;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use kernel::id::Id;

use crate::catalog::Catalog;

/// Beyond this everything is forgotten and learnt anew.
const LIMIT: usize = 200_000;

/// One kind of thing that is remembered, and the tables that it is read from. Forgetting to name a table shows old
/// things: name every one that the queries touch.
#[derive(Debug)]
pub struct Shelf {
    pub name: &'static str,
    pub tables: &'static [&'static str],
}

type Key = (&'static str, Id, i64);

struct Kept {
    version: u64,
    value: Arc<dyn Any + Send + Sync>,
}

pub(crate) struct Memo {
    /// Sorted by name.
    tables: Vec<(String, AtomicU64)>,
    kept: RwLock<HashMap<Key, Kept>>,
}

/// The versions of all tables at one instant.
pub(crate) struct Versions(Vec<u64>);

/// The memo as one reader may use it.
pub struct Remembered<'a> {
    memo: &'a Memo,
    versions: &'a Versions,
}

impl Memo {
    pub fn new(catalog: &Catalog) -> Memo {
        let mut tables: Vec<_> = catalog
            .tables()
            .map(|(name, _)| (name.to_owned(), AtomicU64::new(0)))
            .collect();
        tables.sort_by(|one, other| one.0.cmp(&other.0));
        Memo {
            tables,
            kept: RwLock::default(),
        }
    }

    pub fn versions(&self) -> Versions {
        let versions = self.tables.iter();
        Versions(
            versions
                .map(|(_, version)| version.load(Ordering::Acquire))
                .collect(),
        )
    }

    /// Called after the commit and before anybody hears of it.
    pub fn changed<'t>(&self, tables: impl Iterator<Item = &'t str>) {
        for table in tables {
            if let Some(place) = self.place(table) {
                self.tables[place].1.fetch_add(1, Ordering::AcqRel);
            }
        }
    }

    fn place(&self, table: &str) -> Option<usize> {
        self.tables
            .binary_search_by(|(name, _)| name.as_str().cmp(table))
            .ok()
    }
}

impl<'a> Remembered<'a> {
    pub(crate) fn new(memo: &'a Memo, versions: &'a Versions) -> Remembered<'a> {
        Remembered { memo, versions }
    }

    /// What is kept of these things, in their order; nothing where it is not known or old.
    pub fn get<T: Any + Send + Sync>(
        &self,
        shelf: &'static Shelf,
        of: &[Id],
        day: i64,
    ) -> Vec<Option<Arc<T>>> {
        let Some(version) = self.version(shelf) else {
            return vec![None; of.len()];
        };
        let kept = self
            .memo
            .kept
            .read()
            .unwrap_or_else(PoisonError::into_inner);
        of.iter()
            .map(|id| {
                let found = kept.get(&(shelf.name, *id, day))?;
                let fresh = found.version == version;
                fresh.then(|| found.value.clone().downcast().ok()).flatten()
            })
            .collect()
    }

    /// What is kept of one thing.
    pub fn one<T: Any + Send + Sync>(
        &self,
        shelf: &'static Shelf,
        of: Id,
        day: i64,
    ) -> Option<Arc<T>> {
        self.get(shelf, &[of], day).pop().flatten()
    }

    pub fn put<T: Any + Send + Sync>(
        &self,
        shelf: &'static Shelf,
        day: i64,
        values: impl IntoIterator<Item = (Id, Arc<T>)>,
    ) {
        let Some(version) = self.version(shelf) else {
            return;
        };
        let mut kept = self
            .memo
            .kept
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        for (id, value) in values {
            if LIMIT <= kept.len() {
                kept.clear();
            }
            kept.insert((shelf.name, id, day), Kept { version, value });
        }
    }

    /// Versions only grow, so their sum stands for all of them. None for a table that does not exist: then nothing is
    /// kept, rather than kept for ever.
    fn version(&self, shelf: &Shelf) -> Option<u64> {
        let mut sum = 0;
        for table in shelf.tables {
            sum += self.versions.0[self.memo.place(table)?];
        }
        Some(sum)
    }
}
