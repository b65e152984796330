//! One clause explained: what it says, what carries it, and in what words.

use crate::definitions::{Duty, Parameter};
use crate::library::{Definition, DefinitionKind, Library};
use crate::pack::Pack;
use crate::trace::{State, state_of};
use crate::words::{Lang, Words};
use kernel::time::Day;

/// A clause as of a day.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Explanation {
    pub clause: String,
    pub pack: String,
    pub document: String,
    pub item: String,
    pub place: String,
    pub summary: String,
    pub state: State,
    /// Whether the plan is in force on the day.
    pub in_force: bool,
    pub engines: Vec<String>,
    pub waits_for: Vec<String>,
    pub parameters: Vec<Parameter>,
    pub definitions: Vec<Explained>,
}

/// A definition that realises the clause.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Explained {
    pub kind: DefinitionKind,
    pub id: String,
    pub title: String,
    /// Whether it opens anything on the day.
    pub in_force: bool,
    /// Of a duty, a task or a lifecycle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
}

/// Explains a clause as of a day, in a language; nothing if no pack has the clause.
pub fn explain(library: &Library, clause: &str, as_of: Day, lang: Lang) -> Option<Explanation> {
    let (pack, clause) = library.clause(clause)?;
    let english = |zh: &str, en: &str| {
        if lang == Lang::En && !en.is_empty() {
            en.to_owned()
        } else {
            zh.to_owned()
        }
    };
    let item = pack.item(&clause.item);
    Some(Explanation {
        clause: clause.id.clone(),
        pack: pack.id().to_owned(),
        document: pack.header.title.clone(),
        item: item.map_or_else(String::new, |item| item.title.clone()),
        place: clause.place.clone(),
        summary: english(&clause.summary, &clause.summary_en),
        state: state_of(library, clause),
        in_force: within(pack, None, as_of),
        engines: clause.engines.clone(),
        waits_for: clause.waits_for.clone(),
        parameters: clause.parameters.clone(),
        definitions: library
            .definitions_of_clause(&clause.id)
            .iter()
            .map(|definition| explained(library, definition, as_of, lang))
            .collect(),
    })
}

fn explained(library: &Library, definition: &Definition<'_>, as_of: Day, lang: Lang) -> Explained {
    let (pack, id) = (definition.pack, definition.id);
    let duty = match definition.kind {
        DefinitionKind::Duty => pack.duties.iter().find(|duty| duty.id == id),
        _ => None,
    };
    let words = match definition.kind {
        DefinitionKind::Duty => duty.map(|duty| library.words(duty, lang)),
        DefinitionKind::Task => {
            let task = pack.tasks.iter().find(|task| task.id == id);
            task.map(|task| library.task_words(task, lang))
        }
        DefinitionKind::Lifecycle => {
            let lifecycle = pack.lifecycles.iter().find(|lifecycle| lifecycle.id == id);
            lifecycle.map(|lifecycle| library.lifecycle_words(lifecycle, lang))
        }
        _ => None,
    };
    let title = match lang {
        Lang::En if !definition.title_en.is_empty() => definition.title_en,
        _ => definition.title,
    };
    Explained {
        kind: definition.kind,
        id: definition.id.to_owned(),
        title: title.to_owned(),
        in_force: within(definition.pack, duty, as_of),
        words,
    }
}

fn within(pack: &Pack, duty: Option<&Duty>, day: Day) -> bool {
    let from = duty.and_then(|duty| duty.from).unwrap_or(pack.header.from);
    let until = duty
        .and_then(|duty| duty.until)
        .unwrap_or(pack.header.until);
    (from..=until).contains(&day)
}

impl Explanation {
    /// The explanation as lines for a terminal.
    pub fn text(&self, lang: Lang) -> String {
        let pick = |zh: &str, en: &str| match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        };
        let colon = pick("：", ": ");
        let state = match self.state {
            State::Runs => pick("已运行", "runs"),
            State::Tracked => pick("仅跟踪", "tracked"),
            State::Planned => pick("待建", "planned"),
        };
        let mut lines = vec![
            format!("{}  {} {}", self.clause, self.document, self.place),
            self.summary.clone(),
            format!("{}{colon}{state}", pick("状态", "state")),
            format!(
                "{}{colon}{}",
                pick("引擎", "engines"),
                self.engines.join(" ")
            ),
        ];
        if !self.waits_for.is_empty() {
            let waits = pick("等待", "waits for");
            lines.push(format!("{waits}{colon}{}", self.waits_for.join(" ")));
        }
        if !self.in_force {
            lines.push(pick(
                "当日不在方案期限内",
                "the plan is not in force on that day",
            ));
        }
        for parameter in &self.parameters {
            let assumed = match parameter.assumed {
                true => pick("（建议值，待确认）", " (assumed, to be confirmed)"),
                false => String::new(),
            };
            lines.push(format!(
                "  {}{colon}{}{assumed}",
                parameter.name, parameter.value
            ));
        }
        for definition in &self.definitions {
            let idle = match definition.in_force {
                true => String::new(),
                false => pick("（当日不生效）", " (not in force on that day)"),
            };
            lines.push(String::new());
            lines.push(format!("{}  {}{idle}", definition.title, definition.id));
            let Some(words) = &definition.words else {
                continue;
            };
            for (name, sentence) in [
                (pick("谁", "who"), &words.who),
                (pick("何时", "when"), &words.when),
                (pick("佐证", "evidence"), &words.evidence),
                (pick("到期后", "after due"), &words.after_due),
            ] {
                lines.push(format!("  {name}{colon}{sentence}"));
            }
        }
        lines.join("\n")
    }
}
