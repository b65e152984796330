//! What a wish is written on: found through the sight of the one who writes it.

use super::model::OnKind;
use crate::{matters, tasks};
use engine::obligations::store as obligations;
use engine::obligations::visible::visible as visible_obligation;
use engine::records::routes::visible as visible_record;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::{Caller, Env};
use store::{Error, Result, Sql};

/// A thing with its title and the pack under which it stands.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its id, where it is a row that the one who is asked may open because of the wish.
    pub row: Option<Id>,
    pub title: String,
    pub pack: String,
}

/// The thing, if the caller may see it; otherwise it does not exist for him.
pub fn find(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    kind: OnKind,
    id: &str,
) -> Result<Thing> {
    let found = match kind {
        OnKind::Clause => env.policy.clause(id).map(|(pack, clause)| Thing {
            row: None,
            title: format!("{} {}", clause.place, clause.summary),
            pack: pack.id().to_owned(),
        }),
        OnKind::Figure => figure(env, id),
        _ => {
            let Some(id) = Id::parse(id) else {
                return Err(unknown());
            };
            Some(row(sql, env, caller, kind, id)?)
        }
    };
    found.ok_or_else(unknown)
}

fn figure(env: &Env, id: &str) -> Option<Thing> {
    let name = id.split('/').next().unwrap_or_default();
    let matrix = env
        .policy
        .matrix(name)
        .map(|(pack, matrix)| (pack, matrix.title.clone()));
    let circular = || {
        env.policy
            .circular(name)
            .map(|(pack, circular)| (pack, circular.title.clone()))
    };
    let (pack, title) = matrix.or_else(circular)?;
    Some(Thing {
        row: None,
        title: match id.split_once('/') {
            Some((_, period)) => format!("{title} {period}"),
            None => title,
        },
        pack: pack.id().to_owned(),
    })
}

fn row(sql: &mut dyn Sql, env: &Env, caller: &Caller, kind: OnKind, id: Id) -> Result<Thing> {
    let (title, pack) = match kind {
        OnKind::Task => {
            let now = sql.now();
            let task = tasks::visible(sql, caller, id, now)?.task;
            (task.title, task.pack)
        }
        OnKind::Matter => {
            let matter = matters::visible(sql, caller, id)?;
            let pack = env
                .policy
                .lifecycle(&matter.lifecycle)
                .map(|(pack, _)| pack.id().to_owned());
            (
                format!("{} {}", matter.number, matter.title),
                pack.unwrap_or_default(),
            )
        }
        OnKind::Obligation => {
            let row = visible_obligation(sql, caller, id)?;
            let rule = obligations::rule(sql, row.rule)?;
            (
                row.title.unwrap_or_else(|| rule.title.clone()),
                rule.pack.clone(),
            )
        }
        _ => {
            let record = visible_record(sql, caller, id)?;
            let form = env.policy.form(&record.form);
            let form = form.map(|(pack, form)| (form.title.clone(), pack.id().to_owned()));
            form.unwrap_or_default()
        }
    };
    Ok(Thing {
        row: Some(id),
        title,
        pack,
    })
}

fn unknown() -> Error {
    Error::refused(Reason::new("instructions.unknown_thing.not_found"))
}
