//! The lock file of the web client names packages and their digests, not where one machine
//! happened to fetch them from.

use super::Finding;
use crate::tree::Tree;

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending("package-lock.json")
        .flat_map(|file| {
            let lines = file.text.lines().enumerate();
            lines
                .filter(|(_, line)| line.trim_start().starts_with("\"resolved\":"))
                .map(|(index, _)| {
                    let message = "a download address; web/.npmrc keeps them out";
                    Finding::at(&file.path, index + 1, message)
                })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_address_is_found() {
        let good = "{\n  \"version\": \"1.0.0\",\n  \"integrity\": \"sha512-x\"\n}\n";
        let bad = "{\n  \"version\": \"1.0.0\",\n  \"resolved\": \"https://host/a.tgz\"\n}\n";
        assert_eq!(check(&Tree::of(&[("web/package-lock.json", good)])), []);
        let findings = check(&Tree::of(&[("web/package-lock.json", bad)]));
        assert_eq!(findings.iter().map(|f| f.line).collect::<Vec<_>>(), [3]);
    }
}
