//! Key periods by hand: entering the days is enough, the duties appear and end by themselves.

use crate::duties::area;
use crate::duties::key_periods::rules::{KeyPeriod, thousandths};
use crate::duties::key_periods::{self, store};
use ::store::{Act, Error, Result, Sql};
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::{Obligation, store as rows};
use kernel::period::Stretch;
use kernel::reason::Reason;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};
use mechanism::{App, Body, Caller, Env, Problem};
use policy::Pack;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an administrator enters.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewKeyPeriod {
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    #[schema(value_type = String, format = Date)]
    pub from: Day,
    /// Last day, which still belongs to it.
    #[schema(value_type = String, format = Date)]
    pub until: Day,
    /// How many times the normal amount raised duties ask in it; absent: 1, which adds nothing.
    pub factor: Option<f64>,
    /// Package of duties that open once for it.
    pub package: Option<String>,
    /// Only for the duties of this pack and of those that build on it; absent: for all whose area the caller sees.
    pub pack: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct KeyPeriodView {
    pub id: String,
    pub title: String,
    pub title_en: String,
    #[schema(value_type = String, format = Date)]
    pub from: Day,
    /// Last day, which still belongs to it.
    #[schema(value_type = String, format = Date)]
    pub until: Day,
    pub factor: f64,
    pub package: Option<String>,
    /// Pack that brought it, or to which it was limited.
    pub pack: Option<String>,
    /// `upcoming`, `running` or `over`.
    pub state: String,
    /// Obligations within the caller's scope that it opened, and how many of them are unmet.
    pub opened: i64,
    pub unmet: i64,
    pub entered_at: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct KeyPeriods {
    pub items: Vec<KeyPeriodView>,
    /// Packages to which duties answer.
    pub packages: Vec<String>,
}

/// Key periods that stand, latest first, with what they opened.
#[utoipa::path(get, path = "/key-periods", operation_id = "key_periods_list", tag = "duties",
    responses((status = 200, body = KeyPeriods)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
) -> std::result::Result<Json<KeyPeriods>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let found = app
        .store
        .read(move |sql| {
            let mut items = Vec::new();
            for period in store::all(sql)? {
                items.push(view(sql, &env, &caller, &period, now)?);
            }
            let packages = key_periods::packages(&env);
            Ok(KeyPeriods { items, packages })
        })
        .await?;
    Ok(Json(found))
}

/// Enters a key period for the plans whose whole area the caller sees. One that is over, or that asks for the same as
/// another on some of its days, is refused.
#[utoipa::path(post, path = "/key-periods", operation_id = "key_periods_enter", tag = "duties",
    request_body = NewKeyPeriod, responses((status = 200, body = KeyPeriodView), (status = 409), (status = 422)))]
pub async fn enter(
    State(app): State<App>,
    caller: Caller,
    Body(new): Body<NewKeyPeriod>,
) -> std::result::Result<Json<KeyPeriodView>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "key_periods.enter", None);
    let entered = app
        .store
        .write(act, move |tx| {
            let now = tx.now();
            let id = tx.new_id().to_string();
            let mut period = wanted(&new, &caller, id, now)?;
            if let Some(pack) = &period.pack
                && env.policy.pack(pack).is_none()
            {
                let reason = Reason::new("duties.unknown_pack.not_found").with("pack", pack);
                return Err(Error::Refused(reason));
            }
            period.packs = reached(tx, &env, &caller, &period)?;
            key_periods::may_enter(tx, &env, &period, now)?;
            key_periods::enter(tx, &env, &period)?;
            view(tx, &env, &caller, &period, now)
        })
        .await?;
    Ok(Json(entered))
}

/// Withdraws a key period. What it would still open does not open, what is unmet is taken back, what was met stays.
#[utoipa::path(delete, path = "/key-periods/{id}", operation_id = "key_periods_withdraw", tag = "duties",
    params(("id" = String, Path,)), responses((status = 200, body = Withdrawn), (status = 404), (status = 422)))]
