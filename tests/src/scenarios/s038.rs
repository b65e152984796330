//! S-38: drills by the week, class hours by the month, courses by the year: three counts, none of which fills another.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

const STATION: &str = "01号撬装站";
const COURSES: [&str; 3] = ["初期火灾扑救", "隐患排查", "宣传教育"];

/// Given a station with 3 class hours in May and no drill in the second week, when June begins, then May shows a
/// shortfall of 1 hour and week two is red.
#[tokio::test]
async fn s038_may_is_one_hour_short_and_its_second_week_is_red() {
    on_each(Place::Yangzhou, |world| async move {
        let crew = crew(&world).await;
        let seat = seat(&world).await;
        world.activate("yangzhou-2022").await;
        let station = world.site(STATION).await;
        let body = world.org(STATION).await;

        // Weeks of Mondays 2, 9, 16 and 23 May; the second has no drill. Two hours and one hour are studied.
        for (day, form, more) in [
            (
                "2022-05-04",
                "yangzhou.drill",
                json!({ "object": "商场", "content": "熟悉通道" }),
            ),
            (
                "2022-05-10",
                "yangzhou.study",
                json!({ "mode": "集中", "topic": "器材", "hours": 2 }),
            ),
            (
                "2022-05-18",
                "yangzhou.drill",
                json!({ "object": "学校", "content": "疏散" }),
            ),
            (
                "2022-05-20",
                "yangzhou.study",
                json!({ "mode": "线上", "topic": "规程", "hours": 1, "score": 90 }),
            ),
            (
                "2022-05-25",
                "yangzhou.drill",
                json!({ "object": "医院", "content": "水源" }),
            ),
        ] {
            world.advance(&format!("{day} 10:00")).await;
            let mut values = more;
            values["date"] = json!(day);
            values["site"] = json!(station);
            file(&world, &crew, body, form, values).await;
        }
        world.advance("2022-06-01 00:00").await;

        let may = of(&seat, station, "yangzhou.study.monthly", "2022-05").await;
        assert_eq!(may["state"], "lapsed");
        let hours = part(&seat, &may, 0).await;
        assert_eq!(
            (&hours["amount"], &hours["size"]),
            (&json!(3), &json!(4)),
            "one hour is short"
        );
        assert_eq!(hours["reached"], false);
        let online = of(&seat, station, "yangzhou.study.online", "2022-05").await;
        assert_eq!(online["state"], "met", "the lesson on line counts for both");

        let week = |number: u32| format!("2022-W{number}");
        assert_eq!(
            of(&seat, station, "yangzhou.drill.weekly", &week(18)).await["state"],
            "met"
        );
        assert_eq!(
            of(&seat, station, "yangzhou.drill.weekly", &week(19)).await["state"],
            "lapsed"
        );
        assert_eq!(
            of(&seat, station, "yangzhou.drill.weekly", &week(20)).await["state"],
            "met"
        );
        assert_eq!(
            of(&seat, station, "yangzhou.drill.weekly", &week(21)).await["state"],
            "met"
        );
    })
    .await;
}

/// A member with 2 of 3 courses on 31 December is on the unfinished list, and the rate is below 100 %. Fewer days than
/// fifteen are no course.
#[tokio::test]
async fn s038_two_courses_of_three_are_not_all() {
    on_each(Place::Yangzhou, |world| async move {
        let seat = seat(&world).await;
        let people = workers(&world).await;
        world.activate("yangzhou-2022").await;
        let base = world.org("支队培训基地").await;
        // Whoever teaches the whole city may name its people.
        let teacher = Actor::with_role(&world, world.person("教官甲").await, "safety_office").await;

        for (month, course, days, trainees) in [
            ("05", COURSES[0], "满15天", vec![people[0], people[1]]),
            ("06", COURSES[1], "满15天", vec![people[0], people[1]]),
            ("07", COURSES[2], "满15天", vec![people[0]]),
            ("08", COURSES[2], "不足15天", vec![people[1]]),
        ] {
            let day = format!("2022-{month}-20");
            world.advance(&format!("{day} 17:00")).await;
            let values =
                json!({ "date": day, "course": course, "days": days, "trainees": trainees });
            file(&world, &teacher, base, "yangzhou.course", values).await;
        }
        world.advance("2022-12-31 23:00").await;

        let year = of(&seat, base, "yangzhou.courses.members", "2022").await;
        assert_ne!(year["state"], "met");
        assert_eq!(
            year["progress"]["missing"],
            json!(["联勤二社区专职网格员"]),
            "the one who is unfinished has a name"
        );
        let (done, total) = (&year["progress"]["done"], &year["progress"]["total"]);
        assert_eq!((done, total), (&json!(5), &json!(6)), "below 100 %");
        for (index, finished) in [2, 2, 1].into_iter().enumerate() {
            assert_eq!(
                part(&seat, &year, index).await["amount"],
                finished,
                "{}",
                COURSES[index]
            );
        }
    })
    .await;
}

/// Somebody of the station who files for it.
async fn crew(world: &World) -> Actor {
    world
        .import(
            "posts",
            "岗位,单位,排序,审核人,收件人\n队站长,01号撬装站,1,是,是\n",
        )
        .await;
    world
        .import(
            "persons",
            "姓名,单位,岗位,任职起\n队站长甲,01号撬装站,队站长,2022-01-01\n",
        )
        .await;
    Actor::named(world, "队站长甲").await
}

/// Somebody of the brigade who sees all stations.
async fn seat(world: &World) -> Actor {
    world
        .import(
            "posts",
            "岗位,单位,排序,审核人,收件人\n支队长,市消防救援支队,1,是,是\n",
        )
        .await;
    world
        .import(
            "persons",
            "姓名,单位,岗位,任职起\n支队长甲,市消防救援支队,支队长,2022-01-01\n",
        )
        .await;
    Actor::named(world, "支队长甲").await
}

/// Two grid workers in their posts, and a teacher of the base.
async fn workers(world: &World) -> [Id; 2] {
    let bodies = "名称,类型,上级单位,区域代码\n联勤一社区,village-committee,瓜洲镇政府,321003103\n联勤二社区,village-committee,瓜洲镇政府,321003103\n";
    world.import("orgs", bodies).await;
    let posts = "岗位,单位,排序,审核人,收件人\n专职网格员,联勤一社区,1,否,是\n专职网格员,联勤二社区,1,否,是\n教官,支队培训基地,1,是,是\n";
    world.import("posts", posts).await;
    let people = "姓名,单位,岗位,任职起\n网格员甲,联勤一社区,专职网格员,2022-01-01\n网格员乙,联勤二社区,专职网格员,2022-01-01\n教官甲,支队培训基地,教官,2022-01-01\n";
    world.import("persons", people).await;
    [
        world.person("网格员甲").await,
        world.person("网格员乙").await,
    ]
}

async fn file(world: &World, actor: &Actor, body: Id, form: &str, values: Value) {
    let filling = json!({ "form": form, "form_version": 1, "body": body, "values": values });
    actor
        .put(&format!("/records/{}", world.fresh_id()), filling)
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

/// One part of what must be proven.
async fn part(actor: &Actor, row: &Value, index: usize) -> Value {
    let id = row["id"].as_str().expect("an id");
    actor.get(&format!("/obligations/{id}")).await.ok()["parts"][index].clone()
}
