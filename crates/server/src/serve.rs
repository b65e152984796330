//! Listening, and stopping in good order.

use crate::settings::Settings;
use crate::start::{Birth, Error, Started, open, put_together, state};
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Serves the database of the settings until the process is asked to stop. An empty data folder becomes a production
/// instance; `ready` is called with the address once requests are answered.
pub async fn serve(settings: &Settings, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let store = open(settings, Birth::Production)?;
    let started = put_together(state(settings, store)?, settings);
    listen(started, settings, ready).await
}

/// Serves what was put together already.
pub async fn listen(
    started: Started,
    settings: &Settings,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), Error> {
    let listener = TcpListener::bind(&settings.listen)
        .await
        .map_err(Error::io(settings.listen.clone()))?;
    let address = listener
        .local_addr()
        .map_err(Error::io(settings.listen.clone()))?;
    let (stop, stopped) = watch::channel(false);
    let ticking = tokio::spawn(started.ticking.clone().run(stopped));
    tracing::info!(%address, "listening");
    ready(address);
    let served = axum::serve(listener, started.router)
        .with_graceful_shutdown(asked_to_stop())
        .await;
    tracing::info!("stopping");
    // Nobody listens any more when the loop has ended by itself.
    let _ = stop.send(true);
    if ticking.await.is_err() {
        tracing::error!("the tick broke down");
    }
    served.map_err(Error::io("server"))
}

async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
