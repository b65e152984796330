//! The parts of a workbook file: read, changed where wanted, written again with everything else as it was.

use super::Unfillable;
use super::refs::Moved;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A form that somebody fills in by hand is far below this.
const MOST_BYTES: u64 = 64 << 20;
const MOST_PARTS: usize = 2_000;

const WORKBOOK: &str = "xl/workbook.xml";
const SHARED: &str = "xl/sharedStrings.xml";
const CHAIN: &str = "xl/calcChain.xml";

pub struct Package {
    /// In the order of the file.
    parts: Vec<(String, Vec<u8>)>,
    /// Texts that cells name by number.
    shared: Vec<String>,
    changed: BTreeMap<String, String>,
}

impl Package {
    pub fn open(bytes: &[u8]) -> Result<Package, Unfillable> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(Unfillable::NotAWorkbook);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        if MOST_PARTS < archive.len() {
            return Err(Unfillable::TooLarge);
        }
        let mut parts = Vec::new();
        let mut left = MOST_BYTES;
        for place in 0..archive.len() {
            let file = archive.by_index(place).map_err(broken)?;
            let name = file.name().map_err(broken)?.into_owned();
            let mut content = Vec::new();
            // The stated size may lie, so it is the reading that is bounded.
            let read = file
                .take(left + 1)
                .read_to_end(&mut content)
                .map_err(broken)?;
            left = match left.checked_sub(read as u64) {
                Some(left) => left,
                None => return Err(Unfillable::TooLarge),
            };
            parts.push((name, content));
        }
        let mut package = Package {
            parts,
            shared: Vec::new(),
            changed: BTreeMap::new(),
        };
        if package.content(WORKBOOK).is_none() {
            return Err(Unfillable::NotAWorkbook);
        }
        if package.content(SHARED).is_some() {
            package.shared = shared_texts(&package.text(SHARED)?)?;
        }
        Ok(package)
    }

    pub fn shared(&self) -> &[String] {
        &self.shared
    }

    /// Names of the parts that are pages of cells.
    pub fn pages(&self) -> Vec<String> {
        let names = self.parts.iter().map(|(name, _)| name);
        let pages =
            names.filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
        let pages = pages.filter(|name| !name["xl/worksheets/".len()..].contains('/'));
        pages.cloned().collect()
    }

    fn content(&self, name: &str) -> Option<&[u8]> {
        let part = self.parts.iter().find(|(own, _)| own == name);
        part.map(|(_, content)| content.as_slice())
    }

    pub fn text(&self, name: &str) -> Result<String, Unfillable> {
        if let Some(text) = self.changed.get(name) {
            return Ok(text.clone());
        }
        let content = self.content(name).ok_or(Unfillable::NotAWorkbook)?;
        let text = std::str::from_utf8(content).map_err(broken)?;
        Ok(text.trim_start_matches('\u{feff}').to_owned())
    }

    pub fn replace(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    /// What the whole workbook must know: everything is computed anew, and ranges with names follow their lines.
    pub fn settle(&mut self, moved: Option<Moved>) -> Result<(), Unfillable> {
        let mut text = self.text(WORKBOOK)?;
        if let Some(moved) = moved {
            text = with_named_ranges(&text, moved);
        }
        self.replace(WORKBOOK, computed_anew(&text));
        if self.content(CHAIN).is_some() {
            self.parts.retain(|(name, _)| name != CHAIN);
            for name in ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"] {
                if self.content(name).is_some() {
                    let text = without_element(&self.text(name)?, "calcChain");
                    self.replace(name, text);
                }
            }
        }
        Ok(())
    }

    pub fn write(&self) -> Result<Vec<u8>, Unfillable> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for (name, content) in &self.parts {
            if name.ends_with('/') {
                continue;
            }
            let changed = self.changed.get(name).map(String::as_bytes);
            writer.start_file(name, options).map_err(broken)?;
            writer
                .write_all(changed.unwrap_or(content))
                .map_err(broken)?;
        }
        Ok(writer.finish().map_err(broken)?.into_inner())
    }
}

pub fn broken(error: impl std::fmt::Display) -> Unfillable {
    Unfillable::Broken(error.to_string())
}

/// The plain texts of the shared strings; readings of characters (拼音) do not belong to them.
fn shared_texts(xml: &str) -> Result<Vec<String>, Unfillable> {
    let mut reader = Reader::from_str(xml);
    let mut texts = Vec::new();
    let (mut current, mut in_text, mut in_reading) = (String::new(), false, false);
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => current.clear(),
                "t" => in_text = true,
                "rPh" => in_reading = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.push(String::new()),
            Event::End(tag) => match tag.local_name().as_ref() {
                "si" => texts.push(std::mem::take(&mut current)),
                "t" => in_text = false,
                "rPh" => in_reading = false,
                _ => {}
            },
            Event::Text(text) if in_text && !in_reading => {
                current.push_str(&text.xml_content(XmlVersion::Implicit1_0));
            }
            Event::GeneralRef(reference) if in_text && !in_reading => {
                let raw = format!("&{};", &*reference);
                current.push_str(&quick_xml::escape::unescape(&raw).map_err(broken)?);
            }
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// Names of ranges, such as the area to print, with their lines moved.
fn with_named_ranges(text: &str, moved: Moved) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("<definedName ") {
        let Some(open) = rest[start..].find('>') else {
            break;
        };
        let inner = start + open + 1;
        let Some(close) = rest[inner..].find("</definedName>") else {
            break;
        };
        out.push_str(&rest[..inner]);
        let formula = &rest[inner..inner + close];
        // A name says its page before the mark; with one page it is this one.
        let pieces: Vec<String> = formula
            .split(',')
            .map(|piece| match piece.rsplit_once('!') {
                Some((page, range)) => format!("{page}!{}", moved.formula(range)),
                None => piece.to_owned(),
            })
            .collect();
        out.push_str(&pieces.join(","));
        rest = &rest[inner + close..];
    }
    out.push_str(rest);
    out
}

/// Tells the spreadsheet to compute every formula when it opens the file.
fn computed_anew(text: &str) -> String {
    const FLAG: &str = " fullCalcOnLoad=\"1\"";
    if text.contains("fullCalcOnLoad") {
        return text.to_owned();
    }
    if let Some(at) = text.find("<calcPr") {
        let after = at + "<calcPr".len();
        return format!("{}{FLAG}{}", &text[..after], &text[after..]);
    }
    for end in ["</definedNames>", "</externalReferences>", "</sheets>"] {
        if let Some(at) = text.find(end) {
            let after = at + end.len();
            return format!("{}<calcPr{FLAG}/>{}", &text[..after], &text[after..]);
        }
    }
    text.to_owned()
}

/// A list of empty elements without the one that speaks of a part.
fn without_element(text: &str, word: &str) -> String {
    let Some(at) = text.find(word) else {
        return text.to_owned();
    };
    let (Some(start), Some(end)) = (text[..at].rfind('<'), text[at..].find('>')) else {
        return text.to_owned();
    };
    let shorter = format!("{}{}", &text[..start], &text[at + end + 1..]);
    without_element(&shorter, word)
}
