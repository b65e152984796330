//! Routes of signing in and of accounts.

mod accounts;
mod grants;
mod me;
mod session;

use super::texts::TEXTS;
use mechanism::{App, Mechanism, PUBLIC, Permission, SESSION, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "identity",
    permissions: &[Permission {
        name: "accounts.manage",
        zh: "管理账号和授权",
        en: "Manage accounts and their roles",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: TEXTS,
};

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded(PUBLIC, routes!(session::open)))
        .merge(guarded(SESSION, routes!(session::close)))
        .merge(guarded(SESSION, routes!(session::change_password)))
        .merge(guarded(SESSION, routes!(me::show, me::change)))
        .merge(guarded(
            "accounts.manage",
            routes!(accounts::list, accounts::add),
        ))
        .merge(guarded("accounts.manage", routes!(accounts::reset)))
        .merge(guarded("accounts.manage", routes!(accounts::change_state)))
        .merge(guarded("accounts.manage", routes!(grants::add)))
        .merge(guarded("accounts.manage", routes!(grants::end)))
        .merge(guarded("accounts.manage", routes!(grants::roles)))
}
