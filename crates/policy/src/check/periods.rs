//! Spans and dates that cannot be.

use super::known::View;
use super::{cadences, dues, say};
use crate::definitions::{Duty, Every, Header, TaskDefinition};
use crate::notes::Notes;
use crate::shape::Written;
use kernel::period::Cadence;
use kernel::time::Day;

/// The days on which a duty opens: its own narrowing of the pack's span.
pub fn span_of(duty: &Duty, header: &Header) -> (Day, Day) {
    (
        duty.from.unwrap_or(header.from),
        duty.until.unwrap_or(header.until),
    )
}

pub fn check_duty(duty: &Duty, written: &Written<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    if let Some(header) = view.header() {
        narrowed(duty, written, header, notes);
    }
    cadences::check(duty, written, view, notes);
    dues::check(duty, written, notes);
    if duty.grace_hours < 0 {
        notes.at(
            written,
            at!["grace_hours"],
            say::period("宽限不能为负数", "grace cannot be negative"),
        );
    }
    if duty.workdays_only && duty.every != Every::Period(Cadence::Day) {
        notes.at(
            written,
            at!["workdays_only"],
            say::period(
                "workdays_only 只用于 every = \"day\"",
                "`workdays_only` goes with `every = \"day\"` only",
            ),
        );
    }
}

pub fn check_task(
    task: &TaskDefinition,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    let Some(header) = view.header() else { return };
    outside(task.due, header, written, at!["due"], notes);
    for (index, milestone) in task.milestones.iter().enumerate() {
        if milestone.due > task.due {
            notes.at(
                written,
                at!["milestones", index, "due"],
                say::period(
                    format!("节点 {} 晚于任务期限 {}", milestone.due, task.due),
                    format!(
                        "the milestone of {} is after the task is due, {}",
                        milestone.due, task.due
                    ),
                ),
            );
        }
    }
}

fn narrowed(duty: &Duty, written: &Written<'_>, header: &Header, notes: &mut Notes<'_>) {
    if let Some(from) = duty.from {
        outside(from, header, written, at!["from"], notes);
    }
    if let Some(until) = duty.until {
        outside(until, header, written, at!["until"], notes);
    }
    let (from, until) = span_of(duty, header);
    if header.from <= header.until && until < from {
        let key = if duty.until.is_some() {
            "until"
        } else {
            "from"
        };
        notes.at(
            written,
            at![key],
            say::period(
                format!("止于 {until}，早于起始日 {from}"),
                format!("ends on {until}, before it begins on {from}"),
            ),
        );
    }
}

fn outside(
    day: Day,
    header: &Header,
    written: &Written<'_>,
    steps: &[crate::place::Step],
    notes: &mut Notes<'_>,
) {
    if header.until < header.from || (header.from..=header.until).contains(&day) {
        return;
    }
    notes.at(
        written,
        steps,
        say::period(
            format!(
                "{day} 不在方案期限 {} 至 {} 之内",
                header.from, header.until
            ),
            format!(
                "{day} is outside the pack's span, {} to {}",
                header.from, header.until
            ),
        ),
    );
}
