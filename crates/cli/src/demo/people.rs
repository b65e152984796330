//! Who files, leads and approves for a party on a day.

use kernel::id::Id;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::{Caller, Lang};
use registry::{party, person};
use std::sync::Arc;
use store::{Result, Sql};

/// People around a holder.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// In the order of their posts, the head first.
    pub all: Vec<Id>,
    pub approver: Option<Id>,
    /// Who fills in: not the approver, where there is somebody else.
    pub filer: Option<Id>,
}

/// The persons in the posts of a body, or whoever answers for another party.
pub fn of(sql: &mut dyn Sql, holder: Id, day: Day) -> Result<People> {
    let mut all = Vec::new();
    for post in person::store::posts_of_org(sql, holder, day)? {
        let holders = person::store::holders(sql, post.id, day)?;
        all.extend(
            holders
                .iter()
                .filter(|holder| !holder.stand_in)
                .map(|holder| holder.person),
        );
    }
    let answers = party::store::current_person(sql, holder, day)?.map(|(person, _)| person);
    if all.is_empty() {
        all.extend(answers);
    }
    all.dedup();
    let approver = match person::store::approver_of(sql, holder, day)? {
        Some(post) => person::store::holders(sql, post.id, day)?
            .first()
            .map(|holder| holder.person),
        None => answers,
    };
    let filer = all
        .iter()
        .rev()
        .find(|person| Some(**person) != approver)
        .copied()
        .or(answers);
    Ok(People {
        all,
        approver,
        filer,
    })
}

/// A person who acts as everybody that he may act as, outside of any session.
pub fn acting(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Caller> {
    let standing = person::store::standing(sql, person, day)?;
    Ok(Caller {
        account: super::accounts::filer(),
        person,
        name: standing.name,
        parties: standing.parties,
        orgs: standing.orgs,
        permissions: Arc::default(),
        roles: Vec::new(),
        scope: Scope::everything(),
        language: Lang::Zh,
    })
}
