//! The pack browser: installed packs, and one of them with its clauses and definitions in words.

use crate::plans::parameters;
use crate::plans::store::{self as rows, ActivationAct, Confirmations};
use axum::Json;
use axum::extract::{Path, Query, State};
use engine::obligations::view::Said;
use kernel::reason::Reason;
use mechanism::{App, Caller, Env, Lang, Problem};
use policy::{Pack, Words};
use serde::{Deserialize, Serialize};
use store::Error;
use utoipa::{IntoParams, ToSchema};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PackBrief {
    pub pack: String,
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub from: String,
    pub until: String,
    pub area: String,
    /// Installed version.
    pub version: u32,
    /// Version in force, and since when; absent while it is only installed.
    pub active_version: Option<i64>,
    pub active_since: Option<i64>,
    pub builds_on: Vec<String>,
    pub clauses: usize,
    pub definitions: usize,
    /// Assumed parameters that nobody has confirmed yet.
    pub to_confirm: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ParameterRow {
    pub name: String,
    pub value: String,
    /// Proposed by the pack, not said by the document.
    pub assumed: bool,
    pub confirmed_at: Option<i64>,
    pub confirmed_by: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseRow {
    pub id: String,
    pub no: String,
    pub item: String,
    pub summary: String,
    pub summary_en: String,
    pub kind: String,
    /// `runs`, `tracked` or `planned`.
    pub state: String,
    pub waits_for: Vec<String>,
    pub parameters: Vec<ParameterRow>,
    /// Ids of what realises it.
    pub definitions: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DefinitionRow {
    /// Table of the pack: `duty`, `task`, `form`, `lifecycle`, `matrix`, `circular`, `draw`, `codes`.
    pub table: String,
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub clauses: Vec<String>,
    /// Who, when, by what, and what follows; empty for what opens nothing.
    pub who: String,
    pub when: String,
    pub evidence: String,
    pub after_due: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivationView)]
pub struct ActView {
    pub version: u32,
    pub on: String,
    pub recut: bool,
    pub asked_at: i64,
    pub confirmed_as: String,
    /// Absent while its day lies ahead.
    pub done_at: Option<i64>,
    pub withdrawn: Option<i64>,
    /// Why it could not be carried out on its day; it may be asked again.
    pub failed: Option<Said>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PackView {
    pub brief: PackBrief,
    pub clauses: Vec<ClauseRow>,
    pub definitions: Vec<DefinitionRow>,
    /// When it was put in force, the latest first.
    pub activations: Vec<ActView>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Words that a clause or definition holds, in its id, title, summary or sentences.
    pub q: Option<String>,
    /// Only this table of the pack: `clause`, `duty`, `task`, `form` …
    pub table: Option<String>,
}

/// Installed packs, those in force first.
#[utoipa::path(get, path = "/packs", operation_id = "packs_list", responses((status = 200, body = Vec<PackBrief>)))]
pub async fn list(State(app): State<App>) -> Result<Json<Vec<PackBrief>>, Problem> {
    let env = app.env.clone();
    let briefs = app
        .store
        .read(move |sql| {
            let active = crate::duties::activations(sql)?;
            let mut briefs = Vec::new();
            for pack in env.policy.packs() {
                let confirmed = rows::confirmed(sql, pack.id())?;
                briefs.push(brief(pack, &active, &confirmed));
            }
            briefs.sort_by_key(|one: &PackBrief| {
                (
                    one.active_since.is_none(),
                    one.clauses == 0,
                    one.pack.clone(),
                )
            });
            Ok(briefs)
        })
        .await?;
    Ok(Json(briefs))
}

/// One pack: clauses with their parameters, definitions in words, and when it was put in force.
#[utoipa::path(get, path = "/packs/{pack}", operation_id = "packs_get", params(("pack" = String, Path,), Search),
    responses((status = 200, body = PackView), (status = 404)))]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Query(search): Query<Search>,
) -> Result<Json<PackView>, Problem> {
    let env = app.env.clone();
    let view = app
        .store
        .read(move |sql| {
            let Some(pack) = env.policy.pack(&id) else {
                return Err(Error::refused(Reason::new("plans.unknown.not_found")));
            };
            let active = crate::duties::activations(sql)?;
            let confirmed = rows::confirmed(sql, pack.id())?;
            let wanted = Wanted::of(&search);
            Ok(PackView {
                brief: brief(pack, &active, &confirmed),
                clauses: clauses(&env, pack, &confirmed, &wanted),
                definitions: definitions(&env, pack, caller.language, &wanted),
                activations: rows::acts(sql, pack.id())?.into_iter().map(act).collect(),
            })
        })
        .await?;
    Ok(Json(view))
}

pub fn brief(
    pack: &Pack,
    active: &[(String, i64, kernel::time::Moment)],
    confirmed: &Confirmations,
) -> PackBrief {
    let header = &pack.header;
    let own = active.iter().find(|(id, _, _)| id == pack.id());
    PackBrief {
        pack: header.id.clone(),
        title: header.title.clone(),
        number: header.number.clone(),
        issuer: header.issuer.clone(),
        from: header.from.to_string(),
        until: header.until.to_string(),
        area: header.area.clone(),
        version: header.version,
        active_version: own.map(|(_, version, _)| *version),
        active_since: own.map(|(_, _, at)| at.0),
        builds_on: header.builds_on.clone(),
        clauses: pack.clauses.len(),
        definitions: written(pack).len(),
        to_confirm: parameters::assumed(pack)
            .filter(|(clause, parameter)| parameters::is_open(confirmed, clause, parameter))
            .count(),
    }
}

