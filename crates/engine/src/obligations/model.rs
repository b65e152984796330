//! The rows and values of an obligation.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};
use policy::{AfterDue, HolderRule, Requirement, Step};
use serde::{Deserialize, Serialize};

/// The part of a definition that a running obligation keeps, whatever becomes of the definition.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Lineage of the definition.
    pub definition: String,
    pub pack: String,
    pub version: u32,
    pub kind: Kind,
    pub title: String,
    pub title_en: String,
    pub clauses: Vec<String>,
    /// Who demands it, in words.
    pub issuer: String,
    /// What proves it; none where a step of a matter meets it.
    pub requirement: Option<Requirement>,
    pub steps: Vec<Step>,
    pub exclusive: bool,
    pub ladder: Option<String>,
    /// Who accepts what is submitted; resolved to a party when an obligation opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiver: Option<HolderRule>,
    /// Working days for a correction after a return, where the definition says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction_workdays: Option<i32>,
    /// Set where it is a window of a key period: a record of the window fills the normal obligation first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
}

/// The normal obligation beside which a window of a key period opens, by what its key has besides the subject.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Beside {
    pub slot: String,
    pub period: String,
}

impl Rule {
    /// Id by content: the same rule is one row.
    pub fn id(&self) -> Id {
        Id::natural("rule", &serde_json::to_string(self).unwrap_or_default())
    }
}

/// What opened it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Duty,
    /// A lead's or joint member's part of a task.
    Task,
    /// A cooperating body's part, which guards nothing.
    Cooperate,
    Milestone,
    /// Receipt of a document or a matter.
    Receipt,
    /// A step of a matter.
    Step,
    /// Holding a roll call.
    Call,
    /// Reporting back on a leader's written wish.
    Instruction,
    /// Deciding about what somebody submitted.
    Accept,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Task => "task",
            Self::Cooperate => "cooperate",
            Self::Milestone => "milestone",
            Self::Receipt => "receipt",
            Self::Step => "step",
            Self::Call => "call",
            Self::Instruction => "instruction",
            Self::Accept => "accept",
        }
    }
}

/// An obligation about to be opened. Its id follows from definition, slot, subject, period and generation.
#[derive(Clone, Debug)]
pub struct NewObligation {
    pub slot: String,
    pub subject: Id,
    /// Task or matter it belongs to.
    pub source: Option<Id>,
    /// The body's obligation of which this was handed out.
    pub parent: Option<Id>,
    /// Party that accepts what is submitted; none where nobody has to.
    pub receiver: Option<Id>,
    /// Its own title where the definition's does not say enough.
    pub title: Option<String>,
    pub holder: Id,
    /// Party or subject by which evidence finds it.
    pub anchor: Id,
    /// Label of the period or trigger.
    pub period: String,
    pub period_from: Day,
    /// Exclusive.
    pub period_until: Day,
    pub generation: i64,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub opened_at: Moment,
    pub soon_at: Moment,
    pub due_at: Moment,
    pub grace_until: Moment,
    pub after_due: AfterDue,
    /// Members of covered sets and rosters, frozen now.
    pub members: Vec<Member>,
}

impl NewObligation {
    pub fn id(&self, definition: &str) -> Id {
        let key = format!(
            "{definition}\n{}\n{}\n{}\n{}",
            self.slot, self.subject, self.period, self.generation
        );
        Id::natural("obligation", &key)
    }
}

/// One element of a covered set or roster.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub part: usize,
    pub id: Id,
    pub label: String,
    pub met_record: Option<Id>,
    pub met_received: Option<Moment>,
}

/// A stored obligation.
#[derive(Clone, Debug)]
pub struct Obligation {
    pub id: Id,
    pub rule: Id,
    pub definition: String,
    pub kind: String,
    pub slot: String,
    pub subject: Id,
    pub source: Option<Id>,
    pub parent: Option<Id>,
    pub receiver: Option<Id>,
    pub title: Option<String>,
    pub holder: Id,
    pub anchor: Id,
    pub period: String,
    pub period_from: Day,
    pub period_until: Day,
    pub generation: i64,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub opened_at: Moment,
    pub soon_at: Moment,
    pub due_at: Moment,
    /// From here on it is late while it is not met. Moved while an in-time submission is with somebody else.
    pub grace_until: Moment,
    /// Where that was moved: until when a submission was in time.
    pub kept_grace: Option<Moment>,
    pub lapses: bool,
    /// Where its submission stands.
    pub stage: Option<Stage>,
    /// Until when the next act on the submission is due.
    pub stage_due: Option<Moment>,
    pub signed_at: Option<Moment>,
    pub signed_by: Option<Id>,
    pub met_stated: Option<Moment>,
    pub met_received: Option<Moment>,
    pub outcome: Option<String>,
    pub reason: Option<String>,
    pub progress: Progress,
    pub revision: i64,
}

impl Obligation {
    /// Until when a submission is in time, whatever became of it since.
    pub fn in_time_until(&self) -> Moment {
        self.kept_grace.unwrap_or(self.grace_until)
    }
}

/// Where the submission of an open obligation stands; none before there is one and after it was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// With the holder's own approver.
    Approving,
    /// With the receiver; the holder has nothing to do.
    Waiting,
    /// Returned to the holder, who corrects it.
    Returned,
}

impl Stage {
    pub fn word(self) -> &'static str {
        match self {
            Self::Approving => "approving",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
        }
    }

    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Approving, Self::Waiting, Self::Returned]
            .into_iter()
            .find(|stage| stage.word() == word)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub done: i64,
    pub total: i64,
}

/// What the row and the time say together.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Upcoming,
    Open,
    DueSoon,
    Overdue,
    Lapsed,
    Met,
    MetLate,
    Excused,
    Withdrawn,
}
