//! Who and what exists: areas, parties, bodies, persons and posts, sites, and who may sign in.
//!
//! All other mechanisms point at rows of this crate; it points at none of theirs. Folders read from
//! left to right: area, party, org, person, site, identity; each has the same file names. Rows carry
//! their own validity: a row holds on a day when `from_day <= day` and `until_day` is empty or later,
//! so a hand-over on one day leaves neither a gap nor an overlap.
//!
//! How to add one more kind of thing: a folder with `model.rs` (types), `store.rs` (all SQL),
//! `import.rs`, `routes.rs`, a migration, and a line in the server's table of contents.

pub mod area;
pub mod identity;
pub mod org;
pub mod party;
pub mod person;
pub mod site;

mod changing;
mod codes;
mod listing;
mod path;
mod pieces;
mod rows;
pub mod search;
pub mod since;
mod texts;
mod wire;
mod writer;
