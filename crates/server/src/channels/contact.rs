//! Where a person is reached outside of the program, and what he does not want to be sent.

use super::store;
use ::store::{Act, Error, Result, Sql, Tx};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{App, Body, Caller, Problem};
use registry::person;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Channel → address: `email`, and the names of the machine's webhooks.
    #[serde(default)]
    pub addresses: BTreeMap<String, String>,
    /// Categories of messages that are not sent; what must be known is sent all the same.
    #[serde(default)]
    pub muted: BTreeSet<String>,
}

/// Longest address, and most of either.
const LENGTH: usize = 200;
const MOST: usize = 20;

/// One's own addresses outside of the program and what one has muted.
#[utoipa::path(get, path = "/me/contact", operation_id = "contact_own", tag = "channels",
    responses((status = 200, body = Contact)))]
pub async fn own(
    State(app): State<App>,
    caller: Caller,
) -> std::result::Result<Json<Contact>, Problem> {
    let contact = app.store.read(move |sql| read(sql, caller.person)).await?;
    Ok(Json(contact))
}

/// Replaces one's own addresses and muted categories.
#[utoipa::path(put, path = "/me/contact", operation_id = "contact_set_own", tag = "channels",
    request_body = Contact, responses((status = 204), (status = 422)))]
pub async fn set_own(
    State(app): State<App>,
    caller: Caller,
    Body(contact): Body<Contact>,
) -> std::result::Result<StatusCode, Problem> {
    check(&contact)?;
    let act = Act::by(caller.account, "contact.set_own", None);
    app.store
        .write(act, move |tx| write(tx, caller.person, &contact))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A person's addresses outside of the program.
#[utoipa::path(get, path = "/persons/{id}/contact", operation_id = "contact_of_person", tag = "channels",
    params(("id" = String, Path,)), responses((status = 200, body = Contact), (status = 404)))]
pub async fn of_person(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<Json<Contact>, Problem> {
    let contact = app
        .store
        .read(move |sql| {
            within(sql, &caller, id)?;
            read(sql, id)
        })
        .await?;
    Ok(Json(contact))
}

/// Replaces a person's addresses. What he has muted is his own and stays.
#[utoipa::path(put, path = "/persons/{id}/contact", operation_id = "contact_set_of_person", tag = "channels",
    request_body = Contact, params(("id" = String, Path,)),
    responses((status = 204), (status = 404), (status = 422)))]
pub async fn set_of_person(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(contact): Body<Contact>,
) -> std::result::Result<StatusCode, Problem> {
    check(&contact)?;
    let act = Act::by(caller.account, "contact.set", None);
    app.store
        .write(act, move |tx| {
            within(tx, &caller, id)?;
            let kept = Contact {
                addresses: contact.addresses.clone(),
                muted: store::muted(tx, id)?,
            };
            write(tx, id, &kept)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whoever is not in the register of one's area does not exist.
fn within(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<()> {
    let person = person::store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let sector = person.sector.as_deref();
    match caller.scope.admits(&person.path, sector, None, &[]) {
        true => Ok(()),
        false => Err(Error::NotFound),
    }
}

fn read(sql: &mut dyn Sql, person: Id) -> Result<Contact> {
    Ok(Contact {
        addresses: store::addresses(sql, person)?,
        muted: store::muted(sql, person)?,
    })
}

/// The ledger says that addresses changed, and on which channels; never the addresses.
fn write(tx: &mut Tx, person: Id, contact: &Contact) -> Result<()> {
    store::set_contact(tx, person, &contact.addresses, &contact.muted)?;
    let channels: Vec<&String> = contact.addresses.keys().collect();
    tx.note(
        person,
        "contact",
        json!({ "channels": channels, "muted": contact.muted }),
    )
}

fn check(contact: &Contact) -> std::result::Result<(), Problem> {
    let refuse = |code: &str, channel: &str| {
        Err(Problem::invalid(Reason::new(code).with("channel", channel)))
    };
    if MOST < contact.addresses.len() || MOST < contact.muted.len() {
        return refuse("channels.too_many", "");
    }
    for (channel, address) in &contact.addresses {
        let control = address.chars().any(char::is_control);
        if address.trim().is_empty() || control || LENGTH < address.chars().count() {
            return refuse("channels.bad_address", channel);
        }
        if channel == super::EMAIL && address.parse::<lettre::message::Mailbox>().is_err() {
            return refuse("channels.bad_address", channel);
        }
        if is_telephone(address) {
            return refuse("channels.telephone", channel);
        }
    }
    Ok(())
}

/// A mobile number of the mainland. Private telephones are sealed and do not stand among addresses.
fn is_telephone(address: &str) -> bool {
    let digits: String = address.chars().filter(char::is_ascii_digit).collect();
    let plain = address
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' '));
    let number = digits.strip_prefix("86").unwrap_or(&digits);
    plain && number.len() == 11 && number.starts_with('1')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(channel: &str, address: &str) -> Option<String> {
        let contact = Contact {
            addresses: BTreeMap::from([(channel.to_owned(), address.to_owned())]),
            muted: BTreeSet::new(),
        };
        check(&contact).err().map(|problem| problem.reason.code)
    }

    #[test]
    fn addresses_are_addresses_and_no_telephones() {
        assert_eq!(refused("email", "wang@example.org"), None);
        assert_eq!(refused("robot", "safety-office"), None);
        assert_eq!(
            refused("email", "wang").as_deref(),
            Some("channels.bad_address")
        );
        assert_eq!(
            refused("email", "a@b.org\r\nBcc: x@y.org").as_deref(),
            Some("channels.bad_address")
        );
        assert_eq!(
            refused("robot", " ").as_deref(),
            Some("channels.bad_address")
        );
        for number in ["13800000000", "+86 138-0000-0000"] {
            assert_eq!(
                refused("sms", number).as_deref(),
                Some("channels.telephone"),
                "{number}"
            );
        }
    }
}