/// What a search asks for, in lower case.
struct Wanted {
    words: Vec<String>,
    table: Option<String>,
}

impl Wanted {
    fn of(search: &Search) -> Wanted {
        let words = search.q.as_deref().unwrap_or_default().to_lowercase();
        Wanted {
            words: words.split_whitespace().map(str::to_owned).collect(),
            table: search.table.clone(),
        }
    }

    fn takes(&self, table: &str, texts: &[&str]) -> bool {
        if self.table.as_deref().is_some_and(|wanted| wanted != table) {
            return false;
        }
        let whole = texts.join("\n").to_lowercase();
        self.words.iter().all(|word| whole.contains(word))
    }
}

fn clauses(env: &Env, pack: &Pack, confirmed: &Confirmations, wanted: &Wanted) -> Vec<ClauseRow> {
    let own = pack.clauses.iter().filter(|clause| {
        let texts = [
            clause.id.as_str(),
            &clause.place,
            &clause.summary,
            &clause.summary_en,
        ];
        wanted.takes("clause", &texts)
    });
    own.map(|clause| ClauseRow {
        id: clause.id.clone(),
        no: clause.place.clone(),
        item: clause.item.clone(),
        summary: clause.summary.clone(),
        summary_en: clause.summary_en.clone(),
        kind: clause.kind.clone(),
        state: super::plan::word(policy::state_of(&env.policy, clause)).to_owned(),
        waits_for: clause.waits_for.clone(),
        parameters: clause
            .parameters
            .iter()
            .map(|parameter| {
                let by = confirmed.get(&parameters::key(clause, parameter));
                ParameterRow {
                    name: parameter.name.clone(),
                    value: parameter.value.clone(),
                    assumed: parameter.assumed,
                    confirmed_at: by.map(|by| by.at.0),
                    confirmed_by: by.map(|by| by.by.clone()),
                }
            })
            .collect(),
        definitions: {
            let all = env.policy.definitions_of_clause(&clause.id);
            let mut ids: Vec<String> = all.iter().map(|one| one.id.to_owned()).collect();
            ids.dedup();
            ids
        },
    })
    .collect()
}

/// A definition as it is found: table, id, titles, clauses.
type Written<'p> = (&'static str, &'p str, &'p str, &'p str, &'p [String]);

fn written(pack: &Pack) -> Vec<Written<'_>> {
    let mut all: Vec<Written<'_>> = Vec::new();
    macro_rules! add {
        ($table:literal, $list:ident) => {
            all.extend(pack.$list.iter().map(|one| {
                let clauses = one.clauses.as_slice();
                (
                    $table,
                    one.id.as_str(),
                    one.title.as_str(),
                    one.title_en.as_str(),
                    clauses,
                )
            }));
        };
    }
    add!("duty", duties);
    add!("task", tasks);
    add!("lifecycle", lifecycles);
    add!("matrix", matrices);
    add!("circular", circulars);
    add!("draw", draws);
    add!("form", forms);
    add!("codes", codes);
    all
}

fn definitions(env: &Env, pack: &Pack, lang: Lang, wanted: &Wanted) -> Vec<DefinitionRow> {
    let mut found = Vec::new();
    for (table, id, title, title_en, clauses) in written(pack) {
        let words = words(env, pack, table, id, lang);
        let mut texts = vec![id, title, title_en];
        texts.extend([
            words.who.as_str(),
            &words.when,
            &words.evidence,
            &words.after_due,
        ]);
        if !wanted.takes(table, &texts) {
            continue;
        }
        found.push(DefinitionRow {
            table: table.to_owned(),
            id: id.to_owned(),
            title: title.to_owned(),
            title_en: title_en.to_owned(),
            clauses: clauses.to_vec(),
            who: words.who,
            when: words.when,
            evidence: words.evidence,
            after_due: words.after_due,
        });
    }
    found
}

fn words(env: &Env, pack: &Pack, table: &str, id: &str, lang: Lang) -> Words {
    let lang = match lang {
        Lang::Zh => policy::Lang::Zh,
        Lang::En => policy::Lang::En,
    };
    let library = &env.policy;
    let spoken = match table {
        "duty" => {
            let duty = pack.duties.iter().find(|duty| duty.id == id);
            duty.map(|duty| library.words(duty, lang))
        }
        "task" => {
            let task = pack.tasks.iter().find(|task| task.id == id);
            task.map(|task| library.task_words(task, lang))
        }
        "lifecycle" => {
            let cycle = pack.lifecycles.iter().find(|cycle| cycle.id == id);
            cycle.map(|cycle| library.lifecycle_words(cycle, lang))
        }
        _ => None,
    };
    spoken.unwrap_or_default()
}

pub fn act(act: ActivationAct) -> ActView {
    ActView {
        version: act.version,
        on: act.on.to_string(),
        recut: act.recut,
        asked_at: act.asked_at.0,
        confirmed_as: act.confirmed_as,
        done_at: act.done_at.map(|at| at.0),
        withdrawn: act.withdrawn,
        failed: act.failed.map(Said::from),
    }
}
