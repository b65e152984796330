//! Clauses: known words, known item, and states that do not contradict each other.

use super::say;
use crate::definitions::Clause;
use crate::draft::Draft;
use crate::notes::Notes;
use crate::shape::Written;
use crate::table::Table;

/// What a clause can be.
pub const KINDS: [&str; 17] = [
    "registry",
    "responsibility",
    "duty",
    "indicator",
    "process",
    "list",
    "checklist",
    "monitoring",
    "warning",
    "command",
    "resource",
    "training",
    "publicity",
    "disclosure",
    "evaluation",
    "integration",
    "document",
];

/// Engines that can carry a clause.
pub const ENGINES: [&str; 18] = [
    "REG", "RESP", "DUTY", "MATTER", "LIST", "CHECK", "CASE", "INDEX", "SCORE", "SENSE", "WARN",
    "CMD", "RES", "PLAN", "TRAIN", "PUB", "TASK", "LINK",
];

pub fn check(draft: &Draft<'_>, notes: &mut Notes<'_>) {
    for (clause, written) in &draft.clauses {
        check_clause(clause, written, draft, notes);
    }
}

fn check_clause(clause: &Clause, written: &Written<'_>, draft: &Draft<'_>, notes: &mut Notes<'_>) {
    if !draft.items.iter().any(|(item, _)| item.no == clause.item) {
        notes.at(
            written,
            at!["item"],
            say::unknown_reference(Table::Item, &clause.item),
        );
    }
    if !KINDS.contains(&clause.kind.as_str()) {
        notes.at(
            written,
            at!["kind"],
            say::unknown_word(("条款类别", "kind"), &clause.kind, &KINDS),
        );
    }
    if clause.engines.is_empty() {
        notes.at(
            written,
            at!["engines"],
            say::unfit("至少写一个引擎", "at least one engine is named"),
        );
    }
    for (key, engines) in [
        ("engines", &clause.engines),
        ("waits_for", &clause.waits_for),
    ] {
        for (index, engine) in engines.iter().enumerate() {
            if !ENGINES.contains(&engine.as_str()) {
                let said = say::unknown_word(("引擎", "engine"), engine, &ENGINES);
                notes.at(written, at![key, index], said);
            }
        }
    }
    for (index, system) in clause.systems.iter().enumerate() {
        let number = system.strip_prefix("S-").unwrap_or_default();
        if number.len() < 2 || !number.chars().all(|digit| digit.is_ascii_digit()) {
            notes.at(
                written,
                at!["systems", index],
                say::unfit(
                    format!("系统编号 `{system}` 应形如 S-04"),
                    format!("a system is numbered like S-04, not `{system}`"),
                ),
            );
        }
    }
    if clause.tracked && clause.engines.iter().any(|engine| engine != "TASK") {
        notes.at(
            written,
            at!["tracked"],
            say::unfit(
                "只跟踪的条款除 TASK 外不能再有引擎",
                "a tracked clause names no engine beyond TASK",
            ),
        );
    }
    if clause.tracked && !clause.waits_for.is_empty() {
        notes.at(
            written,
            at!["waits_for"],
            say::unfit(
                "只跟踪的条款不等待引擎",
                "a tracked clause waits for nothing",
            ),
        );
    }
    for (index, parameter) in clause.parameters.iter().enumerate() {
        if clause.parameters[..index]
            .iter()
            .any(|before| before.name == parameter.name)
        {
            let said = say::two_parts(("参数", "parameter"), &parameter.name);
            notes.at(written, at!["parameters", index, "name"], said);
        }
    }
}
