//! `anlan policy check DIR`, `explain CLAUSE`, `trace`, `diff OLD NEW`: packs without a server; and `attach PACK FILE`, which
//! gives a plan its text.

use crate::outcome::{Done, Outcome, Refusal};
use crate::place;
use clap::{Args, Subcommand, ValueEnum};
use kernel::time::Day;
use policy::{Lang, Library, State, TraceRow};
use serde_json::json;
use server::{Settings, packs};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Wanted {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Checks the packs beneath a folder: `file:line:column: message`.
    Check { dir: PathBuf },
    /// Says what a clause demands, how it is proven, and what realises it.
    Explain {
        clause: String,
        /// As of a day, such as 2022-09-30; without it as of the pack's first day.
        #[arg(long, value_name = "DAY")]
        as_of: Option<String>,
        #[arg(long, value_enum, default_value = "zh")]
        language: Language,
    },
    /// Lists every clause with its state and the definitions that realise it.
    Trace,
    /// Says what one state of the packs changes against another, clause by clause and field by field.
    Diff {
        /// Folder of the packs as they were.
        old: PathBuf,
        /// Folder of the packs as they are.
        new: PathBuf,
        #[arg(long, value_enum, default_value = "zh")]
        language: Language,
    },
    /// Attaches the text of a plan, a plain text file with one paragraph a line, as the user's document.
    Attach { pack: String, file: PathBuf },
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Zh,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        }
    }
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    let library = || packs::library(settings.packs.as_deref()).map_err(server::Error::from);
    match &wanted.what {
        What::Check { dir } => check(dir),
        What::Explain {
            clause,
            as_of,
            language,
        } => explain(&library()?, clause, as_of.as_deref(), *language),
        What::Trace => Ok(trace(&library()?)),
        What::Diff { old, new, language } => diff(old, new, *language),
        What::Attach { pack, file } => attach(settings, pack, file),
    }
}

fn diff(old: &Path, new: &Path, language: Language) -> Outcome {
    let differences = policy::diff(&beneath(old)?, &beneath(new)?);
    let text = match differences.is_empty() {
        true => "no difference".to_owned(),
        false => policy::diff::text(&differences, language.into()),
    };
    Ok(Done::new(text, json!(differences)))
}

/// The packs of a folder with those that they build on.
fn beneath(folder: &Path) -> Result<Library, Refusal> {
    let refused = |error: policy::Rejected| Refusal::Input(error.to_string());
    let sources = packs::beneath(folder).map_err(refused)?;
    if sources.is_empty() {
        return Err(Refusal::Input(format!(
            "{} holds no pack",
            folder.display()
        )));
    }
    Library::from_sources(sources).map_err(refused)
}

fn attach(settings: &Settings, pack: &str, file: &Path) -> Outcome {
    let bytes = std::fs::read(file)
        .map_err(|error| Refusal::Input(format!("{}: {error}", file.display())))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Refusal::Input(format!("{} is not plain text in UTF-8", file.display())))?;
    let app = place::open(settings)?;
    let Some(pack) = app.env.policy.pack(pack).cloned() else {
        return Err(Refusal::Input(format!("there is no pack {pack}")));
    };
    let attached = {
        let pack = pack.clone();
        let act = store::Act::system("plans.attach_text");
        app.store.write_blocking(act, move |tx| {
            work::plans::text::attach(tx, &pack, &text, None)
        })?
    };
    let untied = work::plans::text::untied(&pack, &attached.paragraphs);
    let untied: Vec<&str> = untied.iter().map(|clause| clause.id.as_str()).collect();
    let tied = pack.clauses.len() - untied.len();
    let mut lines = vec![format!(
        "edition {}: {} paragraphs, {tied} of {} clauses found",
        attached.edition,
        attached.paragraphs.len(),
        pack.clauses.len()
    )];
    if !untied.is_empty() {
        lines.push(format!("not found: {}", untied.join(", ")));
    }
    let value = json!({
        "pack": pack.id(), "edition": attached.edition, "paragraphs": attached.paragraphs.len(), "tied": tied,
        "untied": untied,
    });
    Ok(Done::new(lines.join("\n"), value))
}

fn explain(library: &Library, clause: &str, as_of: Option<&str>, language: Language) -> Outcome {
    let unknown = || Refusal::Input(format!("no pack has a clause {clause}"));
    let (pack, _) = library.clause(clause).ok_or_else(unknown)?;
    let day = match as_of {
        Some(text) => Day::parse(text)
            .ok_or_else(|| Refusal::Input(format!("{text} is no day such as 2022-09-30")))?,
        None => pack.header.from,
    };
    let language = Lang::from(language);
    let explanation = policy::explain(library, clause, day, language).ok_or_else(unknown)?;
    Ok(Done::new(explanation.text(language), json!(explanation)))
}

fn trace(library: &Library) -> Done {
    let rows = policy::trace(library);
    let count = |state: State| rows.iter().filter(|row| row.state == state).count();
    let sum = format!(
        "{} clauses: {} run, {} tracked, {} planned",
        rows.len(),
        count(State::Runs),
        count(State::Tracked),
        count(State::Planned)
    );
    let lines: Vec<String> = rows.iter().map(line).collect();
    Done::new(format!("{}\n{sum}", lines.join("\n")), json!(rows))
}

fn line(row: &TraceRow) -> String {
    let state = format!("{:?}", row.state).to_lowercase();
    format!(
        "{:10} {:12} {state:8} {}",
        row.clause,
        row.pack,
        row.definitions.join(", ")
    )
}

fn check(dir: &Path) -> Outcome {
    let sources = packs::beneath(dir).map_err(|error| Refusal::Input(error.to_string()))?;
    let findings = policy::check(&sources);
    if sources.is_empty() {
        return Err(Refusal::Input(format!("{} holds no pack", dir.display())));
    }
    let list: Vec<_> = findings
        .iter()
        .map(|one| json!({ "file": one.file, "line": one.line, "column": one.column, "code": one.code, "zh": one.zh, "en": one.en }))
        .collect();
    if findings.is_empty() {
        return Ok(Done::new("no finding", json!([])));
    }
    let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
    Ok(Done::new(lines.join("\n"), json!(list)).untrue())
}
