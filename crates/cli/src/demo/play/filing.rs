//! Filing what an obligation asks for, part by part.

use super::deed::{Deed, Done};
use super::paper::{Desk, Sheet};
use crate::demo::fill::Care;
use crate::demo::people::{self, People};
use engine::obligations::store as rows;
use engine::obligations::{Kind, Obligation, Rule};
use engine::records;
use engine::satisfaction::{self, Asked};
use kernel::id::Id;
use kernel::time::Day;
use policy::{ActorRule, Form, Measure, Part, Step};
use registry::{party, site};
use store::{Result, Sql, Tx};

/// One record that the requirement asks for.
struct Wanted<'a> {
    /// What it must prove: a part of the requirement, or several that one record proves together.
    part: Part,
    form: &'a Form,
    body: Id,
    /// Members that it names or is about.
    members: Vec<Id>,
    number: usize,
}

/// Nobody files more than this for one part in one go.
const MOST: i64 = 20;

pub fn file(tx: &mut Tx, desk: &Desk, obligation: Id, of_hundred: u64) -> Result<Done> {
    let Some(row) = rows::by_id(tx, obligation)?.filter(|row| row.outcome.is_none()) else {
        return Ok(Done::default());
    };
    let rule = rows::rule(tx, row.rule)?;
    let day = desk.day(tx);
    let people = people::of(tx, row.holder, day)?;
    match rule.kind {
        Kind::Receipt => return sign(tx, &row, &people),
        Kind::Accept => return accept(tx, desk, &row, &people),
        _ => {}
    }
    let mut done = Done::default();
    for wanted in wanted(tx, desk, &rule, &row, of_hundred)? {
        one(tx, desk, (&rule, &row), &people, &wanted, &mut done)?;
    }
    Ok(done)
}

fn one(
    tx: &mut Tx,
    desk: &Desk,
    (rule, row): (&Rule, &Obligation),
    people: &People,
    wanted: &Wanted,
    done: &mut Done,
) -> Result<()> {
    let day = desk.day(tx);
    let people = if wanted.body == row.holder {
        people.clone()
    } else {
        people::of(tx, wanted.body, day)?
    };
    let people = leading(tx, row, wanted, people)?;
    let about = match &wanted.part.measure {
        Measure::Cover { .. } => wanted.members.first().copied().unwrap_or(row.subject),
        _ => row.subject,
    };
    let key = format!("{} {} {}", row.id, wanted.part.name, wanted.number);
    let sheet = Sheet {
        id: Id::natural("demonstration", &key),
        form: wanted.form,
        part: &wanted.part,
        body: wanted.body,
        about,
        further: std::iter::once(row.subject).chain(row.source).collect(),
        members: &wanted.members,
        number: wanted.number,
        covers: covers(row, day),
        care: Care::Usual,
    };
    let Some(filing) = desk.filing(tx, &people, &sheet)? else {
        return Ok(());
    };
    let filed = satisfaction::file(tx, &desk.env, wanted.form, &filing)?;
    done.filed += usize::from(filed.new);
    let approver = people.approver.filter(|by| *by != filing.filed_by);
    if needs_approval(rule, wanted.form)
        && let Some(by) = approver
    {
        let record = filing.id;
        let wait = desk.dice.of(record, "approval").between(1, 20);
        done.follow
            .push((tx.now().plus_hours(wait), Deed::Approve { record, by }));
    }
    Ok(())
}

/// Signs for what was received; there is nothing to file.
fn sign(tx: &mut Tx, row: &Obligation, people: &People) -> Result<Done> {
    if let Some(person) = people.filer {
        let now = tx.now();
        rows::sign(tx, row.id, person)?;
        rows::meet(tx, row.id, now, now)?;
        tx.note(row.id, "signed", serde_json::json!({ "by": person }))?;
    }
    Ok(Done::default())
}

