//! What a normal obligation leaves over for the window beside it. Pure.

use crate::obligations::Rule;
use crate::satisfaction::model::Standing;
use kernel::id::Id;
use policy::{Measure, Part};
use std::collections::BTreeMap;

/// What one record counts for: in the normal obligation, and in the window.
#[derive(Default)]
struct Both<'a> {
    normal: Option<&'a Standing>,
    window: Option<&'a Standing>,
}

/// The credits of the window that are left when the normal obligation is filled first, at the times at which they were.
///
/// Of the records in the window as many are left as there are records of both above what the normal one asks. So a
/// record outside the window that fills the normal one later sets one of the window free, and its time counts.
pub fn spill(normal: &Rule, filled: &[Standing], own: &[Standing]) -> Vec<Standing> {
    let parts = normal
        .requirement
        .as_ref()
        .map_or(&[][..], |requirement| &requirement.all);
    parts
        .iter()
        .enumerate()
        .flat_map(|(index, part)| spill_part(index, part, filled, own))
        .collect()
}

fn spill_part(index: usize, part: &Part, filled: &[Standing], own: &[Standing]) -> Vec<Standing> {
    let mut records: BTreeMap<Id, Both<'_>> = BTreeMap::new();
    for credit in filled.iter().filter(|credit| credit.part == index) {
        records.entry(credit.record).or_default().normal = Some(credit);
    }
    for credit in own.iter().filter(|credit| credit.part == index) {
        records.entry(credit.record).or_default().window = Some(credit);
    }
    let mut events: Vec<(&Standing, Both<'_>)> = records
        .into_values()
        .filter_map(|both| Some((both.window.or(both.normal)?, both)))
        .collect();
    events.sort_by_key(|(credit, _)| (credit.received, credit.stated, credit.record));

    let asked = asked(part);
    let (mut total, mut shared, mut alone, mut left) = (0i64, 0i64, 0i64, 0i64);
    let mut spilled = Vec::new();
    for (credit, both) in events {
        let of_window = both.window.map_or(0, |credit| credit.amount);
        match both.normal {
            Some(normal) => {
                total += normal.amount;
                shared += of_window;
            }
            // A window that reaches beyond its normal period has records that fill nothing else.
            None => alone += of_window,
        }
        let now = alone + shared.min((total - asked).max(0));
        if left < now {
            spilled.push(Standing {
                amount: now - left,
                ..credit.clone()
            });
            left = now;
        }
    }
    spilled
}

/// What the normal part asks, in the unit of its credits.
fn asked(part: &Part) -> i64 {
    let min = part.min.unwrap_or(1);
    match part.measure {
        // Sums are kept in thousandths.
        Measure::Sum(_) => min.saturating_mul(1000),
        _ => min,
    }
}
