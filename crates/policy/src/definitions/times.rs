//! What cadences refer to: shifts, seasons, key periods and kinds of event.

use super::written::{DayText, MonthDayText};
use kernel::period::{MonthDay, ShiftTable, Stretch, YearlySeason, minutes};
use kernel::time::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[shifts]]`: how the hours of a working place are cut. Each shift lasts until the next begins.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Shifts {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    /// When they begin, ascending: `["08:00", "20:00"]`.
    pub starts: Vec<String>,
}

/// `[[season]]`: the same days of every year; it may go over the turn of the year.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Season {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    /// First month and day, `04-15`.
    #[schemars(with = "MonthDayText")]
    pub from: MonthDay,
    /// Last one, which still belongs to it.
    #[schemars(with = "MonthDayText")]
    pub until: MonthDay,
}

/// `[[key_period]]`: days on which more is asked, beside what is always asked.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct KeyPeriod {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    #[schemars(with = "DayText")]
    pub from: Day,
    /// Last day, which still belongs to it.
    #[schemars(with = "DayText")]
    pub until: Day,
    /// How many times the normal amount duties with `intensify` ask in it; 1 adds nothing.
    #[serde(default = "unchanged")]
    pub factor: f64,
    /// The package of duties that open once for it.
    #[serde(default)]
    pub package: Option<String>,
    #[serde(default)]
    pub clauses: Vec<String>,
}

/// `[[event]]`: a kind of thing that happens and opens duties.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EventKind {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    /// A record of this form that counts raises the event about its subject.
    #[serde(default)]
    pub form: Option<String>,
}

impl Shifts {
    /// The table; none where a start is no clock time, or they are out of order.
    pub fn table(&self) -> Option<ShiftTable> {
        let starts: Option<Vec<u32>> = self.starts.iter().map(|start| minutes(start)).collect();
        ShiftTable::new(starts?)
    }
}

impl Season {
    pub fn yearly(&self) -> YearlySeason {
        YearlySeason {
            from: self.from,
            until: self.until,
        }
    }
}

impl KeyPeriod {
    /// Its days; none where it ends before it begins.
    pub fn days(&self) -> Option<Stretch> {
        Stretch::through(self.from, self.until)
    }
}

fn unchanged() -> f64 {
    1.0
}