pub async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> std::result::Result<Json<Withdrawn>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "key_periods.withdraw", None);
    let taken_back = app
        .store
        .write(act, move |tx| {
            let period = store::by_id(tx, &id)?.filter(|period| !period.withdrawn);
            let period = period.ok_or(Error::NotFound)?;
            let today = env.calendar.zone().day_of(tx.now());
            let held = |pack: &Pack| key_periods::holds_for(&env, &period, pack);
            if !area::governs_active(tx, &env, &caller.scope, today, held)? {
                return Err(Error::Refused(Reason::new("duties.key_period_scope")));
            }
            key_periods::withdraw(tx, &env, &period, caller.person)
        })
        .await?;
    Ok(Json(Withdrawn { taken_back }))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Withdrawn {
    /// Unmet obligations that were taken back.
    pub taken_back: usize,
}

fn wanted(new: &NewKeyPeriod, caller: &Caller, id: String, now: Moment) -> Result<KeyPeriod> {
    let days = Stretch::through(new.from, new.until).ok_or_else(|| {
        Error::Refused(
            Reason::new("duties.key_period_inside_out")
                .with("from", new.from.to_string())
                .with("until", new.until.to_string()),
        )
    })?;
    let given = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    Ok(KeyPeriod {
        id,
        title: new.title.trim().to_owned(),
        title_en: new.title_en.trim().to_owned(),
        days,
        factor: thousandths(new.factor.unwrap_or(1.0)),
        package: given(&new.package),
        pack: given(&new.pack),
        packs: None,
        entered_by: Some(caller.person),
        entered_at: now,
        withdrawn: false,
    })
}

/// The packs for which the caller may enter a key period: those that it names, as far as he sees their whole area. None
/// where nothing limits him.
fn reached(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    period: &KeyPeriod,
) -> Result<Option<Vec<String>>> {
    if caller.scope.admits(&AreaPath::default(), None, None, &[]) {
        return Ok(None);
    }
    let today = env.calendar.zone().day_of(sql.now());
    let refused = || Err(Error::Refused(Reason::new("duties.key_period_scope")));
    if let Some(pack) = period.pack.as_deref().and_then(|id| env.policy.pack(id))
        && !area::governs(sql, &caller.scope, pack, today)?
    {
        return refused();
    }
    let mut packs = Vec::new();
    for pack in env.policy.packs() {
        let held = key_periods::holds_for(env, period, pack);
        if held && area::governs(sql, &caller.scope, pack, today)? {
            packs.push(pack.id().to_owned());
        }
    }
    if packs.is_empty() {
        return refused();
    }
    Ok(Some(packs))
}

/// Whether the caller may see an obligation that a key period opened.
fn sees(caller: &Caller, row: &Obligation) -> bool {
    let sector = row.sector.as_deref();
    caller.acts_as(row.holder)
        || caller.acts_as(row.subject)
        || caller
            .scope
            .admits(&row.path, sector, Some(row.subject), &[])
}

fn view(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    period: &KeyPeriod,
    now: Moment,
) -> Result<KeyPeriodView> {
    let today = env.calendar.zone().day_of(now);
    let state = if today < period.days.from {
        "upcoming"
    } else if period.days.contains(today) {
        "running"
    } else {
        "over"
    };
    let (mut opened, mut unmet) = (0, 0);
    for opening in store::openings(sql, &period.id)? {
        for row in rows::of_period(sql, &opening.definition, &opening.period)? {
            if row.slot == opening.slot && row.parent.is_none() && sees(caller, &row) {
                opened += 1;
                unmet += i64::from(row.outcome.is_none());
            }
        }
    }
    Ok(KeyPeriodView {
        id: period.id.clone(),
        title: period.title.clone(),
        title_en: period.title_en.clone(),
        from: period.days.from,
        until: period.days.last_day(),
        factor: period.factor(),
        package: period.package.clone(),
        pack: period.pack.clone(),
        state: state.to_owned(),
        opened,
        unmet,
        entered_at: period.entered_at.0,
    })
}
