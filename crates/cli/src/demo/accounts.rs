//! Accounts of the demonstration. Their password is public, which is why only a training instance has them.

use super::names;
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

/// Login, role, body and post, as people know them.
const ACCOUNTS: &[(&str, &str, &str, &str)] = &[
    ("anweiban", "safety_office", "县安委办", "专管员"),
    ("anweiban-zr", "safety_office", "县安委办", "主任"),
    ("fuxianzhang", "leader", "县政府", "分管副县长（工业安全）"),
    ("xiaofang", "committee_office", "县消防安委办", "专管员"),
    ("xiaofang-zr", "committee_office", "县消防安委办", "主任"),
    ("yingjiju", "department", "县应急管理局", "安全专管员"),
    ("dipu", "township", "递铺街道办事处", "安全专管员"),
    ("qiye", "enterprise", names::SHOWN, "安全管理员"),
];

#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    pub login: &'static str,
    pub password: &'static str,
    pub who: String,
}

/// The three administrators, whom no account combines.
const ADMINISTRATORS: &[(&str, &str, &str)] = &[
    ("system", "system_admin", "系统管理员"),
    ("security", "security_admin", "安全管理员"),
    ("audit", "audit_admin", "审计管理员"),
];

pub fn shown() -> Vec<Shown> {
    let shown = |(login, _, body, post): &(&'static str, &str, &str, &str)| Shown {
        login,
        password: PASSWORD,
        who: format!("{body} {post}"),
    };
    let administrator = |(login, _, who): &(&'static str, &str, &str)| Shown {
        login,
        password: PASSWORD,
        who: (*who).to_owned(),
    };
    let people = ACCOUNTS.iter().map(shown);
    people
        .chain(ADMINISTRATORS.iter().map(administrator))
        .collect()
}

/// Makes the accounts whose posts somebody holds, and the three administrators with the same password.
pub fn create(app: &App) -> Result<(), Refusal> {
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let hash = password::hash(PASSWORD, &**app.store.chance())?;
    let policy = app.env.policy.clone();
    app.store
        .write_blocking(Act::system("demo.accounts"), move |tx| {
            for (login, role, body, post) in ACCOUNTS {
                let Some((org, person)) = holder(tx, body, post, day)? else {
                    tracing::warn!(login, "nobody holds the post of this account");
                    continue;
                };
                let new = new_account(login, role, Owner::Person(person), Some(org));
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
            Ok(())
        })?;
    Ok(())
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
