//! What somebody does at the counter: through the same routes that people use, signed in as himself.
//!
//! The clock stands at the hour of the visit, since the routes ask it.

use super::sought;
use crate::demo::Scale;
use crate::demo::luck::Dice;
use crate::demo::place::{Document, Evaluations, HandOut, Instruction, Place, Raised};
use crate::outcome::Refusal;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller};
use registry::identity::{callers, store as accounts};
use registry::org;
use serde_json::{Value, json};
use server::{Settings, start};
use store::{Sql, params};
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// What he comes for.
#[derive(Clone, Debug)]
pub enum Visit {
    Issue { pack: String, document: Document },
    Enter { raised: Raised, number: usize },
    Instruct(Instruction),
    HandOut(HandOut),
    Evaluate { table: Evaluations, number: usize },
}

/// The counter with who waits at it.
struct Counter<'a> {
    app: &'a App,
    runtime: &'a Runtime,
    dice: Dice,
    day: Day,
}

/// The hour at which the counter opens.
const HOUR: u32 = 10;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Visits that the place foresees, before the story ends.
pub fn planned(
    app: &App,
    place: &Place,
    dice: Dice,
    scale: Scale,
    until: Moment,
) -> Vec<(Moment, Visit)> {
    let zone = app.env.calendar.zone();
    let at = |day: Day| zone.at(day, HOUR, 0);
    let mut visits: Vec<(Moment, Visit)> = Vec::new();
    for document in &place.documents {
        let (pack, document) = (place.pack.clone(), document.clone());
        visits.push((at(document.on), Visit::Issue { pack, document }));
    }
    for one in &place.instructions {
        visits.push((at(one.on), Visit::Instruct(one.clone())));
    }
    for one in &place.hand_outs {
        visits.push((at(one.on), Visit::HandOut(one.clone())));
    }
    if let Some(table) = &place.evaluations {
        for number in 0..table.count.at(scale) {
            // In the last two months, when something is finished.
            let thing = Id::natural("demonstration", &format!("evaluation {number}"));
            let before = dice.of(thing, "day").between(1, 60);
            let day = place.last_day(scale).plus_days(-(before as i32));
            let table = table.clone();
            visits.push((at(day), Visit::Evaluate { table, number }));
        }
    }
    visits.retain(|(at, _)| *at < until);
    visits
}

pub fn go(app: &App, runtime: &Runtime, dice: Dice, visit: &Visit) -> Result<(), Refusal> {
    let counter = Counter {
        app,
        runtime,
        dice,
        day: app.env.calendar.zone().day_of(app.store.clock().business()),
    };
    match visit {
        Visit::Issue { pack, document } => counter.issue(pack, document),
        Visit::Enter { raised, number } => counter.enter(raised, *number),
        Visit::Instruct(instruction) => counter.instruct(instruction),
        Visit::HandOut(hand_out) => counter.hand_out(hand_out),
        Visit::Evaluate { table, number } => counter.evaluate(table, *number),
    }
}

