//! Lists through a scope: one indexed query per branch, merged.
//!
//! A union of conditions in one query makes a database read and sort far too much. Each branch
//! alone is an index walk that stops after one page, so the pages of all branches are read and
//! the first rows of their union taken. The same rows follow the same order everywhere: the order
//! column, then the id.

mod branch;
mod key;
mod merge;

use std::collections::HashMap;

use branch::{Piece, Want};
use kernel::id::Id;
use kernel::scope::{Branch, Scope};

use crate::error::Result;
use crate::row::Row;
use crate::sql::Sql;
use crate::value::Value;

use key::Place;

pub use key::PageKey;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

/// The order of a list. The column is never null; without an alias it is one of the table's own.
/// The id breaks ties in the same direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order<'a> {
    pub column: &'a str,
    pub direction: Direction,
}

/// A list of the rows of one table that a scope admits.
///
/// The table is called `t` in all other texts. It has an `id` and the five area columns. What lies
/// in a partial index is written in the filter literally, not as a parameter.
#[derive(Debug, Clone)]
pub struct Listing<'a> {
    pub table: &'a str,
    pub columns: &'a str,
    /// Joins behind the table, or nothing.
    pub joins: &'a str,
    /// A further condition, or nothing.
    pub filter: &'a str,
    pub params: &'a [(&'a str, Value)],
    pub order: Order<'a>,
    pub has_sector: bool,
    /// The column that names the site to which a row belongs.
    pub site_column: Option<&'a str>,
    /// A column that names a party to which a row is handed, besides the rows of `sight`.
    pub handed_column: Option<&'a str>,
}

#[derive(Debug, Clone)]
pub struct Page {
    pub rows: Vec<Row>,
    /// None at the end of the list.
    pub next: Option<PageKey>,
}

impl<'a> Order<'a> {
    pub fn ascending(column: &'a str) -> Order<'a> {
        Order {
            column,
            direction: Direction::Ascending,
        }
    }

    pub fn descending(column: &'a str) -> Order<'a> {
        Order {
            column,
            direction: Direction::Descending,
        }
    }
}

impl Order<'_> {
    fn qualified(&self) -> String {
        match self.column.contains('.') {
            true => self.column.to_owned(),
            false => format!("t.{}", self.column),
        }
    }
}

/// The next `limit` rows of a list after a key.
pub fn page(
    sql: &mut dyn Sql,
    listing: &Listing<'_>,
    scope: &Scope,
    after: Option<&PageKey>,
    limit: usize,
) -> Result<Page> {
    let after = after.map(|key| key.open(listing)).transpose()?;
    let pieces: Vec<_> = branches(scope)
        .flat_map(|branch| branch::pieces(listing, branch))
        .collect();
    // One more than asked shows whether the list goes on.
    let (mut rows, whole) = match pieces.as_slice() {
        [only] => {
            let (text, params) = only.page(listing, Want::Rows, after.as_ref(), limit + 1);
            (sql.query(&text, &params)?, true)
        }
        several => (
            merged(sql, listing, several, after.as_ref(), limit + 1)?,
            false,
        ),
    };
    let more = limit < rows.len();
    rows.truncate(limit);
    if !whole {
        rows = filled(sql, listing, &rows)?;
    }
    let next = match rows.last() {
        Some(last) if more => Some(PageKey::after(listing, last)?),
        _ => None,
    };
    Ok(Page { rows, next })
}

/// The keys of the first rows of the union. Most of what the branches find is not shown, so only keys are read.
fn merged(
    sql: &mut dyn Sql,
    listing: &Listing<'_>,
    pieces: &[Piece],
    after: Option<&Place>,
    limit: usize,
) -> Result<Vec<Row>> {
    let mut found = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let (text, params) = piece.page(listing, Want::Keys, after, limit);
        found.push(sql.query(&text, &params)?);
    }
    merge::merge(found, listing.order.direction, limit)
}

