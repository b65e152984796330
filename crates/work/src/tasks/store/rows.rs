//! The task rows themselves.

use super::of_ids;
use crate::tasks::model::{Role, Shape, Task};
use crate::tasks::search;
use kernel::id::Id;
use store::{Error, Result, Row, Sql, Tx, Value, params};

/// Every column, as [`read`] wants them.
pub const COLUMNS: &str = "t.id, t.pack, t.origin, t.definition, t.number, t.parent, t.title, t.title_en, t.item, \
     t.clauses, t.shape, t.form, t.due_day, t.due_at, t.opened_at, t.generation, t.area_province, t.area_city, \
     t.area_county, t.area_town, t.area_village, t.sector, t.version";

pub fn read(row: &Row) -> Result<Task> {
    let clauses = row.text("clauses")?;
    let shape = row.text("shape")?;
    Ok(Task {
        id: row.id("id")?,
        pack: row.text("pack")?,
        origin: row.text("origin")?,
        definition: row.text("definition")?,
        number: row.text("number")?,
        parent: row.opt_id("parent")?,
        title: row.text("title")?,
        title_en: row.text("title_en")?,
        item: row.text("item")?,
        clauses: serde_json::from_str(&clauses)
            .map_err(|error| Error::Database(error.to_string()))?,
        shape: Shape::of_word(&shape)
            .ok_or_else(|| Error::Database(format!("{shape} is no shape")))?,
        form: row.text("form")?,
        due_day: row.day("due_day")?,
        due_at: row.moment("due_at")?,
        opened_at: row.moment("opened_at")?,
        generation: row.int("generation")?,
        path: row.path()?,
        sector: row.opt_text("sector")?,
        version: row.int("version")?,
    })
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Task>> {
    let text = format!("select {COLUMNS} from task t where t.id = :id");
    sql.one(&text, &params! { "id" => id })?
        .map(|row| read(&row))
        .transpose()
}

pub fn by_ids(sql: &mut dyn Sql, ids: &[Id]) -> Result<Vec<Task>> {
    let text = format!("select {COLUMNS} from task t where t.id in");
    of_ids(sql, &text, ids, "")?.iter().map(read).collect()
}

pub fn of_pack(sql: &mut dyn Sql, pack: &str) -> Result<Vec<Task>> {
    let text = format!("select {COLUMNS} from task t where t.pack = :pack order by t.id");
    sql.query(&text, &params! { "pack" => pack })?
        .iter()
        .map(read)
        .collect()
}

/// Inserts those that are not there yet.
pub fn insert(tx: &mut Tx, tasks: &[Task]) -> Result<u64> {
    const NAMES: [&str; 24] = [
        "id",
        "pack",
        "origin",
        "definition",
        "number",
        "parent",
        "title",
        "title_en",
        "item",
        "clause",
        "clauses",
        "shape",
        "form",
        "due_day",
        "due_at",
        "opened_at",
        "generation",
        "area_province",
        "area_city",
        "area_county",
        "area_town",
        "area_village",
        "sector",
        "version",
    ];
    let found_by: Vec<(Id, String)> = tasks.iter().map(|task| (task.id, names(task))).collect();
    let found_by: Vec<(Id, &str)> = found_by
        .iter()
        .map(|(id, names)| (*id, names.as_str()))
        .collect();
    let inserted = tx.insert_many("task", &NAMES, tasks.iter().map(values).collect())?;
    registry::search::write_new(tx, search::TASKS.kind, &found_by)?;
    Ok(inserted)
}

/// Overwrites what a table may change, at the version that was read.
pub fn update(tx: &mut Tx, task: &Task) -> Result<()> {
    let [province, city, county, town, village] = task.path.ids;
    let written = tx.execute(
        "update task set parent = :parent, title = :title, item = :item, clause = :clause, clauses = :clauses, \
         shape = :shape, due_day = :due_day, due_at = :due_at, generation = :generation, area_province = :province, \
         area_city = :city, area_county = :county, area_town = :town, area_village = :village, sector = :sector, \
         version = version + 1 where id = :id and version = :version",
        &params! {
            "parent" => task.parent, "title" => &task.title, "item" => &task.item, "clause" => first_clause(task),
            "clauses" => clauses(task), "shape" => task.shape.word(), "due_day" => task.due_day,
            "due_at" => task.due_at, "generation" => task.generation, "province" => province, "city" => city,
            "county" => county, "town" => town, "village" => village, "sector" => task.sector.clone(),
            "id" => task.id, "version" => task.version
        },
    )?;
    match written {
        0 => Err(Error::Conflict(format!("task {}", task.id))),
        _ => registry::search::write(tx, search::TASKS.kind, task.id, &[&names(task)]),
    }
}

/// Under what a task is found.
fn names(task: &Task) -> String {
    format!("{} {} {}", task.number, task.title, task.title_en)
}

/// Replaces who looks after a task.
pub fn set_patrons(tx: &mut Tx, task: Id, patrons: &[Id]) -> Result<()> {
    let role = Role::Patron.word();
    tx.execute(
        "delete from task_party where task = :task and role = :role",
        &params! {
            "task" => task, "role" => role
        },
    )?;
    let rows = patrons.iter().map(|party| {
        vec![
            task.into(),
            (*party).into(),
            role.into(),
            Value::from(false),
            Value::Null,
        ]
    });
    tx.insert_many(
        "task_party",
        &["task", "party", "role", "guards", "obligation"],
        rows.collect(),
    )?;
    Ok(())
}

fn values(task: &Task) -> Vec<Value> {
    let [province, city, county, town, village] = task.path.ids;
    vec![
        task.id.into(),
        (&task.pack).into(),
        (&task.origin).into(),
        (&task.definition).into(),
        (&task.number).into(),
        task.parent.into(),
        (&task.title).into(),
        (&task.title_en).into(),
        (&task.item).into(),
        first_clause(task).into(),
        clauses(task).into(),
        task.shape.word().into(),
        (&task.form).into(),
        task.due_day.into(),
        task.due_at.into(),
        task.opened_at.into(),
        task.generation.into(),
        province.into(),
        city.into(),
        county.into(),
        town.into(),
        village.into(),
        task.sector.clone().into(),
        task.version.into(),
    ]
}

fn first_clause(task: &Task) -> String {
    task.clauses.first().cloned().unwrap_or_default()
}

fn clauses(task: &Task) -> String {
    serde_json::json!(task.clauses).to_string()
}
