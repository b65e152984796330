//! What somebody does: file what meets an obligation, or approve what was filed.

use super::{documents, hazards};
use crate::demo::accounts;
use crate::demo::files::Files;
use crate::demo::fill::{Care, Ground, fill};
use crate::demo::luck::Luck;
use crate::demo::people::{self, People};
use crate::outcome::Refusal;
use engine::obligations::store as rows;
use engine::obligations::{Kind, Obligation, Rule};
use engine::records::{Filing, rules};
use engine::satisfaction;
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::{App, Env};
use policy::{ActorRule, Form, Library, Measure, Part, Step};
use std::sync::Arc;
use store::{Act, Sql, Tx};

#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// File everything that the obligation asks for.
    File(Id),
    /// File for some of the members, and leave it at that.
    Begin(Id),
    Approve {
        record: Id,
        by: Id,
    },
    /// Find the hazard of that number.
    Find(usize),
    /// Take a step of a matter.
    Step {
        matter: Id,
        transition: &'static str,
    },
    /// Issue the document of that number.
    Issue(usize),
}

/// What came of it, and what follows from it.
#[derive(Clone, Debug, Default)]
pub struct Done {
    pub filed: usize,
    pub follow: Vec<(Moment, Deed)>,
}

/// One record to be filed.
struct Sheet<'a> {
    part: &'a Part,
    form: &'a Form,
    body: Id,
    /// Members that it names or is about.
    members: Vec<Id>,
    number: usize,
}

impl Deed {
    pub async fn perform(self, app: &App, files: Arc<Files>, at: Moment) -> Result<Done, Refusal> {
        if let Deed::Issue(number) = self {
            documents::issue(app, at, number).await?;
            return Ok(Done::default());
        }
        let env = app.env.clone();
        let act = match self {
            Deed::File(_) | Deed::Begin(_) => "records.file",
            Deed::Approve { .. } => "records.approve",
            Deed::Find(_) => "matters.open",
            Deed::Step { .. } => "matters.act",
            Deed::Issue(_) => "documents.issue",
        };
        let done = app.store.write(Act::system(act), move |tx| {
            tx.set_now(at);
            match self {
                Deed::File(obligation) => file(tx, &env, &files, obligation, 100),
                Deed::Begin(obligation) => file(tx, &env, &files, obligation, 60),
                Deed::Issue(_) => Ok(Done::default()),
                Deed::Find(number) => hazards::find(tx, &env, number),
                Deed::Step { matter, transition } => {
                    hazards::step(tx, &env, &files, matter, transition)
                }
                Deed::Approve { record, by } => {
                    satisfaction::approve(tx, &env, record, by)?;
                    Ok(Done::default())
                }
            }
        });
        match done.await {
            // A rule said no: in the story, somebody did not get round to it.
            Err(store::Error::Refused(reason)) => {
                tracing::warn!(%reason, ?self, "refused in the demonstration");
                Ok(Done::default())
            }
            other => Ok(other?),
        }
    }
}

fn file(
    tx: &mut Tx,
    env: &Env,
    files: &Files,
    obligation: Id,
    of_hundred: u64,
) -> store::Result<Done> {
    let Some(row) = rows::by_id(tx, obligation)?.filter(|row| row.outcome.is_none()) else {
        return Ok(Done::default());
    };
    let rule = rows::rule(tx, row.rule)?;
    let day = env.calendar.zone().day_of(tx.now());
    let people = people::of(tx, row.holder, day)?;
    if rule.kind == Kind::Receipt {
        return sign(tx, &row, &people);
    }
    let mut done = Done::default();
    for sheet in sheets(tx, &env.policy, &rule, &row, of_hundred)? {
        let Some(filing) = filing(tx, env, files, &row, &people, &sheet)? else {
            continue;
        };
        let filed = satisfaction::file(tx, env, sheet.form, &filing)?;
        done.filed += usize::from(filed.new);
        let approver = people.approver.filter(|by| *by != filing.filed_by);
        if needs_approval(&rule, sheet.form)
            && let Some(by) = approver
        {
            let wait = Luck::of(filing.id, "approval").between(1, 20);
            done.follow.push((
                tx.now().plus_hours(wait),
                Deed::Approve {
                    record: filing.id,
                    by,
                },
            ));
        }
    }
    Ok(done)
}

/// Signs for what was received; there is nothing to file.
fn sign(tx: &mut Tx, row: &Obligation, people: &People) -> store::Result<Done> {
    if let Some(person) = people.filer {
        let now = tx.now();
        rows::sign(tx, row.id, person)?;
        rows::meet(tx, row.id, now, now)?;
        tx.note(row.id, "signed", serde_json::json!({ "by": person }))?;
    }
    Ok(Done::default())
}

