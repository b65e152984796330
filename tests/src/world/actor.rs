//! People as values: who signs in, asks and is answered.

use super::World;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use kernel::id::Id;
use registry::identity::{self, NewAccount, accounts::Owner, model::Session, token};
use serde_json::Value;
use tower::ServiceExt;

/// Somebody signed in.
pub struct Actor {
    pub person: Id,
    token: String,
    router: Router,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Answer {
    /// The body of a success; a refusal shows itself.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, self.body);
        self.body
    }

    /// The code of a refusal with this status.
    #[track_caller]
    pub fn refused(self, status: u16) -> String {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        let kind = self.body["type"].as_str().unwrap_or_default();
        kind.strip_prefix("/problems/").unwrap_or(kind).to_owned()
    }
}

impl Actor {
    /// The person of that name, with the role that fits his body.
    pub async fn named(world: &World, name: &str) -> Actor {
        let person = world.person(name).await;
        Actor::of_person(world, person).await
    }

    /// Whoever holds a post today.
    pub async fn in_post(world: &World, org: &str, title: &str) -> Actor {
        let (org, title, day) = (world.org(org).await, title.to_owned(), world.today());
        let person = world
            .read(move |sql| {
                let post = registry::person::store::post_by_title(sql, org, &title)?
                    .expect("a post of that title");
                let holders = registry::person::store::holders(sql, post.id, day)?;
                Ok(holders
                    .into_iter()
                    .find(|holder| !holder.stand_in)
                    .expect("a holder")
                    .person)
            })
            .await;
        Actor::of_person(world, person).await
    }

    /// Somebody of a township's government.
    pub async fn of_town(world: &World, town: &str) -> Actor {
        let (town, day) = (town.to_owned(), world.today());
        let person = world
            .read(move |sql| {
                let towns = registry::org::store::of_kind(sql, "town-government", day)?;
                for org in towns.iter().filter(|org| org.name.contains(&town)) {
                    for post in registry::person::store::posts_of_org(sql, org.id, day)? {
                        if let Some(holder) =
                            registry::person::store::holders(sql, post.id, day)?.first()
                        {
                            return Ok(Some(holder.person));
                        }
                    }
                }
                Ok(None)
            })
            .await;
        Actor::of_person(world, person.expect("somebody of that township")).await
    }

    pub async fn of_person(world: &World, person: Id) -> Actor {
        let day = world.today();
        let kinds = world
            .read(move |sql| {
                let main = registry::person::store::orgs_of_person(sql, person, day)?
                    .first()
                    .copied();
                let org = main
                    .map(|id| registry::org::store::by_id(sql, id))
                    .transpose()?
                    .flatten();
                let committee = org.as_ref().and_then(|org| org.office_of);
                let committee = committee
                    .map(|id| registry::org::store::by_id(sql, id))
                    .transpose()?
                    .flatten();
                Ok((org.map(|org| org.kind), committee.map(|org| org.kind)))
            })
            .await;
        let role = match (kinds.0.as_deref(), kinds.1.as_deref()) {
            (Some("committee-office"), Some("safety-committee")) => "safety_office",
            (Some("committee-office"), _) => "committee_office",
            (Some("town-government"), _) => "township",
            (Some("enterprise"), _) => "enterprise",
            // The bureau or command centre that runs the small plans of the test packs.
            (Some("bureau" | "command-centre"), _) => "safety_office",
            _ => "department",
        };
        Actor::with_role(world, person, role).await
    }

    /// Somebody with a role of the packs.
    pub async fn with_role(world: &World, person: Id, role: &str) -> Actor {
        let role = role.to_owned();
        let (library, today) = (world.app.env.policy.clone(), world.today());
        let token = token::new(&**world.app.store.chance());
        let digest = token::digest_of(&token);
        world
            .arrange(move |tx| {
                let login = format!("{}.{}", &person.to_string()[24..], role.replace('_', "-"));
                let account = match identity::store::by_login(tx, &login)? {
                    Some(account) => account.id,
                    None => {
                        let new = NewAccount {
                            login,
                            owner: Owner::Person(person),
                            role: role.clone(),
                            org: None,
                            language: "zh".to_owned(),
                        };
                        identity::accounts::add_known(tx, &library, today, &new, "unused")?
                    }
                };
                let now = tx.machine_now();
                let session = Session {
                    account,
                    created: now,
                    seen: now,
                    expires: now.plus_hours(24 * 400),
                    revoked: None,
                };
                identity::store::insert_session(tx, digest, &session)?;
                tx.note(account, "signed_in", serde_json::json!({}))
            })
            .await;
        Actor {
            person,
            token,
            router: world.router.clone(),
        }
    }

