//! The routes of the registry without a server around them: the caller comes from the session as there.

use crate::world::World;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use mechanism::{App, Limits, Mechanism};
use object_store::memory::InMemory;
use registry::identity::{self, NewAccount, accounts};
use serde_json::Value;
use std::sync::Arc;
use tower::ServiceExt;

static CONTENTS: &[Mechanism] = &[
    registry::area::MECHANISM,
    registry::org::MECHANISM,
    registry::person::MECHANISM,
    registry::site::MECHANISM,
    registry::identity::MECHANISM,
];

pub struct Server {
    pub world: World,
    router: axum::Router,
    runtime: tokio::runtime::Runtime,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    /// The code of a problem.
    pub fn problem(&self) -> String {
        let kind = self.body["type"].as_str().unwrap_or_default();
        kind.trim_start_matches("/problems/").to_owned()
    }

    pub fn names(&self) -> Vec<&str> {
        let items = self.body["items"].as_array().unwrap();
        items
            .iter()
            .map(|item| item["name"].as_str().unwrap())
            .collect()
    }

    pub fn etag(&self) -> String {
        self.headers[header::ETAG].to_str().unwrap().to_owned()
    }
}

/// Somebody who signed in.
#[derive(Clone)]
pub struct Actor {
    pub token: String,
}

impl Server {
    pub fn start(world: World) -> Server {
        let app = App::assemble(
            world.store.clone(),
            world.env.clone(),
            Arc::new(InMemory::new()),
            Limits::default(),
            CONTENTS,
        );
        let mut router = utoipa_axum::router::OpenApiRouter::new();
        for mechanism in CONTENTS {
            router = router.merge((mechanism.routes)());
        }
        let (router, _) = router.split_for_parts();
        let router = router
            .layer(from_fn_with_state(app.clone(), resolve))
            .with_state(app.clone());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        Server {
            world,
            router,
            runtime,
        }
    }

    pub fn send(
        &self,
        method: Method,
        path: &str,
        actor: Option<&Actor>,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(actor) = actor {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", actor.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        let request = request.body(body).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body: serde_json::from_slice(&bytes).unwrap_or(Value::Null),
            }
        })
    }

    pub fn get(&self, actor: &Actor, path: &str) -> Answer {
        self.send(Method::GET, path, Some(actor), &[], None)
    }

    pub fn post(&self, actor: &Actor, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(actor), &[], Some(body))
    }

    pub fn patch(&self, actor: &Actor, path: &str, etag: &str, body: Value) -> Answer {
        let headers = [("if-match", etag)];
        self.send(Method::PATCH, path, Some(actor), &headers, Some(body))
    }

    pub fn sign_in(&self, login: &str, password: &str) -> Result<Actor, Box<Answer>> {
        let body = serde_json::json!({ "account": login, "password": password });
        let answer = self.send(Method::POST, "/session", None, &[], Some(body));
        if answer.status != StatusCode::OK {
            return Err(Box::new(answer));
        }
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
        let token = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
        Ok(Actor { token })
    }

    /// Makes an account with a known password and signs in.
    pub fn actor(&self, new: NewAccount) -> Actor {
        let login = new.login.clone();
        self.known(new, "绿水青山就是金山");
        self.sign_in(&login, "绿水青山就是金山")
            .unwrap_or_else(|answer| panic!("{}", answer.body))
    }

    pub fn known(&self, new: NewAccount, password: &str) {
        let chance = self.world.store.chance().clone();
        let hash = identity::password::hash(password, &*chance).unwrap();
        let (policy, today) = (self.world.env.policy.clone(), self.world.today());
        self.world
            .write(move |tx| accounts::add_known(tx, &policy, today, &new, &hash))
            .unwrap();
    }
}

async fn resolve(
    axum::extract::State(app): axum::extract::State<App>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(token) = identity::token::of(request.headers())
        && let Some(caller) = identity::resolve(&app, &token).await.unwrap()
    {
        request.extensions_mut().insert(caller);
    }
    next.run(request).await
}

/// Every shape of the interface description by name, with whatever it looks like in each register.
pub fn shapes() -> Vec<(String, Value)> {
    let mut shapes = Vec::new();
    for mechanism in CONTENTS {
        let document = serde_json::to_value((mechanism.routes)().get_openapi()).unwrap();
        if let Some(found) = document["components"]["schemas"].as_object() {
            shapes.extend(
                found
                    .iter()
                    .map(|(name, shape)| (name.clone(), shape.clone())),
            );
        }
    }
    shapes
}
