//! What this instance is, and the business time of a training instance.

use crate::problems::language;
use crate::request::RequestId;
use crate::ticking::Ticking;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Body, Caller, Lang, Mechanism, PUBLIC, Permission, Problem, guarded};
use registry::area;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::{Act, Kind, Read, Sql, params};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "instance",
    permissions: &[Permission {
        name: "clock.advance",
        zh: "调整演练时间",
        en: "Move the time of a training instance",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: &[],
};

/// A jump further than this is more likely a slip of the hand than a wish.
const FURTHEST_DAYS: i64 = 366;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded(PUBLIC, routes!(show)))
        .merge(guarded("clock.advance", routes!(advance)))
}

/// What every page shows about the instance.
#[derive(Debug, Serialize, ToSchema)]
struct Instance {
    title: String,
    /// `training` or `production`; a training instance says so on every page.
    kind: &'static str,
    /// Business time in UTC milliseconds.
    now: i64,
    /// IANA name of the zone in which civil days are counted.
    zone: String,
    /// What the sign-in page of a training instance says, such as its accounts.
    notice: Option<String>,
    version: &'static str,
}

#[derive(Debug, Deserialize, ToSchema)]
struct Advance {
    /// Business time to move to, in UTC milliseconds.
    to: i64,
}

#[derive(Debug, Serialize, ToSchema)]
struct Advanced {
    #[serde(flatten)]
    instance: Instance,
    /// Timers that ran on the way.
    ran: usize,
}

/// What this instance is.
#[utoipa::path(get, path = "/instance", tag = "instance", responses((status = 200, body = Instance)))]
async fn show(State(app): State<App>, headers: HeaderMap) -> Result<Json<Instance>, Problem> {
    Ok(Json(describe(&app, language(&headers)).await?))
}

/// Moves business time of a training instance forwards. Timers on the way run, each at its own instant.
#[utoipa::path(post, path = "/clock", tag = "instance", request_body = Advance,
    responses((status = 200, body = Advanced)))]
async fn advance(
    State(app): State<App>,
    Extension(ticking): Extension<Arc<Ticking>>,
    number: Option<Extension<RequestId>>,
    caller: Caller,
    Body(wanted): Body<Advance>,
) -> Result<Json<Advanced>, Problem> {
    let to = Moment(wanted.to);
    check(&app, to)?;
    let request = number.map(|Extension(RequestId(number))| number);
    let (instance, account) = (app.store.instance().id, caller.account);
    let act = Act::by(account, "clock.advance", request);
    app.store
        .write(act, move |tx| {
            tx.note(instance, "clock_asked", serde_json::json!({ "to": to }))
        })
        .await?;
    let ran = ticking.advance(to).await?;
    Ok(Json(Advanced {
        instance: describe(&app, caller.language).await?,
        ran,
    }))
}

fn check(app: &App, to: Moment) -> Result<(), Problem> {
    if app.store.instance().kind != Kind::Training {
        return Err(Problem::conflict(Reason::new("instance.not_training")));
    }
    let now = app.store.clock().business();
    if to < now {
        let now = app.env.calendar.zone().iso(now);
        return Err(Problem::invalid(
            Reason::new("instance.backwards").with("now", now),
        ));
    }
    if FURTHEST_DAYS * DAY_MS < to.0 - now.0 {
        let days = FURTHEST_DAYS.to_string();
        return Err(Problem::invalid(
            Reason::new("instance.too_far").with("days", days),
        ));
    }
    Ok(())
}

async fn describe(app: &App, language: Lang) -> Result<Instance, Problem> {
    let zone = app.env.calendar.zone().clone();
    let code = app
        .env
        .policy
        .packs()
        .map(|pack| pack.header.area.clone())
        .find(|code| !code.is_empty());
    let day = zone.day_of(app.store.clock().business());
    let (place, notice) = app
        .store
        .read(move |sql| {
            let place = code.map_or(Ok(None), |code| area::store::by_code(sql, &code, day))?;
            Ok((place.map(|place| place.name), notice(sql, language)?))
        })
        .await?;
    let kind = app.store.instance().kind;
    Ok(Instance {
        title: title(&place.unwrap_or_default(), language),
        kind: kind.name(),
        now: app.store.clock().business().0,
        zone: zone.name().to_owned(),
        notice: notice.filter(|_| kind == Kind::Training),
        version: env!("CARGO_PKG_VERSION"),
    })
}

fn title(place: &str, language: Lang) -> String {
    match (language, place) {
        (Lang::Zh, _) => format!("{place}安全生产与应急管理工作平台"),
        (Lang::En, "") => "Work safety and emergency management".to_owned(),
        (Lang::En, _) => format!("Work safety and emergency management · {place}"),
    }
}

/// The dated setting `notice.zh` or `notice.en`.
fn notice(sql: &mut Read<'_>, language: Lang) -> store::Result<Option<String>> {
    let name = match language {
        Lang::Zh => "notice.zh",
        Lang::En => "notice.en",
    };
    let row = sql.one(
        "select value from setting where name = :name order by from_day desc limit 1",
        &params! { "name" => name },
    )?;
    row.map(|row| row.text("value")).transpose()
}
