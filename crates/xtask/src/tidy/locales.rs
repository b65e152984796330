//! Every text exists in Chinese and in English: the catalogues have the same files and keys.
//!
//! A catalogue is a JSON file in a folder `zh-CN` or `en`, or one called `zh-CN.json` or
//! `en.json`.

use super::{Finding, json};
use crate::tree::{File, Tree};
use std::collections::BTreeSet;

pub fn check(tree: &Tree) -> Vec<Finding> {
    let chinese = tree
        .ending(".json")
        .flat_map(|file| against(tree, file, "zh-CN", "en"));
    let english = tree
        .ending(".json")
        .flat_map(|file| against(tree, file, "en", "zh-CN"));
    chinese.chain(english).collect()
}

/// What `file`, a catalogue in `language`, has and its counterpart in `other` has not.
fn against(tree: &Tree, file: &File, language: &str, other: &str) -> Vec<Finding> {
    let Some(twin) = counterpart(&file.path, language, other) else {
        return Vec::new();
    };
    let keys = match json::keys(&file.text) {
        Ok(keys) => keys,
        Err(problem) => return vec![Finding::whole(&file.path, problem)],
    };
    let Some(twin_file) = tree.file(&twin) else {
        return vec![Finding::whole(
            &twin,
            format!("is missing, {} exists", file.path),
        )];
    };
    // A twin that cannot be read is reported where it is itself the file.
    let Ok(twin_keys) = json::keys(&twin_file.text) else {
        return Vec::new();
    };
    let known: BTreeSet<String> = twin_keys.into_iter().collect();
    keys.iter()
        .filter(|key| !known.contains(*key))
        .map(|key| Finding::whole(&twin, format!("`{key}` is missing")))
        .collect()
}

fn counterpart(path: &str, language: &str, other: &str) -> Option<String> {
    if !path.contains("locales/") {
        return None;
    }
    let folder = format!("/{language}/");
    let name = format!("/{language}.json");
    if path.contains(&folder) {
        return Some(path.replacen(&folder, &format!("/{other}/"), 1));
    }
    path.ends_with(&name)
        .then(|| path.replacen(&name, &format!("/{other}.json"), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_tree(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files))
            .iter()
            .map(Finding::to_string)
            .collect()
    }

    #[test]
    fn equal_keys_in_any_order_are_good() {
        let files = [
            (
                "web/src/locales/zh-CN/plan.json",
                r#"{"a": "甲", "b": {"c": "丙"}}"#,
            ),
            (
                "web/src/locales/en/plan.json",
                r#"{"b": {"c": "C"}, "a": "A"}"#,
            ),
            ("schemas/en.json", "not a catalogue"),
        ];
        assert!(check_tree(&files).is_empty());
    }

    #[test]
    fn a_missing_key_is_named_on_the_side_that_lacks_it() {
        let files = [
            (
                "crates/server/locales/zh-CN.json",
                r#"{"a": "甲", "b": "乙"}"#,
            ),
            ("crates/server/locales/en.json", r#"{"a": "A", "c": "C"}"#),
        ];
        let expected = [
            "crates/server/locales/en.json: `b` is missing",
            "crates/server/locales/zh-CN.json: `c` is missing",
        ];
        let mut found = check_tree(&files);
        found.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_missing_file_is_named() {
        let files = [("web/src/locales/zh-CN/plan.json", "{}")];
        let expected =
            ["web/src/locales/en/plan.json: is missing, web/src/locales/zh-CN/plan.json exists"];
        assert_eq!(check_tree(&files), expected);
    }
}
