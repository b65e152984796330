//! Periods tile the days, and their labels name them.

use kernel::period::{Cadence, Period};
use kernel::time::Day;
use proptest::prelude::*;

use crate::day;

const ALL: [Cadence; 7] = [
    Cadence::Day,
    Cadence::Week,
    Cadence::HalfMonth,
    Cadence::Month,
    Cadence::Quarter,
    Cadence::HalfYear,
    Cadence::Year,
];

#[test]
fn known_days_lie_in_known_periods() {
    for (cadence, text, label, start, last) in [
        (
            Cadence::Day,
            "2022-05-03",
            "2022-05-03",
            "2022-05-03",
            "2022-05-03",
        ),
        (
            Cadence::Week,
            "2022-05-03",
            "2022-W18",
            "2022-05-02",
            "2022-05-08",
        ),
        (
            Cadence::Week,
            "2022-01-02",
            "2021-W52",
            "2021-12-27",
            "2022-01-02",
        ),
        (
            Cadence::Week,
            "2021-01-03",
            "2020-W53",
            "2020-12-28",
            "2021-01-03",
        ),
        (
            Cadence::Week,
            "2024-12-30",
            "2025-W01",
            "2024-12-30",
            "2025-01-05",
        ),
        (
            Cadence::HalfMonth,
            "2022-05-15",
            "2022-05a",
            "2022-05-01",
            "2022-05-15",
        ),
        (
            Cadence::HalfMonth,
            "2022-02-16",
            "2022-02b",
            "2022-02-16",
            "2022-02-28",
        ),
        (
            Cadence::Month,
            "2022-05-31",
            "2022-05",
            "2022-05-01",
            "2022-05-31",
        ),
        (
            Cadence::Quarter,
            "2022-05-03",
            "2022Q2",
            "2022-04-01",
            "2022-06-30",
        ),
        (
            Cadence::HalfYear,
            "2022-05-03",
            "2022H1",
            "2022-01-01",
            "2022-06-30",
        ),
        (
            Cadence::HalfYear,
            "2022-12-31",
            "2022H2",
            "2022-07-01",
            "2022-12-31",
        ),
        (
            Cadence::Year,
            "2024-02-29",
            "2024",
            "2024-01-01",
            "2024-12-31",
        ),
    ] {
        let period = Period::containing(cadence, day(text));
        assert_eq!(period.label(), label);
        assert_eq!(
            (period.start, period.last_day()),
            (day(start), day(last)),
            "{label}"
        );
        assert_eq!(Period::parse_label(label), Some(period), "{label}");
    }
}

#[test]
fn only_labels_are_read() {
    for bad in [
        "",
        "22",
        "2022-",
        "2022-13",
        "2022-00",
        "2022-5",
        "2022-05c",
        "2022-05-32",
        "2022-W00",
        "2021-W53",
        "2022-W54",
        "2022-W1",
        "2022-w18",
        "2022Q5",
        "2022Q0",
        "2022Q+1",
        "2022Q02",
        "2022H3",
        "2022X",
        "2022-+5",
        "+022",
        "2022-05-3a",
        "二〇二二年",
        "20 2",
        "2022Qé",
    ] {
        assert_eq!(Period::parse_label(bad), None, "{bad}");
    }
}

#[test]
fn a_span_is_covered_from_its_first_day_to_the_one_before_its_end() {
    let labels = |cadence, from, until| {
        let periods = Period::between(cadence, day(from), day(until));
        periods.map(|period| period.label()).collect::<Vec<_>>()
    };
    assert_eq!(
        labels(Cadence::Month, "2022-01-31", "2022-03-01"),
        ["2022-01", "2022-02"]
    );
    assert_eq!(labels(Cadence::Month, "2022-01-31", "2022-03-02").len(), 3);
    assert_eq!(
        labels(Cadence::Quarter, "2022-12-31", "2023-01-01"),
        ["2022Q4"]
    );
    assert_eq!(labels(Cadence::Day, "2022-05-03", "2022-05-03").len(), 0);
    assert_eq!(labels(Cadence::Day, "2022-05-03", "2022-05-01").len(), 0);
}

#[test]
fn the_ends_of_the_range_of_days_end_the_walk() {
    for cadence in ALL {
        let count = Period::between(cadence, Day(i32::MAX - 3), Day(i32::MAX)).count();
        assert!((1..=4).contains(&count), "{cadence:?} {count}");
    }
}

#[test]
fn cadences_are_written_with_hyphens() {
    let written: Vec<String> = ALL
        .iter()
        .map(|cadence| serde_json::to_string(cadence).unwrap())
        .collect();
    assert_eq!(
        written.join(" "),
        r#""day" "week" "half-month" "month" "quarter" "half-year" "year""#
    );
}

fn cadence() -> impl Strategy<Value = Cadence> {
    prop::sample::select(ALL.to_vec())
}

/// Days from 1900 to 2200.
fn some_day() -> impl Strategy<Value = Day> {
    (-25_567..84_000_i32).prop_map(Day)
}

proptest! {
    #[test]
    fn periods_tile_without_gap_or_overlap(cadence in cadence(), day in some_day()) {
        let period = Period::containing(cadence, day);
        prop_assert!(period.contains(day));
        prop_assert!(!period.contains(period.end));
        prop_assert_eq!(period.next().start, period.end);
        prop_assert_eq!(period.previous().end, period.start);
        prop_assert_eq!(period.next().previous(), period);
        // Each day of it gives the same period back.
        let mut inside = period.start;
        while inside < period.end {
            prop_assert_eq!(Period::containing(cadence, inside), period);
            inside = inside.plus_days(1);
        }
    }

    #[test]
    fn a_span_is_covered_once(cadence in cadence(), from in some_day(), length in 0..800_i32) {
        let until = from.plus_days(length);
        let periods: Vec<Period> = Period::between(cadence, from, until).collect();
        prop_assert_eq!(periods.is_empty(), length == 0);
        for pair in periods.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
        }
        if let (Some(first), Some(last)) = (periods.first(), periods.last()) {
            prop_assert!(first.contains(from));
            prop_assert!(last.contains(until.plus_days(-1)));
        }
    }

    #[test]
    fn a_label_names_one_period(cadence in cadence(), day in some_day()) {
        let period = Period::containing(cadence, day);
        prop_assert_eq!(Period::parse_label(&period.label()), Some(period));
        prop_assert_ne!(period.label(), period.next().label());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9]{4}[-QHWab0-9é]{0,7}|.{0,12}") {
        if let Some(period) = Period::parse_label(&text) {
            prop_assert_eq!(period.label(), text);
        }
    }
}
