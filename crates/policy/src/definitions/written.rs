//! How values of lower floors are written in a pack, for the schema that editors read.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A civil day, written bare or in quotes.
pub struct DayText;

impl JsonSchema for DayText {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A civil day of the place: 2022-04-01.",
            "type": "string",
            "format": "date",
        })
    }
}

/// A month and a day of it, in every year.
pub struct MonthDayText;

impl JsonSchema for MonthDayText {
    fn schema_name() -> Cow<'static, str> {
        "MonthDay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A month and a day of every year: 03-31.",
            "type": "string",
            "pattern": "^[0-9]{2}-[0-9]{2}$",
        })
    }
}

/// A rhythm of calendar periods.
pub struct CadenceText;

impl JsonSchema for CadenceText {
    fn schema_name() -> Cow<'static, str> {
        "Cadence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A rhythm of calendar periods.",
            "enum": ["day", "week", "half-month", "month", "quarter", "half-year", "year"],
        })
    }
}
