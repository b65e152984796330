//! Lists of registers: filters, words, scope and pages in one place.

use ::store::page::{self, Listing, Order, PageKey};
use ::store::{Result, Row, Sql, Value};
use kernel::id::Id;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::{Listed, PageQuery};

/// Counting stops here; the page says "more than".
const CAP: i64 = 10_000;
/// More words than these do not narrow a search.
const MAX_PIECES: usize = 8;

/// Conditions that grow while filters are read.
#[derive(Default)]
pub(crate) struct Filter {
    parts: Vec<String>,
    params: Vec<(String, Value)>,
}

/// What a list is made of; all lists of registers are ordered by a name.
pub(crate) struct Register {
    pub table: &'static str,
    pub columns: &'static str,
    pub order: &'static str,
    pub site_column: Option<&'static str>,
    pub handed_column: Option<&'static str>,
}

impl Filter {
    /// An equality, when the filter is given.
    pub fn equals(&mut self, column: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let name = format!("f{}", self.params.len());
            self.parts.push(format!("t.{column} = :{name}"));
            self.params.push((name, value.into()));
        }
    }

    /// A condition with one value, `:value` in its text.
    pub fn condition(&mut self, text: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let name = format!("f{}", self.params.len());
            self.parts.push(text.replace(":value", &format!(":{name}")));
            self.params.push((name, value.into()));
        }
    }

    /// Rows whose name holds every word of a search.
    pub fn words(&mut self, kind: &str, text: Option<&str>) {
        let text = text.unwrap_or_default().trim();
        let pieces = kernel::text::query_pieces(text);
        for piece in pieces.into_iter().take(MAX_PIECES) {
            // A single character is found at the front of longer pieces.
            let (operator, value) = match piece.chars().count() {
                1 => ("like", format!("{piece}%")),
                _ => ("=", piece),
            };
            let condition = format!(
                "exists (select 1 from registry_piece p where p.subject = t.id
                     and p.kind = '{kind}' and p.piece {operator} :value)"
            );
            self.condition(&condition, Some(value));
        }
    }

    /// Sites that bear a tag on a day.
    pub fn tag(&mut self, tag: Option<String>, day: Day) {
        let Some(tag) = tag else { return };
        self.params.push(("tag".to_owned(), tag.into()));
        self.params.push(("tag_day".to_owned(), day.into()));
        self.parts.push(
            "exists (select 1 from site_tag g where g.site = t.id and g.tag = :tag
                 and g.from_day <= :tag_day
                 and (g.until_day is null or g.until_day > :tag_day))"
                .to_owned(),
        );
    }

    /// Sites for which nobody answers in a role on a day: the gaps of a table of links.
    pub fn without_capacity(&mut self, role: Option<String>, day: Day) {
        let Some(role) = role else { return };
        self.params.push(("without".to_owned(), role.into()));
        self.params.push(("without_day".to_owned(), day.into()));
        self.parts.push(
            "not exists (select 1 from capacity c where c.site = t.id and c.role = :without
                 and c.from_day <= :without_day
                 and (c.until_day is null or c.until_day > :without_day))"
                .to_owned(),
        );
    }

    /// Rows in an area, at whatever depth.
    pub fn area(&mut self, sql: &mut dyn Sql, area: Option<Id>) -> Result<()> {
        let Some(id) = area else { return Ok(()) };
        match crate::area::store::by_id(sql, id)? {
            Some(area) => self.equals(area.level.column(), Some(id)),
            None => self.parts.push("1 = 0".to_owned()),
        }
        Ok(())
    }

    /// Rows that hold on a day.
    pub fn on(&mut self, day: Day) {
        self.condition("t.from_day <= :value", Some(day));
        self.condition("(t.until_day is null or t.until_day > :value)", Some(day));
    }
}

/// One page of a register through the caller's scope.
pub(crate) fn list<T>(
    sql: &mut dyn Sql,
    register: &Register,
    filter: &Filter,
    scope: &Scope,
    query: &PageQuery,
    mut view: impl FnMut(&mut dyn Sql, &Row) -> Result<T>,
) -> Result<Listed<T>> {
    let text = filter.parts.join(" and ");
    let params: Vec<(&str, Value)> = filter
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let listing = listing(register, &text, &params);
    let after = query
        .after
        .as_deref()
        .map(|key| PageKey::parse(&listing, key))
        .transpose()?;
    let found = page::page(sql, &listing, scope, after.as_ref(), query.size())?;
    let count = page::count(sql, &listing, scope, CAP)?;
    let mut items = Vec::new();
    for row in &found.rows {
        items.push(view(sql, row)?);
    }
    Ok(Listed {
        items,
        next: found.next.map(|key| key.to_string()),
        count: Some(count),
    })
}

/// Whether the caller may see a row; what he may not see is not found.
pub(crate) fn admit(sql: &mut dyn Sql, register: &Register, id: Id, scope: &Scope) -> Result<()> {
    let listing = listing(register, "", &[]);
    if page::admitted_in(sql, &listing, id, scope)? {
        return Ok(());
    }
    Err(::store::Error::NotFound)
}

fn listing<'a>(
    register: &'a Register,
    filter: &'a str,
    params: &'a [(&'a str, Value)],
) -> Listing<'a> {
    Listing {
        table: register.table,
        columns: register.columns,
        joins: "",
        filter,
        params,
        order: Order::ascending(register.order),
        has_sector: true,
        site_column: register.site_column,
        handed_column: register.handed_column,
    }
}
