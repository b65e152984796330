//! Every setting by name, with how its text is taken.

use super::{LogFormat, Settings, Wrong, outside};
use std::net::SocketAddr;
use std::path::PathBuf;

/// A setting's name, and how a text becomes its value.
pub struct Name {
    pub name: &'static str,
    take: fn(&mut Settings, &str) -> Result<(), &'static str>,
}

const fn name(
    name: &'static str,
    take: fn(&mut Settings, &str) -> Result<(), &'static str>,
) -> Name {
    Name { name, take }
}

/// The settings that exist.
pub const NAMES: &[Name] = &[
    name("data", |s, text| path(text).map(|value| s.data = value)),
    name("database", |s, text| {
        database(text).map(|value| s.database = value)
    }),
    name("listen", |s, text| {
        listen(text).map(|value| s.listen = value)
    }),
    name("public_url", |s, text| {
        url(text).map(|value| s.public_url = value)
    }),
    name("log", |s, text| log(text).map(|value| s.log = value)),
    name("log_format", |s, text| {
        log_format(text).map(|value| s.log_format = value)
    }),
    name("packs", |s, text| {
        path(text).map(|value| s.packs = Some(value))
    }),
    name("lease_ms", |s, text| {
        number(text, 500, 600_000).map(|value| s.lease_ms = value)
    }),
    name("readers", |s, text| {
        count(text, 1, 64).map(|value| s.readers = value)
    }),
    name("writers", |s, text| {
        count(text, 1, 64).map(|value| s.writers = value)
    }),
    name("body_limit", |s, text| {
        count(text, 1 << 10, 64 << 20).map(|value| s.body_limit = value)
    }),
    name("attachment_limit", |s, text| {
        count(text, 1 << 10, 1 << 30).map(|value| s.attachment_limit = value)
    }),
    name("mail_server", |s, text| {
        outside::mail_server(&mut s.mail, text)
    }),
    name("mail_user", |s, text| {
        s.mail.user = text.to_owned();
        Ok(())
    }),
    name("mail_password", |s, text| {
        s.mail.password = outside::Secret::new(text);
        Ok(())
    }),
    name("mail_from", |s, text| {
        s.mail.from = text.to_owned();
        Ok(())
    }),
];

impl Settings {
    /// Takes one setting; `from` says where it was written, for the refusal.
    ///
    /// # Errors
    /// The setting by its name, when there is none of that name or its value cannot be.
    pub fn set(&mut self, from: &str, name: &str, text: &str) -> Result<(), Wrong> {
        let Some(known) = NAMES.iter().find(|known| known.name == name) else {
            return Err(Wrong::Unknown {
                from: from.to_owned(),
                name: name.to_owned(),
            });
        };
        (known.take)(self, text).map_err(|why| Wrong::Value {
            from: from.to_owned(),
            name: name.to_owned(),
            value: shown(name, text),
            why,
        })
    }
}

/// The address of a database may carry a password, which no message repeats.
fn shown(name: &str, text: &str) -> String {
    if name == "database" || name == "mail_password" {
        "…".to_owned()
    } else {
        text.to_owned()
    }
}

fn path(text: &str) -> Result<PathBuf, &'static str> {
    if text.is_empty() {
        Err("a folder is wanted")
    } else {
        Ok(PathBuf::from(text))
    }
}

fn database(text: &str) -> Result<String, &'static str> {
    let starts = ["sqlite:", "postgres://", "postgresql://"];
    if text.is_empty() || starts.iter().any(|start| text.starts_with(start)) {
        return Ok(text.to_owned());
    }
    Err("it begins with postgres:// or sqlite:, or is left out for SQLite in the data folder")
}

fn listen(text: &str) -> Result<String, &'static str> {
    match text.parse::<SocketAddr>() {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("an address and a port are wanted, such as 127.0.0.1:8080"),
    }
}

fn url(text: &str) -> Result<String, &'static str> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err("it begins with http:// or https://"),
    }
}

fn log(text: &str) -> Result<String, &'static str> {
    match tracing_subscriber::EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("a level is wanted, such as info or warn"),
    }
}

fn log_format(text: &str) -> Result<LogFormat, &'static str> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err("text or json is wanted"),
    }
}

fn number(text: &str, least: i64, most: i64) -> Result<i64, &'static str> {
    let value: i64 = text.parse().map_err(|_| "a whole number is wanted")?;
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err("the number is outside of what is allowed")
    }
}

fn count(text: &str, least: i64, most: i64) -> Result<usize, &'static str> {
    let value = number(text, least, most)?;
    usize::try_from(value).map_err(|_| "the number is outside of what is allowed")
}
