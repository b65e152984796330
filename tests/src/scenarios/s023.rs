//! S-23: key periods. Entering the days is enough; what they ask appears and ends by itself.

use crate::world::{Actor, Place, World, on_each};
use axum::http::Method;
use serde_json::{Value, json};

/// Given National Day 1–7 October with the three-in-one package and a factor of 2, when 1 October comes, then each group
/// owes one record of each of the three kinds by 7 October; beside the normal weekly check, which stays, one additional
/// check opens for the days from the first Monday to 7 October; and from 8 October nothing additional opens.
#[tokio::test]
async fn s023_a_key_period_adds_checks_and_a_package_and_ends_by_itself() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-09-20 09:00").await;
        let office = Actor::named(&world, "安办主任").await;
        // In 2022 the first two days of the range are the end of a week; in 2023 only its Sunday is.
        for (year, weeks, window) in [
            (2022, ["2022-W39", "2022-W40"], "2022-10-03/2022-10-07"),
            (2023, ["2023-W39", "2023-W40"], "2023-10-02/2023-10-07"),
        ] {
            world.advance(&format!("{year}-09-20 10:00")).await;
            let id = national_day(&office, year).await;
            for group in ["督导一组", "督导二组"] {
                national_day_of(&world, &office, group, &id, year, weeks, window).await;
            }
        }
    })
    .await;
}

async fn national_day(office: &Actor, year: i32) -> String {
    let entered = office
        .post(
            "/key-periods",
            json!({
                "title": "国庆节", "title_en": "National Day", "from": format!("{year}-10-01"),
                "until": format!("{year}-10-07"), "factor": 2, "package": "three-in-one",
            }),
        )
        .await
        .ok();
    assert_eq!(entered["state"], "upcoming");
    entered["id"].as_str().expect("an id").to_owned()
}

async fn national_day_of(
    world: &World,
    office: &Actor,
    group: &str,
    id: &str,
    year: i32,
    weeks: [&str; 2],
    window: &str,
) {
    let body = world.org(group).await;
    let before = usize::try_from(year - 2022).expect("a year");
    if world.now() < world.at(&format!("{year}-10-01 00:00")) {
        world.advance(&format!("{year}-09-30 23:59")).await;
        assert_eq!(
            periods(office, body, "ca.package", year).await.len(),
            before,
            "nothing before its first day"
        );
        world.advance(&format!("{year}-10-01 00:00")).await;
        let package = one(office, body, "ca.package", id).await;
        assert_eq!(
            package["due_at"],
            world.at(&format!("{year}-10-08 00:00")).0
        );
        assert_eq!(
            package["progress"]["missing"],
            json!(["执法检查", "专家服务", "媒体曝光"]),
            "one record of each of the three kinds"
        );
        let checks = of_autumn(periods(office, body, "ca.week", year).await, weeks);
        assert_eq!(
            checks,
            [weeks[0]],
            "the days before the first Monday open none"
        );
    }
    world.advance(&format!("{year}-10-20 12:00")).await;
    let package = one(office, body, "ca.package", id).await;
    assert_eq!(
        package["state"], "overdue",
        "nobody filed the three records"
    );
    let checks = of_autumn(periods(office, body, "ca.week", year).await, weeks);
    assert_eq!(
        checks,
        [weeks[0], weeks[1], window],
        "the normal check stays beside the additional one"
    );
    let additional = one(office, body, "ca.week", window).await;
    assert_eq!(
        additional["due_at"],
        world.at(&format!("{year}-10-08 00:00")).0
    );
    assert_eq!(additional["title"], "每周检查：国庆节");
    let weekly = one(office, body, "ca.week", weeks[1]).await;
    assert_ne!(
        weekly["due_at"], additional["due_at"],
        "the normal one keeps its own clock"
    );
    let packages = periods(office, body, "ca.package", year).await;
    assert_eq!(packages.len(), before + 1, "once a key period");
    let after = periods(office, body, "ca.week", year).await;
    let later = after.iter().filter(|label| label.as_str() > weeks[1]);
    assert!(
        later.clone().all(|label| !label.contains('/')),
        "from 8 October nothing additional opens: {after:?}"
    );
}