impl Counter<'_> {
    fn issue(&self, pack: &str, document: &Document) -> Result<(), Refusal> {
        let (kinds, day) = (document.to.clone(), self.day);
        let receivers = self
            .app
            .store
            .read_blocking(move |sql| of_kinds(sql, &kinds, day))?;
        let body = json!({
            "title": document.title, "pack": pack, "number": document.number, "summary": document.summary,
            "addressees": receivers,
        });
        self.post(&document.issuer, "/api/v1/documents", &body)
    }

    fn enter(&self, raised: &Raised, number: usize) -> Result<(), Refusal> {
        let thing = Id::natural("demonstration", &format!("event {} {number}", raised.event));
        let (luck, day, wanted) = (self.dice.of(thing, "subject"), self.day, raised.clone());
        let found = self
            .app
            .store
            .read_blocking(move |sql| sought::one(sql, wanted.sought(), luck, day))?;
        let title = self
            .app
            .env
            .policy
            .event(&raised.event)
            .map(|(_, kind)| kind.title.clone());
        let body = json!({
            "kind": raised.event, "subject": found.map(|found| found.subject), "on": day,
            "title": title.unwrap_or_default(),
        });
        self.post(&raised.by, "/api/v1/events", &body)
    }

    fn instruct(&self, instruction: &Instruction) -> Result<(), Refusal> {
        let holder = self.org(&instruction.to)?;
        let body = json!({
            "on_kind": "clause", "on_id": instruction.clause, "wish": instruction.wish, "holder": holder,
            "due": instruction.due,
        });
        self.post(&instruction.by, "/api/v1/instructions", &body)
    }

    /// The first obligation of the body that leaves time enough goes to the body below it, unless the body itself must
    /// lead it.
    fn hand_out(&self, hand_out: &HandOut) -> Result<(), Refusal> {
        let (Some(body), Some(to)) = (self.org(&hand_out.org)?, self.org(&hand_out.to)?) else {
            return Ok(());
        };
        let now = self.app.store.clock().business();
        let found = self.app.store.read_blocking(move |sql| {
            let row = sql.one(
                "select o.id from obligation o join rule r on r.id = o.rule where o.holder = :body and o.outcome is null \
                 and o.kind = 'duty' and o.parent is null and o.due_at > :soon and r.body not like '%led_by_%' \
                 order by o.due_at, o.id limit 1",
                &params! { "body" => body, "soon" => now.plus_millis(10 * DAY_MS) },
            )?;
            row.map(|row| row.id("id")).transpose()
        })?;
        let Some(obligation) = found else {
            return Ok(());
        };
        let body = json!({ "to": to, "due": self.day.plus_days(7), "note": "请按时办理并报回。" });
        let path = format!("/api/v1/obligations/{obligation}/hand-out");
        self.post(&hand_out.by, &path, &body)
    }

    /// Looks back at one of the tasks that were finished.
    fn evaluate(&self, table: &Evaluations, number: usize) -> Result<(), Refusal> {
        let thing = Id::natural("demonstration", &format!("evaluation {number}"));
        let finished = self.app.store.read_blocking(|sql| {
            let rows = sql.query(
                "select distinct subject from obligation where kind = 'task' and outcome = 'met' order by subject",
                &[],
            )?;
            rows.iter()
                .map(|row| row.id("subject"))
                .collect::<store::Result<Vec<_>>>()
        })?;
        let Some(task) = self.dice.of(thing, "task").pick(&finished) else {
            return Ok(());
        };
        let failed = self.dice.of(thing, "fail").of_hundred() < table.fail;
        let reason = self.dice.of(thing, "reason").pick(&table.reasons);
        let body = match failed {
            true => json!({ "failed": true, "reason": reason }),
            false => json!({ "failed": false }),
        };
        self.post(&table.by, &format!("/api/v1/tasks/{task}/evaluate"), &body)
    }

    fn org(&self, name: &str) -> Result<Option<Id>, Refusal> {
        let (name, day) = (name.to_owned(), self.day);
        let found = self
            .app
            .store
            .read_blocking(move |sql| org::store::by_name_or_alias(sql, &name, day))?;
        Ok(found.map(|org| org.id))
    }

    /// Hands something in under a login; what is refused is said and passed over.
    fn post(&self, login: &str, path: &str, body: &Value) -> Result<(), Refusal> {
        let Some(caller) = self.caller(login)? else {
            tracing::warn!(login, "there is no such account in the demonstration");
            return Ok(());
        };
        let request = Request::post(path)
            .header("content-type", "application/json")
            // In process the caller comes along; over the network only a session brings one.
            .extension(caller)
            .body(Body::from(body.to_string()))
            .map_err(|error| Refusal::Failed(error.to_string()))?;
        let router = start::put_together(self.app.clone(), &Settings::default()).router;
        let (status, bytes) = self.runtime.block_on(async {
            let Ok(answer) = router.oneshot(request).await;
            let status = answer.status();
            let bytes = to_bytes(answer.into_body(), 1 << 20).await;
            (status, bytes.unwrap_or_default())
        });
        if !status.is_success() {
            let answer = String::from_utf8_lossy(&bytes);
            tracing::warn!(path, %answer, "refused in the demonstration");
        }
        Ok(())
    }

    fn caller(&self, login: &str) -> Result<Option<Caller>, Refusal> {
        let (day, policy, login) = (self.day, self.app.env.policy.clone(), login.to_owned());
        let found = self.app.store.read_blocking(move |sql| {
            let Some(account) = accounts::by_login(sql, &login)? else {
                return Ok(None);
            };
            callers::caller_of(sql, &account, day, &policy).map(Some)
        })?;
        Ok(found)
    }
}

fn of_kinds(sql: &mut dyn Sql, kinds: &[String], day: Day) -> store::Result<Vec<String>> {
    let mut found = Vec::new();
    for kind in kinds {
        let orgs = org::store::of_kind(sql, kind, day)?;
        found.extend(orgs.iter().map(|org| org.id.to_string()));
    }
    Ok(found)
}
