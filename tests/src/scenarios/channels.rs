//! Channels: what is told in the program leaves by e-mail and signed webhooks, once, and says what became of it.

mod posts;

use crate::world::{Actor, Backend, Hands, Place, World, on_each, production};
use axum::http::Method;
use kernel::reason::Reason;
use kernel::time::Moment;
use posts::{Gateway, MailPost, secret};
use serde_json::{Value, json};
use server::Settings;
use server::settings::{MailServer, Secret, WebhookSettings};
use server::ticking::Ticking;
use std::sync::Arc;
use store::{Message, Sql, params};

/// 15 June 2022, 10:00 in China.
const TEN: Moment = Moment(1_655_258_400_000);

/// An instance with a mail server and a gateway on this machine, and somebody to be told.
struct Scene {
    world: World,
    ticking: Arc<Ticking>,
    hands: Hands,
    post: MailPost,
    gateway: Gateway,
    person: Actor,
}

impl Scene {
    async fn of(backend: Backend, mail: &[&str], gateway: &[&str]) -> Scene {
        let (post, gateway) = (MailPost::open(mail), Gateway::open(gateway));
        let hands = Hands::at(TEN);
        let (world, ticking) = production(backend, settings(&post, &gateway), hands.clone()).await;
        let person = Actor::extra(&world, "值守员", "department").await;
        let contact = json!({ "addresses": { "email": "duty@example.org", "robot": "duty-room" } });
        person.put("/me/contact", contact).await.ok();
        Scene {
            world,
            ticking,
            hands,
            post,
            gateway,
            person,
        }
    }

    async fn told(&self, key: &str, category: &str, must_know: bool) {
        let (key, category, receiver) = (key.to_owned(), category.to_owned(), self.person.person);
        self.world
            .arrange(move |tx| {
                let reason = Reason::new("chasing.urged").with("n", 3).with("late", 1);
                tx.send(&Message {
                    key: key.clone(),
                    receiver,
                    channel: "in-app".to_owned(),
                    category: category.clone(),
                    subject: receiver,
                    reason: reason.with("oldest", "2022-06-10"),
                    must_know,
                    due_at: None,
                })?;
                tx.note(receiver, "told", json!({}))
            })
            .await;
    }

    /// Lets everything leave that may.
    async fn pass(&self) {
        self.ticking.turn().await.expect("a turn");
        self.ticking.deliver().await.expect("a delivery");
    }

    /// Channel, state and tries of every message on other channels, in order.
    async fn states(&self) -> Vec<(String, String, i64)> {
        let rows = self.world.read(|sql| {
            let rows = sql.query(
                "select channel, state, tries from outbox where channel <> 'in-app' order by channel, created_at, id",
                &[],
            )?;
            rows.iter()
                .map(|row| Ok((row.text("channel")?, row.text("state")?, row.int("tries")?)))
                .collect::<store::Result<Vec<_>>>()
        });
        rows.await
    }
}

fn settings(post: &MailPost, gateway: &Gateway) -> Settings {
    Settings {
        public_url: "https://anlan.example.org".to_owned(),
        mail: MailServer {
            scheme: "plain".to_owned(),
            host: "127.0.0.1".to_owned(),
            port: Some(post.port),
            from: "anlan@example.org".to_owned(),
            ..MailServer::default()
        },
        webhooks: vec![WebhookSettings {
            name: "robot".to_owned(),
            url: format!("http://127.0.0.1:{}/hook", gateway.port),
            secret: Secret::new(secret()),
            template: String::new(),
        }],
        ..Settings::default()
    }
}

fn state(channel: &str, state: &str, tries: i64) -> (String, String, i64) {
    (channel.to_owned(), state.to_owned(), tries)
}

#[tokio::test]
async fn what_is_told_leaves_by_mail_and_by_a_signed_webhook_once() {
    for backend in Backend::all() {
        let scene = Scene::of(backend, &["250 taken"], &["200 {}"]).await;
        scene.told("first", "urge", true).await;
        scene.pass().await;
        scene.pass().await;
        assert_eq!(
            scene.states().await,
            [state("email", "sent", 1), state("robot", "sent", 1)]
        );
        let mails = scene.post.taken();
        assert_eq!(mails.len(), 1);
        assert!(
            mails[0].contains("To: duty@example.org") && mails[0].contains("Message-ID: <"),
            "{}",
            mails[0]
        );
        assert!(mails[0].contains("@example.org>"));
        let calls = scene.gateway.taken();
        assert_eq!(calls.len(), 1);
        assert!(calls[0].is_signed(), "{:?}", calls[0]);
        let body: Value = serde_json::from_str(&calls[0].body).expect("JSON");
        assert_eq!(
            (&body["to"], &body["category"]),
            (&json!("duty-room"), &json!("urge"))
        );
        assert!(
            body["title"]
                .as_str()
                .expect("words")
                .contains("3 项待办未办结"),
            "{body}"
        );
        assert_eq!(body["id"], calls[0].header("x-anlan-id").expect("an id"));
    }
}

