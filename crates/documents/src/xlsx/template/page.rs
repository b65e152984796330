//! One page of cells: its lines as they stand in the file, and the page with its placeholders filled.

use super::package::broken;
use super::refs::{Moved, with_row};
use super::{Names, Unfillable, filled, placeholders};
use crate::sheet::Cell;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

/// A page cut into what stands before its lines, the lines, and what stands after them.
pub struct Page<'a> {
    before: &'a str,
    pub rows: Vec<Row<'a>>,
    after: &'a str,
}

pub struct Row<'a> {
    number: u32,
    /// The line as it stands in the file.
    raw: &'a str,
    /// Attributes of its tag, as written.
    attributes: Vec<(String, String)>,
    cells: Vec<CellXml<'a>>,
}

struct CellXml<'a> {
    tag: String,
    attributes: Vec<(String, String)>,
    /// Everything between its tags.
    inner: &'a str,
    /// Text of its value: a number of the shared texts, or the value itself.
    value: String,
    formula: Option<FormulaXml>,
}

struct FormulaXml {
    attributes: Vec<(String, String)>,
    text: String,
}

/// A page that was filled, and what that did to its lines.
pub struct Filled {
    pub text: String,
    pub moved: Option<Moved>,
}

impl<'a> Page<'a> {
    pub fn parse(xml: &'a str) -> Result<Page<'a>, Unfillable> {
        let mut reader = Reader::from_str(xml);
        let (mut rows, mut open): (Vec<Row>, Option<(Row, usize)>) = (Vec::new(), None);
        let (mut first, mut last) = (None, None);
        loop {
            let start = position(&reader);
            match reader.read_event().map_err(broken)? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "sheetData" => first = Some(position(&reader)),
                    "row" => open = Some((Row::of(&tag, rows.last())?, start)),
                    "c" => {
                        let cell = cell(xml, &mut reader, &tag)?;
                        if let Some((row, _)) = &mut open {
                            row.cells.push(cell);
                        }
                    }
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        let mut row = Row::of(&tag, rows.last())?;
                        row.raw = &xml[start..position(&reader)];
                        rows.push(row);
                    }
                    "c" => {
                        if let Some((row, _)) = &mut open {
                            row.cells.push(CellXml::of(&tag)?);
                        }
                    }
                    // A page without any line.
                    "sheetData" => {
                        return Ok(Page {
                            before: xml,
                            rows,
                            after: "",
                        });
                    }
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        if let Some((mut row, begun)) = open.take() {
                            row.raw = &xml[begun..position(&reader)];
                            rows.push(row);
                        }
                    }
                    "sheetData" => last = Some(start),
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        let (Some(first), Some(last)) = (first, last) else {
            return Err(Unfillable::Broken("a page without cells".to_owned()));
        };
        Ok(Page {
            before: &xml[..first],
            rows,
            after: &xml[last..],
        })
    }

    /// The page with its placeholders filled; none where it holds none.
    pub fn filled(
        &self,
        shared: &[String],
        once: &BTreeMap<String, Cell>,
        each: &Names,
        rows: &[BTreeMap<String, Cell>],
    ) -> Result<Option<Filled>, Unfillable> {
        if self.rows.iter().all(|row| row.names(shared).is_empty()) {
            return Ok(None);
        }
        let mut repeated = self
            .rows
            .iter()
            .filter(|row| !row.names(shared).is_disjoint(each));
        let line = repeated.next();
        if let (Some(first), Some(second)) = (line, repeated.next()) {
            return Err(Unfillable::TwoLines(first.number, second.number));
        }
        if let Some(line) = line.filter(|line| line.shares_a_formula() && 1 < rows.len()) {
            return Err(Unfillable::SharedFormula(line.number));
        }
        // Without a row the line stays once, emptied.
        let moved = line.map(|line| Moved {
            at: line.number,
            count: u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1),
        });
        let mut text = adapted(self.before, moved);
        let nothing = BTreeMap::new();
        for row in &self.rows {
            let copies = moved.filter(|moved| moved.at == row.number);
            let Some(copies) = copies else {
                row.write(&mut text, shared, moved, None, &|name| {
                    value(once, &nothing, name)
                });
                continue;
            };
            for copy in 0..copies.count {
                let own = rows.get(copy as usize).unwrap_or(&nothing);
                row.write(&mut text, shared, moved, Some(copy), &|name| {
                    value(once, own, name)
                });
            }
        }
        text.push_str(&adapted(self.after, moved));
        Ok(Some(Filled { text, moved }))
    }
}

