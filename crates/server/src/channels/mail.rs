//! E-mail by the organisation's own server. Nothing is sent without TLS but to the machine itself.

use super::letter::{Letter, Told};
use crate::settings::{MailServer, Settings};
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::Tls;
use lettre::{Message, SmtpTransport, Transport};
use std::time::{Duration, UNIX_EPOCH};

/// How long the server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Mail {
    transport: SmtpTransport,
    from: Mailbox,
    /// Stands behind the ids of messages.
    domain: String,
    public_url: String,
}

impl Mail {
    /// None where the settings name no server.
    pub fn new(settings: &Settings) -> Option<Mail> {
        let server = &settings.mail;
        if server.host.is_empty() {
            return None;
        }
        let from: Mailbox = server.from.parse().ok()?;
        let domain = from.email.domain().to_owned();
        Some(Mail {
            transport: transport(server)?,
            from,
            domain,
            public_url: settings.public_url.clone(),
        })
    }

    pub fn carry(&self, letter: &Letter) -> Told {
        let Ok(to) = letter.to.parse::<Mailbox>() else {
            return Told::Refused("bad address".to_owned());
        };
        let mut text = letter.text.clone();
        if !self.public_url.is_empty() && !letter.link.is_empty() {
            text.push_str(&format!("\r\n\r\n{}{}", self.public_url, letter.link));
        }
        let millis = u64::try_from(letter.now.0).unwrap_or_default();
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.title)
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .date(UNIX_EPOCH + Duration::from_millis(millis))
            .header(ContentType::TEXT_PLAIN)
            .body(text);
        let message = match message {
            Ok(message) => message,
            Err(error) => return Told::Refused(error.to_string()),
        };
        match self.transport.send(&message) {
            Ok(response) => Told::Sent(response.code().to_string()),
            Err(error) if error.is_permanent() => Told::Refused(said(&error)),
            Err(error) if error.is_transient() => Told::Again(said(&error)),
            // It broke off somewhere; the same id makes a second copy harmless.
            Err(error) => Told::Unknown(said(&error)),
        }
    }
}

/// The code or kind of an error. Servers repeat addresses in their words, and those belong into no row.
fn said(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => code.to_string(),
        None if error.is_timeout() => "timeout".to_owned(),
        None if error.is_tls() => "tls".to_owned(),
        None => "connection".to_owned(),
    }
}

fn transport(server: &MailServer) -> Option<SmtpTransport> {
    let builder = match server.scheme.as_str() {
        "smtps" => SmtpTransport::relay(&server.host).ok()?,
        "smtp" => SmtpTransport::starttls_relay(&server.host).ok()?,
        // Settings take this for the machine itself only.
        _ => SmtpTransport::builder_dangerous(&server.host).tls(Tls::None),
    };
    let builder = match server.port {
        Some(port) => builder.port(port),
        None => builder,
    };
    let builder = match server.user.is_empty() {
        true => builder,
        false => {
            let password = server.password.expose().to_owned();
            builder.credentials(Credentials::new(server.user.clone(), password))
        }
    };
    Some(builder.timeout(Some(PATIENCE)).build())
}
