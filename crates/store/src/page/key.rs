//! Where a page ended, as a text that the client gives back.

use std::fmt;
use std::str::FromStr;

use kernel::id::Id;
use kernel::ledger::digest;
use kernel::reason::Reason;

use super::Listing;
use crate::error::{Error, Result};
use crate::ledger::entry::{hex, unhex};
use crate::row::Row;
use crate::value::Value;

/// Bytes of the digest that bind a key to its list.
const BINDING: usize = 6;

/// Opaque to clients. A key of another list, or of another order, is refused when it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageKey(Vec<u8>);

/// What a key says once it is known to belong to the list.
pub(super) struct Place {
    pub value: Value,
    pub id: Id,
}

impl PageKey {
    /// Reads what a client gave back and checks that it belongs to the list.
    pub fn parse(listing: &Listing<'_>, text: &str) -> Result<PageKey> {
        let key: PageKey = text.parse()?;
        key.open(listing)?;
        Ok(key)
    }

    pub(super) fn after(listing: &Listing<'_>, last: &Row) -> Result<PageKey> {
        let mut bytes = binding(listing).to_vec();
        bytes.extend_from_slice(last.id("page_id")?.bytes());
        match last.value("page_value")? {
            Value::Int(number) => {
                bytes.push(b'i');
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            Value::Real(number) => {
                bytes.push(b'r');
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            Value::Text(text) => {
                bytes.push(b't');
                bytes.extend_from_slice(text.as_bytes());
            }
            Value::Id(id) => {
                bytes.push(b'b');
                bytes.extend_from_slice(id.bytes());
            }
            Value::Blob(blob) => {
                bytes.push(b'b');
                bytes.extend_from_slice(blob);
            }
            Value::Null => {
                let column = listing.order.column;
                return Err(Error::Database(format!(
                    "{column} orders a list and is null"
                )));
            }
        }
        Ok(PageKey(bytes))
    }

    pub(super) fn open(&self, listing: &Listing<'_>) -> Result<Place> {
        let rest = self.0.strip_prefix(&binding(listing)).ok_or_else(foreign)?;
        let (id, rest) = rest.split_at_checked(16).ok_or_else(foreign)?;
        let (kind, value) = rest.split_first().ok_or_else(foreign)?;
        let eight = || <[u8; 8]>::try_from(value).map_err(|_| foreign());
        let value = match kind {
            b'i' => Value::Int(i64::from_be_bytes(eight()?)),
            b'r' => Value::Real(f64::from_be_bytes(eight()?)),
            b't' => Value::Text(String::from_utf8(value.to_vec()).map_err(|_| foreign())?),
            b'b' => match Id::from_slice(value) {
                Some(id) => Value::Id(id),
                None => Value::Blob(value.to_vec()),
            },
            _ => return Err(foreign()),
        };
        let id = Id::from_slice(id).ok_or_else(foreign)?;
        Ok(Place { value, id })
    }
}

impl fmt::Display for PageKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl FromStr for PageKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<PageKey> {
        unhex(text).map(PageKey).ok_or_else(foreign)
    }
}

fn foreign() -> Error {
    Error::Refused(Reason::new("page.foreign_key"))
}

/// Table, filter and order make a list; whose scope it is seen through does not.
fn binding(listing: &Listing<'_>) -> [u8; BINDING] {
    let Listing {
        table,
        filter,
        order,
        ..
    } = listing;
    let text = format!("{table}\0{filter}\0{}\0{:?}", order.column, order.direction);
    let mut binding = [0; BINDING];
    binding.copy_from_slice(&digest(text.as_bytes())[..BINDING]);
    binding
}
