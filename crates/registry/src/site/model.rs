//! What a site is.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;

/// Anything supervised.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub id: Id,
    pub name: String,
    pub kind: String,
    pub credit_code: Option<String>,
    /// The body that runs it.
    pub org: Option<Id>,
    pub parent: Option<Id>,
    pub sector: Option<String>,
    /// Latitude and longitude, WGS-84.
    pub position: Option<(f64, f64)>,
    /// Typed attributes as a JSON object.
    pub attributes: String,
    pub area: Id,
    pub path: AreaPath,
    pub from: Day,
    pub until: Option<Day>,
    pub version: i64,
}

/// A dated tag, with the reason that a derived one was given for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub site: Id,
    pub tag: String,
    pub value: Option<String>,
    pub reason: Option<String>,
    pub from: Day,
    pub until: Option<Day>,
}

/// Who answers for a site in which role, and from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    pub id: Id,
    pub site: Id,
    pub role: String,
    pub party: Id,
    pub from: Day,
    pub until: Option<Day>,
}

impl Site {
    /// The id of an imported site. One body may run several sites, so its number does not suffice.
    pub fn id_of(credit_code: Option<&str>, name: &str, area: Id) -> Id {
        match credit_code {
            Some(code) => Id::natural("site", &format!("{code}:{name}")),
            None => Id::natural("site", &format!("{name}@{area}")),
        }
    }
}

impl Capacity {
    pub fn id_of(site: Id, role: &str, party: Id, from: Day) -> Id {
        Id::natural("capacity", &format!("{site}:{role}:{party}:{from}"))
    }
}
