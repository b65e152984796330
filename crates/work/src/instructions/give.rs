//! Giving an instruction: the wish, the obligation to report back, and sight for whoever is asked.

use super::model::{Instruction, OnKind};
use super::rules::{self, Leader, Wish};
use super::store as rows;
use super::things::Thing;
use engine::obligations::{Kind, NewObligation, Rule};
use engine::{records, satisfaction, sight};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{Caller, Env};
use policy::{ActorRule, AfterDue, Filter, Measure, Part, Requirement, Step, SubjectRule};
use registry::{org, party, person};
use serde_json::json;
use std::collections::BTreeMap;
use store::{Error, Message, Result, Sql, Tx};

/// Form by which is reported back.
pub const REPORT: &str = "instruction.report";
/// Lineage of the obligation to report back.
const DEFINITION: &str = "instruction";
/// Days before due from which it shows as due soon, where the pack does not say.
const DUE_SOON_DAYS: i64 = 3;
/// Chains of superiors are followed so far; a longer one is a circle.
const MOST_ABOVE: usize = 8;

/// Writes the wish on a thing and opens the obligation to report back to the one whose wish it is.
pub fn give(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    on: (OnKind, &str),
    thing: &Thing,
    wish: &Wish,
) -> Result<Instruction> {
    let now = tx.now();
    let day = env.calendar.zone().day_of(now);
    let leader = leader(tx, caller, wish.wished_by, day)?;
    rules::may_give(wish, leader, now).map_err(Error::refused)?;
    if let Some(scan) = &wish.scan
        && records::store::attachment(tx, &scan.hash)?.is_none()
    {
        return Err(Error::refused(Reason::new("records.attachment_missing")));
    }
    let (path, sector) = within_reach(tx, caller, wish.holder, day)?;
    let id = tx.new_id();
    let rule = rule(tx, env, thing, wish.wished_by, day)?;
    let pack = env.policy.pack(&rule.pack);
    let soon_days = pack.and_then(|pack| pack.header.due_soon_days);
    let soon = wish
        .due_at
        .plus_hours(-24 * soon_days.unwrap_or(DUE_SOON_DAYS));
    let owed = NewObligation {
        slot: DEFINITION.to_owned(),
        subject: id,
        source: Some(id),
        parent: None,
        receiver: Some(wish.wished_by),
        title: Some(rules::title(&wish.text)),
        holder: wish.holder,
        anchor: id,
        period: day.to_string(),
        period_from: day,
        // What is reported late still counts, as late.
        period_until: Day(i32::MAX),
        generation: 0,
        path,
        sector: sector.clone(),
        opened_at: now,
        soon_at: soon.max(now.plus_millis((wish.due_at.0 - now.0) / 2)),
        due_at: wish.due_at,
        grace_until: wish.due_at,
        after_due: AfterDue::StillOwed,
        members: Vec::new(),
    };
    let instruction = Instruction {
        id,
        on_kind: on.0,
        on_id: on.1.to_owned(),
        wish: wish.text.clone(),
        wished_by: wish.wished_by,
        entered_by: caller.person,
        scan: wish.scan.clone(),
        holder: wish.holder,
        obligation: owed.id(&rule.definition),
        due_at: wish.due_at,
        given_at: now,
        path,
        sector,
    };
    rows::insert(tx, &instruction)?;
    satisfaction::open(tx, env, &rule, &[owed])?;
    see(tx, &instruction, thing)?;
    let body = json!({
        "on": { "kind": on.0.word(), "id": on.1 }, "wished_by": wish.wished_by, "entered_by": caller.person,
        "holder": wish.holder, "due": wish.due_at, "scan": wish.scan.as_ref().map(|scan| scan.hash.as_str()),
    });
    tx.note(id, "instructed", body)?;
    tell(tx, &instruction, day)?;
    Ok(instruction)
}

