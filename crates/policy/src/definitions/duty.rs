//! Duties: who owes what, how often, proven how.

use super::requirement::Requirement;
use super::written::DayText;
use kernel::period::Cadence;
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

/// How often. Written `every = "quarter"` or `every = { once = 2022-12-31 }`.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(from = "EveryShape", into = "EveryShape")]
pub enum Every {
    Period(Cadence),
    /// Once; due at the end of this day.
    Once(Day),
}

/// How [`Every`] is written: the cadences and `once` side by side, so that a pack reads naturally.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EveryShape {
    Day,
    Week,
    HalfMonth,
    Month,
    Quarter,
    HalfYear,
    Year,
    Once(#[schemars(with = "DayText")] Day),
}

impl From<EveryShape> for Every {
    fn from(shape: EveryShape) -> Every {
        match shape {
            EveryShape::Day => Every::Period(Cadence::Day),
            EveryShape::Week => Every::Period(Cadence::Week),
            EveryShape::HalfMonth => Every::Period(Cadence::HalfMonth),
            EveryShape::Month => Every::Period(Cadence::Month),
            EveryShape::Quarter => Every::Period(Cadence::Quarter),
            EveryShape::HalfYear => Every::Period(Cadence::HalfYear),
            EveryShape::Year => Every::Period(Cadence::Year),
            EveryShape::Once(day) => Every::Once(day),
        }
    }
}

impl From<Every> for EveryShape {
    fn from(every: Every) -> EveryShape {
        match every {
            Every::Period(Cadence::Day) => EveryShape::Day,
            Every::Period(Cadence::Week) => EveryShape::Week,
            Every::Period(Cadence::HalfMonth) => EveryShape::HalfMonth,
            Every::Period(Cadence::Month) => EveryShape::Month,
            Every::Period(Cadence::Quarter) => EveryShape::Quarter,
            Every::Period(Cadence::HalfYear) => EveryShape::HalfYear,
            Every::Period(Cadence::Year) => EveryShape::Year,
            Every::Once(day) => EveryShape::Once(day),
        }
    }
}

/// When within or after the period it is due. All days end at 24:00.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Due {
    /// Last day of the period.
    #[default]
    Last,
    /// The n-th civil day after the period's end.
    DaysAfter(i32),
    /// The n-th working day after the period's end.
    WorkdaysAfter(i32),
    /// A clock time on the period's first day, minutes after midnight.
    MinuteOfDay(i32),
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
    Approved,
}

/// What a change of binding does to open obligations.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum HolderChange {
    #[default]
    Follow,
    Stay,
}
