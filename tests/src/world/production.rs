//! A production instance in process: business time is machine time, and the test moves both.

use super::World;
use super::backend::{self, Backend};
use kernel::time::Moment;
use server::Settings;
use server::start::put_together;
use server::ticking::Ticking;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// The hands of the clock.
#[derive(Clone)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    pub fn at(moment: Moment) -> Hands {
        Hands(Arc::new(AtomicI64::new(moment.0)))
    }

    pub fn plus_minutes(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    fn read(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// An empty production instance with the settings of a machine.
pub async fn production(
    backend: Backend,
    settings: Settings,
    hands: Hands,
) -> (World, Arc<Ticking>) {
    let made = tokio::task::spawn_blocking(move || {
        let machine = Arc::new(move || hands.read());
        let (store, held) = backend::production(backend, machine);
        let library = server::packs::library(None).expect("packs");
        let (app, _) = server::app(store, library).expect("an application");
        let started = put_together(app, &settings);
        let world = World {
            app: started.app,
            router: started.router,
            backend,
            held,
        };
        (world, started.ticking)
    });
    made.await.expect("an instance")
}
