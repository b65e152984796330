//! Versions of rows on the wire: what a reader saw, and what a writer believes to be there.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, header};
use std::convert::Infallible;
use store::{Error, Result};

/// `ETag` of a row, which is its version.
pub type Tag = [(HeaderName, HeaderValue); 1];

pub fn etag(version: i64) -> Tag {
    let value = HeaderValue::from_str(&format!("\"{version}\""));
    let value = value.unwrap_or_else(|_| HeaderValue::from_static("\"\""));
    [(header::ETAG, value)]
}

/// The version that the writer has looked at, from `If-Match`. Without one, whatever is there is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(Option<i64>);

/// A tag that is none of ours matches no version.
const FOREIGN: i64 = -1;

impl IfMatch {
    /// Asked inside the unit of work, where the version cannot change any more.
    ///
    /// # Errors
    /// Another version is there than the writer believes.
    pub fn check(self, found: i64) -> Result<()> {
        match self.0 {
            Some(expected) if expected != found => Err(Error::Stale { expected, found }),
            _ => Ok(()),
        }
    }

    fn of(text: &str) -> Self {
        let text = text.trim();
        if text == "*" {
            return Self(None);
        }
        let number = text.trim_start_matches("W/").trim_matches('"').parse();
        Self(Some(number.unwrap_or(FOREIGN)))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> std::result::Result<Self, Infallible> {
        let value = parts.headers.get(header::IF_MATCH);
        let text = value.map(|value| value.to_str().unwrap_or_default());
        Ok(text.map_or(Self(None), Self::of))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_version_that_is_there_matches() {
        for text in ["\"3\"", "3", "W/\"3\"", " \"3\" "] {
            assert!(IfMatch::of(text).check(3).is_ok(), "{text}");
            assert!(IfMatch::of(text).check(4).is_err(), "{text}");
        }
        assert!(IfMatch::of("*").check(7).is_ok());
        assert!(IfMatch::of("\"abc\"").check(3).is_err());
        assert!(IfMatch(None).check(3).is_ok());
    }
}
