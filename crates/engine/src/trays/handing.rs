//! Handing out what a body owes, and taking it back.

use super::rules::{self, Wish};
use super::{bodies, store as rows};
use crate::obligations::{Member, NewObligation, Obligation, Rule, store as obligations};
use crate::{satisfaction, sight};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::AreaPath;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use policy::{AfterDue, SubjectRule};
use registry::party;
use serde_json::json;
use store::{Error, Message, Result, Sql, Tx};

/// Days before due from which it shows as due soon, where the pack does not say.
const DUE_SOON_DAYS: i64 = 3;

/// What somebody wants to hand out.
pub struct HandingOut {
    pub to: Id,
    pub due_at: Moment,
    pub note: String,
}

/// Hands an obligation of a body out. Whoever hands it out has received it, so it is signed for as well.
pub fn hand_out(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    parent: &Obligation,
    wanted: &HandingOut,
) -> Result<Id> {
    let now = tx.now();
    let day = env.calendar.zone().day_of(now);
    if !caller.acts_as(parent.holder) {
        return Err(Error::refused(Reason::new("trays.not_yours")));
    }
    let rule = obligations::rule(tx, parent.rule)?;
    let wish = Wish {
        holder: party::store::kind_of(tx, parent.holder)?,
        to: bodies::standing(tx, parent.holder, wanted.to, day)?,
        due_at: wanted.due_at,
        now,
    };
    rules::may_hand_out(parent, &rule, &wish).map_err(Error::refused)?;
    // Named by its parent: a parent that was cut anew begins a count of its own, which meets no earlier child.
    let receiver = format!(":{}", wanted.to);
    let slot = format!("child:{}{receiver}", parent.id);
    let before = obligations::children(tx, parent.id)?;
    let to_him = before
        .iter()
        .filter(|child| child.slot.ends_with(&receiver));
    let same: Vec<&Obligation> = to_him.collect();
    if same
        .iter()
        .any(|child| child.outcome.as_deref() != Some("withdrawn"))
    {
        return Err(Error::refused(Reason::new("trays.handed_before.conflict")));
    }
    let generation = i64::try_from(same.len()).unwrap_or_default() + parent.generation;
    let child = child(tx, env, parent, &rule, wanted, (slot, generation))?;
    let id = child.id(&rule.definition);
    if parent.signed_at.is_none() {
        obligations::sign(tx, parent.id, caller.person)?;
        tx.note(parent.id, "signed", json!({ "by": caller.person }))?;
    }
    rows::insert(tx, parent.id, id, caller.person, &wanted.note)?;
    sight::give(tx, id, wanted.to, "handed")?;
    sight::give(tx, id, parent.holder, "handed_out")?;
    let body = json!({ "child": id, "to": wanted.to, "by": caller.person, "due": wanted.due_at });
    tx.note(parent.id, "handed_out", body)?;
    satisfaction::open(tx, env, &rule, &[child])?;
    tell(tx, env, id, parent, wanted)?;
    Ok(id)
}

fn child(
    tx: &mut Tx,
    env: &Env,
    parent: &Obligation,
    rule: &Rule,
    wanted: &HandingOut,
    (slot, generation): (String, i64),
) -> Result<NewObligation> {
    let now = tx.now();
    let day = env.calendar.zone().day_of(now);
    let (path, _) = party::store::place_of(tx, wanted.to, day)?;
    let about_subject = rule
        .requirement
        .iter()
        .flat_map(|requirement| &requirement.all)
        .any(|part| part.evidence.subject == SubjectRule::Subject);
    let pack = env.policy.pack(&rule.pack);
    let soon_days = pack.and_then(|pack| pack.header.due_soon_days);
    let soon = wanted
        .due_at
        .plus_hours(-24 * soon_days.unwrap_or(DUE_SOON_DAYS));
    Ok(NewObligation {
        slot,
        subject: parent.subject,
        source: parent.source,
        parent: Some(parent.id),
        receiver: Some(parent.holder),
        title: parent.title.clone(),
        holder: wanted.to,
        // Evidence finds it by the one who now does the work, unless it must be about the subject.
        anchor: if about_subject || parent.anchor != parent.holder {
            parent.anchor
        } else {
            wanted.to
        },
        period: parent.period.clone(),
        period_from: parent.period_from,
        period_until: parent.period_until,
        generation,
        path,
        sector: parent.sector.clone(),
        opened_at: now,
        soon_at: soon.max(now.plus_millis((wanted.due_at.0 - now.0) / 2)),
        due_at: wanted.due_at,
        grace_until: wanted.due_at,
        after_due: if parent.lapses {
            AfterDue::Lapses
        } else {
            AfterDue::StillOwed
        },
        members: share(tx, parent, &path, day)?,
    })
}

