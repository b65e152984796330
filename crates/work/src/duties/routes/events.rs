//! Events by hand: an accident, a dangerous situation, a resumption of work, an activity that is planned.

use super::key_periods::Withdrawn;
use crate::duties::events::store::{self, Event};
use crate::duties::{area, events, subjects};
use ::store::page::{self, Direction, Listing, Order, PageKey};
use ::store::{Act, Error, Result, Sql};
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::listing::with_parties;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{App, Body, Caller, Env, PageQuery, Problem};
use policy::{Every, Pack};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Counting stops here.
const CAP: i64 = 1_000;

/// What somebody enters.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEvent {
    /// Kind of event that a plan defines.
    pub kind: String,
    /// What it is about; absent: everything to which it may apply, for whoever sees the whole area of the plan.
    #[schema(value_type = Option<String>)]
    pub subject: Option<Id>,
    /// The day on which it happened, or for which it is planned.
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    /// The instant on that day, from which hours run; absent: when it is entered, or the beginning of a later day.
    pub at: Option<i64>,
    pub title: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = OccurrenceView)]
pub struct EventView {
    #[schema(value_type = String)]
    pub id: Id,
    pub kind: String,
    pub kind_title: String,
    pub kind_title_en: String,
    #[schema(value_type = Option<String>)]
    pub subject: Option<Id>,
    pub subject_name: Option<String>,
    #[schema(value_type = String, format = Date)]
    pub on: Day,
    pub at: i64,
    pub title: String,
    /// The record that raised it.
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    pub entered_at: i64,
}

/// A kind of event that can be entered.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventKindView {
    pub id: String,
    pub title: String,
    pub title_en: String,
    /// Form whose records raise it by themselves.
    pub form: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Events {
    pub items: Vec<EventView>,
    pub next: Option<String>,
    pub count: Option<i64>,
    pub kinds: Vec<EventKindView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Entered {
    pub event: EventView,
    /// Duties that answer to it.
    pub duties: usize,
}

/// Events within the caller's scope, latest day first, with the kinds that can be entered.
#[utoipa::path(get, path = "/events", operation_id = "events_list", tag = "duties",
    params(PageQuery), responses((status = 200, body = Events)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> std::result::Result<Json<Events>, Problem> {
    let env = app.env.clone();
    let found = app
        .store
        .read(move |sql| {
            let listing = Listing {
                table: "event",
                columns: store::COLUMNS,
                joins: "",
                filter: "t.withdrawn_at is null",
                params: &[],
                order: Order {
                    column: "on_day",
                    direction: Direction::Descending,
                },
                has_sector: true,
                site_column: Some("subject"),
                handed_column: Some("subject"),
            };
            let after = query.after.as_deref();
            let after = after.map(|key| PageKey::parse(&listing, key)).transpose()?;
            let scope = with_parties(&caller);
            let page = page::page(sql, &listing, &scope, after.as_ref(), query.size())?;
            let count = page::count(sql, &listing, &scope, CAP)?;
            let mut items = Vec::with_capacity(page.rows.len());
            for row in &page.rows {
                items.push(view(sql, &env, &store::read(row)?)?);
            }
            Ok(Events {
                items,
                next: page.next.map(|key| key.to_string()),
                count: Some(count),
                kinds: kinds(&env),
            })
        })
        .await?;
    Ok(Json(found))
}

/// Enters an event; what answers to it opens at once, for a planned one on its day or before it.
#[utoipa::path(post, path = "/events", operation_id = "events_enter", tag = "duties",
    request_body = NewEvent, responses((status = 200, body = Entered), (status = 404), (status = 422)))]
pub async fn enter(
    State(app): State<App>,
    caller: Caller,
    Body(new): Body<NewEvent>,
) -> std::result::Result<Json<Entered>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "events.enter", None);
    let entered = app
        .store
        .write(act, move |tx| {
            let event = wanted(tx, &env, &caller, &new)?;
            let duties = events::enter(tx, &env, &event)?;
            Ok(Entered {
                event: view(tx, &env, &event)?,
                duties,
            })
        })
        .await?;
    Ok(Json(entered))
}

/// Withdraws an event that was entered by hand. What it would still open does not open, what is unmet is taken back, what
/// was met or submitted stays.
#[utoipa::path(delete, path = "/events/{id}", operation_id = "events_withdraw", tag = "duties",
    params(("id" = String, Path,)),
    responses((status = 200, body = Withdrawn), (status = 404), (status = 409), (status = 422)))]
