//! A record as it is kept, and as it is handed in.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};
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
    pub revision: i64,
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
    pub supersedes: Option<Id>,
    pub values: BTreeMap<String, Value>,
    /// Subjects besides those named in fields: the task, the site of the obligation.
    pub subjects: Vec<Id>,
    pub lat: Option<f64>,
    pub lng: Option<f64>,
}
