//! Which obligations are new since one looked last.
//!
//! Opening books a fact for each definition, so only definitions of which something was opened are looked at.

use crate::outcome::Refusal;
use engine::obligations::Obligation;
use engine::obligations::store as rows;
use kernel::time::Moment;
use mechanism::App;
use std::collections::BTreeSet;
use store::{Result, Sql, params};

const OPENED: &str = "obligation.opened:";
/// A step of a matter is not filed for: taking it meets it.
const STEP: &str = "step";

pub struct Opened {
    /// Obligations opened up to here were looked at.
    known_until: Moment,
    /// Number of the last fact that was looked at.
    fact: i64,
}

impl Opened {
    pub fn since(begin: Moment) -> Self {
        Self {
            known_until: Moment(begin.0 - 1),
            fact: 0,
        }
    }

    pub fn new_ones(
        &mut self,
        app: &App,
        until: Moment,
    ) -> std::result::Result<Vec<Obligation>, Refusal> {
        let (from, fact) = (self.known_until, self.fact);
        let (found, fact) = app
            .store
            .read_blocking(move |sql| find(sql, from, until, fact))?;
        (self.known_until, self.fact) = (until, fact);
        Ok(found)
    }
}

fn find(
    sql: &mut dyn Sql,
    from: Moment,
    until: Moment,
    last: i64,
) -> Result<(Vec<Obligation>, i64)> {
    let mut last = last;
    let mut definitions = BTreeSet::new();
    let facts = sql.query(
        "select no, kind from fact where no > :last order by no",
        &params! { "last" => last },
    )?;
    for fact in &facts {
        last = last.max(fact.int("no")?);
        let kind = fact.text("kind")?;
        definitions.extend(kind.strip_prefix(OPENED).map(str::to_owned));
    }
    let mut found = Vec::new();
    for definition in &definitions {
        let opened = sql.query(
            "select * from obligation where definition = :definition and outcome is null and kind <> :step \
             and :from < opened_at and opened_at <= :until",
            &params! {
                "definition" => definition.as_str(), "step" => STEP, "from" => from, "until" => until
            },
        )?;
        for row in &opened {
            found.push(rows::read(row)?);
        }
    }
    found.sort_by_key(|row| (row.opened_at, row.id));
    Ok((found, last))
}
