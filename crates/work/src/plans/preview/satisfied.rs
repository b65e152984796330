//! What existing records already satisfy of what would open on the day.
//!
//! The engine itself is asked: the obligations are opened in a unit of work, matched, looked at, and the unit of work is
//! undone. Only subjects near which there is a record are tried, so the writer is held for moments.

use crate::duties::open;
use crate::plans::ahead::Ahead;
use crate::plans::coming::{self, Source};
use crate::plans::store as rows;
use engine::obligations::store as obligations;
use kernel::time::Day;
use mechanism::Env;
use policy::Pack;
use store::{Result, Tx};

/// How many of the first obligations of a duty are met at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Satisfied {
    pub definition: String,
    pub met: i64,
    pub of: i64,
}

/// Subjects of one duty that are tried; more would hold the writer too long.
const MOST: usize = 2_000;

/// Opens what would open on the day for subjects with records, and counts what is met. The caller undoes the unit of
/// work.
pub fn try_out(tx: &mut Tx, env: &Env, pack: &Pack, on: Day) -> Result<Vec<Satisfied>> {
    let mut found = Vec::new();
    let mut ahead = Ahead::over(tx, env, on, on.plus_days(1))?;
    for duty in &pack.duties {
        for opening in ahead.openings(tx, pack, duty)? {
            if opening.coming.source != Source::Turn {
                continue;
            }
            let occasion = &opening.coming.occasion;
            let forms: Vec<&str> = duty
                .requirement
                .all
                .iter()
                .map(|part| part.evidence.form.as_str())
                .collect();
            let near = rows::anchors_of_records(tx, &forms, occasion.from, occasion.until)?;
            if near.is_empty() {
                continue;
            }
            let mut subjects = coming::subjects(tx, env, pack, duty, &opening.coming, on)?;
            let of = subjects.len() as i64;
            subjects.retain(|one| near.contains(&one.id) || near.contains(&one.holder));
            subjects.truncate(MOST);
            let ids: Vec<_> = subjects
                .iter()
                .map(|one| open::obligation(duty, occasion, one.clone()).id(&duty.id))
                .collect();
            let rule = open::rule_for(env, pack, duty, occasion);
            open::open_for(tx, env, duty, &rule, occasion, subjects)?;
            let mut met = 0;
            for id in ids {
                let row = obligations::by_id(tx, id)?;
                met += i64::from(row.is_some_and(|row| row.met_received.is_some()));
            }
            if 0 < met {
                found.push(Satisfied {
                    definition: duty.id.clone(),
                    met,
                    of,
                });
            }
        }
    }
    Ok(found)
}
