//! Fields of a form as columns of a sheet, and what people write into their cells. Pure.

use documents::{FormColumn, Input};
use kernel::reason::Reason;
use kernel::time::Day;
use policy::{Field, FieldKind, Form, Library};
use serde_json::{Value, json};

/// Longest text of a cell where the form sets no bound.
const LONGEST: usize = 4000;

/// The fields that a sheet can ask for, in the order of the form.
///
/// # Errors
/// A field that must be filled and that no cell can hold: a picture, a file, a table.
pub fn asked(form: &Form) -> Result<Vec<&Field>, Reason> {
    let mut asked = Vec::new();
    for field in &form.fields {
        match field.kind {
            FieldKind::Photo | FieldKind::File | FieldKind::Signature | FieldKind::Table => {
                if field.required && field.when.is_none() {
                    let reason = Reason::new("collections.form_not_flat");
                    return Err(reason.with("label", &field.label));
                }
            }
            _ => asked.push(field),
        }
    }
    Ok(asked)
}

/// The column of a field.
pub fn column(library: &Library, form: &Form, field: &Field) -> FormColumn {
    let star = if field.required { "*" } else { "" };
    FormColumn {
        heading: format!("{}{star}", field.label),
        hint: hint(form, field),
        width: match field.kind {
            FieldKind::Text | FieldKind::Place => 28.0,
            _ => 16.0,
        },
        input: input(library, field),
    }
}

fn input(library: &Library, field: &Field) -> Input {
    let most = field.max_length.unwrap_or(LONGEST);
    match field.kind {
        FieldKind::Number => Input::Number,
        FieldKind::Date => Input::Date,
        // A cell offers one choice; where several are allowed they are typed.
        FieldKind::Choice if !field.many => {
            let choices = choices(library, field);
            Input::Choice(choices.into_iter().map(|(_, label)| label).collect())
        }
        _ => Input::Text { most },
    }
}

fn hint(form: &Form, field: &Field) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(when) = &field.when {
        let label = form.fields.iter().find(|other| other.id == when.field);
        let label = label.map_or(when.field.as_str(), |other| other.label.as_str());
        parts.push(format!("“{label}”为“{}”时填", when.is));
    }
    parts.push(match field.kind {
        FieldKind::Number => match &field.unit {
            Some(unit) => format!("填数字，单位：{unit}"),
            None => "填数字".to_owned(),
        },
        FieldKind::Date => "填日期，如 2022-06-30".to_owned(),
        FieldKind::Choice if field.many => "可填多个，用、分开".to_owned(),
        FieldKind::Choice => "从下拉中选".to_owned(),
        FieldKind::Person => "填本单位在册人员姓名".to_owned(),
        FieldKind::Org => "填单位全称或简称".to_owned(),
        FieldKind::Site => "填本行“对象”的名称".to_owned(),
        _ => format!("文字，不超过 {} 字", field.max_length.unwrap_or(LONGEST)),
    });
    if field.many && field.kind != FieldKind::Choice {
        parts.push("多个用、分开".to_owned());
    }
    parts.join("；")
}

/// Code and label of every choice.
pub fn choices(library: &Library, field: &Field) -> Vec<(String, String)> {
    match &field.codes {
        Some(list) => {
            let entries = library.entries(list).into_iter();
            entries
                .map(|entry| (entry.code.clone(), entry.label.clone()))
                .collect()
        }
        None => {
            let own = field.choices.iter();
            own.map(|choice| (choice.clone(), choice.clone())).collect()
        }
    }
}

/// The single entries of a cell: one, or several where the field allows it.
pub fn entries<'a>(field: &Field, text: &'a str) -> Vec<&'a str> {
    if !field.many {
        return vec![text.trim()];
    }
    let all = text.split(['、', '，', ',', '；', ';', '\n']);
    all.map(str::trim).filter(|one| !one.is_empty()).collect()
}

/// What an entry means where no register has to be asked.
///
/// # Errors
/// What is wrong with it; the form's own check says the rest.
pub fn plain(library: &Library, field: &Field, text: &str) -> Result<Value, Reason> {
    let refuse = |code: &str| Err(Reason::new(code).with("label", &field.label));
    match field.kind {
        FieldKind::Number => match number(text) {
            Some(value) => Ok(value),
            None => refuse("records.not_a_number"),
        },
        FieldKind::Date => match day(text) {
            Some(day) => Ok(json!(day.to_string())),
            None => refuse("records.not_a_day"),
        },
        FieldKind::Choice => {
            let choices = choices(library, field);
            let found = choices
                .iter()
                .find(|(code, label)| label == text || code == text);
            match found {
                Some((code, _)) => Ok(json!(code)),
                None => refuse("records.not_a_choice"),
            }
        }
        _ => Ok(json!(text)),
    }
}

/// Numbers as people type them, with thousands separated or not.
fn number(text: &str) -> Option<Value> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' '))
        .collect();
    if let Ok(whole) = plain.parse::<i64>() {
        return Some(json!(whole));
    }
    let value: f64 = plain.parse().ok()?;
    value.is_finite().then(|| json!(value))
}

/// Days as people type them: 2022-6-3, 2022/6/3, 2022.6.3, 2022年6月3日.
fn day(text: &str) -> Option<Day> {
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = numbers[..] else {
        return None;
    };
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_numbers_are_taken_as_people_type_them() {
        let wanted = Day::new(2022, 6, 3);
        for text in [
            "2022-06-03",
            "2022-6-3",
            "2022/6/3",
            "2022.6.3",
            "2022年6月3日",
        ] {
            assert_eq!(day(text), wanted, "{text}");
        }
        for text in ["6月3日", "2022-02-30", "某日", ""] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(number("1,200"), Some(json!(1200)));
        assert_eq!(number("0.5"), Some(json!(0.5)));
        assert_eq!(number("三"), None);
        assert_eq!(number("inf"), None);
    }
}
