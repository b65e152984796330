//! What the wire shows of an obligation. The page computes no rule: state, distance and offered action come from here.

use super::model::{Obligation, Rule, Stage, State};
use super::submissions::{self, Submission};
use super::{amounts, rules, store};
use crate::records;
use ::store::{Result, Sql};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use policy::{Measure, Part};
use registry::party;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A party with its name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Named {
    #[schema(value_type = String)]
    pub id: Id,
    pub name: String,
}

/// A clause that an obligation answers to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClauseRef {
    pub id: String,
    /// Number as printed, `4.5`.
    pub no: String,
    pub pack: String,
}

/// A reason as code and parameters; the catalogue has its text.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Said {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

impl From<Reason> for Said {
    fn from(reason: Reason) -> Self {
        Self {
            code: reason.code,
            params: reason.params,
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProgressView {
    pub done: i64,
    pub total: i64,
    /// Names of what is missing, at most twenty.
    pub missing: Vec<String>,
}

/// One row of any list of obligations.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ObligationRow {
    #[schema(value_type = String)]
    pub id: Id,
    pub title: String,
    pub kind: String,
    pub definition: String,
    pub clause: Option<ClauseRef>,
    pub issuer: String,
    pub holder: Named,
    /// Who answers for it today; absent where the post is vacant.
    pub person: Option<Named>,
    pub subject: Named,
    #[schema(value_type = Option<String>)]
    pub source: Option<Id>,
    /// The body's obligation of which this was handed out.
    #[schema(value_type = Option<String>)]
    pub parent: Option<Id>,
    /// Party that accepts what is submitted.
    pub receiver: Option<Named>,
    /// Where the submission stands; absent before there is one and after it was accepted.
    pub stage: Option<Stage>,
    /// Until when the next act on the submission is due: the decision, or the correction.
    pub stage_due: Option<i64>,
    /// The record to decide about, where the action is `accept`.
    #[schema(value_type = Option<String>)]
    pub record: Option<Id>,
    pub period: String,
    pub opened_at: i64,
    pub due_at: i64,
    pub signed_at: Option<i64>,
    pub met_at: Option<i64>,
    pub state: State,
    pub distance: Said,
    pub progress: ProgressView,
    /// Verb that the caller may take: `sign`, `file`, `correct`, `accept`, `act`; absent where there is none.
    pub action: Option<String>,
    /// Form to fill for `file`.
    pub form: Option<String>,
    pub reason: Option<String>,
    pub revision: i64,
}

/// Names are looked up once a page.
pub struct Names(BTreeMap<Id, String>);

impl Names {
    pub fn of(sql: &mut dyn Sql, rows: &[Obligation]) -> Result<Self> {
        let mut ids: Vec<Id> = rows
            .iter()
            .flat_map(|row| [Some(row.holder), Some(row.subject), row.receiver])
            .flatten()
            .collect();
        ids.sort_unstable();
        ids.dedup();
        Ok(Self(party::store::labels(sql, &ids)?))
    }

    pub fn get(&self, id: Id) -> Named {
        Named {
            id,
            name: self.0.get(&id).cloned().unwrap_or_default(),
        }
    }
}

pub fn rows(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
    rows: &[Obligation],
) -> Result<Vec<ObligationRow>> {
    let names = Names::of(sql, rows)?;
    let day = env.calendar.zone().day_of(now);
    let mut holders: Vec<Id> = rows.iter().map(|row| row.holder).collect();
    holders.sort_unstable();
    holders.dedup();
    let people = party::current_people(sql, &holders, day)?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let rule = store::rule(sql, row.rule)?;
        let person = people.get(&row.holder).map(|(id, name)| Named {
            id: *id,
            name: name.clone(),
        });
        let missing = if row.outcome.is_none() {
            missing(sql, row, &rule)?
        } else {
            Vec::new()
        };
        let mut shown = view(env, caller, now, row, &rule, &names, person, missing);
        if row.kind == "accept" {
            decided(sql, env, row, &mut shown)?;
        }
        views.push(shown);
    }
    Ok(views)
}

#[allow(clippy::too_many_arguments)]
fn view(
    env: &Env,
    caller: &Caller,
    now: Moment,
    row: &Obligation,
    rule: &Rule,
    names: &Names,
    person: Option<Named>,
    missing: Vec<String>,
) -> ObligationRow {
    let state = rules::state(row, now);
    let (action, form) = offered(caller, row, rule, state);
    ObligationRow {
        id: row.id,
        title: row.title.clone().unwrap_or_else(|| rule.title.clone()),
        kind: row.kind.clone(),
        definition: row.definition.clone(),
        clause: rule.clauses.first().map(|id| clause_ref(env, id)),
        issuer: rule.issuer.clone(),
        holder: names.get(row.holder),
        person,
        subject: names.get(row.subject),
        source: row.source,
        parent: row.parent,
        receiver: row.receiver.map(|id| names.get(id)),
        stage: row.stage,
        stage_due: row.stage_due.map(|at| at.0),
        record: None,
        period: row.period.clone(),
        opened_at: row.opened_at.0,
        due_at: row.due_at.0,
        signed_at: row.signed_at.map(|at| at.0),
        met_at: row.met_received.map(|at| at.0),
        state,
        distance: rules::distance(row, now).into(),
        progress: ProgressView {
            done: row.progress.done,
            total: row.progress.total,
            missing,
        },
        action,
        form,
        reason: row.reason.clone(),
        revision: row.revision,
    }
}

/// A decision answers to no clause of its own; it shows that of what it is about, and the record.
fn decided(
    sql: &mut dyn Sql,
    env: &Env,
    row: &Obligation,
    shown: &mut ObligationRow,
) -> Result<()> {
    let put = submissions::owed_under(sql, row.id)?;
    shown.record = put.map(|put| put.record);
    let about = match row.source {
        Some(source) => store::by_id(sql, source)?,
        None => None,
    };
    if let Some(about) = about {
        let rule = store::rule(sql, about.rule)?;
        shown.clause = rule.clauses.first().map(|id| clause_ref(env, id));
    }
    Ok(())
}

fn offered(
    caller: &Caller,
    row: &Obligation,
    rule: &Rule,
    state: State,
) -> (Option<String>, Option<String>) {
    if !rules::is_open(state) || !caller.acts_as(row.holder) {
        return (None, None);
    }
    if row.kind == "receipt" {
        return (Some("sign".to_owned()), None);
    }
    if row.kind == "accept" {
        let may = caller.may("records.accept");
        return (may.then(|| "accept".to_owned()), None);
    }
    if row.stage == Some(Stage::Waiting) {
        return (None, None);
    }
    let form = rule
        .requirement
        .as_ref()
        .and_then(|r| r.all.first())
        .map(|part| part.evidence.form.clone());
    match form {
        Some(form) if caller.may("records.file") => {
            let correct = row.stage == Some(Stage::Returned);
            let verb = if correct { "correct" } else { "file" };
            (Some(verb.to_owned()), Some(form))
        }
        Some(_) => (None, None),
        None => (Some("act".to_owned()), None),
    }
}

pub fn clause_ref(env: &Env, id: &str) -> ClauseRef {
    match env.policy.clause(id) {
        Some((pack, clause)) => ClauseRef {
            id: id.to_owned(),
            no: clause.place.clone(),
            pack: pack.id().to_owned(),
        },
        None => ClauseRef {
            id: id.to_owned(),
            no: id.to_owned(),
            pack: String::new(),
        },
    }
}

/// What is missing, by name: unmet members, else the names of the parts that are not reached.
pub fn missing(sql: &mut dyn Sql, row: &Obligation, rule: &Rule) -> Result<Vec<String>> {
    const MOST: usize = 20;
    let parts = || {
        rule.requirement
            .iter()
            .flat_map(|requirement| &requirement.all)
    };
    // Only covered sets and rosters have element rows; most obligations are spared the question.
    if parts().any(|part| matches!(part.measure, Measure::Cover { .. } | Measure::Each { .. })) {
        let members = store::members(sql, row.id)?;
        if !members.is_empty() {
            let unmet = members
                .into_iter()
                .filter(|member| member.met_record.is_none());
            return Ok(unmet.map(|member| member.label).take(MOST).collect());
        }
    }
    // A single part that is open is the missing one; of several only those count that lack something.
    let there = match parts().count() {
        0 | 1 => BTreeMap::new(),
        _ => amounts::by_part(sql, row.id)?,
    };
    let reached = |index: usize, part: &Part| {
        there
            .get(&index)
            .map_or(part.min == Some(0), |amounts| amounts.reach(part))
    };
    Ok(parts()
        .enumerate()
        .filter(|(index, part)| !reached(*index, part))
        .map(|(_, part)| {
            if part.name.is_empty() {
                rule.title.clone()
            } else {
                part.name.clone()
            }
        })
        .take(MOST)
        .collect())
}

/// A record in short, where an obligation shows what met it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RecordBrief {
    #[schema(value_type = String)]
    pub id: Id,
    pub form: String,
    pub title: String,
    pub body: Named,
    pub filed_by: Named,
    pub stated_at: i64,
    pub received_at: i64,
    pub approved_at: Option<i64>,
    pub state: String,
    pub attachments: i64,
    /// Who stands behind it: who signed and handed out what it answers, who filed, approved, accepted or returned it.
    pub trace: Vec<TraceStep>,
}

