//! How often a duty comes, and what opens it.
//!
//! Written as a word, `every = "quarter"`, or as a table that names one thing, `every = { season = "flood" }`.

use super::written::{CadenceText, DayText, MonthDayText};
use kernel::period::{Cadence, MonthDay, Period};
use kernel::time::Day;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// How often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Every {
    /// Every calendar period.
    Period(Cadence),
    /// Once; due at the end of this day.
    Once(Day),
    /// Every year by this day.
    EachYear(MonthDay),
    /// One obligation for each of these months, with its theme.
    Themed(Vec<ThemedMonth>),
    /// Every shift of the table of that id.
    Shift(String),
    /// Opened by an event of that kind.
    Event { event: String, term: Term },
    /// The season of that id is the period, once each year.
    Season(String),
    /// Once for every key period that carries this package.
    KeyPeriod(String),
    /// So many months after it was last met.
    RollingMonths(i32),
}

/// A month with what it is about.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct ThemedMonth {
    /// Year and month, `2022-07`.
    pub month: String,
    pub theme: String,
    #[serde(default)]
    pub theme_en: String,
}

/// How long after an event, or before a planned one, something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Civil days after the event's day; negative before it.
    Days(i32),
    Workdays(i32),
    /// Elapsed hours after its instant.
    Hours(i32),
}

impl Every {
    /// The calendar period in which it recurs, where it does.
    pub fn cadence(&self) -> Option<Cadence> {
        match self {
            Every::Period(cadence) => Some(*cadence),
            _ => None,
        }
    }
}

impl ThemedMonth {
    /// The month as a period; none where it names no year.
    pub fn period(&self) -> Option<Period> {
        Period::parse_label(&self.month).filter(|period| period.cadence == Cadence::Month)
    }
}

/// The table form: exactly one of its keys names the thing, `days`, `workdays` and `hours` go with `event`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EveryTable {
    /// Once; due at the end of this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<DayText>")]
    pub once: Option<Day>,
    /// Every year by this month and day, `03-31`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<MonthDayText>")]
    pub each_year: Option<MonthDay>,
    /// One obligation for each of these months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub themed: Option<Vec<ThemedMonth>>,
    /// Every shift of this `[[shifts]]` table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<String>,
    /// Opened by an event of this `[[event]]` kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Civil days after the event; negative before a planned one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// Working days after the event; negative before a planned one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workdays: Option<i32>,
    /// Elapsed hours after the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<i32>,
    /// The `[[season]]` itself is the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season: Option<String>,
    /// Once for every key period that carries this package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_period: Option<String>,
    /// So many months after it was last met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolling_months: Option<i32>,
}

/// Both forms, for the schema.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(
    dead_code,
    reason = "its variants are there to be described, not to be made"
)]
enum EveryWritten {
    Word(CadenceText),
    Table(EveryTable),
}

impl TryFrom<EveryTable> for Every {
    type Error = &'static str;

    fn try_from(table: EveryTable) -> Result<Every, &'static str> {
        let term = match (table.days, table.workdays, table.hours) {
            (Some(days), None, None) => Some(Term::Days(days)),
            (None, Some(days), None) => Some(Term::Workdays(days)),
            (None, None, Some(hours)) => Some(Term::Hours(hours)),
            (None, None, None) => None,
            _ => return Err(ONE_TERM),
        };
        if term.is_some() && table.event.is_none() {
            return Err(TERM_WITHOUT_EVENT);
        }
        let mut named = Vec::new();
        named.extend(table.once.map(Every::Once));
        named.extend(table.each_year.map(Every::EachYear));
        named.extend(table.themed.map(Every::Themed));
        named.extend(table.shift.map(Every::Shift));
        named.extend(table.season.map(Every::Season));
        named.extend(table.key_period.map(Every::KeyPeriod));
        named.extend(table.rolling_months.map(Every::RollingMonths));
        if let Some(event) = table.event {
            named.push(Every::Event {
                event,
                term: term.ok_or(ONE_TERM)?,
            });
        }
        match (named.pop(), named.is_empty()) {
            (Some(every), true) => Ok(every),
            _ => Err(ONE_CADENCE),
        }
    }
}

pub const ONE_TERM: &str = "an event needs exactly one of `days`, `workdays`, `hours`";
pub const TERM_WITHOUT_EVENT: &str = "`days`, `workdays` and `hours` belong to `event`";
pub const ONE_CADENCE: &str = "`every` names exactly one cadence";

impl From<Every> for EveryTable {
    fn from(every: Every) -> EveryTable {
        let mut table = EveryTable::default();
        match every {
            Every::Period(_) => {}
            Every::Once(day) => table.once = Some(day),
            Every::EachYear(day) => table.each_year = Some(day),
            Every::Themed(months) => table.themed = Some(months),
            Every::Shift(id) => table.shift = Some(id),
            Every::Season(id) => table.season = Some(id),
            Every::KeyPeriod(package) => table.key_period = Some(package),
            Every::RollingMonths(months) => table.rolling_months = Some(months),
            Every::Event { event, term } => {
                table.event = Some(event);
                match term {
                    Term::Days(days) => table.days = Some(days),
                    Term::Workdays(days) => table.workdays = Some(days),
                    Term::Hours(hours) => table.hours = Some(hours),
                }
            }
        }
        table
    }
}

impl Serialize for Every {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Every::Period(cadence) => cadence.serialize(serializer),
            other => EveryTable::from(other.clone()).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Every {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Every, D::Error> {
        deserializer.deserialize_any(EveryVisitor)
    }
}

struct EveryVisitor;

impl<'de> Visitor<'de> for EveryVisitor {
    type Value = Every;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word such as \"quarter\" or a table such as { once = 2022-12-31 }")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Every, E> {
        Cadence::deserialize(StrDeserializer::new(word)).map(Every::Period)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Every, A::Error> {
        let table = EveryTable::deserialize(MapAccessDeserializer::new(map))?;
        Every::try_from(table).map_err(A::Error::custom)
    }
}

impl JsonSchema for Every {
    fn schema_name() -> Cow<'static, str> {
        "Every".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        EveryWritten::json_schema(generator)
    }
}
