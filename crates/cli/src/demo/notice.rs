//! That the demonstration is complete, and what its sign-in page says: dated settings.

use super::{PACK, Scale, accounts};
use crate::outcome::Refusal;
use mechanism::App;
use store::{Act, Sql, Store, params};

const MADE: &str = "demonstration";

pub fn is_made(store: &Store) -> store::Result<bool> {
    store.read_blocking(|sql| {
        let row = sql.one(
            "select 1 as one from setting where name = :name",
            &params! { "name" => MADE },
        )?;
        Ok(row.is_some())
    })
}

pub fn write(app: &App, scale: Scale) -> Result<(), Refusal> {
    let logins: Vec<_> = accounts::shown()
        .iter()
        .take(4)
        .map(|one| format!("{}（{}）", one.login, one.who))
        .collect();
    let password = accounts::PASSWORD;
    let settings = [
        (MADE, format!("{PACK} {}", scale.name())),
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
                serde_json::json!({ "pack": PACK }),
            )
        })?;
    Ok(())
}