/// One act of one person on the way of a record.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TraceStep {
    /// `signed`, `handed_out`, `filed`, `approved`, `accepted` or `returned`.
    pub act: String,
    pub person: Named,
    /// The party for which the person acted; absent where he acted as himself.
    pub body: Option<Named>,
    pub at: i64,
}

/// One decision about a record for one obligation, taken or waited for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SubmissionView {
    #[schema(value_type = String)]
    pub obligation: Id,
    #[schema(value_type = String)]
    pub record: Id,
    /// `approve` by the holder's own approver, `accept` by the receiver.
    pub step: String,
    /// Who decides.
    pub party: Named,
    /// `waiting`, `accepted`, `returned`, `superseded` or `withdrawn`.
    pub state: String,
    /// The time that counts once it is accepted.
    pub received_at: i64,
    pub due_at: i64,
    pub decided_at: Option<i64>,
    pub decided_by: Option<Named>,
    pub reason: Option<String>,
    pub missing: Vec<String>,
    /// Until when a correction keeps the first time.
    pub correct_until: Option<i64>,
}

/// Everybody who had a hand in a record, in the order in which he had.
pub fn trace(sql: &mut dyn Sql, record: &records::Record) -> Result<Vec<TraceStep>> {
    super::trace::of_record(sql, record)
}