/// Decides about what was put before the body: somebody who neither filed nor approved it accepts it.
fn accept(tx: &mut Tx, desk: &Desk, row: &Obligation, people: &People) -> Result<Done> {
    // The slot says which obligation, and which record of it.
    let mut ids = row.slot.split('/').map(Id::parse);
    let (Some(Some(obligation)), Some(Some(record))) = (ids.next(), ids.next()) else {
        return Ok(Done::default());
    };
    let Some(found) = records::store::by_id(tx, record)? else {
        return Ok(Done::default());
    };
    let free = |person: &&Id| **person != found.filed_by && Some(**person) != found.approved_by;
    if let Some(person) = people.all.iter().rev().find(free) {
        let day = desk.day(tx);
        let caller = people::acting(tx, *person, day)?;
        let asked = Asked {
            record,
            obligation: Some(obligation),
        };
        satisfaction::accept(tx, &desk.env, &caller, &asked)?;
    }
    Ok(Done::default())
}

fn needs_approval(rule: &Rule, form: &Form) -> bool {
    form.approval || rule.steps.contains(&Step::Approved)
}

/// The records that the requirement asks for.
fn wanted<'a>(
    sql: &mut dyn Sql,
    desk: &'a Desk,
    rule: &'a Rule,
    row: &Obligation,
    of_hundred: u64,
) -> Result<Vec<Wanted<'a>>> {
    let mut all = Vec::new();
    let elements = rows::members(sql, row.id)?;
    for (index, part) in rule.requirement.iter().flat_map(|all| &all.all).enumerate() {
        let Some((_, form)) = desk.env.policy.form(&part.evidence.form) else {
            continue;
        };
        let record = |body, members, number| Wanted {
            part: part.clone(),
            form,
            body,
            members,
            number,
        };
        let members: Vec<Id> = elements
            .iter()
            .filter(|element| element.part == index && element.met_record.is_none())
            .map(|element| element.id)
            .filter(|member| desk.dice.of(*member, &row.period).of_hundred() < of_hundred)
            .collect();
        match &part.measure {
            Measure::Count if part.min.unwrap_or(1) == 1 && proven_beside(&mut all, part) => {}
            Measure::Count | Measure::Distinct(_) => {
                let least = part.min.unwrap_or(1).clamp(1, MOST) as usize;
                all.extend((0..least).map(|number| record(row.holder, Vec::new(), number)));
            }
            Measure::Sum(_) => all.push(record(row.holder, Vec::new(), 0)),
            // One record names them all, or each has its own.
            Measure::Each { .. } if part.evidence.members.is_some() => {
                all.push(record(row.holder, members, 0));
            }
            Measure::Each { .. } => {
                let each = members.into_iter().enumerate();
                all.extend(each.map(|(number, member)| record(member, vec![member], number)));
            }
            Measure::Cover { .. } => {
                let each = members.into_iter().enumerate();
                all.extend(each.map(|(number, member)| record(row.holder, vec![member], number)));
            }
        }
    }
    Ok(all)
}

/// Nobody types the same twice: a record that is filed anyway proves this part too, where nothing speaks against it.
fn proven_beside(all: &mut [Wanted], part: &Part) -> bool {
    let fits = |wanted: &&mut Wanted| {
        let (own, other) = (&wanted.part.evidence, &part.evidence);
        let agrees = |(field, test)| own.fields.get(field).is_none_or(|known| known == test);
        wanted.part.measure == Measure::Count
            && own.form == other.form
            && own.actor == other.actor
            && other.fields.iter().all(agrees)
    };
    let Some(wanted) = all.iter_mut().find(fits) else {
        return false;
    };
    let evidence = &mut wanted.part.evidence;
    evidence.fields.extend(part.evidence.fields.clone());
    evidence.filled.extend(part.evidence.filled.iter().cloned());
    true
}

/// The day whose period it answers for: today, or for what comes late the last day of the period.
fn covers(row: &Obligation, today: Day) -> Day {
    today
        .min(row.period_until.plus_days(-1))
        .max(row.period_from)
}

/// Where somebody bound to the subject must lead, he stands first.
fn leading(tx: &mut Tx, row: &Obligation, wanted: &Wanted, mut people: People) -> Result<People> {
    let ActorRule::LedByCapacity(role) = &wanted.part.evidence.actor else {
        return Ok(people);
    };
    let day = row.period_from;
    if let Some(party) = site::store::bound(tx, row.subject, role, day)?
        && let Some((person, _)) = party::store::current_person(tx, party, day)?
    {
        people.all.insert(0, person);
    }
    Ok(people)
}
