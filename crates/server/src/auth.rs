//! Who is asking: from the session token to a [`Caller`] in the request.
//!
//! The token comes in the cookie `anlan_session`, or as a bearer token from the command line and tests. A token that is
//! unknown, ended or revoked leaves the request without a caller; the guard of each route then refuses it.

use crate::request;
use crate::same_origin::PublicOrigin;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use mechanism::{App, Problem};
use registry::identity;

pub const COOKIE: &str = "anlan_session";

pub async fn resolve(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(token) = token(request.headers()) else {
        return next.run(request).await;
    };
    let caller = match identity::resolve(&app, &token).await {
        Ok(caller) => caller,
        Err(error) => return Problem::from(error).into_response(),
    };
    if let Some(caller) = &caller {
        request.extensions_mut().insert(caller.clone());
    }
    let mut response = next.run(request).await;
    request::mark(&mut response, caller.as_ref());
    response
}

/// Where browsers reach us over TLS, the cookie never travels without it.
pub async fn secure(State(public): State<PublicOrigin>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if !public.0.starts_with("https://") {
        return response;
    }
    if let header::Entry::Occupied(mut cookies) = response.headers_mut().entry(header::SET_COOKIE) {
        cookies
            .iter_mut()
            .for_each(|cookie| *cookie = over_tls_only(cookie));
    }
    response
}

fn over_tls_only(cookie: &HeaderValue) -> HeaderValue {
    let marked = [cookie.as_bytes(), b"; Secure"].concat();
    HeaderValue::from_bytes(&marked).unwrap_or_else(|_| cookie.clone())
}

fn token(headers: &HeaderMap) -> Option<String> {
    bearer(headers).or_else(|| cookie(headers))
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    text.strip_prefix("Bearer ")
        .map(|token| token.trim().to_owned())
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let mut pairs = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, token)| token.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &'static str, value: &'static str) -> Option<String> {
        token(&HeaderMap::from_iter([(
            name.parse().unwrap(),
            value.parse().unwrap(),
        )]))
    }

    #[test]
    fn over_tls_a_cookie_stays_on_tls() {
        let cookie = HeaderValue::from_static("anlan_session=abc; HttpOnly");
        assert_eq!(
            over_tls_only(&cookie),
            "anlan_session=abc; HttpOnly; Secure"
        );
    }

    #[test]
    fn a_token_is_found_in_cookie_and_header() {
        assert_eq!(
            check("cookie", "a=1; anlan_session=abc; b=2").as_deref(),
            Some("abc")
        );
        assert_eq!(check("authorization", "Bearer abc").as_deref(), Some("abc"));
        assert_eq!(check("cookie", "other_anlan_session=abc"), None);
        assert_eq!(check("authorization", "Basic abc"), None);
    }
}
