//! Rows of submissions: a record put before somebody who decides about it for one obligation.
//!
//! Rows are never taken away: what was returned first stays in sight beside what was accepted in the end.

use kernel::id::Id;
use kernel::time::Moment;
use store::{Error, Result, Row, Sql, Tx, params};

/// What the one before whom it lies decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// The holder's own approver lets it go up.
    Approver,
    /// The receiver takes it.
    Receiver,
}

impl Before {
    pub fn word(self) -> &'static str {
        match self {
            Self::Approver => "approve",
            Self::Receiver => "accept",
        }
    }
}

/// One submission as stored.
#[derive(Clone, Debug)]
pub struct Submission {
    pub id: Id,
    pub obligation: Id,
    pub record: Id,
    pub before: Before,
    /// Who decides.
    pub party: Id,
    /// `waiting`, `accepted`, `returned`, `superseded` or `withdrawn`.
    pub state: String,
    /// The time that counts once it is accepted.
    pub received: Moment,
    pub opened_at: Moment,
    pub due_at: Moment,
    /// The obligation under which another party owes the decision.
    pub owed: Option<Id>,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<Id>,
    pub reason: Option<String>,
    /// What the return asks for, one thing a line.
    pub missing: Vec<String>,
    pub correct_until: Option<Moment>,
}

impl Submission {
    pub fn is_waiting(&self) -> bool {
        self.state == "waiting"
    }

    pub fn is_returned(&self) -> bool {
        self.state == "returned"
    }

    /// The same record, obligation and step is one submission.
    pub fn key(obligation: Id, record: Id, before: Before) -> Id {
        Id::natural(
            "submission",
            &format!("{obligation}\n{record}\n{}", before.word()),
        )
    }
}

pub const COLUMNS: &str = "t.id, t.obligation, t.record, t.step, t.party, t.state, t.received, t.opened_at, t.due_at, \
     t.owed, t.decided_at, t.decided_by, t.reason, t.missing, t.correct_until";

pub fn read(row: &Row) -> Result<Submission> {
    let missing = row.opt_text("missing")?;
    Ok(Submission {
        id: row.id("id")?,
        obligation: row.id("obligation")?,
        record: row.id("record")?,
        before: match row.str("step")? {
            "approve" => Before::Approver,
            _ => Before::Receiver,
        },
        party: row.id("party")?,
        state: row.text("state")?,
        received: row.moment("received")?,
        opened_at: row.moment("opened_at")?,
        due_at: row.moment("due_at")?,
        owed: row.opt_id("owed")?,
        decided_at: row.opt_moment("decided_at")?,
        decided_by: row.opt_id("decided_by")?,
        reason: row.opt_text("reason")?,
        missing: missing.map_or_else(Vec::new, |lines| lines.lines().map(str::to_owned).collect()),
        correct_until: row.opt_moment("correct_until")?,
    })
}

/// Submissions for an obligation, the first one first.
pub fn of_obligation(sql: &mut dyn Sql, obligation: Id) -> Result<Vec<Submission>> {
    let text = format!(
        "select {COLUMNS} from submission t where t.obligation = :id order by t.opened_at, t.id"
    );
    all(sql, &text, obligation)
}

/// Submissions of a record, for whatever obligation.
pub fn of_record(sql: &mut dyn Sql, record: Id) -> Result<Vec<Submission>> {
    let text = format!(
        "select {COLUMNS} from submission t where t.record = :id order by t.opened_at, t.id"
    );
    all(sql, &text, record)
}

/// The submission whose decision is owed under this obligation.
pub fn owed_under(sql: &mut dyn Sql, owed: Id) -> Result<Option<Submission>> {
    let text = format!("select {COLUMNS} from submission t where t.owed = :id order by t.id");
    Ok(all(sql, &text, owed)?.into_iter().next())
}

fn all(sql: &mut dyn Sql, text: &str, id: Id) -> Result<Vec<Submission>> {
    sql.query(text, &params! { "id" => id })?
        .iter()
        .map(read)
        .collect()
}

/// Puts one in; false when the same one was there before.
pub fn insert(tx: &mut Tx, new: &Submission) -> Result<bool> {
    let inserted = tx.execute(
        "insert into submission (id, obligation, record, step, party, state, received, opened_at, due_at, owed) \
         values (:id, :obligation, :record, :step, :party, 'waiting', :received, :opened, :due, :owed) \
         on conflict do nothing",
        &params! {
            "id" => new.id, "obligation" => new.obligation, "record" => new.record, "step" => new.before.word(),
            "party" => new.party, "received" => new.received, "opened" => new.opened_at, "due" => new.due_at,
            "owed" => new.owed
        },
    )?;
    Ok(inserted == 1)
}

/// What became of a waiting one, and by whom.
pub struct Decision<'a> {
    pub state: &'static str,
    pub by: Option<Id>,
    pub reason: Option<&'a str>,
    pub missing: &'a [String],
    pub correct_until: Option<Moment>,
}

/// Ends the waiting of a submission. Whoever comes second finds it decided.
pub fn decide(tx: &mut Tx, id: Id, decision: &Decision<'_>) -> Result<()> {
    let missing = Some(decision.missing.join("\n")).filter(|lines| !lines.is_empty());
    let changed = tx.execute(
        "update submission set state = :state, decided_at = :now, decided_by = :by, reason = :reason, \
         missing = :missing, correct_until = :until where id = :id and state = 'waiting'",
        &params! {
            "state" => decision.state, "now" => tx.now(), "by" => decision.by, "reason" => decision.reason,
            "missing" => missing, "until" => decision.correct_until, "id" => id
        },
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}
