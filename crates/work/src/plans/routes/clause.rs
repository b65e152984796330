//! One clause: what realises it, what it opened, what is late and with whom, and the records behind it.

use crate::plans::parameters;
use crate::plans::store as confirmations;
use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::listing::Filter;
use engine::obligations::listing::with_parties;
use engine::obligations::tally::{self, Bar};
use engine::obligations::view::{self as shown, ObligationRow, RecordBrief};
use engine::obligations::{listing, store as rows};
use engine::{records, satisfaction};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Caller, Env, Lang, Problem};
use serde::Serialize;
use store::{Error, Result, Sql};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct ParameterView {
    pub name: String,
    pub value: String,
    /// A default that an administrator has yet to confirm.
    pub assumed: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PeriodBar {
    pub label: String,
    pub bar: Bar,
}

/// A definition in words with its periods.
#[derive(Debug, Serialize, ToSchema)]
pub struct DefinitionView {
    pub id: String,
    pub title: String,
    pub kind: String,
    pub version: u32,
    pub who: String,
    pub when: String,
    pub evidence: String,
    pub after_due: String,
    pub periods: Vec<PeriodBar>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseChain {
    pub id: String,
    pub no: String,
    pub item: String,
    pub item_title: String,
    pub summary: String,
    pub summary_en: String,
    pub issuer: String,
    pub parameters: Vec<ParameterView>,
    pub waits_for: Vec<String>,
    pub definitions: Vec<DefinitionView>,
    pub total: Bar,
    /// Overdue ones, earliest due first, with whoever answers today.
    pub late: Vec<ObligationRow>,
    /// What was met last, with its record.
    pub records: Vec<RecordBrief>,
    pub as_of: i64,
}

/// The chain clause → rule → obligation → record, within the caller's sight.
#[utoipa::path(get, path = "/plans/{pack}/clauses/{id}", operation_id = "plans_clause",
    params(("pack" = String, Path,), ("id" = String, Path,)),
    responses((status = 200, body = ClauseChain), (status = 404)))]
pub async fn clause(
    State(app): State<App>,
    caller: Caller,
    Path((pack, id)): Path<(String, String)>,
) -> std::result::Result<Json<ClauseChain>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let chain = app
        .store
        .read(move |sql| {
            let Some((owner, clause)) = env
                .policy
                .clause(&id)
                .filter(|(owner, _)| owner.id() == pack)
            else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            let rules = rows::rules_of_clause(sql, &id)?;
            let definitions = definitions(sql, &env, &caller, &rules, now)?;
            let mut total = Bar::default();
            for period in definitions
                .iter()
                .flat_map(|definition| &definition.periods)
            {
                total.add(&period.bar);
            }
            let late = Filter {
                state: Some("late".to_owned()),
                limit: Some(20),
                ..Filter::default()
            };
            let late = listing::page(sql, &late, Some(&rules), &caller, now)?.rows;
            let item = owner.item(&clause.item);
            let confirmed = confirmations::confirmed(sql, owner.id())?;
            let parameters = clause.parameters.iter().map(|parameter| ParameterView {
                name: parameter.name.clone(),
                value: parameter.value.clone(),
                assumed: parameters::is_open(&confirmed, clause, parameter),
            });
            Ok(ClauseChain {
                id: clause.id.clone(),
                no: clause.place.clone(),
                item: clause.item.clone(),
                item_title: item.map(|item| item.title.clone()).unwrap_or_default(),
                summary: clause.summary.clone(),
                summary_en: clause.summary_en.clone(),
                issuer: owner.header.issuer.clone(),
                parameters: parameters.collect(),
                waits_for: clause.waits_for.clone(),
                definitions,
                total,
                late: shown::rows(sql, &env, &caller, now, &late)?,
                records: recent(sql, &env, &caller, &rules, now)?,
                as_of: now.0,
            })
        })
        .await?;
    Ok(Json(chain))
}

fn definitions(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    rules: &[Id],
    now: Moment,
) -> Result<Vec<DefinitionView>> {
    let mut views = Vec::new();
    for id in rules {
        let rule = rows::rule(sql, *id)?;
        let periods = tally::by_period(sql, *id, &with_parties(caller), now)?;
        let lang = match caller.language {
            Lang::Zh => policy::Lang::Zh,
            Lang::En => policy::Lang::En,
        };
        let words = env
            .policy
            .duty(&rule.definition)
            .map(|(_, duty)| env.policy.words(duty, lang));
        let words = words.unwrap_or_default();
        views.push(DefinitionView {
            id: rule.definition.clone(),
            title: rule.title.clone(),
            kind: rule.kind.word().to_owned(),
            version: rule.version,
            who: words.who,
            when: words.when,
            evidence: words.evidence,
            after_due: words.after_due,
            periods: periods
                .into_iter()
                .map(|(label, bar)| PeriodBar { label, bar })
                .collect(),
        });
    }
    Ok(views)
}

/// Records behind obligations that were met, latest obligations first, each record once.
fn recent(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    rules: &[Id],
    now: Moment,
) -> Result<Vec<RecordBrief>> {
    const MOST: usize = 8;
    let filter = Filter {
        state: Some("met".to_owned()),
        limit: Some(60),
        ..Filter::default()
    };
    let mut met = listing::page(sql, &filter, Some(rules), caller, now)?.rows;
    met.sort_by_key(|row| std::cmp::Reverse(row.met_received));
    let mut seen = Vec::new();
    let mut briefs = Vec::new();
    for row in met {
        for id in satisfaction::store::records_of(sql, row.id)? {
            if briefs.len() >= MOST || seen.contains(&id) {
                continue;
            }
            seen.push(id);
            if let Some(record) = records::store::by_id(sql, id)? {
                briefs.push(shown::brief(sql, env, &record)?);
            }
        }
    }
    Ok(briefs)
}
