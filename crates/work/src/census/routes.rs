//! The censuses, and one month of one of them unit by unit.

use super::rules::{self, Comparison, Values};
use ::store::{Error, Result, Sql};
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::listing::{self, Filter};
use engine::obligations::rules::state;
use engine::obligations::view::{Named, Names, Said};
use engine::obligations::visible::visible;
use engine::obligations::{Obligation, State as Outcome, store as rows};
use engine::{records, satisfaction};
use kernel::id::Id;
use kernel::period::{Cadence, Period};
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Caller, Env, Problem, guarded};
use policy::{Census, Duty, Every, Form};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("records.read", routes!(list)))
        .merge(guarded("records.read", routes!(month)))
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CensusBrief {
    /// Duty under which it is made.
    pub duty: String,
    pub title: String,
    pub title_en: String,
    pub form: String,
    pub pack: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The month, `2023-02`; absent: the month of today.
    pub period: Option<String>,
    pub after: Option<String>,
    pub limit: Option<usize>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CensusColumn {
    pub field: String,
    pub label: String,
    pub label_en: String,
    pub unit: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CensusChange {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Difference of a number.
    pub difference: Option<f64>,
    pub same: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CensusRow {
    pub subject: Named,
    pub state: Outcome,
    #[schema(value_type = String)]
    pub obligation: Id,
    /// Record of the month and of the month before.
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    #[schema(value_type = Option<String>)]
    pub record_before: Option<Id>,
    /// What stands this month, by field.
    pub values: BTreeMap<String, String>,
    /// Against the month before; empty where `reason` says why.
    pub changes: Vec<CensusChange>,
    /// The unit states that nothing changed.
    pub stated_same: bool,
    /// It states so while its figures say otherwise.
    pub contradicts: bool,
    pub reason: Option<Said>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CensusView {
    pub duty: String,
    pub title: String,
    pub title_en: String,
    pub period: String,
    pub before: String,
    pub columns: Vec<CensusColumn>,
    pub rows: Vec<CensusRow>,
    pub next: Option<String>,
    pub count: Option<i64>,
    pub as_of: i64,
}

/// Censuses of the installed plans.
#[utoipa::path(get, path = "/census", operation_id = "census_list",
    responses((status = 200, body = Vec<CensusBrief>)))]
pub async fn list(State(app): State<App>) -> Json<Vec<CensusBrief>> {
    let briefs = app.env.policy.packs().flat_map(|pack| {
        pack.duties.iter().filter_map(|duty| {
            let (form, _) = form_of(&app.env, duty)?;
            Some(CensusBrief {
                duty: duty.id.clone(),
                title: duty.title.clone(),
                title_en: duty.title_en.clone(),
                form: form.id.clone(),
                pack: pack.id().to_owned(),
            })
        })
    });
    Json(briefs.collect())
}

/// One month: each unit within the caller's sight with what stands, and what changed against the month before.
#[utoipa::path(get, path = "/census/{duty}", operation_id = "census_get", params(("duty" = String, Path,), Wanted),
    responses((status = 200, body = CensusView), (status = 404), (status = 422)))]
pub async fn month(
    State(app): State<App>,
    caller: Caller,
    Path(duty): Path<String>,
    Query(wanted): Query<Wanted>,
) -> std::result::Result<Json<CensusView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let found = env.policy.duty(&duty);
            let Some((duty, (form, census))) =
                found.and_then(|(_, duty)| Some((duty, form_of(&env, duty)?)))
            else {
                return Err(Error::refused(Reason::new("census.unknown.not_found")));
            };
            let period = period(&env, &wanted, now)?;
            let filter = Filter {
                definition: Some(duty.id.clone()),
                period: Some(period.label()),
                state: Some("all".to_owned()),
                after: wanted.after.clone(),
                limit: wanted.limit,
                ..Filter::default()
            };
            let page = listing::page(sql, &filter, None, &caller, now)?;
            let names = Names::of(sql, &page.rows)?;
            let mut views = Vec::new();
            for row in &page.rows {
                views.push(unit(sql, &caller, form, census, row, &period, &names, now)?);
            }
            Ok(CensusView {
                duty: duty.id.clone(),
                title: duty.title.clone(),
                title_en: duty.title_en.clone(),
                period: period.label(),
                before: period.previous().label(),
                columns: columns(form, census),
                rows: views,
                next: page.next,
                count: page.count,
                as_of: now.0,
            })
        })
        .await?;
    Ok(Json(view))
}

/// The form by which a duty is a census, and how that form states that nothing changed.
fn form_of<'e>(env: &'e Env, duty: &Duty) -> Option<(&'e Form, &'e Census)> {
    if duty.every != Every::Period(Cadence::Month) {
        return None;
    }
    let forms = duty.requirement.all.iter().map(|part| &part.evidence.form);
    forms.into_iter().find_map(|id| {
        let (_, form) = env.policy.form(id)?;
        Some((form, form.census.as_ref()?))
    })
}

