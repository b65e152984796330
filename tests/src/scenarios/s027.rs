//! S-27: a hazard handed over twice, to the enterprise and to the regulator of the place, and supervised on both sides.

mod hazard;

use crate::world::{Actor, Place, on_each};
use hazard::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Given a hazard assigned on 5 May at 09:00, when the enterprise receipts at 10:00 and the regulator does not receipt
/// within 24 hours, then only the regulator is reminded and escalated; when the enterprise reports rectified, then the
/// hazard stays open until the regulator verifies.
#[tokio::test]
async fn s027_two_receipts_two_clocks_and_neither_side_closes_for_the_other() {
    on_each(Place::Anji, |world| async move {
        let hazard = Hazard::handed_over(&world, "2022-05-05 09:00").await;
        let (enterprise, regulator) = (
            hazard.enterprise(&world).await,
            hazard.regulator(&world).await,
        );
        let seen = hazard.see(&enterprise).await;
        for side in ["rectifier", "regulator"] {
            let receipt = clock(&seen, side, &format!("{side}.receipt"));
            assert_eq!(
                receipt["due_at"],
                world.at("2022-05-06 09:00").0,
                "each side has its own receipt"
            );
            assert_eq!(receipt["state"], "open");
        }

        world.advance("2022-05-05 10:00").await;
        hazard
            .act(&enterprise, "rectifier.receipt", json!({}))
            .await
            .ok();
        world.advance("2022-05-06 08:59").await;
        let before = hazard.see(&regulator).await;
        assert_eq!(
            clock(&before, "regulator", "regulator.receipt")["state"],
            "due_soon"
        );
        assert_eq!(
            clock(&before, "rectifier", "rectifier.receipt")["state"],
            "met"
        );
        world.advance("2022-05-06 09:00").await;
        let after = hazard.see(&regulator).await;
        assert_eq!(
            clock(&after, "regulator", "regulator.receipt")["state"],
            "overdue"
        );

        world.advance("2022-05-07 09:00").await;
        let told = hazard.reminded(&world).await;
        let slots: BTreeSet<&str> = told.iter().map(|(slot, _)| slot.as_str()).collect();
        assert_eq!(
            slots,
            BTreeSet::from(["regulator"]),
            "only the side whose receipt is missing is reminded"
        );
        let people: BTreeSet<&str> = told.iter().map(|(_, name)| name.as_str()).collect();
        // The town's own head, his stand-in, the head of the county above, and the office that supervises.
        assert!(
            people.is_superset(&BTreeSet::from(["田一衡", "孔其然", "汪行林"])),
            "it climbed: {people:?}"
        );
        assert!(!people.contains("竹业安全员") && !people.contains("竹业负责人"));

        world.advance("2022-05-10 10:00").await;
        assert_eq!(
            hazard
                .act(&enterprise, "submit", json!({}))
                .await
                .refused(422),
            "matters.form_needed"
        );
        let report = hazard.rectified(&world, &enterprise).await;
        hazard
            .act(&enterprise, "submit", json!({ "record": report }))
            .await
            .ok();
        assert_eq!(
            hazard
                .act(&enterprise, "verify", json!({}))
                .await
                .refused(422),
            "matters.not_your_part"
        );
        let reported = hazard.see(&enterprise).await;
        assert_eq!(
            (&reported["closed_at"], &reported["state"]),
            (&Value::Null, &json!("待核查"))
        );
        assert_eq!(
            clock(&reported, "regulator", "verify")["due_at"],
            world.at("2022-05-18 00:00").0
        );
        assert_eq!(stock(&world).await, 1);

        // Time alone closes nothing.
        world.advance("2022-05-20 09:00").await;
        let waiting = hazard.see(&regulator).await;
        assert_eq!(waiting["closed_at"], Value::Null);
        assert_eq!(clock(&waiting, "regulator", "verify")["state"], "overdue");
        let proof = hazard.verified(&world, &regulator, Photo::Taken).await;
        hazard
            .act(&regulator, "verify", json!({ "record": proof }))
            .await
            .ok();

        let closed = hazard.see(&regulator).await;
        assert_eq!(closed["closed_at"], world.at("2022-05-20 09:00").0);
        assert_eq!(closed["state"], "已销号");
        for side in ["rectifier", "regulator"] {
            assert_eq!(party(&closed, side)["state_word"], "已销号");
        }
        assert_eq!(clock(&closed, "rectifier", "rectify")["state"], "met");
        assert_eq!(
            clock(&closed, "regulator", "verify")["state"],
            "met_late",
            "late stays late"
        );
        assert_eq!(
            clock(&closed, "regulator", "regulator.receipt")["state"],
            "met_late"
        );
        assert_eq!(stock(&world).await, 0);
    })
    .await;
}

