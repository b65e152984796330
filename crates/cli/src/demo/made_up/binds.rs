//! Who answers for objects in which role: posts of the bodies that run them, or of the bodies of their areas.

use super::Workshop;
use crate::demo::base::keep;
use crate::demo::luck::Dice;
use crate::outcome::Refusal;
use kernel::id::Id;
use kernel::time::Day;
use registry::site::{self, Site};
use registry::{area, org, person};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Write;
use store::{Result, Sql};

pub fn load(shop: &Workshop) -> std::result::Result<(), Refusal> {
    for bind in &shop.place.binds {
        let (site_kind, site_tag) = (bind.site_kind.clone(), bind.site_tag.clone());
        let (org_kind, post) = (bind.org_kind.clone(), bind.post.clone());
        let (dice, role, of_hundred) = (shop.dice, bind.role.clone(), bind.of_hundred);
        let day = shop.day;
        let table = shop.app.store.read_blocking(move |sql| {
            let wanted = Wanted {
                org_kind: &org_kind,
                post: &post,
                day,
            };
            let sites = match site_tag.is_empty() {
                true => site::store::of_kind(sql, &site_kind, day)?,
                false => site::store::with_tag(sql, &site_tag, day)?,
            };
            let taken = |site: &Site| chosen(dice, site.id, &role, of_hundred);
            let sites: Vec<Site> = sites.into_iter().filter(taken).collect();
            rows(sql, &wanted, &role, &sites)
        })?;
        let name = format!("made-up capacities {}", bind.role);
        keep(shop.app, "capacities", &name, table.as_bytes())?;
    }
    Ok(())
}

/// Who shall stand for a site.
struct Wanted<'a> {
    org_kind: &'a str,
    post: &'a str,
    day: Day,
}

fn chosen(dice: Dice, site: Id, role: &str, of_hundred: u64) -> bool {
    dice.of(site, role).of_hundred() < of_hundred
}

/// The table of an importer; sites whose body or post there is not are left out, as vacancies.
fn rows(sql: &mut dyn Sql, wanted: &Wanted, role: &str, sites: &[Site]) -> Result<String> {
    let mut table = "监管对象,区域代码,统一社会信用代码,责任角色,单位,岗位\n".to_owned();
    let mut codes: HashMap<Id, String> = HashMap::new();
    let mut bodies: HashMap<Id, Option<String>> = HashMap::new();
    for site in sites {
        let Some(body) = body(sql, wanted, site)? else {
            continue;
        };
        let name = match bodies.entry(body) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(name(sql, wanted, body)?),
        };
        let Some(name) = name else { continue };
        let code = match codes.entry(site.area) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let area = area::store::by_id(sql, site.area)?;
                place.insert(area.map(|area| area.code).unwrap_or_default())
            }
        };
        let number = site.credit_code.as_deref().unwrap_or_default();
        // Writing to a string does not fail.
        let _ = writeln!(
            table,
            "{},{code},{number},{role},{name},{}",
            site.name, wanted.post
        );
    }
    Ok(table)
}

fn body(sql: &mut dyn Sql, wanted: &Wanted, site: &Site) -> Result<Option<Id>> {
    if wanted.org_kind.is_empty() {
        return Ok(site.org);
    }
    let competent = org::store::competent(sql, wanted.org_kind, &site.path, wanted.day)?;
    Ok(competent.map(|org| org.id))
}

/// The name of a body that has the post.
fn name(sql: &mut dyn Sql, wanted: &Wanted, body: Id) -> Result<Option<String>> {
    if !wanted.post.is_empty() && person::store::post_by_title(sql, body, wanted.post)?.is_none() {
        return Ok(None);
    }
    Ok(org::store::by_id(sql, body)?.map(|org| org.name))
}