/// Whether the one whose wish it is leads the house of the one who enters it: a body of his, or one above it.
fn leader(sql: &mut dyn Sql, caller: &Caller, wished_by: Id, day: Day) -> Result<Leader> {
    if wished_by == caller.person {
        return Ok(Leader::Himself);
    }
    let led = engine::trays::led_by(sql, wished_by, day)?;
    for own in &caller.orgs {
        let mut next = Some(*own);
        for _ in 0..MOST_ABOVE {
            let Some(id) = next else { break };
            if led.contains(&id) {
                return Ok(Leader::OfTheHouse);
            }
            let body = org::store::by_id(sql, id)?;
            next = body.and_then(|body| body.office_of.or(body.superior));
        }
    }
    Ok(Leader::Stranger)
}

/// Whoever is asked lies within the sight of the one who asks; others do not exist for him.
fn within_reach(
    sql: &mut dyn Sql,
    caller: &Caller,
    holder: Id,
    day: Day,
) -> Result<(kernel::scope::AreaPath, Option<String>)> {
    let known = party::store::kind_of(sql, holder)?.is_some();
    let (path, sector) = party::store::place_of(sql, holder, day)?;
    let admitted = caller.acts_as(holder)
        || caller
            .scope
            .admits(&path, sector.as_deref(), None, &[holder]);
    if known && admitted {
        return Ok((path, sector));
    }
    Err(Error::refused(Reason::new(
        "instructions.unknown_holder.not_found",
    )))
}

fn rule(sql: &mut dyn Sql, env: &Env, thing: &Thing, leader: Id, day: Day) -> Result<Rule> {
    let pack = env.policy.pack(&thing.pack);
    let post = person::store::posts_of_person(sql, leader, day)?;
    let who = post.first().map_or(leader, |post| post.id);
    Ok(Rule {
        definition: DEFINITION.to_owned(),
        pack: thing.pack.clone(),
        version: pack.map_or(1, |pack| pack.header.version),
        kind: Kind::Instruction,
        title: "批示办理".to_owned(),
        title_en: "Report on an instruction".to_owned(),
        // It answers to a person, not to a clause: the figures of the plan stay what the plan asks.
        clauses: Vec::new(),
        issuer: party::store::label(sql, who)?,
        requirement: Some(report()),
        steps: vec![Step::Filled, Step::Accepted],
        exclusive: false,
        ladder: pack
            .and_then(|pack| env.policy.ladder_for(pack, None))
            .map(|ladder| ladder.id.clone()),
        receiver: None,
        correction_workdays: None,
        beside: None,
    })
}

/// One report of the holder on this very instruction.
fn report() -> Requirement {
    Requirement {
        all: vec![Part {
            measure: Measure::Count,
            min: Some(1),
            max: None,
            evidence: Filter {
                form: REPORT.to_owned(),
                actor: ActorRule::Holder,
                subject: SubjectRule::Subject,
                fields: BTreeMap::new(),
                filled: Vec::new(),
                members: None,
            },
            name: "办理报告".to_owned(),
        }],
    }
}

/// Whoever is asked opens what the wish is written on; those who asked follow what becomes of it.
fn see(tx: &mut Tx, instruction: &Instruction, thing: &Thing) -> Result<()> {
    sight::give(tx, instruction.id, instruction.holder, "handed")?;
    if let Some(row) = thing.row {
        sight::give(tx, row, instruction.holder, "instructed")?;
    }
    for person in [instruction.wished_by, instruction.entered_by] {
        sight::give(tx, instruction.id, person, "started")?;
        sight::give(tx, instruction.obligation, person, "instructed")?;
    }
    Ok(())
}

fn tell(tx: &mut Tx, instruction: &Instruction, day: Day) -> Result<()> {
    let Some((receiver, _)) = party::store::current_person(tx, instruction.holder, day)? else {
        return Ok(());
    };
    tx.send(&Message {
        key: format!("{}/given/{receiver}", instruction.id),
        receiver,
        channel: "in-app".to_owned(),
        category: "handed".to_owned(),
        subject: instruction.obligation,
        reason: Reason::new("instructions.given"),
        must_know: true,
        due_at: None,
    })?;
    Ok(())
}
