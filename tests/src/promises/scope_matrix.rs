//! Rights and sight over every route of the interface, read from the document that the server publishes.

use crate::world::{Actor, Place, World, on_each};
use serde_json::Value;

/// A route with the one permission that it declares.
struct Route {
    method: String,
    path: String,
    permission: String,
}

fn routes(document: &Value) -> Vec<Route> {
    let mut routes = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let Some(permission) = operation["x-permission"].as_str() else {
                assert!(
                    operation["operationId"].is_null(),
                    "{method} {path} declares no permission"
                );
                continue;
            };
            routes.push(Route {
                method: method.to_uppercase(),
                path: path.clone(),
                permission: permission.to_owned(),
            });
        }
    }
    assert!(routes.len() > 20, "the document lists the interface");
    routes
}

/// A path with something in every place; what it names does not exist.
fn filled(path: &str) -> String {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    let parts = path.split('/').map(|part| match part {
        part if part.starts_with('{') => "00000000-0000-8000-8000-000000000000",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Without a session nothing answers but what is public; with one, a missing right is named.
#[tokio::test]
async fn every_route_asks_for_the_permission_that_it_declares() {
    on_each(Place::Anji, |world| async move {
        let document = document(&world).await;
        let nobody = Actor::anonymous(&world);
        // Administrators of the audit have one right, enterprises every right that they lack of the others.
        let auditor = Actor::extra(&world, "审计员", "audit_admin").await;
        let keeper = Actor::extra(&world, "系统员", "system_admin").await;
        for route in routes(&document) {
            let path = filled(&route.path);
            let method = route.method.parse().expect("a method");
            if route.permission == "public" {
                continue;
            }
            let answer = nobody.send(method, &path, None).await;
            assert_eq!(
                answer.status.as_u16(),
                401,
                "{} {} without a session",
                route.method,
                route.path
            );
            if route.permission == "session" {
                continue;
            }
            let method = route.method.parse().expect("a method");
            let powerless = if route.permission == "ledger.read" {
                &keeper
            } else {
                &auditor
            };
            let answer = powerless.send(method, &path, None).await;
            assert_eq!(
                answer.status.as_u16(),
                403,
                "{} {} without the right",
                route.method,
                route.path
            );
            assert_eq!(
                answer.body["params"]["permission"],
                route.permission.as_str()
            );
        }
    })
    .await;
}

/// Whoever works in one township finds nothing of another one in any list, and no object of it by id.
#[tokio::test]
async fn nothing_of_another_township_is_listed_counted_or_opened() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let own = Actor::of_town(&world, "递铺街道").await;
        let document = document(&world).await;
        let elsewhere = foreign_ids(&world).await;
        assert!(
            !elsewhere.is_empty(),
            "there is something elsewhere to look for"
        );
        for route in routes(&document)
            .into_iter()
            .filter(|route| route.method == "GET" && route.permission != "public")
        {
            let ids: Vec<Option<&String>> = if route.path.contains('{') {
                elsewhere.iter().map(Some).collect()
            } else {
                vec![None]
            };
            for id in ids {
                let path = match id {
                    Some(id) => path_with(&route.path, id),
                    None => filled(&route.path),
                };
                let answer = own.get(&path).await;
                let text = answer.body.to_string();
                for foreign in &elsewhere {
                    let echoed = id == Some(foreign) && !answer.status.is_success();
                    assert!(
                        echoed || !text.contains(foreign.as_str()),
                        "{} shows {foreign}: {text}",
                        route.path
                    );
                }
            }
        }
    })
    .await;
}

fn path_with(path: &str, id: &str) -> String {
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    path.split('/')
        .map(|part| if part.starts_with('{') { id } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

async fn document(world: &World) -> Value {
    Actor::anonymous(world).raw("/api/openapi.json").await
}

/// Ids of bodies, sites and obligations that belong to another township.
async fn foreign_ids(world: &World) -> Vec<String> {
    use store::Sql;
    world
        .read(|sql| {
            let town = "(select id from area where name = '杭垓镇')";
            let mut ids = Vec::new();
            for table in ["obligation", "org", "site"] {
                let text =
                    format!("select id from {table} where area_town = {town} order by id limit 5");
                for row in sql.query(&text, &[])? {
                    ids.push(row.id("id")?.to_string());
                }
            }
            Ok(ids)
        })
        .await
}
