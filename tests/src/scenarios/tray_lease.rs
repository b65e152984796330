//! Whoever lost the lease under which he works writes nothing more.

use crate::world::{Place, on_each};
use store::lease::{self, Fence};
use store::{Act, Error, Sql};

#[tokio::test]
async fn tray_timers_run_under_the_newest_lease_only() {
    on_each(Place::Trays, |world| async move {
        let (env, now) = (world.app.env.clone(), world.now());
        world
            .arrange(move |tx| work::plans::activate(tx, &env, "trays").map(|_| ()))
            .await;
        let hold = async |holder: &'static str, after: i64| {
            let hold = move |tx: &mut store::Tx<'_>| {
                let at = tx.machine_now().plus_millis(after);
                lease::try_hold(tx, "tests.tick", holder, at, 1_000)
            };
            world
                .app
                .store
                .write(Act::system("tests.hold"), hold)
                .await
                .expect("a lease")
        };
        let first = hold("first", 0).await.expect("the first one holds it");
        assert!(
            hold("second", 0).await.is_none(),
            "nobody takes what has not run out"
        );
        let second = hold("second", 60_000)
            .await
            .expect("the second one takes it over");
        assert!(first.number < second.number);

        let tick = async |fence: Fence| {
            let app = world.app.clone();
            let run = move || {
                mechanism::timer::tick_under(&fence, &app.store, &app.env, &app.timer_kinds, now)
            };
            tokio::task::spawn_blocking(run)
                .await
                .expect("the tick ends")
        };
        let lost = tick(Fence::Held {
            token: first,
            ttl_ms: 1_000,
        })
        .await;
        assert_eq!(lost, Err(Error::Lost("tests.tick".to_owned())));
        let done = async || {
            world
                .read(|sql| {
                    let row = sql.one(
                        "select count(*) as n from timer where done_at is not null",
                        &[],
                    )?;
                    row.map_or(Ok(0), |row| row.int("n"))
                })
                .await
        };
        assert_eq!(
            done().await,
            0,
            "what was begun under the older lease left nothing"
        );
        let handled = tick(Fence::Held {
            token: second,
            ttl_ms: 1_000,
        })
        .await
        .expect("the newer one works");
        assert!(handled > 0);
        assert_eq!(done().await, i64::try_from(handled).expect("a number"));
    })
    .await;
}