#[tokio::test]
async fn mail_is_tried_again_under_the_same_id_and_later_each_time() {
    for backend in Backend::all() {
        let scene = Scene::of(backend, &["451 later", "drop", "250 taken"], &["200 {}"]).await;
        scene.told("first", "urge", true).await;
        scene.pass().await;
        assert_eq!(scene.states().await[0], state("email", "waiting", 1));
        scene.pass().await;
        assert_eq!(scene.post.taken().len(), 1, "not before its time");
        scene.hands.plus_minutes(1);
        scene.pass().await;
        assert_eq!(scene.states().await[0], state("email", "waiting", 2));
        scene.hands.plus_minutes(4);
        scene.pass().await;
        assert_eq!(scene.states().await[0], state("email", "sent", 3));
        let ids: Vec<String> = scene
            .post
            .taken()
            .iter()
            .map(|mail| message_id(mail))
            .collect();
        assert_eq!(ids.len(), 3);
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }
}

fn message_id(mail: &str) -> String {
    let line = mail.lines().find(|line| line.starts_with("Message-ID:"));
    line.expect("an id").to_owned()
}

#[tokio::test]
async fn a_gateway_that_broke_off_leaves_it_unknown_until_its_receipt() {
    for backend in Backend::all() {
        let scene = Scene::of(backend, &["250 taken"], &["drop"]).await;
        scene.told("first", "urge", true).await;
        scene.pass().await;
        assert_eq!(scene.states().await[1], state("robot", "unknown", 1));
        scene.hands.plus_minutes(300);
        scene.pass().await;
        assert_eq!(
            scene.gateway.taken().len(),
            1,
            "what may have been sent is not sent again"
        );

        let id = scene.gateway.taken()[0]
            .header("x-anlan-id")
            .expect("an id");
        let gateway = Actor::anonymous(&scene.world);
        let body = json!({ "id": id, "state": "delivered" }).to_string();
        let now = scene.world.app.store.clock().machine().0;
        let report = async |at: i64, signature: String| {
            let at = at.to_string();
            let headers = [
                ("content-type", "application/json"),
                ("x-anlan-timestamp", at.as_str()),
                ("x-anlan-signature", signature.as_str()),
            ];
            gateway
                .ask(
                    Method::POST,
                    "/channels/robot/receipts",
                    &headers,
                    body.clone().into_bytes(),
                )
                .await
        };
        let unsigned = report(now, "sha256=00".to_owned()).await;
        assert_eq!(unsigned.refused(401), "channels.not_signed");
        let old = now - 10 * 60_000;
        let late = report(old, posts::sign(&old.to_string(), &body)).await;
        assert_eq!(late.refused(401), "channels.not_signed");
        report(now, posts::sign(&now.to_string(), &body)).await.ok();
        assert_eq!(scene.states().await[1], state("robot", "delivered", 1));
    }
}

#[tokio::test]
async fn red_is_tried_again_and_a_refusal_is_not() {
    for backend in Backend::all() {
        let scene = Scene::of(
            backend,
            &["550 no such mailbox"],
            &["drop", "200 {\"state\":\"delivered\"}"],
        )
        .await;
        scene.told("first", "red", true).await;
        scene.pass().await;
        assert_eq!(
            scene.states().await,
            [state("email", "failed", 1), state("robot", "waiting", 1)]
        );
        scene.hands.plus_minutes(1);
        scene.pass().await;
        assert_eq!(scene.states().await[1], state("robot", "delivered", 2));
        let calls = scene.gateway.taken();
        assert_eq!(calls[0].header("x-anlan-id"), calls[1].header("x-anlan-id"));
    }
}

