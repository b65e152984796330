//! S-12: key points of a plan broken down to those who bring them about.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

/// Given 24 items where item 15 is split in five and items 16 and 18 have no lead, when the plan is broken down, then 28
/// sets of responsibility exist, in three shapes.
#[tokio::test]
async fn s012_a_plan_of_24_items_becomes_28_sets_of_responsibility() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        activate(&world, "anji-2022").await;
        activate(&world, "anji-2022").await;

        let sets = office
            .get("/tasks?pack=anji-2022&clause=AJ-00.4&limit=100")
            .await
            .ok();
        assert_eq!(sets["count"], 28, "activating twice opens nothing twice");
        let sets = sets["items"].as_array().expect("tasks").clone();
        let of = |item: &str| {
            sets.iter()
                .find(|row| row["item"] == item)
                .expect("a set")
                .clone()
        };
        let shapes = |shape: &str| sets.iter().filter(|row| row["shape"] == shape).count();
        assert_eq!((shapes("joint"), shapes("leads")), (4, 2));
        assert_eq!(of("01")["leads"].as_array().map(Vec::len), Some(3));
        assert_eq!(of("15d")["leads"][0]["name"], "国网安吉供电公司");
        assert_eq!(of("16")["leads"], json!([]));
        assert_eq!(
            (&of("16")["done"], &of("16")["total"]),
            (&json!(0), &json!(24))
        );
        let split = sets.iter().filter(|row| {
            row["item"]
                .as_str()
                .is_some_and(|item| item.starts_with("15"))
        });
        assert_eq!(split.count(), 5);
    })
    .await;
}

