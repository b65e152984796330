//! S-01: the plate of an area of responsibility: five persons, six months, and replacement.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

const UNIT: &str = "瓜洲机械厂01";
const AREA: &str = "瓜洲机械厂一号责任区";

/// Given a plate hung on 10 June, when no check has been filed by the end of 10 December, then it is overdue on
/// 11 December; a check begins six months of its own.
#[tokio::test]
async fn s001_a_plate_is_looked_at_within_six_months_of_the_last_time() {
    on_each(Place::Yangzhou, |world| async move {
        let plate = Plate::of(&world).await;
        world.advance("2022-06-10 09:00").await;
        world.activate("yangzhou-2022").await;
        let first = plate.row("yangzhou.plate.check").await;
        assert_eq!(first["due_at"], world.at("2022-12-11 00:00").0, "the end of 10 December");

        world.advance("2022-08-01 10:00").await;
        let photo = plate.clerk.attach("plate.png", "image/png", b"\x89PNG\r\n\x1a\nplate").await;
        let values = json!({
            "date": "2022-08-01", "site": plate.area, "checker": plate.clerk.person, "verdict": "完好", "photos": [photo]
        });
        plate.file(&world, "yangzhou.plate-check", values).await;
        let rows = plate.rows("yangzhou.plate.check").await;
        assert_eq!(rows[0]["state"], "met");
        let open: Vec<&Value> = rows.iter().filter(|row| row["met_at"].is_null()).collect();
        assert_eq!(open.len(), 1);
        assert_eq!(open[0]["due_at"], world.at("2023-02-02 00:00").0, "six months after the check, not after the half year");
    })
    .await;
}

/// Nobody looked: the plate is on the list the day after.
#[tokio::test]
async fn s001_a_plate_that_nobody_looked_at_is_overdue_the_day_after() {
    on_each(Place::Yangzhou, |world| async move {
        let plate = Plate::of(&world).await;
        world.advance("2022-06-10 09:00").await;
        world.activate("yangzhou-2022").await;
        world.advance("2022-12-10 23:59").await;
        assert_eq!(plate.row("yangzhou.plate.check").await["state"], "due_soon");
        world.advance("2022-12-11 00:00").await;
        assert_eq!(plate.row("yangzhou.plate.check").await["state"], "overdue");
    })
    .await;
}

/// Given only four of five roles, then the object stays uncovered; a person who changes makes the plate invalid, and the
/// new one is owed within its days.
#[tokio::test]
async fn s001_four_of_five_persons_are_no_plate_and_a_change_opens_a_new_one() {
    on_each(Place::Yangzhou, |world| async move {
        let plate = Plate::of(&world).await;
        world.advance("2022-06-10 09:00").await;
        world.activate("yangzhou-2022").await;
        let photo = plate.clerk.attach("plate.png", "image/png", b"\x89PNG\r\n\x1a\nplate").await;
        let (head, town) = (plate.clerk.person, world.person("镇安全员甲").await);
        let mut values = json!({
            "date": "2022-06-10", "site": plate.area, "layout": "分区设置", "first": head, "controller": head,
            "safety": head, "town": town, "since": "2022-06-10", "phone": "0514-0000", "made": "2022-06-08",
            "hung": "2022-06-10", "archive": "A-001", "photos": [photo]
        });
        plate.file(&world, "yangzhou.plate", values.clone()).await;
        let row = plate.row("yangzhou.plate.hang").await;
        assert_eq!((&row["state"], &row["progress"]["missing"]), (&json!("open"), &json!(["五类责任人"])));
        values["village"] = json!(world.person("村主任甲").await);
        plate.file(&world, "yangzhou.plate", values).await;
        assert_eq!(plate.row("yangzhou.plate.hang").await["state"], "met");

        world.advance("2022-08-01 10:00").await;
        let values = json!({ "date": "2022-08-01", "site": plate.area, "defect": "人员变动", "note": "实际控制人变更" });
        plate.file(&world, "yangzhou.plate-defect", values).await;
        let replace = plate.row("yangzhou.plate.replace").await;
        assert_eq!(replace["due_at"], world.at("2022-08-09 00:00").0, "seven days after the first of August");
    })
    .await;
}

/// One area of responsibility of a factory, with somebody who files for it.
struct Plate {
    area: Id,
    body: Id,
    clerk: Actor,
}

impl Plate {
    async fn of(world: &World) -> Plate {
        world
            .import(
                "orgs",
                "名称,类型,区域代码\n瓜洲一村,village-committee,321003103\n",
            )
            .await;
        world.import("posts", "岗位,单位,排序,审核人,收件人\n厂办,瓜洲机械厂01,2,否,是\n村主任,瓜洲一村,1,是,是\n").await;
        let people = "姓名,单位,岗位,任职起\n厂办甲,瓜洲机械厂01,厂办,2022-01-01\n村主任甲,瓜洲一村,村主任,2022-01-01\n镇安全员甲,瓜洲镇政府,安全员,2022-01-01\n";
        world.import("persons", people).await;
        let sites = "名称,类型,所属单位,区域代码,启用日期\n瓜洲机械厂一号责任区,responsibility-area,瓜洲机械厂01,321003103,2022-06-10\n";
        world.import("sites", sites).await;
        Plate {
            area: world.site(AREA).await,
            body: world.org(UNIT).await,
            clerk: Actor::named(world, "厂办甲").await,
        }
    }

    async fn file(&self, world: &World, form: &str, values: Value) {
        let filling =
            json!({ "form": form, "form_version": 1, "body": self.body, "values": values });
        self.clerk
            .put(&format!("/records/{}", world.fresh_id()), filling)
            .await
            .ok();
    }

    /// What a definition opened on the area, the first one first.
    async fn rows(&self, definition: &str) -> Vec<Value> {
        let register = self
            .clerk
            .get(&format!("/registers/{}?definition={definition}", self.area))
            .await
            .ok();
        let mut rows = register.as_array().expect("rows").clone();
        rows.sort_by_key(|row| row["opened_at"].as_i64());
        rows
    }

    async fn row(&self, definition: &str) -> Value {
        self.rows(definition)
            .await
            .first()
            .unwrap_or_else(|| panic!("{definition}"))
            .clone()
    }
}
