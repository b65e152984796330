//! Lists the migration files, so that adding one is adding a file.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=migrations");
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("migrations");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".sql") {
            names.push(name);
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names.iter().filter(|name| !name.ends_with(".pg.sql")) {
        let stem = name.trim_end_matches(".sql");
        let number: i64 = stem.split('_').next().unwrap_or_default().parse()?;
        let path = folder.join(name);
        let twin = format!("{stem}.pg.sql");
        let twin = match names.contains(&twin) {
            true => format!("Some(include_str!({:?}))", folder.join(twin)),
            false => "None".to_owned(),
        };
        writeln!(
            list,
            "    Migration {{ number: {number}, name: {stem:?}, sql: include_str!({path:?}), postgres: {twin} }},"
        )?;
    }
    list.push_str("]\n");
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("migrations.rs"),
        list,
    )?;
    Ok(())
}