/// The regulator verifies nothing that was not handed in, sends back what does not hold, and needs proof to close.
#[tokio::test]
async fn s027_the_regulator_waits_returns_and_proves() {
    on_each(Place::Anji, |world| async move {
        let hazard = Hazard::handed_over(&world, "2022-05-05 09:00").await;
        let (enterprise, regulator) = (
            hazard.enterprise(&world).await,
            hazard.regulator(&world).await,
        );
        hazard
            .act(&regulator, "regulator.receipt", json!({}))
            .await
            .ok();
        let early = hazard.verified(&world, &regulator, Photo::Taken).await;
        let refused = hazard
            .act(&regulator, "verify", json!({ "record": early }))
            .await;
        assert_eq!(refused.refused(422), "matters.not_submitted");
        assert_eq!(
            hazard
                .act(&regulator, "submit", json!({}))
                .await
                .refused(422),
            "matters.not_your_part"
        );
        assert_eq!(
            hazard
                .act(&regulator, "rectifier.receipt", json!({}))
                .await
                .refused(422),
            "matters.not_your_part"
        );

        world.advance("2022-05-06 08:00").await;
        hazard
            .act(&enterprise, "rectifier.receipt", json!({}))
            .await
            .ok();
        let first = hazard.rectified(&world, &enterprise).await;
        hazard
            .act(&enterprise, "submit", json!({ "record": first }))
            .await
            .ok();
        let failed = hazard.verified(&world, &regulator, Photo::None).await;
        hazard
            .act(
                &regulator,
                "return",
                json!({ "record": failed, "reason": "通道仍有堆物" }),
            )
            .await
            .ok();

        let returned = hazard.see(&enterprise).await;
        assert_eq!(party(&returned, "rectifier")["state_word"], "整改中");
        let rounds = clocks(&returned, "rectifier")
            .filter(|clock| clock["step"] == "rectify")
            .count();
        assert_eq!(
            rounds, 2,
            "the return has a clock of its own, the first round stays visible"
        );
        assert_eq!(
            clock(&returned, "regulator", "verify")["state"],
            "met",
            "sending back answers the verification"
        );

        let again = hazard
            .act(&enterprise, "submit", json!({ "record": first }))
            .await;
        assert_eq!(again.refused(422), "matters.record_used");
        let second = hazard.rectified(&world, &enterprise).await;
        hazard
            .act(&enterprise, "submit", json!({ "record": second }))
            .await
            .ok();
        let no = hazard.verified(&world, &regulator, Photo::None).await;
        let against = hazard
            .act(&regulator, "verify", json!({ "record": no }))
            .await;
        assert_eq!(
            against.refused(422),
            "matters.record_says_otherwise",
            "a verification that says no closes nothing"
        );
        let bare = hazard.verified(&world, &regulator, Photo::Forgotten).await;
        let unproven = hazard
            .act(&regulator, "verify", json!({ "record": bare }))
            .await;
        assert_eq!(unproven.refused(422), "matters.proof_needed");
        let theirs = hazard
            .act(&regulator, "verify", json!({ "record": second }))
            .await;
        assert_eq!(theirs.refused(422), "matters.other_form");
        let proof = hazard.verified(&world, &regulator, Photo::Taken).await;
        hazard
            .act(&regulator, "verify", json!({ "record": proof }))
            .await
            .ok();
        let closed = hazard.see(&enterprise).await;
        assert_eq!(closed["state"], "已销号");
        let told: Vec<&str> = closed["timeline"]
            .as_array()
            .expect("a timeline")
            .iter()
            .filter_map(|e| e["transition"].as_str())
            .collect();
        assert_eq!(
            told,
            [
                "opened",
                "regulator.receipt",
                "rectifier.receipt",
                "submit",
                "return",
                "submit",
                "verify"
            ]
        );
    })
    .await;
}

/// Whoever put a hazard right does not verify it, though he holds a post with the regulator as well.
#[tokio::test]
async fn s027_whoever_fixed_does_not_verify() {
    on_each(Place::Anji, |world| async move {
        let hazard = Hazard::handed_over(&world, "2022-05-05 09:00").await;
        // The town's safety officer helps out at the enterprise: he submits, and then wants to verify.
        world
            .import(
                "persons",
                "姓名,单位,岗位,岗位单位,任职起\n毛守川,孝丰镇政府,顾问,孝丰竹业公司,2022-01-01\n",
            )
            .await;
        let (enterprise, both) = (
            hazard.enterprise(&world).await,
            hazard.regulator(&world).await,
        );
        hazard
            .act(&enterprise, "rectifier.receipt", json!({}))
            .await
            .ok();
        let report = hazard.rectified(&world, &enterprise).await;
        hazard
            .act(&both, "submit", json!({ "record": report }))
            .await
            .ok();
        let proof = hazard.verified(&world, &both, Photo::Taken).await;
        let own = hazard
            .act(&both, "verify", json!({ "record": proof }))
            .await;
        assert_eq!(own.refused(422), "matters.own_work");
        let head = Actor::named(&world, "郝为言").await;
        let borrowed = hazard
            .act(&head, "verify", json!({ "record": proof }))
            .await;
        assert_eq!(
            borrowed.refused(422),
            "matters.names_fixer",
            "another one's signature under it does not help"
        );
        let offered = hazard.see(&both).await;
        let verify = offered["transitions"]
            .as_array()
            .expect("offers")
            .iter()
            .find(|it| it["id"] == "verify")
            .cloned();
        assert_eq!(
            verify.expect("a line says why")["reasons"][0]["code"],
            "matters.own_work"
        );
        let proof = hazard.verified(&world, &head, Photo::Taken).await;
        hazard
            .act(&head, "verify", json!({ "record": proof }))
            .await
            .ok();
    })
    .await;
}

