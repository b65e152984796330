//! A lifecycle in words.

use super::{Words, speaker::Speaker};
use crate::definitions::{Lifecycle, MatterGuard, MatterStep};

pub fn in_words(lifecycle: &Lifecycle, speaker: &Speaker<'_>) -> Words {
    let roles: Vec<String> = lifecycle
        .roles
        .values()
        .map(|role| role.title.clone())
        .collect();
    let clocks: Vec<String> = lifecycle
        .steps
        .iter()
        .map(|step| clock(step, speaker))
        .collect();
    let demands: Vec<String> = lifecycle
        .transitions
        .iter()
        .filter(|transition| transition.form.is_some() || !transition.guard.is_empty())
        .map(|transition| {
            let form = transition.form.iter().map(|form| {
                let title = speaker.form_title(form);
                speaker.say(format!("附{title}"), format!("with {title}"))
            });
            let guards = transition
                .guard
                .iter()
                .map(|guard| guarded(*guard, speaker));
            let parts: Vec<String> = form.chain(guards).collect();
            let parts = speaker.clauses(&parts);
            speaker.say(
                format!("{}：{parts}", transition.title),
                format!("{}: {parts}", transition.title),
            )
        })
        .collect();
    Words {
        who: speaker.join(&roles),
        when: speaker.sentences(&clocks),
        evidence: speaker.sentences(&demands),
        after_due: speaker.say(
            "各方各计时限，逾期仍须办结",
            "each party has its own clock, and still owes what is late",
        ),
    }
}

fn clock(step: &MatterStep, speaker: &Speaker<'_>) -> String {
    let title = &step.title;
    if let Some(hours) = step.hours {
        return speaker.say(
            format!("{title}{hours}小时内"),
            format!("{title} within {hours} hours"),
        );
    }
    if let Some(days) = step.working_days {
        return speaker.say(
            format!("{title}{days}个工作日内"),
            format!("{title} within {days} working days"),
        );
    }
    let days = step.days.unwrap_or_default();
    speaker.say(
        format!("{title}{days}日内"),
        format!("{title} within {days} days"),
    )
}

fn guarded(guard: MatterGuard, speaker: &Speaker<'_>) -> String {
    match guard {
        MatterGuard::RectifierSubmitted => {
            speaker.say("须整改单位已报送", "after the rectifier has submitted")
        }
        MatterGuard::NotTheFixer => {
            speaker.say("整改人不得核查自己的整改", "never by the one who fixed it")
        }
        MatterGuard::ProofAttached => speaker.say("须附佐证", "proof attached"),
    }
}
