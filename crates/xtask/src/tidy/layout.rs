//! What the rules know about this repository. A new crate, folder or exception gets its line here.

/// A crate of ours and the crates of ours that it may name in its manifest, lowest floor first.
pub const FLOORS: &[(&str, &[&str])] = &[
    // Pure: no database, clock or network.
    ("kernel", &[]),
    ("policy", &["kernel"]),
    ("documents", &["kernel"]),
    // Ground.
    ("store", &["kernel"]),
    ("mechanism", &["kernel", "policy", "documents", "store"]),
    // Mechanisms: nobody reaches right.
    (
        "registry",
        &["kernel", "policy", "documents", "store", "mechanism"],
    ),
    (
        "engine",
        &[
            "kernel",
            "policy",
            "documents",
            "store",
            "mechanism",
            "registry",
        ],
    ),
    (
        "work",
        &[
            "kernel",
            "policy",
            "documents",
            "store",
            "mechanism",
            "registry",
            "engine",
        ],
    ),
    // Roof.
    (
        "server",
        &[
            "kernel",
            "policy",
            "documents",
            "store",
            "mechanism",
            "registry",
            "engine",
            "work",
        ],
    ),
    (
        "anlan",
        &[
            "kernel",
            "policy",
            "documents",
            "store",
            "mechanism",
            "registry",
            "engine",
            "work",
            "server",
        ],
    ),
];

/// Packages for development only: they may use everything, and no crate of `FLOORS` may use them.
pub const DEVELOPMENT: &[&str] = &["xtask", "scenarios", "testkit", "rig"];

/// The folders inside a mechanism crate, left to right: a folder may use itself and what stands
/// left of it.
pub const ORDERS: &[(&str, &[&str])] = &[
    (
        "registry",
        &[
            "area",
            "party",
            "org",
            "person",
            "site",
            "identity",
            "responsibility",
            "search",
        ],
    ),
    (
        "engine",
        &[
            "sight",
            "records",
            "obligations",
            "ladders",
            "satisfaction",
            "trays",
            "draw",
            "desk",
        ],
    ),
    (
        "work",
        &[
            "matters",
            "duties",
            "tasks",
            "lists",
            "inspections",
            "training",
            "plans",
            "chasing",
            "collections",
            "instructions",
            "census",
            "agenda",
        ],
    ),
];

/// Lines after which a file is asked whether it holds a second room.
pub const LONGEST: usize = 600;

/// Files that may be longer, each with the reason.
pub const LONG: &[(&str, &str)] = &[("web/src/api/schema.d.ts", "written by a program")];
