//! Filing a record.

use crate::obligations::Obligation;
use crate::obligations::visible::visible;
use crate::records::routes::visible as visible_record;
use crate::records::{Filing, OnBehalf, rules, store as rows};
use crate::satisfaction;
use crate::satisfaction::referring::{self, References};
use ::store::{Act, Error, Sql, Tx};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{App, Body, Caller, Env, Problem};
use policy::Form;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    pub form: String,
    /// Version that was filled in.
    pub form_version: u32,
    /// Party whose record it is: the caller, one of his posts or bodies.
    #[schema(value_type = String)]
    pub body: Id,
    #[schema(value_type = Object)]
    pub values: BTreeMap<String, serde_json::Value>,
    /// When it happened; absent means now.
    pub stated_at: Option<i64>,
    /// Day whose period it answers for, where that is not the day it happened.
    #[schema(value_type = Option<String>)]
    pub covers: Option<Day>,
    /// Sites, tasks or other subjects that it is about, besides those in its fields.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub subjects: Vec<Id>,
    /// Obligation from which the form was opened: its subject and period are taken over.
    #[schema(value_type = Option<String>)]
    pub obligation: Option<Id>,
    /// Record that this one corrects.
    #[schema(value_type = Option<String>)]
    pub supersedes: Option<Id>,
    pub lat: Option<f64>,
    pub lng: Option<f64>,
    /// Last contact of the device with the server, where the record was made off line. It then counts by its stated time
    /// as far as the pack believes it.
    pub last_contact: Option<i64>,
    /// Set when the caller files for a body that is not his own; needs the right `records.file_for`.
    pub on_behalf: Option<OnBehalfOf>,
}

/// How a filing for another body came in, and what it was typed from.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnBehalfOf {
    /// A code of `record-channels`: call, paper, message, spreadsheet …
    pub channel: String,
    /// The original, stored before by `POST /attachments`.
    pub original: Original,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Original {
    pub hash: String,
    pub name: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FiledView {
    #[schema(value_type = String)]
    pub id: Id,
    /// Every obligation that the record counts for, across packs and levels.
    #[schema(value_type = Vec<String>)]
    pub counts_for: Vec<Id>,
    /// Obligations for which somebody has yet to approve or accept it.
    #[schema(value_type = Vec<String>)]
    pub awaiting: Vec<Id>,
    /// False when the same record had arrived before.
    pub new: bool,
}

/// Files a record under an id that the client chose. Sending the same record again changes nothing; the same id with
/// other content is a conflict and overwrites nothing. The record counts for every open obligation whose conditions it
/// meets, whoever opened it.
#[utoipa::path(put, path = "/records/{id}", operation_id = "records_file", request_body = FileRecord,
    params(("id" = String, Path,)),
    responses((status = 200, body = FiledView), (status = 404), (status = 409), (status = 422)))]
pub async fn file(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Body(wanted): Body<FileRecord>,
) -> Result<Json<FiledView>, Problem> {
    let form = checked_form(&app.env, &wanted)?;
    for_whom(&app.env, &caller, &wanted)?;
    references(&app, &caller, &form, &wanted).await?;
    let env = app.env.clone();
    let act = Act::by(caller.account, "records.file", None);
    let filed = app
        .store
        .write(act, move |tx| {
            let filing = filing(tx, &env, &caller, id, &wanted)?;
            if filing.on_behalf.is_some() {
                in_reach(tx, &caller, filing.body, wanted.obligation)?;
            }
            attachments_arrived(tx, &form, &filing)?;
            satisfaction::file(tx, &env, &form, &filing)
        })
        .await?;
    Ok(Json(FiledView {
        id: filed.record,
        counts_for: filed.counts_for,
        awaiting: filed.awaiting,
        new: filed.new,
    }))
}

/// One's own body needs no word; another one needs the right, a known channel and the original.
fn for_whom(env: &Env, caller: &Caller, wanted: &FileRecord) -> Result<(), Problem> {
    let Some(how) = &wanted.on_behalf else {
        if caller.acts_as(wanted.body) {
            return Ok(());
        }
        return Err(Problem::from(Reason::new("records.not_yours")));
    };
    if !caller.may("records.file_for") {
        return Err(Problem::forbidden("records.file_for"));
    }
    if caller.acts_as(wanted.body) {
        return Err(Problem::invalid(Reason::new("records.own_body")));
    }
    let channels = env.policy.entries("record-channels");
    if !channels.iter().any(|entry| entry.code == how.channel) {
        let reason = Reason::new("records.unknown_channel").with("channel", &how.channel);
        return Err(Problem::invalid(reason));
    }
    Ok(())
}

