//! Who owes a duty, when, and what follows.

use super::speaker::Speaker;
use crate::definitions::{AfterDue, Duty, HolderRule, Step, Subjects};

pub fn who(duty: &Duty, speaker: &Speaker<'_>) -> String {
    let subject = subject(&duty.for_each, speaker);
    match body(&duty.holder, &duty.for_each, speaker) {
        Some(body) => {
            let answers = speaker.say(format!("由{body}承担"), format!("{body} answers"));
            speaker.clauses(&[subject, answers])
        }
        None => subject,
    }
}

/// A holder or a receiver as it stands within a sentence; none where the subject itself is meant.
fn body(rule: &HolderRule, subjects: &Subjects, speaker: &Speaker<'_>) -> Option<String> {
    Some(match rule {
        HolderRule::Subject => match subjects {
            Subjects::SiteKind(_) | Subjects::SiteTag(_) | Subjects::Draw(_) => {
                speaker.say("其所属单位", "the body that runs it")
            }
            _ => return None,
        },
        HolderRule::OfficeOfSubject => speaker.say("其办公室", "its office"),
        HolderRule::Capacity(capacity) => {
            let role = speaker.label("capacities", capacity, ("责任人", "the person responsible"));
            speaker.say(format!("其{role}"), format!("its {role}"))
        }
        HolderRule::Org(name) => name.clone(),
        HolderRule::AreaOrg(kind) => {
            let kind = speaker.label("org-kinds", kind, ("主管单位", "the body in charge"));
            speaker.say(format!("所在区域的{kind}"), format!("{kind} of the area"))
        }
    })
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
    if duty.steps.contains(&Step::Accepted) {
        let receiver = duty
            .receiver
            .as_ref()
            .and_then(|rule| body(rule, &duty.for_each, speaker))
            .unwrap_or_else(|| speaker.say("接收单位", "the receiving body"));
        let days = duty.correction_workdays;
        parts.push(speaker.say(
            format!("须由{receiver}接收；退回的{days}个工作日内补正，仍按首次报送时间计"),
            format!(
                "{receiver} accepts it; what is returned and corrected within {days} working days keeps its first time"
            ),
        ));
    }
    speaker.sentences(&parts)
}
