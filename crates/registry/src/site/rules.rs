//! What a site must be like, whoever writes it.

use super::model::Site;
use crate::rows::credit_reason;
use kernel::codes::credit_code;
use kernel::reason::Reason;

/// Checks what can be checked without the register.
pub fn check(site: &Site) -> Result<(), Reason> {
    if site.name.is_empty() || site.kind.is_empty() {
        return Err(Reason::new("registry.missing_value"));
    }
    if site.parent == Some(site.id) {
        return Err(Reason::new("registry.own_superior"));
    }
    if site.until.is_some_and(|until| until <= site.from) {
        return Err(Reason::new("registry.ends_before_it_begins"));
    }
    if let Some((lat, lng)) = site.position
        && !((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lng))
    {
        return Err(Reason::new("registry.not_a_position"));
    }
    match &site.credit_code {
        Some(code) => credit_code(code).map_err(credit_reason),
        None => Ok(()),
    }
}
