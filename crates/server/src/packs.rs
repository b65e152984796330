//! The policy packs inside the program, and those of a folder.

use kernel::calendar::{Calendar, YearTable};
use kernel::time::Zone;
use mechanism::Env;
use policy::{Library, Rejected, Source};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

/// In a debug build they are read from the folder.
#[derive(RustEmbed)]
#[folder = "../../packs"]
#[allow_missing = true]
struct Inside;

/// Loads the packs of a folder, or, without one, those inside the program.
///
/// # Errors
/// Everything that is wrong with them.
pub fn library(folder: Option<&Path>) -> Result<Library, Rejected> {
    match folder {
        Some(folder) => Library::load_dirs(&[folder.to_owned()]),
        None => Library::from_sources(sources()),
    }
}

/// A file of a pack inside the program, such as `anji-2022/demo/orgs.csv`.
pub fn file(path: &str) -> Option<Cow<'static, [u8]>> {
    Inside::get(path).map(|file| file.data)
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
    })
}

/// The zone of the place. Where the packs name none, days are those of universal time.
fn zone_of(library: &Library) -> &str {
    let named = library.packs().find_map(|pack| library.zone_of(pack));
    named.unwrap_or("UTC")
}

fn sources() -> Vec<Source> {
    let mut paths: Vec<_> = Inside::iter()
        .filter(|path| path.ends_with(".toml"))
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
