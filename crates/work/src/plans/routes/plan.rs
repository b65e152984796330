//! The plan page: items and clauses with what was done, by whom, and what is late.

use axum::Json;
use axum::extract::{Path, State};
use engine::obligations::cells;
use engine::obligations::listing::with_parties;
use engine::obligations::store as rows;
use engine::obligations::tally::Bar;
use kernel::reason::Reason;
use mechanism::{App, Caller, Problem};
use policy::{Pack, State as TraceState};
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Act, Error, Result, Sql};
use utoipa::ToSchema;

#[derive(Debug, Default, Serialize, ToSchema)]
pub struct StateCounts {
    pub runs: usize,
    pub tracked: usize,
    pub planned: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseView {
    pub id: String,
    pub no: String,
    pub summary: String,
    pub summary_en: String,
    pub kind: String,
    /// `runs`, `tracked` or `planned`.
    pub state: String,
    /// False where nothing countable belongs to it: 登记项，不计进度.
    pub countable: bool,
    pub bar: Bar,
    pub late: i64,
    pub open: i64,
    pub done: i64,
    /// Definitions that realise it.
    pub definitions: usize,
    /// Engines still to be built, for planned ones.
    pub waits_for: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ItemView {
    pub no: String,
    pub section: String,
    pub title: String,
    pub lead: Vec<String>,
    pub cooperating: Vec<String>,
    pub joint: Option<String>,
    pub bar: Bar,
    pub clauses: Vec<ClauseView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PlanView {
    pub pack: String,
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub from: String,
    pub until: String,
    pub area: String,
    pub version: u32,
    pub counts: StateCounts,
    pub total: Bar,
    pub items: Vec<ItemView>,
    pub as_of: i64,
}

/// A plan with live states: every figure is counted from obligations that the caller may see.
#[utoipa::path(get, path = "/plans/{pack}", operation_id = "plans_get", params(("pack" = String, Path,)),
    responses((status = 200, body = PlanView), (status = 404)))]
pub async fn plan(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> std::result::Result<Json<PlanView>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    fold(&app).await?;
    let view = app
        .store
        .read(move |sql| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            let bars = by_clause(sql, &caller, now)?;
            let states = states(&env.policy, pack);
            Ok(view(pack, &bars, &states, now.0))
        })
        .await?;
    Ok(Json(view))
}

/// Folds the cells first where much was appended since; otherwise a reader adds the little there is.
pub async fn fold(app: &App) -> Result<()> {
    if app.store.read(|sql| cells::wants_folding(sql)).await? {
        app.store
            .write(Act::system("plans.fold"), cells::fold)
            .await?;
    }
    Ok(())
}

/// Bars by clause. An obligation that answers to two clauses counts under both.
pub fn by_clause(
    sql: &mut dyn Sql,
    caller: &Caller,
    now: kernel::time::Moment,
) -> Result<BTreeMap<String, Bar>> {
    let mut bars: BTreeMap<String, Bar> = BTreeMap::new();
    for (rule, bar) in cells::by_rule(sql, &with_parties(caller), now)? {
        let rule = rows::rule(sql, rule)?;
        for clause in &rule.clauses {
            bars.entry(clause.clone()).or_default().add(&bar);
        }
    }
    Ok(bars)
}

/// Clause → state and number of definitions, from the library alone.
fn states(library: &policy::Library, pack: &Pack) -> BTreeMap<String, (TraceState, usize)> {
    let states = pack.clauses.iter().map(|clause| {
        let mut definitions = library.definitions_of_clause(&clause.id);
        definitions.dedup_by_key(|definition| definition.id);
        let state = policy::state_of(library, clause);
        (clause.id.clone(), (state, definitions.len()))
    });
    states.collect()
}

fn view(
    pack: &Pack,
    bars: &BTreeMap<String, Bar>,
    states: &BTreeMap<String, (TraceState, usize)>,
    as_of: i64,
) -> PlanView {
    let mut counts = StateCounts::default();
    let mut total = Bar::default();
    let mut items = Vec::new();
    for item in &pack.items {
        let mut bar = Bar::default();
        let mut clauses = Vec::new();
        for clause in pack.clauses.iter().filter(|clause| clause.item == item.no) {
            let own = bars.get(&clause.id).copied().unwrap_or_default();
            let (state, definitions) = states
                .get(&clause.id)
                .copied()
                .unwrap_or((TraceState::Planned, 0));
            match state {
                TraceState::Runs => counts.runs += 1,
                TraceState::Tracked => counts.tracked += 1,
                TraceState::Planned => counts.planned += 1,
            }
            bar.add(&own);
            clauses.push(ClauseView {
                id: clause.id.clone(),
                no: clause.place.clone(),
                summary: clause.summary.clone(),
                summary_en: clause.summary_en.clone(),
                kind: clause.kind.clone(),
                state: word(state).to_owned(),
                countable: own.total() > 0,
                bar: own,
                late: own.late(),
                open: own.open + own.due_soon,
                done: own.done(),
                definitions,
                waits_for: clause.waits_for.clone(),
            });
        }
        total.add(&bar);
        items.push(ItemView {
            no: item.no.clone(),
            section: item.section.clone(),
            title: item.title.clone(),
            lead: item.lead.clone(),
            cooperating: item.cooperating.clone(),
            joint: item.joint.clone(),
            bar,
            clauses,
        });
    }
    let header = &pack.header;
    PlanView {
        pack: header.id.clone(),
        title: header.title.clone(),
        number: header.number.clone(),
        issuer: header.issuer.clone(),
        from: header.from.to_string(),
        until: header.until.to_string(),
        area: header.area.clone(),
        version: header.version,
        counts,
        total,
        items,
        as_of,
    }
}

pub fn word(state: TraceState) -> &'static str {
    match state {
        TraceState::Runs => "runs",
        TraceState::Tracked => "tracked",
        TraceState::Planned => "planned",
    }
}
