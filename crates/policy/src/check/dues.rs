//! Due days that the cadence does not have.

use super::say;
use crate::definitions::{Due, Duty, Every, ShortMonth};
use crate::notes::{Notes, Said};
use crate::shape::Written;
use kernel::period::Cadence;

pub fn check(duty: &Duty, written: &Written<'_>, notes: &mut Notes<'_>) {
    if let Some(said) = wrong(duty) {
        notes.at(written, at!["due"], said);
    }
}

fn wrong(duty: &Duty) -> Option<Said> {
    if let Due::Last = duty.due {
        return None;
    }
    amount(duty.due)
        .or_else(|| by_itself(&duty.every))
        .or_else(|| match duty.due {
            Due::DayOfMonth { day, short_month } => day_of_month(&duty.every, day, short_month),
            Due::Weekday(_) if duty.every.cadence() != Some(Cadence::Week) => Some(say::period(
                "weekday 只用于 every = \"week\"",
                "`weekday` goes with `every = \"week\"` only",
            )),
            Due::DaysBefore(days) => days_before(&duty.every, days),
            Due::DaysAfter(_) | Due::WorkdaysAfter(_) => match duty.every {
                Every::Once(_) => Some(say::period(
                    "只办一次的规则以 once 的当日为期限，不另写期满后的天数",
                    "what is due once is due on that day: leave out the days after",
                )),
                _ => None,
            },
            _ => None,
        })
}

fn amount(due: Due) -> Option<Said> {
    match due {
        Due::DaysAfter(days) | Due::WorkdaysAfter(days) if days < 1 => Some(say::period(
            "期满后的天数至少为 1；期末当日用 \"last\"",
            "days after the period are at least 1; its last day is written \"last\"",
        )),
        Due::DaysBefore(days) if days < 1 => Some(say::period(
            "期末前的天数至少为 1；期末当日用 \"last\"",
            "days before the period's end are at least 1; its last day is written \"last\"",
        )),
        Due::MinuteOfDay(minute) if !(1..=1440).contains(&minute) => Some(say::period(
            format!("一天没有第 {minute} 分钟"),
            format!("a day has no minute {minute}"),
        )),
        Due::DayOfMonth { day, .. } if !(1..=31).contains(&day) => Some(say::period(
            format!("没有哪个月有 {day} 日"),
            format!("no month has a day {day}"),
        )),
        _ => None,
    }
}

/// Cadences whose own words already say when they are due.
fn by_itself(every: &Every) -> Option<Said> {
    match every {
        Every::EachYear(_) => Some(say::period(
            "each_year 的当日即为期限，不另写 due",
            "what is due each year is due on that day: leave out `due`",
        )),
        Every::Event { .. } => Some(say::period(
            "事件的 days、workdays 或 hours 即为期限，不另写 due",
            "`days`, `workdays` or `hours` of the event say when it is due: leave out `due`",
        )),
        Every::RollingMonths(_) => Some(say::period(
            "滚动周期期满即到期，不另写 due",
            "a rolling period is due when it ends: leave out `due`",
        )),
        Every::Shift(_) => Some(say::period(
            "班次结束即到期，不另写 due；需要余量用 grace_hours",
            "a shift is due when it ends: leave out `due`, and give `grace_hours` if there is time to file",
        )),
        _ => None,
    }
}

fn day_of_month(every: &Every, day: u32, short_month: Option<ShortMonth>) -> Option<Said> {
    let shortest = match every {
        Every::Period(Cadence::Month) => 28,
        Every::Period(Cadence::Quarter | Cadence::HalfYear) => 30,
        Every::Period(Cadence::Year) => 31,
        Every::Themed(months) => months
            .iter()
            .filter_map(|month| month.period())
            .map(|period| period.last_day().day())
            .min()
            .unwrap_or(31),
        _ => {
            return Some(say::period(
                "day_of_month 只用于月、季度、半年、年和主题月",
                "`day_of_month` goes with months, quarters, half years, years and themed months",
            ));
        }
    };
    if shortest < day && short_month.is_none() {
        return Some(say::period(
            format!("不是每个期末月都有 {day} 日：写 short_month = \"last\" 表示改为月末"),
            format!(
                "not every last month has a day {day}: `short_month = \"last\"` lets its last day stand in"
            ),
        ));
    }
    None
}

fn days_before(every: &Every, days: i32) -> Option<Said> {
    let shortest = match every {
        Every::Period(Cadence::Day) => 1,
        Every::Period(Cadence::Week) => 7,
        Every::Period(Cadence::HalfMonth) => 13,
        Every::Period(Cadence::Month) | Every::Themed(_) => 28,
        Every::Period(Cadence::Quarter) => 90,
        Every::Period(Cadence::HalfYear) => 181,
        Every::Period(Cadence::Year) => 365,
        Every::Season(_) | Every::KeyPeriod(_) => return None,
        _ => {
            return Some(say::period(
                "days_before 只用于有期末的周期",
                "`days_before` goes with periods that end",
            ));
        }
    };
    (shortest <= days).then(|| {
        say::period(
            format!("期末前 {days} 天早于最短的一期（{shortest} 天）的开始"),
            format!(
                "{days} days before its end the shortest period ({shortest} days) has not begun"
            ),
        )
    })
}
