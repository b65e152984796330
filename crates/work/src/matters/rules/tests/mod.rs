//! Promises of the rules, on the lifecycles of an installed plan and on others made up for the purpose.

mod clocks;
mod deciding;
mod play;
mod proofs;
mod sequences;

use super::*;
use policy::{Library, Lifecycle};
use serde_json::json;
use std::sync::LazyLock;

/// The plan's own lifecycles: a change of the pack that breaks a promise is found here.
fn anji(id: &str) -> Lifecycle {
    PLAN.lifecycle(id).unwrap().1.clone()
}

static PLAN: LazyLock<Library> = LazyLock::new(|| {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/");
    let folders = ["national", "anji-2022"].map(|pack| format!("{root}{pack}").into());
    Library::load_dirs(&folders).unwrap()
});

/// A lifecycle of two roles with three states each and these transitions, as nobody should write it.
fn careless(steps: serde_json::Value, transitions: serde_json::Value) -> Lifecycle {
    let role = |title: &str| {
        let words = json!({ "new": "新", "done": "已办", "closed": "已结" });
        json!({ "title": title, "states": ["new", "done", "closed"], "words": words })
    };
    serde_json::from_value(json!({
        "id": "careless", "version": 1, "title": "", "clauses": [], "word": "隐患",
        "roles": { FIXER: role("整改单位"), REGULATOR: role("监管部门") },
        "step": steps, "transition": transitions,
    }))
    .unwrap()
}

fn id(n: u8) -> Id {
    Id([n; 16])
}
