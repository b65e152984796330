//! Duties: everything they name exists, somebody holds them, and their time can be.

use super::known::View;
use super::requirements::Asker;
use super::{periods, requirements, say};
use crate::definitions::{Duty, HolderRule, Step, Subjects};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::shape::Written;
use crate::table::Table;

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (duty, written) in &draft.duties {
        clauses(&duty.clauses, written, view, notes);
        subjects(duty, written, view, notes);
        holder(&duty.holder, &duty.for_each, "holder", written, view, notes);
        receiver(duty, written, view, notes);
        periods::check_duty(duty, written, view, notes);
        steps(duty, written, notes);
        if let Some(ladder) = &duty.ladder {
            view.refer(Table::Ladder, ladder, written, at!["ladder"], notes);
        }
        let asker = Asker::Duty(&duty.for_each);
        requirements::check(&duty.requirement, asker, written, view, notes);
    }
}

/// The clauses that a definition says it realises.
pub fn clauses(clauses: &[String], written: &Written<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (index, clause) in clauses.iter().enumerate() {
        view.refer(Table::Clause, clause, written, at!["clauses", index], notes);
    }
}

fn subjects(duty: &Duty, written: &Written<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    if duty.clauses.is_empty() {
        notes.at(
            written,
            at!["clauses"],
            say::unfit(
                "至少写明一条所依据的条款",
                "a duty names the clause that it realises",
            ),
        );
    }
    match &duty.for_each {
        Subjects::OrgKind(kind) => {
            view.code(
                "org-kinds",
                kind,
                written,
                at!["for_each", "org_kind"],
                notes,
            );
        }
        Subjects::SiteKind(kind) => {
            view.code(
                "site-kinds",
                kind,
                written,
                at!["for_each", "site_kind"],
                notes,
            );
        }
        Subjects::AreaLevel(level) => {
            view.code(
                "area-levels",
                level,
                written,
                at!["for_each", "area_level"],
                notes,
            );
        }
        Subjects::Draw(draw) => {
            view.refer(Table::Draw, draw, written, at!["for_each", "draw"], notes);
        }
        Subjects::Org(name) | Subjects::SiteTag(name) | Subjects::Post(name) => {
            if name.trim().is_empty() {
                notes.at(
                    written,
                    at!["for_each"],
                    say::unfit("对象不能为空", "the subject is empty"),
                );
            }
        }
    }
}

/// A holder or a receiver: both are written alike and must be possible for the subjects.
fn holder(
    rule: &HolderRule,
    subjects: &Subjects,
    key: &'static str,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    use Subjects::{AreaLevel, Draw, Org, OrgKind, SiteKind, SiteTag};
    let said = match (rule, subjects) {
        (HolderRule::Subject, AreaLevel(_)) => say::no_holder(
            "区域自身不能承担，须写 holder，例如 { area_org = \"town-government\" }",
            "an area cannot owe anything: give a `holder` such as { area_org = \"town-government\" }",
        ),
        (HolderRule::OfficeOfSubject, subjects) if !matches!(subjects, Org(_) | OrgKind(_)) => {
            say::no_holder("只有单位才有办公室", "only a body has an office")
        }
        (HolderRule::Capacity(_), subjects)
            if !matches!(subjects, SiteKind(_) | SiteTag(_) | Draw(_)) =>
        {
            say::no_holder(
                "责任角色只落在监管对象上",
                "a capacity binds somebody to a site, and the subject is none",
            )
        }
        (HolderRule::Org(name), _) if name.trim().is_empty() => say::no_holder(
            &format!("{key} 的单位名称为空"),
            &format!("the body of `{key}` is empty"),
        ),
        (HolderRule::Capacity(capacity), _) => {
            return view.code("capacities", capacity, written, at![key, "capacity"], notes);
        }
        (HolderRule::AreaOrg(kind), _) => {
            return view.code("org-kinds", kind, written, at![key, "area_org"], notes);
        }
        _ => return,
    };
    notes.at(written, at![key], said);
}

/// Who accepts is named exactly where somebody has to accept.
fn receiver(duty: &Duty, written: &Written<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    let accepted = duty.steps.contains(&Step::Accepted);
    match (&duty.receiver, accepted) {
        (None, true) => notes.at(
            written,
            at!["steps"],
            say::no_holder(
                "写了接收环节却没有接收单位：加 receiver",
                "somebody has to accept it: give a `receiver`",
            ),
        ),
        (Some(_), false) => notes.at(
            written,
            at!["receiver"],
            say::unfit(
                "写了接收单位却没有接收环节：steps 加 \"accepted\"",
                "a receiver accepts: add \"accepted\" to `steps`",
            ),
        ),
        (Some(HolderRule::Subject), true) => notes.at(
            written,
            at!["receiver"],
            say::unfit(
                "接收单位不能写 \"subject\"：自己不能接收自己报的",
                "the subject cannot accept what it submits itself",
            ),
        ),
        (Some(rule), true) => holder(rule, &duty.for_each, "receiver", written, view, notes),
        (None, false) => {}
    }
    if duty.correction_workdays < 1 {
        notes.at(
            written,
            at!["correction_workdays"],
            say::period(
                "补正期限至少为 1 个工作日",
                "a correction takes at least one working day",
            ),
        );
    }
}

fn steps(duty: &Duty, written: &Written<'_>, notes: &mut Notes<'_>) {
    let order = |step: &Step| *step as u8;
    let fits = duty
        .steps
        .windows(2)
        .all(|pair| order(&pair[0]) < order(&pair[1]));
    if !fits {
        notes.at(
            written,
            at!["steps"],
            say::unfit(
                "环节依次为 \"filled\"、\"approved\"、\"accepted\"，各写一次",
                "steps come in the order \"filled\", \"approved\", \"accepted\", each once",
            ),
        );
    }
}
