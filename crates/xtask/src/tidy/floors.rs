//! Crates stand on floors; a crate uses only what the table allows. Cargo refuses circles, but
//! not a dependency that is merely in the wrong direction.

use super::{Finding, layout};
use crate::tree::{File, Tree};

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.ending("Cargo.toml")
        .filter(|file| file.path.starts_with("crates/"))
        .flat_map(in_manifest)
        .collect()
}

fn in_manifest(file: &File) -> Vec<Finding> {
    let manifest = Manifest::read(&file.text);
    if layout::DEVELOPMENT.contains(&manifest.name.as_str()) {
        return Vec::new();
    }
    let Some((_, allowed)) = layout::FLOORS
        .iter()
        .find(|(name, _)| *name == manifest.name)
    else {
        let message = format!("`{}` has no line in xtask's table of floors", manifest.name);
        return vec![Finding::whole(&file.path, message)];
    };
    let refused = manifest.uses.iter().filter(|one| {
        let development = layout::DEVELOPMENT.contains(&one.name.as_str());
        let tests_only = one.section == Section::Development && one.name == "testkit";
        (is_ours(&one.name) && !allowed.contains(&one.name.as_str()))
            || (development && !tests_only)
    });
    refused
        .map(|one| {
            let message = format!("`{}` may not use `{}`", manifest.name, one.name);
            Finding::at(&file.path, one.line, message)
        })
        .collect()
}

fn is_ours(name: &str) -> bool {
    layout::FLOORS.iter().any(|(ours, _)| *ours == name)
}

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Package,
    Product,
    Development,
    Other,
}

struct Use {
    name: String,
    section: Section,
    line: usize,
}

/// The few lines of a manifest that this rule reads: section heads and `name = …` below them.
#[derive(Default)]
struct Manifest {
    name: String,
    uses: Vec<Use>,
}

impl Manifest {
    fn read(text: &str) -> Manifest {
        let mut manifest = Manifest::default();
        let mut section = Section::Other;
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if let Some(head) = line.strip_prefix('[') {
                let head = head.trim_end_matches(']');
                section = section_of(head);
                // `[dependencies.kernel]` names its crate in the head.
                if let Some((_, name)) = head.split_once("dependencies.") {
                    manifest.push(name, section, index + 1);
                    section = Section::Other;
                }
                continue;
            }
            let Some((key, value)) = line.split_once('=') else {
                continue;
            };
            match section {
                Section::Package if key.trim() == "name" => {
                    manifest.name = value.trim().trim_matches('"').to_owned();
                }
                Section::Product | Section::Development => {
                    let name = key.trim().split('.').next().unwrap_or_default();
                    manifest.push(name, section, index + 1);
                }
                Section::Package | Section::Other => {}
            }
        }
        manifest
    }

    fn push(&mut self, name: &str, section: Section, line: usize) {
        self.uses.push(Use {
            name: name.trim_matches('"').to_owned(),
            section,
            line,
        });
    }
}

fn section_of(head: &str) -> Section {
    if head == "package" {
        Section::Package
    } else if head.contains("dev-dependencies") {
        Section::Development
    } else if head.contains("dependencies") {
        Section::Product
    } else {
        Section::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_manifest(name: &str, text: &str) -> Vec<String> {
        let path = format!("crates/{name}/Cargo.toml");
        let text = format!("[package]\nname = \"{name}\"\n{text}");
        check(&Tree::of(&[(&path, &text)]))
            .iter()
            .map(Finding::to_string)
            .collect()
    }

    #[test]
    fn lower_floors_and_foreign_crates_are_allowed() {
        let text = "[dependencies]\nkernel.workspace = true\nserde = { version = \"1\" }\n";
        assert!(check_manifest("store", text).is_empty());
    }

    #[test]
    fn a_higher_floor_is_refused_with_its_line() {
        let text = "[dependencies]\nkernel.workspace = true\nstore = { path = \"../store\" }\n";
        let expected = ["crates/policy/Cargo.toml:5: `policy` may not use `store`"];
        assert_eq!(check_manifest("policy", text), expected);
    }

    #[test]
    fn the_long_form_and_tests_are_held_to_the_same_table() {
        let expected = ["crates/kernel/Cargo.toml:3: `kernel` may not use `policy`"];
        assert_eq!(
            check_manifest("kernel", "[dependencies.policy]\nworkspace = true\n"),
            expected
        );
        let expected = ["crates/engine/Cargo.toml:4: `engine` may not use `work`"];
        assert_eq!(
            check_manifest("engine", "[dev-dependencies]\nwork.workspace = true\n"),
            expected
        );
    }

    #[test]
    fn development_packages_use_all_and_are_used_by_none() {
        assert!(check_manifest("xtask", "[dependencies]\nserver.workspace = true\n").is_empty());
        assert_eq!(
            check_manifest("work", "[dependencies]\nxtask.workspace = true\n").len(),
            1
        );
        assert_eq!(
            check_manifest("work", "[dependencies]\ntestkit.workspace = true\n").len(),
            1
        );
        assert!(
            check_manifest("work", "[dev-dependencies]\ntestkit.workspace = true\n").is_empty()
        );
    }

    #[test]
    fn a_crate_without_a_floor_is_named() {
        let expected = ["crates/attic/Cargo.toml: `attic` has no line in xtask's table of floors"];
        assert_eq!(check_manifest("attic", ""), expected);
    }

    #[test]
    fn the_table_itself_only_looks_down() {
        for (at, (name, allowed)) in layout::FLOORS.iter().enumerate() {
            let lower: Vec<_> = layout::FLOORS[..at].iter().map(|(name, _)| *name).collect();
            for one in *allowed {
                assert!(lower.contains(one), "{name} is listed before {one}");
            }
        }
    }
}