/// Both sides see the hazard, its town and county do, nobody else; numbers run on without a gap.
#[tokio::test]
async fn s027_a_hazard_is_seen_by_its_sides_and_numbered_in_its_series() {
    on_each(Place::Anji, |world| async move {
        let hazard = Hazard::handed_over(&world, "2022-05-05 20:00").await;
        let seen = hazard.see(&hazard.enterprise(&world).await).await;
        let receipt = clock(&seen, "regulator", "regulator.receipt");
        assert_eq!(
            receipt["due_at"],
            world.at("2022-05-07 08:30").0,
            "in the evening the clock waits for the office"
        );
        assert_eq!(seen["number"], "隐患〔2022〕1号");

        let elsewhere = Actor::of_town(&world, "杭垓镇").await;
        elsewhere
            .get(&format!("/matters/{}", hazard.id))
            .await
            .refused(404);
        assert_eq!(
            hazard
                .act(&elsewhere, "verify", json!({}))
                .await
                .refused(404),
            "edge.not_found"
        );
        assert_eq!(elsewhere.get("/matters").await.ok()["count"], 0);
        let town = hazard.regulator(&world).await;
        let listed = town.get("/matters?state=open").await.ok();
        assert_eq!(
            (&listed["count"], &listed["items"][0]["id"]),
            (&json!(1), &json!(hazard.id))
        );

        let office = Actor::named(&world, "汪行林").await;
        let bad = office
            .post("/matters", hazard.wanted(&json!({ "source": "听说" })))
            .await;
        assert_eq!(bad.refused(422), "matters.unknown_source");
        let same = json!({ "parties": { "regulator": world.org("孝丰竹业公司").await } });
        assert_eq!(
            office
                .post("/matters", hazard.wanted(&same))
                .await
                .refused(422),
            "matters.same_party"
        );
        let major = json!({ "lifecycle": "hazard.double-major", "grade": "major" });
        let second = office.post("/matters", hazard.wanted(&major)).await.ok();
        assert_eq!(second["number"], "隐患〔2022〕2号");
        let seen = office
            .get(&format!(
                "/matters/{}",
                second["id"].as_str().expect("an id")
            ))
            .await
            .ok();
        let receipt = clock(&seen, "regulator", "regulator.receipt");
        assert_eq!(
            receipt["due_at"],
            world.at("2022-05-06 20:00").0,
            "a major one does not wait"
        );
        listed_by(&office, "grade=major", &["隐患〔2022〕2号"]).await;
        listed_by(&office, "q=〔2022〕1号", &["隐患〔2022〕1号"]).await;
        listed_by(&office, "q=100%25", &[]).await;
        listed_by(&office, "source=自查", &[]).await;
        listed_by(&office, "state=closed", &[]).await;
        listed_by(&office, "state=late", &[]).await;
        let enterprise = world.org(ENTERPRISE).await;
        let both = ["隐患〔2022〕1号", "隐患〔2022〕2号"];
        listed_by(
            &office,
            &format!("state=all&party={enterprise}&site={}", hazard.site),
            &both,
        )
        .await;
        // The major one is past due twelve hours before the general one.
        world.advance("2022-05-06 21:00").await;
        listed_by(&office, "state=late", &["隐患〔2022〕2号"]).await;
    })
    .await;
}

/// Of two who act for one side at the same moment one is taken and the other told; nothing happens twice.
#[tokio::test]
async fn s027_of_two_who_act_at_once_one_is_taken() {
    on_each(Place::Anji, |world| async move {
        let hazard = Hazard::handed_over(&world, "2022-05-05 09:00").await;
        let (officer, head) = (
            hazard.regulator(&world).await,
            Actor::named(&world, "郝为言").await,
        );
        let (one, two) = tokio::join!(
            hazard.act(&officer, "regulator.receipt", json!({})),
            hazard.act(&head, "regulator.receipt", json!({})),
        );
        let mut answers = [one.status.as_u16(), two.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers[0], 200);
        assert!(
            [409, 412].contains(&answers[1]),
            "the second is told: {answers:?}"
        );
        let seen = hazard.see(&officer).await;
        assert_eq!(seen["timeline"].as_array().expect("a timeline").len(), 2);
        assert_eq!(seen["revision"], 2);
    })
    .await;
}