/// Item 16 can be completed only when all sharing units sign.
#[tokio::test]
async fn s012_a_shared_task_is_done_only_when_every_unit_has_signed() {
    on_each(Place::Anji, |world| async move {
        activate(&world, "anji-2022").await;
        world.advance("2022-06-01 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let task = set_of(&office, "16").await;
        let members = parties(&office, task, "joint").await;
        assert_eq!(members.len(), 24);
        for (signed, member) in members.iter().enumerate() {
            let before = office.get(&format!("/tasks/{task}")).await.ok();
            assert_eq!(
                (&before["state"], &before["done"]),
                (&json!("open"), &json!(signed))
            );
            sign_off(&world, *member, task).await;
        }
        let after = office.get(&format!("/tasks/{task}")).await.ok();
        assert_eq!(
            (&after["state"], &after["done"]),
            (&json!("met"), &json!(24))
        );
    })
    .await;
}

/// Item 10 can be completed only when its lead signs; those who cooperate decide nothing, and nobody signs for another.
#[tokio::test]
async fn s012_only_the_lead_completes_a_led_task() {
    on_each(Place::Anji, |world| async move {
        activate(&world, "anji-2022").await;
        world.advance("2022-06-01 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let task = set_of(&office, "10").await;
        let cooperating = parties(&office, task, "cooperating").await;
        assert_eq!(cooperating.len(), 3);
        for body in &cooperating {
            sign_off(&world, *body, task).await;
        }
        let before = office.get(&format!("/tasks/{task}")).await.ok();
        assert_eq!(before["state"], "open");
        let own = before["parties"].as_array().expect("parties").iter();
        let own = own.filter(|party| {
            party["role"] == "cooperating" && party["obligation"]["state"] == "met"
        });
        assert_eq!(own.count(), 3, "each party has its own state");

        let lead = parties(&office, task, "lead").await;
        assert_eq!(lead, [world.org("县建设专业安委办").await]);
        let other = someone_of(&world, cooperating[0]).await;
        let refused = other
            .put(
                &format!("/records/{}", world.fresh_id()),
                signed(lead[0], task),
            )
            .await;
        assert_eq!(refused.refused(422), "records.not_yours");
        sign_off(&world, lead[0], task).await;
        let after = office.get(&format!("/tasks/{task}")).await.ok();
        assert_eq!(after["state"], "met");
        assert_eq!(
            after["timeline"].as_array().map(Vec::len),
            Some(5),
            "opened, then four sign-offs"
        );
    })
    .await;
}

/// Given 20 items with lead leaders, when L7 opens "my items", then 3.1, 3.2, 4.1 and 5.6 are listed; the leaders owe
/// nothing for them, and the table again changes nothing.
#[tokio::test]
async fn s012_a_leader_sees_the_items_he_looks_after_from_an_imported_table() {
    on_each(Place::Wujin, |world| async move {
        let table = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/wujin-tasks.csv"))
            .expect("a table");
        let first = import(&world, &table).await;
        assert_eq!((first.added, first.errors.len()), (20, 0));
        let again = import(&world, &table).await;
        assert_eq!((again.added, again.changed, again.same), (0, 0, 20));

        let leader = Actor::named(&world, "L7").await;
        let items = leader.get("/my-items").await.ok();
        let numbers: Vec<&str> = items["items"]
            .as_array()
            .expect("items")
            .iter()
            .filter_map(|row| row["item"].as_str())
            .collect();
        assert_eq!(numbers, ["3.1", "3.2", "4.1", "5.6"]);
        let task = id(&items["items"][0]["id"]);
        let view = leader.get(&format!("/tasks/{task}")).await.ok();
        let patron = view["parties"]
            .as_array()
            .expect("parties")
            .iter()
            .find(|party| party["role"] == "patron");
        assert_eq!(patron.expect("a patron")["obligation"], Value::Null);

        let moved = String::from_utf8(table)
            .expect("text")
            .replace("L7,2023-12-31", "L6,2023-11-30");
        let changed = import(&world, moved.as_bytes()).await;
        assert_eq!((changed.added, changed.changed, changed.same), (0, 3, 17));
        let left = leader.get("/my-items?mine=person").await.ok();
        assert_eq!(
            left["count"], 1,
            "L7 keeps the item that he shares with others"
        );
        assert_eq!(
            leader.get("/tasks?pack=wujin-2023&limit=100").await.ok()["count"],
            20
        );
    })
    .await;
}

/// The plan itself breaks down the same way: each of its 20 items is looked after by the leaders it names, who owe nothing.
#[tokio::test]
async fn s012_a_leader_sees_the_items_that_the_plan_itself_gives_him() {
    on_each(Place::Wujin, |world| async move {
        activate(&world, "wujin-2023").await;
        let leader = Actor::named(&world, "L7").await;
        let sets = leader
            .get("/tasks?pack=wujin-2023&clause=WJ-0.0.3&limit=100")
            .await
            .ok();
        assert_eq!(sets["count"], 20);
        let items = leader.get("/my-items?mine=person").await.ok();
        let numbers: Vec<&str> = items["items"]
            .as_array()
            .expect("items")
            .iter()
            .filter_map(|row| row["item"].as_str())
            .collect();
        assert_eq!(numbers, ["3.1", "3.2", "4.1", "5.6"]);
        let other = Actor::named(&world, "L5").await;
        let items = other.get("/my-items?mine=person").await.ok();
        assert_eq!(items["count"], 6);
    })
    .await;
}

/// A table with faults names row, column and reason of each, and nothing of it is kept.
#[tokio::test]
async fn s012_a_table_with_faults_opens_nothing_and_names_each() {
    on_each(Place::Wujin, |world| async move {
        let table = "序号,工作内容,牵头部门,牵头领导,完成时间,条款\n\
            1,完善体系,区应急管理局,L1,2023年6月底前,WJ-4.1.1\n\
            1,编号重复,区应急管理局,,2023-06-30,WJ-4.1.1\n\
            2,无此单位,区海洋局,,2023-06-30,WJ-4.1.1\n\
            3,无此领导,区应急管理局,L9,某日,WJ-4.1.1\n\
            4,无此条款,区应急管理局,,2023-06-30,WJ-9.9.9\n\
            5,无人负责,,,2023-06-30,WJ-4.1.1\n";
        let report = import(&world, table.as_bytes()).await;
        let told: Vec<(usize, &str, &str)> = report
            .errors
            .iter()
            .map(|error| (error.row, error.column.as_str(), error.code.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (3, "编号", "tasks.doubled"),
                (4, "牵头单位", "tasks.unknown_body"),
                (5, "完成时限", "tasks.bad_due"),
                (5, "牵头领导", "tasks.unknown_leader"),
                (6, "条款", "tasks.unknown_clause"),
                (6, "条款", "tasks.no_plan"),
                (7, "牵头单位", "tasks.nobody_named"),
            ]
        );
        let office = Actor::named(&world, "L7").await;
        assert_eq!(office.get("/tasks?pack=wujin-2023").await.ok()["count"], 0);

        let good = table.lines().take(2).collect::<Vec<&str>>().join("\n");
        assert_eq!(import(&world, good.as_bytes()).await.added, 1);
        let rows = office.get("/tasks?pack=wujin-2023").await.ok();
        let due = kernel::time::Moment(rows["items"][0]["due_at"].as_i64().expect("a due time"));
        assert_eq!(
            due,
            world.at("2023-07-01 00:00"),
            "the end of June is due at its last midnight"
        );
    })
    .await;
}

/// What was exported is taken back as it stands: the table of tasks travels both ways.
#[tokio::test]
async fn s012_an_exported_table_is_taken_back_unchanged() {
    on_each(Place::Anji, |world| async move {
        activate(&world, "anji-2022").await;
        let table = "编号,任务,要点,条款,牵头单位,共同责任单位,配合单位,牵头领导,完成时限,上级任务\n\
            甲1,河道巡查,15b,AJ-00.3,县水利局、县发改局,,县公安局,,2022-09-30,programme.three-year\n\
            甲2,联合执法,16,AJ-00.3,,县公安局、县住建局,,分管副县长（城乡建设）,2022-10-31,甲1\n";
        assert_eq!(import(&world, table.as_bytes()).await.added, 2);
        let office = Actor::named(&world, "汪行林").await;
        let bytes = office.download("/tasks.xlsx?pack=anji-2022").await;
        let sheet = documents::read(&bytes).expect("a workbook");
        assert_eq!(sheet.column(&["任务名称"]), Some(2));
        let report = import(&world, &bytes).await;
        assert_eq!(report.errors.iter().map(|error| &error.code).next(), None);
        assert_eq!((report.added, report.changed, report.same), (0, 0, sheet.rows.len()));

        let leader = Actor::in_post(&world, "县政府", "分管副县长（城乡建设）").await;
        let items = leader.get("/my-items?mine=person").await.ok();
        assert_eq!((&items["count"], &items["items"][0]["number"]), (&json!(1), &json!("甲2")));
    })
    .await;
}

/// Work is handed out by those who may, and no further than they see; a number is taken once.
#[tokio::test]
async fn s012_a_task_by_hand_keeps_to_right_scope_and_number() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let (water, town) = (world.org("县水利局").await, world.org("孝丰镇政府").await);
        let task = |number: &str, leads: Value| {
            json!({
                "pack": "anji-2022", "number": number, "title": "汛前检查", "item": "15b",
                "clauses": ["AJ-00.3"], "leads": leads, "due": "2022-04-30"
            })
        };
        let made = office.post("/tasks", task("补1", json!([water, town]))).await.ok();
        let view = office.get(&format!("/tasks/{}", made["id"].as_str().expect("an id"))).await.ok();
        assert_eq!((&view["shape"], &view["total"]), (&json!("leads"), &json!(2)));
        assert_eq!(office.post("/tasks", task("补1", json!([water]))).await.refused(409), "tasks.number_taken.conflict");
        assert_eq!(office.post("/tasks", task("补2", json!([]))).await.refused(422), "tasks.nobody_named");
        let bureau = department(&world, "县水利局").await;
        assert_eq!(bureau.post("/tasks", task("补3", json!([water]))).await.refused(403), "edge.forbidden");
        let township = person_of(&world, town).await;
        let local = Actor::with_role(&world, township, "safety_office").await;
        assert_eq!(local.post("/tasks", task("补4", json!([water]))).await.refused(422), "tasks.out_of_scope");
        local.post("/tasks", task("补5", json!([town]))).await.ok();
        let document = json!({ "title": "通知", "pack": "anji-2022", "addressees": [water], "due": "2022-02-01" });
        assert_eq!(local.post("/documents", document).await.refused(422), "tasks.out_of_scope");
    })
    .await;
}

