//! Recognising a body that is there already.

use super::model::Org;
use super::store;
use ::store::{Result, Sql};
use kernel::id::Id;
use kernel::reason::Reason;

/// What the register knows about a body that a row or a form describes.
pub enum Match {
    New,
    Known(Box<Org>),
    /// The heading of the cell that stands against it, and why.
    Refused(&'static str, Reason),
}

/// By official number first: it decides, and a name that differs is an error, never a renaming.
/// Without one, by name in the area.
pub fn find(sql: &mut dyn Sql, credit_code: Option<&str>, name: &str, area: Id) -> Result<Match> {
    if let Some(code) = credit_code
        && let Some(known) = store::by_credit_code(sql, code)?
    {
        if known.name != name
            && !store::aliases(sql, known.id)?
                .iter()
                .any(|alias| alias == name)
        {
            let reason = Reason::new("registry.number_of_another").with("name", known.name);
            return Ok(Match::Refused("统一社会信用代码", reason));
        }
        return Ok(Match::Known(Box::new(known)));
    }
    let Some(known) = store::by_name_in_area(sql, name, area)? else {
        return Ok(Match::New);
    };
    if credit_code.is_some() && known.credit_code.is_some() {
        let reason = Reason::new("registry.name_with_other_number");
        return Ok(Match::Refused("名称", reason));
    }
    Ok(Match::Known(Box::new(known)))
}
