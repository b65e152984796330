//! Settings of what leaves the program: the organisation's mail server, and webhooks.

use super::{Settings, Wrong};
use crate::channels::EMAIL;
use std::fmt;

/// Something that no log and no message repeats.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: &str) -> Secret {
        Secret(text.to_owned())
    }

    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The server that sends e-mail; without a host nothing is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailServer {
    /// `smtps`: TLS from the first byte; `smtp`: STARTTLS, which must be there; `plain`: the machine itself only.
    pub scheme: String,
    pub host: String,
    pub port: Option<u16>,
    pub user: String,
    pub password: Secret,
    /// Address that stands as sender.
    pub from: String,
}

/// One `[[webhook]]` of `anlan.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebhookSettings {
    /// Name of the channel, such as `sms` or `robot`.
    pub name: String,
    pub url: String,
    /// Key of the signature.
    pub secret: Secret,
    /// JSON with names such as `{{to}}` and `{{text}}`; empty: the usual one.
    pub template: String,
}

/// Takes `smtps://host[:port]`, `smtp://host[:port]` or, on the machine itself, `plain://127.0.0.1:25`.
pub fn mail_server(server: &mut MailServer, text: &str) -> Result<(), &'static str> {
    const WANTED: &str = "smtps://host, smtp://host with STARTTLS, or plain:// with an address of this machine is wanted";
    let (scheme, place) = text.split_once("://").ok_or(WANTED)?;
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) => (host, Some(port.parse().map_err(|_| WANTED)?)),
        None => (place, None),
    };
    let known = match scheme {
        "smtps" | "smtp" => !host.is_empty(),
        "plain" => this_machine(host),
        _ => false,
    };
    if !known || host.contains('/') {
        return Err(WANTED);
    }
    server.scheme = scheme.to_owned();
    server.host = host.to_owned();
    server.port = port;
    Ok(())
}

fn this_machine(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// Takes one `[[webhook]]`.
pub fn webhook(settings: &mut Settings, from: &str, table: &toml::Table) -> Result<(), Wrong> {
    let mut one = WebhookSettings::default();
    let mut secret = String::new();
    for (key, value) in table {
        let wrong = |why| Wrong::Value {
            from: from.to_owned(),
            name: format!("webhook.{key}"),
            value: "…".to_owned(),
            why,
        };
        let text = value.as_str().ok_or_else(|| wrong("a text is wanted"))?;
        let place = match key.as_str() {
            "name" => &mut one.name,
            "url" => &mut one.url,
            "secret" => &mut secret,
            "template" => &mut one.template,
            _ => {
                return Err(Wrong::Unknown {
                    from: from.to_owned(),
                    name: format!("webhook.{key}"),
                });
            }
        };
        *place = text.to_owned();
    }
    one.secret = Secret(secret);
    let wrong = |name: &str, why| Wrong::Value {
        from: from.to_owned(),
        name: format!("webhook.{name}"),
        value: "…".to_owned(),
        why,
    };
    let plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if one.name.is_empty() || !one.name.chars().all(plain) {
        return Err(wrong(
            "name",
            "small letters, digits and hyphens are wanted",
        ));
    }
    let known = settings.webhooks.iter().any(|other| other.name == one.name);
    if known || [EMAIL, crate::outbox::IN_APP].contains(&one.name.as_str()) {
        return Err(wrong("name", "another channel has this name"));
    }
    if !is_safe(&one.url) {
        return Err(wrong(
            "url",
            "https:// is wanted, or http:// to this machine",
        ));
    }
    if one.secret.expose().len() < 16 {
        return Err(wrong("secret", "at least 16 characters are wanted"));
    }
    if !is_template(&one.template) {
        return Err(wrong(
            "template",
            "JSON is wanted whose names stand within its texts",
        ));
    }
    settings.webhooks.push(one);
    Ok(())
}

fn is_safe(url: &str) -> bool {
    if let Some(rest) = url.strip_prefix("https://") {
        return !rest.is_empty();
    }
    let Some(rest) = url.strip_prefix("http://") else {
        return false;
    };
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    this_machine(host)
}

/// With every name filled by a plain word it must be JSON.
fn is_template(template: &str) -> bool {
    if template.is_empty() {
        return true;
    }
    let names = ["id", "to", "title", "text", "link", "category", "at"];
    let filled = names.iter().fold(template.to_owned(), |text, name| {
        text.replace(&format!("{{{{{name}}}}}"), "x")
    });
    !filled.contains("{{") && serde_json::from_str::<serde_json::Value>(&filled).is_ok()
}

/// What belongs together must be there together.
pub fn complete(settings: &Settings, from: &str) -> Result<(), Wrong> {
    let mail = &settings.mail;
    if mail.host.is_empty() || mail.from.contains('@') {
        return Ok(());
    }
    Err(Wrong::Value {
        from: from.to_owned(),
        name: "mail_from".to_owned(),
        value: mail.from.clone(),
        why: "a sender is wanted where there is a mail_server, such as anlan@example.org",
    })
}
