//! Records: forms of another version, ids used twice, times that cannot be, names that are not one's own.

use super::Asked;
use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};
use store::Sql;

const OFFICE: &str = "县燃气专委办";

#[tokio::test]
async fn a_filling_of_another_version_or_with_wrong_fields_is_refused_and_the_draft_kept() {
    on_each(Place::Anji, |world| async move {
        let desk = Desk::on(&world, "2022-05-16 10:00").await;
        for version in [0, 2, 99] {
            let mut filling = desk.minutes();
            filling["form_version"] = json!(version);
            let code = "records.other_version.conflict";
            let problem = desk
                .put(&filling)
                .refused(&world, &desk.clerk, 409, code)
                .await;
            assert_eq!(
                (&problem["params"]["current"], &problem["params"]["filled"]),
                (&json!("1"), &json!(version.to_string()))
            );
            kept(&problem);
        }
        // Fields of a version that this server does not know yet, under the version that it knows.
        let mut filling = desk.minutes();
        filling["values"]["weather"] = json!("晴");
        filling["values"]["date"] = json!("今天");
        filling["values"]["purpose"] = json!("茶话会");
        filling["values"]["attendees"] = json!(["没有这个人"]);
        let problem = desk
            .put(&filling)
            .refused(&world, &desk.clerk, 422, "records.faults")
            .await;
        kept(&problem);
        let errors = problem["errors"].as_array().expect("errors");
        let told: Vec<_> = errors
            .iter()
            .map(|e| (e["field"].as_str(), e["code"].as_str()))
            .collect();
        for (field, code) in [
            ("weather", "records.unknown_field"),
            ("date", "records.not_a_day"),
            ("purpose", "records.not_a_choice"),
            ("attendees", "records.not_a_reference"),
        ] {
            assert!(
                told.contains(&(Some(field), Some(code))),
                "{field} is told by {code}: {told:?}"
            );
        }
        assert!(
            errors
                .iter()
                .all(|error| super::is_chinese(&error["message"])
                    && super::is_chinese(&error["act"]))
        );
        let mut filling = desk.minutes();
        filling["form"] = json!("no-such-form");
        desk.put(&filling)
            .refused(&world, &desk.clerk, 404, "records.unknown_form.not_found")
            .await;
        desk.clerk.put(&desk.path, desk.minutes()).await.ok();
    })
    .await;
}

/// The same record twice is answered as the first time; an id that was used with other content overwrites nothing.
#[tokio::test]
async fn a_record_arrives_once_and_its_id_takes_no_other_content() {
    on_each(Place::Anji, |world| async move {
        let desk = Desk::on(&world, "2022-05-16 10:00").await;
        let first = desk.clerk.put(&desk.path, desk.minutes()).await.ok();
        assert_eq!(first["new"], true);
        assert!(
            !first["counts_for"]
                .as_array()
                .expect("obligations")
                .is_empty(),
            "it counts for something"
        );
        let before = super::counts(&world).await;
        let again = desk.clerk.put(&desk.path, desk.minutes()).await.ok();
        assert_eq!(
            (&again["new"], &again["counts_for"]),
            (&json!(false), &first["counts_for"])
        );
        assert_eq!(
            super::counts(&world).await,
            before,
            "nothing is written twice"
        );

        let seen = desk.clerk.get(&desk.path).await.ok();
        for (member, other) in [
            ("values", json!({})),
            ("covers", json!("2022-05-01")),
            ("body", json!(desk.director.person)),
        ] {
            let mut filling = desk.minutes();
            filling[member] = other;
            if member == "values" {
                filling["values"] = desk.minutes()["values"].clone();
                filling["values"]["minutes"] = json!("另一份纪要");
            }
            let filer = if member == "body" {
                &desk.director
            } else {
                &desk.clerk
            };
            let code = "records.other_content.conflict";
            desk.put(&filling).refused(&world, filer, 409, code).await;
        }
        let theirs = desk.put(&desk.minutes());
        theirs
            .refused(
                &world,
                &desk.director,
                409,
                "records.other_content.conflict",
            )
            .await;
        assert_eq!(
            desk.clerk.get(&desk.path).await.ok(),
            seen,
            "the first content stands"
        );
    })
    .await;
}

