//! `anlan simulate --from DAY --to DAY`: what packs would open in a span of days, counted from the registers.

use crate::outcome::{Done, Outcome, Refusal};
use crate::place;
use clap::Args;
use kernel::time::Day;
use serde_json::json;
use server::Settings;
use work::plans::simulate;

#[derive(Args)]
pub struct Wanted {
    /// First day, such as 2022-01-01.
    #[arg(long, value_name = "DAY")]
    from: String,
    /// Last day.
    #[arg(long, value_name = "DAY")]
    to: String,
    /// Pack to count; may be given several times. Without it every installed plan.
    #[arg(long, value_name = "PACK")]
    pack: Vec<String>,
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    let (from, to) = (day(&wanted.from)?, day(&wanted.to)?);
    let app = place::open(settings)?;
    for id in &wanted.pack {
        if app.env.policy.pack(id).is_none() {
            return Err(Refusal::Input(format!("there is no pack {id}")));
        }
    }
    let env = app.env.clone();
    let chosen = wanted.pack.clone();
    let simulation = app.store.read_blocking(move |sql| {
        let packs: Vec<&policy::Pack> = env
            .policy
            .packs()
            .filter(|pack| match chosen.is_empty() {
                true => !pack.clauses.is_empty(),
                false => chosen.iter().any(|id| id == pack.id()),
            })
            .collect();
        simulate::simulate(sql, &env, &packs, from, to)
    })?;
    Ok(Done::new(simulate::text(&simulation), json!(simulation)))
}

fn day(text: &str) -> Result<Day, Refusal> {
    Day::parse(text).ok_or_else(|| Refusal::Input(format!("{text} is no day such as 2022-09-30")))
}
