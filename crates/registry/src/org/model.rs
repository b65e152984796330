//! What a body is.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;

/// A body. Its id is its party id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Org {
    pub id: Id,
    pub name: String,
    pub kind: String,
    pub credit_code: Option<String>,
    pub sector: Option<String>,
    /// The committee or body whose office this body is.
    pub office_of: Option<Id>,
    pub superior: Option<Id>,
    pub area: Id,
    pub path: AreaPath,
    pub from: Day,
    pub until: Option<Day>,
    pub version: i64,
}

impl Org {
    /// The id of an imported body: by its official number, else by name and area.
    pub fn id_of(credit_code: Option<&str>, name: &str, area: Id) -> Id {
        match credit_code {
            Some(code) => Id::natural("org", code),
            None => Id::natural("org", &format!("{name}@{area}")),
        }
    }
}
