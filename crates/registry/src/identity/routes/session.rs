//! Signing in and out.

use super::super::{sign_in, token};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mechanism::{App, Body, Caller, Problem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Deserialize, ToSchema)]
pub struct SignIn {
    pub account: String,
    pub password: String,
}

#[derive(Serialize, ToSchema)]
pub struct SignedIn {
    /// The password was given out once: nothing else works until it is changed.
    pub must_change: bool,
}

#[derive(Deserialize, ToSchema)]
pub struct ChangePassword {
    pub old: String,
    pub new: String,
}

/// Signs in with account and password; the session comes as a cookie that scripts cannot read.
///
/// Several wrong passwords in a row lock the account for a while. A session ends when it is idle too long, when it is
/// too old, or when it is revoked.
#[utoipa::path(post, path = "/session", operation_id = "session_open", tag = "identity",
    request_body = SignIn, responses((status = 200, body = SignedIn)))]
pub async fn open(
    State(app): State<App>,
    headers: HeaderMap,
    Body(wanted): Body<SignIn>,
) -> Result<Response, Problem> {
    let signed_in = sign_in::sign_in(&app, &wanted.account, wanted.password).await?;
    let cookie = token::cookie(&signed_in.token, signed_in.seconds, &headers);
    let answer = Json(SignedIn {
        must_change: signed_in.must_change,
    });
    Ok(with_cookie(answer.into_response(), &cookie))
}

/// Signs out: the session is revoked.
#[utoipa::path(delete, path = "/session", operation_id = "session_close", tag = "identity",
    responses((status = 204)))]
pub async fn close(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let token = token::of(&headers).ok_or_else(Problem::unauthenticated)?;
    sign_in::sign_out(&app, caller.account, &token).await?;
    let gone = token::cookie("", 0, &headers);
    Ok(with_cookie(StatusCode::NO_CONTENT.into_response(), &gone))
}

/// Takes a new password; all other sessions of the account end.
#[utoipa::path(post, path = "/session/password", operation_id = "session_change_password",
    tag = "identity", request_body = ChangePassword, responses((status = 204)))]
pub async fn change_password(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(wanted): Body<ChangePassword>,
) -> Result<StatusCode, Problem> {
    let token = token::of(&headers).ok_or_else(Problem::unauthenticated)?;
    sign_in::change_password(&app, caller.account, &token, wanted.old, wanted.new).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
