//! The wall chart: item or lead by month.

use crate::tasks::board::{self, Charted, Key, Line, Mark, Node, Totals};
use crate::tasks::model::Role;
use crate::tasks::read::{self, Filter, Standing};
use crate::tasks::view::{self, Names};
use axum::Json;
use axum::extract::{Query, State};
use engine::obligations::view::Said;
use engine::obligations::{State as Word, rules as clocks};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{App, Caller, Env, Lang, Problem};
use policy::Pack;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The plan; absent: the latest of which the caller sees tasks.
    pub plan: Option<String>,
    /// `item` (default) or `lead`.
    pub by: Option<String>,
    /// Only tasks below this one.
    #[param(value_type = Option<String>)]
    pub parent: Option<Id>,
    pub clause: Option<String>,
    pub item: Option<String>,
    #[param(value_type = Option<String>)]
    pub lead: Option<Id>,
    /// `plan`, `table` or `hand`.
    pub origin: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct WallChart {
    pub pack: String,
    pub title: String,
    pub year: i32,
    pub rows: Vec<WallRow>,
    pub counts: WallCounts,
    /// Tasks that a failed evaluation reopened, with the reason.
    pub reopened: Vec<ReopenedTask>,
    /// What is overdue, longest first; at most two hundred.
    pub worst: Vec<OverduePart>,
    pub as_of: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct WallRow {
    /// Number of the item, or id of the lead; empty for what stands under none.
    pub item: String,
    pub title: String,
    pub lead: Vec<String>,
    /// Who shares it, where nobody leads.
    pub joint: Option<String>,
    pub cooperating: Vec<String>,
    pub cells: Vec<WallCell>,
    pub done: i64,
    pub total: i64,
    pub bar: WallBar,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct WallCell {
    /// 1 to 12. What falls due before the year stands in 1, what falls due after it in 12.
    pub month: u32,
    /// Worst state of the nodes of the month, or `reopened`.
    pub state: String,
    /// Nodes in the month.
    pub count: i64,
    /// Of those, how many are in that state.
    pub as_bad: i64,
}

/// Tasks by state.
#[derive(Debug, Serialize, ToSchema)]
pub struct WallBar {
    pub met: i64,
    pub met_late: i64,
    pub due_soon: i64,
    pub overdue: i64,
    pub lapsed: i64,
    pub open: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct WallCounts {
    pub total: i64,
    pub done: i64,
    pub done_late: i64,
    pub open: i64,
    /// Of the open ones, those past due.
    pub late: i64,
    /// Of the open ones, those that a failed evaluation reopened.
    pub reopened: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReopenedTask {
    #[schema(value_type = String)]
    pub id: Id,
    pub item: String,
    pub number: String,
    pub title: String,
    pub reason: String,
    pub at: i64,
}

/// The part of one party that is overdue.
#[derive(Debug, Serialize, ToSchema)]
pub struct OverduePart {
    #[schema(value_type = String)]
    pub id: Id,
    pub holder: String,
    pub number: String,
    pub title: String,
    pub distance: Said,
    #[schema(value_type = String)]
    pub obligation: Id,
}

/// The wall chart over the tasks that are asked for and that the caller may see. Every figure is counted from the same
/// rows as the list; nothing is typed in.
#[utoipa::path(get, path = "/wall-chart", operation_id = "wall_chart", params(Wanted),
    responses((status = 200, body = WallChart)))]
pub async fn chart(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
) -> Result<Json<WallChart>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let chart = app
        .store
        .read(move |sql| {
            let mut tasks = read::all(sql, &caller, &env, &filter(&wanted), now)?;
            let plan = wanted.plan.clone().or_else(|| latest(&env, &tasks));
            tasks.retain(|one| plan.as_ref() == Some(&one.task.pack));
            let pack = plan.as_deref().and_then(|plan| env.policy.pack(plan));
            let names = Names::of(sql, &tasks)?;
            let drawing = Drawing {
                env: &env,
                pack,
                now,
                language: caller.language,
                names: &names,
            };
            Ok(drawing.draw(wanted.by.as_deref() == Some("lead"), &tasks))
        })
        .await?;
    Ok(Json(chart))
}

fn filter(wanted: &Wanted) -> Filter {
    Filter {
        pack: wanted.plan.clone(),
        parent: wanted.parent,
        clause: wanted.clause.clone(),
        item: wanted.item.clone(),
        lead: wanted.lead,
        origin: wanted.origin.clone(),
        ..Filter::default()
    }
}

fn latest(env: &Env, tasks: &[Standing]) -> Option<String> {
    let packs = tasks
        .iter()
        .filter_map(|one| env.policy.pack(&one.task.pack));
    packs
        .max_by_key(|pack| (pack.header.from, pack.id()))
        .map(|pack| pack.id().to_owned())
}

struct Drawing<'a> {
    env: &'a Env,
    pack: Option<&'a Pack>,
    now: Moment,
    language: Lang,
    names: &'a Names,
}

