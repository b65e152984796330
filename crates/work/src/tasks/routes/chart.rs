//! The wall chart: item or lead by month.

use crate::tasks::board::{self, Cell, Charted, Key, Line, Node, Totals};
use crate::tasks::model::{Role, Shape};
use crate::tasks::read::{self, Filter, Standing};
use crate::tasks::view::{self, Names};
use axum::Json;
use axum::extract::{Query, State};
use engine::obligations::State as Word;
use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller, Env, Lang, Problem};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
pub struct By {
    /// `item` (default) or `lead`.
    pub by: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct WallChart {
    /// Months from left to right, `2022-01`.
    pub months: Vec<String>,
    /// The month of now, where the chart spans it.
    pub now: String,
    pub rows: Vec<ChartRow>,
    pub totals: ChartTotals,
    /// Tasks that a failed evaluation reopened, with the reason.
    pub reopened: Vec<ReopenedTask>,
    /// Overdue tasks, the longest overdue first; at most twenty.
    pub overdue: Vec<OverdueTask>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ChartRow {
    /// Number of the item, or id of the lead; empty for tasks that nobody leads or that stand under no item.
    pub key: String,
    pub title: String,
    pub leads: Vec<Named>,
    /// `lead`, `leads` or `joint`.
    pub shape: String,
    /// How many bodies cooperate.
    pub cooperating: usize,
    /// In the order of `months`; absent where nothing falls due.
    pub cells: Vec<Option<ChartCell>>,
    pub totals: ChartTotals,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ChartCell {
    /// Worst state of the nodes that fall due in the month.
    pub state: Word,
    pub nodes: i64,
    /// Nodes in that state.
    pub worst: i64,
    pub reopened: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ChartTotals {
    pub total: i64,
    pub finished: i64,
    pub finished_late: i64,
    pub open: i64,
    pub due_soon: i64,
    pub overdue: i64,
    pub reopened: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReopenedTask {
    #[schema(value_type = String)]
    pub id: Id,
    pub number: String,
    pub title: String,
    pub item: String,
    pub reason: String,
    pub at: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OverdueTask {
    #[schema(value_type = String)]
    pub id: Id,
    pub number: String,
    pub title: String,
    pub item: String,
    pub leads: Vec<Named>,
    pub due_at: i64,
    pub days: i64,
}

/// The wall chart over the tasks that the filter admits and the caller may see. Every figure is counted from the same
/// rows as the list; nothing is typed in.
#[utoipa::path(get, path = "/wall-chart", operation_id = "wall_chart", params(Filter, By),
    responses((status = 200, body = WallChart), (status = 422)))]
pub async fn chart(
    State(app): State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
    Query(by): Query<By>,
) -> Result<Json<WallChart>, Problem> {
    let env = app.env.clone();
    let now = app.store.clock().business();
    let chart = app
        .store
        .read(move |sql| {
            let tasks = read::all(sql, &caller, &filter, now)?;
            let names = Names::of(sql, &tasks)?;
            let drawing = Drawing {
                env: &env,
                now,
                language: caller.language,
                names: &names,
            };
            Ok(drawing.draw(&filter, by.by.as_deref() == Some("lead"), &tasks))
        })
        .await?;
    Ok(Json(chart))
}

struct Drawing<'a> {
    env: &'a Env,
    now: Moment,
    language: Lang,
    names: &'a Names,
}

impl Drawing<'_> {
    fn draw(&self, filter: &Filter, by_lead: bool, tasks: &[Standing]) -> WallChart {
        let charted: Vec<Charted> = tasks.iter().map(|task| charted(task, self.now)).collect();
        let lines = match by_lead {
            true => board::lines(&charted, keys_by_lead),
            false => board::lines(&charted, |task| vec![self.key_by_item(tasks, task)]),
        };
        let (from, until) = self.span(filter, tasks);
        let months = board::months(from, until, &lines);
        WallChart {
            rows: lines
                .into_iter()
                .map(|line| self.row(line, tasks, &months))
                .collect(),
            months: months.iter().map(|month| label(*month)).collect(),
            now: label(self.today()),
            totals: totals(Totals::of(charted.iter().map(|task| &task.status))),
            reopened: self.reopened(tasks),
            overdue: self.overdue(tasks),
        }
    }

    fn today(&self) -> Day {
        self.env.calendar.zone().day_of(self.now)
    }

    /// The span of the plans on the chart.
    fn span(&self, filter: &Filter, tasks: &[Standing]) -> (Day, Day) {
        let named = filter.pack.iter().map(String::as_str);
        let packs = named.chain(tasks.iter().map(|one| one.task.pack.as_str()));
        let headers = packs
            .filter_map(|pack| self.env.policy.pack(pack))
            .map(|pack| &pack.header);
        let spans: Vec<(Day, Day)> = headers.map(|header| (header.from, header.until)).collect();
        let from = spans
            .iter()
            .map(|(from, _)| *from)
            .min()
            .unwrap_or_else(|| self.today());
        let until = spans
            .iter()
            .map(|(_, until)| *until)
            .max()
            .unwrap_or_else(|| self.today());
        (from, until)
    }

    /// Items stand in the order of their plan.
    fn key_by_item(&self, tasks: &[Standing], charted: &Charted) -> Key {
        let pack = tasks
            .iter()
            .find(|one| one.task.id == charted.id)
            .map(|one| one.task.pack.as_str());
        let items = pack
            .and_then(|pack| self.env.policy.pack(pack))
            .map_or(&[][..], |pack| &pack.items);
        let place = items
            .iter()
            .position(|item| item.no == charted.item)
            .unwrap_or(items.len());
        Key::Item(place, charted.item.clone())
    }

    fn row(&self, line: Line, tasks: &[Standing], months: &[Day]) -> ChartRow {
        let (key, title) = match &line.key {
            Key::Item(_, item) => (item.clone(), self.item_title(item, &line, tasks)),
            Key::Lead(lead) => (lead.to_string(), self.names.get(*lead).name),
            Key::Joint => (String::new(), String::new()),
        };
        ChartRow {
            key,
            title,
            leads: line
                .leads
                .iter()
                .map(|lead| self.names.get(*lead))
                .collect(),
            shape: line.shape.word().to_owned(),
            cooperating: line.cooperating,
            cells: months
                .iter()
                .map(|month| line.cells.get(month).copied().map(cell))
                .collect(),
            totals: totals(line.totals),
        }
    }

    fn item_title(&self, item: &str, line: &Line, tasks: &[Standing]) -> String {
        let first = tasks
            .iter()
            .find(|one| line.tasks.first() == Some(&one.task.id));
        let pack = first.and_then(|one| self.env.policy.pack(&one.task.pack));
        pack.and_then(|pack| pack.item(item))
            .map(|item| item.title.clone())
            .unwrap_or_default()
    }

    fn reopened(&self, tasks: &[Standing]) -> Vec<ReopenedTask> {
        let reopened = tasks.iter().filter(|one| one.status.reopened);
        let shown = reopened.filter_map(|one| {
            let last = one.last.as_ref()?;
            Some(ReopenedTask {
                id: one.task.id,
                number: one.task.number.clone(),
                title: view::title(one, self.language),
                item: one.task.item.clone(),
                reason: last.reason.clone(),
                at: last.at.0,
            })
        });
        shown.collect()
    }

    fn overdue(&self, tasks: &[Standing]) -> Vec<OverdueTask> {
        const MOST: usize = 20;
        let mut late: Vec<&Standing> = tasks
            .iter()
            .filter(|one| one.status.state == Word::Overdue)
            .collect();
        late.sort_by_key(|one| (one.task.due_day, one.task.id));
        let shown = late.into_iter().take(MOST).map(|one| OverdueTask {
            id: one.task.id,
            number: one.task.number.clone(),
            title: view::title(one, self.language),
            item: one.task.item.clone(),
            leads: answering(one).map(|party| self.names.get(party)).collect(),
            due_at: one.task.due_at.0,
            days: i64::from(self.today().days_since(one.task.due_day)),
        });
        shown.collect()
    }
}

fn charted(one: &Standing, now: Moment) -> Charted {
    let of = |role: Role| one.parties.iter().filter(move |party| party.role == role);
    let milestones = one.milestones.iter().map(|milestone| Node {
        due: milestone.due_day,
        state: view::milestone_state(&milestone.obligations, now),
        reopened: false,
    });
    Charted {
        id: one.task.id,
        item: one.task.item.clone(),
        shape: one.task.shape,
        leads: of(Role::Lead).map(|party| party.party).collect(),
        cooperating: of(Role::Cooperating).chain(of(Role::Joint)).count(),
        due: one.task.due_day,
        status: one.status,
        milestones: milestones.collect(),
    }
}

fn answering(one: &Standing) -> impl Iterator<Item = Id> {
    one.parties
        .iter()
        .filter(|party| party.role == Role::Lead)
        .map(|party| party.party)
}

fn keys_by_lead(task: &Charted) -> Vec<Key> {
    match task.shape {
        Shape::Joint => vec![Key::Joint],
        _ => task.leads.iter().map(|lead| Key::Lead(*lead)).collect(),
    }
}

fn cell(cell: Cell) -> ChartCell {
    ChartCell {
        state: cell.state,
        nodes: cell.nodes,
        worst: cell.worst,
        reopened: cell.reopened,
    }
}

fn totals(totals: Totals) -> ChartTotals {
    ChartTotals {
        total: totals.total,
        finished: totals.finished,
        finished_late: totals.finished_late,
        open: totals.open,
        due_soon: totals.due_soon,
        overdue: totals.overdue,
        reopened: totals.reopened,
    }
}

fn label(month: Day) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}
