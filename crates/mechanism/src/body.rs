//! Request bodies and list answers.

use crate::Problem;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use kernel::reason::Reason;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A JSON body whose faults come back as a problem that names the place.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(value)) => Ok(Self(value)),
            Err(JsonRejection::BytesRejection(_)) => {
                Err(Problem::of(StatusCode::PAYLOAD_TOO_LARGE, "edge.too_large"))
            }
            Err(rejection) => Err(Problem::invalid(
                Reason::new("edge.malformed").with("detail", rejection.body_text()),
            )),
        }
    }
}

/// One page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    pub items: Vec<T>,
    /// Key of the next page, bound to this list; absent on the last page.
    pub next: Option<String>,
    /// Rows in all, counted up to a cap.
    pub count: Option<i64>,
}

/// `after` and `limit` of every list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Key of the page, as the list gave it.
    pub after: Option<String>,
    /// Rows a page, at most 200.
    pub limit: Option<usize>,
}

impl PageQuery {
    pub fn size(&self) -> usize {
        self.limit.unwrap_or(50).clamp(1, 200)
    }
}
