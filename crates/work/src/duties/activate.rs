//! Activation of a pack: from now on its duties open by themselves.

use super::{draws, key_periods, open, store as rows};
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::Env;
use policy::Pack;
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
    activate_again(tx, env, pack)?;
    Ok(true)
}

/// Arms what a pack opens. Of a pack that is in force that is what a further version has anew: a timer that was set
/// stays as it is.
pub fn activate_again(tx: &mut Tx, env: &Env, pack: &Pack) -> Result<()> {
    let now = tx.now();
    let today = env.calendar.zone().day_of(now);
    for draw in &pack.draws {
        draws::arm(tx, env, &pack.header, draw, today, now)?;
    }
    for duty in &pack.duties {
        open::arm_first(tx, env, pack, duty, now)?;
    }
    key_periods::take_in(tx, env, pack)
}
