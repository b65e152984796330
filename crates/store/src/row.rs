//! A row of an answer, read by the names of its columns.

use std::cell::Cell;
use std::sync::Arc;

use kernel::id::Id;
use kernel::scope::{AreaPath, Level};
use kernel::time::{Day, Moment};

use crate::error::{Error, Result};
use crate::value::Value;

pub(crate) type Columns = Arc<[Box<str>]>;

/// Values with their column names; the names are shared by all rows of an answer.
#[derive(Debug, Clone)]
pub struct Row {
    columns: Columns,
    values: Vec<Value>,
    /// The column after the one that was read last: most rows are read from left to right.
    next: Cell<usize>,
}

impl Row {
    pub(crate) fn new(columns: Columns, values: Vec<Value>) -> Row {
        Row {
            columns,
            values,
            next: Cell::new(0),
        }
    }

    pub fn value(&self, name: &str) -> Result<&Value> {
        let next = self.next.get();
        let is = |place: usize| self.columns.get(place).is_some_and(|own| &**own == name);
        let place = match is(next) {
            true => Some(next),
            false => (0..self.columns.len()).find(|place| is(*place)),
        };
        let value = place.and_then(|place| self.values.get(place));
        self.next.set(place.map_or(0, |place| place + 1));
        value.ok_or_else(|| Error::Database(format!("the answer has no column {name}")))
    }

    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| &**column)
    }

    pub fn is_null(&self, name: &str) -> Result<bool> {
        Ok(self.value(name)?.is_null())
    }

    pub fn id(&self, name: &str) -> Result<Id> {
        required(name, self.opt_id(name)?)
    }

    pub fn opt_id(&self, name: &str) -> Result<Option<Id>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            Value::Id(id) => Ok(Some(*id)),
            other => Err(wrong(name, other, "an id")),
        }
    }

    pub fn int(&self, name: &str) -> Result<i64> {
        required(name, self.opt_int(name)?)
    }

    pub fn opt_int(&self, name: &str) -> Result<Option<i64>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            Value::Int(number) => Ok(Some(*number)),
            other => Err(wrong(name, other, "an integer")),
        }
    }

    pub fn real(&self, name: &str) -> Result<f64> {
        required(name, self.opt_real(name)?)
    }

    pub fn opt_real(&self, name: &str) -> Result<Option<f64>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            Value::Real(number) => Ok(Some(*number)),
            Value::Int(number) => Ok(Some(*number as f64)),
            other => Err(wrong(name, other, "a number")),
        }
    }

    pub fn text(&self, name: &str) -> Result<String> {
        Ok(self.str(name)?.to_owned())
    }

    /// The text without a copy.
    pub fn str(&self, name: &str) -> Result<&str> {
        required(name, self.opt_str(name)?)
    }

    pub fn opt_text(&self, name: &str) -> Result<Option<String>> {
        Ok(self.opt_str(name)?.map(str::to_owned))
    }

    pub fn opt_str(&self, name: &str) -> Result<Option<&str>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            Value::Text(text) => Ok(Some(text)),
            other => Err(wrong(name, other, "text")),
        }
    }

    pub fn blob(&self, name: &str) -> Result<Vec<u8>> {
        required(name, self.opt_blob(name)?)
    }

    pub fn opt_blob(&self, name: &str) -> Result<Option<Vec<u8>>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            Value::Blob(bytes) => Ok(Some(bytes.clone())),
            Value::Id(id) => Ok(Some(id.bytes().to_vec())),
            other => Err(wrong(name, other, "bytes")),
        }
    }

    /// The bytes of a digest or key.
    pub fn hash(&self, name: &str) -> Result<[u8; 32]> {
        required(name, self.opt_hash(name)?)
    }

    pub fn opt_hash(&self, name: &str) -> Result<Option<[u8; 32]>> {
        match self.value(name)? {
            Value::Null => Ok(None),
            Value::Blob(bytes) => match bytes.as_slice().try_into() {
                Ok(hash) => Ok(Some(hash)),
                Err(_) => Err(wrong(name, &Value::Null, "32 bytes")),
            },
            other => Err(wrong(name, other, "32 bytes")),
        }
    }

    pub fn flag(&self, name: &str) -> Result<bool> {
        Ok(self.int(name)? != 0)
    }

    pub fn moment(&self, name: &str) -> Result<Moment> {
        Ok(Moment(self.int(name)?))
    }

    pub fn opt_moment(&self, name: &str) -> Result<Option<Moment>> {
        Ok(self.opt_int(name)?.map(Moment))
    }

    pub fn day(&self, name: &str) -> Result<Day> {
        required(name, self.opt_day(name)?)
    }

    pub fn opt_day(&self, name: &str) -> Result<Option<Day>> {
        let Some(number) = self.opt_int(name)? else {
            return Ok(None);
        };
        let day = i32::try_from(number);
        day.map(|day| Some(Day(day)))
            .map_err(|_| wrong(name, &Value::Int(number), "a day"))
    }

    /// The five ancestor columns `area_province` … `area_village`.
    pub fn path(&self) -> Result<AreaPath> {
        let mut path = AreaPath::default();
        for (place, level) in path.ids.iter_mut().zip(Level::ALL) {
            *place = self.opt_id(level.column())?;
        }
        Ok(path)
    }
}

fn required<T>(name: &str, value: Option<T>) -> Result<T> {
    value.ok_or_else(|| Error::Database(format!("column {name} is null")))
}

fn wrong(name: &str, found: &Value, wanted: &str) -> Error {
    let found = found.kind();
    Error::Database(format!("column {name} holds {found}, not {wanted}"))
}
