//! Reading the rows of an import: every fault is named by row and column, and none hides another.

use crate::since::SINCE_ALWAYS;
use documents::{Line, Table};
use kernel::codes::{CodeError, credit_code};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::import::{Column, ImportReport, Need, RowError};
use store::{Result, Tx};

/// A table seen through the columns of an importer, with the report that grows on the way.
pub(crate) struct Rows<'t> {
    table: &'t Table,
    places: Vec<(&'static str, Option<usize>)>,
    pub report: ImportReport,
}

impl<'t> Rows<'t> {
    /// Finds the columns. A required one that is missing is an error of the heading row.
    pub fn open(table: &'t Table, columns: &'static [Column]) -> Rows<'t> {
        let mut report = ImportReport::default();
        let mut places = Vec::new();
        for column in columns {
            let names: Vec<&str> = std::iter::once(column.heading)
                .chain(column.aliases.iter().copied())
                .collect();
            let place = table.column(&names);
            if place.is_none() && column.need == Need::Required {
                let reason = Reason::new("registry.missing_column").with("column", column.heading);
                report
                    .errors
                    .push(RowError::new(1, column.heading, "", reason));
            }
            places.push((column.heading, place));
        }
        Rows {
            table,
            places,
            report,
        }
    }

    /// The lines to read; none when a required column is missing, since every row would repeat it.
    pub fn lines(&self) -> &'t [Line] {
        if self.has_errors() {
            return &[];
        }
        &self.table.rows
    }

    pub fn has_errors(&self) -> bool {
        !self.report.errors.is_empty()
    }

    pub fn text<'l>(&self, line: &'l Line, heading: &str) -> &'l str {
        line.cell(self.place(heading))
    }

    pub fn optional(&self, line: &Line, heading: &str) -> Option<String> {
        let text = self.text(line, heading);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A cell that must not be empty.
    pub fn required(&mut self, line: &Line, heading: &'static str) -> Option<String> {
        let found = self.optional(line, heading);
        if found.is_none() {
            self.refuse(line, heading, Reason::new("registry.missing_value"));
        }
        found
    }

    /// Several values in one cell, as people write them.
    pub fn list(&self, line: &Line, heading: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let parts = self
            .text(line, heading)
            .split(['、', '；', ';', '，', ',', '\n']);
        for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
            if !found.iter().any(|known| known == part) {
                found.push(part.to_owned());
            }
        }
        found
    }

    /// The first day; a row that names none holds since always.
    pub fn first_day(&mut self, line: &Line, heading: &'static str) -> Day {
        self.day(line, heading).unwrap_or(SINCE_ALWAYS)
    }

    pub fn day(&mut self, line: &Line, heading: &'static str) -> Option<Day> {
        let text = self.text(line, heading);
        if text.is_empty() {
            return None;
        }
        let day = day_of(text);
        if day.is_none() {
            self.refuse(line, heading, Reason::new("registry.not_a_day"));
        }
        day
    }

    pub fn flag(&mut self, line: &Line, heading: &'static str) -> Option<bool> {
        match self.text(line, heading).to_lowercase().as_str() {
            "" => None,
            "是" | "1" | "√" | "y" | "yes" | "true" => Some(true),
            "否" | "0" | "×" | "n" | "no" | "false" => Some(false),
            _ => {
                self.refuse(line, heading, Reason::new("registry.not_a_flag"));
                None
            }
        }
    }

    pub fn number(&mut self, line: &Line, heading: &'static str) -> Option<f64> {
        let text = self.text(line, heading);
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.refuse(line, heading, Reason::new("registry.not_a_number"));
        }
        number
    }

    /// A unified social credit code, checked with its own arithmetic.
    pub fn credit_code(&mut self, line: &Line, heading: &'static str) -> Option<String> {
        let code = self.optional(line, heading)?.to_ascii_uppercase();
        match credit_code(&code) {
            Ok(()) => Some(code),
            Err(error) => {
                self.refuse(line, heading, credit_reason(error));
                None
            }
        }
    }

    pub fn refuse(&mut self, line: &Line, heading: &str, reason: Reason) {
        let value = self.text(line, heading);
        let error = RowError::new(line.row, heading, value, reason);
        self.report.errors.push(error);
    }

    /// Headings that begin with a mark, such as further attributes, with what follows the mark.
    pub fn marked(&self, mark: &str) -> Vec<(usize, String)> {
        let found = self.table.headings.iter().enumerate();
        found
            .filter_map(|(place, heading)| {
                let rest = heading.strip_prefix(mark)?.trim_start_matches([':', '：']);
                let name = rest.trim();
                (!name.is_empty()).then(|| (place, name.to_owned()))
            })
            .collect()
    }

    fn place(&self, heading: &str) -> Option<usize> {
        let found = self.places.iter().find(|(known, _)| *known == heading);
        found.and_then(|(_, place)| *place)
    }
}

/// Writes the one ledger entry of an import: how many rows and the digest of their sorted keys.
pub(crate) fn note_import(tx: &mut Tx, verb: &'static str, mut keys: Vec<Id>) -> Result<()> {
    if keys.is_empty() {
        return Ok(());
    }
    keys.sort();
    let bytes: Vec<u8> = keys.iter().flat_map(|key| key.bytes().to_vec()).collect();
    let digest = kernel::ledger::digest(&bytes);
    tx.bulk_note(verb, keys.len(), digest, serde_json::json!({}))
}

pub(crate) fn credit_reason(error: CodeError) -> Reason {
    Reason::new(match error {
        CodeError::Length => "registry.credit_length",
        CodeError::Alphabet => "registry.credit_characters",
        CodeError::Division => "registry.credit_division",
        CodeError::Check | CodeError::OrganisationCheck | CodeError::Birth => {
            "registry.credit_check"
        }
    })
}

/// `2022-05-03`, `2022/5/3`, `2022.5.3`, `2022年5月3日`, `20220503`, with or without a clock time.
fn day_of(text: &str) -> Option<Day> {
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return Day::parse(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]));
    }
    let parts: Vec<&str> = date
        .split(['-', '/', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let meant = Day::new(2022, 5, 3);
        for text in [
            "2022-05-03",
            "2022/5/3",
            "2022.5.3",
            "2022年5月3日",
            "20220503",
            "2022-05-03 00:00",
        ] {
            assert_eq!(day_of(text), meant, "{text}");
        }
        for text in ["2022-13-01", "昨天", "2022", "2022-02-30"] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }

    #[test]
    fn since_always_is_the_first_day_there_is() {
        assert_eq!(Day::new(1, 1, 1), Some(SINCE_ALWAYS));
    }
}
