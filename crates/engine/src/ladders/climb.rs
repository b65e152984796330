//! Finding the receivers of a rung and handing the messages to the outbox.

use super::{Rung, rules};
use crate::obligations::store as rows;
use crate::obligations::{Obligation, Rule};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::Env;
use mechanism::timer::Timer;
use policy::Audience;
use registry::{org, party, person};
use store::{Message, Result, Sql, Tx};

/// Runs one rung for every obligation of its timer that is still open.
pub fn run(tx: &mut Tx, env: &Env, timer: &Timer) -> Result<()> {
    let rung: Rung = serde_json::from_str(&timer.body)
        .map_err(|error| store::Error::Database(error.to_string()))?;
    let Some(ladder) = super::ladder(env, &rung.pack, &rung.ladder) else {
        return Ok(());
    };
    let Some(step) = ladder.rungs.get(rung.rung) else {
        return Ok(());
    };
    let day = env.calendar.zone().day_of(tx.now());
    for row in waiting(tx, &rung)? {
        let rule = rows::rule(tx, row.rule)?;
        let receivers = receivers(tx, &row, &rule, step.to, day)?;
        for receiver in receivers {
            let reason = rules::message(&row, step.to, tx.now());
            tell(
                tx,
                &row,
                receiver,
                &format!("rung{}", rung.rung),
                reason,
                step.must_know,
            )?;
        }
    }
    Ok(())
}

fn waiting(tx: &mut Tx, rung: &Rung) -> Result<Vec<Obligation>> {
    let all = match rung.obligation {
        Some(id) => rows::by_id(tx, id)?.into_iter().collect(),
        None => rows::of_period(tx, &rung.definition, &rung.period)?,
    };
    Ok(all
        .into_iter()
        .filter(|row| row.outcome.is_none() && rules::is_meant(row, rung.due))
        .collect())
}

/// Urging by hand: to the person who answers now, once a day and receiver.
pub fn urge(tx: &mut Tx, env: &Env, row: &Obligation, by: Id) -> Result<bool> {
    let day = env.calendar.zone().day_of(tx.now());
    let rule = rows::rule(tx, row.rule)?;
    let mut sent = false;
    for receiver in receivers(tx, row, &rule, Audience::Holder, day)? {
        let reason = Reason::new("ladders.urged")
            .with("definition", &row.definition)
            .with("period", &row.period);
        sent |= tell(tx, row, receiver, &format!("urge/{day}"), reason, true)?;
    }
    if sent {
        tx.note(row.id, "urged", serde_json::json!({ "by": by }))?;
    }
    Ok(sent)
}

/// One message under its natural key. Lower rungs that still wait for the same receiver are overtaken by it.
pub(super) fn tell(
    tx: &mut Tx,
    row: &Obligation,
    receiver: Id,
    step: &str,
    reason: Reason,
    must_know: bool,
) -> Result<bool> {
    let key = format!("{}/{step}/{receiver}", row.id);
    let message = Message {
        key,
        receiver,
        channel: "in-app".to_owned(),
        category: "reminder".to_owned(),
        subject: row.id,
        reason,
        must_know,
        due_at: None,
    };
    tx.overtake(&message)?;
    tx.send(&message)
}

/// Persons who receive a rung on this day. An empty post climbs.
pub(super) fn receivers(
    sql: &mut dyn Sql,
    row: &Obligation,
    rule: &Rule,
    to: Audience,
    day: Day,
) -> Result<Vec<Id>> {
    let found = match to {
        Audience::Holder => answering(sql, row.holder, day)?,
        Audience::StandIn => stand_ins(sql, row.holder, day)?,
        Audience::Superior => superiors(sql, row.holder, day)?,
        Audience::SupervisingOffice => supervising(sql, rule, day)?,
    };
    if found.is_empty() && to == Audience::Holder {
        return superiors(sql, row.holder, day);
    }
    Ok(found)
}

fn answering(sql: &mut dyn Sql, holder: Id, day: Day) -> Result<Vec<Id>> {
    Ok(party::store::current_person(sql, holder, day)?
        .map(|(id, _)| id)
        .into_iter()
        .collect())
}

fn stand_ins(sql: &mut dyn Sql, holder: Id, day: Day) -> Result<Vec<Id>> {
    let posts = match person::store::post_by_id(sql, holder)? {
        Some(post) => vec![post],
        None => person::store::posts_of_org(sql, holder, day)?,
    };
    let mut found = Vec::new();
    for post in posts {
        let holders = person::store::holders(sql, post.id, day)?;
        found.extend(
            holders
                .into_iter()
                .filter(|holder| holder.stand_in)
                .map(|holder| holder.person),
        );
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn superiors(sql: &mut dyn Sql, holder: Id, day: Day) -> Result<Vec<Id>> {
    let above = match person::store::post_by_id(sql, holder)? {
        Some(post) => post.superior.or(Some(post.org)),
        None => org::store::by_id(sql, holder)?.and_then(|org| org.superior),
    };
    match above {
        Some(above) => answering(sql, above, day),
        None => Ok(Vec::new()),
    }
}

fn supervising(sql: &mut dyn Sql, rule: &Rule, day: Day) -> Result<Vec<Id>> {
    let Some(issuer) = org::store::by_name_or_alias(sql, &rule.issuer, day)? else {
        return Ok(Vec::new());
    };
    let office = org::store::office_of(sql, issuer.id, day)?.unwrap_or(issuer.id);
    answering(sql, office, day)
}
