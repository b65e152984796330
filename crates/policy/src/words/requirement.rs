//! What counts as proof.

use super::speaker::Speaker;
use crate::definitions::{
    ActorRule, FieldTest, Filter, Form, Measure, Part, Requirement, SHIFT, SetOf, SubjectRule,
};

pub fn evidence(requirement: &Requirement, speaker: &Speaker<'_>) -> String {
    let parts: Vec<String> = requirement
        .all
        .iter()
        .map(|part| one(part, speaker))
        .collect();
    speaker.sentences(&parts)
}

fn one(part: &Part, speaker: &Speaker<'_>) -> String {
    let form = speaker.form(&part.evidence.form);
    let title = speaker.form_title(&part.evidence.form);
    let min = part.min.unwrap_or(1);
    let measured = match &part.measure {
        Measure::Count if part.min == Some(0) => speaker.say(
            format!("记下{title}，不作完成条件"),
            format!("{title} noted, not required"),
        ),
        Measure::Count => speaker.say(format!("{title}至少{min}份"), records(min, &title)),
        Measure::Sum(field) => {
            let unit = unit(form, field);
            let field = label(form, field, speaker);
            speaker.say(
                format!("{title}的{field}合计至少{min}{unit}"),
                format!("{field} of {title} adding up to at least {min}"),
            )
        }
        Measure::Distinct(field) => {
            let field = label(form, field, speaker);
            speaker.say(
                format!("{title}的{field}至少{min}种"),
                format!("at least {min} different values of {field} in {title}"),
            )
        }
        Measure::Cover { set, .. } => {
            let set = members(set, speaker);
            over(part.min, &set, &title, speaker)
        }
        Measure::Each { roster } => {
            let roster = members(roster, speaker);
            over(part.min, &roster, &title, speaker)
        }
    };
    let mut clauses = vec![measured];
    if let Some(max) = part.max {
        clauses.push(speaker.say(
            format!("超过{max}则提示"),
            format!("more than {max} is flagged"),
        ));
    }
    clauses.extend(conditions(&part.evidence, form, speaker));
    speaker.clauses(&clauses)
}

/// A measure over members: all of them, at least some, or merely observed.
fn over(min: Option<i64>, set: &str, title: &str, speaker: &Speaker<'_>) -> String {
    match min {
        None => speaker.say(
            format!("{set}逐一有{title}"),
            format!("{title} for every one of {set}"),
        ),
        Some(0) => speaker.say(
            format!("列出{set}中尚无{title}者，不作完成条件"),
            format!("those of {set} without {title} are listed, not required"),
        ),
        Some(min) => speaker.say(
            format!("{set}中至少{min}个有{title}"),
            format!("{title} for at least {min} of {set}"),
        ),
    }
}

fn members(set: &SetOf, speaker: &Speaker<'_>) -> String {
    match set {
        SetOf::TaskLeads => speaker.say("各牵头单位", "the leads"),
        SetOf::TaskJoint => speaker.say("各共同负责单位", "the bodies that share it"),
        SetOf::Group(name) | SetOf::PostTitle(name) => name.clone(),
        SetOf::OrgKind(kind) => {
            let kind = speaker.label("org-kinds", kind, ("下属单位", "the bodies"));
            speaker.say(format!("区域内的{kind}"), format!("{kind} of the area"))
        }
        SetOf::SiteTag(tag) => {
            let tag = speaker.label("site-tags", tag, ("指定标签", "given tag"));
            speaker.say(
                format!("区域内标为“{tag}”的对象"),
                format!("objects tagged “{tag}” in the area"),
            )
        }
        SetOf::OwnStaff(title) => speaker.say(
            format!("本单位的{title}"),
            format!("its own people in post {title}"),
        ),
        SetOf::BoundSites => speaker.say("本岗位负责的对象", "the objects bound to the post"),
    }
}

fn conditions(filter: &Filter, form: Option<&Form>, speaker: &Speaker<'_>) -> Vec<String> {
    let mut clauses = Vec::new();
    match &filter.actor {
        ActorRule::Holder | ActorRule::Member => {}
        ActorRule::LedByHolder => {
            clauses.push(speaker.say("由责任主体的人员带队", "led by somebody of the holder"));
        }
        ActorRule::LedByCapacity(capacity) => {
            let role = speaker.label("capacities", capacity, ("责任人", "the person responsible"));
            clauses.push(speaker.say(format!("由{role}带队"), format!("led by the {role}")));
        }
        ActorRule::Anyone => clauses.push(speaker.say("任何人填报均可", "by anybody")),
    }
    if filter.subject == SubjectRule::Subject {
        clauses.push(speaker.say("须针对该对象", "about the subject itself"));
    }
    // Without the form its fields have no names, and ids are not for people.
    let Some(form) = form else { return clauses };
    for (id, test) in &filter.fields {
        let field = label(Some(form), id, speaker);
        let values = match test {
            FieldTest::Is(value) => std::slice::from_ref(value),
            FieldTest::OneOf(values) => values.as_slice(),
        };
        let quoted: Vec<String> = values
            .iter()
            .map(|value| match value.as_str() {
                SHIFT => speaker.say("本班", "that of the shift"),
                value => format!("“{value}”"),
            })
            .collect();
        let values = quoted.join(&speaker.say("或", " or "));
        clauses.push(speaker.say(format!("{field}为{values}"), format!("{field} is {values}")));
    }
    if !filter.filled.is_empty() {
        let fields: Vec<String> = filter
            .filled
            .iter()
            .map(|id| label(Some(form), id, speaker))
            .collect();
        let fields = speaker.join(&fields);
        clauses.push(speaker.say(format!("须填{fields}"), format!("with {fields} filled")));
    }
    clauses
}

fn records(min: i64, title: &str) -> String {
    match min {
        1 => format!("at least one record of {title}"),
        _ => format!("at least {min} records of {title}"),
    }
}

fn unit<'f>(form: Option<&'f Form>, id: &str) -> &'f str {
    let field = form.and_then(|form| form.fields.iter().find(|field| field.id == id));
    field
        .and_then(|field| field.unit.as_deref())
        .unwrap_or_default()
}

fn label(form: Option<&Form>, id: &str, speaker: &Speaker<'_>) -> String {
    form.and_then(|form| form.fields.iter().find(|field| field.id == id))
        .map_or_else(
            || speaker.say("所定字段", "a given field"),
            |field| speaker.field(field),
        )
}
