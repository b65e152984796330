//! Accounts, for the administrators. They see names and roles, nothing of the business.

use super::super::accounts::{self as making, NewAccount, Owner};
use super::super::model::{Account, AccountState};
use super::super::{rules, store};
use crate::party;
use ::store::{Act, Error, Read, Result as Stored, Tx};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Body, Caller, Listed, PageQuery, Problem};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct AccountRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub login: String,
    #[schema(value_type = String)]
    pub person: Id,
    pub name: String,
    /// `active` or `disabled`.
    pub state: &'static str,
    /// Machine time in UTC milliseconds, while locked.
    pub locked_until: Option<i64>,
    pub must_change: bool,
    pub roles: Vec<GrantRow>,
}

#[derive(Serialize, ToSchema)]
pub struct GrantRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub role: String,
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
    pub org_name: Option<String>,
    #[schema(value_type = String)]
    pub from: Day,
}

#[derive(Deserialize, ToSchema)]
pub struct AddAccount {
    pub login: String,
    /// A person of the register; else `name` makes a new one.
    #[schema(value_type = Option<String>)]
    pub person: Option<Id>,
    pub name: Option<String>,
    /// Main body of a new person, and the body for which the role is held.
    #[schema(value_type = Option<String>)]
    pub org: Option<Id>,
    pub role: String,
    pub language: Option<String>,
}

/// Shown once.
#[derive(Serialize, ToSchema)]
pub struct OneTimePassword {
    #[schema(value_type = String)]
    pub account: Id,
    pub login: String,
    pub password: String,
}

#[derive(Deserialize, ToSchema)]
pub struct ChangeState {
    /// `active` or `disabled`; disabling ends all sessions.
    pub state: String,
}

/// All accounts by name.
#[utoipa::path(get, path = "/accounts", operation_id = "accounts_list", tag = "identity",
    params(PageQuery), responses((status = 200, body = Listed<AccountRow>)))]
pub async fn list(
    State(app): State<App>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Listed<AccountRow>>, Problem> {
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let now = app.store.clock().machine();
    let listed = app
        .store
        .read(move |sql| {
            let after = page.after.clone().unwrap_or_default();
            let mut found = store::after(sql, &after, page.size() + 1)?;
            let more = page.size() < found.len();
            found.truncate(page.size());
            let next = found.last().filter(|_| more).map(|last| last.login.clone());
            let mut items = Vec::new();
            for account in found {
                let locked = account.locked_until.filter(|until| now < *until);
                items.push(AccountRow {
                    id: account.id,
                    name: party::store::label(sql, account.person)?,
                    state: account.state.word(),
                    locked_until: locked.map(|until| until.0),
                    must_change: account.must_change,
                    roles: roles(sql, account.id, day)?,
                    login: account.login,
                    person: account.person,
                });
            }
            let count = Some(store::count(sql)?);
            Ok(Listed { items, next, count })
        })
        .await?;
    Ok(Json(listed))
}

/// Makes an account and gives its one-time password, which must be changed at the first sign-in.
#[utoipa::path(post, path = "/accounts", operation_id = "accounts_add", tag = "identity",
    request_body = AddAccount, responses((status = 201, body = OneTimePassword)))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    Body(wanted): Body<AddAccount>,
) -> Result<(StatusCode, Json<OneTimePassword>), Problem> {
    refuse_administrator(&wanted.role)?;
    let owner = match (wanted.person, wanted.name) {
        (Some(person), _) => Owner::Person(person),
        (None, Some(name)) if !name.trim().is_empty() => Owner::New {
            name: name.trim().to_owned(),
            org: wanted.org,
        },
        _ => return Err(Reason::new("registry.missing_value").into()),
    };
    let new = NewAccount {
        login: wanted.login.trim().to_owned(),
        owner,
        role: wanted.role,
        org: wanted.org,
        language: wanted.language.unwrap_or_else(|| "zh".to_owned()),
    };
    let (day, policy) = today(&app);
    let act = Act::by(caller.account, "accounts.add", None);
    let made = app
        .store
        .write(act, move |tx| making::add(tx, &policy, day, &new))
        .await?;
    let answer = OneTimePassword {
        account: made.account,
        login: made.login,
        password: made.password,
    };
    Ok((StatusCode::CREATED, Json(answer)))
}

/// Gives an account a new one-time password and ends its sessions. Administrators are reset on the server only.
#[utoipa::path(post, path = "/accounts/{id}/reset", operation_id = "accounts_reset",
    params(("id" = String, Path,)),
    tag = "identity", responses((status = 200, body = OneTimePassword)))]
pub async fn reset(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> Result<Json<OneTimePassword>, Problem> {
    let act = Act::by(caller.account, "accounts.reset", None);
    let (day, _) = today(&app);
    let made = app
        .store
        .write(act, move |tx| {
            let account = changeable(tx, id, day)?;
            making::reset(tx, &account.login)
        })
        .await?;
    Ok(Json(OneTimePassword {
        account: made.account,
        login: made.login,
        password: made.password,
    }))
}

/// Disables an account and ends its sessions, or lets it sign in again.
#[utoipa::path(post, path = "/accounts/{id}/state", operation_id = "accounts_change_state",
    params(("id" = String, Path,)),
    tag = "identity", request_body = ChangeState, responses((status = 204)))]
pub async fn change_state(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<ChangeState>,
) -> Result<StatusCode, Problem> {
    let state = AccountState::of_word(&wanted.state)
        .ok_or_else(|| Problem::invalid(Reason::new("registry.missing_value")))?;
    if caller.account == id {
        return Err(Reason::new("identity.own_account").into());
    }
    let act = Act::by(caller.account, "accounts.change_state", None);
    let (day, _) = today(&app);
    app.store
        .write(act, move |tx| {
            let account = changeable(tx, id, day)?;
            store::set_state(tx, account.id, state)?;
            if state == AccountState::Disabled {
                store::revoke_all(tx, account.id)?;
            }
            tx.note(
                account.id,
                "state_changed",
                json!({ "state": state.word() }),
            )
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An administrator who could reset another one would be both.
pub(super) fn changeable(tx: &mut Tx, id: Id, day: Day) -> Stored<Account> {
    let account = store::by_id(tx, id)?.ok_or(Error::NotFound)?;
    let grants = store::grants(tx, id, day)?;
    if grants
        .iter()
        .any(|grant| rules::is_administrator(&grant.role))
    {
        return Err(Error::Refused(Reason::new(
            "identity.administrator_protected",
        )));
    }
    Ok(account)
}

pub(super) fn refuse_administrator(role: &str) -> Result<(), Problem> {
    if rules::is_administrator(role) {
        return Err(Reason::new("identity.administrator_protected").into());
    }
    Ok(())
}

pub(super) fn today(app: &App) -> (Day, std::sync::Arc<policy::Library>) {
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    (day, app.env.policy.clone())
}

fn roles(sql: &mut Read, account: Id, day: Day) -> Stored<Vec<GrantRow>> {
    let mut rows = Vec::new();
    for grant in store::grants(sql, account, day)? {
        let org_name = match grant.org {
            Some(org) => Some(party::store::label(sql, org)?),
            None => None,
        };
        rows.push(GrantRow {
            id: grant.id,
            role: grant.role,
            org: grant.org,
            org_name,
            from: grant.from,
        });
    }
    Ok(rows)
}
