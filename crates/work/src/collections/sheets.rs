//! The sheet of an addressee as a workbook, the same whenever it is made.

use super::cells;
use super::marks::{self, Of};
use super::model::{Collection, FIXED, Line, Sheet};
use documents::{Cell, FormColumn, FormRow, FormSheet, Input};
use kernel::reason::Reason;
use mechanism::Env;
use policy::{Field, Form};
use store::{Error, Kind, Result};

/// Widths of the fixed columns.
const WIDTHS: [f64; 6] = [6.0, 22.0, 26.0, 22.0, 14.0, 12.0];

/// The form of a collection in the version that was sent out.
pub fn form(env: &Env, one: &Collection) -> Result<Form> {
    match env.policy.form_version(&one.form, one.form_version) {
        Some((_, form)) => Ok(form.clone()),
        None => Err(Error::refused(Reason::new(
            "records.unknown_form.not_found",
        ))),
    }
}

pub fn write(
    env: &Env,
    kind: Kind,
    one: &Collection,
    form: &Form,
    sheet: &Sheet,
    lines: &[Line],
) -> Result<Vec<u8>> {
    let fields = cells::asked(form).map_err(Error::Refused)?;
    let sheet = laid_out(env, kind, one, form, &fields, sheet, lines);
    documents::xlsx::write_form(&sheet, one.issued_at)
        .map_err(|error| Error::Database(error.to_string()))
}

fn laid_out(
    env: &Env,
    kind: Kind,
    one: &Collection,
    form: &Form,
    fields: &[&Field],
    sheet: &Sheet,
    lines: &[Line],
) -> FormSheet {
    let fixed = FIXED.iter().zip(WIDTHS).map(|(heading, width)| FormColumn {
        heading: (*heading).to_owned(),
        hint: "系统填写，请勿改动".to_owned(),
        width,
        input: Input::Fixed,
    });
    let asked = fields.iter();
    let asked = asked.map(|field| cells::column(&env.policy, form, field));
    let rows = lines.iter().map(|line| {
        let fixed = line.prefilled.iter().map(|text| Cell::from(text.as_str()));
        let empty = fields.iter().map(|_| Cell::Empty);
        FormRow {
            key: marks::sign(&env.key, Of::Row, line.id),
            cells: fixed.chain(empty).collect(),
        }
    });
    FormSheet {
        name: "填报".to_owned(),
        title: one.title.clone(),
        notes: notes(kind, one, form),
        mark: marks::sign(&env.key, Of::Sheet, sheet.id),
        columns: fixed.chain(asked).collect(),
        rows: rows.collect(),
    }
}

fn notes(kind: Kind, one: &Collection, form: &Form) -> Vec<String> {
    let mut notes = Vec::new();
    if kind == Kind::Training {
        notes.push("演示数据，非真实情况".to_owned());
    }
    notes.push(format!(
        "表单：{}（第 {} 版）　请于 {} 前交回",
        form.title, form.version, one.due
    ));
    notes.push(
        "只填白色单元格；不要增删行列、不要改动灰色单元格和隐藏列；带 * 的必填；没有情况的按选项如实选“无”。"
            .to_owned(),
    );
    if !one.note.is_empty() {
        notes.push(one.note.clone());
    }
    notes
}
