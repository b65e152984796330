//! What may not be handed out, and how it is taken back.

use super::tray::{file, id, in_inbox, owed, person, report};
use crate::world::{Place, on_each};
use serde_json::json;

#[tokio::test]
async fn tray_handing_out_is_refused_with_the_reason() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        let path = format!("/obligations/{}/hand-out", id(&duty));
        let village = world.org("柳塘村委会").await;
        let cases = [
            (
                json!({ "to": world.org("松坑村委会").await, "due": "2022-03-20" }),
                422,
                "trays.outside",
            ),
            (
                json!({ "to": world.org("县应急管理局").await, "due": "2022-03-20" }),
                422,
                "trays.outside",
            ),
            (
                json!({ "to": world.org("东河镇政府").await, "due": "2022-03-20" }),
                422,
                "trays.outside",
            ),
            (
                json!({ "to": world.fresh_id(), "due": "2022-03-20" }),
                422,
                "trays.outside",
            ),
            (
                json!({ "to": village, "due": "2022-03-31" }),
                422,
                "trays.due_not_earlier",
            ),
            (
                json!({ "to": village, "due": "2022-04-30" }),
                422,
                "trays.due_not_earlier",
            ),
            (
                json!({ "to": village, "due": "2022-03-01" }),
                422,
                "trays.due_in_past",
            ),
            (json!({ "to": village }), 422, "trays.due_needed"),
        ];
        for (wanted, status, code) in cases {
            assert_eq!(
                clerk.post(&path, wanted.clone()).await.refused(status),
                code,
                "{wanted}"
            );
        }
        let wanted = json!({ "to": village, "due": "2022-03-20" });
        let stranger = person(&world, "西山镇长", "township").await;
        assert_eq!(
            stranger.post(&path, wanted.clone()).await.refused(404),
            "edge.not_found"
        );
        let above = person(&world, "安办主任", "safety_office").await;
        assert_eq!(
            above.post(&path, wanted.clone()).await.refused(422),
            "trays.not_yours"
        );
        let child = clerk.post(&path, wanted.clone()).await.ok();
        assert_eq!(
            clerk.post(&path, wanted.clone()).await.refused(409),
            "trays.handed_before.conflict"
        );
        let led = owed(&world, "tr.led", "东河镇政府", "2022Q1").await;
        let below = json!({ "to": village, "due": "2022-03-20" });
        let led_path = format!("/obligations/{}/hand-out", id(&led));
        assert_eq!(
            clerk.post(&led_path, below).await.refused(422),
            "trays.led_by_holder"
        );
        let own = json!({ "to": world.person("东河安监").await, "due": "2022-03-20" });
        clerk.post(&led_path, own).await.ok();

        // A person does what was handed to him and hands it to nobody.
        let guard = person(&world, "东河安监", "township").await;
        let mine = in_inbox(&guard, |row| row["parent"] == led["id"]).await;
        let further = json!({ "to": world.person("东河文书").await, "due": "2022-03-10" });
        assert_eq!(
            guard
                .post(&format!("/obligations/{}/hand-out", id(&mine)), further)
                .await
                .refused(422),
            "trays.not_a_body"
        );

        let back = format!("/obligations/{}/withdraw", id(&child));
        assert_eq!(
            clerk
                .post(&back, json!({ "reason": " " }))
                .await
                .refused(422),
            "trays.reason_needed"
        );
        assert_eq!(
            clerk
                .post(
                    &format!("/obligations/{}/withdraw", id(&duty)),
                    json!({ "reason": "不用了" })
                )
                .await
                .refused(422),
            "trays.not_handed_out"
        );
        clerk
            .post(&back, json!({ "reason": "改由石桥村办理" }))
            .await
            .ok();
        assert_eq!(
            clerk
                .post(&back, json!({ "reason": "再收一次" }))
                .await
                .refused(409),
            "trays.ended.conflict"
        );
        let again = clerk.post(&path, wanted).await.ok();
        assert_ne!(
            again["id"], child["id"],
            "what is handed out anew is a new part"
        );
    })
    .await;
}

/// Withdrawing a part ends what waits for a decision because of it, and excusing the parent ends its parts.
#[tokio::test]
async fn tray_what_is_taken_back_waits_for_nobody() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let mayor = person(&world, "东河镇长", "township").await;
        let village = person(&world, "柳塘文书", "village").await;
        let body = world.org("柳塘村委会").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        let wanted = json!({ "to": body, "due": "2022-03-20" });
        let child = clerk
            .post(&format!("/obligations/{}/hand-out", id(&duty)), wanted)
            .await
            .ok();
        let (record, _) = file(
            &world,
            &village,
            body,
            "tr.report",
            report(),
            json!({ "obligation": child["id"] }),
        )
        .await;
        assert_eq!(mayor.get("/tray").await.ok()["counts"]["awaiting"], 1);
        clerk
            .post(
                &format!("/obligations/{}/withdraw", id(&child)),
                json!({ "reason": "重复" }),
            )
            .await
            .ok();
        assert_eq!(mayor.get("/tray").await.ok()["counts"]["awaiting"], 0);
        assert_eq!(
            mayor
                .post(&format!("/records/{record}/accept"), json!({}))
                .await
                .refused(409),
            "records.decided.conflict"
        );

        let other = json!({ "to": world.org("石桥村委会").await, "due": "2022-03-20" });
        let other = clerk
            .post(&format!("/obligations/{}/hand-out", id(&duty)), other)
            .await
            .ok();
        let above = person(&world, "安办主任", "safety_office").await;
        above
            .post(
                &format!("/obligations/{}/excuse", id(&duty)),
                json!({ "reason": "本月不报" }),
            )
            .await
            .ok();
        let ended = above
            .get(&format!("/obligations/{}", id(&other)))
            .await
            .ok();
        assert_eq!(
            ended["row"]["state"], "withdrawn",
            "nobody owes a part of what is no longer owed"
        );
    })
    .await;
}
