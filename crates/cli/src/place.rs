//! The open database of a command, with the state over it.

use crate::outcome::Refusal;
use mechanism::App;
use server::{Birth, Settings, start};

/// Opens a database that must exist; commands other than `serve` and `demo` never create one.
pub fn open(settings: &Settings) -> Result<App, Refusal> {
    if settings.database.is_empty() && !settings.data.join("anlan.db").exists() {
        let folder = settings.data.display();
        return Err(Refusal::Input(format!(
            "{folder} holds no database: start with `anlan serve` or `anlan demo`"
        )));
    }
    let store = server::open(settings, Birth::Production)?;
    Ok(start::state(settings, store)?)
}
