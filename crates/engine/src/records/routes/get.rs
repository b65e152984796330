//! One record as it was filed, with what it counts for.

use super::originals::readable;
use crate::records::{Contest, ORIGINAL, Record, store};
use crate::sight;
use ::store::page::{Listing, Order, admitted_in};
use ::store::{Error, Result, Sql, params};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use kernel::scope::Branch;
use mechanism::version::{Tag, etag};
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct AttachmentView {
    pub field: String,
    pub hash: String,
    pub name: String,
    pub media: String,
    pub size: i64,
}

/// How a record came that somebody filed for the body.
#[derive(Debug, Serialize, ToSchema)]
pub struct OnBehalfView {
    /// A code of `record-channels`.
    pub channel: String,
    /// Address of the original from which it was typed, one of the attachments; absent for whoever sees this record and
    /// not the others that came of the same original.
    pub original: Option<String>,
    pub original_name: Option<String>,
    /// Who filed it.
    #[schema(value_type = String)]
    pub by: Id,
    pub by_name: String,
}

/// What the body says against it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContestView {
    pub at: i64,
    pub by_name: String,
    pub reason: String,
    pub settled_at: Option<i64>,
    pub settled_by_name: Option<String>,
    /// `stands` or `falls`; absent while nobody has decided.
    pub settled_as: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RecordView {
    #[schema(value_type = String)]
    pub id: Id,
    pub form: String,
    pub form_version: u32,
    pub title: String,
    #[schema(value_type = String)]
    pub body: Id,
    pub body_name: String,
    #[schema(value_type = String)]
    pub filed_by: Id,
    pub filed_by_name: String,
    /// Day whose period it answers for.
    pub covers: String,
    pub stated_at: i64,
    pub received_at: i64,
    /// Last contact of the device on which it was made off line; absent where it was made with contact.
    pub last_contact: Option<i64>,
    pub approved_at: Option<i64>,
    pub approved_by_name: Option<String>,
    /// `filed`, `approved`, `contested`, `superseded` or `rejected`.
    pub state: String,
    /// Present where somebody filed it for the body.
    pub on_behalf: Option<OnBehalfView>,
    pub contest: Option<ContestView>,
    #[schema(value_type = Option<String>)]
    pub supersedes: Option<Id>,
    #[schema(value_type = Object)]
    pub values: BTreeMap<String, serde_json::Value>,
    /// Names of the parties and sites that the values refer to.
    pub names: BTreeMap<String, String>,
    pub attachments: Vec<AttachmentView>,
    /// Obligations for which it counts, as far as the reader may see them.
    #[schema(value_type = Vec<String>)]
    pub counts_for: Vec<Id>,
    pub revision: i64,
}

/// A record that the caller may see.
#[utoipa::path(get, path = "/records/{id}", operation_id = "records_get", params(("id" = String, Path,)),
    responses((status = 200, body = RecordView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<(Tag, Json<RecordView>), Problem> {
    let env = app.env.clone();
    let view = app
        .store
        .read(move |sql| {
            let record = visible(sql, &caller, id)?;
            let mut ids: Vec<Id> = record
                .members
                .values()
                .flatten()
                .chain(&record.subjects)
                .copied()
                .collect();
            ids.extend([record.body, record.filed_by]);
            ids.extend(record.approved_by);
            ids.extend(record.contest.iter().flat_map(Contest::people));
            let names = registry::party::store::labels(sql, &ids)?;
            let name = |id: Id| names.get(&id).cloned().unwrap_or_default();
            let mut attachments = store::attachments(sql, id)?;
            let original = attachments.iter().find(|a| a.field == ORIGINAL).cloned();
            let address = match &original {
                Some(original) if readable(sql, &caller, &original.hash)? => {
                    Some(original.hash.clone())
                }
                _ => None,
            };
            if address.is_none() {
                attachments.retain(|a| a.field != ORIGINAL);
            }
            let attachments = attachments.into_iter().map(|a| AttachmentView {
                field: a.field,
                hash: a.hash,
                name: a.name,
                media: a.media,
                size: a.size,
            });
            let on_behalf = record.channel.clone().map(|channel| OnBehalfView {
                channel,
                original: address,
                original_name: original.map(|a| a.name),
                by: record.filed_by,
                by_name: name(record.filed_by),
            });
            let contest = record.contest.clone().map(|contest| ContestView {
                at: contest.at.0,
                by_name: name(contest.by),
                reason: contest.reason,
                settled_at: contest.settled.as_ref().map(|(at, _, _)| at.0),
                settled_by_name: contest.settled.as_ref().map(|(_, by, _)| name(*by)),
                settled_as: contest.settled.map(|(_, _, verdict)| verdict),
            });
            Ok(RecordView {
                on_behalf,
                contest,
                title: env
                    .policy
                    .form(&record.form)
                    .map(|(_, form)| form.title.clone())
                    .unwrap_or_default(),
                body_name: name(record.body),
                filed_by_name: name(record.filed_by),
                approved_by_name: record.approved_by.map(name),
                attachments: attachments.collect(),
                counts_for: counts_for(sql, &caller, id)?,
                id,
                form: record.form,
                form_version: record.form_version,
                body: record.body,
                filed_by: record.filed_by,
                covers: record.covers.to_string(),
                stated_at: record.stated_at.0,
                received_at: record.received_at.0,
                last_contact: record.last_contact.map(|at| at.0),
                approved_at: record.approved_at.map(|at| at.0),
                state: record.state,
                supersedes: record.supersedes,
                values: record.values,
                names: names
                    .into_iter()
                    .map(|(id, name)| (id.to_string(), name))
                    .collect(),
                revision: record.revision,
            })
        })
        .await?;
    Ok((etag(view.revision), Json(view)))
}

/// The record, if the caller may see it: by his area, because his party filed it, or because he sees its subject.
pub fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Record> {
    let record = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    if caller.acts_as(record.body) || record.filed_by == caller.person {
        return Ok(record);
    }
    if caller
        .scope
        .admits(&record.path, record.sector.as_deref(), None, &[])
    {
        return Ok(record);
    }
    for subject in record.subjects.iter().chain(std::iter::once(&record.id)) {
        let own_site = caller
            .scope
            .admits(&Default::default(), None, Some(*subject), &[]);
        if own_site || sight::handed(sql, *subject, &caller.parties)? {
            return Ok(record);
        }
    }
    Err(Error::NotFound)
}

/// Obligations for which a record counts, as far as the reader may see them.
fn counts_for(sql: &mut dyn Sql, caller: &Caller, record: Id) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct obligation from satisfaction where record = :record and reversed_by is null",
        &params! { "record" => record },
    )?;
    let mut scope = caller.scope.clone();
    for party in &caller.parties {
        // A full scope shows too little, never too much.
        if scope.push(Branch::Handed(*party)).is_err() {
            break;
        }
    }
    let listing = Listing {
        table: "obligation",
        columns: "t.id",
        joins: "",
        filter: "",
        params: &[],
        order: Order::ascending("due_at"),
        has_sector: true,
        site_column: Some("subject"),
        handed_column: Some("holder"),
    };
    let mut seen = Vec::new();
    for row in &rows {
        let id = row.id("obligation")?;
        if admitted_in(sql, &listing, id, &scope)? {
            seen.push(id);
        }
    }
    Ok(seen)
}
