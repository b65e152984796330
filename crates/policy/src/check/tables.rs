//! Calendars, code lists, roles and ladders.

use super::known::View;
use super::{cycles, duties, say};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;
use kernel::time::Day;
use std::collections::BTreeMap;

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    calendars(draft, notes);
    codes(draft, view, notes);
    for (ladder, written) in &draft.ladders {
        if ladder.rungs.is_empty() {
            notes.at(
                written,
                &[],
                say::unfit("提醒梯次没有一级", "the ladder has no rung"),
            );
        }
    }
    for (role, written) in &draft.roles {
        for (index, permission) in role.permissions.iter().enumerate() {
            let steps = at!["permissions", index];
            let parts = permission.split_once('.');
            if !parts.is_some_and(|(mechanism, verb)| is_word(mechanism) && is_word(verb)) {
                notes.at(
                    written,
                    steps,
                    say::unfit(
                        format!("权限 `{permission}` 应形如 matters.verify"),
                        format!("a right is written like matters.verify, not `{permission}`"),
                    ),
                );
            }
            if role.permissions[..index].contains(permission) {
                notes.at(
                    written,
                    steps,
                    say::two_parts(("权限", "right"), permission),
                );
            }
        }
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '_')
}

fn calendars(draft: &Draft<'_>, notes: &mut Notes<'_>) {
    for (calendar, written) in &draft.calendars {
        for (key, days) in [("off", &calendar.off), ("makeup", &calendar.makeup)] {
            for (index, day) in days.iter().enumerate() {
                let steps = [Step::from(key), Step::from(index)];
                if day.year() != calendar.year {
                    notes.at(
                        written,
                        &steps,
                        say::period(
                            format!("{day} 不在 {} 年", calendar.year),
                            format!("{day} is not in {}", calendar.year),
                        ),
                    );
                }
                if days[..index].contains(day) {
                    notes.at(
                        written,
                        &steps,
                        say::two_parts(("日期", "day"), &day.to_string()),
                    );
                }
            }
        }
        both(&calendar.off, &calendar.makeup, written, notes);
    }
}

fn both(off: &[Day], makeup: &[Day], written: &Written<'_>, notes: &mut Notes<'_>) {
    for (index, day) in makeup.iter().enumerate() {
        if off.contains(day) {
            notes.at(
                written,
                at!["makeup", index],
                say::period(
                    format!("{day} 既放假又补班"),
                    format!("{day} is both a day off and a make-up working day"),
                ),
            );
        }
    }
}

fn codes(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    let extended: BTreeMap<&str, Vec<&str>> = view
        .drafts()
        .flat_map(|draft| &draft.codes)
        .filter_map(|(list, _)| Some((list.id.as_str(), vec![list.extends.as_deref()?])))
        .collect();
    for (list, written) in &draft.codes {
        duties::clauses(&list.clauses, written, view, notes);
        for (index, entry) in list.entries.iter().enumerate() {
            if list.entries[..index]
                .iter()
                .any(|before| before.code == entry.code)
            {
                let said = say::two_parts(("代码", "code"), &entry.code);
                notes.at(written, at!["entry", index, "code"], said);
            }
        }
        let Some(base) = &list.extends else { continue };
        view.refer(Table::Codes, base, written, at!["extends"], notes);
        if let Some(path) = cycles::through(&list.id, &extended) {
            notes.at(
                written,
                at!["extends"],
                say::cycle(("代码表扩充", "extensions"), &path),
            );
        }
    }
}
