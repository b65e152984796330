//! Enterprises and premises, made up: bodies, their two posts, who holds them, and what is supervised there.
//!
//! They are written as the same tables that a bureau would hand in, and go through the same importers.

use super::base::keep;
use super::luck::Luck;
use super::names::Trade;
use super::{Scale, names, said};
use crate::outcome::Refusal;
use kernel::codes::{credit_check_char, organisation_check_char};
use kernel::id::Id;
use kernel::scope::Level;
use mechanism::App;
use registry::area::{self, Area};
use std::fmt::Write;

/// The four tables.
#[derive(Default)]
struct Tables {
    orgs: String,
    posts: String,
    persons: String,
    sites: String,
}

/// One enterprise with what is special about it.
struct Enterprise<'a> {
    name: String,
    code: String,
    area: &'a Area,
    trade: &'a Trade,
    tags: Vec<&'static str>,
}

pub fn load(app: &App, scale: Scale) -> Result<(), Refusal> {
    said("enterprises");
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let areas = app
        .store
        .read_blocking(move |sql| area::store::of_level(sql, Level::Village, day))?;
    if areas.is_empty() {
        return Ok(());
    }
    let mut tables = Tables::default();
    tables.begin();
    for index in 0..scale.sites() {
        tables.add(&enterprise(index, &areas));
    }
    for (kind, text) in [
        ("orgs", &tables.orgs),
        ("posts", &tables.posts),
        ("persons", &tables.persons),
        ("sites", &tables.sites),
    ] {
        keep(app, kind, &format!("made-up {kind}"), text.as_bytes())?;
    }
    Ok(())
}

impl Tables {
    fn begin(&mut self) {
        self.orgs
            .push_str("名称,类型,区域代码,统一社会信用代码,行业领域\n");
        self.posts.push_str("岗位,单位,上级岗位,领导岗位\n");
        self.persons.push_str("姓名,单位,岗位,任职起\n");
        self.sites
            .push_str("名称,类型,区域代码,统一社会信用代码,行业领域,所属单位,标签,纬度,经度\n");
    }

    fn add(&mut self, one: &Enterprise) {
        let Enterprise {
            name,
            code,
            area,
            trade,
            tags,
        } = one;
        let place = &area.code;
        let id = Id::natural("demonstration", name);
        let (lat, lng) = position(id);
        // Writing to a string does not fail.
        let _ = writeln!(
            self.orgs,
            "{name},enterprise,{place},{code},{}",
            trade.sector
        );
        let _ = writeln!(
            self.posts,
            "主要负责人,{name},,是\n安全管理员,{name},主要负责人,"
        );
        for post in ["主要负责人", "安全管理员"] {
            let _ = writeln!(
                self.persons,
                "{},{name},{post},2021-12-01",
                names::person(id, post)
            );
        }
        let tags = tags.join("、");
        let _ = writeln!(
            self.sites,
            "{name},premises,{place},{code},{},{name},{tags},{lat:.5},{lng:.5}",
            trade.sector
        );
    }
}

fn enterprise(index: usize, areas: &[Area]) -> Enterprise<'_> {
    let id = Id::natural("demonstration", &format!("enterprise {index}"));
    let trade = match index {
        // Somebody signs in for this one.
        names::SHOWN_INDEX => &names::TRADES[0],
        _ => Luck::of(id, "trade")
            .pick(names::TRADES)
            .unwrap_or(&names::TRADES[0]),
    };
    let area = Luck::of(id, "area").pick(areas).unwrap_or(&areas[0]);
    Enterprise {
        name: names::enterprise(index, trade),
        code: code(index),
        area,
        trade,
        tags: tags(id, index, trade),
    }
}

/// What a duty looks for: some of the tags of the trade, and every twentieth a key unit of fire safety.
fn tags(id: Id, index: usize, trade: &Trade) -> Vec<&'static str> {
    let chosen = |tag: &&&'static str| Luck::of(id, tag).of_hundred() < 40;
    let mut tags: Vec<_> = trade.tags.iter().filter(chosen).copied().collect();
    if index % 20 == 7 {
        tags.push("消防安全重点单位");
    }
    tags
}

/// A number that is well-formed and belongs to nobody: the registration serials begin with zeros.
fn code(index: usize) -> String {
    let eight = format!("MA{:06}", index + 1);
    let nine = format!("{eight}{}", organisation_check_char(&eight).unwrap_or('0'));
    let seventeen = format!("91000000{nine}");
    let last = credit_check_char(&seventeen).unwrap_or('0');
    format!("{seventeen}{last}")
}

/// Somewhere in the county.
fn position(id: Id) -> (f64, f64) {
    let lat = 30.45 + Luck::of(id, "lat").between(0, 40_000) as f64 / 100_000.0;
    let lng = 119.45 + Luck::of(id, "lng").between(0, 40_000) as f64 / 100_000.0;
    (lat, lng)
}
