//! Six months after the last time.

use super::{assert_dues, dues, file, in_force, states};
use crate::world::{Actor, Place, on_each};
use serde_json::json;

#[tokio::test]
async fn a_rolling_duty_runs_from_the_last_time_it_was_met() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (factory, clerk) = (
            world.org("甲厂").await,
            Actor::named(&world, "甲厂厂长").await,
        );
        let site = world.site("甲厂厂区").await;
        world.advance("2022-06-10 09:00").await;
        assert_dues(
            &dues(&world, &office, site, "ca.rolling").await,
            &[("2022-01-01/2022-07-01", "2022-07-02 00:00")],
        );
        let visit = file(
            &world,
            &clerk,
            factory,
            "ca.visit",
            "2022-06-10",
            json!({ "site": site }),
        )
        .await;
        assert_dues(
            &dues(&world, &office, site, "ca.rolling").await,
            &[
                ("2022-01-01/2022-07-01", "2022-07-02 00:00"),
                ("2022-06-10/2022-12-10", "2022-12-11 00:00"),
            ],
        );
        // A correction that is filed later keeps one clock: it runs from when the visit is now said to have been.
        world.advance("2022-06-12 09:00").await;
        let filling = json!({
            "form": "ca.visit", "form_version": 1, "body": factory, "covers": "2022-06-12",
            "values": { "site": site }, "supersedes": visit,
        });
        clerk
            .put(&format!("/records/{}", world.fresh_id()), filling)
            .await
            .ok();
        assert_eq!(
            states(&office, site, "ca.rolling").await,
            ["met", "withdrawn", "open"]
        );
        world.advance("2022-12-13 00:00").await;
        assert_eq!(
            states(&office, site, "ca.rolling").await,
            ["met", "withdrawn", "overdue"]
        );
        // Late, and from here the next half year runs.
        world.advance("2022-12-20 10:00").await;
        file(
            &world,
            &clerk,
            factory,
            "ca.visit",
            "2022-12-20",
            json!({ "site": site }),
        )
        .await;
        assert_eq!(
            states(&office, site, "ca.rolling").await,
            ["met", "withdrawn", "met_late", "open"]
        );
        let found = dues(&world, &office, site, "ca.rolling").await;
        assert_dues(
            &found[3..],
            &[("2022-12-20/2023-06-20", "2023-06-21 00:00")],
        );
    })
    .await;
}

#[tokio::test]
async fn a_subject_that_begins_later_has_its_whole_time() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        world.advance("2022-05-20 15:00").await;
        world.import("sites", "名称,类型,所属单位,区域代码,标签,启用日期\n新车间,workshop,甲厂,320412100,挂牌单位,2022-05-20\n").await;
        let site = world.site("新车间").await;
        assert_dues(&dues(&world, &office, site, "ca.rolling").await, &[]);
        world.advance("2022-05-21 00:00").await;
        assert_dues(
            &dues(&world, &office, site, "ca.rolling").await,
            &[("2022-05-20/2022-11-20", "2022-11-21 00:00")],
        );
    })
    .await;
}

/// Excused for one half year, not for good: the next turn runs from the end of the time that was given.
#[tokio::test]
async fn an_excused_turn_is_followed_by_the_next() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (factory, site) = (world.org("甲厂").await, world.site("甲厂厂区").await);
        world.advance("2022-03-10 09:00").await;
        let first = super::rows(&office, site, "ca.rolling").await;
        let path = format!(
            "/obligations/{}/excuse",
            first[0]["id"].as_str().expect("an id")
        );
        office.post(&path, json!({ "reason": "停产" })).await.ok();
        assert_eq!(
            states(&office, site, "ca.rolling").await,
            ["excused", "open"]
        );
        let both = dues(&world, &office, site, "ca.rolling").await;
        assert_eq!(both[1].0, "2022-07-01/2023-01-01");
        assert_eq!(both[1].1, "2023-01-02 00:00");

        // A visit after the excuse counts, and the clock runs on from it.
        let clerk = Actor::named(&world, "甲厂厂长").await;
        world.advance("2022-08-10 09:00").await;
        file(
            &world,
            &clerk,
            factory,
            "ca.visit",
            "2022-08-10",
            json!({ "site": site }),
        )
        .await;
        assert_eq!(
            states(&office, site, "ca.rolling").await,
            ["excused", "met", "open"]
        );
    })
    .await;
}
