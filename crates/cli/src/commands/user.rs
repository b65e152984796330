//! `anlan user add|reset`, and the three administrators of a fresh instance.

use crate::outcome::{Done, Outcome, Refusal};
use crate::place;
use clap::{Args, Subcommand};
use mechanism::App;
use registry::identity::accounts::{self, NewAccount, OneTime, Owner};
use registry::identity::administrators;
use registry::{org, person};
use serde_json::json;
use server::Settings;
use store::{Act, Error, Tx};

#[derive(Args)]
pub struct Wanted {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Adds an account and prints its one-time password.
    Add {
        login: String,
        /// Name of the person; one whom the body does not have yet is added.
        #[arg(long)]
        person: String,
        /// Name or alias of the body.
        #[arg(long)]
        org: Option<String>,
        /// Role of a policy pack.
        #[arg(long)]
        role: String,
        /// Language of texts for this account: zh or en.
        #[arg(long, default_value = "zh", value_parser = ["zh", "en"])]
        language: String,
    },
    /// Gives an account a new one-time password and ends its sessions.
    Reset { login: String },
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    let app = place::open(settings)?;
    let made = match &wanted.what {
        What::Add {
            login,
            person,
            org,
            role,
            language,
        } => add(&app, login, person, org.as_deref(), role, language)?,
        What::Reset { login } => reset(&app, login)?,
    };
    let value = json!({ "login": made.login, "password": made.password });
    Ok(Done::new(line(&made), value))
}

/// Makes those of the three administrators that nobody is yet, and prints their passwords, once.
pub fn administrators(app: &App) -> Result<(), Refusal> {
    let today = app.env.calendar.zone().day_of(app.store.clock().business());
    let policy = app.env.policy.clone();
    let ensure = move |tx: &mut Tx<'_>| administrators::ensure(tx, &policy, today);
    let made = app
        .store
        .write_blocking(Act::system("identity.administrators"), ensure)?;
    if !made.is_empty() {
        println!("administrators, each with a password for the first sign-in, shown only now:");
    }
    for one in &made {
        println!("  {}", line(one));
    }
    Ok(())
}

fn add(
    app: &App,
    login: &str,
    name: &str,
    body: Option<&str>,
    role: &str,
    language: &str,
) -> Result<OneTime, Refusal> {
    let today = app.env.calendar.zone().day_of(app.store.clock().business());
    let body = body.map(str::to_owned);
    let sought = body.clone();
    let org = app.store.read_blocking(move |sql| match sought {
        Some(name) => org::store::by_name_or_alias(sql, &name, today),
        None => Ok(None),
    })?;
    if let (Some(body), None) = (&body, &org) {
        return Err(Refusal::Input(format!("there is no body called {body}")));
    }
    let org = org.map(|org| org.id);
    let (policy, name) = (app.env.policy.clone(), name.to_owned());
    let new = NewAccount {
        login: login.to_owned(),
        owner: Owner::New {
            name: name.clone(),
            org,
        },
        role: role.to_owned(),
        org,
        language: language.to_owned(),
    };
    let add = move |tx: &mut Tx<'_>| {
        let mut new = new.clone();
        if let Some(org) = org
            && let Some(known) = person::store::by_name_in_org(tx, &name, org)?
        {
            new.owner = Owner::Person(known.id);
        }
        accounts::add(tx, &policy, today, &new)
    };
    Ok(app.store.write_blocking(Act::system("identity.add"), add)?)
}

fn reset(app: &App, login: &str) -> Result<OneTime, Refusal> {
    let wanted = login.to_owned();
    let reset = move |tx: &mut Tx<'_>| accounts::reset(tx, &wanted);
    match app
        .store
        .write_blocking(Act::system("identity.reset"), reset)
    {
        Err(Error::NotFound) => Err(Refusal::Input(format!("there is no account {login}"))),
        other => Ok(other?),
    }
}

fn line(one: &OneTime) -> String {
    match &one.role {
        Some(role) => format!("{}  {}  ({role})", one.login, one.password),
        None => format!("{}  {}", one.login, one.password),
    }
}
