//! The schema for editors is the one that the definitions give.

use std::path::PathBuf;

#[test]
fn the_schema_is_fresh() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schemas/pack.schema.json");
    let written = policy::schema_text().expect("the schema is written");
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == written,
        "schemas/pack.schema.json is stale: run `make bless`"
    );
}

#[test]
fn the_schema_knows_every_table_and_refuses_others() {
    let text = policy::schema_text().expect("the schema is written");
    let schema: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let tables = schema["properties"].as_object().expect("it has tables");
    assert_eq!(tables.len(), 18);
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["$defs"]["Duty"]["additionalProperties"], false);
    for (named, of) in [
        ("quarter", "Cadence"),
        ("once", "EveryTable"),
        ("weekday", "DueTable"),
    ] {
        let of = schema["$defs"][of].to_string();
        assert!(of.contains(named), "{named} in {of}");
    }
}
