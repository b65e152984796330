//! The rows of tasks.

use engine::obligations::Obligation;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};

/// The three shapes of responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One lead, with or without cooperating bodies.
    Lead,
    /// Several leads, all of whom sign.
    Leads,
    /// Nobody leads: every member of the roster signs.
    Joint,
}

impl Shape {
    pub fn word(self) -> &'static str {
        match self {
            Shape::Lead => "lead",
            Shape::Leads => "leads",
            Shape::Joint => "joint",
        }
    }

    pub fn of_word(word: &str) -> Option<Shape> {
        [Shape::Lead, Shape::Leads, Shape::Joint]
            .into_iter()
            .find(|shape| shape.word() == word)
    }
}

/// What a party is to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Lead,
    Joint,
    Cooperating,
    /// Sight and reports, no obligation.
    Patron,
}

impl Role {
    pub fn word(self) -> &'static str {
        match self {
            Role::Lead => "lead",
            Role::Joint => "joint",
            Role::Cooperating => "cooperating",
            Role::Patron => "patron",
        }
    }

    pub fn of_word(word: &str) -> Option<Role> {
        [Role::Lead, Role::Joint, Role::Cooperating, Role::Patron]
            .into_iter()
            .find(|role| role.word() == word)
    }

    /// Whether the party answers for the task, so that nobody of it evaluates the task.
    pub fn is_responsible(self) -> bool {
        matches!(self, Role::Lead | Role::Joint)
    }
}

/// Where a task came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Plan,
    Table,
    Hand,
}

impl Origin {
    pub fn word(self) -> &'static str {
        match self {
            Origin::Plan => "plan",
            Origin::Table => "table",
            Origin::Hand => "hand",
        }
    }
}

/// A stored task.
#[derive(Clone, Debug)]
pub struct Task {
    pub id: Id,
    pub pack: String,
    pub origin: String,
    /// Lineage of the definition under which its obligations stand.
    pub definition: String,
    /// Number in the table that it came from; empty for tasks of the pack itself.
    pub number: String,
    pub parent: Option<Id>,
    pub title: String,
    pub title_en: String,
    /// Number of the item of the plan; empty where it has none.
    pub item: String,
    pub clauses: Vec<String>,
    pub shape: Shape,
    pub form: String,
    pub due_day: Day,
    pub due_at: Moment,
    pub opened_at: Moment,
    pub generation: i64,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub version: i64,
}

impl Task {
    /// The id of a task of a pack.
    pub fn id_of(pack: &str, definition: &str) -> Id {
        Id::natural("task", &format!("{pack}\n{definition}"))
    }

    /// The id of a task of a table: its number, which no definition can bear.
    pub fn id_of_number(pack: &str, number: &str) -> Id {
        Id::natural("task", &format!("{pack}\n#{number}"))
    }
}

/// A party with the obligation by which it owes its part; a patron has none.
#[derive(Clone, Debug)]
pub struct TaskParty {
    pub task: Id,
    pub party: Id,
    pub role: Role,
    /// Whether the task is done only when this party's obligation is met.
    pub guards: bool,
    pub obligation: Option<Obligation>,
}

/// A point on the way with the obligations that the leads hold for it.
#[derive(Clone, Debug)]
pub struct Milestone {
    pub id: Id,
    pub title: String,
    pub due_day: Day,
    pub obligations: Vec<Obligation>,
}

/// A look back at a finished task.
#[derive(Clone, Debug)]
pub struct Evaluation {
    pub id: Id,
    pub task: Id,
    pub at: Moment,
    pub by: Id,
    pub failed: bool,
    pub reason: String,
    /// Parties whose sign-off it rejected.
    pub parties: Vec<Id>,
}
