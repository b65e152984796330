//! The manual is true: its example is a sound pack, and it names every field that a pack may have.

use policy::{Source, check, sources_of};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn manual() -> String {
    std::fs::read_to_string(root().join("docs/policy-packs.md")).expect("the manual is there")
}

#[test]
fn the_example_is_a_sound_pack() {
    let manual = manual();
    let (_, after) = manual
        .split_once("```toml\n")
        .expect("the manual has an example");
    let (example, _) = after.split_once("```").expect("the example ends");
    let mut sources = sources_of(&[root().join("packs/national")]).expect("national is there");
    sources.push(Source::new("example/pack.toml", example));
    let findings: Vec<String> = check(&sources).iter().map(ToString::to_string).collect();
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn every_field_is_named() {
    let manual = manual();
    let word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let words: BTreeSet<&str> = manual.split(|letter| !word(letter)).collect();
    let text = policy::schema_text().expect("the schema is written");
    let schema: Value = serde_json::from_str(&text).expect("it is JSON");
    let unnamed: Vec<String> = fields(&schema)
        .into_iter()
        .filter(|(_, field)| !words.contains(field.as_str()))
        .map(|(table, field)| format!("{table}.{field}"))
        .collect();
    assert_eq!(unnamed, Vec::<String>::new());
}

/// Every field of every type in the schema.
fn fields(schema: &Value) -> Vec<(String, String)> {
    let types = schema["$defs"].as_object().expect("the schema has types");
    let mut all = Vec::new();
    for (name, definition) in types {
        let properties = definition["properties"].as_object();
        all.extend(
            properties
                .into_iter()
                .flatten()
                .map(|(field, _)| (name.clone(), field.clone())),
        );
    }
    assert!(
        all.len() > 100,
        "the schema has many fields, found {}",
        all.len()
    );
    all
}
