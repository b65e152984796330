//! What happened, or is planned, opens the duties that answer to it.

use super::{assert_dues, file, in_force, rows, states};
use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

async fn raise(office: &Actor, kind: &str, subject: Id, on: &str, title: &str) -> Value {
    let body = json!({ "kind": kind, "subject": subject, "on": on, "title": title });
    office.post("/events", body).await.ok()
}

async fn due_of(world: &World, office: &Actor, subject: Id, definition: &str) -> Vec<String> {
    let found = super::dues(world, office, subject, definition).await;
    found.into_iter().map(|(_, due)| due).collect()
}

#[tokio::test]
async fn an_event_opens_duties_for_those_whom_it_concerns() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (site, other) = (world.site("甲厂厂区").await, world.site("甲厂仓库").await);
        let head = world.person("湖塘镇长").await;
        world.bind(site, "行政负责人", head).await;
        world.advance("2022-03-10 10:30").await;
        let entered = raise(
            &office,
            "ca.accident",
            site,
            "2022-03-10",
            "甲厂机械伤害事故",
        )
        .await;
        assert_eq!(entered["duties"], 2);
        let id = entered["event"]["id"].as_str().expect("an id").to_owned();

        let presence = rows(&office, site, "ca.presence").await;
        assert_eq!(presence.len(), 1);
        assert_eq!(
            presence[0]["period"],
            json!(id),
            "under the event's own key"
        );
        assert_eq!(presence[0]["title"], "到场：甲厂机械伤害事故");
        assert_eq!(presence[0]["holder"]["id"], json!(head));
        assert_eq!(
            due_of(&world, &office, site, "ca.presence").await,
            ["2022-03-11 10:30"]
        );
        assert_eq!(
            rows(&office, other, "ca.presence").await.len(),
            0,
            "nobody else's site"
        );

        // The township in whose area it lies reports within seven days, the day of the event not counted.
        let (town, elsewhere) = (world.org("湖塘镇政府").await, world.org("牛塘镇政府").await);
        assert_eq!(
            due_of(&world, &office, town, "ca.accident-report").await,
            ["2022-03-18 00:00"]
        );
        assert_eq!(
            rows(&office, elsewhere, "ca.accident-report").await.len(),
            0
        );

        // A second accident has a key of its own.
        raise(&office, "ca.accident", site, "2022-03-10", "甲厂再次事故").await;
        assert_eq!(rows(&office, site, "ca.presence").await.len(), 2);
        let listed = office.get("/events").await.ok();
        assert_eq!(listed["items"].as_array().expect("events").len(), 2);
        assert_eq!(listed["count"], 2);
        let factory = Actor::named(&world, "牛塘镇长").await;
        let seen = factory.get("/events").await.ok();
        assert_eq!(seen["count"], 0, "another township does not see it");
        let hidden =
            json!({ "kind": "ca.accident", "subject": site, "on": "2022-03-10", "title": "试" });
        assert_eq!(factory.post("/events", hidden).await.status.as_u16(), 404);
    })
    .await;
}

