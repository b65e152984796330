//! Requirements: the form is there, it has the fields, the values can be chosen, the sets fit the subject.

use super::known::View;
use super::say;
use crate::definitions::{
    ActorRule, Field, FieldKind, FieldTest, Filter, Form, Measure, Part, Requirement, SHIFT, SetOf,
    Subjects,
};
use crate::notes::Notes;
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;

/// Who asks: some sets exist for tasks only, some for some subjects only.
#[derive(Clone, Copy)]
pub enum Asker<'a> {
    Duty(&'a Subjects),
    Task,
}

pub fn check(
    requirement: &Requirement,
    asker: Asker<'_>,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    for (index, part) in requirement.all.iter().enumerate() {
        let spot = Spot {
            written,
            part: index,
        };
        amounts(part, &spot, notes);
        set(part, asker, &spot, view, notes);
        view.refer(
            Table::Form,
            &part.evidence.form,
            written,
            &spot.to("form"),
            notes,
        );
        if let Some(form) = view.form(&part.evidence.form) {
            measured(part, form, &spot, notes);
            filter(&part.evidence, form, &spot, view, notes);
        }
    }
}

/// The place of a part, whether it is written flat or within `all`.
struct Spot<'a> {
    written: &'a Written<'a>,
    part: usize,
}

impl Spot<'_> {
    fn to(&self, key: &str) -> Vec<Step> {
        vec![
            "requirement".into(),
            "all".into(),
            self.part.into(),
            key.into(),
        ]
    }

    fn key(&self, within: &str, key: &str) -> Vec<Step> {
        let mut steps = self.to(within);
        steps.push(Step::KeyItself(key.to_owned()));
        steps
    }
}

fn amounts(part: &Part, spot: &Spot<'_>, notes: &mut Notes<'_>) {
    let key = if part.measure == Measure::Count {
        "count"
    } else {
        "min"
    };
    if part.min.is_some_and(|min| min < 0) {
        let said = say::unfit("最低数量不能为负数", "the least amount cannot be negative");
        notes.at(spot.written, &spot.to(key), said);
    }
    if part.max.is_some_and(|max| max < part.min.unwrap_or(1)) {
        notes.at(
            spot.written,
            &spot.to("max"),
            say::unfit(
                "最高数量低于最低数量",
                "the greatest amount is below the least",
            ),
        );
    }
}

fn set(part: &Part, asker: Asker<'_>, spot: &Spot<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    let (key, set) = match &part.measure {
        Measure::Cover { set, .. } => ("cover", set),
        Measure::Each { roster } => ("each", roster),
        _ => return,
    };
    let steps = spot.to(key);
    match (set, asker) {
        (SetOf::TaskLeads | SetOf::TaskJoint, Asker::Duty(_)) => {
            notes.at(
                spot.written,
                &steps,
                say::unfit(
                    "牵头单位和共同负责单位只在任务中有",
                    "the leads and the joint roster belong to tasks",
                ),
            );
        }
        (SetOf::BoundSites, Asker::Duty(subjects)) if !matches!(subjects, Subjects::Post(_)) => {
            notes.at(
                spot.written,
                &steps,
                say::unfit(
                    "只有岗位才有所负责的监管对象",
                    "sites are bound to a post, and the subject is none",
                ),
            );
        }
        (SetOf::BoundSites, Asker::Task) => {
            notes.at(
                spot.written,
                &steps,
                say::unfit(
                    "任务没有所负责的监管对象",
                    "a task has no sites bound to it",
                ),
            );
        }
        (SetOf::OrgKind(kind), _) => view.code("org-kinds", kind, spot.written, &steps, notes),
        _ => {}
    }
}

fn measured(part: &Part, form: &Form, spot: &Spot<'_>, notes: &mut Notes<'_>) {
    match &part.measure {
        Measure::Sum(field) => {
            let steps = spot.to("sum");
            if let Some(field) = field_of(form, field, spot, &steps, notes)
                && field.kind != FieldKind::Number
            {
                notes.at(
                    spot.written,
                    &steps,
                    say::field(
                        format!("字段 `{}` 不是数字，不能求和", field.id),
                        format!("the field `{}` is not a number and has no sum", field.id),
                    ),
                );
            }
        }
        Measure::Distinct(field) => {
            field_of(form, field, spot, &spot.to("distinct"), notes);
        }
        _ => {}
    }
}

fn filter(filter: &Filter, form: &Form, spot: &Spot<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (id, test) in &filter.fields {
        if let Some(field) = field_of(form, id, spot, &spot.key("where", id), notes) {
            let mut steps = spot.to("where");
            steps.push(id.as_str().into());
            chosen(field, test, spot.written, &steps, view, notes);
        }
    }
    for (index, id) in filter.filled.iter().enumerate() {
        let mut steps = spot.to("filled");
        steps.push(index.into());
        field_of(form, id, spot, &steps, notes);
    }
    if let Some(id) = &filter.members {
        let steps = spot.to("members");
        if let Some(field) = field_of(form, id, spot, &steps, notes)
            && !matches!(field.kind, FieldKind::Person | FieldKind::Org)
        {
            notes.at(
                spot.written,
                &steps,
                say::field(
                    format!("字段 `{id}` 不是人员或单位"),
                    format!("the field `{id}` holds neither persons nor bodies"),
                ),
            );
        }
    }
    let led = matches!(
        filter.actor,
        ActorRule::LedByHolder | ActorRule::LedByCapacity(_)
    );
    if led && !form.fields.iter().any(|field| field.lead) {
        notes.at(
            spot.written,
            &spot.to("actor"),
            say::field(
                format!("表单 `{}` 没有标明带队人（lead）的字段", form.id),
                format!(
                    "the form `{}` has no field that says who led (`lead`)",
                    form.id
                ),
            ),
        );
    }
    if let ActorRule::LedByCapacity(capacity) = &filter.actor {
        view.code(
            "capacities",
            capacity,
            spot.written,
            &spot.to("actor"),
            notes,
        );
    }
}

fn field_of<'f>(
    form: &'f Form,
    id: &str,
    spot: &Spot<'_>,
    steps: &[Step],
    notes: &mut Notes<'_>,
) -> Option<&'f Field> {
    let field = form.fields.iter().find(|field| field.id == id);
    if field.is_none() {
        notes.at(
            spot.written,
            steps,
            say::field(
                format!("表单 `{}` 没有字段 `{id}`", form.id),
                format!("the form `{}` has no field `{id}`", form.id),
            ),
        );
    }
    field
}

/// Notes values that the field does not offer.
fn chosen(
    field: &Field,
    test: &FieldTest,
    written: &Written<'_>,
    steps: &[Step],
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    let values = match test {
        FieldTest::Is(value) => std::slice::from_ref(value),
        FieldTest::OneOf(values) => values.as_slice(),
    };
    for (index, value) in values.iter().enumerate() {
        let steps: Vec<Step> = steps.iter().cloned().chain([index.into()]).collect();
        offered(field, value, written, &steps, view, notes);
    }
}

/// Notes a value that a choice field does not offer, in place or by its code list.
pub fn offered(
    field: &Field,
    value: &str,
    written: &Written<'_>,
    steps: &[Step],
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    if field.kind != FieldKind::Choice || value == SHIFT {
        return;
    }
    if let Some(codes) = &field.codes {
        return view.code(codes, value, written, steps, notes);
    }
    if !field.choices.is_empty() && !field.choices.iter().any(|choice| choice == value) {
        let choices: Vec<&str> = field.choices.iter().map(String::as_str).collect();
        notes.at(
            written,
            steps,
            say::unknown_choice(&field.id, value, &choices),
        );
    }
}
