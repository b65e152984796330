//! The registers over HTTP: scope, versions, conflicts, the past.

use crate::server::{Actor, Server, shapes};
use crate::world::{World, day, on_each};
use axum::http::{Method, StatusCode, header};
use kernel::id::Id;
use mechanism::import::ImportReport;
use registry::identity::accounts::{NewAccount, Owner};
use registry::person::import::persons;
use registry::{area, org, site};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn started() -> Server {
    let world = World::with_roles();
    world.load_anji();
    world.import(
        &site::import::IMPORTER,
        "名称,类型,区域代码,行业领域,所属单位\n\
         递铺变电站,变电站,330523001,电力,国网安吉供电公司\n\
         递铺气站,燃气场站,330523001,燃气,\n\
         昌硕气站,燃气场站,330523002,燃气,\n",
    );
    Server::start(world)
}

fn org_id(server: &Server, name: &'static str) -> Id {
    let today = server.world.today();
    let found = server
        .world
        .read(move |sql| org::store::by_name_or_alias(sql, name, today));
    found.unwrap().id
}

fn area_id(server: &Server, code: &'static str) -> Id {
    let today = server.world.today();
    let found = server
        .world
        .read(move |sql| area::store::by_code(sql, code, today));
    found.unwrap().id
}

fn actor(server: &Server, login: &str, role: &str, body: &'static str) -> Actor {
    server.actor(NewAccount {
        login: login.to_owned(),
        owner: Owner::New {
            name: format!("某{login}"),
            org: Some(org_id(server, body)),
        },
        role: role.to_owned(),
        org: None,
        language: "zh".to_owned(),
    })
}

#[test]
fn lists_and_single_rows_hide_the_same_things() {
    on_each(|| {
        let server = started();
        let office = actor(&server, "office", "safety_office", "县安委办");
        let town = actor(&server, "town", "township", "递铺街道办事处");
        let housing = actor(&server, "housing", "department", "县住建局");
        let grid = actor(&server, "grid", "enterprise", "国网安吉供电公司");
        let all = server.get(&office, "/sites");
        assert_eq!(all.body["count"], 3);
        assert_eq!(
            server.get(&town, "/sites").names(),
            ["递铺变电站", "递铺气站"]
        );
        assert_eq!(
            server.get(&housing, "/sites").names(),
            ["昌硕气站", "递铺气站"]
        );
        assert_eq!(server.get(&grid, "/sites").names(), ["递铺变电站"]);
        for site in all.body["items"].as_array().unwrap() {
            let path = format!("/sites/{}", site["id"].as_str().unwrap());
            for actor in [&office, &town, &housing, &grid] {
                let listed = server
                    .get(actor, "/sites")
                    .names()
                    .contains(&site["name"].as_str().unwrap());
                let shown = server.get(actor, &path);
                let wanted = if listed {
                    StatusCode::OK
                } else {
                    StatusCode::NOT_FOUND
                };
                assert_eq!(shown.status, wanted, "{path}");
                assert_eq!(
                    server.patch(actor, &path, "\"99\"", json!({})).status,
                    match (
                        listed,
                        server.get(actor, "/me").body["permissions"]
                            .as_array()
                            .unwrap()
                            .contains(&json!("sites.write"))
                    ) {
                        (_, false) => StatusCode::FORBIDDEN,
                        (true, true) => StatusCode::PRECONDITION_FAILED,
                        (false, true) => StatusCode::NOT_FOUND,
                    }
                );
            }
        }
    });
}

