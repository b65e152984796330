//! That the demonstration is complete, and what its sign-in page says: dated settings.

use super::place::Place;
use super::{Scale, accounts};
use crate::outcome::Refusal;
use mechanism::App;
use store::{Act, Sql, Store, params};

const MADE: &str = "demonstration";

/// The pack whose demonstration is complete here.
pub fn made(store: &Store) -> store::Result<Option<String>> {
    store.read_blocking(|sql| {
        let row = sql.one(
            "select value from setting where name = :name order by from_day desc limit 1",
            &params! { "name" => MADE },
        )?;
        let value = row.map(|row| row.text("value")).transpose()?;
        // Pack and scale, in two words.
        Ok(value.and_then(|value| value.split(' ').next().map(str::to_owned)))
    })
}

pub fn write(app: &App, place: &Place, scale: Scale) -> Result<(), Refusal> {
    let logins: Vec<_> = accounts::shown(place)
        .iter()
        .take(4)
        .map(|one| format!("{}（{}）", one.login, one.who))
        .collect();
    let password = accounts::PASSWORD;
    let settings = [
        (MADE, format!("{} {}", place.pack, scale.name())),
        (
            "notice.zh",
            format!("演示账号：{}，密码均为 {password}", logins.join("、")),
        ),
        (
            "notice.en",
            format!(
                "Demonstration accounts: {}; the password of all is {password}",
                logins.join(", ")
            ),
        ),
    ];
    let (instance, day) = (
        app.store.instance().id,
        app.env.calendar.zone().day_of(app.store.clock().business()),
    );
    let pack = place.pack.clone();
    app.store
        .write_blocking(Act::system("demo.finish"), move |tx| {
            for (name, value) in &settings {
                tx.execute(
                    "insert into setting (name, from_day, value, changed_by, changed_at) \
                 values (:name, :day, :value, null, :at) on conflict do nothing",
                    &params! { "name" => *name, "day" => day, "value" => value, "at" => tx.now() },
                )?;
            }
            tx.note(
                instance,
                "demonstration_made",
                serde_json::json!({ "pack": pack }),
            )
        })?;
    Ok(())
}
