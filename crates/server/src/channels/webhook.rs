//! The generic signed webhook, for gateways of short messages and robots of groups.
//!
//! Each letter is a JSON body made from the channel's template, signed so that the gateway knows who sends: the header
//! `X-Anlan-Signature` is `sha256=` and the HMAC-SHA256, under the channel's secret, of the timestamp in
//! `X-Anlan-Timestamp`, a full stop and the body. `X-Anlan-Id` is the same however often a letter is tried. The answer
//! may be JSON with `state` `sent`, `delivered` or `failed`; any other success means sent.

use super::letter::{Letter, Told};
use crate::settings::WebhookSettings;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

const PATIENCE: Duration = Duration::from_secs(20);
/// An answer says a state; whatever is longer is no answer.
const ANSWER: u64 = 64 * 1024;

/// The body where the settings give no template.
pub const TEMPLATE: &str = r#"{"id":"{{id}}","to":"{{to}}","title":"{{title}}","text":"{{text}}","link":"{{link}}","category":"{{category}}","at":"{{at}}"}"#;

pub struct Webhook {
    url: String,
    secret: Vec<u8>,
    template: String,
    agent: Agent,
}

impl Webhook {
    pub fn new(settings: &WebhookSettings) -> Webhook {
        let template = match settings.template.is_empty() {
            true => TEMPLATE.to_owned(),
            false => settings.template.clone(),
        };
        Webhook {
            url: settings.url.clone(),
            secret: settings.secret.expose().as_bytes().to_vec(),
            template,
            agent: agent(),
        }
    }

    pub fn carry(&self, letter: &Letter) -> Told {
        let body = filled(&self.template, letter);
        let timestamp = letter.now.0.to_string();
        let answer = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json")
            .header("x-anlan-id", letter.id.to_string())
            .header("x-anlan-timestamp", &timestamp)
            .header("x-anlan-signature", self.sign(&timestamp, body.as_bytes()))
            .send(body.as_bytes());
        match answer {
            Ok(mut answer) => {
                let status = answer.status().as_u16();
                let text = answer
                    .body_mut()
                    .with_config()
                    .limit(ANSWER)
                    .read_to_string();
                said(status, &text.unwrap_or_default())
            }
            // Nothing was handed over yet.
            Err(ureq::Error::HostNotFound | ureq::Error::ConnectionFailed) => {
                Told::Again("connection".to_owned())
            }
            Err(ureq::Error::Io(error))
                if error.kind() == std::io::ErrorKind::ConnectionRefused =>
            {
                Told::Again("connection".to_owned())
            }
            Err(ureq::Error::Rustls(_) | ureq::Error::Tls(_)) => Told::Again("tls".to_owned()),
            Err(ureq::Error::BadUri(_)) => Told::Refused("bad address".to_owned()),
            Err(ureq::Error::Timeout(_)) => Told::Unknown("timeout".to_owned()),
            Err(_) => Told::Unknown("broke off".to_owned()),
        }
    }

    /// The signature of a body at a time.
    pub fn sign(&self, timestamp: &str, body: &[u8]) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.secret) else {
            return String::new();
        };
        mac.update(timestamp.as_bytes());
        mac.update(b".");
        mac.update(body);
        let digest = mac.finalize().into_bytes();
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256={hex}")
    }

    /// Whether a signature is ours; every wrong one takes equally long.
    pub fn signed(&self, timestamp: &str, body: &[u8], signature: &str) -> bool {
        let own = self.sign(timestamp, body);
        let differs = own
            .bytes()
            .zip(signature.bytes())
            .fold(0, |all, (a, b)| all | (a ^ b));
        !own.is_empty() && own.len() == signature.len() && differs == 0
    }
}

/// The machine's own certificates, and no redirection: a letter goes to the address of the settings or nowhere.
fn agent() -> Agent {
    let found = rustls_native_certs::load_native_certs();
    let certificates = found.certs.iter();
    let certificates = certificates.map(|one| Certificate::from_der(one.as_ref()).to_owned());
    let roots = RootCerts::Specific(Arc::new(certificates.collect()));
    let tls = TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(roots)
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(0)
        .proxy(None)
        .user_agent("anlan")
        .build()
        .into()
}

