//! How much an occasion asks: less for a part of a period, more in a key period, its own shift.

use super::Own;
use policy::{FieldTest, Measure, Part, Requirement, SHIFT};

/// What an occasion asks.
pub fn asked(requirement: &Requirement, own: &Own) -> Requirement {
    match own {
        Own::Nothing | Own::Theme(..) => requirement.clone(),
        Own::Share(days, of) => shared(requirement, *days, *of),
        Own::Shift(start) => of_shift(requirement, start),
    }
}

/// Counts and sums in proportion to the days, rounded up; other measures as they are.
fn shared(requirement: &Requirement, days: i64, of: i64) -> Requirement {
    let scaled = |part: &Part| {
        let mut part = part.clone();
        if is_amount(&part) {
            part.min = Some(up(least(&part) * days, of));
        }
        part
    };
    Requirement {
        all: requirement.all.iter().map(scaled).collect(),
    }
}

fn of_shift(requirement: &Requirement, start: &str) -> Requirement {
    let mut own = requirement.clone();
    for part in &mut own.all {
        for test in part.evidence.fields.values_mut() {
            if *test == FieldTest::Is(SHIFT.to_owned()) {
                *test = FieldTest::Is(start.to_owned());
            }
        }
    }
    own
}

/// What a window of a key period asks beside the normal obligation: (factor − 1) times the least amount, rounded up.
/// None where that is nothing.
pub fn raised(requirement: &Requirement, factor: f64) -> Option<Requirement> {
    // Factors are reckoned in thousandths, so that 1.1 of ten is one more and not two.
    let more = (factor * 1000.0).round() as i64 - 1000;
    let raise = |part: &Part| {
        let mut part = part.clone();
        part.min = Some(match is_amount(&part) {
            true => up(least(&part).saturating_mul(more.max(0)), 1000),
            false => 0,
        });
        part.max = None;
        part
    };
    let all: Vec<Part> = requirement.all.iter().map(raise).collect();
    let asks = all.iter().any(|part| part.min != Some(0));
    asks.then_some(Requirement { all })
}

fn is_amount(part: &Part) -> bool {
    matches!(part.measure, Measure::Count | Measure::Sum(_))
}

fn least(part: &Part) -> i64 {
    part.min.unwrap_or(1)
}

/// Divided and rounded up.
fn up(amount: i64, by: i64) -> i64 {
    amount.div_euclid(by) + i64::from(amount.rem_euclid(by) != 0)
}
