//! Accounts of the demonstration. Their password is public, which is why only a training instance has them.

use super::place::Place;
use crate::outcome::Refusal;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::App;
use registry::identity::accounts::{NewAccount, Owner, add_known};
use registry::identity::password;
use registry::{org, person};
use serde::Serialize;
use store::{Act, Sql};

pub const PASSWORD: &str = "demo";

#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    pub login: String,
    pub password: &'static str,
    pub who: String,
}

/// The three administrators, whom no account combines.
const ADMINISTRATORS: &[(&str, &str, &str)] = &[
    ("system", "system_admin", "系统管理员"),
    ("security", "security_admin", "安全管理员"),
    ("audit", "audit_admin", "审计管理员"),
];

pub fn shown(place: &Place) -> Vec<Shown> {
    let shown = |login: &str, who: String| Shown {
        login: login.to_owned(),
        password: PASSWORD,
        who,
    };
    let people = place
        .accounts
        .iter()
        .map(|one| shown(&one.login, format!("{} {}", one.org, one.post)));
    let administrators = ADMINISTRATORS
        .iter()
        .map(|(login, _, who)| shown(login, (*who).to_owned()));
    people.chain(administrators).collect()
}

/// Makes the accounts whose posts somebody holds, and the three administrators with the same password.
pub fn create(app: &App, place: &Place) -> Result<(), Refusal> {
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let hash = password::hash(PASSWORD, &**app.store.chance())?;
    let policy = app.env.policy.clone();
    let accounts = place.accounts.clone();
    let vacant = app
        .store
        .write_blocking(Act::system("demo.accounts"), move |tx| {
            let mut vacant = Vec::new();
            for account in &accounts {
                let login = account.login.as_str();
                let Some((org, person)) = holder(tx, &account.org, &account.post, day)? else {
                    vacant.push(login.to_owned());
                    continue;
                };
                let new = new_account(login, &account.role, Owner::Person(person), Some(org));
                add_known(tx, &policy, day, &new, &hash)?;
            }
            for (login, role, _) in ADMINISTRATORS {
                let Some((_, definition)) = policy.role(role) else {
                    continue;
                };
                let owner = Owner::New {
                    name: definition.title.clone(),
                    org: None,
                };
                add_known(
                    tx,
                    &policy,
                    day,
                    &new_account(login, role, owner, None),
                    &hash,
                )?;
            }
            Ok(vacant)
        })?;
    match vacant.is_empty() {
        true => Ok(()),
        false => Err(Refusal::Failed(format!(
            "{}: nobody holds the posts of the accounts {}",
            place.pack,
            vacant.join(", ")
        ))),
    }
}

/// The account under whose name the records of the story were filed.
pub fn filer() -> Id {
    Id::natural("account", "demonstration")
}

fn new_account(login: &str, role: &str, owner: Owner, org: Option<Id>) -> NewAccount {
    NewAccount {
        login: login.to_owned(),
        owner,
        role: role.to_owned(),
        org,
        language: "zh".to_owned(),
    }
}

/// The body, and who holds the post in it; where there is no such post, whoever receives for the body.
fn holder(sql: &mut dyn Sql, body: &str, title: &str, day: Day) -> store::Result<Option<(Id, Id)>> {
    let Some(org) = org::store::by_name_or_alias(sql, body, day)? else {
        return Ok(None);
    };
    let posts = person::store::posts_of_org(sql, org.id, day)?;
    let named = posts.iter().find(|post| post.title == title);
    let Some(post) = named.or_else(|| posts.iter().rev().find(|post| !post.approver)) else {
        return Ok(None);
    };
    let holders = person::store::holders(sql, post.id, day)?;
    Ok(holders.first().map(|holder| (org.id, holder.person)))
}
