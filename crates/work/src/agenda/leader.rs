//! A leader's page for one screen: what waits for him, what is new since yesterday, where his clauses stand worst.

use super::store as rows;
use ::store::{Result, Sql};
use axum::Json;
use axum::extract::State;
use engine::obligations::cells;
use engine::obligations::listing::with_parties;
use engine::obligations::store as obligations;
use engine::obligations::tally::Bar;
use engine::obligations::view::{self, ObligationRow, RecordBrief};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{App, Caller, Env, Problem};
use policy::Step;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// Rows of each part: the page is one phone screen, and one A4 sheet when printed.
const MOST: usize = 5;
const WORST: usize = 3;

#[derive(Debug, Serialize, ToSchema)]
pub struct LeaderView {
    pub name: String,
    pub waiting: Waiting,
    pub new: New,
    /// Clauses of his items, else of all that he sees, with most that is late.
    pub worst: Vec<WorstClause>,
    pub as_of: i64,
}

/// What cannot go on without him.
#[derive(Debug, Serialize, ToSchema)]
pub struct Waiting {
    pub count: i64,
    /// Records of his bodies that wait for approval.
    pub approvals: Vec<RecordBrief>,
    /// What he owes himself, or in his post.
    pub own: Vec<ObligationRow>,
}

/// What happened since the beginning of yesterday.
#[derive(Debug, Serialize, ToSchema)]
pub struct New {
    pub since: i64,
    /// Fell due since then and is not done.
    pub late_count: i64,
    pub late: Vec<ObligationRow>,
    pub matters_count: i64,
    pub matters: Vec<NewMatter>,
    /// Counting stopped: there are more.
    pub more: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct NewMatter {
    #[schema(value_type = String)]
    pub id: Id,
    pub title: String,
    pub word: String,
    pub opened_at: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct WorstClause {
    pub id: String,
    pub no: String,
    pub pack: String,
    pub summary: String,
    pub summary_en: String,
    pub bar: Bar,
    pub late: i64,
}

/// The page of whoever is signed in. Every figure is counted from what he may see.
#[utoipa::path(get, path = "/leader", operation_id = "leader_get", responses((status = 200, body = LeaderView)))]
pub async fn leader(
    State(app): State<App>,
    caller: Caller,
) -> std::result::Result<Json<LeaderView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let view = app
        .store
        .read(move |sql| {
            Ok(LeaderView {
                waiting: waiting(sql, &env, &caller, now)?,
                new: new(sql, &env, &caller, now)?,
                worst: worst(sql, &env, &caller, now)?,
                name: caller.name,
                as_of: now.0,
            })
        })
        .await?;
    Ok(Json(view))
}

fn waiting(sql: &mut dyn Sql, env: &Env, caller: &Caller, now: Moment) -> Result<Waiting> {
    let mut approvals = Vec::new();
    let mut count = 0;
    if caller.may("records.approve") {
        let forms = forms_to_approve(env);
        for body in &caller.orgs {
            for record in rows::unapproved(sql, *body, caller.person, rows::CAP)? {
                if !forms.contains(record.form.as_str()) {
                    continue;
                }
                count += 1;
                if approvals.len() < MOST {
                    approvals.push(view::brief(sql, env, &record)?);
                }
            }
        }
    }
    // His bodies' trays are the clerks' work; here stands what bears his own name or post.
    let own: Vec<Id> = caller
        .parties
        .iter()
        .copied()
        .filter(|party| !caller.orgs.contains(party))
        .collect();
    let open = obligations::open_of(sql, &own, now, MOST as i64)?;
    count += obligations::count_open_of(sql, &own, now)?;
    Ok(Waiting {
        count,
        approvals,
        own: view::rows(sql, env, caller, now, &open)?,
    })
}

/// Forms whose records count only when they are approved: by themselves, or by a duty that asks for it.
fn forms_to_approve(env: &Env) -> BTreeSet<&str> {
    let packs = || env.policy.packs();
    let own = packs()
        .flat_map(|pack| &pack.forms)
        .filter(|form| form.approval)
        .map(|form| form.id.as_str());
    let asked = packs()
        .flat_map(|pack| &pack.duties)
        .filter(|duty| duty.steps.contains(&Step::Approved))
        .flat_map(|duty| &duty.requirement.all)
        .map(|part| part.evidence.form.as_str());
    own.chain(asked).collect()
}

fn new(sql: &mut dyn Sql, env: &Env, caller: &Caller, now: Moment) -> Result<New> {
    let zone = env.calendar.zone();
    let since = zone.start_of(zone.day_of(now).plus_days(-1));
    let late_count = rows::count_due(sql, caller, since, now)?;
    let (late, _) = rows::page_due(sql, caller, (since, now), None, MOST)?;
    let (matters_count, matters) = rows::matters_since(sql, caller, since, MOST)?;
    Ok(New {
        since: since.0,
        late_count,
        late: view::rows(sql, env, caller, now, &late)?,
        matters_count,
        matters: matters
            .into_iter()
            .map(|matter| NewMatter {
                id: matter.id,
                title: matter.title,
                word: matter.word,
                opened_at: matter.opened_at.0,
            })
            .collect(),
        more: rows::CAP <= late_count.max(matters_count),
    })
}

fn worst(sql: &mut dyn Sql, env: &Env, caller: &Caller, now: Moment) -> Result<Vec<WorstClause>> {
    let mine: BTreeSet<String> = crate::tasks::clauses_of(sql, &caller.parties)?
        .into_iter()
        .collect();
    let mut bars: BTreeMap<String, Bar> = BTreeMap::new();
    for (rule, bar) in cells::by_rule(sql, &with_parties(caller), now)? {
        for clause in &obligations::rule(sql, rule)?.clauses {
            if mine.is_empty() || mine.contains(clause) {
                bars.entry(clause.clone()).or_default().add(&bar);
            }
        }
    }
    let mut late: Vec<(String, Bar)> = bars.into_iter().filter(|(_, bar)| 0 < bar.late()).collect();
    late.sort_by_key(|(id, bar)| (std::cmp::Reverse(bar.late()), bar.total(), id.clone()));
    late.truncate(WORST);
    let clauses = late.into_iter().filter_map(|(id, bar)| {
        let (pack, clause) = env.policy.clause(&id)?;
        Some(WorstClause {
            no: clause.place.clone(),
            pack: pack.id().to_owned(),
            summary: clause.summary.clone(),
            summary_en: clause.summary_en.clone(),
            late: bar.late(),
            bar,
            id,
        })
    });
    Ok(clauses.collect())
}