#[tokio::test]
async fn muting_quiet_hours_and_the_mornings_digest() {
    for backend in Backend::all() {
        let scene = Scene::of(backend, &["250 taken"], &["200 {}"]).await;
        let contact = json!({ "addresses": { "email": "duty@example.org" }, "muted": ["gossip"] });
        scene.person.put("/me/contact", contact).await.ok();
        scene.told("plain one", "reminder", false).await;
        scene.told("plain two", "reminder", false).await;
        scene.told("muted", "gossip", false).await;
        scene.told("must be known", "gossip", true).await;
        scene.pass().await;
        assert_eq!(
            scene.post.taken().len(),
            1,
            "only what must be known leaves at once, muted or not"
        );
        // 23:00: what must be known waits for seven, red does not wait.
        scene.hands.plus_minutes(13 * 60);
        scene.told("at night", "urge", true).await;
        scene.told("red", "red", false).await;
        scene.pass().await;
        assert_eq!(scene.post.taken().len(), 2, "red leaves at any hour");
        scene.hands.plus_minutes(8 * 60);
        scene.pass().await;
        assert_eq!(scene.post.taken().len(), 3, "seven o'clock");
        scene.hands.plus_minutes(60);
        scene.pass().await;
        let mails = scene.post.taken();
        assert_eq!(
            mails.len(),
            4,
            "the two reminders of yesterday are one letter at eight"
        );
        let states = scene.states().await;
        assert!(
            states.iter().all(|(_, state, _)| state == "sent"),
            "{states:?}"
        );
        assert_eq!(states.len(), 5);
        // A night has passed: he signs in again.
        let person = Actor::extra(&scene.world, "值守员", "department").await;
        let list = person.get("/messages").await.ok();
        assert_eq!(
            list["items"].as_array().map(Vec::len),
            Some(6),
            "the list in the program holds them all"
        );
    }
}

/// What a process that ended left half sent: mail goes out again, a gateway is not asked twice.
#[tokio::test]
async fn what_was_broken_off_by_a_crash_is_found_by_its_age() {
    for backend in Backend::all() {
        let scene = Scene::of(backend, &["250 taken"], &["200 {}"]).await;
        scene.told("first", "urge", true).await;
        scene.ticking.turn().await.expect("a turn");
        scene.ticking.deliver().await.expect("a delivery");
        scene
            .world
            .arrange(|tx| {
                let text = "update outbox set state = 'sending' where channel <> 'in-app'";
                tx.execute_machine(text, &[])
            })
            .await;
        scene.pass().await;
        assert_eq!(
            scene.states().await,
            [state("email", "sending", 1), state("robot", "sending", 1)]
        );
        scene.hands.plus_minutes(6);
        scene.pass().await;
        scene.hands.plus_minutes(1);
        scene.pass().await;
        assert_eq!(
            scene.states().await,
            [state("email", "sent", 2), state("robot", "unknown", 1)]
        );
        assert_eq!(
            (scene.post.taken().len(), scene.gateway.taken().len()),
            (2, 1)
        );
    }
}

/// Lets another process lead: that of the world has the lease, from moving the clock.
async fn led_by(world: &World, ticking: &Arc<Ticking>) {
    world
        .arrange(|tx| tx.execute_machine("update lease set until_ms = 0", &[]))
        .await;
    ticking.turn().await.expect("a turn");
}

/// A training instance sends nothing, whatever is configured; what would have gone is shown.
#[tokio::test]
async fn a_training_instance_ends_in_the_sink() {
    on_each(Place::Anji, |world| async move {
        let (post, gateway) = (MailPost::open(&["250 taken"]), Gateway::open(&["200 {}"]));
        let started = server::start::put_together(world.app.clone(), &settings(&post, &gateway));
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        let contact = json!({ "addresses": { "email": "office@example.org", "robot": "office" } });
        office.put("/me/contact", contact).await.ok();
        world.advance("2022-04-05 09:00").await;
        led_by(&world, &started.ticking).await;
        started.ticking.deliver().await.expect("a delivery");
        let rows = world.read(|sql| {
            let text = "select count(*) as n, min(answer) as least, max(answer) as most from outbox \
                        where channel <> 'in-app' and state = 'sent'";
            let row = sql.one(text, &[])?.expect("a row");
            Ok((row.int("n")?, row.opt_text("least")?, row.opt_text("most")?))
        });
        let (count, least, most) = rows.await;
        assert!(0 < count, "what must be known would have left");
        assert_eq!((least.as_deref(), most.as_deref()), (Some("sink"), Some("sink")));
        assert!(post.taken().is_empty() && gateway.taken().is_empty());
    })
    .await;
}

