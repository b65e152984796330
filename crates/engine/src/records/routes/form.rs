//! A form in its current version, with who demands it.

use axum::Json;
use axum::extract::{Path, State};
use kernel::reason::Reason;
use mechanism::{App, Problem};
use policy::Field;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Choice {
    pub code: String,
    pub label: String,
    pub label_en: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldView {
    pub id: String,
    pub label: String,
    pub label_en: String,
    /// text, number, choice, date, place, photo, file, signature, person, org, site or table.
    pub kind: String,
    pub required: bool,
    pub many: bool,
    pub unit: Option<String>,
    pub choices: Vec<Choice>,
    /// Asked only when this field has this value.
    pub when_field: Option<String>,
    pub when_is: Option<String>,
    pub max_length: Option<usize>,
    #[schema(no_recursion)]
    pub columns: Vec<FieldView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FormView {
    pub id: String,
    pub version: u32,
    pub title: String,
    pub title_en: String,
    /// The record counts only after the body's approver has approved it.
    pub approval: bool,
    pub fields: Vec<FieldView>,
}

/// A form in its current version.
#[utoipa::path(get, path = "/forms/{id}", operation_id = "forms_get", params(("id" = String, Path,)),
    responses((status = 200, body = FormView), (status = 404)))]
pub async fn form(
    State(app): State<App>,
    Path(id): Path<String>,
) -> Result<Json<FormView>, Problem> {
    let (_, form) = app
        .env
        .policy
        .form(&id)
        .ok_or_else(|| Problem::from(Reason::new("records.unknown_form.not_found")))?;
    Ok(Json(FormView {
        id: form.id.clone(),
        version: form.version,
        title: form.title.clone(),
        title_en: form.title_en.clone(),
        approval: form.approval,
        fields: form.fields.iter().map(|field| view(&app, field)).collect(),
    }))
}

fn view(app: &App, field: &Field) -> FieldView {
    let choices = match &field.codes {
        Some(list) => app
            .env
            .policy
            .entries(list)
            .into_iter()
            .map(|entry| Choice {
                code: entry.code.clone(),
                label: entry.label.clone(),
                label_en: entry.label_en.clone(),
            })
            .collect(),
        None => field
            .choices
            .iter()
            .map(|choice| Choice {
                code: choice.clone(),
                label: choice.clone(),
                label_en: String::new(),
            })
            .collect(),
    };
    FieldView {
        id: field.id.clone(),
        label: field.label.clone(),
        label_en: field.label_en.clone(),
        kind: serde_json::to_value(field.kind)
            .ok()
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default(),
        required: field.required,
        many: field.many,
        unit: field.unit.clone(),
        choices,
        when_field: field.when.as_ref().map(|when| when.field.clone()),
        when_is: field.when.as_ref().map(|when| when.is.clone()),
        max_length: field.max_length,
        columns: field
            .columns
            .iter()
            .map(|column| view(app, column))
            .collect(),
    }
}
