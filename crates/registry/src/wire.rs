//! Shapes and headers that the routes of all registers share.

use axum::http::{HeaderMap, StatusCode, header};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
pub(crate) use mechanism::version::etag;
use mechanism::{App, Problem};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Anything with a name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Named {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
}

/// The id of what was made.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Made {
    #[schema(value_type = String)]
    pub id: Id,
    pub version: i64,
}

/// `?day=2022-05-03`: the register as it was on a day; today when absent.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AsOf {
    #[param(value_type = Option<String>)]
    pub day: Option<Day>,
}

impl AsOf {
    pub fn or_today(&self, app: &App) -> Day {
        self.day.unwrap_or_else(|| today(app))
    }
}

/// The business day on which a request arrives.
pub(crate) fn today(app: &App) -> Day {
    let zone = app.env.calendar.zone();
    zone.day_of(app.store.clock().business())
}

/// The version that the writer has seen, from `If-Match`. Without one nothing is overwritten.
pub(crate) fn expected_version(headers: &HeaderMap) -> Result<i64, Problem> {
    let text = headers
        .get(header::IF_MATCH)
        .and_then(|value| value.to_str().ok());
    let number = text.and_then(|text| text.trim_start_matches("W/").trim_matches('"').parse().ok());
    number.ok_or_else(|| {
        Problem::new(
            StatusCode::PRECONDITION_REQUIRED,
            Reason::new("registry.no_version"),
        )
    })
}
