//! From a filter to sheets: which obligations the form can meet, and to whom each line goes.

use super::cells;
use super::model::{Collection, Line, Sheet};
use crate::chasing::model::Filter;
use crate::chasing::store as chasing;
use engine::obligations::{Obligation, Rule, store as obligations};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::{Caller, Env};
use policy::Form;
use registry::party;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Error, Result, Sql};

/// More lines in one collection are nothing that people fill in.
pub const MOST: usize = 20_000;

/// What a collection would send out.
pub struct Draft {
    pub form: Form,
    /// By body: the obligations that its sheet asks for, in order.
    pub bodies: BTreeMap<Id, Vec<Asked>>,
    pub names: BTreeMap<Id, String>,
    /// Open obligations of the filter that this form cannot meet.
    pub left_out: usize,
}

pub struct Asked {
    pub row: Obligation,
    pub rule: Arc<Rule>,
}

/// Reads what the filter names and puts it together by addressee.
pub fn draft(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    filter: &Filter,
    form: Option<&str>,
) -> Result<Draft> {
    let ids = chasing::ids(sql, caller, filter, MOST)?;
    if MOST < ids.len() {
        return Err(Error::refused(
            Reason::new("collections.too_many").with("n", MOST),
        ));
    }
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some(row) = obligations::by_id(sql, id)? {
            let rule = obligations::rule(sql, row.rule)?;
            all.push(Asked { row, rule });
        }
    }
    let form = chosen(env, &all, form)?;
    let found = all.len();
    all.retain(|one| forms(&one.rule).contains(&form.id.as_str()));
    if all.is_empty() {
        return Err(Error::refused(Reason::new("collections.nothing_to_ask")));
    }
    cells::asked(&form).map_err(Error::Refused)?;
    let left_out = found - all.len();
    let holders = bodies_of(sql, all.iter().map(|one| one.row.holder))?;
    let mut names: Vec<Id> = holders.values().copied().collect();
    names.extend(all.iter().flat_map(|one| [one.row.holder, one.row.subject]));
    let names = party::store::labels(sql, &names)?;
    let mut bodies: BTreeMap<Id, Vec<Asked>> = BTreeMap::new();
    for one in all {
        let body = holders
            .get(&one.row.holder)
            .copied()
            .unwrap_or(one.row.holder);
        bodies.entry(body).or_default().push(one);
    }
    Ok(Draft {
        form,
        bodies,
        names,
        left_out,
    })
}

/// The form that was asked for, or the only one that the obligations ask for.
fn chosen(env: &Env, all: &[Asked], form: Option<&str>) -> Result<Form> {
    let asked: BTreeSet<&str> = all.iter().flat_map(|one| forms(&one.rule)).collect();
    let id = match (form, asked.len()) {
        (Some(form), _) => form,
        (None, 1) => asked.first().copied().unwrap_or_default(),
        (None, 0) => return Err(Error::refused(Reason::new("collections.nothing_to_ask"))),
        (None, n) => {
            let which: Vec<&str> = asked.into_iter().take(5).collect();
            let reason = Reason::new("collections.which_form").with("n", n);
            return Err(Error::refused(reason.with("forms", which.join("、"))));
        }
    };
    match env.policy.form(id) {
        Some((_, form)) => Ok(form.clone()),
        None => Err(Error::refused(Reason::new(
            "records.unknown_form.not_found",
        ))),
    }
}

fn forms(rule: &Rule) -> Vec<&str> {
    let parts = rule.requirement.iter().flat_map(|all| &all.all);
    parts.map(|part| part.evidence.form.as_str()).collect()
}

/// Holder → body: of a post or a person the one it belongs to.
pub fn bodies_of(sql: &mut dyn Sql, holders: impl Iterator<Item = Id>) -> Result<BTreeMap<Id, Id>> {
    let holders: BTreeSet<Id> = holders.collect();
    let mut bodies = BTreeMap::new();
    for holder in holders {
        let body = match registry::person::store::post_by_id(sql, holder)? {
            Some(post) => Some(post.org),
            None => registry::person::store::by_id(sql, holder)?.and_then(|person| person.org),
        };
        bodies.insert(holder, body.unwrap_or(holder));
    }
    Ok(bodies)
}

/// The rows of a draft.
pub fn rows(env: &Env, one: &Collection, draft: &Draft) -> (Vec<Sheet>, Vec<Line>) {
    let zone = env.calendar.zone();
    let (mut sheets, mut lines) = (Vec::new(), Vec::new());
    for (seq, (body, asked)) in (1i64..).zip(&draft.bodies) {
        let sheet = Sheet {
            id: Sheet::id_of(one.id, *body),
            collection: one.id,
            seq,
            body: *body,
            row_count: i64::try_from(asked.len()).unwrap_or(i64::MAX),
            returned: None,
        };
        for (seq, asked) in (1i64..).zip(asked) {
            // The due instant is exclusive: a day's due ends the day before.
            let due = zone.day_of(asked.row.due_at.plus_millis(-1));
            lines.push(Line {
                id: Line::id_of(sheet.id, asked.row.id),
                sheet: sheet.id,
                seq,
                obligation: asked.row.id,
                prefilled: prefilled(seq, asked, &draft.names, due),
                record: None,
                attempts: 0,
            });
        }
        sheets.push(sheet);
    }
    (sheets, lines)
}

/// What stands in the fixed cells, in the order of [`super::model::FIXED`].
fn prefilled(seq: i64, asked: &Asked, names: &BTreeMap<Id, String>, due: Day) -> Vec<String> {
    let name = |id: Id| names.get(&id).cloned().unwrap_or_default();
    let title = asked.row.title.clone();
    vec![
        seq.to_string(),
        name(asked.row.holder),
        title.unwrap_or_else(|| asked.rule.title.clone()),
        name(asked.row.subject),
        asked.row.period.clone(),
        due.to_string(),
    ]
}
