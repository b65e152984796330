//! Connects, checks or makes the schema, reads the catalogue.

use postgres::{Client, GenericClient, NoTls};

use super::fault;
use crate::catalog::Catalog;
use crate::error::{Error, Result};
use crate::migrations::{self, Applied};
use crate::sql::Dialect;

/// Two processes that start together migrate one after the other.
const LOCK: i64 = 0x616e_6c61_6e01;

/// Makes the schema of an empty database; of an old one says that it waits for [`migrate`].
pub(crate) fn open(url: &str) -> Result<Catalog> {
    let mut client = connect(url)?;
    let applied = applied(&mut client)?;
    let pending = migrations::pending(&applied)?;
    match (applied.last(), pending.last()) {
        (_, None) => {}
        (None, Some(_)) => run(&mut client)?,
        (Some(found), Some(needed)) => {
            return Err(Error::Behind {
                found: found.number,
                needed: needed.number,
            });
        }
    }
    catalog(&mut client)
}

/// Runs the pending migrations.
pub(crate) fn migrate(url: &str) -> Result<()> {
    run(&mut connect(url)?)
}

fn connect(url: &str) -> Result<Client> {
    Client::connect(url, NoTls).map_err(|error| fault(&error))
}

fn run(client: &mut Client) -> Result<()> {
    let mut transaction = client.transaction().map_err(|error| fault(&error))?;
    transaction
        .execute("select pg_advisory_xact_lock($1)", &[&LOCK])
        .map_err(|error| fault(&error))?;
    // Another process may have done it while this one waited.
    let pending = migrations::pending(&applied(&mut transaction)?)?;
    transaction
        .batch_execute(migrations::TABLE)
        .map_err(|error| fault(&error))?;
    for migration in pending {
        for statement in migration.statements(Dialect::Postgres) {
            transaction.batch_execute(&statement).map_err(|error| {
                let what = fault(&error);
                Error::Database(format!("migration {}: {what}", migration.name))
            })?;
        }
        transaction
            .execute(
                "insert into migration (number, name, digest) values ($1, $2, $3)",
                &[&migration.number, &migration.name, &migration.digest()],
            )
            .map_err(|error| fault(&error))?;
    }
    transaction.commit().map_err(|error| fault(&error))
}

fn applied(client: &mut impl GenericClient) -> Result<Vec<Applied>> {
    let exists = client
        .query_one("select to_regclass('migration') is not null", &[])
        .map_err(|error| fault(&error))?;
    if !exists.get::<_, bool>(0) {
        return Ok(Vec::new());
    }
    let rows = client
        .query("select number, digest from migration order by number", &[])
        .map_err(|error| fault(&error))?;
    let applied = rows.iter().map(|row| Applied {
        number: row.get(0),
        digest: row.get(1),
    });
    Ok(applied.collect())
}

fn catalog(client: &mut Client) -> Result<Catalog> {
    let rows = client
        .query(
            "select c.table_name::text, c.column_name::text, c.data_type::text,
               c.is_nullable = 'NO'
             from information_schema.columns c
             join pg_class r on r.relname = c.table_name
               and r.relnamespace = c.table_schema::regnamespace
             where c.table_schema = current_schema() and not r.relispartition
               and r.relkind in ('r', 'p')",
            &[],
        )
        .map_err(|error| fault(&error))?;
    let mut catalog = Catalog::default();
    for row in rows {
        let cell = |place| row.get::<_, String>(place);
        catalog.add(&cell(0), &cell(1), &cell(2), row.get(3));
    }
    Ok(catalog)
}
