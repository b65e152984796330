//! The policy packs inside the program, and those of a folder.

use kernel::calendar::{Calendar, YearTable};
use kernel::time::Zone;
use mechanism::Env;
use policy::{Library, Rejected, Source, sources_of};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// In a debug build they are read from the folder.
#[derive(RustEmbed)]
#[folder = "../../packs"]
#[allow_missing = true]
struct Inside;

/// Part of the path of what belongs to a demonstration and is no definition.
const DEMONSTRATION: &str = "/demo/";

/// Loads the packs of a folder, or, without one, those inside the program.
///
/// # Errors
/// Everything that is wrong with them.
pub fn library(folder: Option<&Path>) -> Result<Library, Rejected> {
    match folder {
        Some(folder) => Library::from_sources(beneath(folder)?),
        None => Library::from_sources(inside()),
    }
}

/// The files of the packs beneath a folder, together with the packs inside the program that they build on.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn beneath(folder: &Path) -> Result<Vec<Source>, Rejected> {
    let mut sources = sources_of(&[folder.to_owned()])
        .map_err(|error| Rejected::Unreadable(error.to_string()))?;
    let inside = inside();
    let mut at = 0;
    while at < sources.len() {
        for wanted in built_on(&sources[at]) {
            if !sources
                .iter()
                .any(|source| id(source).as_deref() == Some(&wanted))
            {
                let start = format!("packs/{wanted}/");
                sources.extend(
                    inside
                        .iter()
                        .filter(|source| source.path.starts_with(&start))
                        .cloned(),
                );
            }
        }
        at += 1;
    }
    Ok(sources)
}

fn header(source: &Source) -> Option<toml::Table> {
    if !source.path.ends_with("pack.toml") {
        return None;
    }
    let table: toml::Table = toml::from_str(&source.text).ok()?;
    table.get("pack")?.as_table().cloned()
}

fn id(source: &Source) -> Option<String> {
    Some(header(source)?.get("id")?.as_str()?.to_owned())
}

fn built_on(source: &Source) -> Vec<String> {
    let header = header(source).unwrap_or_default();
    let list = header.get("builds_on").and_then(toml::Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|one| one.as_str().map(str::to_owned))
        .collect()
}

/// A file of a pack, such as `anji-2022/demo/orgs.csv`: from the folder of packs where one is set and has it, else from
/// those inside the program.
pub fn file(folder: Option<&Path>, path: &str) -> Option<Cow<'static, [u8]>> {
    let outside = folder.and_then(|folder| std::fs::read(folder.join(path)).ok());
    outside
        .map(Cow::Owned)
        .or_else(|| Inside::get(path).map(|file| file.data))
}

/// Folders of packs that hold this file, those inside the program and those of the folder, by name.
pub fn holding(folder: Option<&Path>, file: &str) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = Inside::iter()
        .filter_map(|path| Some(path.strip_suffix(file)?.strip_suffix('/')?.to_owned()))
        .collect();
    let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok());
    let outside = entries
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().join(file).is_file());
    found.extend(outside.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    found
}

/// What rules may know: the packs, and the working calendar that they make up.
///
/// # Errors
/// The time zone that no rules are known for.
pub fn environment(library: Library, key: [u8; 32]) -> Result<Env, kernel::time::UnknownZone> {
    let zone = Zone::named(zone_of(&library))?;
    let tables = library.calendars().into_iter().map(|year| YearTable {
        year: year.year,
        off: year.off.clone(),
        makeup: year.makeup.clone(),
        source: year.source.clone(),
    });
    let calendar = Calendar::new(zone, tables.collect());
    Ok(Env {
        policy: Arc::new(library),
        calendar: Arc::new(calendar),
        key,
        reactions: crate::contents::REACTIONS,
    })
}

/// The zone of the place. Where the packs name none, days are those of universal time.
fn zone_of(library: &Library) -> &str {
    let named = library.packs().find_map(|pack| library.zone_of(pack));
    named.unwrap_or("UTC")
}

/// The files of the packs inside the program.
pub fn inside() -> Vec<Source> {
    let mut paths: Vec<_> = Inside::iter()
        .filter(|path| path.ends_with(".toml") && !path.contains(DEMONSTRATION))
        .collect();
    paths.sort();
    let text = |path: Cow<'static, str>| {
        let data = Inside::get(&path)?.data;
        Some(Source::new(
            format!("packs/{path}"),
            String::from_utf8_lossy(&data).into_owned(),
        ))
    };
    paths.into_iter().filter_map(text).collect()
}
