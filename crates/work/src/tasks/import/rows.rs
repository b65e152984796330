//! Reading one row: names become parties, numbers become items and clauses, and every fault is told at its column.

use super::cells;
use super::columns::{self, Columns};
use crate::tasks::model::{Origin, Task};
use crate::tasks::names::Names;
use crate::tasks::open::Wanted;
use crate::tasks::store as tasks;
use documents::{Line, Table};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::{Column, RowError};
use policy::Pack;
use std::collections::BTreeMap;
use store::{Result, Tx};

pub struct Reader<'a> {
    env: &'a Env,
    columns: Columns,
    day: Day,
    names: Names,
    /// Numbers of the table, so that a row may stand above one that comes before it.
    numbers: BTreeMap<String, usize>,
    /// Tasks that stand, by plan and by what a table may call them.
    known: BTreeMap<String, BTreeMap<String, Id>>,
    forms: BTreeMap<String, Option<String>>,
}

/// A row that was read, or everything that is wrong with it.
pub type Read<'a> = std::result::Result<(&'a Pack, Wanted), Vec<RowError>>;

impl<'a> Reader<'a> {
    pub fn new(env: &'a Env, columns: Columns, table: &Table, day: Day) -> Reader<'a> {
        let mut numbers = BTreeMap::new();
        for line in &table.rows {
            let number = number_of(&columns, line);
            numbers.entry(number).or_insert(line.row);
        }
        Reader {
            env,
            columns,
            day,
            names: Names::default(),
            numbers,
            known: BTreeMap::new(),
            forms: BTreeMap::new(),
        }
    }

    pub fn read(&mut self, tx: &mut Tx, line: &Line) -> Result<Read<'a>> {
        let mut faults = Faults {
            row: line.row,
            errors: Vec::new(),
        };
        let clauses = self.clauses(line, &mut faults);
        let Some(pack) = self.pack(line, &clauses) else {
            faults.add(
                &columns::CLAUSE,
                self.text(line, &columns::CLAUSE),
                Reason::new("tasks.no_plan"),
            );
            return Ok(Err(faults.errors));
        };
        let title = self.text(line, &columns::TITLE).to_owned();
        if title.is_empty() {
            faults.add(&columns::TITLE, "", Reason::new("tasks.missing"));
        }
        let number = self.number(line, &mut faults);
        let item = self.item(line, pack, &mut faults);
        let due = self.due(line, pack, &mut faults);
        let form = self.form(line, pack, &mut faults);
        let leads = self.parties(tx, line, &columns::LEAD, &mut faults)?;
        let joint = self.parties(tx, line, &columns::JOINT, &mut faults)?;
        let cooperating = self.parties(tx, line, &columns::COOPERATING, &mut faults)?;
        let named = [&columns::LEAD, &columns::JOINT]
            .iter()
            .any(|column| !self.text(line, column).is_empty());
        if !named {
            faults.add(&columns::LEAD, "", Reason::new("tasks.nobody_named"));
        }
        let answering: Vec<Id> = leads.iter().chain(&joint).copied().collect();
        let patrons = self.patrons(tx, line, &answering, pack, &mut faults)?;
        let parent = self.parent(tx, line, pack, &mut faults)?;
        if !faults.errors.is_empty() {
            return Ok(Err(faults.errors));
        }
        let own = pack.tasks.iter().find(|task| task.id == number);
        let wanted = Wanted {
            id: own.map_or_else(
                || Task::id_of_number(pack.id(), &number),
                |task| Task::id_of(pack.id(), &task.id),
            ),
            // What an export calls by its definition is the plan's own.
            origin: if own.is_some() {
                Origin::Plan
            } else {
                Origin::Table
            },
            definition: format!("tasks.{}", pack.id()),
            number,
            parent,
            title,
            title_en: String::new(),
            item,
            clauses,
            due: due.unwrap_or(pack.header.until),
            form,
            leads,
            joint,
            cooperating,
            patrons,
            milestones: Vec::new(),
            requirement: None,
            generation: 1,
        };
        Ok(Ok((pack, wanted)))
    }

