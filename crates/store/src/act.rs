//! Who does what: the heading under which the ledger keeps a unit of work.

use kernel::id::Id;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The account, or none when the system acts by itself.
    pub actor: Option<Id>,
    /// What is being done, such as `records.file`.
    pub name: &'static str,
    /// The request that asked for it.
    pub request: Option<String>,
}

impl Act {
    pub fn system(name: &'static str) -> Act {
        Act {
            actor: None,
            name,
            request: None,
        }
    }

    pub fn by(actor: Id, name: &'static str, request: Option<String>) -> Act {
        Act {
            actor: Some(actor),
            name,
            request,
        }
    }
}
