//! Ladders: who is reminded, and who after him.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[ladder]]`.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    pub id: String,
    /// What lies unsigned in the tray of a body climbs: after so many hours its clerks and leaders are reminded, after as
    /// many again the body above it, then the supervising office. Absent: only the rungs count.
    #[serde(default)]
    pub unsigned_hours: Option<i64>,
    #[serde(rename = "rung")]
    pub rungs: Vec<Rung>,
}

/// One reminder: minutes relative to due (negative is before), and to whom it goes.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    pub at_minutes: i64,
    pub to: Audience,
    /// Cannot be muted.
    #[serde(default)]
    pub must_know: bool,
}

#[derive(
    Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq, PartialOrd, Ord,
)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Holder,
    StandIn,
    Superior,
    SupervisingOffice,
}
