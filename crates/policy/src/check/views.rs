//! Matrices, circulars and draws: the duties are there, the quota is a part.

use super::known::View;
use super::{duties, say};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::shape::Written;
use crate::table::Table;
use kernel::period::Cadence;

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (matrix, written) in &draft.matrices {
        duties::clauses(&matrix.clauses, written, view, notes);
        columns(&matrix.duties, matrix.every, written, view, notes);
    }
    for (circular, written) in &draft.circulars {
        duties::clauses(&circular.clauses, written, view, notes);
        columns(&circular.duties, circular.every, written, view, notes);
        if circular.issuer.trim().is_empty() {
            notes.at(
                written,
                at!["issuer"],
                say::no_holder("通报没有印发单位", "nobody issues it"),
            );
        }
    }
    for (draw, written) in &draft.draws {
        duties::clauses(&draw.clauses, written, view, notes);
        view.code(
            "site-kinds",
            &draw.site_kind,
            written,
            at!["site_kind"],
            notes,
        );
        let quota = &draw.quota;
        if quota.denominator == 0 {
            notes.at(
                written,
                at!["quota", "denominator"],
                say::unfit("分母不能为 0", "divided by 0"),
            );
        } else if quota.numerator == 0 || quota.numerator > quota.denominator {
            notes.at(
                written,
                at!["quota", "numerator"],
                say::unfit(
                    "抽取比例须大于 0 且不超过 1",
                    "a quota is more than nothing and at most all",
                ),
            );
        }
    }
}

/// Duties shown side by side: each must be there, and none may have longer periods than the page.
fn columns(
    duties: &[String],
    every: Cadence,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    if duties.is_empty() {
        notes.at(
            written,
            at!["duties"],
            say::unfit("至少列一项规则", "at least one duty is named"),
        );
    }
    for (index, id) in duties.iter().enumerate() {
        view.refer(Table::Duty, id, written, at!["duties", index], notes);
        if let Some(duty) = view.duty(id)
            && let Some(cadence) = duty.every.cadence()
            && cadence > every
        {
            notes.at(
                written,
                at!["duties", index],
                say::period(
                    format!("规则 `{id}` 的周期比本表的周期长"),
                    format!("the periods of duty `{id}` are longer than those of this page"),
                ),
            );
        }
    }
}
