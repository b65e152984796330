//! A long file usually holds a second room; the few that may be long are listed with a reason.

use super::{Finding, layout};
use crate::tree::Tree;

const CODE: &[&str] = &[".rs", ".ts", ".vue", ".js", ".mjs", ".css", ".sql", ".sh"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let long = |path: &str| layout::LONG.iter().any(|(allowed, _)| *allowed == path);
    tree.files
        .iter()
        .filter(|file| CODE.iter().any(|ending| file.path.ends_with(ending)))
        .filter(|file| !long(&file.path))
        .filter_map(|file| {
            let lines = file.text.lines().count();
            let message = format!("{lines} lines: is there a second room in it?");
            (layout::LONGEST < lines).then(|| Finding::whole(&file.path, message))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_that_is_not_listed_is_held_to_the_limit() {
        let limit = "//!\n".repeat(layout::LONGEST);
        let over = "//!\n".repeat(layout::LONGEST + 1);
        let tree = Tree::of(&[
            ("crates/a/src/at_limit.rs", &limit),
            ("crates/a/src/over.rs", &over),
            ("packs/a/definitions.toml", &over),
            ("web/src/api/schema.d.ts", &over),
        ]);
        let paths: Vec<_> = check(&tree).into_iter().map(|f| f.path).collect();
        assert_eq!(paths, ["crates/a/src/over.rs"]);
    }
}
