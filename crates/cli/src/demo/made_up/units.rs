//! Units, made up: bodies, their posts, who holds them, and what is supervised there, in one or several areas.

use super::{Workshop, attributes, names, own_tags};
use crate::demo::base::keep;
use crate::demo::place::{Trade, Units};
use crate::outcome::Refusal;
use kernel::codes::{credit_check_char, organisation_check_char};
use kernel::id::Id;
use registry::area::Area;
use std::fmt::Write;

/// The four tables.
struct Tables {
    orgs: String,
    posts: String,
    persons: String,
    sites: String,
    /// Cells of the attributes, the same in every row.
    attributes: String,
}

/// One unit with what is special about it.
struct Unit<'a> {
    id: Id,
    name: String,
    code: String,
    area: &'a Area,
    trade: &'a Trade,
    tags: Vec<&'a str>,
    /// Responsibility areas beside the first.
    further: usize,
}

pub fn load(shop: &Workshop) -> Result<(), Refusal> {
    let mut before = 0;
    for units in &shop.place.units {
        let count = units.count.at(shop.scale);
        let areas = shop.areas(&units.level, &units.within)?;
        let trades: Vec<&Trade> = shop
            .place
            .trades
            .iter()
            .filter(|trade| units.trades.is_empty() || units.trades.contains(&trade.word))
            .collect();
        let nothing = areas.is_empty() || trades.is_empty() || units.posts.is_empty();
        if 0 < count && nothing {
            return Err(Refusal::Failed(format!(
                "{}: units of kind {} lack areas, trades or posts",
                shop.place.pack, units.kind
            )));
        }
        let mut tables = Tables::begin(units);
        for number in 0..count {
            tables.add(
                shop,
                units,
                &unit(shop, units, &areas, &trades, before, number),
            );
        }
        tables.keep(shop)?;
        before += count;
    }
    Ok(())
}

impl Tables {
    fn begin(units: &Units) -> Self {
        let (headings, cells) = attributes(&units.attributes);
        Self {
            orgs: "名称,类型,区域代码,统一社会信用代码,行业领域\n".to_owned(),
            posts: "岗位,单位,上级岗位,领导岗位\n".to_owned(),
            persons: "姓名,单位,岗位,任职起\n".to_owned(),
            sites: format!(
                "名称,类型,区域代码,统一社会信用代码,行业领域,所属单位,上级对象,标签,纬度,经度{headings}\n"
            ),
            attributes: cells,
        }
    }

    // Writing to a string does not fail.
    fn add(&mut self, shop: &Workshop, units: &Units, one: &Unit) {
        let (name, code, place) = (&one.name, &one.code, &one.area.code);
        let sector = &one.trade.sector;
        let _ = writeln!(self.orgs, "{name},{},{place},{code},{sector}", units.kind);
        let since = shop.day.plus_days(-31);
        for (number, post) in units.posts.iter().enumerate() {
            let (above, leads) = match number {
                0 => ("", "是"),
                _ => (units.posts[0].as_str(), ""),
            };
            let _ = writeln!(self.posts, "{post},{name},{above},{leads}");
            let person = names::person(shop.dice, one.id, number);
            let _ = writeln!(self.persons, "{person},{name},{post},{since}");
        }
        let (kind, tags) = (&units.site, one.tags.join("、"));
        let (lat, lng) = shop.position(one.id);
        let more = &self.attributes;
        let _ = writeln!(
            self.sites,
            "{name},{kind},{place},{code},{sector},{name},,{tags},{lat:.5},{lng:.5}{more}"
        );
        for number in 2..2 + one.further {
            let _ = writeln!(
                self.sites,
                "{name}{number}号责任区,{kind},{place},,{sector},{name},{name},,{lat:.5},{lng:.5}{more}"
            );
        }
    }

    fn keep(&self, shop: &Workshop) -> Result<(), Refusal> {
        for (kind, text) in [
            ("orgs", &self.orgs),
            ("posts", &self.posts),
            ("persons", &self.persons),
            ("sites", &self.sites),
        ] {
            keep(shop.app, kind, &format!("made-up {kind}"), text.as_bytes())?;
        }
        Ok(())
    }
}

fn unit<'a>(
    shop: &Workshop,
    units: &'a Units,
    areas: &'a [Area],
    trades: &[&'a Trade],
    before: usize,
    number: usize,
) -> Unit<'a> {
    let index = before + number;
    let id = Id::natural("demonstration", &format!("enterprise {index}"));
    let shown = units.shown.iter().find(|shown| shown.at == number);
    let fixed = shown.and_then(|shown| trades.iter().find(|trade| trade.word == shown.trade));
    let trade = fixed
        .or_else(|| shop.dice.of(id, "trade").pick(trades))
        .unwrap_or(&trades[0]);
    let mut tags = own_tags(shop, id, number, &units.tags);
    let borne = |tag: &&String| shop.dice.of(id, tag).of_hundred() < units.trade_tags;
    tags.extend(trade.tags.iter().filter(borne).map(String::as_str));
    Unit {
        id,
        name: names::unit(index, &trade.word),
        code: code(index),
        area: shop.dice.of(id, "area").pick(areas).unwrap_or(&areas[0]),
        trade,
        tags,
        further: further(shop, units, number),
    }
}

/// Areas beyond one each are spread evenly.
fn further(shop: &Workshop, units: &Units, number: usize) -> usize {
    let count = units.count.at(shop.scale).max(1);
    let areas = units.areas.map_or(count, |areas| areas.at(shop.scale));
    let extra = areas.saturating_sub(count);
    (number + 1) * extra / count - number * extra / count
}

/// A number that is well-formed and belongs to nobody: the registration serials begin with zeros.
fn code(index: usize) -> String {
    let eight = format!("MA{:06}", index + 1);
    let nine = format!("{eight}{}", organisation_check_char(&eight).unwrap_or('0'));
    let seventeen = format!("91000000{nine}");
    let last = credit_check_char(&seventeen).unwrap_or('0');
    format!("{seventeen}{last}")
}