/// A clerk files for bodies within his sight only; for the others they do not exist. The holder of an obligation that
/// he sees is within it.
fn in_reach(
    sql: &mut dyn Sql,
    caller: &Caller,
    body: Id,
    obligation: Option<Id>,
) -> ::store::Result<()> {
    let today = Day(0);
    let (path, sector) = registry::party::store::place_of(sql, body, today)?;
    if caller.scope.admits(&path, sector.as_deref(), None, &[]) {
        return Ok(());
    }
    if let Some(id) = obligation
        && visible(sql, caller, id)?.holder == body
    {
        return Ok(());
    }
    Err(Error::NotFound)
}

/// The form in the version that was filled, with every fault of the filling at once.
fn checked_form(env: &Env, wanted: &FileRecord) -> Result<Form, Problem> {
    let Some((_, form)) = env.policy.form(&wanted.form) else {
        return Err(Problem::from(Reason::new("records.unknown_form.not_found")));
    };
    if form.version != wanted.form_version {
        let reason = Reason::new("records.other_version.conflict")
            .with("current", form.version)
            .with("filled", wanted.form_version);
        return Err(Problem::conflict(reason).kept("draft"));
    }
    let codes = |list: &str| {
        env.policy
            .entries(list)
            .into_iter()
            .map(|entry| entry.code.clone())
            .collect()
    };
    let faults = rules::check(form, &codes, &wanted.values);
    if faults.is_empty() {
        return Ok(form.clone());
    }
    Err(faulty(&faults))
}

fn faulty(faults: &[rules::Fault]) -> Problem {
    let errors: Vec<serde_json::Value> = faults
        .iter()
        .map(|fault| json!({ "field": fault.field, "code": fault.reason.code, "params": fault.reason.params }))
        .collect();
    let reason = Reason::new("records.faults").with("n", faults.len());
    Problem::invalid(reason)
        .kept("draft")
        .with(json!({ "errors": errors }))
}

/// Whom and what the filling names must be there, and in the caller's sight.
async fn references(
    app: &App,
    caller: &Caller,
    form: &Form,
    wanted: &FileRecord,
) -> Result<(), Problem> {
    if !referring::names_anything(form, &wanted.values, &wanted.subjects) {
        return Ok(());
    }
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let (caller, form) = (caller.clone(), form.clone());
    let (values, subjects, body) = (wanted.values.clone(), wanted.subjects.clone(), wanted.body);
    let faults = app
        .store
        .read(move |sql| {
            let named = References {
                form: &form,
                values: &values,
                subjects: &subjects,
                body,
            };
            referring::faults(sql, &caller, &named, day)
        })
        .await?;
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faulty(&faults))
    }
}

/// Takes over subject and period of the obligation from which the form was opened.
fn filing(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    id: Id,
    wanted: &FileRecord,
) -> ::store::Result<Filing> {
    let mut filing = Filing {
        id,
        account: caller.account,
        filed_by: caller.person,
        form: wanted.form.clone(),
        form_version: wanted.form_version,
        body: wanted.body,
        covers: wanted.covers,
        stated_at: wanted.stated_at.map(Moment),
        last_contact: wanted.last_contact.map(Moment),
        supersedes: wanted.supersedes,
        values: wanted.values.clone(),
        subjects: wanted.subjects.clone(),
        lat: wanted.lat,
        lng: wanted.lng,
        on_behalf: wanted.on_behalf.as_ref().map(|how| OnBehalf {
            channel: how.channel.clone(),
            original: how.original.hash.clone(),
            original_name: how.original.name.clone(),
            collector: None,
        }),
    };
    if let Some(obligation) = wanted.obligation {
        let row = visible(tx, caller, obligation)?;
        filing.subjects.push(row.subject);
        if filing.covers.is_none() {
            filing.covers = covered(env, &row, filing.stated_at.unwrap_or_else(|| tx.now()));
        }
    }
    if let Some(corrected) = filing.supersedes {
        // What one may not see cannot be corrected, and does not show by the way it is refused.
        visible_record(tx, caller, corrected)?;
    }
    filing.subjects.sort_unstable();
    filing.subjects.dedup();
    Ok(filing)
}

/// A record made after the period, from an obligation of it, answers for the period's last day: it is late evidence of
/// that period and not early evidence of the next.
pub fn covered(env: &Env, row: &Obligation, stated: Moment) -> Option<Day> {
    let day = env.calendar.zone().day_of(stated);
    if day < row.period_from {
        return Some(row.period_from);
    }
    (day >= row.period_until).then(|| row.period_until.plus_days(-1))
}

fn attachments_arrived(tx: &mut Tx, form: &Form, filing: &Filing) -> ::store::Result<()> {
    let named = rules::named(form, &filing.values).attachments;
    let named = named.iter().map(|(_, hash, _)| hash);
    for hash in named.chain(filing.on_behalf.iter().map(|how| &how.original)) {
        if rows::attachment(tx, hash)?.is_none() {
            return Err(Error::refused(Reason::new("records.attachment_missing")));
        }
    }
    Ok(())
}
