//! Sessions for the load generator. Signing in is not what is measured, so the rows are written directly.

use crate::{Outcome, place};
use clap::Args;
use mechanism::App;
use registry::identity::model::Session;
use registry::identity::{store as accounts, token};
use std::path::PathBuf;
use store::{Act, Error, Tx};

#[derive(Args)]
pub struct Wanted {
    #[arg(long)]
    data: PathBuf,
    /// The folder was made with the packs inside the program.
    #[arg(long)]
    own_packs: bool,
    /// Accounts; the token of each is written to `token.LOGIN` in the data folder.
    logins: Vec<String>,
}

const HOURS: i64 = 12;

pub fn run(wanted: &Wanted) -> Outcome<()> {
    let settings = match wanted.own_packs {
        true => place::with_own_packs(&wanted.data, ""),
        false => place::settings(&wanted.data, ""),
    };
    let app = place::open(&settings, place::day(place::TODAY)?)?;
    for login in &wanted.logins {
        let token = session(&app, login)?;
        std::fs::write(wanted.data.join(format!("token.{login}")), token)?;
    }
    Ok(())
}

fn session(app: &App, login: &str) -> Outcome<String> {
    let token = token::new(&**app.store.chance());
    let (login, digest) = (login.to_owned(), token::digest_of(&token));
    let open = move |tx: &mut Tx<'_>| {
        let account = accounts::by_login(tx, &login)?.ok_or(Error::NotFound)?;
        let now = tx.machine_now();
        let session = Session {
            account: account.id,
            created: now,
            seen: now,
            expires: now.plus_hours(HOURS),
            revoked: None,
        };
        accounts::insert_session(tx, digest, &session)
    };
    app.store.write_blocking(Act::system("rig.tokens"), open)?;
    Ok(token)
}
