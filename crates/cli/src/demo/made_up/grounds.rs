//! Objects of bodies that are there already: buildings, public places, stations.

use super::{Workshop, attributes, own_tags};
use crate::demo::base::keep;
use crate::demo::place::Ground;
use crate::outcome::Refusal;
use kernel::id::Id;
use kernel::time::Day;
use registry::area::{self, Area};
use registry::org::{self, Org};
use std::fmt::Write;
use store::Sql;

/// Where one stands and who runs it.
struct Spot {
    area: Area,
    org: Org,
    number: usize,
}

pub fn load(shop: &Workshop) -> Result<(), Refusal> {
    for ground in &shop.place.grounds {
        let (headings, cells) = attributes(&ground.attributes);
        let mut table = format!("名称,类型,区域代码,行业领域,所属单位,标签,纬度,经度{headings}\n");
        for spot in spots(shop, ground)? {
            row(shop, ground, &spot, &cells, &mut table);
        }
        let name = format!("made-up sites of kind {}", ground.kind);
        keep(shop.app, "sites", &name, table.as_bytes())?;
    }
    Ok(())
}

fn row(shop: &Workshop, ground: &Ground, spot: &Spot, cells: &str, table: &mut String) {
    let Spot { area, org, number } = spot;
    let name = ground
        .name
        .replace("{area}", &area.name)
        .replace("{org}", &org.name)
        .replace("{n}", &(number + 1).to_string());
    let thing = Id::natural(
        "demonstration",
        &format!("{} {name} {}", ground.kind, area.code),
    );
    let tags = own_tags(shop, thing, *number, &ground.tags).join("、");
    let (lat, lng) = shop.position(thing);
    let (kind, place, sector, body) = (&ground.kind, &area.code, &ground.sector, &org.name);
    // Writing to a string does not fail.
    let _ = writeln!(
        table,
        "{name},{kind},{place},{sector},{body},{tags},{lat:.5},{lng:.5}{cells}"
    );
}

/// One for each body of the kind, or so many as are counted, spread over the areas.
fn spots(shop: &Workshop, ground: &Ground) -> Result<Vec<Spot>, Refusal> {
    let (kind, day) = (ground.org_kind.clone(), shop.day);
    let Some(count) = ground.count else {
        let found = shop
            .app
            .store
            .read_blocking(move |sql| one_each(sql, &kind, day))?;
        return Ok(found);
    };
    let areas = shop.areas(&ground.level, &ground.within)?;
    let mut chosen = Vec::new();
    for number in 0..count.at(shop.scale) {
        let thing = Id::natural("demonstration", &format!("{} {number}", ground.kind));
        let area = shop.dice.of(thing, &ground.name).pick(&areas).cloned();
        chosen.extend(area.map(|area| (number, area)));
    }
    let found = shop.app.store.read_blocking(move |sql| {
        let mut spots = Vec::new();
        for (number, area) in &chosen {
            if let Some(org) = org::store::competent(sql, &kind, &area.path, day)? {
                let (area, number) = (area.clone(), *number);
                spots.push(Spot { area, org, number });
            }
        }
        Ok(spots)
    })?;
    Ok(found)
}

fn one_each(sql: &mut dyn Sql, kind: &str, day: Day) -> store::Result<Vec<Spot>> {
    let mut spots = Vec::new();
    for (number, org) in org::store::of_kind(sql, kind, day)?.into_iter().enumerate() {
        if let Some(area) = area::store::by_id(sql, org.area)? {
            spots.push(Spot { area, org, number });
        }
    }
    Ok(spots)
}
