//! Steps of a matter as obligations of its parties: opening them with their clocks, and meeting them by an act.
//!
//! Receipts are steps too and not receipts of the engine: signing moves the party's row, so it is done at the matter.

use super::model::{Matter, MatterParty};
use super::rules::{self, Standing};
use engine::obligations::{Kind, NewObligation, Obligation, Rule, store as rows};
use engine::satisfaction;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::Env;
use policy::{AfterDue, Lifecycle, MatterStep, Pack};
use registry::party;
use std::collections::BTreeSet;
use store::{Error, Message, Result, Sql, Tx};

/// Days before due from which a step shows as due soon, where the pack does not say.
const DUE_SOON_DAYS: i64 = 3;

/// The parties' rows as the rules see them, with what each owes.
pub fn standings(
    sql: &mut dyn Sql,
    matter: &Matter,
    parties: &[MatterParty],
) -> Result<Vec<Standing>> {
    let obligations = rows::of_source(sql, matter.id)?;
    let owed = |slot: &str| -> BTreeSet<String> {
        let open = obligations
            .iter()
            .filter(|row| row.slot == slot && row.outcome.is_none());
        open.filter_map(|row| step_of(matter, row))
            .map(str::to_owned)
            .collect()
    };
    Ok(parties
        .iter()
        .map(|party| Standing {
            slot: party.slot.clone(),
            role: party.role.clone(),
            party: party.party,
            state: party.state.clone(),
            moved_by: party.moved_by.clone(),
            owes: owed(&party.slot),
        })
        .collect())
}

/// The step that an obligation of the matter stands for.
pub fn step_of<'a>(matter: &Matter, row: &'a Obligation) -> Option<&'a str> {
    row.definition
        .strip_prefix(matter.lifecycle.as_str())?
        .strip_prefix('/')
}

/// Opens a step for a party and tells the person who answers for it.
pub fn open(
    tx: &mut Tx,
    env: &Env,
    (pack, cycle): (&Pack, &Lifecycle),
    matter: &Matter,
    party: &MatterParty,
    step: &MatterStep,
) -> Result<()> {
    let rule = rule(env, pack, cycle, step);
    let now = tx.now();
    let today = env.calendar.zone().day_of(now);
    let soon_days = pack.header.due_soon_days.unwrap_or(DUE_SOON_DAYS);
    let clock = rules::clock(cycle, step, matter.grade, &env.calendar, soon_days, now)
        .map_err(|year| Error::refused(Reason::new("matters.unknown_year").with("year", year.0)))?;
    let earlier = rows::of_source(tx, matter.id)?;
    let earlier = earlier
        .iter()
        .filter(|row| row.slot == party.slot && row.definition == rule.definition);
    let new = NewObligation {
        slot: party.slot.clone(),
        subject: matter.id,
        source: Some(matter.id),
        parent: None,
        receiver: None,
        title: Some(format!("{}：{}", step.title, matter.title)),
        holder: party.party,
        anchor: matter.id,
        period: matter.number.clone(),
        period_from: today,
        period_until: Day(i32::MAX),
        generation: i64::try_from(earlier.count()).unwrap_or_default(),
        path: matter.path,
        sector: matter.sector.clone(),
        opened_at: now,
        soon_at: clock.soon_at,
        due_at: clock.due_at,
        grace_until: clock.due_at,
        after_due: AfterDue::StillOwed,
        members: Vec::new(),
    };
    let obligation = new.id(&rule.definition);
    satisfaction::open(tx, env, &rule, &[new])?;
    tell(tx, obligation, matter, step, party, today)
}

fn rule(env: &Env, pack: &Pack, cycle: &Lifecycle, step: &MatterStep) -> Rule {
    Rule {
        definition: rules::definition(&cycle.id, &step.id),
        pack: pack.id().to_owned(),
        version: cycle.version,
        kind: Kind::Step,
        title: step.title.clone(),
        title_en: String::new(),
        clauses: cycle.clauses.clone(),
        issuer: pack.header.issuer.clone(),
        requirement: None,
        steps: Vec::new(),
        exclusive: false,
        ladder: env
            .policy
            .ladder_for(pack, step.ladder.as_deref())
            .map(|ladder| ladder.id.clone()),
        receiver: None,
        correction_workdays: None,
        beside: None,
    }
}

fn tell(
    tx: &mut Tx,
    row: Id,
    matter: &Matter,
    step: &MatterStep,
    party: &MatterParty,
    today: Day,
) -> Result<()> {
    let Some((receiver, _)) = party::store::current_person(tx, party.party, today)? else {
        return Ok(());
    };
    tx.send(&Message {
        key: format!("{row}/handed/{receiver}"),
        receiver,
        channel: "in-app".to_owned(),
        category: "handed".to_owned(),
        subject: row,
        reason: Reason::new("matters.handed")
            .with("number", &matter.number)
            .with("step", &step.title),
        must_know: false,
        due_at: None,
    })?;
    Ok(())
}

/// Meets what an act answers. The clock looks at when it arrived, whatever time the act states.
pub fn meet(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    slot: &str,
    step: &str,
    by: Id,
    stated: Moment,
) -> Result<()> {
    let definition = rules::definition(&matter.lifecycle, step);
    for row in rows::of_source(tx, matter.id)? {
        if row.slot == slot && row.definition == definition && row.outcome.is_none() {
            rows::sign(tx, row.id, by)?;
            satisfaction::meet(tx, env, &row, stated)?;
            tx.note(
                row.id,
                "met",
                serde_json::json!({ "matter": matter.id, "by": by }),
            )?;
        }
    }
    Ok(())
}

/// Whoever signs for a matter has signed for everything that his party owes in it.
pub fn sign_all(tx: &mut Tx, matter: &Matter, slot: &str, by: Id) -> Result<()> {
    for row in rows::of_source(tx, matter.id)? {
        if row.slot == slot && row.outcome.is_none() && row.signed_at.is_none() {
            rows::sign(tx, row.id, by)?;
        }
    }
    Ok(())
}
