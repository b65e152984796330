//! The files of packs, from disk or from memory (the program carries its own packs inside).

use std::path::{Path, PathBuf};

/// One TOML file of a pack. The folder that holds `pack.toml` is the pack; files beneath it belong to it.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Source {
        Source {
            path: path.into(),
            text: text.into(),
        }
    }
}

/// Folder of a pack that holds registers and figures of its demonstration, and no definition.
const DEMONSTRATION: &str = "demo";

/// Every `*.toml` beneath the folders, in a fixed order. A folder may be a pack or hold several.
///
/// # Errors
/// The first folder or file that cannot be read, by name.
pub fn sources_of(folders: &[PathBuf]) -> std::io::Result<Vec<Source>> {
    let mut paths = Vec::new();
    for folder in folders {
        collect(folder, &mut paths).map_err(|error| named(folder, &error))?;
    }
    paths.sort();
    paths.dedup();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).map_err(|error| named(&path, &error))?;
            Ok(Source {
                path: path.display().to_string(),
                text,
            })
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with(DEMONSTRATION) {
                collect(&path, paths)?;
            }
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            paths.push(path);
        }
    }
    Ok(())
}

fn named(path: &Path, error: &std::io::Error) -> std::io::Error {
    std::io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