fn value(once: &BTreeMap<String, Cell>, own: &BTreeMap<String, Cell>, name: &str) -> Cell {
    let found = own.get(name).or_else(|| once.get(name));
    found.cloned().unwrap_or(Cell::Empty)
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Reads a cell up to its end.
fn cell<'a>(
    xml: &'a str,
    reader: &mut Reader<&[u8]>,
    tag: &BytesStart,
) -> Result<CellXml<'a>, Unfillable> {
    let mut cell = CellXml::of(tag)?;
    let begun = position(reader);
    let (mut in_value, mut in_formula) = (false, false);
    loop {
        let start = position(reader);
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                // A text in place stands in `is`, its pieces in `t`.
                "v" | "t" => in_value = true,
                "f" => {
                    in_formula = true;
                    cell.formula = Some(FormulaXml::of(&tag)?);
                }
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "f" => {
                cell.formula = Some(FormulaXml::of(&tag)?);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" | "t" => in_value = false,
                "f" => in_formula = false,
                "c" => {
                    cell.inner = &xml[begun..start];
                    return Ok(cell);
                }
                _ => {}
            },
            Event::Text(text) => {
                let text = text.xml_content(quick_xml::XmlVersion::Implicit1_0);
                cell.take(&text, in_value, in_formula);
            }
            Event::GeneralRef(reference) => {
                let raw = format!("&{};", &*reference);
                let text = quick_xml::escape::unescape(&raw).map_err(broken)?;
                cell.take(&text, in_value, in_formula);
            }
            Event::Eof => return Err(Unfillable::Broken("a cell without end".to_owned())),
            _ => {}
        }
    }
}

impl CellXml<'_> {
    fn of(tag: &BytesStart) -> Result<Self, Unfillable> {
        Ok(CellXml {
            tag: tag.name().as_ref().to_owned(),
            attributes: attributes(tag)?,
            inner: "",
            value: String::new(),
            formula: None,
        })
    }

    fn take(&mut self, text: &str, in_value: bool, in_formula: bool) {
        if in_value {
            self.value.push_str(text);
        }
        if let Some(formula) = self.formula.as_mut().filter(|_| in_formula) {
            formula.text.push_str(text);
        }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What a person reads in it.
    fn text<'s>(&'s self, shared: &'s [String]) -> &'s str {
        match self.attribute("t") {
            Some("s") => {
                let place = self.value.trim().parse::<usize>().ok();
                place
                    .and_then(|place| shared.get(place))
                    .map_or("", String::as_str)
            }
            _ => &self.value,
        }
    }

    fn write(
        &self,
        out: &mut String,
        shared: &[String],
        line: &dyn Fn(u32) -> u32,
        formula: &dyn Fn(&str) -> String,
        moved: Option<Moved>,
        value: &dyn Fn(&str) -> Cell,
    ) {
        let mut attributes = self.attributes.clone();
        for (name, text) in &mut attributes {
            if name == "r" {
                *text = with_row(text, line);
            }
        }
        let text = self.text(shared);
        if self.formula.is_none() && !placeholders(text).is_empty() {
            return filled_cell(out, &self.tag, attributes, filled(text, value));
        }
        let Some(own) = &self.formula else {
            element(out, &self.tag, &attributes, self.inner);
            return;
        };
        let mut kept = own.attributes.clone();
        for (name, text) in &mut kept {
            if let Some(moved) = moved.filter(|_| name == "ref") {
                *text = moved.ranges(text);
            }
        }
        // The result of before no longer holds; the spreadsheet computes it when it opens the file.
        attributes.retain(|(name, _)| name != "t");
        let mut inner = String::new();
        let prefix = self.tag.strip_suffix('c').unwrap_or_default();
        element(
            &mut inner,
            &format!("{prefix}f"),
            &kept,
            &escaped(&formula(&own.text)),
        );
        element(out, &self.tag, &attributes, &inner);
    }
}

impl FormulaXml {
    fn of(tag: &BytesStart) -> Result<FormulaXml, Unfillable> {
        Ok(FormulaXml {
            attributes: attributes(tag)?,
            text: String::new(),
        })
    }
}