/// The key times that a plan itself names open without anybody entering them. In 2023 the two sessions are 4 to 13 March,
/// of which one week lies wholly inside; of May Day two days end a week and three begin one, each less than half; National
/// Day has the week from Monday the second on.
#[tokio::test]
async fn s023_the_key_times_of_a_plan_come_by_themselves() {
    on_each(Place::Wujin, |world| async move {
        world
            .import(
                "orgs",
                "名称,类型,区域代码\n区督导一组,supervision-group,320412\n",
            )
            .await;
        let people = "姓名,单位,岗位,任职起\n局长丙,区应急管理局,局长,2022-12-01\n";
        world.import("persons", people).await;
        world.activate("wujin-2023").await;
        let office = Actor::named(&world, "局长丙").await;
        world.advance("2023-10-20 09:00").await;
        let group = world.org("区督导一组").await;
        let weeks = rows(&office, group, "wujin.supervision.weekly").await;
        let mut windows: Vec<&str> = weeks
            .iter()
            .filter_map(|row| row["period"].as_str())
            .filter(|label| label.contains('/'))
            .collect();
        windows.sort_unstable();
        assert_eq!(windows, ["2023-03-06/2023-03-12", "2023-10-02/2023-10-07"]);
        for (kind, last) in [
            ("unannounced", "2023-10-08"),
            ("experts", "2023-10-08"),
            ("exposure", "2023-10-08"),
        ] {
            let package = format!("wujin.key-time.{kind}");
            let opened = rows(&office, group, &package).await;
            assert_eq!(opened.len(), 3, "once for each key time");
            let national = one(&office, group, &package, "wujin.national-day").await;
            assert_eq!(national["due_at"], world.at(&format!("{last} 00:00")).0);
        }
    })
    .await;
}

/// A record of the window fills the normal check first; the second one is the additional check.
#[tokio::test]
async fn s023_a_record_of_the_window_fills_the_normal_check_first() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-09-20 09:00").await;
        let office = Actor::named(&world, "安办主任").await;
        national_day(&office, 2022).await;
        world.advance("2022-10-05 10:00").await;
        let group = Actor::named(&world, "组长甲").await;
        let body = world.org("督导一组").await;
        let states = async || {
            let weekly = one(&office, body, "ca.week", "2022-W40").await;
            let additional = one(&office, body, "ca.week", "2022-10-03/2022-10-07").await;
            (weekly["state"].clone(), additional["state"].clone())
        };
        assert_eq!(states().await.1, "open");
        check(&world, &group, body, "2022-10-05").await;
        assert_eq!(states().await, (json!("met"), json!("open")));
        check(&world, &group, body, "2022-10-05").await;
        assert_eq!(states().await, (json!("met"), json!("met")));

        // The other group checks once in the window and once after it: the later one fills the week, and sets the
        // earlier one free for the window, too late.
        let (other, body) = (
            Actor::named(&world, "组长乙").await,
            world.org("督导二组").await,
        );
        check(&world, &other, body, "2022-10-05").await;
        world.advance("2022-10-08 10:00").await;
        let additional = one(&office, body, "ca.week", "2022-10-03/2022-10-07").await;
        assert_eq!(additional["state"], "overdue");
        check(&world, &other, body, "2022-10-08").await;
        let additional = one(&office, body, "ca.week", "2022-10-03/2022-10-07").await;
        assert_eq!(additional["state"], "met_late");
    })
    .await;
}

