//! A task in words.

use super::requirement::evidence;
use super::{Words, speaker::Speaker};
use crate::definitions::{Responsibility, TaskDefinition};

pub fn in_words(task: &TaskDefinition, speaker: &Speaker<'_>) -> Words {
    let form = speaker.form_title(&task.form);
    let (who, signed) = match &task.responsibility {
        Responsibility::Lead { lead, cooperating } => (
            led(lead, cooperating, speaker),
            speaker.say(
                format!("各牵头单位逐一以{form}签报"),
                format!("every lead signs off by {form}"),
            ),
        ),
        Responsibility::Joint { members, group } => (
            shared(members, group.as_deref(), speaker),
            speaker.say(
                format!("各共同负责单位逐一以{form}签报"),
                format!("every member signs off by {form}"),
            ),
        ),
    };
    Words {
        who,
        when: speaker.say(
            format!("{} 24:00前", task.due),
            format!("by the end of {}", task.due),
        ),
        evidence: match &task.requirement {
            Some(requirement) => evidence(requirement, speaker),
            None => signed,
        },
        after_due: speaker.say(
            "逾期仍须完成，计为逾期",
            "still owed when late, and counted as late",
        ),
    }
}

fn led(lead: &[String], cooperating: &[String], speaker: &Speaker<'_>) -> String {
    let leads = speaker.join(lead);
    let mut clauses = vec![speaker.say(format!("{leads}牵头"), format!("led by {leads}"))];
    if !cooperating.is_empty() {
        let others = speaker.join(cooperating);
        clauses.push(speaker.say(format!("{others}配合"), format!("{others} cooperating")));
    }
    speaker.clauses(&clauses)
}

fn shared(members: &[String], group: Option<&str>, speaker: &Speaker<'_>) -> String {
    let members = group.map_or_else(|| speaker.join(members), str::to_owned);
    speaker.say(format!("{members}分工负责"), format!("shared by {members}"))
}