/// The members of the parent's sets that lie in the area of the one who is asked; all of them where none does.
fn share(
    tx: &mut Tx,
    parent: &Obligation,
    path: &AreaPath,
    day: kernel::time::Day,
) -> Result<Vec<Member>> {
    let fresh = |member: Member| Member {
        met_record: None,
        met_received: None,
        ..member
    };
    let all: Vec<Member> = obligations::members(tx, parent.id)?
        .into_iter()
        .map(fresh)
        .collect();
    let Some(area) = path.leaf() else {
        return Ok(all);
    };
    let mut inside = Vec::new();
    for member in &all {
        let (place, _) = party::store::place_of(tx, member.id, day)?;
        if place.ids.contains(&Some(area)) {
            inside.push(member.clone());
        }
    }
    Ok(if inside.is_empty() { all } else { inside })
}

fn tell(tx: &mut Tx, env: &Env, child: Id, parent: &Obligation, wanted: &HandingOut) -> Result<()> {
    let zone = env.calendar.zone();
    let day = zone.day_of(tx.now());
    let Some((receiver, _)) = party::store::current_person(tx, wanted.to, day)? else {
        return Ok(());
    };
    let due = zone.day_of(wanted.due_at.plus_millis(-1));
    tx.send(&Message {
        key: format!("{child}/handed/{receiver}"),
        receiver,
        channel: "in-app".to_owned(),
        category: "handed".to_owned(),
        subject: child,
        reason: Reason::new("trays.handed")
            .with("definition", &parent.definition)
            .with("due", due),
        must_know: false,
        due_at: None,
    })?;
    Ok(())
}

/// Takes back what was handed out, with everything that was handed out of it.
pub fn take_back(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    child: &Obligation,
    reason: &str,
) -> Result<()> {
    let parent = match child.parent {
        Some(parent) => obligations::by_id(tx, parent)?,
        None => None,
    };
    let Some(parent) = parent else {
        return Err(Error::refused(Reason::new("trays.not_handed_out")));
    };
    if !caller.acts_as(parent.holder) {
        return Err(Error::refused(Reason::new("trays.not_yours")));
    }
    if child.outcome.is_some() {
        return Err(Error::refused(Reason::new("trays.ended.conflict")));
    }
    withdraw(tx, env, child, Some(caller.person), reason)
}

/// Ends an obligation by a decision: with it ends what was handed out of it and what waits to be decided for it, and what
/// was filled into it is left over for a window beside it.
pub fn end(
    tx: &mut Tx,
    env: &Env,
    id: Id,
    outcome: &str,
    by: Option<Id>,
    reason: &str,
) -> Result<()> {
    obligations::end(tx, id, outcome, by, reason)?;
    satisfaction::beside::ended(tx, env, id)?;
    withdraw_below(tx, env, id, by, reason)
}

/// The parent is no longer owed: nor is what was handed out of it.
fn withdraw_below(tx: &mut Tx, env: &Env, parent: Id, by: Option<Id>, reason: &str) -> Result<()> {
    for child in obligations::children(tx, parent)? {
        if child.outcome.is_none() {
            withdraw(tx, env, &child, by, reason)?;
        }
    }
    satisfaction::drop_for(tx, env, parent)
}

fn withdraw(
    tx: &mut Tx,
    env: &Env,
    child: &Obligation,
    by: Option<Id>,
    reason: &str,
) -> Result<()> {
    end(tx, env, child.id, "withdrawn", by, reason)?;
    tx.note(child.id, "withdrawn", json!({ "by": by, "reason": reason }))
}