/// Withdrawing takes back only what is unmet; entering what is over, the wrong way round or twice is refused.
#[tokio::test]
async fn s023_a_key_period_is_refused_with_the_reason_or_withdrawn() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-09-20 09:00").await;
        let office = Actor::named(&world, "安办主任").await;
        let id = national_day(&office, 2022).await;
        let refused = async |from: &str, until: &str, factor: f64, package: Option<&str>| {
            let body = json!({ "title": "节日", "from": from, "until": until, "factor": factor, "package": package });
            office.post("/key-periods", body).await
        };
        for (from, until, factor, package, code) in [
            ("2022-10-07", "2022-10-01", 2.0, None, "duties.key_period_inside_out"),
            ("2022-05-01", "2022-05-05", 2.0, None, "duties.key_period_past"),
            ("2022-10-07", "2022-10-09", 2.0, None, "duties.key_period_overlaps.conflict"),
            ("2022-10-05", "2022-10-06", 1.0, Some("three-in-one"), "duties.key_period_overlaps.conflict"),
            ("2022-11-01", "2022-11-05", 0.5, None, "duties.key_period_factor"),
            ("2022-11-01", "2022-11-05", 1.0, None, "duties.key_period_adds_nothing"),
            ("2022-11-01", "2022-11-05", 2.0, Some("four-in-one"), "duties.unknown_package"),
            ("2022-11-01", "2023-11-05", 2.0, None, "duties.key_period_too_long"),
        ] {
            let status = if code.ends_with(".conflict") { 409 } else { 422 };
            let answer = refused(from, until, factor, package).await;
            assert_eq!(answer.refused(status), code, "{from} to {until}");
        }
        let group = Actor::named(&world, "组长甲").await;
        let denied = group.post("/key-periods", json!({})).await;
        assert_eq!(denied.status.as_u16(), 403, "a group does not set key periods");

        world.advance("2022-10-05 10:00").await;
        let (first, second) = (world.org("督导一组").await, world.org("督导二组").await);
        for kind in ["执法检查", "专家服务", "媒体曝光"] {
            file(&world, &group, first, kind, "2022-10-05").await;
        }
        assert_eq!(one(&office, first, "ca.package", &id).await["state"], "met");
        let listed = office.get("/key-periods").await.ok();
        assert_eq!(listed["items"][0]["opened"], 4, "two packages and two windows");
        assert_eq!(listed["items"][0]["unmet"], 3);
        let withdrawn = office.send(Method::DELETE, &format!("/key-periods/{id}"), None).await.ok();
        assert_eq!(withdrawn["taken_back"], 3);
        assert_eq!(one(&office, first, "ca.package", &id).await["state"], "met");
        assert_eq!(one(&office, second, "ca.package", &id).await["state"], "withdrawn");
        let window = one(&office, second, "ca.week", "2022-10-03/2022-10-07").await;
        assert_eq!(window["state"], "withdrawn");
        assert_eq!(one(&office, second, "ca.week", "2022-W40").await["state"], "open", "the normal check stays");
        let again = office.send(Method::DELETE, &format!("/key-periods/{id}"), None).await;
        assert_eq!(again.status.as_u16(), 404);
    })
    .await;
}

async fn check(world: &World, group: &Actor, body: kernel::id::Id, day: &str) {
    file(world, group, body, "日常检查", day).await;
}

async fn file(world: &World, group: &Actor, body: kernel::id::Id, kind: &str, day: &str) {
    let filling = json!({
        "form": "ca.check", "form_version": 1, "body": body, "covers": day, "values": { "kind": kind },
    });
    group
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

async fn rows(office: &Actor, body: kernel::id::Id, definition: &str) -> Vec<Value> {
    let found = office
        .get(&format!("/registers/{body}?definition={definition}"))
        .await
        .ok();
    found.as_array().expect("rows").clone()
}

/// Labels of the year's periods, in order.
async fn periods(office: &Actor, body: kernel::id::Id, definition: &str, year: i32) -> Vec<String> {
    let rows = rows(office, body, definition).await;
    let mut labels: Vec<String> = rows
        .iter()
        .map(|row| row["period"].as_str().expect("a label").to_owned())
        .collect();
    if definition == "ca.week" {
        labels.retain(|label| label.starts_with(&year.to_string()));
    }
    labels.sort_by_key(|label| (label.contains('/'), label.clone()));
    labels
}

/// Of the labels of a year those of two weeks and every window.
fn of_autumn(labels: Vec<String>, weeks: [&str; 2]) -> Vec<String> {
    labels
        .into_iter()
        .filter(|label| weeks.contains(&label.as_str()) || label.contains('/'))
        .collect()
}

async fn one(office: &Actor, body: kernel::id::Id, definition: &str, period: &str) -> Value {
    let rows = rows(office, body, definition).await;
    rows.into_iter()
        .find(|row| row["period"] == period)
        .expect("an obligation of that period")
}
