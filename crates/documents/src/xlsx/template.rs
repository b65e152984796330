//! Somebody else's form filled from rows: `{{名称}}` becomes a value, the line with the names of a row is repeated.
//!
//! The file is changed where it must be and nowhere else: cells keep their styles, rows their heights, pictures,
//! widths and print settings stay as they are. That is why no spreadsheet library rewrites it as a whole here.
//! Bounds: one repeated line a page; drawings do not move with the rows; results of formulas are computed anew by the
//! spreadsheet when it opens the file.

mod package;
mod page;
mod refs;

use crate::sheet::Cell;
use package::Package;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// Names of the placeholders that a form holds.
pub type Names = BTreeSet<String>;

/// Why a form cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unfillable {
    #[error("not a workbook")]
    NotAWorkbook,
    #[error("the workbook is broken: {0}")]
    Broken(String),
    #[error("the workbook unpacks to more than is taken")]
    TooLarge,
    #[error("the lines {0} and {1} would both be repeated")]
    TwoLines(u32, u32),
    #[error("the repeated line {0} holds a formula that is shared with other lines")]
    SharedFormula(u32),
}

impl Unfillable {
    /// The code of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Unfillable::NotAWorkbook => "files.unknown_kind",
            Unfillable::Broken(_) => "files.broken_workbook",
            Unfillable::TooLarge => "templates.too_large",
            Unfillable::TwoLines(_, _) => "templates.two_lines",
            Unfillable::SharedFormula(_) => "templates.shared_formula",
        }
    }

    /// The line that the text of the code names, where there is one.
    pub fn row(&self) -> Option<u32> {
        match self {
            Unfillable::TwoLines(_, row) | Unfillable::SharedFormula(row) => Some(*row),
            _ => None,
        }
    }
}

/// Every name that stands in the form.
pub fn names(bytes: &[u8]) -> Result<Names, Unfillable> {
    let package = Package::open(bytes)?;
    let mut names = Names::new();
    for part in package.pages() {
        let text = package.text(&part)?;
        let page = page::Page::parse(&text)?;
        for row in &page.rows {
            names.extend(row.names(package.shared()));
        }
    }
    Ok(names)
}

/// Fills the form. Names of `once` have one value; a line that holds a name of `each` is repeated for every row.
/// A name that is in neither becomes empty.
pub fn fill(
    bytes: &[u8],
    once: &BTreeMap<String, Cell>,
    each: &Names,
    rows: &[BTreeMap<String, Cell>],
) -> Result<Vec<u8>, Unfillable> {
    let mut package = Package::open(bytes)?;
    let pages = package.pages();
    let only = pages.len() == 1;
    let mut moved = None;
    for part in pages {
        let text = package.text(&part)?;
        let page = page::Page::parse(&text)?;
        let Some(filled) = page.filled(package.shared(), once, each, rows)? else {
            continue;
        };
        package.replace(&part, filled.text);
        moved = filled.moved;
    }
    // Names of ranges say a page only by its title; with one page there is no doubt which is meant.
    package.settle(moved.filter(|_| only))?;
    package.write()
}

/// The placeholders of a text, in their order.
fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let after = &rest[start + 2..];
        let Some(end) = after.find("}}") else { break };
        found.push(after[..end].trim());
        rest = &after[end + 2..];
    }
    found
}

/// A text with its placeholders filled: a number where the whole text is one placeholder with a number, else a text.
fn filled(text: &str, value: &dyn Fn(&str) -> Cell) -> Cell {
    let trimmed = text.trim();
    let inner = trimmed
        .strip_prefix("{{")
        .and_then(|rest| rest.strip_suffix("}}"));
    if let Some(name) = inner.filter(|name| !name.contains("{{")) {
        return value(name.trim());
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let after = &rest[start + 2..];
        let Some(end) = after.find("}}") else { break };
        out.push_str(&rest[..start]);
        match value(after[..end].trim()) {
            Cell::Empty => {}
            Cell::Text(text) => out.push_str(&text),
            Cell::Number(number) => out.push_str(&crate::number::text_of(number)),
        }
        rest = &after[end + 2..];
    }
    out.push_str(rest);
    Cell::Text(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_placeholder_keeps_the_kind_of_its_value_and_a_part_becomes_text() {
        let value = |name: &str| match name {
            "数量" => Cell::Number(3.0),
            "单位" => Cell::from("甲镇"),
            _ => Cell::Empty,
        };
        assert_eq!(filled("{{数量}}", &value), Cell::Number(3.0));
        assert_eq!(
            filled("{{ 单位 }}共{{数量}}项", &value),
            Cell::from("甲镇共3项")
        );
        assert_eq!(filled("无", &value), Cell::from("无"));
        assert_eq!(filled("{{不知}}", &value), Cell::Empty);
        assert_eq!(placeholders("{{单位}}：{{ 数量 }}{{"), ["单位", "数量"]);
    }
}