    /// The administrator of the training instance who moves its clock.
    pub async fn clock_keeper(world: &World) -> Actor {
        Actor::extra(world, "时钟管理员", "safety_office").await
    }

    /// Nobody.
    pub fn anonymous(world: &World) -> Actor {
        Actor {
            person: Id([0; 16]),
            token: String::new(),
            router: world.router.clone(),
        }
    }

    /// A person outside every body.
    pub async fn extra(world: &World, name: &str, role: &str) -> Actor {
        let id = Id::natural("tests.person", name);
        let (name, from) = (name.to_owned(), world.today());
        world
            .arrange(move |tx| {
                if registry::person::store::by_id(tx, id)?.is_none() {
                    let person = registry::person::Person {
                        id,
                        name: name.clone(),
                        org: None,
                        sector: None,
                        path: Default::default(),
                        from,
                        until: None,
                        version: 1,
                    };
                    registry::person::store::insert(tx, &person)?;
                    tx.note(id, "registered", serde_json::json!({}))?;
                }
                Ok(())
            })
            .await;
        Actor::with_role(world, id, role).await
    }

    /// What shows a server process who asks.
    pub fn token(&self) -> String {
        self.token.clone()
    }

    pub async fn move_to(&self, to: kernel::time::Moment) {
        self.post("/clock", serde_json::json!({ "to": to.0 }))
            .await
            .ok();
    }

    /// A path outside the interface.
    pub async fn raw(&self, path: &str) -> Value {
        let request = Request::builder()
            .uri(path)
            .body(Body::empty())
            .expect("a request");
        answer(&self.router, request).await.ok()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, Some(body)).await
    }

    /// Uploads a file and returns what a field of a record refers to.
    pub async fn attach(&self, name: &str, media: &str, bytes: &[u8]) -> Value {
        let request = self
            .request(Method::POST, &format!("/attachments?name={name}"))
            .header("content-type", media)
            .body(Body::from(bytes.to_vec()))
            .expect("a request");
        let stored = answer(&self.router, request).await.ok();
        serde_json::json!({ "hash": stored["hash"], "name": name })
    }

    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let request = self.request(method, path);
        let request = match body {
            Some(body) => request
                .header("content-type", "application/json")
                .body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        answer(&self.router, request.expect("a request")).await
    }

    /// Sends bytes as they are, with headers of one's own.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request = self.request(method, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(
            &self.router,
            request.body(Body::from(body)).expect("a request"),
        )
        .await
    }

    /// A file as it comes.
    pub async fn download(&self, path: &str) -> Vec<u8> {
        let request = self
            .request(Method::GET, path)
            .body(Body::empty())
            .expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        assert!(
            response.status().is_success(),
            "{path}: {}",
            response.status()
        );
        to_bytes(response.into_body(), 64 << 20)
            .await
            .expect("a body")
            .to_vec()
    }

    /// Sends bytes and gets bytes.
    pub async fn fetch(&self, method: Method, path: &str, body: Vec<u8>) -> Vec<u8> {
        let request = self
            .request(method, path)
            .header("content-type", "application/octet-stream")
            .body(Body::from(body))
            .expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let status = response.status();
        let bytes = to_bytes(response.into_body(), 64 << 20)
            .await
            .expect("a body");
        assert!(
            status.is_success(),
            "{path}: {status} {}",
            String::from_utf8_lossy(&bytes)
        );
        bytes.to_vec()
    }

    fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {}", self.token))
            .header("x-anlan", "1")
    }
}

async fn answer(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = to_bytes(response.into_body(), 64 << 20)
        .await
        .expect("a body");
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Answer {
        status,
        headers,
        body,
    }
}
