//! Search over the registers by words, pieces of words or pinyin initials, through the caller's scope.

use crate::listing::{self, Filter, Register};
use crate::wire::today;
use crate::{org, party, person, site};
use axum::Json;
use axum::extract::{Query, State};
use kernel::id::Id;
use kernel::time::Day;
use mechanism::{App, Caller, Mechanism, PageQuery, Permission, Problem, guarded};
use serde::{Deserialize, Serialize};
use store::{Read, Result as Stored};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "search",
    permissions: &[Permission {
        name: "search.use",
        zh: "搜索",
        en: "Search",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: &[],
};

/// Hits of one kind.
const PER_KIND: usize = 10;

/// What is searched: word of the kind, right, register, column of the note beside the name.
const KINDS: [(&str, &str, &Register, &str); 3] = [
    ("org", "orgs.read", &org::routes::REGISTER, "area"),
    ("person", "persons.read", &person::routes::PERSONS, "org"),
    ("site", "sites.read", &site::routes::REGISTER, "area"),
];

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(guarded("search.use", routes!(search)))
}

#[derive(Deserialize, IntoParams)]
struct SearchQuery {
    /// Words, pieces of words, or pinyin initials.
    q: String,
}

#[derive(Serialize, ToSchema)]
struct Hits {
    items: Vec<Hit>,
}

#[derive(Serialize, ToSchema)]
struct Hit {
    /// `org`, `person` or `site`.
    kind: &'static str,
    #[schema(value_type = String)]
    id: Id,
    title: String,
    /// Where it is or belongs.
    note: Option<String>,
}

/// Bodies, persons and sites that the caller may see and whose name holds every word.
#[utoipa::path(get, path = "/search", operation_id = "search", tag = "search", params(SearchQuery),
    responses((status = 200, body = Hits)))]
async fn search(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<SearchQuery>,
) -> Result<Json<Hits>, Problem> {
    let day = today(&app);
    let items = app
        .store
        .read(move |sql| find(sql, &caller, &query.q, day))
        .await?;
    Ok(Json(Hits { items }))
}

fn find(sql: &mut Read, caller: &Caller, words: &str, day: Day) -> Stored<Vec<Hit>> {
    let mut hits = Vec::new();
    if kernel::text::query_pieces(words).is_empty() {
        return Ok(hits);
    }
    let page = PageQuery {
        after: None,
        limit: Some(PER_KIND),
    };
    for (kind, right, register, note) in KINDS {
        if !caller.may(right) {
            continue;
        }
        let mut filter = Filter::default();
        filter.on(day);
        filter.words(kind, Some(words));
        let found = listing::list(sql, register, &filter, &caller.scope, &page, |sql, row| {
            let beside = match row.opt_id(note)? {
                Some(id) => Some(party::store::label(sql, id)?),
                None => None,
            };
            Ok(Hit {
                kind,
                id: row.id("id")?,
                title: row.text("name")?,
                note: beside,
            })
        })?;
        hits.extend(found.items);
    }
    Ok(hits)
}