fn said(status: u16, text: &str) -> Told {
    let state = serde_json::from_str::<serde_json::Value>(text).ok();
    let state = state.and_then(|answer| answer["state"].as_str().map(str::to_owned));
    let code = status.to_string();
    match (status, state.as_deref()) {
        (200..=299, Some("delivered")) => Told::Delivered(code),
        (200..=299, Some("failed")) => Told::Refused(code),
        (200..=299, _) => Told::Sent(code),
        (408 | 425 | 429 | 503, _) => Told::Again(code),
        (500..=599, _) => Told::Unknown(code),
        _ => Told::Refused(code),
    }
}

/// The template with its names filled, each as text within a JSON string.
pub fn filled(template: &str, letter: &Letter) -> String {
    let id = letter.id.to_string();
    let values = [
        ("{{id}}", id.as_str()),
        ("{{to}}", &letter.to),
        ("{{title}}", &letter.title),
        ("{{text}}", &letter.text),
        ("{{link}}", &letter.link),
        ("{{category}}", &letter.category),
        ("{{at}}", &letter.at),
    ];
    // Name by name from the front, so that what is filled in is never read as a name again.
    let mut out = String::new();
    let mut rest = template;
    loop {
        let next = values
            .iter()
            .filter_map(|(name, value)| Some((rest.find(name)?, *name, *value)))
            .min_by_key(|(at, _, _)| *at);
        let Some((at, name, value)) = next else {
            out.push_str(rest);
            return out;
        };
        out.push_str(&rest[..at]);
        let quoted = serde_json::Value::from(value).to_string();
        out.push_str(&quoted[1..quoted.len() - 1]);
        rest = &rest[at + name.len()..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Secret;
    use kernel::id::Id;
    use kernel::time::Moment;

    fn letter() -> Letter {
        Letter {
            id: Id([1; 16]),
            channel: "robot".to_owned(),
            to: "room-\"7\"".to_owned(),
            title: "催办{{to}}".to_owned(),
            text: "两行\n第二行".to_owned(),
            link: String::new(),
            category: "urge".to_owned(),
            at: "2022-06-30 09:00".to_owned(),
            now: Moment(1_656_550_800_000),
            tries: 1,
            rows: Vec::new(),
        }
    }

    #[test]
    fn whatever_stands_in_a_letter_the_body_stays_json_and_names_are_filled_once() {
        let body: serde_json::Value = serde_json::from_str(&filled(TEMPLATE, &letter())).unwrap();
        assert_eq!(body["to"], "room-\"7\"");
        assert_eq!(body["title"], "催办{{to}}");
        assert_eq!(body["text"], "两行\n第二行");
    }

    #[test]
    fn a_signature_covers_time_and_body() {
        let hook = Webhook::new(&WebhookSettings {
            name: "robot".to_owned(),
            url: "http://127.0.0.1:1/".to_owned(),
            secret: Secret::new("key"),
            template: String::new(),
        });
        let signature = hook.sign("1656550800000", b"{}");
        assert!(signature.starts_with("sha256=") && signature.len() == 7 + 64);
        assert!(hook.signed("1656550800000", b"{}", &signature));
        assert!(!hook.signed("1656550800001", b"{}", &signature));
        assert!(!hook.signed("1656550800000", b"{ }", &signature));
        assert!(!hook.signed("1656550800000", b"{}", ""));
    }

    #[test]
    fn answers_say_what_became_of_it() {
        assert_eq!(said(200, ""), Told::Sent("200".to_owned()));
        assert_eq!(
            said(200, "{\"state\":\"delivered\"}"),
            Told::Delivered("200".to_owned())
        );
        assert_eq!(
            said(200, "{\"state\":\"failed\"}"),
            Told::Refused("200".to_owned())
        );
        assert_eq!(said(404, ""), Told::Refused("404".to_owned()));
        assert_eq!(said(429, ""), Told::Again("429".to_owned()));
        assert_eq!(said(500, ""), Told::Unknown("500".to_owned()));
    }
}
