//! Receipt (签收): somebody who acts for the holder says that it has arrived. The first signature stays.

use crate::obligations::visible::visible;
use crate::obligations::{Obligation, store};
use crate::satisfaction;
use ::store::{Error, Result, Sql, Tx};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::version::IfMatch;
use mechanism::{Caller, Env};

/// When it was signed for, and the version of the row then.
pub struct Receipt {
    pub signed_at: Moment,
    pub revision: i64,
}

/// Signs for an obligation that the caller sees. One whose whole content is the receipt is met by it.
pub fn sign(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    id: Id,
    seen: Option<IfMatch>,
) -> Result<Receipt> {
    let row = visible(tx, caller, id)?;
    if !caller.acts_as(row.holder) {
        return Err(Error::refused(Reason::new("obligations.not_yours")));
    }
    if let Some(signed_at) = row.signed_at {
        return Ok(receipt(&row, signed_at));
    }
    if let Some(seen) = seen {
        seen.check(row.revision)?;
    }
    let now = tx.now();
    store::sign(tx, id, caller.person)?;
    if row.kind == "receipt" {
        satisfaction::meet(tx, env, &row, now)?;
    }
    tx.note(id, "signed", serde_json::json!({ "by": caller.person }))?;
    let signed = store::by_id(tx, id)?.unwrap_or(row);
    Ok(receipt(&signed, now))
}

fn receipt(row: &Obligation, signed_at: Moment) -> Receipt {
    Receipt {
        signed_at,
        revision: row.revision,
    }
}
