//! Refusals at the edge, and who may write.

use crate::house::{production, training};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

fn post(path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Request::post(path).header("host", "anlan.test");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
async fn a_refusal_says_in_the_readers_language_what_happened_and_what_to_do() {
    let house = training();
    let chinese = house.get("/api/v1/none").await;
    assert_eq!(chinese.problem(), "edge.unknown_path");
    assert_eq!(chinese.json()["title"], "没有这个接口地址");
    let request = Request::get("/api/v1/none")
        .header("accept-language", "en-GB,en;q=0.9")
        .body(Body::empty());
    let english = house.send(request.unwrap()).await.json();
    assert_eq!(
        english["title"],
        "There is no such address of the interface"
    );
    assert!(english["act"].as_str().is_some_and(|act| !act.is_empty()));
    assert_eq!(english["status"], 404);
}

#[tokio::test]
async fn every_answer_has_a_number_and_a_refusal_repeats_it() {
    let house = training();
    let answer = house.get("/api/v1/none").await;
    let number = answer.header("x-request-id").to_owned();
    assert!(kernel::id::Id::parse(&number).is_some(), "{number}");
    assert_eq!(answer.json()["request_id"], number.as_str());
    assert_ne!(house.get("/healthz").await.header("x-request-id"), number);
}

#[tokio::test]
async fn a_number_from_outside_is_taken_only_in_our_form() {
    let house = training();
    let ask = |number: &str| {
        Request::get("/healthz")
            .header("x-request-id", number)
            .body(Body::empty())
            .unwrap()
    };
    let ours = "01900000-0000-7000-8000-000000000001";
    assert_eq!(house.send(ask(ours)).await.header("x-request-id"), ours);
    assert_ne!(
        house.send(ask("name=value")).await.header("x-request-id"),
        "name=value"
    );
}

#[tokio::test]
async fn a_wrong_method_is_a_problem_too() {
    let house = training();
    let request = Request::delete("/api/v1/instance")
        .header("x-anlan", "1")
        .body(Body::empty())
        .unwrap();
    let answer = house.send(request).await;
    assert_eq!(
        (answer.status, answer.problem()),
        (StatusCode::METHOD_NOT_ALLOWED, "edge.method".to_owned())
    );
}

#[tokio::test]
async fn a_page_of_another_site_cannot_write() {
    let house = training();
    let foreign = post(
        "/api/v1/clock",
        &[JSON, ("origin", "http://evil.test")],
        "{\"to\":0}",
    );
    assert_eq!(house.send(foreign).await.problem(), "edge.foreign_origin");
    let form = post(
        "/api/v1/clock",
        &[("content-type", "text/plain")],
        "{\"to\":0}",
    );
    assert_eq!(house.send(form).await.problem(), "edge.foreign_origin");
    let own = post(
        "/api/v1/clock",
        &[JSON, ("origin", "http://anlan.test")],
        "{\"to\":0}",
    );
    assert_eq!(house.send(own).await.problem(), "edge.unauthenticated");
}

#[tokio::test]
async fn without_a_session_nothing_but_the_public_is_answered() {
    let house = training();
    assert_eq!(house.get("/api/v1/instance").await.status, StatusCode::OK);
    for (permission, routes) in server::generated::routes_by_permission() {
        if permission == mechanism::PUBLIC {
            continue;
        }
        for route in routes {
            let (method, path) = route.trim_matches('`').split_once(' ').unwrap();
            let path = filled(path);
            let request = Request::builder()
                .method(method)
                .uri(format!("/api/v1{path}"))
                .header("x-anlan", "1");
            let answer = house.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(
                answer.status,
                StatusCode::UNAUTHORIZED,
                "{route}: {}",
                answer.text
            );
        }
    }
}

#[tokio::test]
async fn an_unknown_token_is_nobody() {
    let house = training();
    for (name, value) in [
        ("authorization", "Bearer abc"),
        ("cookie", "anlan_session=abc"),
    ] {
        let request = Request::get("/api/v1/ledger/verify")
            .header(name, value)
            .body(Body::empty())
            .unwrap();
        assert_eq!(house.send(request).await.problem(), "edge.unauthenticated");
    }
}

#[tokio::test]
async fn the_instance_says_whether_it_is_for_training() {
    let training = training().get("/api/v1/instance").await.json();
    assert_eq!(
        (&training["kind"], &training["zone"]),
        (&json!("training"), &json!("Asia/Shanghai"))
    );
    assert_eq!(training["now"], crate::house::START.0);
    let production = production().get("/api/v1/instance").await.json();
    assert_eq!(
        (&production["kind"], &production["notice"]),
        (&json!("production"), &json!(null))
    );
}

#[tokio::test]
async fn the_description_of_the_interface_is_served_and_names_every_permission() {
    let house = training();
    let document = house.get("/api/openapi.json").await.json();
    assert_eq!(document["openapi"], "3.1.0");
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(
                operation["x-permission"].is_string(),
                "{method} {path} names no permission"
            );
        }
    }
}

/// An address with an id in the place of each parameter.
fn filled(path: &str) -> String {
    let part = |part: &str| {
        if part.starts_with('{') {
            "01900000-0000-7000-8000-000000000001"
        } else {
            part
        }
        .to_owned()
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
