//! The duty matrix: holder × action × period, every cell an obligation.

use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::rules::state;
use engine::obligations::view::{Named, Said};
use engine::obligations::{Obligation, State as Outcome, store as rows};
use kernel::id::Id;
use kernel::period::Period;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Caller, Env, Problem};
use policy::Matrix;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Error, Result, Sql};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Span {
    /// Year of the periods; absent: the year of today.
    pub year: Option<i32>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MatrixBrief {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub clauses: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Action {
    pub definition: String,
    pub title: String,
    pub title_en: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Cell {
    #[schema(value_type = String)]
    pub subject: Id,
    pub definition: String,
    pub period: String,
    pub state: Outcome,
    pub distance: Said,
    /// When it was met.
    pub met_at: Option<i64>,
    pub due_at: i64,
    #[schema(value_type = String)]
    pub obligation: Id,
}

#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Totals {
    pub period: String,
    pub total: i64,
    /// In time or late, but done.
    pub done: i64,
    pub done_late: i64,
    /// Overdue or lapsed.
    pub late: i64,
    /// What is missing and past due, by name: subject and action.
    pub missing: Vec<Missing>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Missing {
    pub subject: Named,
    pub action: String,
    #[schema(value_type = String)]
    pub obligation: Id,
    pub state: Outcome,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MatrixView {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub subjects: Vec<Named>,
    pub actions: Vec<Action>,
    pub periods: Vec<String>,
    pub cells: Vec<Cell>,
    pub totals: Vec<Totals>,
    pub as_of: i64,
}

/// Matrices that installed plans define.
#[utoipa::path(get, path = "/matrices", operation_id = "matrices_list",
    responses((status = 200, body = Vec<MatrixBrief>)))]
pub async fn list(State(app): State<App>) -> Json<Vec<MatrixBrief>> {
    let briefs = app
        .env
        .policy
        .packs()
        .flat_map(|pack| &pack.matrices)
        .map(|matrix| MatrixBrief {
            id: matrix.id.clone(),
            title: matrix.title.clone(),
            title_en: matrix.title_en.clone(),
            clauses: matrix.clauses.clone(),
        });
    Json(briefs.collect())
}

/// One matrix of a year. A cell exists only where an obligation was opened, and is lit only by records.
#[utoipa::path(get, path = "/matrices/{id}", operation_id = "matrices_get", params(("id" = String, Path,), Span),
    responses((status = 200, body = MatrixView), (status = 404)))]
pub async fn matrix(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(span): Query<Span>,
) -> std::result::Result<Json<MatrixView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let Some((_, matrix)) = env.policy.matrix(&id) else {
                return Err(Error::refused(Reason::new(
                    "duties.unknown_matrix.not_found",
                )));
            };
            let year = span
                .year
                .unwrap_or_else(|| env.calendar.zone().day_of(now).year());
            let (Some(from), Some(until)) = (day(year, 1, 1), day(year.saturating_add(1), 1, 1))
            else {
                return Err(Error::refused(
                    Reason::new("duties.bad_period").with("period", year),
                ));
            };
            let periods: Vec<String> = Period::between(matrix.every, from, until)
                .map(|p| p.label())
                .collect();
            let found = cells(sql, &caller, &matrix.duties, &periods)?;
            view(sql, &env, matrix, periods, &found, now)
        })
        .await?;
    Ok(Json(view))
}

fn day(year: i32, month: u32, day: u32) -> Option<kernel::time::Day> {
    kernel::time::Day::new(year, month, day)
}

/// Obligations of the duties and periods that the caller may see.
pub fn cells(
    sql: &mut dyn Sql,
    caller: &Caller,
    duties: &[String],
    periods: &[String],
) -> Result<Vec<Obligation>> {
    let mut found = Vec::new();
    for duty in duties {
        for period in periods {
            found.extend(rows::of_period(sql, duty, period)?);
        }
    }
    found.retain(|row| sees(caller, row));
    Ok(found)
}

fn sees(caller: &Caller, row: &Obligation) -> bool {
    caller.acts_as(row.holder)
        || caller.acts_as(row.subject)
        || caller
            .scope
            .admits(&row.path, row.sector.as_deref(), Some(row.subject), &[])
}

fn view(
    sql: &mut dyn Sql,
    env: &Env,
    matrix: &Matrix,
    periods: Vec<String>,
    found: &[Obligation],
    now: Moment,
) -> Result<MatrixView> {
    let subjects = subjects(sql, found)?;
    let actions: Vec<Action> = actions(env, &matrix.duties);
    let totals = periods
        .iter()
        .map(|period| totals(period, found, &subjects, &actions, now))
        .collect();
    Ok(MatrixView {
        id: matrix.id.clone(),
        title: matrix.title.clone(),
        title_en: matrix.title_en.clone(),
        cells: found.iter().map(|row| cell(row, now)).collect(),
        subjects,
        actions,
        periods,
        totals,
        as_of: now.0,
    })
}

pub fn actions(env: &Env, duties: &[String]) -> Vec<Action> {
    let titles = duties.iter().filter_map(|id| env.policy.duty(id));
    titles
        .map(|(_, duty)| Action {
            definition: duty.id.clone(),
            title: duty.title.clone(),
            title_en: duty.title_en.clone(),
        })
        .collect()
}

pub fn subjects(sql: &mut dyn Sql, found: &[Obligation]) -> Result<Vec<Named>> {
    let mut ids: Vec<Id> = found.iter().map(|row| row.subject).collect();
    ids.sort_unstable();
    ids.dedup();
    let names: BTreeMap<Id, String> = registry::party::store::labels(sql, &ids)?;
    let mut subjects: Vec<Named> = ids
        .into_iter()
        .map(|id| Named {
            id,
            name: names.get(&id).cloned().unwrap_or_default(),
        })
        .collect();
    subjects.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(subjects)
}

fn cell(row: &Obligation, now: Moment) -> Cell {
    Cell {
        subject: row.subject,
        definition: row.definition.clone(),
        period: row.period.clone(),
        state: state(row, now),
        distance: engine::obligations::rules::distance(row, now).into(),
        met_at: row.met_received.map(|at| at.0),
        due_at: row.due_at.0,
        obligation: row.id,
    }
}

/// Counts of a period. Excused and withdrawn cells do not count; missing are those past due, by name.
pub fn totals(
    period: &str,
    found: &[Obligation],
    subjects: &[Named],
    actions: &[Action],
    now: Moment,
) -> Totals {
    let mut totals = Totals {
        period: period.to_owned(),
        ..Totals::default()
    };
    for row in found.iter().filter(|row| row.period == period) {
        let outcome = state(row, now);
        match outcome {
            Outcome::Excused | Outcome::Withdrawn => continue,
            Outcome::Met => totals.done += 1,
            Outcome::MetLate => {
                totals.done += 1;
                totals.done_late += 1;
            }
            Outcome::Overdue | Outcome::Lapsed => {
                totals.late += 1;
                totals
                    .missing
                    .extend(missing(row, outcome, subjects, actions));
            }
            Outcome::Upcoming | Outcome::Open | Outcome::DueSoon => {}
        }
        totals.total += 1;
    }
    totals
}

fn missing(
    row: &Obligation,
    state: Outcome,
    subjects: &[Named],
    actions: &[Action],
) -> Option<Missing> {
    let subject = subjects
        .iter()
        .find(|subject| subject.id == row.subject)?
        .clone();
    let action = actions
        .iter()
        .find(|action| action.definition == row.definition)?
        .title
        .clone();
    Some(Missing {
        subject,
        action,
        obligation: row.id,
        state,
    })
}
