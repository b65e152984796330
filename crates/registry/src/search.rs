//! Finding things by what they are called, through the caller's scope.
//!
//! Whoever wants to be found writes the pieces of its names ([`write`]) and says in a [`Searched`] where its rows stand.
//! A rare word is answered from its pieces: the few rows are read and the scope is asked for each. A word that half of
//! the register bears is answered by walking the register in its order, which finds the first matches soon. What the
//! scope does not admit is neither found nor counted.

mod registers;

use ::store::page::{self, Listing, Order};
use ::store::{Result, Row, Sql, Tx, Value};
use kernel::id::Id;
use kernel::scope::Scope;
use kernel::time::Day;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

pub use registers::{registers, sees};

/// More pieces than these do not narrow a search.
const MOST_PIECES: usize = 8;
/// So many candidates are read one by one; of more, the register is walked.
const FEW: usize = 300;
/// Rows are read so many at a time; a fixed number keeps one prepared statement.
const AT_ONCE: usize = 32;
/// Shorter beginnings of codes say too little.
const SHORTEST_CODE: usize = 4;
/// Stands behind every character that a piece may hold.
const LAST: char = '\u{10ffff}';

/// Something that was found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Hit {
    /// `site`, `org`, `person`, `post`, `task`, `matter` or `clause`.
    pub kind: &'static str,
    pub id: String,
    pub title: String,
    /// What tells it from others of the same name.
    pub subtitle: String,
    /// Page of the client on which it stands.
    pub link: String,
}

/// What somebody looks for.
#[derive(Clone, Debug)]
pub struct Words {
    text: String,
    pieces: Vec<String>,
    code: Option<String>,
}

/// Where rows of one kind stand. The table has an id, a sector and the five area columns.
pub struct Searched {
    pub kind: &'static str,
    pub table: &'static str,
    /// Column of the name shown.
    pub title: &'static str,
    /// Order in which the register is walked; there is an index for it.
    pub order: Order<'static>,
    /// Condition on the day (`:day`), or nothing.
    pub live: &'static str,
    /// Column of a code that is found by its beginning.
    pub code: Option<&'static str>,
    pub site_column: Option<&'static str>,
    pub handed_column: Option<&'static str>,
}

/// Replaces the pieces under which something of another mechanism is found.
pub fn write(tx: &mut Tx, kind: &str, subject: Id, names: &[&str]) -> Result<()> {
    crate::pieces::write(tx, kind, subject, names)
}

/// Writes the pieces of many subjects that have none yet.
pub fn write_new(tx: &mut Tx, kind: &str, subjects: &[(Id, &str)]) -> Result<()> {
    crate::pieces::write_new(tx, kind, subjects)
}

/// Ids of what bears all the words, those first whose name begins as the search does.
pub fn find(
    sql: &mut dyn Sql,
    what: &Searched,
    words: &Words,
    day: Day,
    scope: &Scope,
    limit: usize,
) -> Result<Vec<Id>> {
    if words.pieces.is_empty() {
        return Ok(Vec::new());
    }
    let coded = by_code(sql, what, words)?;
    let mut found = admitted(sql, what, words, &coded, day, scope)?;
    let named = by_pieces(sql, what, words)?;
    let named = if named.len() <= FEW {
        admitted(sql, what, words, &named, day, scope)?
    } else {
        walk(sql, what, words, day, scope, limit)?
    };
    found.extend(named);
    let mut seen = BTreeSet::new();
    found.retain(|id| seen.insert(*id));
    found.truncate(limit);
    Ok(found)
}