/// Obligations whose holder no channel reached are listed with the reason; whoever has an account is reached.
#[tokio::test]
async fn what_reached_nobody_is_listed_with_its_reason() {
    const REPORT: &str = "committee.quarterly-report";
    on_each(Place::Anji, |world| async move {
        let (post, gateway) = (MailPost::open(&[]), Gateway::open(&[]));
        let started = server::start::put_together(world.app.clone(), &settings(&post, &gateway));
        world.activate("anji-2022").await;
        world.advance("2022-04-05 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let listed = async || {
            let path = format!("/undelivered?definition={REPORT}&period=2022Q1");
            let list = office.get(&path).await.ok();
            let items = list["items"].as_array().expect("items").clone();
            items
                .iter()
                .map(|item| {
                    let text = |value: &Value| value.as_str().expect("a word").to_owned();
                    (
                        text(&item["obligation"]["holder"]["name"]),
                        text(&item["why"]),
                    )
                })
                .collect::<Vec<(String, String)>>()
        };
        let first = listed().await;
        assert_eq!(first.len(), 13);
        assert!(
            first.iter().all(|(_, why)| why == "no_account"),
            "{first:?}"
        );

        Actor::in_post(&world, "县燃气专委办", "主任").await;
        let water = Actor::in_post(&world, "县水利专委办", "主任").await.person;
        let gone = world.org("县电力专委办").await;
        world
            .arrange(move |tx| {
                // An account that is shut reaches nobody; an address does.
                let params = params! { "person" => water };
                tx.execute(
                    "update account set state = 'disabled' where person = :person",
                    &params,
                )?;
                let params = params! { "person" => water, "now" => tx.now() };
                tx.execute(
                    "insert into contact (person, channel, address, changed_at) \
                     values (:person, 'email', 'water@example.org', :now)",
                    &params,
                )?;
                let params = params! { "org" => gone };
                tx.execute(
                    "delete from post_holder where post in (select id from post where org = :org)",
                    &params,
                )?;
                tx.execute("update person set org = null where org = :org", &params)?;
                tx.note(gone, "emptied", json!({}))
            })
            .await;
        let then = listed().await;
        assert_eq!(then.len(), 12, "who has an account is reached");
        let why = |name: &str| {
            then.iter()
                .find(|(own, _)| own == name)
                .map(|(_, why)| why.as_str())
        };
        assert_eq!(why("县电力专委办"), Some("vacant"));
        assert_eq!(why("县水利专委办"), Some("no_account"));

        let urge = json!({ "definition": REPORT, "period": "2022Q1" });
        office.post("/owing/urge", urge).await.ok();
        led_by(&world, &started.ticking).await;
        started.ticking.deliver().await.expect("a delivery");
        let after = listed().await;
        assert!(
            !after.iter().any(|(name, _)| name == "县水利专委办"),
            "an address outside reaches, too"
        );
        let id = office
            .get(&format!(
                "/obligations?definition={REPORT}&state=late&limit=200"
            ))
            .await
            .ok();
        let rows = id["items"].as_array().expect("rows").clone();
        let water = rows
            .iter()
            .find(|row| row["holder"]["name"] == "县水利专委办")
            .expect("its obligation");
        let path = format!(
            "/obligations/{}/deliveries",
            water["id"].as_str().expect("an id")
        );
        let deliveries = office.get(&path).await.ok();
        let mail = deliveries
            .as_array()
            .expect("deliveries")
            .iter()
            .find(|one| one["channel"] == "email");
        assert_eq!(
            (
                &mail.expect("a mail")["state"],
                &mail.expect("a mail")["answer"]
            ),
            (&json!("sent"), &json!("sink"))
        );
    })
    .await;
}

/// Addresses are one's own, or the registrar's within his area; the ledger names channels and never an address.
#[tokio::test]
async fn addresses_are_kept_by_their_person_and_the_registrar() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let bad = office
            .put(
                "/me/contact",
                json!({ "addresses": { "sms": "13800000000" } }),
            )
            .await;
        assert_eq!(bad.refused(422), "channels.telephone");
        let town = Actor::of_town(&world, "杭垓镇").await;
        let path = format!("/persons/{}/contact", office.person);
        town.put(&path, json!({ "addresses": { "email": "x@example.org" } }))
            .await
            .refused(404);
        office
            .put(
                "/me/contact",
                json!({ "addresses": {}, "muted": ["reminder"] }),
            )
            .await
            .ok();
        let registrar =
            Actor::with_role(&world, world.person("孔其然").await, "safety_office").await;
        registrar
            .put(&path, json!({ "addresses": { "email": "o@example.org" } }))
            .await
            .ok();
        let own = office.get("/me/contact").await.ok();
        assert_eq!(
            own,
            json!({ "addresses": { "email": "o@example.org" }, "muted": ["reminder"] })
        );
        let leaked = world.read(|sql| {
            let row = sql.one(
                "select count(*) as n from ledger_entry where body like '%example.org%'",
                &[],
            )?;
            row.map_or(Ok(0), |row| row.int("n"))
        });
        assert_eq!(leaked.await, 0);
    })
    .await;
}
