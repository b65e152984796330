//! THE table of contents: every mechanism of the program, left to right. It holds no logic.
//!
//! What is not listed here cannot run. Routes, permissions, timers, importers and texts are gathered from these lines.

use mechanism::Mechanism;

pub static CONTENTS: &[Mechanism] = &[
    // The server's own: what the instance is, and what the ledger says.
    crate::instance::MECHANISM,
    crate::history::MECHANISM,
    crate::imports::MECHANISM,
    // Registry: who and what exists.
    Mechanism {
        name: "registry",
        permissions: &[],
        routes: utoipa_axum::router::OpenApiRouter::new,
        timers: &[],
        importers: &[
            registry::area::import::IMPORTER,
            registry::org::import::IMPORTER,
            registry::org::members::IMPORTER,
            registry::person::import::posts::IMPORTER,
            registry::person::import::persons::IMPORTER,
            registry::site::import::IMPORTER,
            registry::site::capacities::IMPORTER,
        ],
        texts: &[],
    },
    registry::identity::MECHANISM,
    // Engine: who owes what, and what satisfies it.
    engine::records::MECHANISM,
    engine::obligations::MECHANISM,
    engine::ladders::MECHANISM,
    engine::satisfaction::MECHANISM,
    engine::draw::MECHANISM,
    // Work: what opens and satisfies obligations.
    work::duties::MECHANISM,
    work::plans::MECHANISM,
];