/// The rows that belong to keys, in the order of the keys.
fn filled(sql: &mut dyn Sql, listing: &Listing<'_>, keys: &[Row]) -> Result<Vec<Row>> {
    let mut ids = keys
        .iter()
        .map(|key| key.id("page_id"))
        .collect::<Result<Vec<_>>>()?;
    let Some(last) = ids.last().copied() else {
        return Ok(Vec::new());
    };
    // Padded, so that there are few texts and not one for each number of rows.
    ids.resize(ids.len().next_power_of_two(), last);
    let names: Vec<String> = (0..ids.len()).map(|place| format!("key_{place}")).collect();
    let Listing {
        table,
        columns,
        joins,
        ..
    } = listing;
    let text = format!(
        "select {columns}, {} as page_value, t.id as page_id from {table} t {joins} where t.id in (:{})",
        listing.order.qualified(),
        names.join(", :"),
    );
    let own = names
        .iter()
        .map(String::as_str)
        .zip(ids.iter().map(Value::from));
    let params: Vec<_> = listing.params.iter().cloned().chain(own).collect();
    let mut rows = HashMap::new();
    for row in sql.query(&text, &params)? {
        rows.insert(row.id("page_id")?, row);
    }
    let ordered = ids[..keys.len()].iter();
    Ok(ordered.filter_map(|id| rows.remove(id)).collect())
}

/// How many rows a list has; stops counting at `cap`.
///
/// Each branch is counted without what the branches before it admit, which needs no memory and no
/// sorting. A low cap makes it as cheap as a page.
pub fn count(sql: &mut dyn Sql, listing: &Listing<'_>, scope: &Scope, cap: i64) -> Result<i64> {
    let pieces = branches(scope).flat_map(|branch| branch::pieces(listing, branch));
    let mut pieces: Vec<_> = pieces
        .enumerate()
        .map(|(place, piece)| piece.renamed(place))
        .collect();
    // A condition on the row itself is the cheaper test of what was counted before.
    pieces.sort_by_key(|piece| piece.is_handed());
    let mut total = 0;
    for place in 0..pieces.len() {
        let (before, own) = (&pieces[..place], &pieces[place]);
        let text = own.count_without(listing, before);
        let mut params = listing.params.to_vec();
        params.extend(pieces[..=place].iter().flat_map(|piece| piece.borrowed()));
        params.push(("page_cap", (cap - total).into()));
        let row = sql.one(&text, &params)?;
        total += row.map_or(Ok(0), |row| row.int("n"))?;
        if cap <= total {
            return Ok(cap);
        }
    }
    Ok(total)
}

/// Whether a scope admits one row; the same rule as that of the lists.
///
/// The site column is `site` where the table has one; see [`admitted_in`] for other tables.
pub fn admitted(sql: &mut dyn Sql, table: &str, id: Id, scope: &Scope) -> Result<bool> {
    let listing = Listing {
        table,
        columns: "t.id",
        joins: "",
        filter: "",
        params: &[],
        order: Order::ascending("id"),
        has_sector: sql.catalog().has(table, "sector"),
        site_column: sql.catalog().has(table, "site").then_some("site"),
        handed_column: None,
    };
    if sql.catalog().has(table, "area_county") {
        return admitted_in(sql, &listing, id, scope);
    }
    let mut scope = scope.clone();
    scope
        .branches
        .retain(|branch| !matches!(branch, Branch::Area { .. } | Branch::AreaSector { .. }));
    admitted_in(sql, &listing, id, &scope)
}

/// Whether a scope admits one row of a list.
pub fn admitted_in(
    sql: &mut dyn Sql,
    listing: &Listing<'_>,
    id: Id,
    scope: &Scope,
) -> Result<bool> {
    for branch in branches(scope) {
        for piece in branch::pieces(listing, branch) {
            let text = format!("{} and t.id = :admitted_id", piece.ids(listing));
            let mut params = listing.params.to_vec();
            params.extend(piece.borrowed());
            params.push(("admitted_id", id.into()));
            if sql.one(&text, &params)?.is_some() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Everything makes the other branches idle.
fn branches(scope: &Scope) -> impl Iterator<Item = &Branch> {
    let everything = scope.branches.contains(&Branch::Everything);
    scope
        .branches
        .iter()
        .filter(move |branch| !everything || **branch == Branch::Everything)
        .take(if everything { 1 } else { usize::MAX })
}
