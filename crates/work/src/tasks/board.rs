//! The wall chart: every node of every task in its month. Pure.

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
    /// Bodies in whose line it stands when the chart is by lead; none where nobody leads.
    pub leads: Vec<Id>,
    pub due: Day,
    pub status: Status,
    pub milestones: Vec<Node>,
}

/// A point in a month: a milestone, or the task itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub due: Day,
    pub mark: Mark,
}

/// What a node shows: its state, or that it was done once and is open again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    State(State),
    Reopened,
}

impl Mark {
    pub fn of(status: &Status) -> Mark {
        if status.reopened {
            Mark::Reopened
        } else {
            Mark::State(status.state)
        }
    }

    /// Overdue comes before everything, then what was taken back, then what is to come.
    fn weight(self) -> u8 {
        match self {
            Mark::State(State::Overdue | State::Lapsed) => u8::MAX,
            Mark::Reopened => u8::MAX - 1,
            Mark::State(state) => rules::weight(state),
        }
    }
}

/// One cell: how many nodes fall into the month, the worst of them, and how many are as bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub worst: Mark,
    pub count: i64,
    pub as_bad: i64,
}

/// A line of the chart: the tasks of one item, or of one lead.
#[derive(Clone, Debug)]
pub struct Line {
    pub key: Key,
    pub tasks: Vec<Id>,
    /// Month of the year, 1 to 12.
    pub cells: BTreeMap<u32, Cell>,
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

/// Counts over tasks; each task stands in exactly one state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub met: i64,
    pub met_late: i64,
    pub due_soon: i64,
    pub overdue: i64,
    pub lapsed: i64,
    /// Open and not near due, or not begun.
    pub open: i64,
    /// Of those not finished: taken back by an evaluation.
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

    pub fn finished(&self) -> i64 {
        self.met + self.met_late
    }

    pub fn unfinished(&self) -> i64 {
        self.due_soon + self.overdue + self.lapsed + self.open
    }

    fn add(&mut self, status: &Status) {
        let place = match status.state {
            // What was withdrawn is no task any more.
            State::Withdrawn => return,
            State::Met | State::Excused => &mut self.met,
            State::MetLate => &mut self.met_late,
            State::DueSoon => &mut self.due_soon,
            State::Overdue => &mut self.overdue,
            State::Lapsed => &mut self.lapsed,
            State::Open | State::Upcoming => &mut self.open,
        };
        *place += 1;
        self.reopened += i64::from(status.reopened);
    }
}

/// Lines in the order of their keys. A task with several leads stands in the line of each when the chart is by lead.
pub fn lines(tasks: &[Charted], year: i32, keys: impl Fn(&Charted) -> Vec<Key>) -> Vec<Line> {
    let mut grouped: BTreeMap<Key, Vec<&Charted>> = BTreeMap::new();
    for task in tasks {
        for key in keys(task) {
            grouped.entry(key).or_default().push(task);
        }
    }
    let line = |(key, tasks): (Key, Vec<&Charted>)| Line {
        key,
        tasks: tasks.iter().map(|task| task.id).collect(),
        cells: cells(&tasks, year),
        totals: Totals::of(tasks.iter().map(|task| &task.status)),
    };
    grouped.into_iter().map(line).collect()
}

fn cells(tasks: &[&Charted], year: i32) -> BTreeMap<u32, Cell> {
    let mut nodes: BTreeMap<u32, Vec<Mark>> = BTreeMap::new();
    for task in tasks {
        let own = Node {
            due: task.due,
            mark: Mark::of(&task.status),
        };
        for node in task.milestones.iter().copied().chain([own]) {
            if node.mark != Mark::State(State::Withdrawn) {
                nodes
                    .entry(month(node.due, year))
                    .or_default()
                    .push(node.mark);
            }
        }
    }
    let cell = |marks: Vec<Mark>| {
        let worst = marks.iter().copied().max_by_key(|mark| mark.weight())?;
        let as_bad = marks
            .iter()
            .filter(|mark| mark.weight() == worst.weight())
            .count();
        Some(Cell {
            worst,
            count: count(marks.len()),
            as_bad: count(as_bad),
        })
    };
    nodes
        .into_iter()
        .filter_map(|(month, marks)| Some((month, cell(marks)?)))
        .collect()
}

/// What was carried over from before the year stands in its first month, what reaches beyond it in its last.
fn month(due: Day, year: i32) -> u32 {
    match due.year() {
        before if before < year => 1,
        own if own == year => due.month(),
        _ => 12,
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::rules::Verdict;

    fn status(state: State, verdict: Verdict) -> Status {
        rules::status(
            &[rules::Part {
                guards: true,
                state,
            }],
            verdict,
        )
    }

    fn task(number: usize, due: (i32, u32), status: Status) -> Charted {
        Charted {
            id: Id::natural("task", &number.to_string()),
            item: "07".to_owned(),
            leads: vec![Id::natural("org", "lead")],
            due: Day::new(due.0, due.1, 15).unwrap(),
            status,
            milestones: Vec::new(),
        }
    }

    fn by_item(task: &Charted) -> Vec<Key> {
        vec![Key::Item(0, task.item.clone())]
    }

    #[test]
    fn failed_evaluations_move_tasks_from_finished_to_open() {
        let of = |number| match number {
            0..345 => status(State::Met, Verdict::None),
            345..350 => status(State::Overdue, Verdict::Failed),
            _ => status(State::Open, Verdict::None),
        };
        let mut statuses: Vec<Status> = (0..401).map(of).collect();
        let totals = Totals::of(statuses.iter());
        assert_eq!((totals.finished(), totals.unfinished()), (345, 56));
        assert_eq!((totals.overdue, totals.reopened), (5, 5));
        for again in &mut statuses[345..350] {
            *again = status(State::MetLate, Verdict::Failed);
        }
        let totals = Totals::of(statuses.iter());
        assert_eq!(
            (totals.finished(), totals.met_late, totals.reopened),
            (350, 5, 0)
        );
    }

    #[test]
    fn a_cell_shows_the_worst_of_its_month() {
        let mut late = task(1, (2022, 3), status(State::Overdue, Verdict::None));
        late.milestones.push(Node {
            due: Day::new(2022, 2, 28).unwrap(),
            mark: Mark::State(State::MetLate),
        });
        let again = task(2, (2022, 3), status(State::Overdue, Verdict::Failed));
        let done = task(3, (2022, 3), status(State::Met, Verdict::None));
        let lines = lines(&[late, again.clone(), done.clone()], 2022, by_item);
        assert_eq!(lines.len(), 1);
        let overdue = Mark::State(State::Overdue);
        assert_eq!(
            lines[0].cells[&3],
            Cell {
                worst: overdue,
                count: 3,
                as_bad: 1
            }
        );
        assert_eq!(lines[0].cells[&2].worst, Mark::State(State::MetLate));
        let lines = super::lines(&[again, done], 2022, by_item);
        assert_eq!(
            lines[0].cells[&3],
            Cell {
                worst: Mark::Reopened,
                count: 2,
                as_bad: 1
            }
        );
    }

    #[test]
    fn what_falls_due_outside_the_year_stands_at_its_edge() {
        let carried = task(1, (2021, 6), status(State::Overdue, Verdict::None));
        let ahead = task(2, (2023, 2), status(State::Upcoming, Verdict::None));
        let lines = lines(&[carried, ahead], 2022, by_item);
        assert_eq!(
            lines[0].cells.keys().copied().collect::<Vec<u32>>(),
            [1, 12]
        );
    }
}
