//! The duty matrix: holder × action × period, every cell an obligation.

use super::columns;
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::rules::state;
use engine::obligations::view::{Named, ObligationRow, Said};
use engine::obligations::{Obligation, State as Outcome, store as rows};
use kernel::id::Id;
use kernel::period::Cadence;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller, Env, Problem};
use policy::{Duty, Every, Matrix};
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
    /// The obligation, or of several the one that stands worst.
    #[schema(value_type = String)]
    pub obligation: Id,
    /// Obligations behind the cell: more than one where a duty comes oftener than the matrix has columns.
    pub count: i64,
}

/// A column: a period of the matrix, or days that fit into none (a season, a key period, a fixed date).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Column {
    pub period: String,
    pub from: String,
    /// Last day; absent where the days have no end.
    pub to: Option<String>,
    /// True for a period in which the matrix is printed.
    pub regular: bool,
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
    /// The same periods with their days.
    pub columns: Vec<Column>,
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

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CellOf {
    #[param(value_type = String)]
    pub subject: Id,
    pub definition: String,
    /// Period of the column.
    pub period: String,
    pub year: Option<i32>,
}

/// The obligations behind one cell, earliest due first.
#[utoipa::path(get, path = "/matrices/{id}/cell", operation_id = "matrices_cell", params(("id" = String, Path,), CellOf),
    responses((status = 200, body = Vec<ObligationRow>), (status = 404), (status = 422)))]
pub async fn cell_of(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(wanted): Query<CellOf>,
) -> std::result::Result<Json<Vec<ObligationRow>>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let rows = app
        .store
        .read(move |sql| {
            let matrix = known(&env, &id)?;
            let (from, until) = year(&env, wanted.year, now)?;
            let found = of_year(sql, &env, &caller, matrix, from, until)?;
            let columns = columns::of(matrix, from, until, &found);
            let mut behind: Vec<Obligation> = found
                .into_iter()
                .filter(|row| row.subject == wanted.subject && row.definition == wanted.definition)
                .filter(|row| {
                    let column = columns::column_of(&columns, row);
                    column.is_some_and(|column| column.label == wanted.period)
                })
                .collect();
            behind.sort_by_key(|row| (row.due_at, row.id));
            engine::obligations::view::rows(sql, &env, &caller, now, &behind)
        })
        .await?;
    Ok(Json(rows))
}

fn known<'e>(env: &'e Env, id: &str) -> Result<&'e Matrix> {
    let found = env.policy.matrix(id).map(|(_, matrix)| matrix);
    found.ok_or_else(|| Error::refused(Reason::new("duties.unknown_matrix.not_found")))
}

/// First day of the year, and of the next one.
fn year(env: &Env, wanted: Option<i32>, now: Moment) -> Result<(Day, Day)> {
    let year = wanted.unwrap_or_else(|| env.calendar.zone().day_of(now).year());
    match (day(year, 1, 1), day(year.saturating_add(1), 1, 1)) {
        (Some(from), Some(until)) => Ok((from, until)),
        _ => Err(Error::refused(
            Reason::new("duties.bad_period").with("period", year),
        )),
    }
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
            let matrix = known(&env, &id)?;
            let (from, until) = year(&env, span.year, now)?;
            let found = of_year(sql, &env, &caller, matrix, from, until)?;
            let columns = columns::of(matrix, from, until, &found);
            view(sql, &env, matrix, &columns, found, now)
        })
        .await?;
    Ok(Json(view))
}

fn day(year: i32, month: u32, day: u32) -> Option<Day> {
    Day::new(year, month, day)
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
    columns: &[columns::Days],
    mut found: Vec<Obligation>,
    now: Moment,
) -> Result<MatrixView> {
    // From here on a row stands under its column; the obligation itself keeps its own period.
    for row in &mut found {
        if let Some(column) = columns::column_of(columns, row) {
            row.period.clone_from(&column.label);
        }
    }
    let subjects = subjects(sql, &found)?;
    let actions: Vec<Action> = actions(env, &matrix.duties);
    let periods: Vec<String> = columns.iter().map(|column| column.label.clone()).collect();
    let totals = periods
        .iter()
        .map(|period| totals(period, &found, &subjects, &actions, now))
        .collect();
    Ok(MatrixView {
        id: matrix.id.clone(),
        title: matrix.title.clone(),
        title_en: matrix.title_en.clone(),
        cells: grouped(&found, now),
        subjects,
        actions,
        periods,
        columns: columns.iter().map(columns::Days::shown).collect(),
        totals,
        as_of: now.0,
    })
}

/// One cell for each subject, action and column.
fn grouped(found: &[Obligation], now: Moment) -> Vec<Cell> {
    let mut by: BTreeMap<(Id, &str, &str), Vec<&Obligation>> = BTreeMap::new();
    for row in found {
        by.entry((row.subject, &row.definition, &row.period))
            .or_default()
            .push(row);
    }
    let cells = by.into_values().filter_map(|rows| {
        let worst = rows
            .iter()
            .max_by_key(|row| (severity(state(row, now)), std::cmp::Reverse(row.due_at)))?;
        Some(Cell {
            count: rows.len() as i64,
            ..cell(worst, now)
        })
    });
    cells.collect()
}

/// Which of several states a cell shows: what was missed before what is late, that before what is open, done last.
fn severity(state: Outcome) -> u8 {
    match state {
        Outcome::Overdue | Outcome::Lapsed => 6,
        Outcome::DueSoon => 5,
        Outcome::Open => 4,
        Outcome::MetLate => 3,
        Outcome::Met => 2,
        Outcome::Upcoming => 1,
        Outcome::Excused | Outcome::Withdrawn => 0,
    }
}

/// Between which labels the periods of a year lie, where labels begin with their year. A week may belong to the year
/// before; seasons, events and key periods are named otherwise.
fn labels(duty: &Duty, year: i32) -> Option<(String, String)> {
    let next = year.saturating_add(1).to_string();
    match duty.every {
        _ if duty.intensify => None,
        Every::Period(Cadence::Week) => Some((year.saturating_sub(1).to_string(), next)),
        Every::Period(_) | Every::Shift(_) => Some((year.to_string(), next)),
        _ => None,
    }
}

/// Every obligation of the matrix's duties that lies in the year and that the caller may see.
fn of_year(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    matrix: &Matrix,
    from: Day,
    until: Day,
) -> Result<Vec<Obligation>> {
    let zone = env.calendar.zone();
    let mut found = Vec::new();
    for id in &matrix.duties {
        let span = env
            .policy
            .duty(id)
            .and_then(|(_, duty)| labels(duty, from.year()));
        for row in rows::of_definition(sql, id, span)? {
            let inside = match row.period_until {
                // What has no end stands in the year in which it is due.
                Day(i32::MAX) => {
                    let due = zone.day_of(row.due_at.plus_millis(-1));
                    from <= due && due < until
                }
                end => row.period_from < until && from < end,
            };
            if inside && row.parent.is_none() && sees(caller, &row) {
                found.push(row);
            }
        }
    }
    Ok(found)
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
        count: 1,
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
