//! The files that programs write and people read: schemas, lists in docs.
//!
//! To add one, put a line into `FILES`: its path and the function that gives its text. The text
//! must be the same on every machine: sorted, no times, no paths.

use crate::tree;
use std::path::Path;

type Text = fn() -> Result<String, String>;

const FILES: &[(&str, Text)] = &[("schemas/pack.schema.json", pack_schema)];

fn pack_schema() -> Result<String, String> {
    policy::schema_text().map_err(|error| error.to_string())
}

/// Writes every file again; the summary names those that changed.
pub fn write() -> Result<String, String> {
    let root = tree::root()?;
    let stale = stale(&root, FILES)?;
    for (path, text) in &stale {
        let target = root.join(path);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        }
        std::fs::write(&target, text).map_err(|e| format!("{path}: {e}"))?;
        println!("written: {path}");
    }
    Ok(format!(
        "generated files: {} of {} changed",
        stale.len(),
        FILES.len()
    ))
}

/// Writes nothing; names the files that are not what they would be if written now.
pub fn check() -> Result<String, String> {
    let stale = stale(&tree::root()?, FILES)?;
    if stale.is_empty() {
        return Ok(format!("generated files: {} fresh", FILES.len()));
    }
    let names: Vec<_> = stale.iter().map(|(path, _)| *path).collect();
    Err(format!(
        "not what `make bless` would write: {}",
        names.join(", ")
    ))
}

fn stale<'a>(root: &Path, files: &[(&'a str, Text)]) -> Result<Vec<(&'a str, String)>, String> {
    let mut stale = Vec::new();
    for (path, text) in files {
        let text = text()?;
        let found = std::fs::read_to_string(root.join(path)).unwrap_or_default();
        if found != text {
            stale.push((*path, text));
        }
    }
    Ok(stale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_stale_when_missing_or_different() {
        let root = std::env::temp_dir().join(format!("anlan-generated-{}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        std::fs::write(root.join("same.json"), "{}\n").unwrap();
        std::fs::write(root.join("other.json"), "[]\n").unwrap();
        let text: Text = || Ok("{}\n".to_owned());
        let files = [
            ("same.json", text),
            ("other.json", text),
            ("missing.json", text),
        ];

        let stale = stale(&root, &files).unwrap();

        let names: Vec<_> = stale.iter().map(|(path, _)| *path).collect();
        assert_eq!(names, ["other.json", "missing.json"]);
        std::fs::remove_dir_all(&root).unwrap();
    }
}
