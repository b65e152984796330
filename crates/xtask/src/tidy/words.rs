//! Words that belong to the place where the project was written, not to the project: folders of
//! one machine, hosts of package registries, names of tools.
//!
//! The words stand here in two pieces, so that this file does not find itself.

use super::Finding;
use crate::tree::{File, Tree};

/// Refused wherever a path of this kind begins.
const FOLDERS: &[&str] = &[
    concat!("/wor", "k/main"),
    concat!("/wor", "k/shared"),
    concat!("/tm", "p/brief"),
    concat!("/tm", "p/target"),
    concat!("/roo", "t/"),
    concat!("../sha", "red/"),
];

/// Refused anywhere.
const HOSTS: &[&str] = &[
    concat!("registry.npm", "js.org"),
    concat!("files.python", "hosted.org"),
    concat!("static.crates", ".io"),
    concat!("index.crates", ".io"),
];

/// Refused as whole words, in the case given.
const NAMES: &[&str] = &[
    concat!("LL", "M"),
    concat!("LL", "Ms"),
    concat!("Clau", "de"),
    concat!("sub", "agent"),
    concat!("Sub", "agent"),
    concat!("sub", "agents"),
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.files
        .iter()
        .filter(|file| !is_lock(&file.path))
        .flat_map(in_file)
        .collect()
}

/// Lock files hold digests, in which any three letters can stand by chance.
fn is_lock(path: &str) -> bool {
    path.ends_with("Cargo.lock") || path.ends_with("package-lock.json")
}

fn in_file(file: &File) -> Vec<Finding> {
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| {
            let word = first_refused(line)?;
            let message = format!("`{word}` does not belong to the project");
            Some(Finding::at(&file.path, index + 1, message))
        })
        .collect()
}

fn first_refused(line: &str) -> Option<&'static str> {
    let folder = FOLDERS
        .iter()
        .find(|folder| contains(line, folder, starts_a_path));
    let host = || HOSTS.iter().find(|host| line.contains(**host));
    let name = || {
        NAMES
            .iter()
            .find(|name| contains(line, name, is_whole_word))
    };
    folder.or_else(host).or_else(name).copied()
}

/// Whether `text` contains `part` at a place that `fits` accepts, given what stands around it.
fn contains(text: &str, part: &str, fits: fn(&str, &str) -> bool) -> bool {
    text.match_indices(part)
        .any(|(at, _)| fits(&text[..at], &text[at + part.len()..]))
}

fn starts_a_path(before: &str, _after: &str) -> bool {
    !before.ends_with(|c: char| c.is_alphanumeric() || "_-.*/}".contains(c))
}

fn is_whole_word(before: &str, after: &str) -> bool {
    let joined = |c: char| c.is_ascii_alphanumeric() || c == '_';
    !before.ends_with(joined) && !after.starts_with(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_line(line: &str) -> bool {
        check(&Tree::of(&[("docs/a.md", line)])).is_empty()
    }

    #[test]
    fn folders_of_one_machine_are_found_and_ours_are_not() {
        assert!(check_line(
            "crates/work/src/matters and web/src/mechanisms/work/main.ts"
        ));
        assert!(check_line("GET /work/tasks"));
        assert!(!check_line(concat!("cd /wor", "k/main && make")));
        assert!(!check_line(concat!("see `../sha", "red/notes.md`")));
    }

    #[test]
    fn names_are_found_as_whole_words_only() {
        assert!(check_line("claudette, BALLMER"));
        assert!(!check_line(concat!("an LL", "M wrote this")));
        assert!(!check_line(concat!("the sub", "agent's part")));
    }

    #[test]
    fn hosts_are_found_but_digests_are_not_read() {
        let line = concat!("https://registry.npm", "js.org/vue");
        assert!(!check_line(line));
        let digest = concat!("sha512-a/LL", "M+b==");
        assert_eq!(check(&Tree::of(&[("web/package-lock.json", digest)])), []);
    }
}
