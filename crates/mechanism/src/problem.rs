//! Refusals at the edge: RFC 9457 problems that say what happened, what was kept and what to do.
//!
//! A problem carries a code and parameters, never names, texts or telephones of people. The texts stand in the
//! catalogue ([`crate::text`]) and are rendered in the receiver's language by the server's last layer.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::reason::Reason;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub struct Problem {
    pub status: StatusCode,
    pub reason: Reason,
    /// What was kept of the request, as a code of the catalogue.
    pub kept: Option<String>,
    /// More members of the problem object: the current version, the errors of a form.
    pub more: Option<Value>,
}

impl Problem {
    pub fn new(status: StatusCode, reason: Reason) -> Self {
        Self {
            status,
            reason,
            kept: None,
            more: None,
        }
    }

    pub fn of(status: StatusCode, code: &str) -> Self {
        Self::new(status, Reason::new(code))
    }

    pub fn not_found() -> Self {
        Self::of(StatusCode::NOT_FOUND, "edge.not_found")
    }

    pub fn unauthenticated() -> Self {
        Self::of(StatusCode::UNAUTHORIZED, "edge.unauthenticated")
    }

    pub fn forbidden(permission: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            Reason::new("edge.forbidden").with("permission", permission),
        )
    }

    pub fn invalid(reason: Reason) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, reason)
    }

    pub fn conflict(reason: Reason) -> Self {
        Self::new(StatusCode::CONFLICT, reason)
    }

    pub fn kept(mut self, code: &str) -> Self {
        self.kept = Some(code.to_owned());
        self
    }

    pub fn with(mut self, more: Value) -> Self {
        self.more = Some(more);
        self
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::not_found(),
            store::Error::Refused(reason) => Self::refused(reason),
            store::Error::Stale { expected, found } => Self::new(
                StatusCode::PRECONDITION_FAILED,
                Reason::new("edge.stale")
                    .with("expected", expected.to_string())
                    .with("found", found.to_string()),
            ),
            store::Error::Conflict(what) => {
                Self::conflict(Reason::new("edge.conflict").with("what", what))
            }
            store::Error::Busy => Self::of(StatusCode::SERVICE_UNAVAILABLE, "edge.busy"),
            store::Error::Full => Self::of(StatusCode::INSUFFICIENT_STORAGE, "edge.full"),
            other => {
                tracing::error!(error = %other, "a request failed in the store");
                Self::of(StatusCode::INTERNAL_SERVER_ERROR, "edge.failed")
            }
        }
    }
}

impl Problem {
    /// A rule said no. Reasons whose code ends in `.not_found` hide the object, those ending in `.conflict` keep it.
    fn refused(reason: Reason) -> Self {
        let status = if reason.code.ends_with(".not_found") {
            StatusCode::NOT_FOUND
        } else if reason.code.ends_with(".conflict") {
            StatusCode::CONFLICT
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        Self::new(status, reason)
    }
}

impl From<Reason> for Problem {
    fn from(reason: Reason) -> Self {
        Self::refused(reason)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": format!("/problems/{}", self.reason.code),
            "status": self.status.as_u16(),
            "params": self.reason.params,
        });
        if let Some(kept) = &self.kept {
            body["kept"] = json!(kept);
        }
        if let (Some(Value::Object(more)), Some(object)) = (self.more.clone(), body.as_object_mut())
        {
            object.extend(more);
        }
        let mut response = (self.status, Json(body)).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        // The outer layer finds the problem here and renders its texts in the receiver's language.
        response.extensions_mut().insert(self);
        response
    }
}
