//! What the engine promises besides trays: times that are kept, sets that follow the register, references, histories.

use super::tray::{file, id, owed, person};
use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

async fn row(world: &World, duty: &Value) -> Value {
    let office = person(world, "安办主任", "safety_office").await;
    office.get(&format!("/obligations/{}", id(duty))).await.ok()
}

/// A correction keeps the first time, unless it changes something on which the requirement looks.
#[tokio::test]
async fn tray_a_correction_keeps_the_first_received_time_unless_it_changes_what_counts() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-31 16:00").await;
        let village = person(&world, "柳塘文书", "village").await;
        let body = world.org("柳塘村委会").await;
        let patrol = owed(&world, "tr.patrol", "柳塘村委会", "2022-03-31").await;
        let about = json!({ "obligation": patrol["id"] });
        let (first, _) = file(
            &world,
            &village,
            body,
            "tr.plan",
            json!({ "text": "巡查无异常" }),
            about,
        )
        .await;
        let town = person(&world, "东河文书", "township").await;
        let office = world.org("东河镇政府").await;
        let led = owed(&world, "tr.led", "东河镇政府", "2022Q1").await;
        let about = json!({ "obligation": led["id"] });
        let values = json!({ "leader": world.person("东河镇长").await });
        let (check, _) = file(&world, &town, office, "tr.check", values, about).await;

        world.advance("2022-04-02 09:00").await;
        let again = json!({ "obligation": patrol["id"], "supersedes": first });
        file(
            &world,
            &village,
            body,
            "tr.plan",
            json!({ "text": "巡查无异常，补写路线" }),
            again,
        )
        .await;
        let kept = row(&world, &patrol).await;
        assert_eq!(
            (&kept["row"]["state"], &kept["row"]["met_at"]),
            (&json!("met"), &json!(world.at("2022-03-31 16:00").0))
        );
        let again = json!({ "obligation": led["id"], "supersedes": check });
        let values = json!({ "leader": world.person("东河安监").await });
        file(&world, &town, office, "tr.check", values, again).await;
        let lost = row(&world, &led).await;
        assert_eq!(
            (&lost["row"]["state"], &lost["row"]["met_at"]),
            (&json!("met_late"), &json!(world.at("2022-04-02 09:00").0))
        );
    })
    .await;
}

/// A set that follows the register is what the register says on each day until due: what comes in is owed, what leaves
/// is owed no longer.
#[tokio::test]
async fn tray_a_live_set_follows_the_register_until_due() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-02-10 09:00").await;
        let cover = owed(&world, "tr.cover", "东河镇政府", "2022Q1").await;
        let labels = async |cover: &Value| {
            let shown = row(&world, cover).await;
            let members = shown["members"].as_array().expect("members").clone();
            let mut labels: Vec<String> = members
                .iter()
                .map(|one| one["label"].as_str().expect("a label").to_owned())
                .collect();
            labels.sort();
            labels
        };
        assert_eq!(labels(&cover).await, ["东河商场", "东河旅馆"]);
        let town = person(&world, "东河文书", "township").await;
        let body = world.org("东河镇政府").await;
        let visit = async |site: &str| {
            let values = json!({ "site": world.site(site).await });
            file(&world, &town, body, "tr.visit", values, json!({})).await
        };
        visit("东河商场").await;
        visit("东河书店").await;
        tag(&world, "东河书店", "2022-02-11").await;
        tag(&world, "东河茶馆", "2022-02-11").await;
        world.advance("2022-02-11 09:00").await;
        assert_eq!(
            labels(&cover).await,
            ["东河书店", "东河商场", "东河旅馆", "东河茶馆"]
        );
        let shown = row(&world, &cover).await;
        assert_eq!(
            shown["row"]["progress"]["done"], 2,
            "a visit from before it bore the tag counts: {}",
            shown["row"]
        );
        untag(&world, "东河茶馆", "2022-02-15").await;
        visit("东河旅馆").await;
        assert_eq!(
            row(&world, &cover).await["row"]["state"],
            "open",
            "one is still owed"
        );
        world.advance("2022-02-15 09:00").await;
        assert_eq!(
            row(&world, &cover).await["row"]["state"],
            "met",
            "what left the register is owed no longer"
        );
    })
    .await;
}