#[tokio::test]
async fn a_record_states_no_time_that_cannot_be() {
    on_each(Place::Anji, |world| async move {
        let desk = Desk::on(&world, "2022-05-16 10:00").await;
        for later in [world.now().0 + 1, world.at("2023-01-01").0, i64::MAX] {
            let mut filling = desk.minutes();
            filling["stated_at"] = json!(later);
            desk.put(&filling)
                .refused(&world, &desk.clerk, 422, "records.stated_in_future")
                .await;
        }
        for beyond in [i64::MIN, -70_000_000_000_000_000] {
            let mut filling = desk.minutes();
            filling["stated_at"] = json!(beyond);
            desk.put(&filling)
                .refused(&world, &desk.clerk, 422, "records.stated_too_early")
                .await;
        }
        for covers in ["2022-02-30", "明天", "2022-5-1", "99999-01-01"] {
            let mut filling = desk.minutes();
            filling["covers"] = json!(covers);
            desk.put(&filling)
                .refused(&world, &desk.clerk, 422, "edge.malformed")
                .await;
        }
    })
    .await;
}

/// Nobody files under another name, corrects what he may not see, or approves what he filed.
#[tokio::test]
async fn a_record_is_filed_under_ones_own_name_and_approved_by_another() {
    on_each(Place::Anji, |world| async move {
        let desk = Desk::on(&world, "2022-05-16 10:00").await;
        let mut filling = desk.minutes();
        filling["body"] = json!(world.org("县住建局").await);
        desk.put(&filling)
            .refused(&world, &desk.clerk, 422, "records.not_yours")
            .await;
        filling["body"] = json!(world.fresh_id());
        desk.put(&filling)
            .refused(&world, &desk.clerk, 422, "records.not_yours")
            .await;

        desk.clerk.put(&desk.path, desk.report()).await.ok();
        let approve = Asked::post(format!("{}/approve", desk.path), &json!({}));
        approve
            .refused(&world, &desk.clerk, 422, "records.own_approval")
            .await;
        assert_eq!(
            desk.clerk.get(&desk.path).await.ok()["approved_at"],
            Value::Null
        );

        // Whose record it is does not show to somebody who may not see it: as if there were none.
        let stranger = Actor::of_town(&world, "杭垓镇").await;
        let body = body_of(&world, &stranger).await;
        for supersedes in [desk.id, world.fresh_id()] {
            let mut filling = desk.report();
            filling["body"] = json!(body);
            filling["supersedes"] = json!(supersedes);
            let path = format!("/records/{}", world.fresh_id());
            Asked::put(path, &filling)
                .refused(&world, &stranger, 404, "edge.not_found")
                .await;
        }
        for path in [desk.path.clone(), format!("/records/{}", world.fresh_id())] {
            Asked::get(&path)
                .refused(&world, &stranger, 404, "edge.not_found")
                .await;
            let approve = Asked::post(format!("{path}/approve"), &json!({}));
            approve
                .refused(&world, &stranger, 404, "edge.not_found")
                .await;
        }
    })
    .await;
}

/// The desk of a committee's office: its clerk, its director, and a record that is to be filed.
struct Desk {
    clerk: Actor,
    director: Actor,
    body: Id,
    id: Id,
    path: String,
}

impl Desk {
    async fn on(world: &World, when: &str) -> Desk {
        world.activate("anji-2022").await;
        world.advance(when).await;
        let id = world.fresh_id();
        Desk {
            clerk: Actor::in_post(world, OFFICE, "专管员").await,
            director: Actor::in_post(world, OFFICE, "主任").await,
            body: world.org(OFFICE).await,
            id,
            path: format!("/records/{id}"),
        }
    }

    fn put<'a>(&self, filling: &Value) -> Asked<'a> {
        Asked::put(self.path.clone(), filling)
    }

    fn minutes(&self) -> Value {
        let values = json!({
            "purpose": "专题例会", "date": "2022-05-10", "attendees": [self.clerk.person], "minutes": "研究二季度风险"
        });
        json!({ "form": "meeting-minutes", "form_version": 1, "body": self.body, "values": values })
    }

    fn report(&self) -> Value {
        let values = json!({ "date": "2022-05-13", "done": "二季度履职情况" });
        json!({ "form": "duty-report", "form_version": 1, "body": self.body, "values": values })
    }
}

fn kept(problem: &Value) {
    assert!(
        super::is_chinese(&problem["kept"]),
        "what was kept is told: {problem}"
    );
}

/// The main body of a person.
async fn body_of(world: &World, who: &Actor) -> Id {
    let (person, day) = (who.person, world.today());
    let orgs = world
        .read(move |sql| registry::person::store::orgs_of_person(sql as &mut dyn Sql, person, day))
        .await;
    *orgs.first().expect("a body")
}
