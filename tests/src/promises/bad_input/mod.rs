//! Bad input: what cannot be taken is refused as a problem that says what happened, what was kept and what to do, in
//! the reader's language and with the number of the request, and nothing half done is left behind.

mod files;
mod lists;
mod records;
mod rights;

use crate::world::{Actor, Answer, World};
use axum::http::Method;
use kernel::id::Id;
use serde_json::Value;
use std::collections::BTreeMap;
use store::Sql;

/// Tables of work; those of the machine (sessions, repeated writes) may change when somebody asks.
const TABLES: [&str; 17] = [
    "record",
    "record_subject",
    "record_member",
    "record_attachment",
    "attachment",
    "obligation",
    "element",
    "satisfaction",
    "timer",
    "outbox",
    "fact",
    "ledger_entry",
    "site",
    "org",
    "person",
    "matter",
    "sight",
];

const JSON: (&str, &str) = ("content-type", "application/json");

/// A request that must not be taken.
struct Asked<'a> {
    method: Method,
    path: String,
    headers: Vec<(&'a str, &'a str)>,
    body: Vec<u8>,
}

impl<'a> Asked<'a> {
    fn get(path: impl Into<String>) -> Asked<'a> {
        Asked {
            method: Method::GET,
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    fn put(path: impl Into<String>, body: &Value) -> Asked<'a> {
        Asked {
            method: Method::PUT,
            path: path.into(),
            headers: vec![JSON],
            body: body.to_string().into_bytes(),
        }
    }

    fn post(path: impl Into<String>, body: &Value) -> Asked<'a> {
        Asked {
            method: Method::POST,
            ..Asked::put(path, body)
        }
    }

    fn file(name: &str, media: &'a str, bytes: &[u8]) -> Asked<'a> {
        let path = format!("/attachments?name={name}");
        Asked {
            method: Method::POST,
            path,
            headers: vec![("content-type", media)],
            body: bytes.to_vec(),
        }
    }

    /// Asks in both languages; whatever was wrong, nothing has changed afterwards.
    async fn refused(&self, world: &World, who: &Actor, status: u16, code: &str) -> Value {
        let before = counts(world).await;
        let chinese = self.sent(who, "zh-CN,zh;q=0.9").await;
        let english = self.sent(who, "en").await;
        assert_eq!(
            counts(world).await,
            before,
            "{} {} left something behind",
            self.method,
            self.path
        );
        self.check(&chinese, status, code);
        self.check(&english, status, code);
        for member in ["title", "detail"] {
            assert!(
                is_chinese(&chinese.body[member]),
                "{code}: {member} in Chinese: {}",
                chinese.body
            );
            assert!(
                !english.body[member].as_str().unwrap_or_default().is_empty(),
                "{code}: {member} in English"
            );
            assert_ne!(
                chinese.body[member], english.body[member],
                "{code}: {member} in two languages"
            );
        }
        assert!(
            is_chinese(&chinese.body["act"]),
            "{code}: what to do, in Chinese: {}",
            chinese.body
        );
        assert!(
            english.body["act"].as_str().is_some_and(str::is_ascii),
            "{code}: what to do, in English"
        );
        chinese.body
    }

    fn check(&self, answer: &Answer, status: u16, code: &str) {
        let asked = format!(
            "{} {}: {} {}",
            self.method, self.path, answer.status, answer.body
        );
        assert_eq!(answer.status.as_u16(), status, "{asked}");
        assert_eq!(
            answer.headers["content-type"], "application/problem+json",
            "{asked}"
        );
        assert_eq!(answer.body["type"], format!("/problems/{code}"), "{asked}");
        assert_eq!(answer.body["status"], status, "{asked}");
        let number = answer.body["request_id"].as_str().unwrap_or_default();
        assert!(
            Id::parse(number).is_some(),
            "a reference of the request: {asked}"
        );
        assert_eq!(answer.headers["x-request-id"], number, "{asked}");
    }

    async fn sent(&self, who: &Actor, language: &str) -> Answer {
        let mut headers = self.headers.clone();
        headers.push(("accept-language", language));
        who.ask(self.method.clone(), &self.path, &headers, self.body.clone())
            .await
    }
}

fn is_chinese(text: &Value) -> bool {
    text.as_str()
        .is_some_and(|text| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
}

/// Rows of every table of work.
async fn counts(world: &World) -> BTreeMap<&'static str, i64> {
    world
        .read(|sql| {
            let mut counts = BTreeMap::new();
            for table in TABLES {
                let row = sql.one(&format!("select count(*) as n from {table}"), &[])?;
                counts.insert(table, row.map_or(Ok(0), |row| row.int("n"))?);
            }
            Ok(counts)
        })
        .await
}
