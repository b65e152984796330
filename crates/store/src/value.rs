//! The neutral value that both databases take and give.

use kernel::id::Id;
use kernel::time::{Day, Moment};

/// A value of a row or a parameter. Booleans are 0 and 1, instants and days are integers.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
    /// Sixteen bytes. Kept apart from other blobs so that ids need no allocation.
    Id(Id),
}

impl Value {
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Int(_) => "integer",
            Value::Real(_) => "real",
            Value::Text(_) => "text",
            Value::Blob(_) => "bytes",
            Value::Id(_) => "id",
        }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

macro_rules! from {
    ($($type:ty, $value:ident => $made:expr;)*) => {
        $(impl From<$type> for Value {
            fn from($value: $type) -> Value {
                $made
            }
        })*
    };
}

from! {
    i64, value => Value::Int(value);
    i32, value => Value::Int(i64::from(value));
    u32, value => Value::Int(i64::from(value));
    u8, value => Value::Int(i64::from(value));
    usize, value => Value::Int(i64::try_from(value).unwrap_or(i64::MAX));
    u64, value => Value::Int(i64::try_from(value).unwrap_or(i64::MAX));
    bool, value => Value::Int(i64::from(value));
    f64, value => Value::Real(value);
    &str, value => Value::Text(value.to_owned());
    String, value => Value::Text(value);
    &String, value => Value::Text(value.clone());
    Vec<u8>, value => Value::Blob(value);
    &[u8], value => Value::Blob(value.to_vec());
    [u8; 32], value => Value::Blob(value.to_vec());
    &[u8; 32], value => Value::Blob(value.to_vec());
    Id, value => Value::Id(value);
    &Id, value => Value::Id(*value);
    Moment, value => Value::Int(value.0);
    Day, value => Value::Int(i64::from(value.0));
    &serde_json::Value, value => Value::Text(value.to_string());
}