/// A milestone is the lead's alone, with a due day of its own; reporting it does not sign the task off.
#[tokio::test]
async fn s012_a_milestone_has_its_own_clock_and_does_not_finish_the_task() {
    on_each(Place::Anji, |world| async move {
        activate(&world, "anji-2022").await;
        world.advance("2022-06-01 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let task = set_of(&office, "09").await;
        let before = office.get(&format!("/tasks/{task}")).await.ok();
        let milestone = &before["milestones"][0];
        assert_eq!(
            (&milestone["title"], &milestone["state"]),
            (&json!("较高风险化工园区清零"), &json!("open"))
        );
        let lead = world.org("县工矿企业专业安委办").await;
        sign_off(&world, lead, id(&milestone["id"])).await;
        let after = office.get(&format!("/tasks/{task}")).await.ok();
        assert_eq!(
            (&after["milestones"][0]["state"], &after["state"]),
            (&json!("met"), &json!("open"))
        );

        let late = set_of(&office, "04").await;
        let view = office.get(&format!("/tasks/{late}")).await.ok();
        let states: Vec<&Value> = view["milestones"]
            .as_array()
            .expect("milestones")
            .iter()
            .map(|one| &one["state"])
            .collect();
        assert_eq!(
            states,
            [&json!("overdue"), &json!("overdue")],
            "the end of March has passed"
        );
        assert_eq!(
            view["state"], "open",
            "an overdue milestone does not make the task overdue"
        );
    })
    .await;
}

/// A notice goes to every addressee; each signs for himself, and who has not is named.
#[tokio::test]
async fn s012_a_document_is_signed_for_by_each_addressee() {
    on_each(Place::Anji, |world| async move {
        world.advance("2022-03-01 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let (police, fire) = (
            world.org("县公安局").await,
            world.org("县消防救援大队").await,
        );
        let body = json!({
            "title": "关于印发工作要点的通知", "pack": "anji-2022", "addressees": [police, fire],
            "clauses": ["AJ-00.4"], "due": "2022-03-03"
        });
        let issued = office.post("/documents", body).await.ok();
        assert_eq!(
            (&issued["row"]["signed"], &issued["row"]["total"]),
            (&json!(0), &json!(2))
        );
        let document = id(&issued["row"]["id"]);
        let receipts = issued["receipts"].as_array().expect("receipts");
        let of = |party: Id| {
            receipts
                .iter()
                .find(|one| id(&one["addressee"]["id"]) == party)
                .expect("a receipt")
        };
        let officer = someone_of(&world, police).await;
        let others = id(&of(fire)["obligation"]);
        let refused = officer
            .post(&format!("/obligations/{others}/sign"), Value::Null)
            .await;
        assert!(refused.status.is_client_error(), "nobody signs for another");
        officer
            .post(
                &format!("/obligations/{}/sign", id(&of(police)["obligation"])),
                Value::Null,
            )
            .await
            .ok();

        world.advance("2022-03-04 00:00").await;
        let seen = officer.get(&format!("/documents/{document}")).await.ok();
        assert_eq!(
            (&seen["row"]["signed"], &seen["row"]["total"]),
            (&json!(1), &json!(2))
        );
        assert_eq!(seen["receipts"][0]["addressee"]["name"], "县消防救援大队");
        assert_eq!(seen["receipts"][0]["state"], "overdue");
        assert_eq!(seen["receipts"][1]["state"], "met");
        let stranger = department(&world, "县教育局").await;
        assert_eq!(
            stranger
                .get(&format!("/documents/{document}"))
                .await
                .refused(404),
            "edge.not_found"
        );
    })
    .await;
}

/// Opens the tasks of a plan.
pub async fn activate(world: &World, pack: &str) {
    let (env, pack) = (world.app.env.clone(), pack.to_owned());
    world
        .arrange(move |tx| {
            work::tasks::activate(tx, &env, &pack)?;
            tx.note(Id::natural("pack", &pack), "arranged", json!({}))
        })
        .await;
}

/// Imports a table of tasks as the route does, and gives its report.
pub async fn import(world: &World, table: &[u8]) -> mechanism::import::ImportReport {
    let (app, table) = (world.app.clone(), table.to_vec());
    let take = move || {
        let importer = app
            .importers
            .iter()
            .copied()
            .find(|importer| importer.kind == "tasks")
            .expect("an importer");
        let act = store::Act::system("imports.run");
        server::imports::take(&app, act, importer, &table, server::imports::Run::Keep)
    };
    tokio::task::spawn_blocking(take)
        .await
        .expect("the import ends")
        .expect("a report")
}

/// Somebody who acts for a body.
pub async fn someone_of(world: &World, org: Id) -> Actor {
    Actor::of_person(world, person_of(world, org).await).await
}

/// Somebody of a department, who sees its own sectors and what it was handed.
pub async fn department(world: &World, name: &str) -> Actor {
    let org = world.org(name).await;
    Actor::with_role(world, person_of(world, org).await, "department").await
}

async fn person_of(world: &World, org: Id) -> Id {
    let day = world.today();
    let person = world
        .read(move |sql| {
            for post in registry::person::store::posts_of_org(sql, org, day)? {
                if let Some(holder) = registry::person::store::holders(sql, post.id, day)?.first() {
                    return Ok(Some(holder.person));
                }
            }
            Ok(registry::org::store::people(sql, org, day)?
                .first()
                .map(|member| member.id))
        })
        .await;
    person.expect("somebody of that body")
}

/// A body declares its part of a task done.
pub async fn sign_off(world: &World, body: Id, task: Id) -> Value {
    let actor = someone_of(world, body).await;
    let filed = actor
        .put(
            &format!("/records/{}", world.fresh_id()),
            signed(body, task),
        )
        .await
        .ok();
    assert_eq!(filed["new"], true);
    filed
}

fn signed(body: Id, task: Id) -> Value {
    json!({
        "form": "task-signoff", "form_version": 1, "body": body, "subjects": [task],
        "values": { "date": "2022-06-01", "result": "已完成" }
    })
}

async fn set_of(office: &Actor, item: &str) -> Id {
    let sets = office
        .get(&format!("/tasks?pack=anji-2022&clause=AJ-00.4&item={item}"))
        .await
        .ok();
    id(&sets["items"][0]["id"])
}

async fn parties(office: &Actor, task: Id, role: &str) -> Vec<Id> {
    let view = office.get(&format!("/tasks/{task}")).await.ok();
    let parties = view["parties"].as_array().expect("parties").clone();
    parties
        .iter()
        .filter(|party| party["role"] == role)
        .map(|party| id(&party["party"]["id"]))
        .collect()
}

pub fn id(value: &Value) -> Id {
    Id::parse(value.as_str().expect("an id")).expect("an id")
}
