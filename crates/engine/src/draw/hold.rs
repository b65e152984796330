//! Holding a draw: population snapshot, result, entry in the ledger.

use super::{rules, store as rows};
use kernel::id::Id;
use kernel::period::Period;
use kernel::scope::AreaPath;
use kernel::time::Day;
use mechanism::Env;
use policy::Draw;
use registry::site::Site;
use store::{Result, Sql, Tx};

/// Holds the draw of a period, once. Holding it again answers with what was drawn.
pub fn hold(tx: &mut Tx, env: &Env, draw: &Draw, period: &Period) -> Result<Vec<Id>> {
    let label = period.label();
    if let Some(known) = rows::by_period(tx, &draw.id, &label)? {
        return Ok(known.result);
    }
    let day = env.calendar.zone().day_of(tx.now());
    let sites = population(tx, draw, day)?;
    let ids: Vec<Id> = sites.iter().map(|site| site.id).collect();
    let in_round = rows::latest(tx, &draw.id)?
        .map(|last| last.in_round)
        .unwrap_or_default();
    let quota = rules::quota(ids.len(), &draw.quota);
    let seed = rules::seed(&env.key, &draw.id, &label);
    let outcome = rules::draw(&ids, &in_round, quota, &seed);
    let path = common_path(&sites);
    rows::insert(tx, &draw.id, &label, quota, &seed, &ids, &outcome, path)?;
    Ok(outcome.drawn)
}

/// Sites of the kind that bear the attribute on a day, in id order.
pub fn population(sql: &mut dyn Sql, draw: &Draw, day: Day) -> Result<Vec<Site>> {
    let sites = registry::site::store::of_kind(sql, &draw.site_kind, day)?;
    let mut fitting: Vec<Site> = match &draw.attribute {
        None => sites,
        Some(name) => sites.into_iter().filter(|site| has(site, name)).collect(),
    };
    fitting.sort_by_key(|site| site.id);
    Ok(fitting)
}

fn has(site: &Site, attribute: &str) -> bool {
    let attributes: serde_json::Value = serde_json::from_str(&site.attributes).unwrap_or_default();
    match attributes.get(attribute) {
        Some(serde_json::Value::Bool(yes)) => *yes,
        Some(serde_json::Value::String(text)) => matches!(text.as_str(), "true" | "是" | "有"),
        _ => false,
    }
}

/// The deepest area that all drawn-from sites share: who sees it sees the draw.
fn common_path(sites: &[Site]) -> AreaPath {
    let mut common = sites.first().map(|site| site.path).unwrap_or_default();
    for site in sites {
        for (level, id) in common.ids.iter_mut().enumerate() {
            if *id != site.path.ids[level] {
                *id = None;
            }
        }
    }
    common
}
