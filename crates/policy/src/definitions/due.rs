//! When within or after its period something is due.
//!
//! Written as a word, `due = "last"`, or as a table, `due = { day_of_month = 25 }`. All days end at 24:00.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// This day of the period's last month.
    DayOfMonth {
        day: u32,
        short_month: Option<ShortMonth>,
    },
    /// This day of the week.
    Weekday(Weekday),
    /// So many days before the period's last day.
    DaysBefore(i32),
}

/// What becomes of a day of the month that a month lacks.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ShortMonth {
    /// Its last day stands in.
    Last,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Weekday {
    /// 1 is Monday, 7 is Sunday.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }
}

/// The table form: exactly one key, and `short_month` beside `day_of_month`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DueTable {
    /// The n-th civil day after the period's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_after: Option<i32>,
    /// The n-th working day after the period's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workdays_after: Option<i32>,
    /// Minutes after midnight of the period's first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute_of_day: Option<i32>,
    /// This day of the period's last month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_of_month: Option<u32>,
    /// What a month does that lacks the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_month: Option<ShortMonth>,
    /// This day of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// So many days before the period's last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_before: Option<i32>,
}

/// The word form.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(
    dead_code,
    reason = "its variant is there to be described, not to be made"
)]
enum DueWord {
    Last,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(
    dead_code,
    reason = "its variants are there to be described, not to be made"
)]
enum DueWritten {
    Word(DueWord),
    Table(DueTable),
}

pub const ONE_DUE: &str = "`due` names exactly one thing";
pub const SHORT_MONTH_ALONE: &str = "`short_month` belongs to `day_of_month`";

impl TryFrom<DueTable> for Due {
    type Error = &'static str;

    fn try_from(table: DueTable) -> Result<Due, &'static str> {
        if table.short_month.is_some() && table.day_of_month.is_none() {
            return Err(SHORT_MONTH_ALONE);
        }
        let mut named = Vec::new();
        named.extend(table.days_after.map(Due::DaysAfter));
        named.extend(table.workdays_after.map(Due::WorkdaysAfter));
        named.extend(table.minute_of_day.map(Due::MinuteOfDay));
        named.extend(table.weekday.map(Due::Weekday));
        named.extend(table.days_before.map(Due::DaysBefore));
        named.extend(table.day_of_month.map(|day| Due::DayOfMonth {
            day,
            short_month: table.short_month,
        }));
        match (named.pop(), named.is_empty()) {
            (Some(due), true) => Ok(due),
            _ => Err(ONE_DUE),
        }
    }
}

impl From<Due> for DueTable {
    fn from(due: Due) -> DueTable {
        let mut table = DueTable::default();
        match due {
            Due::Last => {}
            Due::DaysAfter(days) => table.days_after = Some(days),
            Due::WorkdaysAfter(days) => table.workdays_after = Some(days),
            Due::MinuteOfDay(minutes) => table.minute_of_day = Some(minutes),
            Due::Weekday(weekday) => table.weekday = Some(weekday),
            Due::DaysBefore(days) => table.days_before = Some(days),
            Due::DayOfMonth { day, short_month } => {
                table.day_of_month = Some(day);
                table.short_month = short_month;
            }
        }
        table
    }
}

impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Due::Last => serializer.serialize_str("last"),
            other => DueTable::from(*other).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Due {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Due, D::Error> {
        deserializer.deserialize_any(DueVisitor)
    }
}

struct DueVisitor;

impl<'de> Visitor<'de> for DueVisitor {
    type Value = Due;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"last\" or a table such as { days_after = 5 }")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Due, E> {
        match word {
            "last" => Ok(Due::Last),
            other => Err(E::invalid_value(Unexpected::Str(other), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Due, A::Error> {
        let table = DueTable::deserialize(MapAccessDeserializer::new(map))?;
        Due::try_from(table).map_err(A::Error::custom)
    }
}

impl JsonSchema for Due {
    fn schema_name() -> Cow<'static, str> {
        "Due".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        DueWritten::json_schema(generator)
    }
}
