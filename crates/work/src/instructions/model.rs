//! An instruction as it is kept.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Moment;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What kind of thing a wish is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnKind {
    Task,
    Matter,
    Obligation,
    Record,
    Clause,
    /// A matrix or a circular, with or without its period: `committees` or `committees/2022Q2`.
    Figure,
}

impl OnKind {
    pub const ALL: [OnKind; 6] = [
        Self::Task,
        Self::Matter,
        Self::Obligation,
        Self::Record,
        Self::Clause,
        Self::Figure,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Matter => "matter",
            Self::Obligation => "obligation",
            Self::Record => "record",
            Self::Clause => "clause",
            Self::Figure => "figure",
        }
    }

    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The paper from which a secretary entered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    pub hash: String,
    pub name: String,
}

#[derive(Clone, Debug)]
pub struct Instruction {
    pub id: Id,
    pub on_kind: OnKind,
    /// Id of the thing, or of the clause or figure.
    pub on_id: String,
    pub wish: String,
    /// Person whose wish it is.
    pub wished_by: Id,
    /// Person who entered it; the same where the leader wrote it himself.
    pub entered_by: Id,
    pub scan: Option<Scan>,
    pub holder: Id,
    /// The obligation to report back.
    pub obligation: Id,
    pub due_at: Moment,
    pub given_at: Moment,
    pub path: AreaPath,
    pub sector: Option<String>,
}
