//! What putting a pack in force would do.

use crate::duties::area;
use crate::plans::preview::{self, Load, Preview, Satisfied};
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::view::Named;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{App, Caller, Lang, Problem};
use policy::diff::{Both, Change, Difference};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use store::{Act, Error, Result as Stored};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The day; absent: today.
    #[param(value_type = Option<String>)]
    pub on: Option<Day>,
    /// Records a month above which a holder is named.
    pub limit: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OpensView {
    pub definition: String,
    pub title: String,
    pub title_en: String,
    /// `duty` or `task`.
    pub table: String,
    pub cadence: String,
    pub first_opens: Option<String>,
    pub first_due: Option<i64>,
    pub first_count: i64,
    /// Over a year, or until the plan ends.
    pub year_count: i64,
    /// Of the first ones: how many by kind of holder.
    pub holders: BTreeMap<String, i64>,
    /// Of the first ones: how many existing records meet at once.
    pub satisfied: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChangedFieldView)]
pub struct FieldView {
    pub field: String,
    pub label: String,
    pub before: String,
    pub after: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DifferenceView {
    /// Table of the pack, and its name for people.
    pub table: String,
    pub kind: String,
    pub id: String,
    pub title: String,
    /// `added`, `removed` or `changed`.
    pub change: String,
    pub fields: Vec<FieldView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct EndsView {
    pub definition: String,
    pub title: String,
    pub running: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RecutView {
    pub definition: String,
    pub title: String,
    pub title_en: String,
    pub period: String,
    pub count: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DoubleView {
    pub definition: String,
    pub title: String,
    pub running: String,
    pub running_title: String,
    pub running_pack: String,
    pub period: String,
    pub subjects: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PostLoadView {
    /// Kind of the body, title of the post, or `person`, `group`.
    pub kind: String,
    pub holders: i64,
    pub records_mean: f64,
    pub records_most: f64,
    pub visits_mean: f64,
    pub visits_most: f64,
    pub busiest: Named,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClassLoadView {
    /// Tag or kind of the units.
    pub class: String,
    pub units: i64,
    /// A month and unit: its own records, and visits that it receives.
    pub records: f64,
    pub visits: f64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OverLimitView {
    pub holder: Named,
    pub records: f64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ToConfirm {
    pub clause: String,
    pub name: String,
    pub value: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewView {
    pub pack: String,
    pub title: String,
    pub version: u32,
    pub on: String,
    pub active_version: Option<i64>,
    pub opens: Vec<OpensView>,
    pub changes: Vec<DifferenceView>,
    pub ends: Vec<EndsView>,
    /// What an activation with `recut` would withdraw and open again.
    pub recut: Vec<RecutView>,
    /// What would be doubled; an activation is refused then.
    pub doubles: Vec<DoubleView>,
    pub posts: Vec<PostLoadView>,
    pub classes: Vec<ClassLoadView>,
    pub limit: Option<i64>,
    pub over: Vec<OverLimitView>,
    pub to_confirm: Vec<ToConfirm>,
}

/// What opens, changes and ends, for whom it is how much work, and what existing records already satisfy. Nothing is kept.
#[utoipa::path(get, path = "/packs/{pack}/preview", operation_id = "packs_preview", params(("pack" = String, Path,), Wanted),
    responses((status = 200, body = PreviewView), (status = 404), (status = 422)))]
pub async fn preview(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<PreviewView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let today = env.calendar.zone().day_of(now);
    let on = wanted.on.unwrap_or(today);
    if on < today {
        return Err(Reason::new("plans.day_passed").with("day", on).into());
    }
    reached(&app, &caller, &id, today).await?;
    let satisfied = tried(&app, &id, on).await?;
    let view = app
        .store
        .read(move |sql| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            let found = preview::preview(sql, &env, pack, on, wanted.limit)?;
            Ok(view(pack, found, &satisfied, caller.language))
        })
        .await?;
    Ok(Json(view))
}

/// A preview counts everything that the plan covers, so only whoever sees all of its area is shown one.
async fn reached(app: &App, caller: &Caller, id: &str, today: Day) -> Stored<()> {
    let (env, scope, id) = (app.env.clone(), caller.scope.clone(), id.to_owned());
    app.store
        .read(move |sql| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            if area::governs(sql, &scope, pack, today)? {
                return Ok(());
            }
            let reason = Reason::new("plans.outside_scope").with("pack", &pack.header.title);
            Err(Error::refused(reason))
        })
        .await
}

/// Lets the engine open and match in a unit of work that is undone.
async fn tried(app: &App, id: &str, on: Day) -> Stored<Vec<Satisfied>> {
    let (env, id) = (app.env.clone(), id.to_owned());
    let kept: Arc<Mutex<Vec<Satisfied>>> = Arc::default();
    let told = kept.clone();
    let outcome: Stored<()> = app
        .store
        .write(Act::system("plans.preview"), move |tx| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            let found = preview::try_out(tx, &env, pack, on)?;
            if let Ok(mut told) = told.lock() {
                *told = found;
            }
            // The refusal undoes everything that was opened.
            Err(Error::refused(Reason::new(UNDONE)))
        })
        .await;
    match outcome {
        Err(Error::Refused(reason)) if reason.code == UNDONE => {}
        Err(error) => return Err(error),
        Ok(()) => {}
    }
    Ok(kept.lock().map(|kept| kept.clone()).unwrap_or_default())
}

/// Never shown: it only ends the unit of work.
const UNDONE: &str = "plans.only_tried";

fn view(pack: &policy::Pack, found: Preview, satisfied: &[Satisfied], lang: Lang) -> PreviewView {
    let zone_day = |day: Option<Day>| day.map(|day| day.to_string());
    let met = |definition: &str| {
        let own = satisfied.iter().find(|one| one.definition == definition);
        own.map_or(0, |one| one.met)
    };
    let opens = found
        .opens
        .into_iter()
        .map(|one| OpensView {
            satisfied: met(&one.definition),
            definition: one.definition,
            title: one.title,
            title_en: one.title_en,
            table: one.table.to_owned(),
            cadence: one.cadence,
            first_opens: zone_day(one.first_opens),
            first_due: one.first_due.map(|at| at.0),
            first_count: one.first_count,
            year_count: one.year_count,
            holders: one.holders,
        })
        .collect();
    let (posts, classes, limit, over) = load(found.load);
    PreviewView {
        pack: pack.id().to_owned(),
        title: pack.header.title.clone(),
        version: pack.header.version,
        on: found.on.to_string(),
        active_version: found.active,
        opens,
        changes: found
            .changes
            .iter()
            .map(|one| difference(one, lang))
            .collect(),
        ends: found
            .ends
            .into_iter()
            .map(|one| EndsView {
                definition: one.definition,
                title: one.title,
                running: one.running,
            })
            .collect(),
        recut: found
            .recut
            .into_iter()
            .map(|one| RecutView {
                definition: one.definition,
                title: one.title,
                title_en: one.title_en,
                period: one.period,
                count: one.count,
            })
            .collect(),
        doubles: found
            .doubles
            .into_iter()
            .map(|one| DoubleView {
                definition: one.definition,
                title: one.title,
                running: one.running,
                running_title: one.running_title,
                running_pack: one.running_pack,
                period: one.period,
                subjects: one.subjects,
            })
            .collect(),
        posts,
        classes,
        limit,
        over,
        to_confirm: found
            .to_confirm
            .into_iter()
            .map(|(clause, name, value)| ToConfirm {
                clause,
                name,
                value,
            })
            .collect(),
    }
}

type Loads = (
    Vec<PostLoadView>,
    Vec<ClassLoadView>,
    Option<i64>,
    Vec<OverLimitView>,
);

fn load(load: Load) -> Loads {
    let posts = load.posts.into_iter().map(|one| PostLoadView {
        kind: one.kind,
        holders: one.holders,
        records_mean: one.records_mean,
        records_most: one.records_most,
        visits_mean: one.visits_mean,
        visits_most: one.visits_most,
        busiest: one.busiest,
    });
    let classes = load.classes.into_iter().map(|one| ClassLoadView {
        class: one.class,
        units: one.units,
        records: one.records,
        visits: one.visits,
    });
    let over = load.over.into_iter().map(|one| OverLimitView {
        holder: one.holder,
        records: one.records,
    });
    (
        posts.collect(),
        classes.collect(),
        load.limit,
        over.collect(),
    )
}

fn difference(one: &Difference, lang: Lang) -> DifferenceView {
    let said = |both: &Both| match lang {
        Lang::Zh => both.zh.clone(),
        Lang::En => both.en.clone(),
    };
    let (change, fields) = match &one.change {
        Change::Added => ("added", &[][..]),
        Change::Removed => ("removed", &[][..]),
        Change::Changed(fields) => ("changed", fields.as_slice()),
    };
    DifferenceView {
        table: one.table.clone(),
        kind: said(&one.kind),
        id: one.id.clone(),
        title: said(&one.title),
        change: change.to_owned(),
        fields: fields
            .iter()
            .map(|field| FieldView {
                field: field.field.clone(),
                label: said(&field.label),
                before: said(&field.before),
                after: said(&field.after),
            })
            .collect(),
    }
}
