//! Tasks: a tree without a circle, in which every task is somebody's.

use super::known::View;
use super::requirements::Asker;
use super::{cycles, duties, periods, requirements, say};
use crate::definitions::{Responsibility, TaskDefinition};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::shape::Written;
use crate::table::Table;
use std::collections::BTreeMap;

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    let parents: BTreeMap<&str, Vec<&str>> = draft
        .tasks
        .iter()
        .filter_map(|(task, _)| Some((task.id.as_str(), vec![task.parent.as_deref()?])))
        .collect();
    for (task, written) in &draft.tasks {
        duties::clauses(&task.clauses, written, view, notes);
        references(task, written, draft, view, notes);
        holder(task, written, notes);
        periods::check_task(task, written, view, notes);
        if let Some(path) = cycles::through(&task.id, &parents) {
            notes.at(
                written,
                at!["parent"],
                say::cycle(("上级任务", "parents"), &path),
            );
        }
        if let Some(requirement) = &task.requirement {
            requirements::check(requirement, Asker::Task, written, view, notes);
        }
        for (index, milestone) in task.milestones.iter().enumerate() {
            if task.milestones[..index]
                .iter()
                .any(|before| before.id == milestone.id)
            {
                let said = say::two_parts(("节点", "milestone"), &milestone.id);
                notes.at(written, at!["milestones", index, "id"], said);
            }
        }
    }
}

fn references(
    task: &TaskDefinition,
    written: &Written<'_>,
    draft: &Draft<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    view.refer(Table::Form, &task.form, written, at!["form"], notes);
    if let Some(parent) = &task.parent {
        view.refer(Table::Task, parent, written, at!["parent"], notes);
    }
    if let Some(item) = &task.item
        && !draft.items.iter().any(|(known, _)| known.no == *item)
    {
        notes.at(
            written,
            at!["item"],
            say::unknown_reference(Table::Item, item),
        );
    }
}

fn holder(task: &TaskDefinition, written: &Written<'_>, notes: &mut Notes<'_>) {
    let said = match &task.responsibility {
        Responsibility::Lead { lead, .. } if lead.is_empty() => {
            say::no_holder("牵头单位为空", "`lead` names nobody")
        }
        Responsibility::Joint { members, group } if members.is_empty() && group.is_none() => {
            say::no_holder(
                "共同负责须写 members 或 group",
                "`joint` needs `members` or a `group`",
            )
        }
        Responsibility::Joint {
            members,
            group: Some(_),
        } if !members.is_empty() => say::unfit(
            "members 与 group 只写一个",
            "either `members` or a `group`, not both",
        ),
        _ => return,
    };
    notes.at(written, at!["responsibility"], said);
}