async fn tag(world: &World, name: &str, from: &str) {
    let known = ["东河商场", "东河旅馆", "东河书店"].contains(&name);
    if !known {
        let row = format!("名称,类型,所属单位,区域代码\n{name},premises,,330523105201\n");
        world.import("sites", &row).await;
    }
    let (site, from) = (
        world.site(name).await,
        kernel::time::Day::parse(from).expect("a day"),
    );
    world
        .arrange(move |tx| {
            tx.execute(
                "insert into site_tag (site, tag, from_day) values (:site, '重点场所', :from)",
                &store::params! { "site" => site, "from" => from },
            )?;
            tx.note(site, "tagged", json!({}))
        })
        .await;
}

async fn untag(world: &World, name: &str, on: &str) {
    let (site, on) = (
        world.site(name).await,
        kernel::time::Day::parse(on).expect("a day"),
    );
    world
        .arrange(move |tx| {
            tx.execute(
                "update site_tag set until_day = :until where site = :site",
                &store::params! { "site" => site, "until" => on },
            )?;
            tx.note(site, "untagged", json!({}))
        })
        .await;
}

/// Made where there is no net, a record counts by its stated time: not before the device's last contact, not longer ago
/// than the plan allows. Both times show.
#[tokio::test]
async fn tray_a_record_made_off_line_counts_by_its_time_as_far_as_the_plan_believes_it() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-07 08:00").await;
        let cases = [
            (
                "柳塘村委会",
                "柳塘文书",
                "2022-03-06 20:30",
                Some("2022-03-06 20:00"),
                "met",
            ),
            (
                "石桥村委会",
                "石桥书记",
                "2022-03-06 19:30",
                Some("2022-03-06 19:00"),
                "met_late",
            ),
            (
                "松坑村委会",
                "松坑书记",
                "2022-03-06 21:00",
                Some("2022-03-06 21:30"),
                "met_late",
            ),
        ];
        for (body, clerk, stated, contact, state) in cases {
            let clerk = person(&world, clerk, "village").await;
            let duty = owed(&world, "tr.patrol", body, "2022-03-06").await;
            let about = json!({
                "obligation": duty["id"], "stated_at": world.at(stated).0,
                "last_contact": contact.map(|at| world.at(at).0)
            });
            let org = world.org(body).await;
            let (record, _) = file(
                &world,
                &clerk,
                org,
                "tr.plan",
                json!({ "text": "巡查" }),
                about,
            )
            .await;
            let shown = row(&world, &duty).await;
            assert_eq!(shown["row"]["state"], state, "{body}");
            let shown = clerk.get(&format!("/records/{record}")).await.ok();
            assert_eq!(
                (&shown["stated_at"], &shown["received_at"]),
                (&json!(world.at(stated).0), &json!(world.now().0))
            );
        }
        // Contact that the server knows of stands against a device that says otherwise.
        let clerk = person(&world, "柳塘文书", "village").await;
        let body = world.org("柳塘村委会").await;
        file(
            &world,
            &clerk,
            body,
            "tr.plan",
            json!({ "text": "有网" }),
            json!({}),
        )
        .await;
        world.advance("2022-03-08 06:00").await;
        let duty = owed(&world, "tr.patrol", "石桥村委会", "2022-03-07").await;
        assert_eq!(duty["state"], "lapsed");
        let yesterday = owed(&world, "tr.patrol", "柳塘村委会", "2022-03-06").await;
        assert_eq!(yesterday["state"], "met", "what was in time stays so");
    })
    .await;
}

#[tokio::test]
async fn tray_what_a_filling_names_must_exist_and_be_seen() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let village = person(&world, "松坑书记", "village").await;
        let body = world.org("松坑村委会").await;
        let refused = async |form: &str, values: Value, subjects: Vec<Id>| {
            let filling = json!({ "form": form, "form_version": 1, "body": body, "values": values, "subjects": subjects });
            let answer = village.put(&format!("/records/{}", world.fresh_id()), filling).await;
            let errors = answer.body["errors"].clone();
            assert_eq!(answer.refused(422), "records.faults");
            (errors[0]["field"].as_str().expect("a field").to_owned(), errors[0]["code"].as_str().expect("a code").to_owned())
        };
        let hidden = world.site("东河商场").await;
        let unknown = ("site".to_owned(), "records.unknown_reference".to_owned());
        assert_eq!(refused("tr.visit", json!({ "site": hidden }), vec![]).await, unknown);
        assert_eq!(refused("tr.visit", json!({ "site": world.fresh_id() }), vec![]).await, unknown);
        assert_eq!(refused("tr.visit", json!({ "site": world.person("松坑书记").await }), vec![]).await, unknown);
        let people = json!({ "people": [world.person("松坑书记").await, world.org("松坑村委会").await] });
        assert_eq!(refused("tr.talk", people, vec![]).await.0, "people");
        let other = json!({ "people": [world.person("柳塘书记").await] });
        assert_eq!(refused("tr.talk", other, vec![]).await.0, "people", "people of another township's village are not his to name");
        let text = json!({ "text": "记录" });
        assert_eq!(refused("tr.plan", text.clone(), vec![hidden]).await.1, "records.unknown_subject");
        assert_eq!(refused("tr.plan", text, vec![world.fresh_id()]).await.1, "records.unknown_subject");

        let site = world.site("西山商场").await;
        file(&world, &village, body, "tr.visit", json!({ "site": site }), json!({})).await;
        let above = json!({ "people": [world.person("松坑书记").await, world.person("西山镇长").await, world.person("县长甲").await] });
        file(&world, &village, body, "tr.talk", above, json!({})).await;
    })
    .await;
}