impl Drawing<'_> {
    fn draw(&self, by_lead: bool, tasks: &[Standing]) -> WallChart {
        let charted: Vec<Charted> = tasks.iter().map(|task| charted(task, self.now)).collect();
        let today = self.env.calendar.zone().day_of(self.now);
        let year = self.pack.map_or(today, |pack| pack.header.from).year();
        let lines = match by_lead {
            true => board::lines(&charted, year, keys_by_lead),
            false => board::lines(&charted, year, |task| vec![self.key_by_item(task)]),
        };
        WallChart {
            pack: self
                .pack
                .map(|pack| pack.id().to_owned())
                .unwrap_or_default(),
            title: self
                .pack
                .map(|pack| pack.header.title.clone())
                .unwrap_or_default(),
            year,
            rows: lines
                .into_iter()
                .map(|line| self.row(line, tasks))
                .collect(),
            counts: counts(Totals::of(charted.iter().map(|task| &task.status))),
            reopened: self.reopened(tasks),
            worst: self.worst(tasks),
            as_of: self.now.0,
        }
    }

    /// Items stand in the order of their plan.
    fn key_by_item(&self, task: &Charted) -> Key {
        let items = self.pack.map_or(&[][..], |pack| &pack.items);
        let place = items
            .iter()
            .position(|item| item.no == task.item)
            .unwrap_or(items.len());
        Key::Item(place, task.item.clone())
    }

    fn row(&self, line: Line, tasks: &[Standing]) -> WallRow {
        let item = match &line.key {
            Key::Item(_, no) => self.pack.and_then(|pack| pack.item(no)),
            Key::Lead(_) | Key::Joint => None,
        };
        let own: Vec<&Standing> = tasks
            .iter()
            .filter(|one| line.tasks.contains(&one.task.id))
            .collect();
        // A plan's item says in its own words who leads and who takes part; other lines name the parties.
        let words = |words: Option<&Vec<String>>, role: Role| match words {
            Some(words) if !words.is_empty() => words.clone(),
            _ => self.parties(&own, role),
        };
        let lead = words(item.map(|item| &item.lead), Role::Lead);
        let shared = self.parties(&own, Role::Joint).join("、");
        let joint = item.and_then(|item| item.joint.clone()).or(Some(shared));
        let (key, title) = match &line.key {
            Key::Item(_, no) => (
                no.clone(),
                item.map(|item| item.title.clone()).unwrap_or_default(),
            ),
            Key::Lead(lead) => (lead.to_string(), self.names.get(*lead).name),
            Key::Joint => (String::new(), String::new()),
        };
        WallRow {
            item: key,
            title,
            joint: joint.filter(|words| lead.is_empty() && !words.is_empty()),
            lead,
            cooperating: words(item.map(|item| &item.cooperating), Role::Cooperating),
            cells: line
                .cells
                .iter()
                .map(|(month, found)| cell(*month, found))
                .collect(),
            done: line.totals.finished(),
            total: line.totals.finished() + line.totals.unfinished(),
            bar: bar(&line.totals),
        }
    }

    fn parties(&self, tasks: &[&Standing], role: Role) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for party in tasks
            .iter()
            .flat_map(|one| &one.parties)
            .filter(|party| party.role == role)
        {
            let name = self.names.get(party.party).name;
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn reopened(&self, tasks: &[Standing]) -> Vec<ReopenedTask> {
        let reopened = tasks.iter().filter(|one| one.status.reopened);
        let shown = reopened.filter_map(|one| {
            let last = one.last.as_ref()?;
            Some(ReopenedTask {
                id: one.task.id,
                item: one.task.item.clone(),
                number: one.task.number.clone(),
                title: view::title(one, self.language),
                reason: last.reason.clone(),
                at: last.at.0,
            })
        });
        shown.collect()
    }

    fn worst(&self, tasks: &[Standing]) -> Vec<OverduePart> {
        const MOST: usize = 200;
        let mut late = Vec::new();
        for one in tasks {
            for row in one
                .parties
                .iter()
                .filter(|party| party.guards)
                .flat_map(|party| &party.obligation)
            {
                if clocks::state(row, self.now) == Word::Overdue {
                    late.push((row, one));
                }
            }
        }
        late.sort_by_key(|(row, _)| (row.due_at, row.id));
        late.dedup_by_key(|(row, _)| row.id);
        let shown = late.into_iter().take(MOST).map(|(row, one)| OverduePart {
            id: one.task.id,
            holder: self.names.get(row.holder).name,
            number: one.task.number.clone(),
            title: view::title(one, self.language),
            distance: clocks::distance(row, self.now).into(),
            obligation: row.id,
        });
        shown.collect()
    }
}