impl<'a> Row<'a> {
    fn of(tag: &BytesStart, before: Option<&Row>) -> Result<Row<'a>, Unfillable> {
        let attributes = attributes(tag)?;
        let stated = attributes.iter().find(|(name, _)| name == "r");
        let stated = stated.and_then(|(_, value)| value.parse().ok());
        Ok(Row {
            number: stated.unwrap_or_else(|| before.map_or(1, |row| row.number + 1)),
            raw: "",
            attributes,
            cells: Vec::new(),
        })
    }

    pub fn names(&self, shared: &[String]) -> Names {
        let cells = self.cells.iter().filter(|cell| cell.formula.is_none());
        let names = cells.flat_map(|cell| placeholders(cell.text(shared)));
        names.map(str::to_owned).collect()
    }

    fn shares_a_formula(&self) -> bool {
        let formulas = self.cells.iter().filter_map(|cell| cell.formula.as_ref());
        formulas
            .flat_map(|formula| &formula.attributes)
            .any(|(name, value)| name == "t" && value != "normal")
    }

    fn write(
        &self,
        out: &mut String,
        shared: &[String],
        moved: Option<Moved>,
        copy: Option<u32>,
        value: &dyn Fn(&str) -> Cell,
    ) {
        let plain =
            self.names(shared).is_empty() && self.cells.iter().all(|cell| cell.formula.is_none());
        let stays = moved.is_none_or(|moved| moved.line(self.number) == self.number);
        if plain && stays && copy.is_none() {
            out.push_str(self.raw);
            return;
        }
        let line = |row: u32| match (moved, copy) {
            (_, Some(copy)) => row + copy,
            (Some(moved), None) => moved.line(row),
            (None, None) => row,
        };
        let formula = |text: &str| match (moved, copy) {
            (Some(moved), Some(copy)) => moved.formula_in_copy(text, copy),
            (Some(moved), None) => moved.formula(text),
            (None, _) => text.to_owned(),
        };
        let mut attributes = self.attributes.clone();
        for (name, text) in &mut attributes {
            if name == "r" {
                *text = line(self.number).to_string();
            }
        }
        let mut inner = String::new();
        for cell in &self.cells {
            cell.write(&mut inner, shared, &line, &formula, moved, value);
        }
        let tag = self.raw.trim_start_matches('<');
        let tag = tag
            .split(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
            .next();
        element(out, tag.unwrap_or("row"), &attributes, &inner);
    }
}

fn filled_cell(out: &mut String, tag: &str, mut attributes: Vec<(String, String)>, value: Cell) {
    attributes.retain(|(name, _)| name != "t");
    let prefix = tag.strip_suffix('c').unwrap_or_default();
    let inner = match value {
        Cell::Empty => String::new(),
        Cell::Number(number) => format!("<{prefix}v>{number}</{prefix}v>"),
        Cell::Text(text) => {
            attributes.push(("t".to_owned(), "inlineStr".to_owned()));
            let text = escaped(&text);
            format!("<{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is>")
        }
    };
    element(out, tag, &attributes, &inner);
}

/// The parts of a page besides its lines: merged cells and ranges of rules follow their lines.
fn adapted(text: &str, moved: Option<Moved>) -> String {
    let Some(moved) = moved.filter(|moved| 1 < moved.count) else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // One merge may become several, so its whole element is written again.
    while let Some(start) = rest.find("mergeCell ") {
        let Some(tag) = rest[..start].rfind('<') else {
            break;
        };
        let Some(length) = rest[tag..].find('>') else {
            break;
        };
        let element = &rest[tag..=tag + length];
        out.push_str(&with_ranges(&rest[..tag], moved));
        match attribute(element, "ref") {
            Some(at) => {
                for range in moved.merges(&element[at.clone()]) {
                    out.push_str(&element[..at.start]);
                    out.push_str(&range);
                    out.push_str(&element[at.end..]);
                }
            }
            None => out.push_str(element),
        }
        rest = &rest[tag + length + 1..];
    }
    out.push_str(&with_ranges(rest, moved));
    without_count(&out)
}

/// The number of merges is a courtesy of the file and would be wrong now.
fn without_count(text: &str) -> String {
    let Some(start) = text.find("mergeCells ") else {
        return text.to_owned();
    };
    let Some(length) = text[start..].find('>') else {
        return text.to_owned();
    };
    let tag = &text[start..start + length];
    let Some(at) = attribute(tag, "count") else {
        return text.to_owned();
    };
    let (from, to) = (start + at.start - " count=\"".len(), start + at.end + 1);
    format!("{}{}", &text[..from], &text[to..])
}

/// Attributes that name ranges, with their lines moved.
fn with_ranges(text: &str, moved: Moved) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let next = [" ref", " sqref"].into_iter().filter_map(|name| {
            let at = attribute(rest, name.trim_start())?;
            Some(at)
        });
        let Some(at) = next.min_by_key(|at| at.start) else {
            out.push_str(rest);
            return out;
        };
        out.push_str(&rest[..at.start]);
        out.push_str(&moved.ranges(&rest[at.clone()]));
        rest = &rest[at.end..];
    }
}

/// Where the value of an attribute stands.
fn attribute(text: &str, name: &str) -> Option<Range<usize>> {
    for quote in ['"', '\''] {
        let head = format!(" {name}={quote}");
        if let Some(at) = text.find(&head) {
            let start = at + head.len();
            let end = start + text[start..].find(quote)?;
            return Some(start..end);
        }
    }
    None
}

fn attributes(tag: &BytesStart) -> Result<Vec<(String, String)>, Unfillable> {
    let mut all = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(broken)?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .map_err(broken)?;
        all.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(all)
}

fn element(out: &mut String, tag: &str, attributes: &[(String, String)], inner: &str) {
    out.push('<');
    out.push_str(tag);
    for (name, value) in attributes {
        out.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }
    if inner.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    out.push_str(inner);
    out.push_str(&format!("</{tag}>"));
}

/// Text as it may stand in the file; what no file may hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}
