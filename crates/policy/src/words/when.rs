//! When a duty comes and when it is due, in words.

use super::speaker::Speaker;
use crate::definitions::{
    Due, Duty, Every, PartPeriod, Season, Shifts, Term, ThemedMonth, Weekday,
};
use kernel::period::{Cadence, MonthDay, clock};

pub fn when(duty: &Duty, speaker: &Speaker<'_>) -> String {
    let mut clauses = match &duty.every {
        Every::Period(cadence) => {
            let cadence = periodic(*cadence, duty.workdays_only, speaker);
            vec![cadence, due(duty, speaker)]
        }
        Every::Once(day) => vec![speaker.say(
            format!("一次，{day} 24:00前"),
            format!("once, by the end of {day}"),
        )],
        Every::EachYear(day) => vec![each_year(*day, speaker)],
        Every::Themed(months) => vec![themed(months, speaker), due(duty, speaker)],
        Every::Shift(id) => vec![shifts(id, speaker)],
        Every::Event { event, term } => vec![after(event, speaker), of_term(*term, speaker)],
        Every::Season(id) => {
            let season = season_words(id, speaker);
            let each = speaker.say(format!("每年{season}"), format!("each year in {season}"));
            vec![each, due(duty, speaker)]
        }
        Every::KeyPeriod(package) => {
            let each = speaker.say(
                format!("每个要求“{package}”的重要时段"),
                format!("each key period that asks for “{package}”"),
            );
            vec![each, due(duty, speaker)]
        }
        Every::RollingMonths(months) => vec![speaker.say(
            format!("距上次完成（或对象起始日）{months}个月之内，期满当日24:00前"),
            format!("within {months} months of the last time, or of the subject's beginning"),
        )],
    };
    if let Some(id) = &duty.season {
        let season = season_words(id, speaker);
        clauses.push(speaker.say(format!("只在{season}"), format!("only in {season}")));
    }
    clauses.extend(partial(duty.part_period, speaker));
    if duty.intensify {
        clauses.push(speaker.say("重要时段按倍数另加", "more of it in key periods"));
    }
    speaker.clauses(&clauses)
}

fn periodic(cadence: Cadence, workdays_only: bool, speaker: &Speaker<'_>) -> String {
    let (zh, en) = match cadence {
        Cadence::Day if workdays_only => ("每个工作日", "each working day"),
        Cadence::Day => ("每日", "each day"),
        Cadence::Week => ("每周", "each week"),
        Cadence::HalfMonth => ("每半月", "each half month"),
        Cadence::Month => ("每月", "each month"),
        Cadence::Quarter => ("每季度", "each quarter"),
        Cadence::HalfYear => ("每半年", "each half year"),
        Cadence::Year => ("每年", "each year"),
    };
    speaker.say(zh, en)
}

fn due(duty: &Duty, speaker: &Speaker<'_>) -> String {
    let daily = duty.every.cadence() == Some(Cadence::Day);
    match duty.due {
        Due::Last if daily => speaker.say("当日24:00前", "by the end of the day"),
        Due::Last => speaker.say("期末当日24:00前", "by the end of its last day"),
        Due::DaysAfter(days) => speaker.say(
            format!("期满后第{days}日24:00前"),
            format!("by the end of day {days} after it"),
        ),
        Due::WorkdaysAfter(days) => speaker.say(
            format!("期满后第{days}个工作日24:00前"),
            format!("by the end of working day {days} after it"),
        ),
        Due::MinuteOfDay(minute) => {
            let clock = clock(minute.unsigned_abs());
            let day = if daily {
                ("当日", "")
            } else {
                ("首日", " on its first day")
            };
            speaker.say(
                format!("{}{clock}前", day.0),
                format!("by {clock}{}", day.1),
            )
        }
        Due::DayOfMonth { day, short_month } => {
            let month = match duty.every.cadence() {
                Some(Cadence::Month) | None => ("当月", "the month"),
                Some(_) => ("期末月", "its last month"),
            };
            let short = match short_month {
                Some(_) => ("（不足则月末）", ", or its last day"),
                None => ("", ""),
            };
            speaker.say(
                format!("{}{day}日{}24:00前", month.0, short.0),
                format!("by the end of day {day} of {}{}", month.1, short.1),
            )
        }
        Due::Weekday(weekday) => {
            let (zh, en) = weekday_words(weekday);
            speaker.say(
                format!("当周{zh}24:00前"),
                format!("by the end of its {en}"),
            )
        }
        Due::DaysBefore(days) => speaker.say(
            format!("期末前{days}天24:00前"),
            format!("by the end of the day {days} days before its last"),
        ),
    }
}

