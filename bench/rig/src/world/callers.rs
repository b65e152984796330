//! The two callers of the list: one with a single county, one with all that a scope may hold.

use super::register::{Register, SECTORS, body, each, insert_body};
use crate::Outcome;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::App;
use registry::identity::accounts::{NewAccount, Owner, add_known, grant};
use registry::identity::{password, store as accounts};
use registry::org::Org;
use store::{Act, Error, Tx};

/// Sees one county, and files records for its office.
pub const ONE: &str = "one";
/// Sees three counties, one sector of a fourth, and what was handed to him.
pub const WIDE: &str = "wide";

/// The county of [`ONE`]: neither the largest nor the smallest.
pub const COUNTY: usize = 2;

const AREAS: [usize; 3] = [3, 4, 5];
const SECTOR_IN: usize = 7;

/// Where the handed records lie, outside of everything else that [`WIDE`] sees.
pub const HANDED_IN: [usize; 2] = [8, 9];

/// The persons behind the accounts.
pub struct Callers {
    pub wide: Id,
}

/// A role, and the body for which it is held.
type Grants = Vec<(&'static str, Id)>;

pub fn write(app: &App, register: &Register, from: Day) -> Outcome<Callers> {
    let office = |county: usize| &register.offices[county];
    let one = vec![("safety_office", office(COUNTY).id)];
    let mut wide: Grants = AREAS
        .iter()
        .map(|county| ("safety_office", office(*county).id))
        .collect();
    wide.push(("department", register.departments[SECTOR_IN].id));
    account(app, ONE, register, office(COUNTY), one, from)?;
    let wide = account(app, WIDE, register, office(AREAS[0]), wide, from)?;
    Ok(Callers { wide })
}

/// An account of somebody in a small body of his own beside the office, so that he holds a post as people do.
fn account(
    app: &App,
    login: &'static str,
    register: &Register,
    beside: &Org,
    grants: Grants,
    from: Day,
) -> Outcome<Id> {
    let place = register
        .land
        .counties
        .iter()
        .find(|county| county.id == beside.area);
    let place = place.ok_or("the office stands in no county")?;
    let own = body(
        &format!("{login}专班"),
        "team",
        Some(SECTORS[0]),
        place,
        from,
    );
    let person = own.person.id;
    each(&app.store, "rig.callers", vec![own], insert_body)?;
    let hash = password::hash("not asked for", &**app.store.chance())?;
    let policy = app.env.policy.clone();
    app.store
        .write_blocking(Act::system("rig.accounts"), move |tx: &mut Tx<'_>| {
            let Some(((role, body), more)) = grants.split_first() else {
                return Err(Error::NotFound);
            };
            let new = NewAccount {
                login: login.to_owned(),
                owner: Owner::Person(person),
                role: (*role).to_owned(),
                org: Some(*body),
                language: "zh".to_owned(),
            };
            add_known(tx, &policy, from, &new, &hash)?;
            let account = accounts::by_login(tx, login)?.ok_or(Error::NotFound)?;
            for (role, body) in more {
                grant(tx, &policy, &account, role, Some(*body), from)?;
            }
            Ok(())
        })?;
    Ok(person)
}
