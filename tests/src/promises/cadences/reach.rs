//! Nobody opens, counts or takes back anything outside the area that he sees.

use super::{in_force, rows, states};
use crate::world::{Actor, Place, World, on_each};
use axum::http::Method;
use serde_json::{Value, json};

async fn delete(actor: &Actor, path: &str) -> crate::world::Answer {
    actor.send(Method::DELETE, path, None).await
}

fn accident(subject: Option<kernel::id::Id>) -> Value {
    json!({ "kind": "ca.accident", "subject": subject, "on": "2022-03-10", "title": "事故" })
}

#[tokio::test]
async fn an_event_of_everybody_is_entered_and_withdrawn_only_by_whoever_sees_everybody() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let town = Actor::named(&world, "湖塘镇长").await;
        let other = Actor::named(&world, "牛塘镇长").await;
        let (site, warehouse) = (world.site("甲厂厂区").await, world.site("甲厂仓库").await);
        world.advance("2022-03-10 10:30").await;
        let refused = town.post("/events", accident(None)).await;
        assert_eq!(refused.refused(422), "duties.event_subject");
        assert_eq!(rows(&office, warehouse, "ca.presence").await.len(), 0);

        let of_all = office.post("/events", accident(None)).await.ok();
        let of_all = format!("/events/{}", of_all["event"]["id"].as_str().expect("an id"));
        assert_eq!(states(&office, warehouse, "ca.presence").await, ["open"]);
        assert_eq!(delete(&town, &of_all).await.status.as_u16(), 404);
        assert_eq!(
            delete(&office, &of_all).await.ok()["taken_back"],
            4,
            "two sites, two townships"
        );
        assert_eq!(
            states(&office, warehouse, "ca.presence").await,
            ["withdrawn"]
        );
        assert_eq!(delete(&office, &of_all).await.status.as_u16(), 404, "once");

        let own = town.post("/events", accident(Some(site))).await.ok();
        let own = format!("/events/{}", own["event"]["id"].as_str().expect("an id"));
        assert_eq!(delete(&other, &own).await.status.as_u16(), 404);
        assert_eq!(delete(&town, &own).await.ok()["taken_back"], 2);
        assert_eq!(office.get("/events").await.ok()["count"], 0);
    })
    .await;
}

/// What was handed out of an obligation ends with it.
#[tokio::test]
async fn what_was_handed_out_ends_with_the_event_that_asked_for_it() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let town = Actor::named(&world, "湖塘镇长").await;
        let (site, body) = (world.site("甲厂厂区").await, world.org("湖塘镇政府").await);
        world.advance("2022-03-10 10:30").await;
        let event = town.post("/events", accident(Some(site))).await.ok();
        let report = rows(&office, body, "ca.accident-report").await;
        let path = format!(
            "/obligations/{}/hand-out",
            report[0]["id"].as_str().expect("an id")
        );
        let to = json!({ "to": town.person, "due": "2022-03-15" });
        let child = town.post(&path, to).await.ok();
        let child = format!("/obligations/{}", child["id"].as_str().expect("an id"));
        delete(
            &town,
            &format!("/events/{}", event["event"]["id"].as_str().expect("an id")),
        )
        .await
        .ok();
        assert_eq!(office.get(&child).await.ok()["row"]["state"], "withdrawn");
    })
    .await;
}

async fn period(world: &World, office: &Actor) -> String {
    world.advance("2022-09-20 09:00").await;
    let body = json!({
        "title": "国庆节", "from": "2022-10-01", "until": "2022-10-07", "factor": 2, "package": "three-in-one",
    });
    let entered = office.post("/key-periods", body).await.ok();
    world.advance("2022-10-05 09:00").await;
    entered["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn key_periods_and_previews_are_for_whoever_sees_the_whole_area_of_the_plan() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let id = period(&world, &office).await;
        let town = world.person("湖塘镇长").await;
        let town = Actor::with_role(&world, town, "safety_office").await;
        assert_eq!(office.get("/key-periods").await.ok()["items"][0]["opened"], 4);
        let listed = town.get("/key-periods").await.ok();
        assert_eq!((&listed["items"][0]["opened"], &listed["items"][0]["unmet"]), (&json!(0), &json!(0)));
        for pack in [None, Some("cadences")] {
            let body = json!({ "title": "节", "from": "2022-11-01", "until": "2022-11-05", "factor": 2, "pack": pack });
            assert_eq!(town.post("/key-periods", body).await.refused(422), "duties.key_period_scope");
        }
        let path = format!("/key-periods/{id}");
        assert_eq!(delete(&town, &path).await.refused(422), "duties.key_period_scope");
        let preview = town.get("/packs/cadences/preview").await;
        assert_eq!(preview.refused(422), "plans.outside_scope");

        // What lies with the receiver has been done; withdrawing takes back what still asks something of its holder.
        world
            .arrange(|tx| {
                let text = "update obligation set stage = 'waiting' where definition = 'ca.package' and subject = \
                            (select id from org where name = '督导一组')";
                tx.execute(text, &[])?;
                tx.note(kernel::id::Id::natural("tests", "waiting"), "staged", json!({}))
            })
            .await;
        assert_eq!(delete(&office, &path).await.ok()["taken_back"], 3);
        let waiting = rows(&office, world.org("督导一组").await, "ca.package").await;
        assert_ne!(waiting[0]["state"], "withdrawn");
    })
    .await;
}