pub async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<Json<Withdrawn>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "events.withdraw", None);
    let taken_back = app
        .store
        .write(act, move |tx| {
            let event = store::by_id(tx, id)?.filter(|event| !event.withdrawn);
            let event = event.ok_or(Error::NotFound)?;
            let (path, sector) = (&event.path, event.sector.as_deref());
            if !caller.scope.admits(path, sector, event.subject, &[]) {
                return Err(Error::NotFound);
            }
            if event.record.is_some() {
                return Err(Error::Refused(Reason::new(
                    "duties.event_of_record.conflict",
                )));
            }
            if event.subject.is_none() && !over_all(tx, &env, &caller, &event.kind)? {
                return Err(Error::Refused(Reason::new("duties.event_of_all")));
            }
            let why = serde_json::json!({ "by": caller.person });
            events::withdraw(tx, &env, &event, &why)
        })
        .await?;
    Ok(Json(Withdrawn { taken_back }))
}

/// Whether the caller's scope reaches over all in which a kind of event opens something.
fn over_all(sql: &mut dyn Sql, env: &Env, caller: &Caller, kind: &str) -> Result<bool> {
    let today = env.calendar.zone().day_of(sql.now());
    let answers = |pack: &Pack| {
        let mut duties = pack.duties.iter();
        duties.any(|duty| matches!(&duty.every, Every::Event { event, .. } if event == kind))
    };
    area::governs_active(sql, env, &caller.scope, today, answers)
}

fn wanted(tx: &mut ::store::Tx, env: &Env, caller: &Caller, new: &NewEvent) -> Result<Event> {
    if env.policy.event(&new.kind).is_none() {
        return Err(Error::Refused(
            Reason::new("duties.unknown_event").with("kind", &new.kind),
        ));
    }
    let title = new.title.trim();
    if title.is_empty() || 200 < title.chars().count() {
        return Err(Error::Refused(Reason::new("duties.event_title")));
    }
    let at = instant(env, new, tx.now())?;
    let (path, sector) = match new.subject {
        Some(subject) => {
            if registry::party::store::label(tx, subject)?.is_empty() {
                return Err(Error::NotFound);
            }
            let place = subjects::place_of(tx, subject, new.on)?;
            let seen = caller.acts_as(subject)
                || caller
                    .scope
                    .admits(&place.0, place.1.as_deref(), Some(subject), &[]);
            if !seen {
                return Err(Error::NotFound);
            }
            place
        }
        None if !over_all(tx, env, caller, &new.kind)? => {
            return Err(Error::Refused(Reason::new("duties.event_subject")));
        }
        // What concerns everybody lies where the body lies that enters it.
        None => match caller.orgs.first() {
            Some(org) => subjects::place_of(tx, *org, new.on)?,
            None => Default::default(),
        },
    };
    Ok(Event {
        id: tx.new_id(),
        kind: new.kind.clone(),
        subject: new.subject,
        title: title.to_owned(),
        on: new.on,
        at,
        record: None,
        path,
        sector,
        entered_by: Some(caller.person),
        entered_at: tx.now(),
        withdrawn: false,
    })
}

/// The instant from which hours run.
fn instant(env: &Env, new: &NewEvent, now: Moment) -> Result<Moment> {
    let zone = env.calendar.zone();
    let (start, end) = (zone.start_of(new.on), zone.end_of(new.on));
    // Hours of something long past cannot have been kept; whoever enters it then says when it was.
    let Some(at) = new.at.map(Moment) else {
        return Ok(now.max(start));
    };
    if at < start || end <= at {
        return Err(Error::Refused(
            Reason::new("duties.event_other_day").with("on", new.on.to_string()),
        ));
    }
    Ok(at)
}

fn view(sql: &mut dyn Sql, env: &Env, event: &Event) -> Result<EventView> {
    let kind = env.policy.event(&event.kind).map(|(_, kind)| kind);
    let subject_name = match event.subject {
        Some(subject) => Some(registry::party::store::label(sql, subject)?),
        None => None,
    };
    Ok(EventView {
        id: event.id,
        kind: event.kind.clone(),
        kind_title: kind.map_or_else(String::new, |kind| kind.title.clone()),
        kind_title_en: kind.map_or_else(String::new, |kind| kind.title_en.clone()),
        subject: event.subject,
        subject_name,
        on: event.on,
        at: event.at.0,
        title: event.title.clone(),
        record: event.record,
        entered_at: event.entered_at.0,
    })
}

fn kinds(env: &Env) -> Vec<EventKindView> {
    let kinds = env.policy.packs().flat_map(|pack| &pack.events);
    kinds
        .map(|kind| EventKindView {
            id: kind.id.clone(),
            title: kind.title.clone(),
            title_en: kind.title_en.clone(),
            form: kind.form.clone(),
        })
        .collect()
}
