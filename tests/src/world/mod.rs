//! A place to act in: registry, packs, clock and people as values.
//!
//! `World::anji()` is the county of the demonstration; `World::small(place)` is a place of the test packs. Each test gets
//! its own database, copied from one that was prepared once for the whole run. Time stands until the test moves it, by
//! the same route that a user takes.

mod actor;
mod anew;
mod backend;
mod prepare;
mod production;
mod program;
mod serving;

pub use actor::{Actor, Answer};
pub use anew::anew;
pub use backend::Backend;
pub use prepare::Place;
pub use production::{Hands, production};
pub use program::Program;
pub use serving::{Ground, Reply, Serving, until};

use axum::Router;
use kernel::calendar::Calendar;
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::App;
use std::future::Future;
use std::sync::Arc;
use store::{Act, Read, Result, Sql, Tx};

pub struct World {
    pub app: App,
    pub router: Router,
    pub backend: Backend,
    /// Removes the database when the test ends.
    held: backend::Held,
}

/// Runs a scenario on every database that this run has.
pub async fn on_each<F, T>(place: Place, scenario: F)
where
    F: Fn(World) -> T,
    T: Future<Output = ()>,
{
    for backend in Backend::all() {
        let world = prepare::world(place, backend).await;
        let app = world.app.clone();
        scenario(world).await;
        afterwards(&app).await;
    }
}

/// One more world of a place on a database.
pub async fn on(place: Place, backend: Backend) -> World {
    prepare::world(place, backend).await
}

/// What must hold after every scenario: the ledger verifies and no timer was refused.
async fn afterwards(app: &App) {
    let verdict = app
        .store
        .verify_ledger()
        .await
        .expect("the ledger can be read");
    assert!(
        verdict.ok,
        "the ledger holds after the scenario: {verdict:?}"
    );
    let failed = app
        .store
        .read(|sql| {
            sql.query(
                "select key, failed from timer where failed is not null",
                &[],
            )
        })
        .await
        .expect("timers can be read");
    assert!(
        failed.is_empty(),
        "no timer was refused by a rule: {} were",
        failed.len()
    );
}

impl World {
    pub fn calendar(&self) -> &Calendar {
        &self.app.env.calendar
    }

    /// The instant of a civil time such as `2022-06-30 24:00`.
    pub fn at(&self, civil: &str) -> Moment {
        let (day, time) = civil.split_once(' ').unwrap_or((civil, "00:00"));
        let (hour, minute) = time.split_once(':').expect("hours and minutes");
        let day = Day::parse(day).expect("a civil day");
        let zone = self.calendar().zone();
        zone.at(
            day,
            hour.parse().expect("an hour"),
            minute.parse().expect("a minute"),
        )
    }

    pub fn now(&self) -> Moment {
        self.app.store.clock().business()
    }

    pub async fn read<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> T {
        self.app.store.read(f).await.expect("a read")
    }

    /// Sets up what no route of this test is about.
    pub async fn arrange<T: Send + 'static>(
        &self,
        f: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
    ) -> T {
        self.app
            .store
            .write(Act::system("tests.arrange"), f)
            .await
            .expect("an arrangement")
    }

    /// Id of a body by name or alias.
    pub async fn org(&self, name: &str) -> Id {
        let (name, day) = (name.to_owned(), self.today());
        let found = self
            .read(move |sql| registry::org::store::by_name_or_alias(sql, &name, day))
            .await;
        found.expect("a body of that name").id
    }

    /// Id of a site by name.
    pub async fn site(&self, name: &str) -> Id {
        let name = name.to_owned();
        let found = self
            .read(move |sql| {
                let row = sql.one(
                    "select id from site where name = :name",
                    &store::params! { "name" => name.as_str() },
                )?;
                row.map(|row| row.id("id")).transpose()
            })
            .await;
        found.expect("a site of that name")
    }

    /// Id of a person by name.
    pub async fn person(&self, name: &str) -> Id {
        let name = name.to_owned();
        let found = self
            .read(move |sql| {
                let params = store::params! { "name" => name.as_str() };
                let row = sql.one("select id from person where name = :name", &params)?;
                row.map(|row| row.id("id")).transpose()
            })
            .await;
        found.expect("a person of that name")
    }

    /// Binds a party to a site in a capacity, from the beginning.
    pub async fn bind(&self, site: Id, role: &str, party: Id) {
        let (role, from) = (role.to_owned(), self.today());
        self.arrange(move |tx| {
            let capacity = registry::site::Capacity {
                id: tx.new_id(),
                site,
                role: role.clone(),
                party,
                from,
                until: None,
            };
            registry::site::store::bind(tx, &capacity)?;
            tx.note(
                site,
                "bound",
                serde_json::json!({ "role": role, "party": party }),
            )
        })
        .await;
    }

    /// Imports rows of a register, as a spreadsheet would bring them.
    pub async fn import(&self, kind: &str, csv: &str) {
        prepare::import(&self.app, kind, csv.as_bytes()).await;
    }

    pub fn today(&self) -> Day {
        self.calendar().zone().day_of(self.now())
    }

    /// Moves business time as an administrator of the training instance does.
    pub async fn advance(&self, civil: &str) {
        let to = self.at(civil);
        let clerk = Actor::clock_keeper(self).await;
        clerk
            .post("/clock", serde_json::json!({ "to": to.0 }))
            .await
            .ok();
    }

    /// Puts a pack in force and lets everything due by now open.
    pub async fn activate(&self, pack: &str) {
        let (env, pack) = (self.app.env.clone(), pack.to_owned());
        self.arrange(move |tx| {
            work::plans::activate(tx, &env, &pack)?;
            Ok(())
        })
        .await;
        let now = self.now();
        let app = self.app.clone();
        tokio::task::spawn_blocking(move || {
            mechanism::timer::tick(&app.store, &app.env, &app.timer_kinds, now).expect("a tick")
        })
        .await
        .expect("the tick ends");
    }

    /// A new client-made id.
    pub fn fresh_id(&self) -> Id {
        let chance: &Arc<dyn kernel::chance::Chance> = self.app.store.chance();
        Id::v7(self.app.store.clock().machine(), &**chance)
    }
}
