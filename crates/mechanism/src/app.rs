//! The state that handlers and timers share.

use kernel::calendar::Calendar;
use object_store::ObjectStore;
use policy::Library;
use std::ops::Deref;
use std::sync::Arc;
use store::Store;

/// Everything a handler may use. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub store: Store,
    pub env: Env,
    pub attachments: Arc<dyn ObjectStore>,
    pub limits: Limits,
    /// Every mechanism's importers, by kind.
    pub importers: Vec<&'static crate::import::Importer>,
    /// Every mechanism's timer kinds.
    pub timer_kinds: Vec<&'static crate::timer::Kind>,
}

/// What rules inside a unit of work may know: policy, calendar, keys. No database and no clock.
#[derive(Clone)]
pub struct Env {
    pub policy: Arc<Library>,
    pub calendar: Arc<Calendar>,
    /// The instance's secret, from which draws and blind indexes are keyed.
    pub key: [u8; 32],
    /// Who reacts to what happens on their left, as the table of contents lists them.
    pub reactions: &'static [crate::reaction::Reaction],
}

/// Size limits at the edge, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub body: usize,
    pub attachment: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 2 << 20,
            attachment: 20 << 20,
        }
    }
}

impl App {
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub fn assemble(
        store: Store,
        env: Env,
        attachments: Arc<dyn ObjectStore>,
        limits: Limits,
        contents: &'static [Mechanism],
    ) -> Self {
        Self::new(Inner {
            store,
            env,
            attachments,
            limits,
            importers: contents.iter().flat_map(|m| m.importers).collect(),
            timer_kinds: contents.iter().flat_map(|m| m.timers).collect(),
        })
    }
}

use crate::Mechanism;

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
