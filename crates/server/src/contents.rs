//! THE table of contents: every mechanism of the program, left to right. It holds no logic.
//!
//! What is not listed here cannot run. Routes, permissions, timers, importers and texts are gathered from these lines.

use mechanism::Mechanism;

pub static CONTENTS: &[Mechanism] = &[
    // The server's own: what the instance is, and what the ledger says.
    crate::instance::MECHANISM,
    crate::history::MECHANISM,
    // Registry: who and what exists.
    // Engine: who owes what, and what satisfies it.
    // Work: what opens and satisfies obligations.
];
