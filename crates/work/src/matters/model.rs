//! The rows of a matter.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Moment;
use std::collections::BTreeMap;

/// How grave it is. A major matter does not wait for office hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    General,
    Major,
}

impl Grade {
    pub fn word(self) -> &'static str {
        match self {
            Grade::General => "general",
            Grade::Major => "major",
        }
    }

    pub fn of_word(word: &str) -> Option<Grade> {
        [Grade::General, Grade::Major]
            .into_iter()
            .find(|grade| grade.word() == word)
    }
}

#[derive(Clone, Debug)]
pub struct Matter {
    pub id: Id,
    /// The lifecycle in the version that opened it; it runs on that one to its end.
    pub lifecycle: String,
    pub version: u32,
    /// On-screen word of its kind, `隐患`.
    pub word: String,
    pub title: String,
    pub description: String,
    /// How it came to be known: a code of the list of sources.
    pub source: Option<String>,
    pub grade: Grade,
    /// What it is about.
    pub site: Option<Id>,
    /// The body that opened it and gave it its number.
    pub issuer: Id,
    pub number: String,
    /// Number and reply deadline under which another system knows it.
    pub outer_number: Option<String>,
    pub outer_due_at: Option<Moment>,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub opened_at: Moment,
    /// The person who opened it.
    pub opened_by: Option<Id>,
    pub place: Place,
    pub closed_at: Option<Moment>,
    pub revision: i64,
}

/// Where a matter stands: the state of the party that is least far. An index over the parties' rows, never typed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Slot of that party.
    pub slot: String,
    pub state: String,
    pub stage: usize,
}

#[derive(Clone, Debug)]
pub struct MatterParty {
    /// The role, numbered from the second party of one role on. Obligations of the same slot are its clocks.
    pub slot: String,
    pub role: String,
    pub party: Id,
    /// Line of supervision by which it answers: `unit`, `territory`, `sector`.
    pub line: Option<String>,
    /// Kind of body as which it was addressed; one body may hold several.
    pub addressed_as: Option<String>,
    pub state: String,
    /// Slot whose act put it into this state; none since the opening.
    pub moved_by: Option<String>,
    pub revision: i64,
}

/// One line of the timeline.
#[derive(Clone, Debug)]
pub struct Event {
    pub seq: i64,
    /// Party that acted; none for the opening.
    pub slot: Option<String>,
    /// Transition that was taken, or [`OPENED`].
    pub transition: String,
    pub actor: Option<Id>,
    pub stated_at: Moment,
    pub received_at: Moment,
    pub reason: Option<String>,
    pub record: Option<Id>,
    /// Slot → state afterwards.
    pub states: BTreeMap<String, String>,
}

/// What stands in place of a transition in the first line of the timeline.
pub const OPENED: &str = "opened";