/// 5 May 2022 is the first working day after the holiday; three days before it is 2 May, and the third working day after
/// it is Monday the ninth, because Saturday the seventh is made up.
#[tokio::test]
async fn a_planned_event_opens_what_comes_before_it_at_once_and_what_follows_on_its_day() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let site = world.site("甲厂厂区").await;
        world.advance("2022-04-25 09:00").await;
        raise(&office, "ca.resumption", site, "2022-05-05", "节后复工").await;
        assert_eq!(
            due_of(&world, &office, site, "ca.before-resumption").await,
            ["2022-05-03 00:00"]
        );
        assert_eq!(rows(&office, site, "ca.after-resumption").await.len(), 0);
        world.advance("2022-05-05 00:00").await;
        assert_eq!(
            due_of(&world, &office, site, "ca.after-resumption").await,
            ["2022-05-10 00:00"]
        );
        let clerk = Actor::named(&world, "甲厂厂长").await;
        world.advance("2022-05-05 09:00").await;
        let factory = world.org("甲厂").await;
        file(
            &world,
            &clerk,
            factory,
            "ca.visit",
            "2022-05-05",
            json!({ "site": site }),
        )
        .await;
        assert_eq!(states(&office, site, "ca.after-resumption").await, ["met"]);
        assert_eq!(
            states(&office, site, "ca.before-resumption").await,
            ["met_late"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_record_of_its_form_raises_an_event_and_takes_it_back_when_it_falls() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (factory, clerk) = (
            world.org("甲厂").await,
            Actor::named(&world, "甲厂厂长").await,
        );
        let (site, body) = (world.site("甲厂厂区").await, world.org("区安委办").await);
        world.advance("2022-06-01 14:00").await;
        let first = file(
            &world,
            &clerk,
            factory,
            "ca.injury-report",
            "2022-06-01",
            json!({ "site": site }),
        )
        .await;
        assert_eq!(
            due_of(&world, &office, body, "ca.deep-check").await,
            ["2022-06-02 14:00"]
        );
        let listed = office.get("/events").await.ok();
        assert_eq!(listed["items"][0]["record"], json!(first));
        assert_eq!(listed["items"][0]["subject_name"], "甲厂厂区");

        // A correction about the same site leaves the event and its clocks; only its record is another.
        world.advance("2022-06-01 14:30").await;
        let (second, again) = (world.fresh_id(), world.fresh_id());
        let correction = |site: Id, covers: &str, of: Id| {
            json!({
                "form": "ca.injury-report", "form_version": 1, "body": factory, "covers": covers,
                "values": { "site": site }, "supersedes": of,
            })
        };
        let filling = correction(site, "2022-05-31", first);
        clerk.put(&format!("/records/{second}"), filling).await.ok();
        assert_eq!(
            due_of(&world, &office, body, "ca.deep-check").await,
            ["2022-06-02 14:00"]
        );
        let listed = office.get("/events").await.ok();
        assert_eq!(listed["items"][0]["record"], json!(second));
        let path = format!(
            "/events/{}",
            listed["items"][0]["id"].as_str().expect("an id")
        );
        let by_hand = office.send(axum::http::Method::DELETE, &path, None).await;
        assert_eq!(by_hand.refused(409), "duties.event_of_record.conflict");

        world.advance("2022-06-01 15:00").await;
        let filling = correction(world.site("甲厂仓库").await, "2022-06-01", second);
        clerk.put(&format!("/records/{again}"), filling).await.ok();
        assert_eq!(
            due_of(&world, &office, body, "ca.deep-check").await,
            ["2022-06-02 14:00", "2022-06-02 14:00"],
            "the hours run from the first notice"
        );
        let mut found = states(&office, body, "ca.deep-check").await;
        found.sort();
        assert_eq!(found, ["open", "withdrawn"]);
        assert_eq!(office.get("/events").await.ok()["count"], 1);
    })
    .await;
}

/// The third working day after 30 December 2026 lies in a year whose holidays are not announced: the event stands, and
/// what follows it is tried again each day.
#[tokio::test]
async fn an_event_is_kept_though_the_holidays_of_its_term_are_unknown() {
    on_each(Place::Cadences, |world| async move {
        for year in 2022..=2026 {
            world.advance(&format!("{year}-12-01 00:00")).await;
        }
        let office = in_force(&world).await;
        let site = world.site("甲厂厂区").await;
        world.advance("2026-12-30 09:00").await;
        raise(&office, "ca.resumption", site, "2026-12-30", "复工").await;
        world.advance("2026-12-31 09:00").await;
        assert_eq!(rows(&office, site, "ca.after-resumption").await.len(), 0);
        let waiting = world
            .read(|sql| {
                let text = "select key from timer where done_at is null and kind = 'duties.event'";
                store::Sql::query(sql, text, &[])
            })
            .await;
        let keys: Vec<String> = waiting
            .iter()
            .map(|row| row.text("key").expect("a key"))
            .collect();
        assert!(
            matches!(&keys[..], [key] if key.ends_with("/ca.after-resumption/again/2027-01-01")),
            "{keys:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn an_event_that_cannot_be_is_refused() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let site = world.site("甲厂厂区").await;
        let noon = world.at("2022-01-01 12:00").0;
        for (body, code) in [
            (json!({ "kind": "ca.flood", "subject": site, "on": "2022-01-01", "title": "水" }), "duties.unknown_event"),
            (json!({ "kind": "ca.accident", "subject": site, "on": "2022-01-01", "title": " " }), "duties.event_title"),
            (
                json!({ "kind": "ca.accident", "subject": site, "on": "2022-01-02", "at": noon, "title": "火" }),
                "duties.event_other_day",
            ),
        ] {
            assert_eq!(office.post("/events", body).await.refused(422), code);
        }
        let nothing = json!({ "kind": "ca.accident", "subject": world.fresh_id(), "on": "2022-01-01", "title": "火" });
        assert_eq!(office.post("/events", nothing).await.status.as_u16(), 404);
        assert_dues(&super::dues(&world, &office, site, "ca.presence").await, &[]);
    })
    .await;
}
