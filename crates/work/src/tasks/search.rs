//! Tasks by number and title, for the search over everything.

use super::store as rows;
use ::store::page::{Direction, Order};
use ::store::{Result, Sql};
use engine::obligations::listing::with_parties;
use kernel::time::Day;
use mechanism::{Caller, Env, Lang};
use registry::search::{Hit, Searched, Words, find};

pub const TASKS: Searched = Searched {
    kind: "task",
    table: "task",
    title: "title",
    order: Order {
        column: "due_at",
        direction: Direction::Ascending,
    },
    live: "",
    code: None,
    site_column: None,
    handed_column: None,
};

/// Tasks that the caller may see and that bear the words.
pub fn search(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    words: &Words,
    day: Day,
    limit: usize,
) -> Result<Vec<Hit>> {
    let ids = find(sql, &TASKS, words, day, &with_parties(caller), limit)?;
    let mut hits = Vec::new();
    for id in ids {
        let Some(task) = rows::by_id(sql, id)? else {
            continue;
        };
        let pack = env.policy.pack(&task.pack);
        let plan = pack.map(|pack| pack.header.title.clone());
        let notes = [Some(task.number), plan];
        let title = match caller.language {
            Lang::En if !task.title_en.is_empty() => task.title_en,
            _ => task.title,
        };
        hits.push(Hit {
            kind: TASKS.kind,
            id: id.to_string(),
            title,
            subtitle: joined(notes),
            link: format!("/tasks/{id}"),
        });
    }
    Ok(hits)
}

fn joined(notes: [Option<String>; 2]) -> String {
    let notes = notes.into_iter().flatten().filter(|note| !note.is_empty());
    notes.collect::<Vec<_>>().join(" · ")
}