fn needs_approval(rule: &Rule, form: &Form) -> bool {
    form.approval || rule.steps.contains(&Step::Approved)
}

/// The records that the requirement asks for.
fn sheets<'a>(
    sql: &mut dyn Sql,
    library: &'a Library,
    rule: &'a Rule,
    row: &Obligation,
    of_hundred: u64,
) -> store::Result<Vec<Sheet<'a>>> {
    let mut sheets = Vec::new();
    let elements = rows::members(sql, row.id)?;
    for (index, part) in rule.requirement.iter().flat_map(|all| &all.all).enumerate() {
        let Some((_, form)) = library.form(&part.evidence.form) else {
            continue;
        };
        let sheet = |body, members, number| Sheet {
            part,
            form,
            body,
            members,
            number,
        };
        let members: Vec<Id> = elements
            .iter()
            .filter(|element| element.part == index && element.met_record.is_none())
            .map(|element| element.id)
            .filter(|member| Luck::of(*member, &row.period).of_hundred() < of_hundred)
            .collect();
        match &part.measure {
            Measure::Count | Measure::Distinct(_) => {
                let least = part.min.unwrap_or(1).clamp(1, 20) as usize;
                sheets.extend((0..least).map(|number| sheet(row.holder, Vec::new(), number)));
            }
            Measure::Sum(_) => sheets.push(sheet(row.holder, Vec::new(), 0)),
            // One record names them all, or each has its own.
            Measure::Each { .. } if part.evidence.members.is_some() => {
                sheets.push(sheet(row.holder, members, 0));
            }
            Measure::Each { .. } => {
                let each = members.into_iter().enumerate();
                sheets.extend(each.map(|(number, member)| sheet(member, vec![member], number)));
            }
            Measure::Cover { .. } => {
                let each = members.into_iter().enumerate();
                sheets.extend(each.map(|(number, member)| sheet(row.holder, vec![member], number)));
            }
        }
    }
    Ok(sheets)
}

fn filing(
    tx: &mut Tx,
    env: &Env,
    files: &Files,
    row: &Obligation,
    people: &People,
    sheet: &Sheet,
) -> store::Result<Option<Filing>> {
    let now = tx.now();
    let day = env.calendar.zone().day_of(now);
    let people = if sheet.body == row.holder {
        people.clone()
    } else {
        people::of(tx, sheet.body, day)?
    };
    let people = leading(tx, row, sheet, people)?;
    let Some(filed_by) = people.filer else {
        return Ok(None);
    };
    let id = Id::natural(
        "demonstration",
        &format!("{} {} {}", row.id, sheet.part.name, sheet.number),
    );
    let about = match &sheet.part.measure {
        Measure::Cover { .. } => sheet.members.first().copied().unwrap_or(row.subject),
        _ => row.subject,
    };
    let ground = Ground {
        library: &env.policy,
        files,
        people: &people,
        body: sheet.body,
        subject: about,
        is_site: registry::site::store::by_id(tx, about)?.is_some(),
        day,
        thing: id,
        care: Care::Usual,
    };
    let values = fill(&ground, sheet.form, Some(sheet.part), &sheet.members);
    let codes = |list: &str| {
        env.policy
            .entries(list)
            .iter()
            .map(|entry| entry.code.clone())
            .collect()
    };
    if let Some(fault) = rules::check(sheet.form, &codes, &values).first() {
        tracing::warn!(form = sheet.form.id, field = fault.field, reason = %fault.reason, "a form was not filled in");
        return Ok(None);
    }
    let mut subjects = vec![about, row.subject];
    subjects.extend(row.source);
    subjects.dedup();
    Ok(Some(Filing {
        id,
        account: accounts::filer(),
        filed_by,
        form: sheet.form.id.clone(),
        form_version: sheet.form.version,
        body: sheet.body,
        covers: Some(covers(row, day)),
        stated_at: Some(now),
        supersedes: None,
        values,
        subjects,
        lat: None,
        lng: None,
    }))
}

/// The day whose period it answers for: today, or for what comes late the last day of the period.
fn covers(row: &Obligation, today: Day) -> Day {
    today
        .min(row.period_until.plus_days(-1))
        .max(row.period_from)
}

/// Where somebody bound to the subject must lead, he stands first.
fn leading(
    tx: &mut Tx,
    row: &Obligation,
    sheet: &Sheet,
    mut people: People,
) -> store::Result<People> {
    let ActorRule::LedByCapacity(role) = &sheet.part.evidence.actor else {
        return Ok(people);
    };
    let day = row.period_from;
    if let Some(party) = registry::site::store::bound(tx, row.subject, role, day)?
        && let Some((person, _)) = registry::party::store::current_person(tx, party, day)?
    {
        people.all.insert(0, person);
    }
    Ok(people)
}
