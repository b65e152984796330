//! The calendar: what is owed by which day.

use super::store as rows;
use ::store::Error;
use axum::Json;
use axum::extract::{Query, State};
use engine::obligations::view::{self, ObligationRow};
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller, Env, Listed, Problem};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Days of one answer: six weeks of a month's page, and some.
const MOST: i32 = 62;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Span {
    /// First day; absent: the first of this month.
    #[param(value_type = Option<String>)]
    pub from: Option<Day>,
    /// Last day; absent: the last of the first day's month.
    #[param(value_type = Option<String>)]
    pub to: Option<Day>,
    /// Day whose rows are wanted, too.
    #[param(value_type = Option<String>)]
    pub day: Option<Day>,
    pub after: Option<String>,
    pub limit: Option<usize>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarDay {
    pub day: String,
    /// Owed and due by the end of the day; what is done already is not counted.
    pub owed: i64,
    /// Counting stopped: there are more.
    pub more: bool,
    /// Past due.
    pub late: bool,
    /// Absent where the holiday table of the year is missing.
    pub workday: Option<bool>,
    /// Key periods (重点时段) that the day lies in.
    pub key_periods: Vec<KeyPeriodName>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct KeyPeriodName {
    pub title: String,
    pub title_en: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarView {
    pub from: String,
    pub to: String,
    pub today: String,
    pub days: Vec<CalendarDay>,
    /// Rows of the wanted day.
    pub rows: Option<Listed<ObligationRow>>,
}

/// Obligations within the caller's sight by the day on which they fall due; with `day`, also that day's rows.
#[utoipa::path(get, path = "/calendar", operation_id = "calendar_get", params(Span),
    responses((status = 200, body = CalendarView), (status = 422)))]
pub async fn calendar(
    State(app): State<App>,
    caller: Caller,
    Query(span): Query<Span>,
) -> Result<Json<CalendarView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let zone = env.calendar.zone();
            let today = zone.day_of(now);
            let from = span.from.unwrap_or_else(|| today.first_of_month());
            let to = span.to.unwrap_or_else(|| from.last_of_month());
            if to < from || MOST <= to.days_since(from) {
                return Err(Error::refused(
                    Reason::new("agenda.bad_span").with("most", MOST),
                ));
            }
            let mut days = Vec::new();
            let mut day = from;
            while day <= to {
                let owed = rows::count_due(sql, &caller, zone.start_of(day), zone.end_of(day))?;
                days.push(CalendarDay {
                    day: day.to_string(),
                    owed,
                    more: rows::CAP <= owed,
                    late: zone.end_of(day) <= now,
                    workday: env.calendar.is_workday(day).ok(),
                    key_periods: key_periods(&env, day),
                });
                day = day.plus_days(1);
            }
            Ok(CalendarView {
                from: from.to_string(),
                to: to.to_string(),
                today: today.to_string(),
                days,
                rows: match span.day {
                    Some(day) => Some(of_day(sql, &env, &caller, now, day, &span)?),
                    None => None,
                },
            })
        })
        .await?;
    Ok(Json(view))
}

fn of_day(
    sql: &mut dyn ::store::Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
    day: Day,
    span: &Span,
) -> ::store::Result<Listed<ObligationRow>> {
    let zone = env.calendar.zone();
    let within = (zone.start_of(day), zone.end_of(day));
    let limit = span.limit.unwrap_or(50).clamp(1, 200);
    let (found, next) = rows::page_due(sql, caller, within, span.after.as_deref(), limit)?;
    Ok(Listed {
        items: view::rows(sql, env, caller, now, &found)?,
        next,
        count: Some(rows::count_due(sql, caller, within.0, within.1)?),
    })
}

fn key_periods(env: &Env, day: Day) -> Vec<KeyPeriodName> {
    let all = env.policy.packs().flat_map(|pack| &pack.key_periods);
    all.filter(|period| period.from <= day && day <= period.until)
        .map(|period| KeyPeriodName {
            title: period.title.clone(),
            title_en: period.title_en.clone(),
        })
        .collect()
}
