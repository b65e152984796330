//! THE table of contents: every mechanism of the program, left to right. It holds no logic.
//!
//! What is not listed here cannot run. Routes, permissions, timers, importers and texts are gathered from these lines.

use mechanism::Mechanism;
use mechanism::reaction::Reaction;

pub static CONTENTS: &[Mechanism] = &[
    // The server's own: what the instance is, what the ledger says, files that come in, what is found, what was
    // told.
    crate::instance::MECHANISM,
    crate::history::MECHANISM,
    crate::imports::MECHANISM,
    crate::jobs::MECHANISM,
    crate::search::MECHANISM,
    crate::messages::MECHANISM,
    crate::channels::MECHANISM,
    // Registry: who and what exists.
    registry::area::MECHANISM,
    registry::org::MECHANISM,
    registry::person::MECHANISM,
    registry::site::MECHANISM,
    registry::identity::MECHANISM,
    // Engine: who owes what, and what satisfies it.
    engine::records::MECHANISM,
    engine::desk::MECHANISM,
    engine::ladders::MECHANISM,
    engine::satisfaction::MECHANISM,
    engine::trays::MECHANISM,
    engine::draw::MECHANISM,
    // Work: what opens and satisfies obligations.
    work::matters::MECHANISM,
    work::duties::MECHANISM,
    work::tasks::MECHANISM,
    work::plans::MECHANISM,
    work::census::MECHANISM,
    work::agenda::MECHANISM,
    work::instructions::MECHANISM,
    work::chasing::MECHANISM,
    work::collections::MECHANISM,
];

/// Who reacts, in the same unit of work, to what happens on their left.
pub static REACTIONS: &[Reaction] = &[
    work::duties::FOLLOW,
    work::duties::ROLL,
    work::duties::RAISE,
];