/// A roster may be that of a team which is no body.
#[tokio::test]
async fn tray_a_group_that_is_no_body_is_a_roster_too() {
    on_each(Place::Trays, |world| async move {
        let members = [
            world.person("应急科员").await,
            world.person("东河安监").await,
        ];
        world
            .arrange(move |tx| {
                let (group, from) = (
                    tx.new_id(),
                    kernel::time::Day::new(2021, 1, 1).expect("a day"),
                );
                registry::party::store::insert_group(tx, group, "汛期专班")?;
                for member in members {
                    registry::party::store::add_member(tx, group, member, "成员", from)?;
                }
                tx.note(group, "added", json!({}))
            })
            .await;
        world.activate("trays").await;
        world.advance("2022-01-10 09:00").await;
        let duty = owed(&world, "tr.team", "县应急管理局", "2022-01").await;
        let shown = row(&world, &duty).await;
        let mut names: Vec<&str> = shown["members"]
            .as_array()
            .expect("members")
            .iter()
            .map(|one| one["label"].as_str().expect("a label"))
            .collect();
        names.sort_unstable();
        assert_eq!(names, ["东河安监", "应急科员"]);
        let chief = person(&world, "应急局长", "safety_office").await;
        let people = json!({ "people": members });
        file(
            &world,
            &chief,
            world.org("县应急管理局").await,
            "tr.talk",
            people,
            json!({ "obligation": duty["id"] }),
        )
        .await;
        assert_eq!(row(&world, &duty).await["row"]["state"], "met");
    })
    .await;
}

/// Many obligations open in one act; the history of each begins with it and goes on with what became of it.
#[tokio::test]
async fn tray_the_history_of_an_obligation_opened_among_many_begins_with_its_opening() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-07 08:00").await;
        let duty = owed(&world, "tr.patrol", "柳塘村委会", "2022-03-07").await;
        let office = person(&world, "安办主任", "safety_office").await;
        let verbs = async |duty: &Value| {
            let history = office.get(&format!("/history/{}", id(duty))).await.ok();
            let items = history["items"].as_array().expect("entries").clone();
            items
                .iter()
                .map(|one| one["verb"].as_str().expect("a verb").to_owned())
                .collect::<Vec<String>>()
        };
        assert_eq!(verbs(&duty).await, ["opened"]);
        let clerk: Actor = person(&world, "柳塘文书", "village").await;
        clerk
            .post(&format!("/obligations/{}/sign", id(&duty)), json!({}))
            .await
            .ok();
        world.advance("2022-03-07 10:00").await;
        let body = world.org("柳塘村委会").await;
        file(
            &world,
            &clerk,
            body,
            "tr.plan",
            json!({ "text": "巡查" }),
            json!({ "obligation": duty["id"] }),
        )
        .await;
        assert_eq!(verbs(&duty).await, ["met", "signed", "opened"]);
        let first = office
            .get(&format!("/history/{}?limit=2", id(&duty)))
            .await
            .ok();
        let next = first["next"].as_str().expect("more");
        let rest = office
            .get(&format!("/history/{}?limit=2&after={next}", id(&duty)))
            .await
            .ok();
        assert_eq!(rest["items"][0]["verb"], "opened");
        assert_eq!(rest["items"][0]["body"]["what"]["definition"], "tr.patrol");
        let said = rest["items"][0]["body"]
            .as_object()
            .expect("a body")
            .keys()
            .cloned();
        assert_eq!(
            said.collect::<Vec<_>>(),
            ["what"],
            "and says nothing of the others"
        );
    })
    .await;
}
