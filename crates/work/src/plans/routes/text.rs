//! The plan's text with live states: the user's own document, paragraph by paragraph.

use super::plan::{self, by_clause};
use crate::plans::text::{self, Paragraph, Text};
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::tally::Bar;
use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Body, Caller, Env, Problem};
use policy::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Act, Error, Result, Sql};
use utoipa::ToSchema;

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachText {
    /// The whole text, one paragraph a line.
    pub text: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TieParagraph {
    /// Ids of the clauses that stand in the paragraph.
    pub clauses: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TextClause {
    pub id: String,
    pub no: String,
    pub summary: String,
    pub summary_en: String,
    /// `runs`, `tracked` or `planned`.
    pub state: String,
    pub bar: Bar,
    pub late: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ParagraphView {
    pub no: i64,
    pub text: String,
    pub bar: Bar,
    pub clauses: Vec<TextClause>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TextView {
    pub pack: String,
    pub title: String,
    pub edition: i64,
    pub attached_at: i64,
    pub attached_by: Option<Named>,
    pub paragraphs: Vec<ParagraphView>,
    /// Clauses that stand in no paragraph.
    pub untied: Vec<TextClause>,
    pub as_of: i64,
}

/// The attached text of a plan; each paragraph with its clauses and their live states.
#[utoipa::path(get, path = "/plans/{pack}/text", operation_id = "plans_text", params(("pack" = String, Path,)),
    responses((status = 200, body = TextView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> std::result::Result<Json<TextView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            let pack = pack(&env, &id)?;
            let Some(text) = text::latest(sql, &id)? else {
                return Err(Error::refused(Reason::new("plans.no_text.not_found")));
            };
            view(sql, &env, &caller, pack, text, now)
        })
        .await?;
    Ok(Json(view))
}

/// Attaches the plan's text as a new edition, tied to the clauses by their numbers. The same text again changes nothing.
#[utoipa::path(post, path = "/plans/{pack}/text", operation_id = "plans_attach_text",
    params(("pack" = String, Path,)), request_body = AttachText,
    responses((status = 200, body = TextView), (status = 404), (status = 422)))]
pub async fn attach(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<AttachText>,
) -> std::result::Result<Json<TextView>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "plans.attach_text", None);
    let view = app
        .store
        .write(act, move |tx| {
            let pack = pack(&env, &id)?;
            let text = text::attach(tx, pack, &wanted.text, Some(caller.person))?;
            let now = tx.now();
            view(tx, &env, &caller, pack, text, now)
        })
        .await?;
    Ok(Json(view))
}

/// Ties a paragraph to these clauses by hand, where the numbers did not say enough.
#[utoipa::path(put, path = "/plans/{pack}/text/{place}", operation_id = "plans_tie_text",
    params(("pack" = String, Path,), ("place" = i64, Path,)), request_body = TieParagraph,
    responses((status = 200, body = TextView), (status = 404)))]
pub async fn tie(
    State(app): State<App>,
    caller: Caller,
    Path((id, place)): Path<(String, i64)>,
    Body(wanted): Body<TieParagraph>,
) -> std::result::Result<Json<TextView>, Problem> {
    let env = app.env.clone();
    let act = Act::by(caller.account, "plans.tie_text", None);
    let view = app
        .store
        .write(act, move |tx| {
            let pack = pack(&env, &id)?;
            if wanted
                .clauses
                .iter()
                .any(|clause| pack.clause(clause).is_none())
            {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            }
            if !text::set_clauses(tx, &id, place, &wanted.clauses)? {
                return Err(Error::refused(
                    Reason::new("plans.unknown_paragraph.not_found").with("place", place),
                ));
            }
            let text = text::latest(tx, &id)?.ok_or(Error::NotFound)?;
            let now = tx.now();
            view(tx, &env, &caller, pack, text, now)
        })
        .await?;
    Ok(Json(view))
}

fn pack<'e>(env: &'e Env, id: &str) -> Result<&'e Pack> {
    env.policy
        .pack(id)
        .ok_or_else(|| Error::refused(Reason::new("plans.unknown.not_found")))
}

fn view(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    pack: &Pack,
    text: Text,
    now: Moment,
) -> Result<TextView> {
    let bars = by_clause(sql, caller, now)?;
    let shown = |id: &String| {
        let clause = pack.clause(id)?;
        let bar = bars.get(id).copied().unwrap_or_default();
        Some(TextClause {
            id: id.clone(),
            no: clause.place.clone(),
            summary: clause.summary.clone(),
            summary_en: clause.summary_en.clone(),
            state: plan::word(policy::state_of(&env.policy, clause)).to_owned(),
            late: bar.late(),
            bar,
        })
    };
    let untied = text::untied(pack, &text.paragraphs)
        .into_iter()
        .filter_map(|clause| shown(&clause.id))
        .collect();
    Ok(TextView {
        pack: pack.id().to_owned(),
        title: pack.header.title.clone(),
        edition: text.edition,
        attached_at: text.attached_at.0,
        attached_by: named(sql, text.attached_by)?,
        paragraphs: text
            .paragraphs
            .iter()
            .map(|one| paragraph(one, &bars, &shown))
            .collect(),
        untied,
        as_of: now.0,
    })
}

fn paragraph(
    one: &Paragraph,
    bars: &BTreeMap<String, Bar>,
    shown: &dyn Fn(&String) -> Option<TextClause>,
) -> ParagraphView {
    let mut bar = Bar::default();
    for clause in &one.clauses {
        bar.add(&bars.get(clause).copied().unwrap_or_default());
    }
    ParagraphView {
        no: one.no,
        text: one.text.clone(),
        bar,
        clauses: one.clauses.iter().filter_map(shown).collect(),
    }
}

fn named(sql: &mut dyn Sql, id: Option<Id>) -> Result<Option<Named>> {
    let Some(id) = id else { return Ok(None) };
    Ok(Some(Named {
        id,
        name: registry::party::store::label(sql, id)?,
    }))
}
