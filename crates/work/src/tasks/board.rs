//! The wall chart: every node of every task in its month. Pure.

use super::model::Shape;
use super::rules::{self, Status};
use engine::obligations::State;
use kernel::id::Id;
use kernel::time::Day;
use std::collections::BTreeMap;

/// A task as the chart needs it.
#[derive(Clone, Debug)]
pub struct Charted {
    pub id: Id,
    pub item: String,
    pub shape: Shape,
    pub leads: Vec<Id>,
    pub cooperating: usize,
    pub due: Day,
    pub status: Status,
    pub milestones: Vec<Node>,
}

/// A point in a month: a milestone, or the task itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub due: Day,
    pub state: State,
    pub reopened: bool,
}

/// One cell: how many nodes fall into the month, and the worst of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub state: State,
    pub nodes: i64,
    /// Nodes in the worst state.
    pub worst: i64,
    pub reopened: i64,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub key: Key,
    pub shape: Shape,
    pub leads: Vec<Id>,
    pub cooperating: usize,
    pub tasks: Vec<Id>,
    /// Month (its first day) → cell.
    pub cells: BTreeMap<Day, Cell>,
    pub totals: Totals,
}

/// What a line of the chart stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An item of the plan, in the plan's order.
    Item(usize, String),
    /// A body that leads.
    Lead(Id),
    /// Tasks that nobody leads.
    Joint,
}

/// Counts over tasks; each task is in exactly one of finished and open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub total: i64,
    pub finished: i64,
    pub finished_late: i64,
    pub open: i64,
    pub due_soon: i64,
    pub overdue: i64,
    pub reopened: i64,
}

impl Totals {
    pub fn of<'a>(tasks: impl Iterator<Item = &'a Status>) -> Totals {
        let mut totals = Totals::default();
        for status in tasks {
            totals.add(status);
        }
        totals
    }

    fn add(&mut self, status: &Status) {
        // What was withdrawn is no task any more.
        if status.state == State::Withdrawn {
            return;
        }
        self.total += 1;
        if status.is_finished() {
            self.finished += 1;
            self.finished_late += i64::from(status.state == State::MetLate);
        } else {
            self.open += 1;
            self.due_soon += i64::from(status.state == State::DueSoon);
            self.overdue += i64::from(status.state == State::Overdue);
            self.reopened += i64::from(status.reopened);
        }
    }
}

/// Lines in the order of their keys. A task with several leads stands in the line of each when the chart is by lead.
pub fn lines(tasks: &[Charted], keys: impl Fn(&Charted) -> Vec<Key>) -> Vec<Line> {
    let mut grouped: BTreeMap<Key, Vec<&Charted>> = BTreeMap::new();
    for task in tasks {
        for key in keys(task) {
            grouped.entry(key).or_default().push(task);
        }
    }
    grouped
        .into_iter()
        .map(|(key, tasks)| line(key, &tasks))
        .collect()
}

fn line(key: Key, tasks: &[&Charted]) -> Line {
    let mut leads: Vec<Id> = Vec::new();
    for lead in tasks.iter().flat_map(|task| &task.leads) {
        if !leads.contains(lead) {
            leads.push(*lead);
        }
    }
    let joint = tasks.iter().all(|task| task.shape == Shape::Joint);
    Line {
        key,
        shape: if joint {
            Shape::Joint
        } else {
            rules::shape(&leads)
        },
        leads,
        cooperating: tasks
            .iter()
            .map(|task| task.cooperating)
            .max()
            .unwrap_or_default(),
        tasks: tasks.iter().map(|task| task.id).collect(),
        cells: cells(tasks),
        totals: Totals::of(tasks.iter().map(|task| &task.status)),
    }
}

fn cells(tasks: &[&Charted]) -> BTreeMap<Day, Cell> {
    let mut nodes: BTreeMap<Day, Vec<Node>> = BTreeMap::new();
    for task in tasks {
        for node in task.milestones.iter().copied().chain([own_node(task)]) {
            if node.state != State::Withdrawn {
                nodes
                    .entry(node.due.first_of_month())
                    .or_default()
                    .push(node);
            }
        }
    }
    let cell = |nodes: Vec<Node>| {
        let state = rules::worst(nodes.iter().map(|node| node.state))?;
        let count = |fits: &dyn Fn(&&Node) -> bool| {
            i64::try_from(nodes.iter().filter(fits).count()).unwrap_or(i64::MAX)
        };
        Some(Cell {
            state,
            nodes: count(&|_| true),
            worst: count(&|node| node.state == state),
            reopened: count(&|node| node.reopened),
        })
    };
    nodes
        .into_iter()
        .filter_map(|(month, nodes)| Some((month, cell(nodes)?)))
        .collect()
}

