//! The files of the repository as the tidy rules see them: paths with `/`, texts in memory.
//!
//! Files that git ignores do not exist here; files that are not yet added do, so that a rule
//! speaks before the commit. What is not UTF-8 (pictures, spreadsheets, GBK samples) is left out.

use std::path::{Path, PathBuf};
use std::process::Command;

pub struct File {
    pub path: String,
    pub text: String,
}

#[derive(Default)]
pub struct Tree {
    pub files: Vec<File>,
}

impl Tree {
    pub fn read(root: &Path) -> Result<Tree, String> {
        let mut files = Vec::new();
        for path in listed(root)? {
            // Listed but gone: deleted and not yet committed.
            let Ok(bytes) = std::fs::read(root.join(&path)) else {
                continue;
            };
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File { path, text });
            }
        }
        Ok(Tree { files })
    }

    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    pub fn ending<'a>(&'a self, ending: &'a str) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(move |file| file.path.ends_with(ending))
    }

    /// Names of the folders directly in `crates/`, sorted.
    pub fn crates(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .files
            .iter()
            .filter_map(|file| {
                file.path
                    .strip_prefix("crates/")?
                    .strip_suffix("/Cargo.toml")
            })
            .filter(|name| !name.contains('/'))
            .collect();
        names.sort_unstable();
        names
    }
}

/// Cargo says where this package is; without Cargo, git says where the tree is.
pub fn root() -> Result<PathBuf, String> {
    if let Ok(package) = std::env::var("CARGO_MANIFEST_DIR") {
        return Ok(Path::new(&package).join("../.."));
    }
    let top = git(Path::new("."), &["rev-parse", "--show-toplevel"])?;
    Ok(PathBuf::from(top.trim_end()))
}

fn listed(root: &Path) -> Result<Vec<String>, String> {
    let names = git(
        root,
        &[
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
    )?;
    Ok(names
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect())
}

fn git(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .current_dir(folder)
        .args(arguments)
        .output()
        .map_err(|e| format!("git: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
impl Tree {
    /// A made-up tree for the tests of a rule.
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let files = files
            .iter()
            .map(|(path, text)| File {
                path: (*path).to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        Tree { files }
    }
}
