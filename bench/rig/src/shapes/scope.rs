//! The scope rule: branches walked one by one and merged, against one query that joins them by OR.

use crate::sample::say;
use crate::watch::{Stopwatch, median};
use crate::world::callers::{ONE, WIDE};
use crate::{Outcome, place};
use engine::obligations::listing::with_parties;
use engine::obligations::store::COLUMNS;
use kernel::id::Id;
use kernel::scope::{Branch, Scope};
use mechanism::App;
use registry::identity::{callers, store as accounts};
use std::path::Path;
use store::{Error, Listing, Order, Read, Result, Sql, Value, page};

/// Times that each is asked in a round; the median counts.
const TIMES: usize = 60;

const LIMIT: usize = 20;

pub fn run(data: &Path, rounds: usize) -> Outcome<()> {
    let app = place::open(&place::settings(data, ""), place::day(place::TODAY)?)?;
    let (one, wide) = (scope_of(&app, ONE)?, scope_of(&app, WIDE)?);
    let county = Scope {
        branches: one
            .branches
            .iter()
            .filter(|branch| matches!(branch, Branch::Area { .. }))
            .cloned()
            .collect(),
    };
    let (merged, joined) = (wide.clone(), Joined::of(&wide));
    let same = app
        .store
        .read_blocking(move |read| Ok(walked(read, &merged)? == joined.asked(read)?))?;
    if !same {
        return Err("the two ways list different rows".into());
    }
    for round in 1..=rounds {
        let alone = county.clone();
        let us = time(&app, move |read| walked(read, &alone))?;
        say("shape/one-county", round, &[("us", us)])?;
        let merged = wide.clone();
        let us = time(&app, move |read| walked(read, &merged))?;
        say("shape/merged", round, &[("us", us)])?;
        let joined = Joined::of(&wide);
        let us = time(&app, move |read| joined.asked(read))?;
        say("shape/one-or", round, &[("us", us)])?;
    }
    Ok(())
}

/// What an account may see today, with what its own parties hold.
fn scope_of(app: &App, login: &'static str) -> Outcome<Scope> {
    let (policy, day) = (app.env.policy.clone(), place::day(place::TODAY)?);
    Ok(app.store.read_blocking(move |sql| {
        let account = accounts::by_login(sql, login)?.ok_or(Error::NotFound)?;
        let caller = callers::caller_of(sql, &account, day, &policy)?;
        Ok(with_parties(&caller))
    })?)
}

/// Median microseconds of a query inside one open read.
fn time<F>(app: &App, ask: F) -> Outcome<f64>
where
    F: Fn(&mut Read<'_>) -> Result<Vec<Id>> + Send + 'static,
{
    let times = app.store.read_blocking(move |read| {
        ask(read)?;
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let watch = Stopwatch::start();
            ask(read)?;
            times.push(watch.seconds() * 1e6);
        }
        Ok(times)
    })?;
    Ok(median(&times))
}

/// The way of the program.
fn walked(read: &mut Read<'_>, scope: &Scope) -> Result<Vec<Id>> {
    let listing = Listing {
        table: "obligation",
        columns: COLUMNS,
        joins: "",
        filter: "t.outcome is null",
        params: &[],
        order: Order::ascending("due_at"),
        has_sector: true,
        site_column: Some("subject"),
        handed_column: Some("holder"),
    };
    let found = page::page(read, &listing, scope, None, LIMIT)?;
    found.rows.iter().map(|row| row.id("id")).collect()
}

/// The refused way: one text.
struct Joined {
    text: String,
    params: Vec<(String, Value)>,
}

impl Joined {
    fn of(scope: &Scope) -> Joined {
        let mut conditions = Vec::new();
        let mut params: Vec<(String, Value)> = Vec::new();
        for (place, branch) in scope.branches.iter().enumerate() {
            let key = format!("b{place}");
            match branch {
                Branch::Everything => conditions.push("1 = 1".to_owned()),
                Branch::Area { level, id } => {
                    conditions.push(format!("t.{} = :{key}", level.column()));
                    params.push((key, id.into()));
                }
                Branch::AreaSector { level, id, sector } => {
                    let column = level.column();
                    conditions.push(format!("(t.{column} = :{key} and t.sector = :{key}s)"));
                    params.push((format!("{key}s"), sector.into()));
                    params.push((key, id.into()));
                }
                Branch::Site(id) => {
                    conditions.push(format!("t.subject = :{key}"));
                    params.push((key, id.into()));
                }
                Branch::Handed(party) => {
                    conditions.push(format!(
                        "t.holder = :{key} or t.id in (select subject from sight where party = :{key})"
                    ));
                    params.push((key, party.into()));
                }
            }
        }
        let text = format!(
            "select {COLUMNS} from obligation t where t.outcome is null and ({}) \
             order by t.due_at, t.id limit {LIMIT}",
            conditions.join(" or ")
        );
        Joined { text, params }
    }

    fn asked(&self, read: &mut Read<'_>) -> Result<Vec<Id>> {
        let params = self.params.iter();
        let params: Vec<(&str, Value)> = params
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        let rows = read.query(&self.text, &params)?;
        rows.iter().map(|row| row.id("id")).collect()
    }
}
