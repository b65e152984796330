//! The tray of a body.

use super::super::bodies;
use crate::obligations::Obligation;
use crate::obligations::store;
use crate::obligations::submissions;
use crate::obligations::view::{self, Named, ObligationRow};
use ::store::page::{self, Listing, Order, PageKey};
use ::store::{Result, Sql};
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::{Branch, Scope};
use mechanism::{App, Caller, Problem};
use registry::party;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// `unsigned` (default), `signed` (and not handed out), `handed_out` or `awaiting` (somebody waits for the body's
    /// approval or acceptance).
    pub part: Option<String>,
    /// One body of several.
    #[param(value_type = Option<String>)]
    pub body: Option<Id>,
    pub after: Option<String>,
    pub limit: Option<usize>,
}

#[derive(Debug, Default, Serialize, ToSchema)]
pub struct TrayCounts {
    pub unsigned: i64,
    pub signed: i64,
    pub handed_out: i64,
    pub awaiting: i64,
}

/// One thing in the tray.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrayItem {
    pub row: ObligationRow,
    /// What was handed out of it, with its own state and clock.
    pub children: Vec<ObligationRow>,
    /// The record that waits for a decision, in the part `awaiting`.
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    /// Until when the decision is due.
    pub decide_by: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Tray {
    /// Bodies for which the caller is receiving clerk or leader.
    pub bodies: Vec<Named>,
    /// How much lies in each part, counted up to a thousand.
    pub counts: TrayCounts,
    pub items: Vec<TrayItem>,
    pub next: Option<String>,
}

/// Counting stops here; the page says "more than".
const CAP: i64 = 1_000;

const UNSIGNED: &str = "t.outcome is null and t.signed_at is null and t.kind <> 'accept'";
const SIGNED: &str = "t.outcome is null and t.signed_at is not null and t.kind <> 'accept' \
    and not exists (select 1 from obligation c where c.parent is not null and c.parent = t.id \
    and (c.outcome is null or c.outcome <> 'withdrawn'))";
/// Whoever hands something out has signed for it.
const HANDED_OUT: &str = "t.outcome is null and t.signed_at is not null and t.kind <> 'accept' \
    and exists (select 1 from obligation c where c.parent is not null and c.parent = t.id \
    and (c.outcome is null or c.outcome <> 'withdrawn'))";
const AWAITING: &str = "t.state = 'waiting'";

/// What lies with the bodies for which the caller is receiving clerk or leader, earliest due first.
#[utoipa::path(get, path = "/tray", operation_id = "tray", params(Wanted),
    responses((status = 200, body = Tray), (status = 422)))]
pub async fn tray(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
) -> std::result::Result<Json<Tray>, Problem> {
    let part = wanted.part.clone().unwrap_or_else(|| "unsigned".to_owned());
    if !["unsigned", "signed", "handed_out", "awaiting"].contains(&part.as_str()) {
        let reason = Reason::new("trays.unknown_part").with("part", part);
        return Err(Problem::invalid(reason));
    }
    let env = app.env.clone();
    let now = app.store.clock().business();
    let day = env.calendar.zone().day_of(now);
    let tray = app
        .store
        .read(move |sql| {
            let mut own = bodies::of_caller(sql, &caller, day)?;
            own.retain(|body| wanted.body.is_none_or(|only| only == *body));
            let scope = lies_with(&own);
            let limit = wanted.limit.unwrap_or(50).clamp(1, 200);
            let listing = listing(&part);
            let after = wanted.after.as_deref();
            let after = after.map(|key| PageKey::parse(&listing, key)).transpose()?;
            let found = page::page(sql, &listing, &scope, after.as_ref(), limit)?;
            let mut entries: Vec<(Obligation, Option<(Id, i64)>)> = Vec::new();
            for row in &found.rows {
                if part != "awaiting" {
                    entries.push((store::read(row)?, None));
                    continue;
                }
                let put = submissions::read(row)?;
                if let Some(row) = store::by_id(sql, put.obligation)? {
                    entries.push((row, Some((put.record, put.due_at.0))));
                }
            }
            let mut items = Vec::with_capacity(entries.len());
            for (row, put) in entries {
                let children = match part.as_str() {
                    "handed_out" => store::children(sql, row.id)?,
                    _ => Vec::new(),
                };
                let mut views = view::rows(sql, &env, &caller, now, std::slice::from_ref(&row))?;
                let Some(row) = views.pop() else { continue };
                items.push(TrayItem {
                    row,
                    children: view::rows(sql, &env, &caller, now, &children)?,
                    record: put.map(|(record, _)| record),
                    decide_by: put.map(|(_, due)| due),
                });
            }
            let labels = party::store::labels(sql, &own)?;
            Ok(Tray {
                counts: counts(sql, &scope)?,
                bodies: own
                    .iter()
                    .map(|id| Named {
                        id: *id,
                        name: labels.get(id).cloned().unwrap_or_default(),
                    })
                    .collect(),
                items,
                next: found.next.map(|key| key.to_string()),
            })
        })
        .await?;
    Ok(Json(tray))
}

/// A tray is what its bodies hold, whatever their people see besides: one branch a body, by the column of the holder.
fn lies_with(bodies: &[Id]) -> Scope {
    let mut scope = Scope::nothing();
    for body in bodies {
        if scope.push(Branch::Site(*body)).is_err() {
            break;
        }
    }
    scope
}

fn listing(part: &str) -> Listing<'static> {
    let obligations = |filter: &'static str| Listing {
        table: "obligation",
        columns: store::COLUMNS,
        joins: "",
        filter,
        params: &[],
        order: Order::ascending("due_at"),
        has_sector: false,
        site_column: Some("holder"),
        handed_column: None,
    };
    match part {
        "signed" => obligations(SIGNED),
        "handed_out" => obligations(HANDED_OUT),
        "awaiting" => Listing {
            table: "submission",
            columns: submissions::COLUMNS,
            site_column: Some("party"),
            ..obligations(AWAITING)
        },
        _ => obligations(UNSIGNED),
    }
}

fn counts(sql: &mut dyn Sql, scope: &Scope) -> Result<TrayCounts> {
    let mut count = |part: &str| page::count(sql, &listing(part), scope, CAP);
    Ok(TrayCounts {
        unsigned: count("unsigned")?,
        signed: count("signed")?,
        handed_out: count("handed_out")?,
        awaiting: count("awaiting")?,
    })
}