fn own_node(task: &Charted) -> Node {
    Node {
        due: task.due,
        state: task.status.state,
        reopened: task.status.reopened,
    }
}

/// The months that the chart spans: those of the plan, widened by what falls due outside them.
pub fn months(from: Day, until: Day, lines: &[Line]) -> Vec<Day> {
    let named = || lines.iter().flat_map(|line| line.cells.keys().copied());
    let mut month = named()
        .min()
        .map_or(from, |first| first.min(from))
        .first_of_month();
    let last = named()
        .max()
        .map_or(until, |last| last.max(until))
        .first_of_month();
    let mut months = Vec::new();
    while month <= last {
        months.push(month);
        month = month.plus_months(1);
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::rules::Verdict;

    fn task(number: usize, item: &str, due: (i32, u32), state: State, verdict: Verdict) -> Charted {
        let due = Day::new(due.0, due.1, 15).unwrap();
        let part = rules::Part {
            guards: true,
            state,
        };
        Charted {
            id: Id::natural("task", &number.to_string()),
            item: item.to_owned(),
            shape: Shape::Lead,
            leads: vec![Id::natural("org", "lead")],
            cooperating: 0,
            due,
            status: rules::status(&[part], verdict),
            milestones: Vec::new(),
        }
    }

    fn by_item(task: &Charted) -> Vec<Key> {
        vec![Key::Item(0, task.item.clone())]
    }

    #[test]
    fn failed_evaluations_move_tasks_from_finished_to_open() {
        let mut tasks: Vec<Charted> = (0..401)
            .map(|number| match number {
                0..345 => task(number, "03", (2022, 6), State::Met, Verdict::None),
                345..350 => task(number, "03", (2022, 6), State::Overdue, Verdict::Failed),
                _ => task(number, "03", (2022, 12), State::Open, Verdict::None),
            })
            .collect();
        let totals = Totals::of(tasks.iter().map(|task| &task.status));
        assert_eq!((totals.total, totals.finished, totals.open), (401, 345, 56));
        assert_eq!((totals.overdue, totals.reopened), (5, 5));
        for reopened in &mut tasks[345..350] {
            let part = rules::Part {
                guards: true,
                state: State::MetLate,
            };
            reopened.status = rules::status(&[part], Verdict::Failed);
        }
        let totals = Totals::of(tasks.iter().map(|task| &task.status));
        assert_eq!(
            (totals.finished, totals.finished_late, totals.reopened),
            (350, 5, 0)
        );
    }

    #[test]
    fn a_cell_shows_the_worst_of_its_month() {
        let mut late = task(1, "07", (2022, 3), State::Overdue, Verdict::Failed);
        late.milestones.push(Node {
            due: Day::new(2022, 2, 28).unwrap(),
            state: State::MetLate,
            reopened: false,
        });
        let tasks = [late, task(2, "07", (2022, 3), State::Met, Verdict::None)];
        let lines = lines(&tasks, by_item);
        assert_eq!(lines.len(), 1);
        let month = |month| Day::new(2022, month, 1).unwrap();
        let march = lines[0].cells[&month(3)];
        assert_eq!(
            march,
            Cell {
                state: State::Overdue,
                nodes: 2,
                worst: 1,
                reopened: 1
            }
        );
        assert_eq!(lines[0].cells[&month(2)].state, State::MetLate);
        assert_eq!(months(month(2), month(3), &lines), [month(2), month(3)]);
    }

    #[test]
    fn the_chart_widens_to_what_falls_due_outside_the_plan() {
        let lines = lines(
            &[task(1, "01", (2023, 2), State::Open, Verdict::None)],
            by_item,
        );
        let day = |y, m| Day::new(y, m, 1).unwrap();
        let months = months(day(2022, 12), day(2022, 12).last_of_month(), &lines);
        assert_eq!(months, [day(2022, 12), day(2023, 1), day(2023, 2)]);
    }
}
