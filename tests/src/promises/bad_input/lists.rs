//! Lists, versions and labels: a page key of another list, a row that somebody changed meanwhile, an id that is not,
//! a period that cannot be, time that runs backwards.

use super::{Asked, JSON};
use crate::world::{Actor, Place, on_each};
use axum::http::Method;
use serde_json::json;

#[tokio::test]
async fn a_page_key_of_another_list_is_refused() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-05-16 10:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let orgs = office.get("/orgs?limit=1").await.ok()["next"]
            .as_str()
            .expect("a next page")
            .to_owned();
        let open = office.get("/obligations?limit=1").await.ok()["next"]
            .as_str()
            .expect("a next page")
            .to_owned();
        office
            .get(&format!("/obligations?limit=1&after={open}"))
            .await
            .ok();
        for path in [
            format!("/obligations?after={orgs}"),
            format!("/obligations?state=late&after={open}"),
            format!("/orgs?after={open}"),
            format!("/persons?after={orgs}"),
            format!("/sites?after={orgs}"),
            format!("/matters?after={open}"),
            "/obligations?after=0".to_owned(),
            "/orgs?after=%E9%A1%B5".to_owned(),
            format!("/orgs?after={}", "f".repeat(200)),
        ] {
            Asked::get(path)
                .refused(&world, &office, 422, "page.foreign_key")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_row_that_changed_meanwhile_is_not_overwritten() {
    on_each(Place::Anji, |world| async move {
        world
            .import(
                "sites",
                "名称,类型,区域代码\n孝丰竹业厂区,premises,330523105\n",
            )
            .await;
        let site = world.site("孝丰竹业厂区").await;
        let office = Actor::named(&world, "汪行林").await;
        let path = format!("/sites/{site}");
        let change = |version: &'static str| Asked {
            method: Method::PATCH,
            path: path.clone(),
            headers: vec![JSON, ("if-match", version)],
            body: json!({ "name": "别的名字" }).to_string().into_bytes(),
        };
        let taken = change("\"1\"").sent(&office, "zh").await.ok();
        assert_eq!(taken["version"], 2);
        for version in ["\"1\"", "\"3\"", "W/\"1\"", "\"-1\""] {
            let problem = change(version)
                .refused(&world, &office, 412, "edge.stale")
                .await;
            assert_eq!(
                problem["params"]["found"], "2",
                "the version that stands is told"
            );
        }
        for version in ["*", "\"二\"", ""] {
            let mut asked = change("");
            asked.headers = vec![JSON];
            if version == "*" {
                asked.headers.push(("if-match", version));
            }
            asked
                .refused(&world, &office, 428, "registry.no_version")
                .await;
        }
        assert_eq!(office.get(&path).await.ok()["name"], "别的名字");
    })
    .await;
}

/// An id that does not exist and one that may not be seen are answered alike, to the letter.
#[tokio::test]
async fn an_unknown_id_and_a_hidden_one_are_answered_alike() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world
            .import(
                "sites",
                "名称,类型,区域代码\n孝丰竹业厂区,premises,330523105\n",
            )
            .await;
        let town = Actor::of_town(&world, "杭垓镇").await;
        let other = world.org("孝丰镇政府").await;
        let hidden = [
            format!("/sites/{}", world.site("孝丰竹业厂区").await),
            format!("/orgs/{other}"),
            format!("/obligations/{}", obligation_of(&world, "孝丰镇").await),
        ];
        for path in hidden {
            let (folder, _) = path.rsplit_once('/').expect("a folder");
            let unknown = format!("{folder}/{}", world.fresh_id());
            let one = Asked::get(&path)
                .refused(&world, &town, 404, "edge.not_found")
                .await;
            let mut other = Asked::get(unknown)
                .refused(&world, &town, 404, "edge.not_found")
                .await;
            other["request_id"] = one["request_id"].clone();
            assert_eq!(one, other, "{path} does not show that it exists");
        }
        for path in [
            "/plans/no-such-plan",
            "/plans/anji-2022/clauses/AJ-99.9",
            "/forms/none",
            "/matrices/none",
            "/circulars/none",
        ] {
            let code = code_of(&town, path).await;
            Asked::get(path).refused(&world, &town, 404, &code).await;
        }
        Asked::get("/sites/not-an-id")
            .refused(&world, &town, 400, "edge.malformed")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_period_or_a_time_that_cannot_be_is_refused() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-05-16 10:00").await;
        let office = Actor::named(&world, "汪行林").await;
        // 2022-05 is a period, but the circular is quarterly.
        for period in [
            "2022Q5",
            "2022Q0",
            "Q2",
            "2022-13",
            "2022-05",
            "%E4%BA%8C%E5%AD%A3%E5%BA%A6",
            "",
        ] {
            let asked = Asked::get(format!("/circulars/committee.quarterly?period={period}"));
            asked
                .refused(&world, &office, 422, "duties.bad_period")
                .await;
        }
        for year in ["2147483647", "-2147483648", "12000"] {
            let asked = Asked::get(format!("/matrices/committee.four-mechanisms?year={year}"));
            asked
                .refused(&world, &office, 422, "duties.bad_period")
                .await;
        }
        let asked = Asked::get("/matrices/committee.four-mechanisms?year=MMXXII");
        asked.refused(&world, &office, 400, "edge.malformed").await;

        let now = world.now();
        for (to, code) in [
            (now.0 - 1, "instance.backwards"),
            (0, "instance.backwards"),
            (i64::MIN, "instance.backwards"),
            (now.plus_hours(24 * 400).0, "instance.too_far"),
            (i64::MAX, "instance.too_far"),
        ] {
            Asked::post("/clock", &json!({ "to": to }))
                .refused(&world, &office, 422, code)
                .await;
        }
        assert_eq!(world.now(), now, "time stands where it stood");
    })
    .await;
}

async fn obligation_of(world: &crate::world::World, town: &str) -> kernel::id::Id {
    use store::Sql;
    let town = town.to_owned();
    world
        .read(move |sql| {
            let row = sql.one(
                "select o.id from obligation o join area a on a.id = o.area_town where a.name = :town order by o.id limit 1",
                &store::params! { "town" => town.as_str() },
            )?;
            row.map(|row| row.id("id")).transpose()
        })
        .await
        .expect("an obligation of that town")
}

async fn code_of(who: &Actor, path: &str) -> String {
    who.get(path).await.refused(404)
}
