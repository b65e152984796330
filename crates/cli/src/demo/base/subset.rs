//! The part of the registers that the small scale keeps: some areas with what lies beneath and above them, and what
//! belongs there; of some kinds only a few.

use crate::demo::place::Small;
use documents::{Line, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that say where a row stands, or to which body it belongs. A row that stands or belongs elsewhere is left out.
const AREA: &str = "区域代码";
const KIND: &str = "类型";
const BODIES: &[&str] = &["单位", "岗位单位", "所属单位", "成员"];
/// Columns that name a body beside the row's own: the name alone is left out.
const BESIDE: &[&str] = &["上级单位", "办公室所属"];

#[derive(Default)]
pub struct Subset {
    /// Codes of the areas that stay; empty: all of them.
    areas: Vec<String>,
    /// Kind → how many of it may still stay.
    left: BTreeMap<String, usize>,
    /// Names that stood in rows which were left out.
    absent: BTreeSet<String>,
}

impl Subset {
    pub fn of(small: &Small) -> Self {
        Self {
            areas: small.areas.clone(),
            left: small.most.clone(),
            absent: BTreeSet::new(),
        }
    }

    /// The rows of a table that stay; none where the whole table does.
    pub fn of_table(&mut self, table: Table) -> Option<String> {
        if self.areas.is_empty() && self.left.is_empty() {
            return None;
        }
        let column = |name: &str| table.headings.iter().position(|heading| heading == name);
        let (area, kind) = (column(AREA), column(KIND));
        let bodies: Vec<usize> = BODIES.iter().filter_map(|name| column(name)).collect();
        let beside: Vec<usize> = BESIDE.iter().filter_map(|name| column(name)).collect();
        let names: Vec<usize> = ["名称", "别名"]
            .iter()
            .filter_map(|name| column(name))
            .collect();
        let mut kept = vec![written(&table.headings)];
        // A first pass finds who is absent, since rows may name bodies that stand below them.
        let (inside, outside): (Vec<_>, Vec<_>) = table
            .rows
            .into_iter()
            .partition(|line| self.lies_inside(line, area) && self.takes(line, kind));
        // Only the register of bodies says whose names are absent: areas and sites may bear the same.
        if !beside.is_empty() {
            let cells = outside
                .iter()
                .flat_map(|line| names.iter().map(|name| &line.cells[*name]));
            self.absent.extend(cells.flat_map(|cell| split(cell)));
        }
        for mut line in inside {
            if bodies
                .iter()
                .any(|body| self.absent.contains(&line.cells[*body]))
            {
                continue;
            }
            for body in &beside {
                if self.absent.contains(&line.cells[*body]) {
                    line.cells[*body].clear();
                }
            }
            kept.push(written(&line.cells));
        }
        Some(kept.join("\n"))
    }

    fn lies_inside(&self, line: &Line, area: Option<usize>) -> bool {
        let code = line.cell(area);
        let near = |kept: &String| code.starts_with(kept.as_str()) || kept.starts_with(code);
        area.is_none() || self.areas.is_empty() || self.areas.iter().any(near)
    }

    /// Whether there may be one more of its kind.
    fn takes(&mut self, line: &Line, kind: Option<usize>) -> bool {
        let Some(left) = self.left.get_mut(line.cell(kind)) else {
            return true;
        };
        let takes = 0 < *left;
        *left = left.saturating_sub(1);
        takes
    }
}

fn split(names: &str) -> impl Iterator<Item = String> {
    names
        .split(['、', '；', ';'])
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
}

/// A row as CSV.
fn written(cells: &[String]) -> String {
    let quoted = |cell: &String| match cell.contains([',', '"', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(subset: &mut Subset, text: &str) -> Vec<String> {
        let table = documents::read(text.as_bytes()).unwrap_or_default();
        let rows = subset.of_table(table).unwrap_or_default();
        rows.lines().skip(1).map(str::to_owned).collect()
    }

    #[test]
    fn what_lies_elsewhere_is_left_out_with_its_people() {
        let mut subset = Subset {
            areas: vec!["3305".to_owned()],
            left: BTreeMap::from([("bureau".to_owned(), 2)]),
            absent: BTreeSet::new(),
        };
        let orgs = "名称,类型,上级单位,区域代码\n省厅,bureau,,33\n甲局,bureau,省厅,3305\n乙局,bureau,省厅,3306\n\
                    甲站,team,乙局,330501\n丙局,bureau,,3305\n";
        assert_eq!(
            kept(&mut subset, orgs),
            [
                "省厅,bureau,,33",
                "甲局,bureau,省厅,3305",
                "甲站,team,,330501"
            ]
        );
        let posts = "岗位,单位\n局长,甲局\n局长,乙局\n";
        assert_eq!(kept(&mut subset, posts), ["局长,甲局"]);
    }

    #[test]
    fn without_areas_the_whole_table_stays() {
        let mut subset = Subset::default();
        let table = documents::read("名称,区域代码\n甲,33\n".as_bytes()).unwrap_or_default();
        assert_eq!(subset.of_table(table), None);
    }
}
