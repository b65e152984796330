//! A matter in memory, driven by the rules alone, as the unit of work drives its rows.

use super::id;
use crate::matters::rules::*;
use kernel::reason::Reason;
use policy::Lifecycle;

/// A clock that was opened: who owes what, and whether it was met in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    pub slot: String,
    pub step: String,
    pub due: i64,
    pub met: Option<i64>,
}

impl Owed {
    pub fn is_late(&self, now: i64) -> bool {
        self.due < self.met.unwrap_or(now)
    }
}

pub struct Play {
    pub cycle: Lifecycle,
    pub parties: Vec<Standing>,
    pub fixers: Fixers,
    pub owed: Vec<Owed>,
    /// Slot, transition and person of every act that was taken.
    pub acts: Vec<(String, String, Id)>,
    pub now: i64,
}

/// Every step of the plays is due this long after its opening.
pub const TERM: i64 = 10;

impl Play {
    /// Party 1, 2, … in the order of the roles.
    pub fn of(cycle: Lifecycle) -> Play {
        let roles: Vec<String> = cycle.roles.keys().cloned().collect();
        let named: Vec<(&str, &str, Id)> = roles
            .iter()
            .zip(1u8..)
            .map(|(role, n)| (role.as_str(), role.as_str(), id(n)))
            .collect();
        Play::with(cycle.clone(), &named)
    }

    pub fn with(cycle: Lifecycle, named: &[(&str, &str, Id)]) -> Play {
        let mut play = Play {
            parties: Vec::new(),
            fixers: Fixers::default(),
            owed: Vec::new(),
            acts: Vec::new(),
            now: 0,
            cycle,
        };
        for (slot, role, party) in named {
            let start = play
                .cycle
                .steps
                .iter()
                .filter(|step| step.at_start && step.role == *role);
            let owes: Vec<String> = start.map(|step| step.id.clone()).collect();
            for step in &owes {
                let slot = (*slot).to_owned();
                play.owed.push(Owed {
                    slot,
                    step: step.clone(),
                    due: TERM,
                    met: None,
                });
            }
            if *role == FIXER {
                play.fixers.parties.insert(*party);
            }
            play.parties.push(Standing {
                slot: (*slot).to_owned(),
                role: (*role).to_owned(),
                party: *party,
                state: opening_state(&play.cycle, role).unwrap().to_owned(),
                moved_by: None,
                owes: owes.into_iter().collect(),
            });
        }
        play
    }

    pub fn party(&self, slot: &str) -> &Standing {
        self.parties
            .iter()
            .find(|party| party.slot == slot)
            .unwrap()
    }

    pub fn is_closed(&self) -> bool {
        is_closed(&self.cycle, &self.parties)
    }

    /// Somebody who acts for one party takes a transition for it.
    pub fn act(&mut self, slot: &str, transition: &str, person: Id) -> Result<(), Reason> {
        let own = self.party(slot).party;
        self.act_as(slot, transition, person, &[own])
    }

    pub fn act_as(
        &mut self,
        slot: &str,
        name: &str,
        person: Id,
        parties: &[Id],
    ) -> Result<(), Reason> {
        let wanted = transition(&self.cycle, name).unwrap().clone();
        let own = self.party(slot).clone();
        let actor = Actor { person, parties };
        may_take(
            &self.cycle,
            &wanted,
            &self.parties,
            &own,
            actor,
            &self.fixers,
        )?;
        let taken = take(&self.cycle, &wanted, &self.parties, slot);
        self.parties = taken.parties;
        for (slot, step) in taken.answered {
            let open =
                |owed: &&mut Owed| owed.slot == slot && owed.step == step && owed.met.is_none();
            self.owed.iter_mut().find(open).unwrap().met = Some(self.now);
        }
        for (slot, step) in taken.opened {
            self.owed.push(Owed {
                slot,
                step,
                due: self.now + TERM,
                met: None,
            });
        }
        if own.role == FIXER && !wanted.opens.is_empty() {
            self.fixers.persons.insert(person);
        }
        self.acts.push((slot.to_owned(), name.to_owned(), person));
        Ok(())
    }
}
