//! What reading a file gives: headings and lines of text.

/// A table as text. Cells are trimmed; nothing else about them is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Line>,
}

/// A line below the headings that is not wholly empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number as the spreadsheet shows it, the first row of the sheet being 1.
    pub row: usize,
    /// As many cells as there are headings.
    pub cells: Vec<String>,
}

impl Table {
    /// The first column that bears one of the names.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| {
            self.headings
                .iter()
                .position(|heading| same_heading(heading, name))
        })
    }

    /// Puts rows of a file, the first that is not empty being the headings, into a table.
    pub(crate) fn from_rows(rows: impl IntoIterator<Item = (usize, Vec<String>)>) -> Table {
        let mut table = Table::default();
        for (row, mut cells) in rows {
            for cell in &mut cells {
                *cell = cleaned(cell);
            }
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if table.headings.is_empty() {
                let used = cells.iter().rposition(|cell| !cell.is_empty());
                cells.truncate(used.map_or(0, |last| last + 1));
                table.headings = cells;
                continue;
            }
            cells.resize(table.headings.len().max(used_cells(&cells)), String::new());
            table.rows.push(Line { row, cells });
        }
        table
    }
}

impl Line {
    /// The text of a column; empty where the line has no such cell.
    pub fn cell(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.cells.get(column))
            .map_or("", String::as_str)
    }
}

/// Headings are compared without case, spaces and the mark of a required column.
fn same_heading(heading: &str, name: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊'))
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    plain(heading) == plain(name)
}

fn used_cells(cells: &[String]) -> usize {
    cells
        .iter()
        .rposition(|cell| !cell.is_empty())
        .map_or(0, |last| last + 1)
}

/// Trims a cell, and takes off the quote with which our own export keeps a text from being read as a formula.
fn cleaned(cell: &str) -> String {
    let text = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text.to_owned(),
    }
}
