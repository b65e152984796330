//! Who owes a duty, when, and what follows.

use super::speaker::Speaker;
use crate::definitions::{AfterDue, Due, Duty, Every, HolderRule, Step, Subjects};
use kernel::period::Cadence;

pub fn who(duty: &Duty, speaker: &Speaker<'_>) -> String {
    let subject = subject(&duty.for_each, speaker);
    let holder = match &duty.holder {
        HolderRule::Subject => match &duty.for_each {
            Subjects::SiteKind(_) | Subjects::SiteTag(_) | Subjects::Draw(_) => {
                speaker.say("由其所属单位承担", "the body that runs it answers")
            }
            _ => return subject,
        },
        HolderRule::OfficeOfSubject => speaker.say("由其办公室承担", "its office answers"),
        HolderRule::Capacity(capacity) => {
            let role = speaker.label("capacities", capacity, ("责任人", "the person responsible"));
            speaker.say(format!("由其{role}承担"), format!("its {role} answers"))
        }
        HolderRule::Org(name) => speaker.say(format!("由{name}承担"), format!("{name} answers")),
        HolderRule::AreaOrg(kind) => {
            let kind = speaker.label("org-kinds", kind, ("主管单位", "the body in charge"));
            speaker.say(
                format!("由所在区域的{kind}承担"),
                format!("{kind} of the area answers"),
            )
        }
    };
    speaker.clauses(&[subject, holder])
}

fn subject(subjects: &Subjects, speaker: &Speaker<'_>) -> String {
    match subjects {
        Subjects::OrgKind(kind) => {
            let kind = speaker.label("org-kinds", kind, ("单位", "body of the kind"));
            speaker.say(format!("每个{kind}"), format!("each {kind}"))
        }
        Subjects::Org(name) => name.clone(),
        Subjects::SiteKind(kind) => {
            let kind = speaker.label("site-kinds", kind, ("监管对象", "object of the kind"));
            speaker.say(format!("每个{kind}"), format!("each {kind}"))
        }
        Subjects::SiteTag(tag) => {
            let tag = speaker.label("site-tags", tag, ("指定标签", "given tag"));
            speaker.say(
                format!("每个标为“{tag}”的监管对象"),
                format!("each object tagged “{tag}”"),
            )
        }
        Subjects::Post(title) => speaker.say(format!("每位{title}"), format!("each {title}")),
        Subjects::AreaLevel(level) => {
            let level = speaker.label("area-levels", level, ("区域", "area"));
            speaker.say(format!("每个{level}"), format!("each {level}"))
        }
        Subjects::Draw(id) => {
            let draw = speaker.library.and_then(|library| library.draw(id));
            let title = draw.map(|(_, draw)| speaker.either(&draw.title, &draw.title_en));
            match title {
                Some(title) => speaker.say(
                    format!("“{title}”抽中的对象"),
                    format!("those drawn by “{title}”"),
                ),
                None => speaker.say("抽中的对象", "those drawn"),
            }
        }
    }
}

pub fn when(duty: &Duty, speaker: &Speaker<'_>) -> String {
    let cadence = match duty.every {
        Every::Once(day) => {
            return speaker.say(
                format!("一次，{day} 24:00前"),
                format!("once, by the end of {day}"),
            );
        }
        Every::Period(Cadence::Day) if duty.workdays_only => ("每个工作日", "each working day"),
        Every::Period(Cadence::Day) => ("每日", "each day"),
        Every::Period(Cadence::Week) => ("每周", "each week"),
        Every::Period(Cadence::HalfMonth) => ("每半月", "each half month"),
        Every::Period(Cadence::Month) => ("每月", "each month"),
        Every::Period(Cadence::Quarter) => ("每季度", "each quarter"),
        Every::Period(Cadence::HalfYear) => ("每半年", "each half year"),
        Every::Period(Cadence::Year) => ("每年", "each year"),
    };
    let due = match duty.due {
        Due::Last if duty.every == Every::Period(Cadence::Day) => {
            speaker.say("当日24:00前", "by the end of the day")
        }
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
            let clock = format!("{:02}:{:02}", minute / 60, minute % 60);
            let daily = duty.every == Every::Period(Cadence::Day);
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
    };
    speaker.clauses(&[speaker.say(cadence.0, cadence.1), due])
}

pub fn after_due(duty: &Duty, speaker: &Speaker<'_>) -> String {
    let mut parts = Vec::new();
    if duty.grace_hours > 0 {
        let hours = duty.grace_hours;
        parts.push(speaker.say(
            format!("宽限{hours}小时"),
            format!("{hours} hours of grace"),
        ));
    }
    parts.push(match duty.after_due {
        AfterDue::StillOwed => speaker.say(
            "逾期仍须完成，计为逾期",
            "still owed when late, and counted as late",
        ),
        AfterDue::Lapses => speaker.say("过期不补，计为漏办", "lapses, and counts as missed"),
    });
    if duty.steps.contains(&Step::Approved) {
        parts.push(speaker.say(
            "须经本单位审核上报后才算完成",
            "counts only when the body's own approver has approved it",
        ));
    }
    speaker.sentences(&parts)
}
