//! Policy packs: a plan as data.
//!
//! A pack is a folder of TOML that says what a plan demands: its header, its clauses, and the definitions that realise
//! them. This crate loads packs, checks them with line-exact messages, explains and traces them. It knows no database,
//! no clock and no network, and no place or year of its own.

pub mod definitions;

pub use definitions::*;

/// A loaded pack: every definition of one folder.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    pub header: Option<Header>,
    pub items: Vec<Item>,
    pub clauses: Vec<Clause>,
    pub duties: Vec<Duty>,
    pub tasks: Vec<TaskDefinition>,
    pub forms: Vec<Form>,
    pub ladders: Vec<Ladder>,
    pub lifecycles: Vec<Lifecycle>,
    pub matrices: Vec<Matrix>,
    pub circulars: Vec<Circular>,
    pub draws: Vec<Draw>,
    pub calendars: Vec<CalendarYear>,
    pub codes: Vec<CodeList>,
    pub roles: Vec<Role>,
}
