//! Shifts, seasons, key periods and kinds of event.

use super::known::View;
use super::{duties, say};
use crate::definitions::{KeyPeriod, Shifts};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::shape::Written;
use crate::table::Table;
use kernel::period::minutes;

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (shifts, written) in &draft.shifts {
        check_shifts(shifts, written, notes);
    }
    for (season, written) in &draft.seasons {
        if !season.from.is_in_every_year() {
            let said = say::period(
                format!("{} 不是每年都有：从 02-28 或 03-01 开始", season.from),
                format!(
                    "{} is not in every year: begin on 02-28 or 03-01",
                    season.from
                ),
            );
            notes.at(written, at!["from"], said);
        }
    }
    for (period, written) in &draft.key_periods {
        duties::clauses(&period.clauses, written, view, notes);
        check_key_period(period, written, view, notes);
    }
    for (event, written) in &draft.events {
        if let Some(form) = &event.form {
            view.refer(Table::Form, form, written, at!["form"], notes);
        }
    }
}

fn check_shifts(shifts: &Shifts, written: &Written<'_>, notes: &mut Notes<'_>) {
    if shifts.starts.is_empty() {
        let said = say::period("班次表没有一班", "the table has no shift");
        notes.at(written, at!["starts"], said);
    }
    let mut before = None;
    for (index, start) in shifts.starts.iter().enumerate() {
        let steps = at!["starts", index];
        let Some(minute) = minutes(start) else {
            let said = say::period(
                format!("`{start}` 不是时刻，应形如 08:00"),
                format!("`{start}` is not a clock time such as 08:00"),
            );
            notes.at(written, steps, said);
            continue;
        };
        if before.is_some_and(|before| minute <= before) {
            let said = say::period(
                format!("{start} 不晚于前一班：按开始时刻先后写"),
                format!("{start} is not after the shift before it: write them in order"),
            );
            notes.at(written, steps, said);
        }
        before = Some(minute);
    }
}

fn check_key_period(
    period: &KeyPeriod,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    if period.days().is_none() {
        let said = say::period(
            format!("重要时段止于 {}，早于起始日 {}", period.until, period.from),
            format!(
                "the key period ends on {}, before it begins on {}",
                period.until, period.from
            ),
        );
        notes.at(written, at!["until"], said);
    } else if let Some(header) = view.header()
        && header.from <= header.until
        && (period.until < header.from || header.until < period.from)
    {
        let said = say::period(
            format!(
                "重要时段不在方案期限 {} 至 {} 之内",
                header.from, header.until
            ),
            format!(
                "the key period is outside the pack's span, {} to {}",
                header.from, header.until
            ),
        );
        notes.at(written, at!["from"], said);
    }
    if !(1.0..=100.0).contains(&period.factor) {
        let said = say::period(
            "重要时段只能加码：factor 从 1 到 100",
            "a key period adds and never takes away: `factor` is 1 to 100",
        );
        notes.at(written, at!["factor"], said);
    }
    let empty = |text: &String| text.trim().is_empty();
    if period.package.as_ref().is_some_and(empty) {
        notes.at(
            written,
            at!["package"],
            say::period("重要时段的工作包名称为空", "the package is empty"),
        );
    }
}