fn charted(one: &Standing, now: Moment) -> Charted {
    let leads = one.parties.iter().filter(|party| party.role == Role::Lead);
    let milestones = one.milestones.iter().map(|milestone| Node {
        due: milestone.due_day,
        mark: Mark::State(view::milestone_state(&milestone.obligations, now)),
    });
    Charted {
        id: one.task.id,
        item: one.task.item.clone(),
        leads: leads.map(|party| party.party).collect(),
        due: one.task.due_day,
        status: one.status,
        milestones: milestones.collect(),
    }
}

fn keys_by_lead(task: &Charted) -> Vec<Key> {
    if task.leads.is_empty() {
        return vec![Key::Joint];
    }
    task.leads.iter().map(|lead| Key::Lead(*lead)).collect()
}

fn cell(month: u32, cell: &board::Cell) -> WallCell {
    let state = match cell.worst {
        Mark::Reopened => "reopened",
        Mark::State(state) => word(state),
    };
    WallCell {
        month,
        state: state.to_owned(),
        count: cell.count,
        as_bad: cell.as_bad,
    }
}

fn word(state: Word) -> &'static str {
    match state {
        Word::Upcoming => "upcoming",
        Word::Open => "open",
        Word::DueSoon => "due_soon",
        Word::Overdue => "overdue",
        Word::Lapsed => "lapsed",
        Word::Met => "met",
        Word::MetLate => "met_late",
        Word::Excused => "excused",
        Word::Withdrawn => "withdrawn",
    }
}

fn bar(totals: &Totals) -> WallBar {
    WallBar {
        met: totals.met,
        met_late: totals.met_late,
        due_soon: totals.due_soon,
        overdue: totals.overdue,
        lapsed: totals.lapsed,
        open: totals.open,
    }
}

fn counts(totals: Totals) -> WallCounts {
    WallCounts {
        total: totals.finished() + totals.unfinished(),
        done: totals.finished(),
        done_late: totals.met_late,
        open: totals.unfinished(),
        late: totals.overdue + totals.lapsed,
        reopened: totals.reopened,
    }
}
