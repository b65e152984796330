//! The architecture page is the map: a crate that is not on it cannot be found by a newcomer.

use super::Finding;
use crate::tree::Tree;

const MAP: &str = "docs/architecture.md";

pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(map) = tree.file(MAP) else {
        return vec![Finding::whole(MAP, "is missing")];
    };
    let named = |name: &str| {
        map.text.contains(&format!("`crates/{name}`"))
            || map.text.contains(&format!("`crates/{name}/`"))
            || map.text.contains(&format!("`{name}`"))
    };
    tree.crates()
        .into_iter()
        .filter(|name| !named(name))
        .map(|name| Finding::whole(MAP, format!("does not name `crates/{name}`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_is_on_the_map() {
        let tree = Tree::of(&[
            ("crates/kernel/Cargo.toml", ""),
            ("crates/store/Cargo.toml", ""),
            ("crates/policy/Cargo.toml", ""),
            (MAP, "### `crates/kernel`\n### `policy`\nstores things\n"),
        ]);
        let messages: Vec<_> = check(&tree).into_iter().map(|f| f.message).collect();
        assert_eq!(messages, ["does not name `crates/store`"]);
    }

    #[test]
    fn a_missing_map_is_found() {
        assert_eq!(check(&Tree::default()).len(), 1);
    }
}
