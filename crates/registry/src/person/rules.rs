//! When somebody may be put into a post.

use super::model::{Holding, Post};
use kernel::reason::Reason;

/// Nobody holds a post before it is there, nor twice at the same time. Several persons may hold one post: deputies do.
pub fn may_appoint(post: &Post, held: &[Holding], wanted: &Holding) -> Result<(), Reason> {
    if wanted.until.is_some_and(|until| until <= wanted.from) {
        return Err(Reason::new("registry.ends_before_it_begins"));
    }
    if wanted.from < post.from || post.until.is_some_and(|until| until <= wanted.from) {
        return Err(Reason::new("registry.not_held"));
    }
    let own = held.iter().filter(|one| one.person == wanted.person);
    for one in own {
        let ends_before = one.until.is_some_and(|until| until <= wanted.from);
        let begins_after = wanted.until.is_some_and(|until| until <= one.from);
        if !ends_before && !begins_after {
            return Err(Reason::new("registry.already_held"));
        }
    }
    Ok(())
}