impl Words {
    pub fn of(text: &str) -> Words {
        let text = text.trim();
        let mut pieces = kernel::text::query_pieces(text);
        pieces.truncate(MOST_PIECES);
        let is_code =
            SHORTEST_CODE <= text.len() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        Words {
            text: text.to_lowercase(),
            pieces,
            code: is_code.then(|| text.to_ascii_uppercase()),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether a text that is kept in memory bears all the words.
    pub fn are_in(&self, text: &str) -> bool {
        // Cutting a text costs more than looking into it, so the common case is tried first.
        let lower = text.to_lowercase();
        if self.pieces.is_empty() || self.pieces.iter().all(|piece| lower.contains(piece)) {
            return !self.pieces.is_empty();
        }
        let own = kernel::text::pieces(text);
        let bears = |piece: &String| match is_whole(piece) {
            true => own.contains(piece),
            false => own.iter().any(|one| one.starts_with(piece)),
        };
        self.pieces.iter().all(bears)
    }

    /// The better the smaller: the name itself, a name that begins so, any other.
    fn rank(&self, title: &str) -> u8 {
        let title = title.to_lowercase();
        if title == self.text {
            0
        } else if title.starts_with(&self.text) {
            1
        } else {
            2
        }
    }
}

/// Two Han characters are a piece as stored; a single character, a word, a number or initials may be a beginning.
fn is_whole(piece: &str) -> bool {
    piece.chars().count() == 2 && !piece.is_ascii()
}

/// A condition on the column `piece` of `alias`, with its parameters.
fn condition(alias: &str, at: usize, piece: &str, params: &mut Vec<(String, Value)>) -> String {
    params.push((format!("w{at}"), piece.into()));
    if is_whole(piece) {
        return format!("{alias}.piece = :w{at}");
    }
    params.push((format!("e{at}"), format!("{piece}{LAST}").into()));
    format!("{alias}.piece >= :w{at} and {alias}.piece < :e{at}")
}

fn query(sql: &mut dyn Sql, text: &str, params: &[(String, Value)]) -> Result<Vec<Row>> {
    let params: Vec<(&str, Value)> = params
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    sql.query(text, &params)
}

/// Subjects that bear all pieces, up to one more than are read one by one.
fn by_pieces(sql: &mut dyn Sql, what: &Searched, words: &Words) -> Result<Vec<Id>> {
    let mut rarest: Option<(usize, usize)> = None;
    for (at, piece) in words.pieces.iter().enumerate() {
        let mut params = vec![
            ("kind".to_owned(), what.kind.into()),
            ("most".to_owned(), (FEW + 1).into()),
        ];
        let is = condition("p", at, piece, &mut params);
        let text = format!(
            "select p.subject as id from registry_piece p where p.kind = :kind and {is} limit :most"
        );
        let found = query(sql, &text, &params)?;
        if found.is_empty() {
            return Ok(Vec::new());
        }
        if words.pieces.len() == 1 {
            return found.iter().map(|row| row.id("id")).collect();
        }
        if rarest.is_none_or(|(count, _)| found.len() < count) {
            rarest = Some((found.len(), at));
        }
    }
    let Some((_, first)) = rarest else {
        return Ok(Vec::new());
    };
    let mut params = vec![
        ("kind".to_owned(), what.kind.into()),
        ("most".to_owned(), (FEW + 1).into()),
    ];
    let mut text = format!(
        "select p.subject as id from registry_piece p where p.kind = :kind and {}",
        condition("p", first, &words.pieces[first], &mut params)
    );
    for (at, piece) in words
        .pieces
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != first)
    {
        let is = condition("o", at, piece, &mut params);
        text.push_str(&format!(
            " and exists (select 1 from registry_piece o where o.subject = p.subject and o.kind = p.kind and {is})"
        ));
    }
    text.push_str(" limit :most");
    let found = query(sql, &text, &params)?;
    found.iter().map(|row| row.id("id")).collect()
}

fn by_code(sql: &mut dyn Sql, what: &Searched, words: &Words) -> Result<Vec<Id>> {
    let (Some(column), Some(code)) = (what.code, &words.code) else {
        return Ok(Vec::new());
    };
    let text = format!(
        "select t.id from {} t where t.{column} >= :code and t.{column} < :behind order by t.{column} limit :most",
        what.table
    );
    let params = ::store::params! {
        "code" => code.as_str(), "behind" => format!("{code}{LAST}"), "most" => AT_ONCE
    };
    let found = sql.query(&text, &params)?;
    found.iter().map(|row| row.id("id")).collect()
}

/// Those of the candidates that hold on the day and that the scope admits, best first.
fn admitted(
    sql: &mut dyn Sql,
    what: &Searched,
    words: &Words,
    candidates: &[Id],
    day: Day,
    scope: &Scope,
) -> Result<Vec<Id>> {
    let mut found: Vec<(u8, String, Id)> = Vec::new();
    let distinct: BTreeSet<Id> = candidates.iter().copied().collect();
    let distinct: Vec<Id> = distinct.into_iter().collect();
    for chunk in distinct.chunks(AT_ONCE) {
        let handed = sights(sql, chunk)?;
        for row in rows(sql, what, chunk, day)? {
            let id = row.id("id")?;
            let mut parties = handed.get(&id).cloned().unwrap_or_default();
            if what.handed_column.is_some() {
                parties.extend(row.opt_id("handed")?);
            }
            let site = match what.site_column {
                Some(_) => row.opt_id("site")?,
                None => None,
            };
            let sector = row.opt_text("sector")?;
            if scope.admits(&row.path()?, sector.as_deref(), site, &parties) {
                let title = row.text("title")?;
                found.push((words.rank(&title), title, id));
            }
        }
    }
    found.sort();
    Ok(found.into_iter().map(|(_, _, id)| id).collect())
}

fn rows(sql: &mut dyn Sql, what: &Searched, chunk: &[Id], day: Day) -> Result<Vec<Row>> {
    let mut text = format!(
        "select t.id, t.{} as title, t.sector, t.area_province, t.area_city, t.area_county, t.area_town, \
         t.area_village",
        what.title
    );
    if let Some(column) = what.site_column {
        text.push_str(&format!(", t.{column} as site"));
    }
    if let Some(column) = what.handed_column {
        text.push_str(&format!(", t.{column} as handed"));
    }
    let (names, mut params) = listed(chunk);
    text.push_str(&format!(" from {} t where t.id in ({names})", what.table));
    if !what.live.is_empty() {
        text.push_str(&format!(" and {}", what.live));
        params.push(("day".to_owned(), day.into()));
    }
    query(sql, &text, &params)
}

/// To whom the candidates were handed.
fn sights(sql: &mut dyn Sql, chunk: &[Id]) -> Result<BTreeMap<Id, Vec<Id>>> {
    let (names, params) = listed(chunk);
    let text = format!("select subject, party from sight where subject in ({names})");
    let mut handed: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for row in query(sql, &text, &params)? {
        handed
            .entry(row.id("subject")?)
            .or_default()
            .push(row.id("party")?);
    }
    Ok(handed)
}

/// Parameters for a list of a fixed length; the last id fills what is left.
fn listed(chunk: &[Id]) -> (String, Vec<(String, Value)>) {
    let last = chunk.last().copied();
    let ids = chunk.iter().copied().chain(std::iter::repeat_n(
        last.unwrap_or(Id([0; 16])),
        AT_ONCE - chunk.len().min(AT_ONCE),
    ));
    let params: Vec<(String, Value)> = ids
        .enumerate()
        .map(|(at, id)| (format!("i{at}"), id.into()))
        .collect();
    let names: Vec<String> = params.iter().map(|(name, _)| format!(":{name}")).collect();
    (names.join(", "), params)
}

/// The first matches of a register in its order.
fn walk(
    sql: &mut dyn Sql,
    what: &Searched,
    words: &Words,
    day: Day,
    scope: &Scope,
    limit: usize,
) -> Result<Vec<Id>> {
    let mut params: Vec<(String, Value)> = Vec::new();
    let mut parts: Vec<String> = Vec::new();
    if !what.live.is_empty() {
        parts.push(what.live.to_owned());
        params.push(("day".to_owned(), day.into()));
    }
    for (at, piece) in words.pieces.iter().enumerate() {
        let is = condition("p", at, piece, &mut params);
        parts.push(format!(
            "exists (select 1 from registry_piece p where p.subject = t.id and p.kind = '{}' and {is})",
            what.kind
        ));
    }
    let filter = parts.join(" and ");
    let params: Vec<(&str, Value)> = params
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let listing = Listing {
        table: what.table,
        columns: "t.id",
        joins: "",
        filter: &filter,
        params: &params,
        order: what.order,
        has_sector: true,
        site_column: what.site_column,
        handed_column: what.handed_column,
    };
    let found = page::page(sql, &listing, scope, None, limit)?;
    found.rows.iter().map(|row| row.id("id")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_characters_initials_and_codes_are_found_in_a_text() {
        let text = "每季度带队开展一次安全检查 4.5";
        for words in ["检查", "安全检查", "4.5", "检", "mjd"] {
            assert!(Words::of(words).are_in(text), "{words}");
        }
        for words in ["消防", "检查消防", "4.6", "aqjc", ""] {
            assert!(!Words::of(words).are_in(text), "{words}");
        }
    }

    #[test]
    fn only_what_looks_like_a_code_is_looked_up_as_one() {
        assert_eq!(Words::of("91330523ma").code.as_deref(), Some("91330523MA"));
        assert_eq!(Words::of("安吉").code, None);
        assert_eq!(Words::of("91").code, None);
    }
}
