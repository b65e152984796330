//! One search over everything that the caller may see.

use axum::Json;
use axum::extract::{Query, State};
use mechanism::{App, Caller, Lang, Mechanism, Permission, Problem, guarded};
use policy::{Clause, Library, Pack};
use registry::search::{Hit, Words, registers};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "search",
    permissions: &[Permission {
        name: "search.use",
        zh: "查找",
        en: "Search",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: &[],
};

/// Results of one search; whoever gets so many types one more character.
const MOST: usize = 20;

fn table() -> OpenApiRouter<App> {
    guarded("search.use", routes!(search))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Two characters are enough; pinyin initials, numbers and the beginning of a code are found too.
    q: Option<String>,
}

/// What was found, by kind. What the caller may not see is neither found nor counted.
#[derive(Debug, Serialize, ToSchema)]
struct Found {
    items: Vec<Hit>,
}

/// Sites, bodies, persons, posts, tasks, matters and clauses by name, number, code or pinyin initials.
#[utoipa::path(get, path = "/search", operation_id = "search", tag = "search", params(Wanted),
    responses((status = 200, body = Found)))]
async fn search(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Found>, Problem> {
    let words = Words::of(wanted.q.as_deref().unwrap_or_default());
    if words.is_empty() {
        return Ok(Json(Found { items: Vec::new() }));
    }
    let env = app.env.clone();
    let day = env.calendar.zone().day_of(app.store.clock().business());
    let items = app
        .store
        .read(move |sql| {
            let mut kinds = registers(sql, &caller, &words, day, MOST)?;
            if caller.may("tasks.read") {
                let found = work::tasks::search(sql, &env, &caller, &words, day, MOST)?;
                kinds.push(found);
            }
            if caller.may("matters.read") {
                kinds.push(work::matters::search(sql, &caller, &words, day, MOST)?);
            }
            if caller.may("plans.read") {
                kinds.push(clauses(&env.policy, &words, caller.language));
            }
            Ok(shared(kinds))
        })
        .await?;
    Ok(Json(Found { items }))
}

/// Clauses are the same for everybody and few, so they are looked through where they are.
fn clauses(library: &Library, words: &Words, language: Lang) -> Vec<Hit> {
    let all = library
        .packs()
        .flat_map(|pack| pack.clauses.iter().map(move |clause| (pack, clause)));
    all.filter(|(_, clause)| words.are_in(&names(clause)))
        .take(MOST)
        .map(|(pack, clause)| shown(pack, clause, language))
        .collect()
}

fn names(clause: &Clause) -> String {
    format!(
        "{} {} {} {}",
        clause.id, clause.place, clause.summary, clause.summary_en
    )
}

fn shown(pack: &Pack, clause: &Clause, language: Lang) -> Hit {
    let summary = match language {
        Lang::En if !clause.summary_en.is_empty() => clause.summary_en.clone(),
        _ => clause.summary.clone(),
    };
    Hit {
        kind: "clause",
        id: clause.id.clone(),
        title: format!("{} {summary}", clause.place),
        subtitle: pack.header.title.clone(),
        // The id bears a dot, and a path with a dot asks for a file: it travels in the query.
        link: format!("/plan/{}?clause={}", pack.id(), clause.id),
    }
}

/// As many of each kind as fit, so that none crowds out another.
fn shared(kinds: Vec<Vec<Hit>>) -> Vec<Hit> {
    let mut takes = vec![0; kinds.len()];
    let mut left = MOST;
    while 0 < left {
        let before = left;
        for (take, hits) in takes.iter_mut().zip(&kinds) {
            if *take < hits.len() && 0 < left {
                *take += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    let taken = kinds.into_iter().zip(takes);
    taken
        .flat_map(|(hits, take)| hits.into_iter().take(take))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(kind: &'static str, count: usize) -> Vec<Hit> {
        let hit = |at: usize| Hit {
            kind,
            id: at.to_string(),
            title: String::new(),
            subtitle: String::new(),
            link: String::new(),
        };
        (0..count).map(hit).collect()
    }

    fn counts(kinds: Vec<Vec<Hit>>) -> (usize, usize) {
        let found = shared(kinds);
        let sites = found.iter().filter(|hit| hit.kind == "site").count();
        (sites, found.len() - sites)
    }

    #[test]
    fn many_of_one_kind_leave_room_for_the_others() {
        assert_eq!(counts(vec![hits("site", 20), hits("org", 3)]), (17, 3));
        assert_eq!(counts(vec![hits("site", 20), hits("org", 20)]), (10, 10));
        assert_eq!(counts(vec![hits("site", 2), hits("org", 1)]), (2, 1));
        assert_eq!(counts(Vec::new()), (0, 0));
    }
}
