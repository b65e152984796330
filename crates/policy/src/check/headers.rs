//! Pack headers: dates in order, a known zone, and packs that build on each other without a circle.

use super::known::Known;
use super::{cycles, say};
use crate::notes::Notes;
use crate::table::Table;
use kernel::time::Zone;
use std::collections::BTreeMap;

pub fn check(known: &Known<'_>, notes: &mut Notes<'_>) {
    let headers = || {
        known
            .drafts
            .iter()
            .filter_map(|draft| draft.header.as_ref())
    };
    let below: BTreeMap<&str, Vec<&str>> = headers()
        .map(|(header, _)| {
            (
                header.id.as_str(),
                header.builds_on.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    for (header, written) in headers() {
        if header.until < header.from {
            notes.at(
                written,
                at!["until"],
                say::period(
                    format!("方案止于 {}，早于起始日 {}", header.until, header.from),
                    format!(
                        "the pack ends on {}, before it begins on {}",
                        header.until, header.from
                    ),
                ),
            );
        }
        if !header.zone.is_empty() && Zone::named(&header.zone).is_err() {
            notes.at(
                written,
                at!["zone"],
                say::unfit(
                    format!("没有名为 `{}` 的时区", header.zone),
                    format!("there is no time zone `{}`", header.zone),
                ),
            );
        }
        for (key, value) in [
            ("offline_hours", header.offline_hours),
            ("due_soon_days", header.due_soon_days),
        ] {
            if value.is_some_and(|value| value < 0) {
                notes.at(
                    written,
                    at![key],
                    say::unfit("不能为负数", "cannot be negative"),
                );
            }
        }
        for (index, pack) in header.builds_on.iter().enumerate() {
            if known.pack(pack).is_none() {
                notes.at(
                    written,
                    at!["builds_on", index],
                    say::unknown_reference(Table::Pack, pack),
                );
            }
        }
        if let Some(path) = cycles::through(&header.id, &below) {
            notes.at(
                written,
                at!["builds_on"],
                say::cycle(("方案依托", "packs"), &path),
            );
        }
    }
    needs_zone(known, notes);
}

/// A pack that opens anything needs a place's zone, of its own or of a pack that it builds on.
fn needs_zone(known: &Known<'_>, notes: &mut Notes<'_>) {
    for (index, draft) in known.drafts.iter().enumerate() {
        let opens = !draft.duties.is_empty() || !draft.tasks.is_empty();
        let view = known.view(index);
        let mut headers = view.drafts().filter_map(|draft| draft.header.as_ref());
        let zoned = headers.any(|(header, _)| !header.zone.is_empty());
        if let (true, false, Some((_, written))) = (opens, zoned, &draft.header) {
            notes.at(
                written,
                &[],
                say::unfit(
                    "方案没有时区：写 zone，或依托有时区的方案",
                    "the pack has no time zone: give `zone`, or build on a pack that has one",
                ),
            );
        }
    }
}
