//! Opening tasks: rows, sight, and one obligation for each party that owes a part.

use super::model::{Origin, Role, Shape, Task};
use super::roster;
use super::rules;
use super::store as rows;
use super::store::NewParty;
use engine::obligations::{Kind, NewObligation, Rule};
use engine::{satisfaction, sight};
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};
use mechanism::Env;
use policy::{ActorRule, AfterDue, Filter, Measure, Pack, Part, Requirement, Step, SubjectRule};
use std::collections::BTreeMap;
use store::{Result, Sql, Tx};

/// A task that somebody wants opened, with its parties resolved.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub id: Id,
    pub origin: Origin,
    pub definition: String,
    pub number: String,
    pub parent: Option<Id>,
    pub title: String,
    pub title_en: String,
    pub item: String,
    pub clauses: Vec<String>,
    pub due: Day,
    pub form: String,
    pub leads: Vec<Id>,
    pub joint: Vec<Id>,
    pub cooperating: Vec<Id>,
    pub patrons: Vec<Id>,
    pub milestones: Vec<policy::Milestone>,
    /// Replaces the sign-off of each responsible party by one proof that the lead owes.
    pub requirement: Option<Requirement>,
    pub generation: i64,
}

impl Wanted {
    pub fn shape(&self) -> Shape {
        rules::shape(&self.leads)
    }

    pub fn cast(&self) -> Vec<(Id, Role)> {
        rules::cast(&self.leads, &self.joint, &self.cooperating, &self.patrons)
    }
}

/// The period of a task: there is only one.
const PERIOD: &str = "once";

/// Opens those tasks that are not open yet; says how many were. The obligations of a batch share their rules, so a table
/// of hundreds of rows is a few inserts.
pub fn open(tx: &mut Tx, env: &Env, pack: &Pack, wanted: &[Wanted]) -> Result<u64> {
    let ids: Vec<Id> = wanted.iter().map(|one| one.id).collect();
    let known: Vec<Id> = rows::by_ids(tx, &ids)?
        .into_iter()
        .map(|task| task.id)
        .collect();
    let mut opening = Opening::new(env, pack, tx.now());
    let mut tasks = Vec::new();
    let mut keys: Vec<Id> = Vec::new();
    for one in wanted.iter().filter(|one| !known.contains(&one.id)) {
        tasks.push(opening.task(tx, one)?);
        keys.push(one.id);
    }
    if tasks.is_empty() {
        return Ok(0);
    }
    let opened = rows::insert(tx, &tasks)?;
    for (one, task) in wanted
        .iter()
        .filter(|one| !known.contains(&one.id))
        .zip(&tasks)
    {
        opening.parties(tx, one, task)?;
    }
    keys.sort_unstable();
    note(tx, pack, &keys)?;
    opening.finish(tx)?;
    Ok(opened)
}

/// Withdraws what an earlier generation of a task owes and opens the next. What was signed off before still counts, by
/// its own time.
pub fn recut(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    wanted: &Wanted,
    current: &Task,
    why: &str,
) -> Result<()> {
    let mut opening = Opening::new(env, pack, tx.now());
    let next = Wanted {
        generation: current.generation + 1,
        ..wanted.clone()
    };
    let mut task = opening.task(tx, &next)?;
    task.version = current.version;
    withdraw(tx, env, current.id, why)?;
    rows::update(tx, &task)?;
    opening.parties(tx, &next, &task)?;
    tx.note(
        current.id,
        "recut",
        serde_json::json!({ "generation": next.generation }),
    )?;
    opening.finish(tx)
}

/// Moves a task in the tree and gives it to other leaders to look after; nothing that is owed changes.
pub fn place(tx: &mut Tx, wanted: &Wanted, current: &Task) -> Result<()> {
    let task = Task {
        item: wanted.item.clone(),
        parent: wanted.parent,
        ..current.clone()
    };
    rows::update(tx, &task)?;
    rows::set_patrons(tx, task.id, &wanted.patrons)?;
    for patron in &wanted.patrons {
        sight::give(tx, task.id, *patron, "copied")?;
    }
    tx.note(
        task.id,
        "placed",
        serde_json::json!({ "item": task.item, "patrons": wanted.patrons }),
    )
}

fn withdraw(tx: &mut Tx, env: &Env, task: Id, why: &str) -> Result<()> {
    let parties = rows::parties(tx, &[task])?
        .remove(&task)
        .unwrap_or_default();
    let milestones = rows::milestones(tx, &[task])?
        .remove(&task)
        .unwrap_or_default();
    let owed = parties.into_iter().filter_map(|party| party.obligation);
    for row in owed.chain(
        milestones
            .into_iter()
            .flat_map(|milestone| milestone.obligations),
    ) {
        if row.outcome.is_none() {
            engine::trays::end(tx, env, row.id, "withdrawn", None, why)?;
        }
    }
    rows::clear_parties(tx, task)
}

