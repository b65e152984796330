//! What a mechanism is, and what it is given at the edge.
//!
//! A mechanism is a folder that owns some tables and says in one value, [`Mechanism`], which routes, permissions,
//! timers, importers and texts it brings. The server assembles them from its table of contents and resolves the caller;
//! this crate only reads what the server resolved.
//!
//! Invariants: every route names exactly one permission ([`guarded`]); a handler gets its rights and its scope from
//! [`Caller`] and from nowhere else; time moves only through [`timer`]s.

mod app;
mod body;
mod caller;
mod guard;
pub mod import;
pub mod job;
mod problem;
pub mod reaction;
pub mod text;
pub mod timer;
pub mod version;

pub use app::{App, Env, Limits};
pub use body::{Body, Listed, PageQuery};
pub use caller::{Caller, Lang};
pub use guard::{PUBLIC, Permission, SESSION, guarded};
pub use problem::Problem;

/// One mechanism, as the server's table of contents lists it.
pub struct Mechanism {
    /// Folder name, the same in URL, tables, tests and web client.
    pub name: &'static str,
    pub permissions: &'static [Permission],
    pub routes: fn() -> utoipa_axum::router::OpenApiRouter<App>,
    pub timers: &'static [timer::Kind],
    pub importers: &'static [import::Importer],
    pub texts: &'static [text::Text],
}
