//! Every rhythm of the plans at once: what a duty opens and when it is due, by dates that were reckoned by hand.

mod calendar;
mod events;
mod reach;
mod rolling;
mod seasons;
mod windows;

use crate::world::{Actor, World};
use kernel::id::Id;
use serde_json::{Value, json};

/// The place with its plan in force from 1 January 2022 on, and the office that sees all of it.
async fn in_force(world: &World) -> Actor {
    world.activate("cadences").await;
    Actor::named(world, "安办主任").await
}

/// Everything that a duty opened on a subject, oldest first.
async fn rows(office: &Actor, subject: Id, definition: &str) -> Vec<Value> {
    let path = format!("/registers/{subject}?definition={definition}");
    let mut rows = office
        .get(&path)
        .await
        .ok()
        .as_array()
        .expect("rows")
        .clone();
    rows.sort_by_key(|row| (row["due_at"].as_i64(), row["period"].to_string()));
    rows
}

/// Period and due instant of each, as a clock on the wall shows it.
async fn dues(
    world: &World,
    office: &Actor,
    subject: Id,
    definition: &str,
) -> Vec<(String, String)> {
    let rows = rows(office, subject, definition).await;
    rows.iter()
        .map(|row| {
            let due = kernel::time::Moment(row["due_at"].as_i64().expect("an instant"));
            let (day, hour, minute, _) = world.calendar().zone().civil(due);
            let period = row["period"].as_str().expect("a label").to_owned();
            (period, format!("{day} {hour:02}:{minute:02}"))
        })
        .collect()
}

#[track_caller]
fn assert_dues(found: &[(String, String)], expected: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(period, due)| (period.as_str(), due.as_str()))
        .collect();
    assert_eq!(found, expected);
}

/// The states of each, in order.
async fn states(office: &Actor, subject: Id, definition: &str) -> Vec<String> {
    let rows = rows(office, subject, definition).await;
    rows.iter()
        .map(|row| row["state"].as_str().expect("a state").to_owned())
        .collect()
}

/// Files a record for a body and says its id.
async fn file(
    world: &World,
    clerk: &Actor,
    body: Id,
    form: &str,
    covers: &str,
    values: Value,
) -> Id {
    let id = world.fresh_id();
    let filling = json!({ "form": form, "form_version": 1, "body": body, "covers": covers, "values": values });
    clerk.put(&format!("/records/{id}"), filling).await.ok();
    id
}