fn weekday_words(weekday: Weekday) -> (&'static str, &'static str) {
    match weekday {
        Weekday::Mon => ("周一", "Monday"),
        Weekday::Tue => ("周二", "Tuesday"),
        Weekday::Wed => ("周三", "Wednesday"),
        Weekday::Thu => ("周四", "Thursday"),
        Weekday::Fri => ("周五", "Friday"),
        Weekday::Sat => ("周六", "Saturday"),
        Weekday::Sun => ("周日", "Sunday"),
    }
}

fn each_year(day: MonthDay, speaker: &Speaker<'_>) -> String {
    let shown = day.in_year(2000);
    speaker.say(
        format!("每年{}月{}日24:00前", shown.month(), shown.day()),
        format!("each year by the end of {day}"),
    )
}

fn themed(months: &[ThemedMonth], speaker: &Speaker<'_>) -> String {
    let named: Vec<String> = months
        .iter()
        .map(|month| {
            let theme = speaker.either(&month.theme, &month.theme_en);
            speaker.say(
                format!("{}“{theme}”", month.month),
                format!("{} “{theme}”", month.month),
            )
        })
        .collect();
    let named = speaker.join(&named);
    speaker.say(
        format!("主题月：{named}"),
        format!("themed months: {named}"),
    )
}

fn shifts(id: &str, speaker: &Speaker<'_>) -> String {
    let table: Option<&Shifts> = speaker
        .library
        .and_then(|library| library.shifts(id))
        .map(|(_, shifts)| shifts);
    match table {
        Some(shifts) => {
            let title = speaker.either(&shifts.title, &shifts.title_en);
            let starts = speaker.join(&shifts.starts);
            speaker.say(
                format!("{title}的每一班（{starts}开始），本班结束前"),
                format!("each shift of {title} (from {starts}), by its end"),
            )
        }
        None => speaker.say("每一班，本班结束前", "each shift, by its end"),
    }
}

fn after(event: &str, speaker: &Speaker<'_>) -> String {
    let kind = speaker.library.and_then(|library| library.event(event));
    match kind {
        Some((_, kind)) => {
            let title = speaker.either(&kind.title, &kind.title_en);
            speaker.say(format!("遇“{title}”"), format!("on “{title}”"))
        }
        None => speaker.say("遇所定事件", "on an event"),
    }
}

fn of_term(term: Term, speaker: &Speaker<'_>) -> String {
    match term {
        Term::Days(0) | Term::Workdays(0) => speaker.say("当日24:00前", "by the end of its day"),
        Term::Days(days) if days < 0 => speaker.say(
            format!("事前{}天24:00前", -days),
            format!("by the end of day {} before it", -days),
        ),
        Term::Workdays(days) if days < 0 => speaker.say(
            format!("事前{}个工作日24:00前", -days),
            format!("by the end of working day {} before it", -days),
        ),
        Term::Days(days) => speaker.say(
            format!("{days}日内"),
            format!("by the end of day {days} after it"),
        ),
        Term::Workdays(days) => speaker.say(
            format!("{days}个工作日内"),
            format!("by the end of working day {days} after it"),
        ),
        Term::Hours(hours) => {
            speaker.say(format!("{hours}小时内"), format!("within {hours} hours"))
        }
    }
}

/// The season by its title and days, as it stands within a sentence.
fn season_words(id: &str, speaker: &Speaker<'_>) -> String {
    let season: Option<&Season> = speaker
        .library
        .and_then(|library| library.season(id))
        .map(|(_, season)| season);
    match season {
        Some(season) => {
            let title = speaker.either(&season.title, &season.title_en);
            let (from, until) = (season.from, season.until);
            speaker.say(
                format!("{title}（{from}至{until}）"),
                format!("{title} ({from} to {until})"),
            )
        }
        None => speaker.say("所定季节", "the season"),
    }
}

fn partial(part: PartPeriod, speaker: &Speaker<'_>) -> Option<String> {
    match part {
        PartPeriod::Whole => None,
        PartPeriod::Prorate => Some(speaker.say(
            "不足一期的按比例折算，不足半期不计",
            "a part of a period in proportion, less than half of one not at all",
        )),
        PartPeriod::Skip => Some(speaker.say("不足一期的不计", "whole periods only")),
    }
}
