//! Session tokens: the browser holds the token, the database its digest.

use axum::http::{HeaderMap, header};
use kernel::chance::Chance;
use kernel::ledger::digest;
use std::fmt::Write;

pub const COOKIE: &str = "anlan_session";
const BYTES: usize = 32;

/// 32 bytes of chance, in hexadecimal.
pub fn new(chance: &dyn Chance) -> String {
    let mut bytes = [0; BYTES];
    chance.fill(&mut bytes);
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What the database keeps of a token.
pub fn digest_of(token: &str) -> [u8; 32] {
    digest(token.as_bytes())
}

/// The token of a request: a bearer token, else the session cookie.
pub fn of(headers: &HeaderMap) -> Option<String> {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.strip_prefix("Bearer "));
    if let Some(token) = bearer {
        return Some(token.trim().to_owned());
    }
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, token)| token.to_owned())
}

/// The cookie that carries a token; an empty token with no time takes it away.
pub fn cookie(token: &str, seconds: i64, headers: &HeaderMap) -> String {
    let secure = if came_encrypted(headers) {
        "; Secure"
    } else {
        ""
    };
    format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// Behind a proxy only what it or the browser says shows how the request set out.
fn came_encrypted(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    text("x-forwarded-proto") == Some("https")
        || text("origin").is_some_and(|origin| origin.starts_with("https://"))
}
