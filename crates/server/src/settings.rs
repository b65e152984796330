//! What the machine's administrator sets: `anlan.toml`, then `ANLAN_*`, then options of the command line.
//!
//! Business settings are dated rows in the database and never stand here. A name or value that is not known is refused
//! by its name, because a setting with a slip of the pen would otherwise silently do nothing.

mod files;
mod names;
mod outside;

use std::path::PathBuf;

pub use files::read;
pub use names::NAMES;
pub use outside::{MailServer, Secret, WebhookSettings};

/// Where to store, what to listen on, and the limits at the edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Folder of the database, the attachments and the anchors of the ledger.
    pub data: PathBuf,
    /// `postgres://…`; empty: SQLite in the data folder.
    pub database: String,
    /// Address and port of the server.
    pub listen: String,
    /// Address under which browsers reach the server, where a proxy stands before it.
    pub public_url: String,
    /// Filter of the log, such as `info` or `anlan=debug,info`.
    pub log: String,
    pub log_format: LogFormat,
    /// Folder of policy packs; empty: those inside the program.
    pub packs: Option<PathBuf>,
    /// How long a leader among several server processes keeps its work without renewing.
    pub lease_ms: i64,
    /// Threads that read.
    pub readers: usize,
    /// Units of work at a time on PostgreSQL.
    pub writers: usize,
    /// Largest body of a request, in bytes.
    pub body_limit: usize,
    /// Largest attachment, in bytes.
    pub attachment_limit: usize,
    /// The server that sends e-mail.
    pub mail: MailServer,
    /// Gateways and robots; named in the file only, since each has several parts.
    pub webhooks: Vec<WebhookSettings>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// A setting that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("{from}: there is no setting `{name}`")]
    Unknown { from: String, name: String },
    #[error("{from}: `{name}` cannot be `{value}`: {why}")]
    Value {
        from: String,
        name: String,
        value: String,
        why: &'static str,
    },
    #[error("{from}: {why}")]
    File { from: String, why: String },
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database: String::new(),
            listen: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            log: "info".to_owned(),
            log_format: LogFormat::Text,
            packs: None,
            lease_ms: 15_000,
            readers: 4,
            writers: 8,
            body_limit: 2 << 20,
            attachment_limit: 20 << 20,
            mail: MailServer::default(),
            webhooks: Vec::new(),
        }
    }
}
