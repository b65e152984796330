//! Columns of a matrix: the periods in which it is printed, and days that fit into none of them. Pure.

use super::matrix::Column;
use engine::obligations::Obligation;
use kernel::period::Period;
use kernel::time::Day;
use policy::Matrix;

/// One column with its days.
#[derive(Clone, Debug, PartialEq)]
pub struct Days {
    pub label: String,
    pub from: Day,
    /// Exclusive.
    pub until: Day,
    pub regular: bool,
}

impl Days {
    pub fn shown(&self) -> Column {
        let ends = self.until < Day(i32::MAX);
        Column {
            period: self.label.clone(),
            from: self.from.to_string(),
            to: ends.then(|| self.until.plus_days(-1).to_string()),
            regular: self.regular,
        }
    }
}

/// The periods of the matrix, and after them a column for each label that fits into none of them.
pub fn of(matrix: &Matrix, from: Day, until: Day, found: &[Obligation]) -> Vec<Days> {
    let mut columns: Vec<Days> = Period::between(matrix.every, from, until)
        .map(|period| Days {
            label: period.label(),
            from: period.start,
            until: period.end,
            regular: true,
        })
        .collect();
    let mut others: Vec<Days> = Vec::new();
    for row in found {
        let placed = column_of(&columns, row).is_some();
        if !placed && !others.iter().any(|other| other.label == row.period) {
            others.push(Days {
                label: row.period.clone(),
                from: row.period_from,
                until: row.period_until,
                regular: false,
            });
        }
    }
    others.sort_by(|a, b| (a.from, a.until, &a.label).cmp(&(b.from, b.until, &b.label)));
    columns.extend(others);
    columns
}

/// The column of an obligation: that of its own label, else the period in which its days lie.
pub fn column_of<'c>(columns: &'c [Days], row: &Obligation) -> Option<&'c Days> {
    let own = columns.iter().find(|column| column.label == row.period);
    own.or_else(|| {
        columns.iter().find(|column| {
            column.regular && column.from <= row.period_from && row.period_until <= column.until
        })
    })
}
