//! What is compared with what, and what must come out. The limits stand here and nowhere else.

/// One line of the table: two series of the same rounds, their ratio, and its limit.
pub struct Goal {
    pub group: &'static str,
    pub case: &'static str,
    /// Series and unit.
    pub ours: (&'static str, &'static str),
    /// None where the limit is on the value itself.
    pub peer: Option<(&'static str, &'static str)>,
    pub limit: Limit,
}

#[derive(Clone, Copy)]
pub enum Limit {
    AtLeast(f64),
    AtMost(f64),
    /// Written down, without a limit.
    Noted,
}

impl Limit {
    pub fn holds(self, value: f64) -> bool {
        match self {
            Limit::AtLeast(least) => least <= value,
            Limit::AtMost(most) => value <= most,
            Limit::Noted => true,
        }
    }
}

const LIST: &str = "List, 16 clients";
const CREATE: &str = "Durable create, 64 clients, SQLite";
const TICK: &str = "500,000 obligations of a month by one tick";
const SHAPES: &str = "Three shapes, 16 clients";
const START: &str = "The demonstration";
const PLAN: &str = "A plan over 2.5 million obligations of 50,000 premises";

const fn goal(
    group: &'static str,
    case: &'static str,
    ours: (&'static str, &'static str),
    peer: (&'static str, &'static str),
    limit: Limit,
) -> Goal {
    Goal {
        group,
        case,
        ours,
        peer: Some(peer),
        limit,
    }
}

const fn alone(case: &'static str, ours: (&'static str, &'static str), limit: Limit) -> Goal {
    of_group(START, case, ours, limit)
}

const fn of_group(
    group: &'static str,
    case: &'static str,
    ours: (&'static str, &'static str),
    limit: Limit,
) -> Goal {
    Goal {
        group,
        case,
        ours,
        peer: None,
        limit,
    }
}

pub const GOALS: &[Goal] = &[
    goal(
        LIST,
        "requests a second, one county, against the bare handler",
        ("list/one", "rps"),
        ("list/baseline", "rps"),
        Limit::AtLeast(1.5),
    ),
    goal(
        LIST,
        "the same, against the bare handler that also joins the names",
        ("list/one", "rps"),
        ("list/baseline-named", "rps"),
        Limit::Noted,
    ),
    goal(
        LIST,
        "p50 of three areas, one sector, 500 handed records, against one county",
        ("list/wide", "p50_us"),
        ("list/one", "p50_us"),
        Limit::AtMost(4.0),
    ),
    goal(
        LIST,
        "p50 of one county among 10 million rows, against 200,000",
        ("list/one-large", "p50_us"),
        ("list/one", "p50_us"),
        Limit::AtMost(1.5),
    ),
    goal(
        CREATE,
        "records a second, against one commit a request",
        ("create/note", "rps"),
        ("create/baseline", "rps"),
        Limit::AtLeast(3.0),
    ),
    goal(
        CREATE,
        "records a second that each satisfy an obligation, against one commit a request",
        ("create/satisfying", "rps"),
        ("create/baseline", "rps"),
        Limit::Noted,
    ),
    goal(
        TICK,
        "SQLite: seconds, against commits of 10,000 rows",
        ("tick/sqlite", "s"),
        ("tick/sqlite-bulk", "s"),
        Limit::AtMost(2.0),
    ),
    goal(
        TICK,
        "SQLite: the second tick, against the first",
        ("tick/sqlite-second", "s"),
        ("tick/sqlite", "s"),
        Limit::AtMost(0.1),
    ),
    goal(
        TICK,
        "SQLite: timers made due again, against the first",
        ("tick/sqlite-repeated", "s"),
        ("tick/sqlite", "s"),
        Limit::Noted,
    ),
    goal(
        TICK,
        "PostgreSQL: seconds, against COPY",
        ("tick/postgres", "s"),
        ("tick/postgres-copy", "s"),
        Limit::AtMost(2.0),
    ),
    goal(
        TICK,
        "PostgreSQL: the second tick, against the first",
        ("tick/postgres-second", "s"),
        ("tick/postgres", "s"),
        Limit::AtMost(0.1),
    ),
    goal(
        TICK,
        "PostgreSQL: timers made due again, against the first",
        ("tick/postgres-repeated", "s"),
        ("tick/postgres", "s"),
        Limit::Noted,
    ),
    goal(
        SHAPES,
        "PostgreSQL: facts and folder, against a counter row in each request",
        ("shape/postgres-facts", "rps"),
        ("shape/postgres-counter-row", "rps"),
        Limit::Noted,
    ),
    goal(
        SHAPES,
        "SQLite: facts and folder, against a counter row in each request",
        ("shape/sqlite-facts", "rps"),
        ("shape/sqlite-counter-row", "rps"),
        Limit::Noted,
    ),
    goal(
        SHAPES,
        "PostgreSQL: sealer, against chaining inside each transaction",
        ("shape/postgres-sealed", "rps"),
        ("shape/postgres-chained", "rps"),
        Limit::Noted,
    ),
    goal(
        SHAPES,
        "SQLite, one client: one OR, against merged branches",
        ("shape/one-or", "us"),
        ("shape/merged", "us"),
        Limit::Noted,
    ),
    goal(
        SHAPES,
        "SQLite, one client: merged branches, against one county",
        ("shape/merged", "us"),
        ("shape/one-county", "us"),
        Limit::Noted,
    ),
    alone(
        "milliseconds from start to first answer",
        ("start/demo", "ms"),
        Limit::AtMost(1_000.0),
    ),
    alone(
        "resident MiB, started and idle",
        ("start/demo", "mib"),
        Limit::AtMost(60.0),
    ),
    alone(
        "resident MiB at rest after 150 reads of pages and lists",
        ("start/demo", "used_mib"),
        Limit::AtMost(60.0),
    ),
    alone(
        "of these, not mapped from files",
        ("start/demo", "used_anonymous_mib"),
        Limit::Noted,
    ),
    of_group(
        PLAN,
        "milliseconds of the page of 191 clauses, one county",
        ("plan/page", "ms"),
        Limit::AtMost(150.0),
    ),
    of_group(
        PLAN,
        "milliseconds of the inbox",
        ("plan/inbox", "ms"),
        Limit::AtMost(20.0),
    ),
    of_group(
        PLAN,
        "seconds of a year of all plans counted ahead",
        ("plan/simulate", "s"),
        Limit::AtMost(60.0),
    ),
];

/// The reference program: limits in absolute numbers hold where it reaches what it reached at first.
pub const REFERENCE: [(&str, &str); 2] = [("list/baseline", "rps"), ("create/baseline", "rps")];