/// Submissions as the page shows them.
pub fn submissions(sql: &mut dyn Sql, all: &[Submission]) -> Result<Vec<SubmissionView>> {
    let ids: Vec<Id> = all
        .iter()
        .flat_map(|put| [Some(put.party), put.decided_by])
        .flatten()
        .collect();
    let names = Names(party::store::labels(sql, &ids)?);
    Ok(all
        .iter()
        .map(|put| SubmissionView {
            obligation: put.obligation,
            record: put.record,
            step: put.before.word().to_owned(),
            party: names.get(put.party),
            state: put.state.clone(),
            received_at: put.received.0,
            due_at: put.due_at.0,
            decided_at: put.decided_at.map(|at| at.0),
            decided_by: put.decided_by.map(|by| names.get(by)),
            reason: put.reason.clone(),
            missing: put.missing.clone(),
            correct_until: put.correct_until.map(|at| at.0),
        })
        .collect())
}

pub fn brief(sql: &mut dyn Sql, env: &Env, record: &records::Record) -> Result<RecordBrief> {
    let names = party::store::labels(sql, &[record.body, record.filed_by])?;
    let named = |id: Id| Named {
        id,
        name: names.get(&id).cloned().unwrap_or_default(),
    };
    let attachments = records::store::attachments(sql, record.id)?.len() as i64;
    let trace = trace(sql, record)?;
    Ok(RecordBrief {
        trace,
        id: record.id,
        form: record.form.clone(),
        title: env
            .policy
            .form(&record.form)
            .map(|(_, form)| form.title.clone())
            .unwrap_or_default(),
        body: named(record.body),
        filed_by: named(record.filed_by),
        stated_at: record.stated_at.0,
        received_at: record.received_at.0,
        approved_at: record.approved_at.map(|at| at.0),
        state: record.state.clone(),
        attachments,
    })
}
