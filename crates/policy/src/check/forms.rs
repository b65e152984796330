//! Forms: fields that can be filled, conditions that can be true.

use super::known::View;
use super::{cycles, duties, requirements, say};
use crate::definitions::{Census, Field, FieldKind};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;
use std::collections::BTreeMap;

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (form, written) in &draft.forms {
        duties::clauses(&form.clauses, written, view, notes);
        if form.version == 0 {
            notes.at(
                written,
                at!["version"],
                say::unfit("版本从 1 起", "versions begin at 1"),
            );
        }
        let list = FieldList {
            fields: &form.fields,
            written,
            steps: vec!["field".into()],
        };
        list.check(view, notes);
        if let Some(census) = &form.census {
            self::census(census, &form.fields, written, notes);
        }
    }
}

/// How a census sheet states that nothing changed must be something that can be chosen.
fn census(census: &Census, fields: &[Field], written: &Written<'_>, notes: &mut Notes<'_>) {
    let Some(field) = fields.iter().find(|field| field.id == census.field) else {
        let said = say::field(
            format!("摸排表没有字段 `{}`", census.field),
            format!("the census sheet has no field `{}`", census.field),
        );
        notes.at(written, at!["census", "field"], said);
        return;
    };
    if field.kind != FieldKind::Choice || !field.choices.contains(&census.same) {
        let said = say::field(
            format!("字段 `{}` 没有选项 `{}`", field.id, census.same),
            format!("the field `{}` has no choice `{}`", field.id, census.same),
        );
        notes.at(written, at!["census", "same"], said);
    }
}

/// The fields of a form, or the columns of one of its tables.
struct FieldList<'a> {
    fields: &'a [Field],
    written: &'a Written<'a>,
    steps: Vec<Step>,
}

impl FieldList<'_> {
    fn check(&self, view: &View<'_>, notes: &mut Notes<'_>) {
        for (index, field) in self.fields.iter().enumerate() {
            if self.fields[..index]
                .iter()
                .any(|before| before.id == field.id)
            {
                let said = say::two_parts(("字段", "field"), &field.id);
                notes.at(self.written, &self.to(index, "id"), said);
            }
            self.choices(index, field, view, notes);
            self.columns(index, field, view, notes);
            self.condition(index, field, view, notes);
            self.extras(index, field, notes);
        }
    }

    fn to(&self, index: usize, key: &str) -> Vec<Step> {
        self.steps
            .iter()
            .cloned()
            .chain([index.into(), key.into()])
            .collect()
    }

    fn choices(&self, index: usize, field: &Field, view: &View<'_>, notes: &mut Notes<'_>) {
        let offers = usize::from(!field.choices.is_empty()) + usize::from(field.codes.is_some());
        if field.kind == FieldKind::Choice && offers != 1 {
            notes.at(
                self.written,
                &self.to(index, "kind"),
                say::field(
                    format!("选择字段 `{}` 须写 choices 或 codes 之一", field.id),
                    format!(
                        "the choice field `{}` needs either `choices` or `codes`",
                        field.id
                    ),
                ),
            );
        }
        if field.kind != FieldKind::Choice && offers > 0 {
            let key = if field.codes.is_some() {
                "codes"
            } else {
                "choices"
            };
            notes.at(
                self.written,
                &self.to(index, key),
                say::field(
                    format!("字段 `{}` 不是选择字段", field.id),
                    format!("the field `{}` is no choice", field.id),
                ),
            );
        }
        if let Some(codes) = &field.codes {
            view.refer(
                Table::Codes,
                codes,
                self.written,
                &self.to(index, "codes"),
                notes,
            );
        }
        for (at, choice) in field.choices.iter().enumerate() {
            if field.choices[..at].contains(choice) {
                let mut steps = self.to(index, "choices");
                steps.push(at.into());
                notes.at(
                    self.written,
                    &steps,
                    say::two_parts(("选项", "choice"), choice),
                );
            }
        }
    }

    fn columns(&self, index: usize, field: &Field, view: &View<'_>, notes: &mut Notes<'_>) {
        let within = self.steps.len() > 1;
        if field.kind == FieldKind::Table && within {
            return notes.at(
                self.written,
                &self.to(index, "kind"),
                say::field(
                    format!("表格里不能再放表格（`{}`）", field.id),
                    format!("a table cannot stand within a table (`{}`)", field.id),
                ),
            );
        }
        if field.kind == FieldKind::Table && field.columns.is_empty() {
            notes.at(
                self.written,
                &self.to(index, "kind"),
                say::field(
                    format!("表格字段 `{}` 没有列", field.id),
                    format!("the table field `{}` has no columns", field.id),
                ),
            );
        }
        if field.kind != FieldKind::Table && !field.columns.is_empty() {
            notes.at(
                self.written,
                &self.to(index, "column"),
                say::field(
                    format!("字段 `{}` 不是表格，没有列", field.id),
                    format!("the field `{}` is no table and has no columns", field.id),
                ),
            );
        }
        let list = FieldList {
            fields: &field.columns,
            written: self.written,
            steps: self.to(index, "column"),
        };
        list.check(view, notes);
    }

    fn condition(&self, index: usize, field: &Field, view: &View<'_>, notes: &mut Notes<'_>) {
        let Some(when) = &field.when else { return };
        let steps = |key: &str| {
            let mut steps = self.to(index, "when");
            steps.push(key.into());
            steps
        };
        let Some(asked) = self.fields.iter().find(|other| other.id == when.field) else {
            return notes.at(
                self.written,
                &steps("field"),
                say::field(
                    format!("条件所看的字段 `{}` 不存在", when.field),
                    format!("there is no field `{}` to ask", when.field),
                ),
            );
        };
        requirements::offered(asked, &when.is, self.written, &steps("is"), view, notes);
        let next: BTreeMap<&str, Vec<&str>> = self
            .fields
            .iter()
            .filter_map(|field| {
                Some((field.id.as_str(), vec![field.when.as_ref()?.field.as_str()]))
            })
            .collect();
        if let Some(path) = cycles::through(&field.id, &next) {
            let said = say::cycle(("字段条件", "conditions"), &path);
            notes.at(self.written, &steps("field"), said);
        }
    }

    fn extras(&self, index: usize, field: &Field, notes: &mut Notes<'_>) {
        if field.unit.is_some() && field.kind != FieldKind::Number {
            let said = say::field("只有数字才有单位", "only a number has a unit");
            notes.at(self.written, &self.to(index, "unit"), said);
        }
        if field.max_length.is_some() && field.kind != FieldKind::Text {
            let said = say::field("只有文本才限长度", "only a text has a length");
            notes.at(self.written, &self.to(index, "max_length"), said);
        }
        if field.lead && !matches!(field.kind, FieldKind::Person | FieldKind::Place) {
            let said = say::field("带队人须是人员字段", "who led is a person field");
            notes.at(self.written, &self.to(index, "lead"), said);
        }
    }
}
