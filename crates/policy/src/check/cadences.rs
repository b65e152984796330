//! Cadences that cannot be: a day that no month has, a month without a year, a season that never comes.

use super::known::View;
use super::{periods, requirements, say};
use crate::definitions::{
    AfterDue, Duty, Every, FieldTest, Form, Header, Measure, PartPeriod, SHIFT, Term, ThemedMonth,
};
use crate::notes::{Notes, Said};
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;
use kernel::period::{Cadence, MonthDay, Period, Stretch};
use kernel::time::Day;

pub fn check(duty: &Duty, written: &Written<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    let span = view
        .header()
        .filter(|header| header.from <= header.until)
        .map(|header| span(duty, header));
    match &duty.every {
        Every::Period(_) => {}
        Every::Once(day) => once(*day, span, written, notes),
        Every::EachYear(day) => each_year(*day, span, written, notes),
        Every::Themed(months) => themed(months, span, written, notes),
        Every::Shift(id) => {
            view.refer(Table::Shifts, id, written, at!["every", "shift"], notes);
        }
        Every::Event { event, term } => {
            view.refer(Table::Event, event, written, at!["every", "event"], notes);
            event_term(*term, written, notes);
        }
        Every::Season(id) => {
            view.refer(Table::Season, id, written, at!["every", "season"], notes);
            comes(id, span, view, written, at!["every", "season"], notes);
        }
        Every::KeyPeriod(package) => {
            if package.trim().is_empty() {
                notes.at(
                    written,
                    at!["every", "key_period"],
                    say::period("重要时段的工作包名称为空", "the package is empty"),
                );
            }
        }
        Every::RollingMonths(months) => {
            if *months < 1 {
                notes.at(
                    written,
                    at!["every", "rolling_months"],
                    say::period(
                        "滚动周期至少为 1 个月",
                        "a rolling period is at least one month",
                    ),
                );
            }
            if duty.after_due == AfterDue::Lapses {
                notes.at(
                    written,
                    at!["after_due"],
                    say::period(
                        "滚动周期从上次完成起算，逾期不能作废：after_due 写 \"still_owed\"",
                        "a rolling period runs from the last time it was met, so it stays owed: `after_due` is \"still_owed\"",
                    ),
                );
            }
        }
    }
    season(duty, span, written, view, notes);
    shift_named(duty, written, view, notes);
    raised(duty, written, notes);
    parts(duty, written, notes);
}

/// First and last day on which it opens; nothing where that is the wrong way round, which is noted elsewhere.
fn span(duty: &Duty, header: &Header) -> (Day, Day) {
    periods::span_of(duty, header)
}

fn once(day: Day, span: Option<(Day, Day)>, written: &Written<'_>, notes: &mut Notes<'_>) {
    let Some((from, until)) = span else { return };
    if from <= until && !(from..=until).contains(&day) {
        notes.at(
            written,
            at!["every", "once"],
            say::period(
                format!("{day} 不在 {from} 至 {until} 之内"),
                format!("{day} is not within {from} to {until}"),
            ),
        );
    }
}

fn each_year(
    day: MonthDay,
    span: Option<(Day, Day)>,
    written: &Written<'_>,
    notes: &mut Notes<'_>,
) {
    let steps = at!["every", "each_year"];
    if !day.is_in_every_year() {
        let said = say::period(
            format!("{day} 不是每年都有：写 02-28"),
            format!("{day} is not in every year: write 02-28"),
        );
        return notes.at(written, steps, said);
    }
    let Some((from, until)) = span else { return };
    let mut years = from.year()..=until.year();
    if from <= until && !years.any(|year| (from..=until).contains(&day.in_year(year))) {
        notes.at(written, steps, never(&day.to_string(), from, until));
    }
}

fn themed(
    months: &[ThemedMonth],
    span: Option<(Day, Day)>,
    written: &Written<'_>,
    notes: &mut Notes<'_>,
) {
    if months.is_empty() {
        let said = say::period("至少写一个主题月", "at least one themed month is named");
        notes.at(written, at!["every", "themed"], said);
    }
    for (index, month) in months.iter().enumerate() {
        let steps = at!["every", "themed", index, "month"];
        if month.theme.trim().is_empty() {
            let said = say::period("主题为空", "the theme is empty");
            notes.at(written, at!["every", "themed", index, "theme"], said);
        }
        if months[..index].iter().any(|it| it.month == month.month) {
            notes.at(
                written,
                steps,
                say::two_parts(("主题月", "month"), &month.month),
            );
        }
        let Some(period) = month.period() else {
            let said = say::period(
                format!("主题月须写明年份，形如 2022-07，而不是 `{}`", month.month),
                format!(
                    "a themed month names its year, as in 2022-07, not `{}`",
                    month.month
                ),
            );
            notes.at(written, steps, said);
            continue;
        };
        let Some((from, until)) = span else { continue };
        if from <= until && (period.last_day() < from || until < period.start) {
            notes.at(written, steps, never(&month.month, from, until));
        }
    }
}

fn event_term(term: Term, written: &Written<'_>, notes: &mut Notes<'_>) {
    if let Term::Hours(hours) = term
        && hours < 1
    {
        notes.at(
            written,
            at!["every", "hours"],
            say::period(
                "事件后的小时数至少为 1；事先办理用负的 days",
                "hours after an event are at least 1; before a planned one write negative days",
            ),
        );
    }
}