fn period(env: &Env, wanted: &Wanted, now: Moment) -> Result<Period> {
    let Some(label) = &wanted.period else {
        let today = env.calendar.zone().day_of(now);
        return Ok(Period::containing(Cadence::Month, today));
    };
    Period::parse_label(label)
        .filter(|period| period.cadence == Cadence::Month)
        .ok_or_else(|| Error::refused(Reason::new("census.bad_period").with("period", label)))
}

fn columns(form: &Form, census: &Census) -> Vec<CensusColumn> {
    rules::snapshot(form, census)
        .into_iter()
        .map(|field| CensusColumn {
            field: field.id.clone(),
            label: field.label.clone(),
            label_en: field.label_en.clone(),
            unit: field.unit.clone(),
        })
        .collect()
}

#[allow(clippy::too_many_arguments)]
fn unit(
    sql: &mut dyn Sql,
    caller: &Caller,
    form: &Form,
    census: &Census,
    row: &Obligation,
    period: &Period,
    names: &Names,
    now: Moment,
) -> Result<CensusRow> {
    let before = period.previous();
    let own = sheet(sql, caller, form, row)?;
    let earlier = earlier(sql, caller, form, row, &before)?;
    let (compared, reason) = match (&own, &earlier) {
        (Sheet::None, _) => (None, Some(rules::missing(period))),
        (Sheet::Hidden, _) => (None, Some(rules::hidden(period))),
        (_, Sheet::None) => (None, Some(rules::missing(&before))),
        (_, Sheet::Hidden) => (None, Some(rules::hidden(&before))),
        (Sheet::Seen(_, own), Sheet::Seen(_, earlier)) => {
            (Some(rules::compare(form, census, earlier, own)), None)
        }
    };
    let stated_same = own
        .values()
        .is_some_and(|values| rules::states_same(census, values));
    Ok(CensusRow {
        subject: names.get(row.subject),
        state: state(row, now),
        obligation: row.id,
        record: own.id(),
        record_before: earlier.id(),
        values: shown(form, census, own.values()),
        contradicts: compared
            .as_ref()
            .is_some_and(|compared| compared.contradicts),
        changes: compared.map(changes).unwrap_or_default(),
        stated_same,
        reason: reason.map(Said::from),
    })
}

fn shown(form: &Form, census: &Census, values: Option<&Values>) -> BTreeMap<String, String> {
    let fields = rules::snapshot(form, census).into_iter();
    let filled = fields.filter_map(|field| {
        let value = values?.get(&field.id)?;
        Some((field.id.clone(), rules::text(value)))
    });
    filled.collect()
}

fn changes(compared: Comparison) -> Vec<CensusChange> {
    let changes = compared.changes.into_iter();
    changes
        .map(|change| CensusChange {
            field: change.field,
            before: change.before,
            after: change.after,
            difference: change.difference,
            same: change.same,
        })
        .collect()
}

/// The sheet of a month. Not everybody who sees an obligation sees the record behind it, nor what the unit owed before.
enum Sheet {
    None,
    Hidden,
    Seen(Id, Values),
}

impl Sheet {
    fn id(&self) -> Option<Id> {
        match self {
            Sheet::Seen(id, _) => Some(*id),
            _ => None,
        }
    }

    fn values(&self) -> Option<&Values> {
        match self {
            Sheet::Seen(_, values) => Some(values),
            _ => None,
        }
    }
}

/// The sheet that met an obligation: the latest record of the form.
fn sheet(sql: &mut dyn Sql, caller: &Caller, form: &Form, row: &Obligation) -> Result<Sheet> {
    let mut latest = None;
    for id in satisfaction::store::records_of(sql, row.id)? {
        if let Some(record) = records::store::by_id(sql, id)?
            && record.form == form.id
        {
            latest = Some(record.id);
        }
    }
    let Some(id) = latest else {
        return Ok(Sheet::None);
    };
    match records::routes::visible(sql, caller, id) {
        Ok(record) => Ok(Sheet::Seen(record.id, record.values)),
        Err(Error::NotFound) => Ok(Sheet::Hidden),
        Err(error) => Err(error),
    }
}

/// The sheet of the same unit of the month before.
fn earlier(
    sql: &mut dyn Sql,
    caller: &Caller,
    form: &Form,
    row: &Obligation,
    before: &Period,
) -> Result<Sheet> {
    let label = before.label();
    let of_subject = rows::of_source(sql, row.subject)?;
    let same = |other: &&Obligation| {
        other.definition == row.definition && other.slot == row.slot && other.period == label
    };
    let Some(other) = of_subject.iter().find(same) else {
        return Ok(Sheet::None);
    };
    match visible(sql, caller, other.id) {
        Ok(other) => sheet(sql, caller, form, &other),
        Err(Error::NotFound) => Ok(Sheet::Hidden),
        Err(error) => Err(error),
    }
}
