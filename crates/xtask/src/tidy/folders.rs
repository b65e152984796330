//! Inside a mechanism crate the folders stand in an order: a folder uses itself and what stands
//! left of it. The files at the top of the crate assemble the folders and may use them all.

use super::{Finding, layout};
use crate::tree::{File, Tree};

pub fn check(tree: &Tree) -> Vec<Finding> {
    layout::ORDERS
        .iter()
        .flat_map(|(name, order)| {
            let source = format!("crates/{name}/src/");
            tree.ending(".rs")
                .filter_map(move |file| Some((file, file.path.strip_prefix(&source)?.to_owned())))
                .flat_map(|(file, inner)| in_file(file, &inner, order))
        })
        .collect()
}

/// `inner` is the path below `src/`.
fn in_file(file: &File, inner: &str, order: &[&str]) -> Vec<Finding> {
    let module = module_path(inner);
    let Some((folder, _)) = inner.split_once('/') else {
        // A module of one file is a folder that is still small.
        return match order.iter().position(|one| module == [*one]) {
            Some(place) => right_of(file, &module, place, order),
            None => Vec::new(),
        };
    };
    let Some(place) = order.iter().position(|one| *one == folder) else {
        let message = format!("the folder `{folder}` has no place in xtask's table of orders");
        return vec![Finding::whole(&file.path, message)];
    };
    right_of(file, &module, place, order)
}

fn right_of(file: &File, module: &[&str], place: usize, order: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for used in used_folders(line, module) {
            if order
                .iter()
                .position(|one| *one == used)
                .is_some_and(|other| place < other)
            {
                let message = format!(
                    "`{}` may not use `{used}`, which stands right of it",
                    order[place]
                );
                findings.push(Finding::at(&file.path, index + 1, message));
            }
        }
    }
    findings
}

/// `area/routes/open.rs` is the module area::routes::open, `area/mod.rs` is area.
fn module_path(inner: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = inner.trim_end_matches(".rs").split('/').collect();
    if parts.last() == Some(&"mod") {
        parts.pop();
    }
    parts
}

/// Names directly below the crate's root that a line mentions, as `crate::name` or by as many
/// `super::` as lead up to the root; a group (`crate::{a, b}`) counts with each of its names.
fn used_folders<'a>(line: &'a str, module: &[&str]) -> Vec<&'a str> {
    let to_root = "super::".repeat(module.len());
    let by_crate = line.split("crate::").skip(1);
    let by_super = line.match_indices(&to_root).filter_map(|(at, _)| {
        let longer = line[..at].ends_with("super::");
        (!longer).then(|| &line[at + to_root.len()..])
    });
    by_crate.chain(by_super).flat_map(first_names).collect()
}

fn first_names(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![first_word(rest)];
    };
    let mut depth = 0;
    let mut names = vec![first_word(group)];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_word(&group[at + 1..])),
            _ => {}
        }
        if depth < 0 {
            break;
        }
    }
    names
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_file(path: &str, text: &str) -> Vec<String> {
        check(&Tree::of(&[(path, text)]))
            .iter()
            .map(Finding::to_string)
            .collect()
    }

    #[test]
    fn left_is_allowed_and_right_is_refused() {
        assert!(
            check_file(
                "crates/work/src/tasks/rules.rs",
                "use crate::matters::open;"
            )
            .is_empty()
        );
        let expected = [
            "crates/work/src/matters/rules.rs:2: `matters` may not use `tasks`, which stands right of it",
        ];
        let text = "//! Rules.\nlet task = crate::tasks::propose(tx);\n";
        assert_eq!(
            check_file("crates/work/src/matters/rules.rs", text),
            expected
        );
    }

    #[test]
    fn groups_and_supers_are_read() {
        let text = "use crate::{area::model::{Area, Layer}, site};";
        assert_eq!(
            check_file("crates/registry/src/org/store.rs", text).len(),
            1
        );
        let up = "use super::super::site::model;";
        assert_eq!(check_file("crates/registry/src/org/store.rs", up).len(), 1);
        let own = "use super::site;";
        assert!(check_file("crates/registry/src/org/store.rs", own).is_empty());
        assert_eq!(check_file("crates/registry/src/org/mod.rs", own).len(), 1);
    }

    #[test]
    fn comments_and_other_crates_are_not_read() {
        let text = "// Unlike crate::site this one …\n/// See [crate::site].\nuse kernel::site;\n";
        assert!(check_file("crates/registry/src/org/model.rs", text).is_empty());
        assert!(check_file("crates/server/src/contents.rs", "use crate::site;").is_empty());
    }

    #[test]
    fn the_top_of_the_crate_assembles_and_one_file_modules_keep_the_order() {
        assert!(check_file("crates/engine/src/lib.rs", "pub use crate::draw::Draw;").is_empty());
        assert_eq!(
            check_file("crates/engine/src/records.rs", "use crate::draw::Draw;").len(),
            1
        );
    }

    #[test]
    fn a_folder_without_a_place_is_named() {
        let expected = [
            "crates/work/src/attic/mod.rs: the folder `attic` has no place in xtask's table of orders",
        ];
        assert_eq!(check_file("crates/work/src/attic/mod.rs", ""), expected);
    }
}