fn note(tx: &mut Tx, pack: &Pack, keys: &[Id]) -> Result<()> {
    if let [only] = keys {
        return tx.note(
            *only,
            "task_opened",
            serde_json::json!({ "pack": pack.id() }),
        );
    }
    let bytes: Vec<u8> = keys.iter().flat_map(|id| id.0).collect();
    let body = serde_json::json!({ "pack": pack.id() });
    tx.bulk_note(
        "tasks_opened",
        keys.len(),
        kernel::ledger::digest(&bytes),
        body,
    )
}

/// What is gathered while the tasks of a batch are prepared.
struct Opening<'a> {
    env: &'a Env,
    pack: &'a Pack,
    now: Moment,
    from: Day,
    ladder: Option<String>,
    soon_days: i64,
    places: BTreeMap<Id, (AreaPath, Option<String>)>,
    parties: Vec<NewParty>,
    batches: BTreeMap<Id, (Rule, Vec<NewObligation>)>,
}

impl<'a> Opening<'a> {
    fn new(env: &'a Env, pack: &'a Pack, now: Moment) -> Opening<'a> {
        let reach = env.policy.reach(pack.id());
        let today = env.calendar.zone().day_of(now);
        Opening {
            env,
            pack,
            now,
            from: pack.header.from.min(today),
            ladder: env
                .policy
                .ladder_for(pack, None)
                .map(|ladder| ladder.id.clone()),
            soon_days: reach
                .iter()
                .find_map(|pack| pack.header.due_soon_days)
                .unwrap_or_default(),
            places: BTreeMap::new(),
            parties: Vec::new(),
            batches: BTreeMap::new(),
        }
    }

    fn task(&mut self, tx: &mut Tx, wanted: &Wanted) -> Result<Task> {
        let zone = self.env.calendar.zone();
        let mut paths = Vec::new();
        let mut sectors = Vec::new();
        for party in wanted.leads.iter().chain(&wanted.joint) {
            let (path, sector) = self.place(tx, *party)?;
            paths.push(path);
            sectors.push(sector);
        }
        sectors.dedup();
        // A sector is a branch of sight; a task of several sectors is seen by those who have a part in it.
        let sector = if sectors.len() == 1 {
            sectors.pop().flatten()
        } else {
            None
        };
        Ok(Task {
            id: wanted.id,
            pack: self.pack.id().to_owned(),
            origin: wanted.origin.word().to_owned(),
            definition: wanted.definition.clone(),
            number: wanted.number.clone(),
            parent: wanted.parent,
            title: wanted.title.clone(),
            title_en: wanted.title_en.clone(),
            item: wanted.item.clone(),
            clauses: wanted.clauses.clone(),
            shape: wanted.shape(),
            form: wanted.form.clone(),
            due_day: wanted.due,
            due_at: zone.end_of(wanted.due),
            opened_at: zone.start_of(self.pack.header.from).max(self.now),
            generation: wanted.generation,
            path: rules::common_path(&paths),
            sector,
            version: 1,
        })
    }

    /// Prepares the party rows and obligations of a task, and gives everybody named sight of it.
    fn parties(&mut self, tx: &mut Tx, wanted: &Wanted, task: &Task) -> Result<()> {
        // One proof stands for all leads where the task has a requirement of its own.
        let mut owed_once: Option<Id> = None;
        for (party, role) in wanted.cast() {
            let why = if role == Role::Patron {
                "copied"
            } else {
                "handed"
            };
            sight::give(tx, task.id, party, why)?;
            let guards = role.is_responsible();
            let obligation = match (role, &wanted.requirement) {
                (Role::Patron, _) => None,
                (Role::Lead | Role::Joint, Some(requirement)) => match owed_once {
                    Some(known) => Some(known),
                    None => {
                        let id = self.own_proof(tx, wanted, task, party, requirement)?;
                        owed_once = Some(id);
                        Some(id)
                    }
                },
                (role, _) => Some(self.part(tx, wanted, task, party, role)?),
            };
            self.parties
                .push((task.id, party, role, guards, obligation));
        }
        self.milestones(tx, wanted, task)
    }

    fn part(
        &mut self,
        tx: &mut Tx,
        wanted: &Wanted,
        task: &Task,
        party: Id,
        role: Role,
    ) -> Result<Id> {
        let kind = if role == Role::Cooperating {
            Kind::Cooperate
        } else {
            Kind::Task
        };
        let rule = self.rule(wanted, kind, sign_off(&wanted.form));
        let slot = format!("{}/{party}", role.word());
        let new = self.obligation(
            tx,
            task,
            task.id,
            slot,
            party,
            task.due_day,
            wanted.generation,
        )?;
        Ok(self.add(
            rule,
            NewObligation {
                title: Some(task.title.clone()),
                ..new
            },
        ))
    }

    fn own_proof(
        &mut self,
        tx: &mut Tx,
        wanted: &Wanted,
        task: &Task,
        party: Id,
        requirement: &Requirement,
    ) -> Result<Id> {
        let rule = self.rule(wanted, Kind::Task, requirement.clone());
        let slot = Role::Lead.word().to_owned();
        let new = self.obligation(
            tx,
            task,
            task.id,
            slot,
            party,
            task.due_day,
            wanted.generation,
        )?;
        let day = self.env.calendar.zone().day_of(self.now);
        let members = roster::freeze(tx, requirement, wanted, party, &new.path, day)?;
        Ok(self.add(
            rule,
            NewObligation {
                title: Some(task.title.clone()),
                members,
                ..new
            },
        ))
    }

    fn milestones(&mut self, tx: &mut Tx, wanted: &Wanted, task: &Task) -> Result<()> {
        let keyed = wanted.milestones.iter().map(|milestone| {
            (
                Id::natural("milestone", &format!("{}\n{}", task.id, milestone.id)),
                milestone.clone(),
            )
        });
        let keyed: Vec<(Id, policy::Milestone)> = keyed.collect();
        rows::insert_milestones(tx, task.id, &keyed)?;
        let owing = wanted
            .cast()
            .into_iter()
            .filter(|(_, role)| role.is_responsible());
        let owing: Vec<Id> = owing.map(|(party, _)| party).collect();
        for (id, milestone) in &keyed {
            for party in owing.iter().chain(&wanted.patrons) {
                sight::give(tx, *id, *party, "handed")?;
            }
            for party in &owing {
                let rule = self.rule(wanted, Kind::Milestone, sign_off(&wanted.form));
                let slot = format!("milestone/{}/{party}", milestone.id);
                let new = self.obligation(
                    tx,
                    task,
                    *id,
                    slot,
                    *party,
                    milestone.due,
                    wanted.generation,
                )?;
                let title = Some(format!("{}：{}", task.title, milestone.title));
                self.add(rule, NewObligation { title, ..new });
            }
        }
        Ok(())
    }

    fn rule(&self, wanted: &Wanted, kind: Kind, requirement: Requirement) -> Rule {
        let approval = requirement.all.iter().any(|part| {
            self.env
                .policy
                .form(&part.evidence.form)
                .is_some_and(|(_, form)| form.approval)
        });
        let steps = if approval {
            vec![Step::Filled, Step::Approved]
        } else {
            vec![Step::Filled]
        };
        // Tasks of a table share a rule, so the title that tells them apart stands in the obligation.
        let (title, title_en) = match wanted.origin {
            Origin::Plan => (wanted.title.clone(), wanted.title_en.clone()),
            Origin::Table | Origin::Hand => (self.pack.header.title.clone(), String::new()),
        };
        Rule {
            definition: wanted.definition.clone(),
            pack: self.pack.id().to_owned(),
            version: self.pack.header.version,
            kind,
            title,
            title_en,
            clauses: wanted.clauses.clone(),
            issuer: self.pack.header.issuer.clone(),
            requirement: Some(requirement),
            steps,
            exclusive: false,
            ladder: self.ladder.clone(),
            receiver: None,
            correction_workdays: None,
            beside: None,
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn obligation(
        &mut self,
        tx: &mut Tx,
        task: &Task,
        subject: Id,
        slot: String,
        holder: Id,
        due: Day,
        generation: i64,
    ) -> Result<NewObligation> {
        let (path, sector) = self.place(tx, holder)?;
        let due_at = self.env.calendar.zone().end_of(due);
        Ok(NewObligation {
            slot,
            subject,
            source: None,
            parent: None,
            receiver: None,
            title: None,
            holder,
            anchor: subject,
            period: PERIOD.to_owned(),
            period_from: self.from,
            // What comes late still counts, as late.
            period_until: Day(i32::MAX),
            generation,
            path,
            sector,
            opened_at: task.opened_at,
            soon_at: due_at.plus_hours(-24 * self.soon_days),
            due_at,
            grace_until: due_at,
            after_due: AfterDue::StillOwed,
            members: Vec::new(),
        })
    }

    fn add(&mut self, rule: Rule, new: NewObligation) -> Id {
        let id = new.id(&rule.definition);
        self.batches
            .entry(rule.id())
            .or_insert_with(|| (rule, Vec::new()))
            .1
            .push(new);
        id
    }

    fn place(&mut self, tx: &mut Tx, party: Id) -> Result<(AreaPath, Option<String>)> {
        if let Some(known) = self.places.get(&party) {
            return Ok(known.clone());
        }
        let day = self.env.calendar.zone().day_of(self.now);
        let found = registry::party::store::place_of(tx, party, day)?;
        self.places.insert(party, found.clone());
        Ok(found)
    }

    fn finish(self, tx: &mut Tx) -> Result<()> {
        rows::insert_parties(tx, &self.parties)?;
        for (rule, batch) in self.batches.values() {
            satisfaction::open(tx, self.env, rule, batch)?;
        }
        Ok(())
    }
}

/// One sign-off of the holder on this very task.
fn sign_off(form: &str) -> Requirement {
    Requirement {
        all: vec![Part {
            measure: Measure::Count,
            min: Some(1),
            max: None,
            evidence: Filter {
                form: form.to_owned(),
                actor: ActorRule::Holder,
                subject: SubjectRule::Subject,
                fields: BTreeMap::new(),
                filled: Vec::new(),
                members: None,
            },
            name: String::new(),
        }],
    }
}
