//! What a body must be like, whoever writes it.

use super::model::Org;
use crate::rows::credit_reason;
use kernel::codes::credit_code;
use kernel::reason::Reason;

/// Checks what can be checked without the register.
pub fn check(org: &Org) -> Result<(), Reason> {
    if org.name.is_empty() || org.kind.is_empty() {
        return Err(Reason::new("registry.missing_value"));
    }
    if org.superior == Some(org.id) || org.office_of == Some(org.id) {
        return Err(Reason::new("registry.own_superior"));
    }
    if org.until.is_some_and(|until| until <= org.from) {
        return Err(Reason::new("registry.ends_before_it_begins"));
    }
    match &org.credit_code {
        Some(code) => credit_code(code).map_err(credit_reason),
        None => Ok(()),
    }
}
