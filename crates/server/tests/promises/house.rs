//! A server in process, over a database of its own, with a machine clock that the test moves.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::chance::SeededChance;
use kernel::time::{Clock, ManualClock, Moment};
use mechanism::App;
use registry::identity::accounts::{self, NewAccount, Owner};
use registry::identity::password;
use serde_json::Value;
use std::sync::Arc;
use store::{Kind, Store, StoreSettings};
use tempfile::TempDir;
use tower::ServiceExt;

/// 2022-01-01T00:00:00+08:00.
pub const START: Moment = Moment(1_640_966_400_000);

pub struct House {
    pub app: App,
    pub machine: Arc<ManualClock>,
    router: Router,
    _folder: TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

pub fn training() -> House {
    of(Kind::Training)
}

pub fn production() -> House {
    of(Kind::Production)
}

fn of(kind: Kind) -> House {
    let folder = tempfile::tempdir().unwrap();
    let machine = Arc::new(ManualClock::new(START));
    let mut settings = StoreSettings::sqlite(folder.path(), kind);
    settings.business_start = Some(START);
    let shown = machine.clone();
    let now = Arc::new(move || shown.machine());
    let store = Store::open_instance(settings, now, Arc::new(SeededChance::new(7))).unwrap();
    let library = server::packs::library(None).unwrap();
    let (app, router) = server::app(store, library).unwrap();
    House {
        app,
        machine,
        router,
        _folder: folder,
    }
}

/// Somebody signed in, who sends what a browser with a session sends.
pub struct Person<'a> {
    house: &'a House,
    pub cookie: String,
}

impl House {
    /// Makes an account with a role and signs in with it.
    pub async fn person(&self, login: &str, role: &str) -> Person<'_> {
        let day = self.app.env.calendar.zone().day_of(START);
        let (policy, new) = (self.app.env.policy.clone(), new_account(login, role));
        let hash = password::hash("demo", &SeededChance::new(1)).unwrap();
        let add = move |tx: &mut store::Tx<'_>| {
            accounts::add_known(tx, &policy, day, &new, &hash).map(drop)
        };
        self.app
            .store
            .write(store::Act::system("test.account"), add)
            .await
            .unwrap();
        let answer = self.sign_in(login, "demo").await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let cookie = answer
            .header("set-cookie")
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned();
        Person {
            house: self,
            cookie,
        }
    }

    pub async fn sign_in(&self, login: &str, password: &str) -> Answer {
        let body = serde_json::json!({ "account": login, "password": password }).to_string();
        let request = Request::post("/api/v1/session").header("content-type", "application/json");
        self.send(request.body(Body::from(body)).unwrap()).await
    }
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let bytes = to_bytes(body, 16 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: head.status,
            headers: head.headers,
            text,
        }
    }
}

fn new_account(login: &str, role: &str) -> NewAccount {
    NewAccount {
        login: login.to_owned(),
        owner: Owner::New {
            name: "某人".to_owned(),
            org: None,
        },
        role: role.to_owned(),
        org: None,
        language: "zh".to_owned(),
    }
}

impl Person<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header("cookie", &self.cookie);
        self.house.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
        let mut request = Request::post(path)
            .header("cookie", &self.cookie)
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.house
            .send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        let request = Request::delete(path)
            .header("cookie", &self.cookie)
            .header("x-anlan", "1");
        self.house.send(request.body(Body::empty()).unwrap()).await
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The code of the problem that the answer is.
    pub fn problem(&self) -> String {
        assert_eq!(
            self.header(header::CONTENT_TYPE.as_str()),
            "application/problem+json",
            "{}",
            self.text
        );
        let kind = self.json()["type"].as_str().unwrap().to_owned();
        kind.trim_start_matches("/problems/").to_owned()
    }
}
