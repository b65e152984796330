//! Who is asking. The server resolves the session and leaves a [`Caller`] in the request; nothing else grants rights.

use crate::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::id::Id;
use kernel::scope::Scope;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Language in which texts are rendered for the receiver.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Lang {
    /// Chosen by `Accept-Language`; everything but English is Chinese.
    pub fn of(parts: &Parts) -> Self {
        let wanted = parts
            .headers
            .get("accept-language")
            .and_then(|v| v.to_str().ok())
            .unwrap_or("");
        if wanted.trim_start().starts_with("en") {
            Self::En
        } else {
            Self::Zh
        }
    }
}

/// A signed-in account with what it may do and see.
#[derive(Clone, Debug)]
pub struct Caller {
    pub account: Id,
    pub person: Id,
    pub name: String,
    /// Every party as which the person may act: himself, his posts, the bodies of his posts, his groups.
    pub parties: Vec<Id>,
    /// Bodies of his posts, the main one first.
    pub orgs: Vec<Id>,
    /// Shared: many requests carry the same.
    pub permissions: Arc<BTreeSet<String>>,
    pub roles: Vec<String>,
    pub scope: Scope,
    pub language: Lang,
}

impl Caller {
    pub fn may(&self, permission: &str) -> bool {
        self.permissions.contains(permission)
    }

    pub fn acts_as(&self, party: Id) -> bool {
        self.parties.contains(&party)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let language = Lang::of(parts);
        match parts.extensions.get::<Caller>() {
            Some(caller) => Ok(Caller {
                language,
                ..caller.clone()
            }),
            None => Err(Problem::unauthenticated()),
        }
    }
}
