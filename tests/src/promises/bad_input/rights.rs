//! Acts that need another person: nobody excuses himself, nobody signs or excuses for what he does not hold.

use super::Asked;
use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

#[tokio::test]
async fn nobody_excuses_himself_and_nobody_is_excused_without_a_reason() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-05-16 10:00").await;
        // The clerk of a special committee's office, with the right to excuse.
        let clerk = Actor::in_post(&world, "县燃气专委办", "专管员").await;
        let clerk = Actor::with_role(&world, clerk.person, "safety_office").await;
        let own = own_obligation(&world).await;
        let excuse = |reason: &str| {
            Asked::post(
                format!("/obligations/{own}/excuse"),
                &json!({ "reason": reason }),
            )
        };
        excuse("本期无会议")
            .refused(&world, &clerk, 422, "obligations.own_excuse")
            .await;
        let office = Actor::named(&world, "汪行林").await;
        for reason in ["", "  \n"] {
            excuse(reason)
                .refused(&world, &office, 422, "obligations.reason_needed")
                .await;
        }
        let sign = Asked::post(format!("/obligations/{own}/sign"), &json!({}));
        sign.refused(&world, &office, 422, "obligations.not_yours")
            .await;
        let nowhere = Asked::post(
            format!("/obligations/{}/excuse", world.fresh_id()),
            &json!({ "reason": "无" }),
        );
        nowhere
            .refused(&world, &office, 404, "edge.not_found")
            .await;

        assert_eq!(
            excuse("机构改革，职能已划转")
                .sent(&office, "zh")
                .await
                .status
                .as_u16(),
            204
        );
        excuse("再免一次")
            .refused(&world, &office, 409, "obligations.ended.conflict")
            .await;
        let row = office.get(&format!("/obligations/{own}")).await.ok();
        assert_eq!(row["row"]["state"], "excused", "{}", row["row"]);
    })
    .await;
}

/// Without a session or the right nothing is said about what exists.
#[tokio::test]
async fn without_session_or_right_nothing_is_told() {
    on_each(Place::Anji, |world| async move {
        let nobody = Actor::anonymous(&world);
        Asked::get("/obligations")
            .refused(&world, &nobody, 401, "edge.unauthenticated")
            .await;
        let id = world.fresh_id();
        Asked::put(format!("/records/{id}"), &Value::Null)
            .refused(&world, &nobody, 401, "edge.unauthenticated")
            .await;
        let auditor = Actor::extra(&world, "审计员", "audit_admin").await;
        let asked = Asked::put(format!("/records/{id}"), &json!({}));
        let problem = asked.refused(&world, &auditor, 403, "edge.forbidden").await;
        assert_eq!(problem["params"]["permission"], "records.file");
        Asked::get("/no/such/path")
            .refused(&world, &auditor, 404, "edge.unknown_path")
            .await;
    })
    .await;
}

/// An open obligation of the gas committee's office.
async fn own_obligation(world: &World) -> kernel::id::Id {
    use store::Sql;
    let org = world.org("县燃气专委办").await;
    world
        .read(move |sql| {
            let row = sql.one(
                "select id from obligation where holder = :org and outcome is null order by due_at, id limit 1",
                &store::params! { "org" => org },
            )?;
            row.map(|row| row.id("id")).transpose()
        })
        .await
        .expect("an open obligation of the office")
}
