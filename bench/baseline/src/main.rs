//! The bare handler that the benchmarks hold the program against: axum, sqlx, SQLite, nothing else.
//!
//! It reads and writes the very file and tables of the program, with the same settings of SQLite,
//! but it asks nobody who he is, checks no right and no scope, keeps no ledger and no access log.
//!
//!   BASELINE_DATABASE=DIR/anlan.db BASELINE_LISTEN=127.0.0.1:8091 baseline

mod create;
mod list;

use std::error::Error;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Pool, Sqlite};

/// As many as the program opens when nobody sets anything.
const READERS: u32 = 4;

/// SQLite has one writer at a time; a second connection would only wait for the lock.
const WRITERS: u32 = 1;

#[derive(Clone)]
pub struct Pools {
    pub read: Pool<Sqlite>,
    pub write: Pool<Sqlite>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let pools = open(&std::env::var("BASELINE_DATABASE")?).await?;
    let router = Router::new()
        .route("/obligations", get(list::bare))
        .route("/obligations/named", get(list::named))
        .route("/records", post(create::create))
        .with_state(pools);
    let listener = tokio::net::TcpListener::bind(std::env::var("BASELINE_LISTEN")?).await?;
    println!("http://{}/", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

async fn open(path: &str) -> Result<Pools, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(2))
        .statement_cache_capacity(512)
        // The same as the program sets, so that neither has the larger memory.
        .pragma("cache_size", "-8192")
        .pragma("mmap_size", "268435456")
        .pragma("temp_store", "memory");
    let pool = |most: u32| {
        SqlitePoolOptions::new()
            .min_connections(most)
            .max_connections(most)
            .connect_with(options.clone())
    };
    Ok(Pools {
        read: pool(READERS).await?,
        write: pool(WRITERS).await?,
    })
}

/// A failure of the database, in one word, as a handler of an afternoon would answer it.
fn failed(error: sqlx::Error) -> StatusCode {
    eprintln!("{error}");
    StatusCode::INTERNAL_SERVER_ERROR
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads an id with or without hyphens.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text
        .chars()
        .filter(|letter| *letter != '-')
        .map(|letter| letter.to_digit(16))
        .collect();
    let digits = digits.filter(|digits| digits.len() == 32)?;
    let bytes = digits.chunks(2).map(|pair| (pair[0] << 4 | pair[1]) as u8);
    Some(bytes.collect())
}
