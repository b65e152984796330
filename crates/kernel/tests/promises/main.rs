//! What the kernel promises, one file per promise-giver; only the public face is used.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calendar;
mod codes;
mod ids;
mod ledger;
mod period;
mod scope;
mod stretches;
mod text;
mod time;
mod values;

use kernel::time::{Day, Zone};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
}

fn zone() -> Zone {
    Zone::named("Asia/Shanghai").unwrap()
}
