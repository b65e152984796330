//! Activation of a pack: from now on its duties open by themselves.

use super::{draws, open, rules, store as rows};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::Env;
use store::{Error, Result, Sql, Tx};

/// Activates a pack at the current business time. Activating it again changes nothing.
pub fn activate(tx: &mut Tx, env: &Env, pack_id: &str) -> Result<bool> {
    let Some(pack) = env.policy.pack(pack_id) else {
        return Err(Error::refused(
            Reason::new("duties.unknown_pack.not_found").with("pack", pack_id),
        ));
    };
    if !rows::insert(tx, pack_id, pack.header.version)? {
        return Ok(false);
    }
    tx.note(
        Id::natural("pack", pack_id),
        "activated",
        serde_json::json!({ "pack": pack_id, "version": pack.header.version }),
    )?;
    let now = tx.now();
    let today = env.calendar.zone().day_of(now);
    for draw in &pack.draws {
        draws::arm(tx, env, &pack.header, draw, today, now)?;
    }
    for duty in &pack.duties {
        let period = rules::first_period(&pack.header, duty, today);
        open::arm(tx, env, duty, period.as_ref(), now)?;
    }
    Ok(true)
}
