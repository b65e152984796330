//! Who files, leads and approves for a party on a day.

use kernel::id::Id;
use kernel::time::Day;
use registry::{party, person};
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
