//! Channels: how what is told in the program reaches people outside of it: e-mail and signed webhooks.
//!
//! The list in the program is a channel, too, and the first: a message stands there the moment it is committed. When
//! it does, [`fan`] decides by category, by what the receiver muted and by the hour which other channels it goes out on
//! and when; [`deliver`] sends those, outside of any unit of work, each under an id that stays the same however often it
//! is tried. A training instance sends nothing: its messages end in the built-in sink.
//!
//! States of a message: `waiting` (shown as queued), `sending`, `sent`, `delivered`, `failed`, `unknown`, `overtaken`.
//! Unknown is a state of its own: a gateway that broke off may have sent it. Mail is tried again, since the same id
//! makes two copies one; a webhook only where the message is red; all others wait for the gateway's receipt.

mod contact;
mod deliver;
pub mod fan;
mod letter;
mod mail;
mod receipts;
pub mod rules;
mod show;
mod store;
mod texts;
mod undelivered;
mod webhook;

use crate::settings::Settings;
use ::store::{Kind, Store};
use letter::{Carrier, Told};
use mail::Mail;
use mechanism::{App, Mechanism, PUBLIC, Permission, SESSION, guarded};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::Mutex;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use webhook::Webhook;

pub use deliver::deliver;

/// The channel of e-mail; webhooks have the names that the settings give them.
pub const EMAIL: &str = "email";

pub const MECHANISM: Mechanism = Mechanism {
    name: "channels",
    permissions: &[Permission {
        name: "channels.read",
        zh: "查看送达情况",
        en: "see whom messages reached",
    }],
    routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};

fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded(SESSION, routes!(contact::own)))
        .merge(guarded(SESSION, routes!(contact::set_own)))
        .merge(guarded("persons.write", routes!(contact::of_person)))
        .merge(guarded("persons.write", routes!(contact::set_of_person)))
        .merge(guarded("channels.read", routes!(show::deliveries)))
        .merge(guarded("channels.read", routes!(undelivered::undelivered)))
        .merge(guarded(PUBLIC, routes!(receipts::receipt)))
}

/// The channels of a machine, as its settings name them.
pub struct Channels {
    carriers: BTreeMap<String, Carrier>,
    kind: Kind,
    /// One delivery at a time, whoever asks.
    gate: Mutex<()>,
}

impl Channels {
    pub fn new(settings: &Settings, store: &Store) -> Arc<Channels> {
        let mut carriers = BTreeMap::new();
        if let Some(mail) = Mail::new(settings) {
            carriers.insert(EMAIL.to_owned(), Carrier::Mail(mail));
        }
        for one in &settings.webhooks {
            carriers.insert(one.name.clone(), Carrier::Webhook(Webhook::new(one)));
        }
        Arc::new(Channels {
            carriers,
            kind: store.instance().kind,
            gate: Mutex::new(()),
        })
    }

    /// Names of the channels that send.
    pub fn names(&self) -> Vec<String> {
        self.carriers.keys().cloned().collect()
    }

    /// Somebody is sending already.
    pub fn busy(&self) -> bool {
        self.gate.try_lock().is_err()
    }

    fn webhook(&self, name: &str) -> Option<&Webhook> {
        match self.carriers.get(name) {
            Some(Carrier::Webhook(webhook)) => Some(webhook),
            _ => None,
        }
    }
}

impl Carrier {
    /// Sends a letter; blocks until the other side answered or the time for it is over.
    fn carry(&self, letter: &letter::Letter) -> Told {
        match self {
            Carrier::Mail(mail) => mail.carry(letter),
            Carrier::Webhook(webhook) => webhook.carry(letter),
        }
    }
}
