//! S-130: the first lesson of new staff, and five minutes of safety before and after every shift. What an inspector's
//! checklist shows of it comes with the checklists.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use kernel::time::Moment;
use serde_json::{Value, json};

const PLANT: &str = "湖塘铸造厂";
const TEAM: &str = "湖塘铸造厂甲班";
const NEW: usize = 20;

/// Given 20 new staff of whom 18 have finished, then the lesson names the 2 who have not; it is met when they have, too.
#[tokio::test]
async fn s130_new_staff_without_the_lesson_are_listed_by_name() {
    on_each(Place::Wujin, |world| async move {
        let works = works(&world).await;
        world.activate("wujin-2023").await;
        world.advance("2023-01-20 10:00").await;
        let everybody: Vec<Id> = works.new_staff.clone();
        lesson(&world, &works, &everybody[..18]).await;

        let office = Actor::named(&world, "局长甲").await;
        let row = of(&office, works.site, "wujin.first-lesson", "2023-01").await;
        assert_eq!(row["state"], "open", "18 of 20 are not all");
        assert_eq!(
            (&row["progress"]["done"], &row["progress"]["total"]),
            (&json!(18), &json!(NEW))
        );
        let missing: Vec<&str> = row["progress"]["missing"]
            .as_array()
            .expect("names")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(missing, ["新员工19", "新员工20"]);

        // A neighbour in the same town has new staff of its own; they are nobody's concern here.
        let neighbour = world.site("湖塘五金厂").await;
        let other = of(&office, neighbour, "wujin.first-lesson", "2023-01").await;
        assert_eq!(other["progress"]["missing"], json!(["邻厂新员工"]));

        lesson(&world, &works, &everybody[18..]).await;
        let row = of(&office, works.site, "wujin.first-lesson", "2023-01").await;
        assert_eq!(
            (&row["state"], &row["progress"]["missing"]),
            (&json!("met"), &json!([]))
        );
    })
    .await;
}

/// A shift with only one of the two records is incomplete, and says which is missing; the next shift stands for itself.
#[tokio::test]
async fn s130_a_shift_with_only_one_record_is_incomplete() {
    on_each(Place::Wujin, |world| async move {
        let works = works(&world).await;
        world.activate("wujin-2023").await;
        let head = Actor::named(&world, "班长甲").await;
        // Tuesday: the day shift talks before and after, the night shift only before.
        for (at, shift, moment) in [
            ("2023-01-10 08:02", "08:00", "班前"),
            ("2023-01-10 19:55", "08:00", "班后"),
            ("2023-01-10 20:01", "20:00", "班前"),
        ] {
            world.advance(at).await;
            talk(&world, &works, &head, shift, moment).await;
        }
        let office = Actor::named(&world, "局长甲").await;
        let night = world.at("2023-01-10 20:00");
        let row = shift_at(&office, works.team, night).await;
        assert_eq!(row["state"], "open", "the shift is not over");

        // A talk after the shift still counts within an hour of its end, and no longer.
        world.advance("2023-01-11 09:00").await;
        let row = shift_at(&office, works.team, night).await;
        assert_eq!(row["state"], "lapsed");
        assert_eq!(
            (&row["progress"]["done"], &row["progress"]["total"]),
            (&json!(1), &json!(2))
        );
        let id = row["id"].as_str().expect("an id");
        let parts = office.get(&format!("/obligations/{id}")).await.ok()["parts"].clone();
        let reached = |index: usize| (&parts[index]["name"], &parts[index]["reached"]);
        assert_eq!(reached(0), (&json!("班前五分钟"), &json!(true)));
        assert_eq!(
            reached(1),
            (&json!("班后五分钟"), &json!(false)),
            "the missing one has a name"
        );
        let day = shift_at(&office, works.team, world.at("2023-01-10 08:00")).await;
        assert_eq!(day["state"], "met");
        let silent = shift_at(&office, works.team, world.at("2023-01-09 08:00")).await;
        assert_eq!(
            (&silent["state"], &silent["progress"]["done"]),
            (&json!("lapsed"), &json!(0))
        );
    })
    .await;
}

struct Works {
    site: Id,
    body: Id,
    team: Id,
    new_staff: Vec<Id>,
}

/// A foundry with one team and twenty new people, and a neighbour with one.
async fn works(world: &World) -> Works {
    let orgs = "名称,类型,上级单位,区域代码\n湖塘铸造厂,enterprise,,320412100\n湖塘铸造厂甲班,team,湖塘铸造厂,320412100\n湖塘五金厂,enterprise,,320412100\n";
    world.import("orgs", orgs).await;
    let posts = "岗位,单位,排序,审核人,收件人\n安全员,湖塘铸造厂,1,是,是\n新员工,湖塘铸造厂,2,否,否\n班长,湖塘铸造厂甲班,1,是,是\n新员工,湖塘五金厂,1,否,否\n";
    world.import("posts", posts).await;
    let mut people = String::from(
        "姓名,单位,岗位,任职起\n安全员甲,湖塘铸造厂,安全员,2022-12-01\n班长甲,湖塘铸造厂甲班,班长,2022-12-01\n局长甲,区应急管理局,局长,2022-12-01\n邻厂新员工,湖塘五金厂,新员工,2022-12-20\n",
    );
    for number in 1..=NEW {
        people.push_str(&format!("新员工{number:02},湖塘铸造厂,新员工,2022-12-20\n"));
    }
    world.import("persons", &people).await;
    let sites = "名称,类型,所属单位,区域代码,标签\n湖塘铸造厂,premises,湖塘铸造厂,320412100,有新员工企业\n湖塘五金厂,premises,湖塘五金厂,320412100,有新员工企业\n";
    world.import("sites", sites).await;
    let mut new_staff = Vec::new();
    for number in 1..=NEW {
        new_staff.push(world.person(&format!("新员工{number:02}")).await);
    }
    Works {
        site: world.site(PLANT).await,
        body: world.org(PLANT).await,
        team: world.org(TEAM).await,
        new_staff,
    }
}

async fn lesson(world: &World, works: &Works, staff: &[Id]) {
    let clerk = Actor::named(world, "安全员甲").await;
    let values = json!({
        "date": world.today().to_string(), "sector": "冶金", "moment": "入岗", "staff": staff, "result": "合格"
    });
    let filling = json!({ "form": "wujin.first-lesson", "form_version": 1, "body": works.body, "values": values });
    clerk
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

async fn talk(world: &World, works: &Works, head: &Actor, shift: &str, moment: &str) {
    let day = world.today().to_string();
    let values = json!({
        "date": day, "shift": shift, "moment": moment, "leader": head.person, "attendees": [head.person], "topic": "吊装区不站人"
    });
    let filling = json!({ "form": "wujin.shift-talk", "form_version": 1, "body": works.team, "covers": day, "values": values });
    head.put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

/// The row of a definition on a subject for a period.
async fn of(actor: &Actor, subject: Id, definition: &str, period: &str) -> Value {
    let register = actor
        .get(&format!("/registers/{subject}?definition={definition}"))
        .await
        .ok();
    let row = register
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["period"] == period);
    row.unwrap_or_else(|| panic!("{definition} of {period}: {register}"))
        .clone()
}

/// The obligation of the team for the shift that began then.
async fn shift_at(actor: &Actor, team: Id, began: Moment) -> Value {
    let register = actor
        .get(&format!("/registers/{team}?definition=wujin.shift-talk"))
        .await
        .ok();
    let row = register
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["opened_at"] == began.0);
    row.unwrap_or_else(|| panic!("no shift began then: {register}"))
        .clone()
}
