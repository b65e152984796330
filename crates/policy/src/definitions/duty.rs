//! Duties: who owes what, how often, proven how.

use super::due::Due;
use super::every::Every;
use super::requirement::Requirement;
use super::written::DayText;
use kernel::time::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[duty]]`.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Lineage; the version is the pack's.
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub clauses: Vec<String>,
    /// Whose duty it is, or on what: one obligation per subject and period.
    pub for_each: Subjects,
    /// Names the role when one definition asks several roles of one subject.
    #[serde(default)]
    pub slot: String,
    #[serde(default)]
    pub holder: HolderRule,
    pub every: Every,
    /// Season beside a cadence: opens only for the part of a period that lies in it.
    #[serde(default)]
    pub season: Option<String>,
    /// What becomes of a period that lies only partly in the span or the season.
    #[serde(default)]
    pub part_period: PartPeriod,
    /// Key periods with a factor ask for more of it, beside what is always asked.
    #[serde(default)]
    pub intensify: bool,
    #[serde(default)]
    pub due: Due,
    #[serde(default)]
    pub grace_hours: i64,
    #[serde(default)]
    pub after_due: AfterDue,
    pub requirement: Requirement,
    /// Steps of a submission; default is filled only.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Who accepts what was submitted, written like `holder`; goes with the step `accepted`.
    #[serde(default)]
    pub receiver: Option<HolderRule>,
    /// Working days to correct what was returned, within which the first time still counts.
    #[serde(default = "two")]
    pub correction_workdays: i32,
    /// Ladder of reminders; none means the pack's `default` ladder if it has one.
    #[serde(default)]
    pub ladder: Option<String>,
    #[serde(default)]
    pub on_holder_change: HolderChange,
    /// A record used here satisfies no other obligation.
    #[serde(default)]
    pub exclusive: bool,
    /// Opens only on working days of the calendar (for `every = "day"`).
    #[serde(default)]
    pub workdays_only: bool,
    /// Narrows the pack's own span.
    #[serde(default)]
    #[schemars(with = "Option<DayText>")]
    pub from: Option<Day>,
    #[serde(default)]
    #[schemars(with = "Option<DayText>")]
    pub until: Option<Day>,
}

/// Subjects over which a duty runs.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Subjects {
    /// Every body of a kind, `special-committee`.
    OrgKind(String),
    /// The body of that name or alias.
    Org(String),
    /// Every site of a kind.
    SiteKind(String),
    /// Every site that bears a tag.
    SiteTag(String),
    /// Every post of a title.
    Post(String),
    /// Every area of a level (`town`, `village`).
    AreaLevel(String),
    /// The subjects that a draw names for the period.
    Draw(String),
}

/// Who owes it, resolved as of the opening instant.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum HolderRule {
    /// The subject itself (a body, a post), or the body that runs the site.
    #[default]
    Subject,
    /// The office of the committee that is the subject.
    OfficeOfSubject,
    /// The post or person bound to the subject in this capacity.
    Capacity(String),
    /// A fixed body by name or alias.
    Org(String),
    /// The body of this kind in the subject's area.
    AreaOrg(String),
}

/// What an unmet obligation is after due plus grace.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum AfterDue {
    #[default]
    StillOwed,
    Lapses,
}

/// Steps of a submission that count before an obligation is met.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Filled,
    /// By the holder's own approver.
    Approved,
    /// By the receiving body.
    Accepted,
}

/// What becomes of a period that lies only partly in the span or the season.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum PartPeriod {
    /// All of it is owed all the same.
    #[default]
    Whole,
    /// The part that lies inside is owed, counts and sums in proportion and rounded up; less than half a period opens
    /// nothing.
    Prorate,
    /// Only whole periods open.
    Skip,
}

/// What a change of binding does to open obligations.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum HolderChange {
    #[default]
    Follow,
    Stay,
}

fn two() -> i32 {
    2
}
