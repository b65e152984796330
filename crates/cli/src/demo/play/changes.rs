//! Posts that somebody else takes over: the register is handed in anew, as a bureau does it.

use super::deed::Done;
use super::paper::Desk;
use crate::demo::made_up;
use crate::demo::place::Changes;
use kernel::id::Id;
use registry::{org, person};
use store::{Result, Tx};

/// A number that no post of the first people of a body has, so that the successor has another name.
const SUCCESSOR: usize = 9;

/// The change of that number: luck names the body.
pub fn take_over(tx: &mut Tx, desk: &Desk, changes: &Changes, number: usize) -> Result<Done> {
    let day = desk.day(tx);
    let thing = Id::natural("demonstration", &format!("change {} {number}", changes.of));
    let bodies = org::store::of_kind(tx, &changes.of, day)?;
    let Some(body) = desk.dice.of(thing, "body").pick(&bodies) else {
        return Ok(Done::default());
    };
    let Some(post) = person::store::post_by_title(tx, body.id, &changes.post)? else {
        return Ok(Done::default());
    };
    let holders = person::store::holders(tx, post.id, day)?;
    for holder in holders.iter().filter(|holder| !holder.stand_in) {
        person::store::relieve(tx, post.id, holder.person, day)?;
    }
    let name = made_up::person(desk.dice, body.id, SUCCESSOR);
    let table = format!(
        "姓名,单位,岗位,任职起\n{name},{},{},{day}\n",
        body.name, post.title
    );
    hand_in(tx, desk, &table)?;
    let before: Vec<Id> = holders.iter().map(|holder| holder.person).collect();
    tx.note(
        post.id,
        "taken_over",
        serde_json::json!({ "from": before, "on": day }),
    )?;
    Ok(Done::default())
}

fn hand_in(tx: &mut Tx, desk: &Desk, table: &str) -> Result<()> {
    let table = documents::read(table.as_bytes())
        .map_err(|error| store::Error::Database(error.to_string()))?;
    let report = (desk.persons.run)(tx, &desk.env, &table)?;
    match report.errors.first() {
        None => Ok(()),
        Some(error) => Err(store::Error::refused(kernel::reason::Reason::new(
            &error.code,
        ))),
    }
}