    fn text<'l>(&self, line: &'l Line, column: &Column) -> &'l str {
        self.columns.cell(line, column)
    }

    fn clauses(&self, line: &Line, faults: &mut Faults) -> Vec<String> {
        let named = cells::names(self.text(line, &columns::CLAUSE));
        for clause in &named {
            if self.env.policy.clause(clause).is_none() {
                faults.add(
                    &columns::CLAUSE,
                    clause,
                    Reason::new("tasks.unknown_clause").with("clause", clause),
                );
            }
        }
        named
    }

    /// The plan that the row names, or that its clause stands in.
    fn pack(&self, line: &Line, clauses: &[String]) -> Option<&'a Pack> {
        let named = self.text(line, &columns::PLAN);
        let policy = &self.env.policy;
        if !named.is_empty() {
            return policy
                .packs()
                .find(|pack| pack.id() == named || pack.header.title == named);
        }
        clauses
            .iter()
            .find_map(|clause| policy.clause(clause))
            .map(|(pack, _)| pack)
    }

    fn number(&self, line: &Line, faults: &mut Faults) -> String {
        let number = number_of(&self.columns, line);
        match self.numbers.get(&number) {
            Some(first) if *first != line.row => {
                let reason = Reason::new("tasks.doubled").with("row", first);
                faults.add(&columns::NUMBER, &number, reason);
            }
            _ => {}
        }
        number
    }

    fn item(&self, line: &Line, pack: &Pack, faults: &mut Faults) -> String {
        let text = self.text(line, &columns::ITEM);
        if text.is_empty() {
            return String::new();
        }
        match pack
            .items
            .iter()
            .find(|item| cells::same_item(&item.no, text) || item.title == text)
        {
            Some(item) => item.no.clone(),
            None => {
                faults.add(
                    &columns::ITEM,
                    text,
                    Reason::new("tasks.unknown_item").with("item", text),
                );
                String::new()
            }
        }
    }

    fn due(&self, line: &Line, pack: &Pack, faults: &mut Faults) -> Option<Day> {
        let text = self.text(line, &columns::DUE);
        let due = cells::due(text, pack.header.until.year());
        if due.is_none() {
            let reason = match text {
                "" => Reason::new("tasks.missing"),
                text => Reason::new("tasks.bad_due").with("due", text),
            };
            faults.add(&columns::DUE, text, reason);
        }
        due
    }

    fn form(&mut self, line: &Line, pack: &Pack, faults: &mut Faults) -> String {
        let named = self.text(line, &columns::FORM).to_owned();
        let found = match named.as_str() {
            "" => self
                .forms
                .entry(pack.id().to_owned())
                .or_insert_with(|| sign_off_form(self.env, pack))
                .clone(),
            id => self.env.policy.form(id).map(|(_, form)| form.id.clone()),
        };
        if found.is_none() {
            faults.add(&columns::FORM, &named, Reason::new("tasks.no_form"));
        }
        found.unwrap_or_default()
    }

    fn parties(
        &mut self,
        tx: &mut Tx,
        line: &Line,
        column: &Column,
        faults: &mut Faults,
    ) -> Result<Vec<Id>> {
        let mut found = Vec::new();
        for name in cells::names(self.columns.cell(line, column)) {
            let parties = self.names.parties(tx, &name, self.day)?;
            if parties.is_empty() {
                faults.add(
                    column,
                    &name,
                    Reason::new("tasks.unknown_body").with("name", &name),
                );
            }
            found.extend(parties);
        }
        Ok(found)
    }

    fn patrons(
        &mut self,
        tx: &mut Tx,
        line: &Line,
        answering: &[Id],
        pack: &Pack,
        faults: &mut Faults,
    ) -> Result<Vec<Id>> {
        let mut found = Vec::new();
        for name in cells::names(self.columns.cell(line, &columns::PATRON)) {
            match self.names.leader(tx, &name, answering, pack, self.day)? {
                Some(leader) => found.push(leader),
                None => {
                    let reason = Reason::new("tasks.unknown_leader").with("name", &name);
                    faults.add(&columns::PATRON, &name, reason);
                }
            }
        }
        Ok(found)
    }

    /// The task above: by its id in the pack, its number, or its title.
    fn parent(
        &mut self,
        tx: &mut Tx,
        line: &Line,
        pack: &Pack,
        faults: &mut Faults,
    ) -> Result<Option<Id>> {
        let named = self.columns.cell(line, &columns::PARENT);
        if named.is_empty() {
            return Ok(None);
        }
        if pack.tasks.iter().any(|task| task.id == named) {
            return Ok(Some(Task::id_of(pack.id(), named)));
        }
        if self.numbers.contains_key(named) {
            return Ok(Some(Task::id_of_number(pack.id(), named)));
        }
        if !self.known.contains_key(pack.id()) {
            self.known.insert(pack.id().to_owned(), known(tx, pack)?);
        }
        let parent = self
            .known
            .get(pack.id())
            .and_then(|known| known.get(named))
            .copied();
        if parent.is_none() {
            let reason = Reason::new("tasks.unknown_parent").with("parent", named);
            faults.add(&columns::PARENT, named, reason);
        }
        Ok(parent)
    }
}

/// What is wrong with a row.
struct Faults {
    row: usize,
    errors: Vec<RowError>,
}

impl Faults {
    fn add(&mut self, column: &Column, value: &str, reason: Reason) {
        self.errors
            .push(RowError::new(self.row, column.heading, value, reason));
    }
}

/// The key of a row within its plan: its number, or its title where the table numbers nothing.
fn number_of(columns: &Columns, line: &Line) -> String {
    match columns.cell(line, &columns::NUMBER) {
        "" => columns.cell(line, &columns::TITLE).to_owned(),
        number => number.to_owned(),
    }
}

/// The form by which the plan's own tasks are signed off most often; where it has none, the first that is called a
/// sign-off.
pub fn sign_off_form(env: &Env, pack: &Pack) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for task in &pack.tasks {
        *counts.entry(&task.form).or_default() += 1;
    }
    let commonest = counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(form, _)| form.to_owned());
    let forms = || {
        env.policy
            .reach(pack.id())
            .into_iter()
            .flat_map(|pack| &pack.forms)
    };
    commonest.or_else(|| {
        forms()
            .map(|form| form.id.clone())
            .find(|id| id.ends_with("signoff"))
    })
}

fn known(tx: &mut Tx, pack: &Pack) -> Result<BTreeMap<String, Id>> {
    let mut known = BTreeMap::new();
    for task in tasks::of_pack(tx, pack.id())? {
        let own = if task.number.is_empty() {
            task.definition
        } else {
            task.number
        };
        known.entry(task.title).or_insert(task.id);
        known.insert(own, task.id);
    }
    Ok(known)
}
