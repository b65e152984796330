//! Every Rust module opens with `//!`: what belongs here, before what is here.

use super::Finding;
use crate::tree::Tree;

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending(".rs")
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| {
            Finding::at(
                &file.path,
                1,
                "a module opens with `//!` and says what it is",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_says_what_the_module_is() {
        let tree = Tree::of(&[
            ("crates/a/src/lib.rs", "//! What a is.\nfn a() {}\n"),
            ("crates/a/src/b.rs", "use std::fmt;\n//! Too late.\n"),
            ("crates/a/src/c.rs", ""),
            ("docs/style.md", "# Not Rust"),
        ]);
        let paths: Vec<_> = check(&tree).into_iter().map(|f| f.path).collect();
        assert_eq!(paths, ["crates/a/src/b.rs", "crates/a/src/c.rs"]);
    }
}
