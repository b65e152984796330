//! `anlan serve`

use crate::outcome::{Done, Outcome, Refusal};
use server::{Settings, start};

pub fn run(settings: &Settings) -> Outcome {
    let store = server::open(settings, server::Birth::Production)?;
    let app = start::state(settings, store)?;
    super::user::administrators(&app)?;
    listen(settings, app)
}

/// Serves until the process is asked to stop.
pub fn listen(settings: &Settings, app: mechanism::App) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| Refusal::Failed(error.to_string()))?;
    let started = start::put_together(app, settings);
    let ready = |address| println!("http://{address}/");
    runtime.block_on(server::serve::listen(started, settings, ready))?;
    Ok(Done::silent())
}
