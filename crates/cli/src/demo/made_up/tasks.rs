//! Tasks carried over from earlier years, written as the table that a bureau hands in.

use super::Workshop;
use crate::demo::base::keep;
use crate::demo::place::Carried;
use crate::demo::said;
use crate::outcome::Refusal;
use kernel::id::Id;
use kernel::time::Day;
use registry::org;
use std::fmt::Write;

pub fn load(shop: &Workshop) -> Result<(), Refusal> {
    let Some(carried) = &shop.place.carried else {
        return Ok(());
    };
    said("carried-over tasks");
    let (kind, day) = (carried.leads.clone(), shop.day);
    let bodies = shop
        .app
        .store
        .read_blocking(move |sql| org::store::of_kind(sql, &kind, day))?;
    let names: Vec<String> = bodies.into_iter().map(|org| org.name).collect();
    if names.is_empty() || carried.what.is_empty() || carried.done.is_empty() {
        return Ok(());
    }
    let mut table = "编号,任务名称,要点,条款,牵头单位,配合单位,完成时限,上级任务\n".to_owned();
    for index in 0..carried.count.at(shop.scale) {
        row(shop, carried, &names, index, &mut table);
    }
    keep(shop.app, "tasks", "made-up tasks", table.as_bytes())?;
    Ok(())
}

fn row(shop: &Workshop, carried: &Carried, bodies: &[String], index: usize, table: &mut String) {
    let number = format!("{}{:03}", carried.number, index + 1);
    let luck = |question: &str| {
        shop.dice
            .of(Id::natural("demonstration", &number), question)
    };
    // Body, object and deed run through all combinations before one repeats.
    let (what, done) = (&carried.what, &carried.done);
    let lead = &bodies[index % bodies.len()];
    let what = &what[(index / bodies.len()) % what.len()];
    let done = &done[(index / bodies.len() / carried.what.len() + index) % done.len()];
    let other = luck("other").pick(bodies).filter(|other| *other != lead);
    let other = other
        .filter(|_| luck("alone").of_hundred() < 60)
        .map_or("", String::as_str);
    // A name says level, field and kind of body; the field stands in the middle.
    let field: String = lead
        .trim_start_matches(['省', '市', '县', '区'])
        .trim_end_matches('局')
        .to_owned();
    // Most end with a quarter, the rest with any month.
    let month = match luck("month").between(1, 10) {
        quarter @ 1..=4 => quarter * 3,
        _ => luck("any month").between(2, 12),
    };
    let due = last_day(shop.day.year(), month as u32);
    // Writing to a string does not fail.
    let _ = writeln!(
        table,
        "{number},{field}{what}{done},{},{},{lead},{other},{due},{}",
        carried.item, carried.clause, carried.parent
    );
}

/// The last day of a month.
fn last_day(year: i32, month: u32) -> Day {
    let next = match month {
        12 => Day::new(year + 1, 1, 1),
        _ => Day::new(year, month + 1, 1),
    };
    next.unwrap_or_default().plus_days(-1)
}