#[test]
fn words_initials_tags_and_kinds_narrow_a_list() {
    on_each(|| {
        let server = started();
        let office = actor(&server, "office", "safety_office", "县安委办");
        let names = |path: &str| -> Vec<String> {
            let answer = server.get(&office, path);
            assert_eq!(answer.status, StatusCode::OK, "{path} {}", answer.body);
            answer.names().into_iter().map(str::to_owned).collect()
        };
        assert_eq!(
            names("/sites?q=%E9%80%92%E9%93%BA"),
            ["递铺变电站", "递铺气站"]
        );
        assert_eq!(names("/sites?q=csqz"), ["昌硕气站"]);
        assert_eq!(
            names("/sites?kind=gas-station").len(),
            2,
            "the label was read as its code"
        );
        assert_eq!(names("/orgs?kind=special-committee").len(), 13);
        assert_eq!(
            names("/orgs?q=%E5%8E%BF%E6%96%87%E5%8C%96%E6%97%85%E6%B8%B8%E5%B1%80"),
            ["县文体旅游局"]
        );
        let town = area_id(&server, "330523001");
        assert_eq!(names(&format!("/sites?area={town}")).len(), 2);
        let first = server.get(&office, "/orgs?limit=100");
        let next = first.body["next"].as_str().unwrap();
        let second = server.get(&office, &format!("/orgs?limit=100&after={next}"));
        assert!(!second.names().contains(first.names().last().unwrap()));
        let foreign = server.get(&office, &format!("/sites?after={next}"));
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn a_body_is_changed_only_at_the_version_that_was_seen() {
    on_each(|| {
        let server = started();
        let office = actor(&server, "office", "safety_office", "县安委办");
        let path = format!("/orgs/{}", org_id(&server, "县公安局"));
        let seen = server.get(&office, &path);
        let rename = json!({ "name": "县公安分局" });
        let blind = server.send(
            Method::PATCH,
            &path,
            Some(&office),
            &[],
            Some(rename.clone()),
        );
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED);
        let done = server.patch(&office, &path, &seen.etag(), rename);
        assert_eq!(done.status, StatusCode::OK);
        let late = server.patch(
            &office,
            &path,
            &seen.etag(),
            json!({ "name": "另一个名称" }),
        );
        assert_eq!(late.problem(), "edge.stale");
        let now = server.get(&office, &path);
        assert_eq!(now.etag(), done.etag());
        assert_eq!(now.body["name"], "县公安分局");
        assert_eq!(
            now.body["aliases"],
            json!(["县公安局"]),
            "plans find it by its former name"
        );
    });
}

#[test]
fn null_takes_away_what_may_be_absent_and_silence_leaves_it() {
    on_each(|| {
        let server = started();
        let office = actor(&server, "office", "safety_office", "县安委办");
        let path = format!("/orgs/{}", org_id(&server, "县公安局"));
        let change = |wanted| {
            let etag = server.get(&office, &path).etag();
            let done = server.patch(&office, &path, &etag, wanted);
            assert_eq!(done.status, StatusCode::OK, "{:?}", done.body);
            server.get(&office, &path).body
        };
        let set = change(json!({ "sector": "traffic", "until": "2030-01-01" }));
        assert_eq!(
            (&set["sector"], &set["until"]),
            (&json!("traffic"), &json!("2030-01-01"))
        );
        let silent = change(json!({ "name": "县公安分局" }));
        assert_eq!(silent["until"], "2030-01-01");
        let taken = change(json!({ "until": null }));
        assert_eq!(
            (&taken["sector"], &taken["until"]),
            (&json!("traffic"), &json!(null))
        );
    });
}

#[test]
fn what_is_there_is_not_registered_twice_and_not_out_of_sight() {
    on_each(|| {
        let server = started();
        let town = actor(&server, "town", "township", "递铺街道办事处");
        let (inside, outside) = (area_id(&server, "330523001"), area_id(&server, "330523002"));
        let org =
            |name: &str, area: Id| json!({ "name": name, "kind": "enterprise", "area": area });
        let added = server.post(&town, "/orgs", org("新公司", inside));
        assert_eq!(added.status, StatusCode::CREATED);
        let again = server.post(&town, "/orgs", org("新公司", inside));
        assert_eq!(
            (again.status, again.problem().as_str()),
            (StatusCode::CONFLICT, "registry.duplicate.conflict")
        );
        assert_eq!(
            server
                .post(&town, "/orgs", org("新公司", outside))
                .problem(),
            "registry.unknown_area"
        );
        let site = json!({ "name": "新厂", "kind": "premises", "area": inside, "tags": ["重点"],
        "org": added.body["id"], "attributes": { "建筑面积": 12 } });
        let site = server.post(&town, "/sites", site);
        assert_eq!(site.status, StatusCode::CREATED);
        let shown = server.get(
            &town,
            &format!("/sites/{}", site.body["id"].as_str().unwrap()),
        );
        assert_eq!(shown.body["tags"], json!(["重点"]));
        assert_eq!(shown.body["org"]["name"], "新公司");
        assert_eq!(shown.body["attributes"]["建筑面积"], 12);
        let bad = json!({ "name": "坏厂", "kind": "premises", "area": inside, "credit_code": "91330523X" });
        assert_eq!(
            server.post(&town, "/sites", bad).problem(),
            "registry.credit_length"
        );
    });
}

#[test]
fn posts_are_handed_over_and_the_past_stays_answerable() {
    on_each(|| {
        let server = started();
        let office = actor(&server, "office", "safety_office", "县安委办");
        let body = org_id(&server, "县公安局");
        let shown = server.get(&office, &format!("/orgs/{body}")).body;
        let head = &shown["posts"][0];
        let (post, old) = (
            head["id"].as_str().unwrap(),
            head["person"]["id"].as_str().unwrap(),
        );
        assert_eq!(shown["answers"]["id"], old);
        let added = server.post(
            &office,
            "/persons",
            json!({ "name": "新局长", "org": body }),
        );
        assert_eq!(added.status, StatusCode::CREATED);
        let new = added.body["id"].as_str().unwrap();
        let appoint = json!({ "person": new, "from": "2022-06-01", "instead": true });
        let path = format!("/posts/{post}/holders");
        assert_eq!(
            server.post(&office, &path, appoint.clone()).status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(
            server.post(&office, &path, appoint).problem(),
            "registry.already_held"
        );
        let holder = |on: &str| {
            let shown = server.get(&office, &format!("/orgs/{body}?day={on}")).body;
            shown["posts"][0]["person"]["id"]
                .as_str()
                .map(str::to_owned)
        };
        assert_eq!(holder("2022-05-31").as_deref(), Some(old));
        assert_eq!(holder("2022-06-01").as_deref(), Some(new));
        let left = server
            .get(&office, &format!("/persons/{old}?day=2022-06-01"))
            .body;
        assert_eq!(left["holdings"][0]["until"], "2022-06-01");
        assert_eq!(left["posts"], json!([]));
        let relieve = json!({ "person": new, "on": "2022-07-01" });
        server.post(&office, &format!("{path}/end"), relieve.clone());
        assert_eq!(
            server
                .post(&office, &format!("{path}/end"), relieve)
                .problem(),
            "registry.not_held"
        );
        let vacant = server.get(
            &office,
            &format!("/posts?org={body}&vacant=true&day=2022-07-01"),
        );
        let vacant: Vec<&Value> = vacant.body["items"].as_array().unwrap().iter().collect();
        assert!(
            vacant.iter().any(|one| one["id"] == post),
            "an empty post shows as a vacancy"
        );
        assert!(server.world.store.verify_ledger_blocking().unwrap().ok);
    });
}

#[test]
fn a_site_shows_who_answers_now_and_who_did() {
    on_each(|| {
        let server = started();
        let town = actor(&server, "town", "township", "递铺街道办事处");
        let site = server.get(&town, "/sites?kind=gas-station").body["items"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let body = org_id(&server, "递铺街道办事处");
        let posts = server.get(&town, &format!("/orgs/{body}")).body;
        let (first, second) = (
            posts["posts"][0]["id"].clone(),
            posts["posts"][1]["id"].clone(),
        );
        let path = format!("/sites/{site}/capacities");
        for (party, from) in [(&first, "2022-01-01"), (&second, "2022-05-01")] {
            let bind =
                json!({ "role": "乡镇监管责任人", "party": party, "from": from, "instead": true });
            assert_eq!(
                server.post(&town, &path, bind).status,
                StatusCode::NO_CONTENT
            );
        }
        let shown = server.get(&town, &format!("/sites/{site}")).body;
        let capacities = shown["capacities"].as_array().unwrap();
        assert_eq!(capacities.len(), 2);
        assert_eq!(capacities[0]["party"]["id"], second);
        assert_eq!(capacities[0]["role_title"], "乡镇（街道）监管责任人");
        assert_eq!(capacities[1]["until"], "2022-05-01");
        let today = server.world.today();
        let bound = |on: &'static str| {
            let site = Id::parse(&site).unwrap();
            server
                .world
                .read(move |sql| site::store::bound(sql, site, "乡镇监管责任人", day(on)))
        };
        assert_eq!(bound("2022-04-30").map(|id| json!(id)), Some(first));
        assert_eq!(
            bound("2022-05-01").map(|id| json!(id)),
            Some(second.clone())
        );
        let holder = capacities[0]["person"]["id"].as_str().unwrap();
        let person = server.get(&town, &format!("/persons/{holder}")).body;
        assert_eq!(person["answers_for"][0]["site"], site);
        let unbind = json!({ "role": "乡镇监管责任人", "on": today });
        assert_eq!(
            server.post(&town, &format!("{path}/end"), unbind).status,
            StatusCode::NO_CONTENT
        );
    });
}

#[test]
fn areas_are_walked_from_the_top_of_the_callers_reach() {
    on_each(|| {
        let server = started();
        let town = actor(&server, "town", "township", "递铺街道办事处");
        let top = server.get(&town, "/areas");
        assert_eq!(top.names(), ["递铺街道"]);
        let id = top.body["items"][0]["id"].as_str().unwrap();
        let villages = server.get(&town, &format!("/areas?parent={id}&limit=3"));
        assert_eq!(villages.names().len(), 3);
        assert_eq!(villages.body["items"][0]["leaf"], true);
        let next = villages.body["next"].as_str().unwrap();
        let more = server.get(&town, &format!("/areas?parent={id}&after={next}"));
        assert!(!more.names().contains(villages.names().last().unwrap()));
        let shown = server.get(&town, &format!("/areas/{id}"));
        let above: Vec<&str> = shown.body["ancestors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(above, ["浙江省", "湖州市", "安吉县"]);
        assert_eq!(server.get(&town, "/areas?q=dpjd").names(), ["递铺街道"]);
    });
}

#[test]
fn nobody_without_a_session_gets_anything() {
    on_each(|| {
        let server = started();
        for path in [
            "/orgs",
            "/persons",
            "/posts",
            "/sites",
            "/areas",
            "/accounts",
            "/me",
        ] {
            let answer = server.send(Method::GET, path, None, &[], None);
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
            assert_eq!(
                answer.headers[header::CONTENT_TYPE],
                "application/problem+json"
            );
        }
    });
}

#[test]
fn an_import_reaches_no_further_than_whoever_runs_it() {
    on_each(|| {
        let server = started();
        actor(&server, "town", "township", "递铺街道办事处");
        actor(&server, "housing", "department", "县住建局");
        let import =
            |login: &str, importer, text: &str| server.world.import_as(login, importer, text);
        let codes = |report: ImportReport| -> Vec<(usize, String)> {
            report
                .errors
                .into_iter()
                .map(|error| (error.row, error.code))
                .collect()
        };
        let sites =
            "名称,类型,区域代码,行业领域\n内,premises,330523001,燃气\n外,premises,330523002,燃气\n";
        let report = import("town", &site::import::IMPORTER, sites).unwrap();
        assert_eq!(codes(report), [(3, "registry.out_of_scope".to_owned())]);
        // Rows that change nothing may lie outside: files are cut from larger ones.
        let unchanged = "名称,类型,区域代码,行业领域\n昌硕气站,燃气场站,330523002,燃气\n内,premises,330523001,燃气\n";
        let report = import("town", &site::import::IMPORTER, unchanged).unwrap();
        assert_eq!((report.added, report.same), (1, 1), "{:?}", report.errors);
        let sectors = "名称,类型,区域代码,行业领域\n气站,premises,330523002,燃气\n学校,premises,330523002,教育\n";
        let report = import("housing", &site::import::IMPORTER, sectors).unwrap();
        assert_eq!(codes(report), [(3, "registry.out_of_scope".to_owned())]);
        let orgs = "名称,类型,区域代码\n甲公司,enterprise,330523002\n";
        let report = import("town", &org::import::IMPORTER, orgs).unwrap();
        assert_eq!(codes(report), [(2, "registry.out_of_scope".to_owned())]);
        let refused = import("housing", &org::import::IMPORTER, orgs).unwrap_err();
        assert!(
            matches!(refused, store::Error::Refused(reason) if reason.code == "registry.import_forbidden")
        );
        let persons = "姓名,单位,岗位\n某乙,县公安局,局长\n";
        let report = import("town", &persons::IMPORTER, persons).unwrap();
        assert_eq!(codes(report), [(2, "registry.out_of_scope".to_owned())]);
        let areas = "区域代码,名称,级别,上级区域\n330523999,新街道,town,330523\n";
        let report = import("town", &area::import::IMPORTER, areas).unwrap();
        assert_eq!(codes(report), [(2, "registry.out_of_scope".to_owned())]);
    });
}

#[test]
fn one_name_in_the_interface_means_one_shape() {
    let mut known: BTreeMap<String, Value> = BTreeMap::new();
    for (name, shape) in shapes() {
        let first = known.entry(name.clone()).or_insert_with(|| shape.clone());
        assert_eq!(*first, shape, "{name}");
    }
    assert!(known.contains_key("SiteView") && known.contains_key("OrgPost"));
}
