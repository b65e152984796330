//! One obligation with everything behind it.

use super::children::{self, ChildView, HandedOutView};
use super::parts::{PartView, parts};
use crate::obligations::view::{self, Named, ObligationRow, RecordBrief, SubmissionView};
use crate::obligations::visible::visible;
use crate::obligations::{store, submissions};
use crate::{records, satisfaction};
use ::store::{Result, Sql};
use axum::Json;
use axum::extract::{Path, State};
use kernel::id::Id;
use mechanism::version::{Tag, etag};
use mechanism::{App, Caller, Env, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct MemberView {
    #[schema(value_type = String)]
    pub id: Id,
    pub label: String,
    pub part: usize,
    pub met_at: Option<i64>,
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AssigneeView {
    pub party: Named,
    pub from_at: i64,
    pub until_at: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ObligationView {
    pub row: ObligationRow,
    /// What counts, in words: who, when, evidence, after due.
    pub words: Words,
    /// What must be proven, part by part.
    pub parts: Vec<PartView>,
    pub members: Vec<MemberView>,
    pub records: Vec<RecordBrief>,
    pub assignees: Vec<AssigneeView>,
    /// The body's obligation of which it was handed out, where the reader may see that one.
    pub parent: Option<ObligationRow>,
    /// How it was handed out; absent where it was not.
    pub handed_out: Option<HandedOutView>,
    /// What was handed out of it, each with its own state and clock.
    pub children: Vec<ChildView>,
    /// What was put before an approver or receiver for it, the first one first.
    pub submissions: Vec<SubmissionView>,
}

#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Words {
    pub who: String,
    pub when: String,
    pub evidence: String,
    pub after_due: String,
}

/// One obligation: its row, what counts for it, who answered for it, and the records behind it.
#[utoipa::path(get, path = "/obligations/{id}", operation_id = "obligations_get", params(("id" = String, Path,)),
    responses((status = 200, body = ObligationView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<(Tag, Json<ObligationView>), Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let row = visible(sql, &caller, id)?;
            let rows = view::rows(sql, &env, &caller, now, std::slice::from_ref(&row))?;
            let row_view = rows.into_iter().next().ok_or(::store::Error::NotFound)?;
            let rule = store::rule(sql, row.rule)?;
            let standing = satisfaction::store::standing(sql, id)?;
            let put = submissions::of_obligation(sql, id)?;
            Ok(ObligationView {
                parent: children::parent(sql, &env, &caller, now, &row)?,
                handed_out: children::handed_out(sql, id)?,
                children: children::children(sql, &env, &caller, now, id)?,
                submissions: view::submissions(sql, &put)?,
                parts: parts(&rule, &store::members(sql, id)?, &standing),
                words: words(&env, &caller, &row.definition),
                members: members(sql, id)?,
                records: behind(sql, &env, id)?,
                assignees: assignees(sql, id)?,
                row: row_view,
            })
        })
        .await?;
    Ok((etag(view.row.revision), Json(view)))
}

fn words(env: &Env, caller: &Caller, definition: &str) -> Words {
    let Some((_, duty)) = env.policy.duty(definition) else {
        return Words::default();
    };
    let lang = match caller.language {
        mechanism::Lang::Zh => policy::Lang::Zh,
        mechanism::Lang::En => policy::Lang::En,
    };
    let words = env.policy.words(duty, lang);
    Words {
        who: words.who,
        when: words.when,
        evidence: words.evidence,
        after_due: words.after_due,
    }
}

fn members(sql: &mut dyn Sql, id: Id) -> Result<Vec<MemberView>> {
    let members = store::members(sql, id)?;
    Ok(members
        .into_iter()
        .map(|member| MemberView {
            id: member.id,
            label: member.label,
            part: member.part,
            met_at: member.met_received.map(|at| at.0),
            record: member.met_record,
        })
        .collect())
}

fn behind(sql: &mut dyn Sql, env: &Env, id: Id) -> Result<Vec<RecordBrief>> {
    let mut briefs = Vec::new();
    for record in satisfaction::store::records_of(sql, id)? {
        if let Some(record) = records::store::by_id(sql, record)? {
            briefs.push(view::brief(sql, env, &record)?);
        }
    }
    Ok(briefs)
}

fn assignees(sql: &mut dyn Sql, id: Id) -> Result<Vec<AssigneeView>> {
    let mut views = Vec::new();
    for (party, from, until) in store::assignees(sql, id)? {
        let name = registry::party::store::label(sql, party)?;
        views.push(AssigneeView {
            party: Named { id: party, name },
            from_at: from.0,
            until_at: until.map(|at| at.0),
        });
    }
    Ok(views)
}
