//! The circular of a period, printed from the same rows as the matrix.

use super::matrix::{Missing, Totals, actions, cells, subjects, totals};
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::rules::state;
use engine::obligations::view::Named;
use engine::obligations::{Obligation, State as Outcome};
use kernel::id::Id;
use kernel::period::{Cadence, Period};
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Caller, Problem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Error;
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Label of the period that it reports, `2022Q2` or `2022-05`; absent: the period of today.
    pub period: Option<String>,
}

/// What one subject did in the period.
#[derive(Debug, Serialize, ToSchema)]
pub struct Line {
    pub subject: Named,
    pub total: i64,
    pub done: i64,
    pub done_late: i64,
    pub late: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CircularView {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub issuer: String,
    pub period: String,
    pub total: i64,
    pub done: i64,
    pub done_late: i64,
    pub late: i64,
    pub missing: Vec<Missing>,
    pub lines: Vec<Line>,
    pub as_of: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CircularBrief {
    pub id: String,
    pub title: String,
    pub title_en: String,
    /// How often it is printed, as packs write it: `month`, `quarter` …
    #[schema(value_type = String)]
    pub every: Cadence,
    pub issuer: String,
    pub clauses: Vec<String>,
    pub pack: String,
}

/// Circulars that installed plans define.
#[utoipa::path(get, path = "/circulars", operation_id = "circulars_list",
    responses((status = 200, body = Vec<CircularBrief>)))]
pub async fn list(State(app): State<App>) -> Json<Vec<CircularBrief>> {
    let briefs = app.env.policy.packs().flat_map(|pack| {
        pack.circulars.iter().map(|circular| CircularBrief {
            id: circular.id.clone(),
            title: circular.title.clone(),
            title_en: circular.title_en.clone(),
            every: circular.every,
            issuer: circular.issuer.clone(),
            clauses: circular.clauses.clone(),
            pack: pack.id().to_owned(),
        })
    });
    Json(briefs.collect())
}

/// The circular of a period: figures and names from the obligations that the caller may see.
#[utoipa::path(get, path = "/circulars/{id}", operation_id = "circulars_get",
    params(("id" = String, Path,), Wanted),
    responses((status = 200, body = CircularView), (status = 404), (status = 422)))]
pub async fn circular(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<CircularView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let Some((_, circular)) = env.policy.circular(&id) else {
                return Err(Error::refused(Reason::new(
                    "duties.unknown_matrix.not_found",
                )));
            };
            let period = match &wanted.period {
                None => Period::containing(circular.every, env.calendar.zone().day_of(now)),
                Some(label) => Period::parse_label(label)
                    .filter(|period| period.cadence == circular.every)
                    .ok_or_else(|| {
                        Error::refused(Reason::new("duties.bad_period").with("period", label))
                    })?,
            };
            let found = cells(
                sql,
                &caller,
                &circular.duties,
                &labels(&env, &circular.duties, &period),
            )?;
            let subjects = subjects(sql, &found)?;
            let actions = actions(&env, &circular.duties);
            let whole = whole(&found, &subjects, &actions, now);
            Ok(CircularView {
                id: circular.id.clone(),
                title: circular.title.clone(),
                title_en: circular.title_en.clone(),
                issuer: circular.issuer.clone(),
                period: period.label(),
                total: whole.total,
                done: whole.done,
                done_late: whole.done_late,
                late: whole.late,
                missing: whole.missing,
                lines: lines(&found, &subjects, now),
                as_of: now.0,
            })
        })
        .await?;
    Ok(Json(view))
}

/// Labels of the duties' own periods within the circular's period: a monthly circular reports daily calls.
fn labels(env: &mechanism::Env, duties: &[String], period: &Period) -> Vec<String> {
    let mut labels = Vec::new();
    for (_, duty) in duties.iter().filter_map(|id| env.policy.duty(id)) {
        if let policy::Every::Period(cadence) = duty.every {
            let inside = Period::between(cadence, period.start, period.end)
                .filter(|own| period.contains(own.start));
            labels.extend(inside.map(|own| own.label()));
        }
    }
    labels.sort_unstable();
    labels.dedup();
    labels
}

fn whole(
    found: &[Obligation],
    subjects: &[Named],
    actions: &[super::matrix::Action],
    now: Moment,
) -> Totals {
    let mut periods: Vec<&str> = found.iter().map(|row| row.period.as_str()).collect();
    periods.sort_unstable();
    periods.dedup();
    let mut whole = Totals::default();
    for period in periods {
        let part = totals(period, found, subjects, actions, now);
        whole.total += part.total;
        whole.done += part.done;
        whole.done_late += part.done_late;
        whole.late += part.late;
        whole.missing.extend(part.missing);
    }
    whole
}

fn lines(found: &[Obligation], subjects: &[Named], now: Moment) -> Vec<Line> {
    let mut by_subject: BTreeMap<Id, Vec<&Obligation>> = BTreeMap::new();
    for row in found {
        by_subject.entry(row.subject).or_default().push(row);
    }
    subjects
        .iter()
        .map(|subject| {
            let states: Vec<Outcome> = by_subject
                .get(&subject.id)
                .into_iter()
                .flatten()
                .map(|row| state(row, now))
                .collect();
            let count = |wanted: &[Outcome]| {
                states.iter().filter(|state| wanted.contains(state)).count() as i64
            };
            let excused = count(&[Outcome::Excused, Outcome::Withdrawn]);
            Line {
                subject: subject.clone(),
                total: states.len() as i64 - excused,
                done: count(&[Outcome::Met, Outcome::MetLate]),
                done_late: count(&[Outcome::MetLate]),
                late: count(&[Outcome::Overdue, Outcome::Lapsed]),
            }
        })
        .collect()
}
