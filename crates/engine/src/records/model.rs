//! A record as it is kept, and as it is handed in.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};
use serde::Serialize;
use std::collections::BTreeMap;

/// A value of a field as it came over the wire; the form says what it means.
pub type Value = serde_json::Value;

/// A stored record with what matching needs.
#[derive(Clone, Debug)]
pub struct Record {
    pub id: Id,
    pub account: Id,
    pub form: String,
    pub form_version: u32,
    /// The party whose record it is.
    pub body: Id,
    pub filed_by: Id,
    /// The person who led the activity.
    pub lead: Option<Id>,
    /// The day whose period it answers for.
    pub covers: Day,
    pub stated_at: Moment,
    pub received_at: Moment,
    /// Last contact of the device on which it was made off line.
    pub last_contact: Option<Moment>,
    pub approved_at: Option<Moment>,
    pub approved_by: Option<Id>,
    pub state: String,
    pub supersedes: Option<Id>,
    pub values: BTreeMap<String, Value>,
    pub subjects: Vec<Id>,
    /// Field → persons and bodies named in it.
    pub members: BTreeMap<String, Vec<Id>>,
    pub path: AreaPath,
    pub sector: Option<String>,
    /// The channel by which it came, where somebody filed it for the body.
    pub channel: Option<String>,
    /// What the body says against what was filed for it.
    pub contest: Option<Contest>,
    pub revision: i64,
}

/// The body's word against a record that was filed for it.
#[derive(Clone, Debug)]
pub struct Contest {
    pub at: Moment,
    pub by: Id,
    pub reason: String,
    /// When, by whom and how it was decided; none while it waits.
    pub settled: Option<(Moment, Id, String)>,
}

impl Contest {
    /// Who said it, and who decided.
    pub fn people(&self) -> impl Iterator<Item = Id> {
        let settled = self.settled.as_ref().map(|(_, by, _)| *by);
        std::iter::once(self.by).chain(settled)
    }

    /// Whether it was decided that the body is right.
    pub fn fell(&self) -> bool {
        matches!(&self.settled, Some((_, _, verdict)) if verdict == "falls")
    }
}

/// What a client hands in. The id is the client's; the same id with the same content is the same record.
#[derive(Clone, Debug)]
pub struct Filing {
    pub id: Id,
    pub account: Id,
    pub filed_by: Id,
    pub form: String,
    pub form_version: u32,
    pub body: Id,
    pub covers: Option<Day>,
    pub stated_at: Option<Moment>,
    /// Last contact with the server that the device states, where it was made off line.
    pub last_contact: Option<Moment>,
    pub supersedes: Option<Id>,
    pub values: BTreeMap<String, Value>,
    /// Subjects besides those named in fields: the task, the site of the obligation.
    pub subjects: Vec<Id>,
    pub lat: Option<f64>,
    pub lng: Option<f64>,
    /// Set where somebody files for a body that is not his.
    pub on_behalf: Option<OnBehalf>,
}

/// How a filing for another body came in, and what it was typed from (代填).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OnBehalf {
    /// A code of `record-channels`.
    pub channel: String,
    /// Content address of the original: the sheet, the picture of the message, the note of the call.
    pub original: String,
    pub original_name: String,
    /// The body that collected it, where it is a sheet that was sent out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collector: Option<Id>,
}

/// The name under which the original stands among the attachments of a record; no field of a form has it.
pub const ORIGINAL: &str = "on_behalf";