/// Notes a season that has no day in the span.
fn comes(
    id: &str,
    span: Option<(Day, Day)>,
    view: &View<'_>,
    written: &Written<'_>,
    steps: &[Step],
    notes: &mut Notes<'_>,
) {
    let (Some(season), Some((from, until))) = (view.season(id), span) else {
        return;
    };
    if let Some(span) = Stretch::through(from, until)
        && season.yearly().within(&span).is_empty()
    {
        notes.at(written, steps, never(id, from, until));
    }
}

fn season(
    duty: &Duty,
    span: Option<(Day, Day)>,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    let Some(id) = &duty.season else { return };
    let steps = at!["season"];
    if !matches!(duty.every, Every::Period(_) | Every::Shift(_)) {
        return notes.at(
            written,
            steps,
            say::period(
                "season 只与日、周、月等周期或班次一起写",
                "`season` goes with a calendar period or a shift only",
            ),
        );
    }
    view.refer(Table::Season, id, written, steps, notes);
    comes(id, span, view, written, steps, notes);
    let (Some(season), Some(cadence), Some((from, until))) =
        (view.season(id), duty.every.cadence(), span)
    else {
        return;
    };
    let yearly = season.yearly();
    let twice = Period::between(cadence, from, until.plus_days(1))
        .find(|period| yearly.within(&(*period).into()).len() > 1);
    if let Some(period) = twice {
        notes.at(
            written,
            steps,
            say::period(
                format!("季节 `{id}` 在一个周期（{period}）里分成两段：改用更短的周期"),
                format!(
                    "the season `{id}` comes twice within one period ({period}): use a shorter one"
                ),
            ),
        );
    }
}

/// Of several shifts of a day each needs a record of its own, so the record must say which shift it is about.
fn shift_named(duty: &Duty, written: &Written<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    let table = match &duty.every {
        Every::Shift(id) => view.shifts(id),
        _ => None,
    };
    for (index, part) in duty.requirement.all.iter().enumerate() {
        let naming = part
            .evidence
            .fields
            .iter()
            .find(|(_, test)| **test == FieldTest::Is(SHIFT.to_owned()));
        let steps = at!["requirement", "all", index, "where"];
        match (&duty.every, naming, table) {
            (Every::Shift(_), None, Some(table)) if table.starts.len() > 1 => {
                let said = say::period(
                    "一天有多个班次：用 where 指明记录的哪个字段写班次，例如 where = { shift = \"{shift}\" }",
                    "a day has several shifts: say in `where` which field names the shift, as in where = { shift = \"{shift}\" }",
                );
                notes.at(written, steps, said);
            }
            (Every::Shift(_), Some((field, _)), Some(table)) => {
                if let Some(form) = view.form(&part.evidence.form) {
                    offers_starts(form, field, &table.starts, written, steps, view, notes);
                }
            }
            (Every::Shift(_), _, _) | (_, None, _) => {}
            (_, Some(_), _) => {
                let said = say::period(
                    "`{shift}` 只用于按班次的规则",
                    "`{shift}` belongs to duties by shift",
                );
                notes.at(written, steps, said);
            }
        }
    }
}

fn offers_starts(
    form: &Form,
    field: &str,
    starts: &[String],
    written: &Written<'_>,
    steps: &[Step],
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    let Some(field) = form.fields.iter().find(|it| it.id == field) else {
        return;
    };
    for start in starts {
        requirements::offered(field, start, written, steps, view, notes);
    }
}

/// What key periods ask more of has windows and an amount.
fn raised(duty: &Duty, written: &Written<'_>, notes: &mut Notes<'_>) {
    if !duty.intensify {
        return;
    }
    let amounts = duty
        .requirement
        .all
        .iter()
        .all(|part| matches!(part.measure, Measure::Count | Measure::Sum(_)));
    let said = if duty.every.cadence().is_none() {
        say::period(
            "只有按日、周、月等周期的规则能在重要时段加码",
            "only a calendar period can hold the windows of a key period",
        )
    } else if !amounts {
        say::period(
            "重要时段只能给次数（count）和合计（sum）加码",
            "a key period raises a `count` or a `sum` only",
        )
    } else if duty.exclusive {
        say::period(
            "加码的规则不能独占记录（exclusive）：同一记录先计入平时要求",
            "an exclusive duty cannot be raised: a record of the window fills the normal one first",
        )
    } else {
        return;
    };
    notes.at(written, at!["intensify"], said);
}

fn parts(duty: &Duty, written: &Written<'_>, notes: &mut Notes<'_>) {
    let only_periods = matches!(duty.every, Every::Period(cadence) if cadence != Cadence::Day);
    if duty.part_period != PartPeriod::Whole && !only_periods {
        notes.at(
            written,
            at!["part_period"],
            say::period(
                "part_period 只用于周、月等周期",
                "`part_period` goes with a calendar period longer than a day",
            ),
        );
    }
}

fn never(what: &str, from: Day, until: Day) -> Said {
    say::period(
        format!("{from} 至 {until} 之内没有 {what}"),
        format!("`{what}` does not come within {from} to {until}"),
    )
}
