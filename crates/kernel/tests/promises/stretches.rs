//! Windows of key periods, seasons, shifts and days of every year.

use kernel::period::{
    Cadence, MonthDay, Period, Shift, ShiftTable, Stretch, YearlySeason, minutes,
};
use kernel::time::Day;
use proptest::prelude::*;

use crate::day;

fn through(first: &str, last: &str) -> Stretch {
    Stretch::through(day(first), day(last)).unwrap()
}

#[track_caller]
fn check_windows(first: &str, last: &str, cadence: Cadence, expected: &[(&str, &str)]) {
    let found: Vec<(String, String)> = through(first, last)
        .windows(cadence)
        .into_iter()
        .map(|(window, period)| (window.label(), period.label()))
        .collect();
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(window, period)| ((*window).to_owned(), (*period).to_owned()))
        .collect();
    assert_eq!(found, expected, "{first} to {last} {cadence:?}");
}

#[test]
fn a_window_is_the_part_of_a_period_that_lies_in_the_key_period() {
    // In 2022 the first two days are the week end of the week before: less than half of it.
    check_windows(
        "2022-10-01",
        "2022-10-07",
        Cadence::Week,
        &[("2022-10-03/2022-10-07", "2022-W40")],
    );
    check_windows(
        "2023-10-01",
        "2023-10-07",
        Cadence::Week,
        &[("2023-10-02/2023-10-07", "2023-W40")],
    );
    // Two weeks, of which the second is only touched.
    check_windows(
        "2022-10-10",
        "2022-10-24",
        Cadence::Week,
        &[
            ("2022-10-10/2022-10-16", "2022-W41"),
            ("2022-10-17/2022-10-23", "2022-W42"),
        ],
    );
    // Exactly half of a period of even length is a window.
    check_windows(
        "2022-06-16",
        "2022-07-02",
        Cadence::Month,
        &[("2022-06-16/2022-06-30", "2022-06")],
    );
    check_windows(
        "2022-10-01",
        "2022-10-03",
        Cadence::Day,
        &[
            ("2022-10-01/2022-10-01", "2022-10-01"),
            ("2022-10-02/2022-10-02", "2022-10-02"),
            ("2022-10-03/2022-10-03", "2022-10-03"),
        ],
    );
}

#[test]
fn a_key_period_shorter_than_half_of_any_period_is_one_window() {
    check_windows(
        "2022-10-01",
        "2022-10-07",
        Cadence::Month,
        &[("2022-10-01/2022-10-07", "2022-10")],
    );
    check_windows(
        "2022-10-02",
        "2022-10-04",
        Cadence::Week,
        &[("2022-10-02/2022-10-04", "2022-W40")],
    );
    // Of equal parts the earlier period is the normal one.
    check_windows(
        "2022-10-02",
        "2022-10-03",
        Cadence::Week,
        &[("2022-10-02/2022-10-03", "2022-W39")],
    );
    check_windows(
        "2022-12-30",
        "2023-01-05",
        Cadence::Year,
        &[("2022-12-30/2023-01-05", "2023")],
    );
}

#[test]
fn a_key_period_of_half_a_period_cut_in_two_has_no_window() {
    // Four days are more than half a week; two and two are each less.
    check_windows("2022-10-01", "2022-10-04", Cadence::Week, &[]);
}

#[test]
fn stretches_have_a_first_and_a_last_day() {
    assert_eq!(Stretch::through(day("2022-10-07"), day("2022-10-01")), None);
    let one = through("2022-10-01", "2022-10-01");
    assert_eq!((one.length(), one.last_day()), (1, day("2022-10-01")));
    assert_eq!(one.label(), "2022-10-01/2022-10-01");
    for bad in [
        "",
        "/",
        "2022-10-01",
        "2022-10-01/",
        "2022-10-07/2022-10-01",
        "2022-10-01/2022-10-07/",
    ] {
        assert_eq!(Stretch::parse_label(bad), None, "{bad}");
    }
}

fn season(from: &str, until: &str) -> YearlySeason {
    YearlySeason {
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
    }
}

#[test]
fn a_season_comes_every_year_and_may_go_over_its_turn() {
    let flood = season("04-15", "10-15");
    assert_eq!(flood.of_year(2022), through("2022-04-15", "2022-10-15"));
    assert_eq!(
        flood.at_or_after(day("2022-10-15")),
        through("2022-04-15", "2022-10-15")
    );
    assert_eq!(
        flood.at_or_after(day("2022-10-16")),
        through("2023-04-15", "2023-10-15")
    );
    let winter = season("12-01", "02-29");
    assert_eq!(winter.of_year(2022), through("2022-12-01", "2023-02-28"));
    assert_eq!(winter.of_year(2023), through("2023-12-01", "2024-02-29"));
    assert_eq!(
        winter.at_or_after(day("2022-01-10")),
        through("2021-12-01", "2022-02-28")
    );
    assert_eq!(
        winter.within(&through("2022-01-01", "2022-12-31")),
        [
            through("2022-01-01", "2022-02-28"),
            through("2022-12-01", "2022-12-31")
        ]
    );
    assert_eq!(flood.within(&through("2022-11-01", "2022-11-30")), []);
}

#[test]
fn a_day_of_every_year_exists_in_some_year() {
    assert_eq!(
        "03-31".parse::<MonthDay>().unwrap().in_year(2022),
        day("2022-03-31")
    );
    let leap: MonthDay = "02-29".parse().unwrap();
    assert!(!leap.is_in_every_year());
    assert_eq!(
        (leap.in_year(2023), leap.in_year(2024)),
        (day("2023-02-28"), day("2024-02-29"))
    );
    for bad in [
        "02-30", "13-01", "00-10", "06-31", "6-1", "06-00", "0601", "06/01", "二月",
    ] {
        assert_eq!(MonthDay::parse(bad), None, "{bad}");
    }
}

#[test]
fn shifts_follow_one_another_over_midnight() {
    let table = ShiftTable::new(vec![480, 1200]).unwrap();
    let labels: Vec<String> = table
        .shifts_of(day("2022-10-01"))
        .iter()
        .map(Shift::label)
        .collect();
    assert_eq!(labels, ["2022-10-01T08:00", "2022-10-01T20:00"]);
    let night = table.shifts_of(day("2022-10-01"))[1];
    assert_eq!((night.start, night.end), (1200, 1920));
    assert_eq!(table.next(&night).unwrap().label(), "2022-10-02T08:00");
    assert_eq!(
        Shift::parse_label("2022-10-01T20:00"),
        Some((day("2022-10-01"), 1200))
    );
    for bad in [vec![], vec![480, 480], vec![1200, 480], vec![1440]] {
        assert_eq!(ShiftTable::new(bad.clone()), None, "{bad:?}");
    }
    for bad in ["24:00", "8:00", "08:60", "0800", "", "08:0一"] {
        assert_eq!(minutes(bad), None, "{bad}");
    }
}

fn cadence() -> impl Strategy<Value = Cadence> {
    prop::sample::select(vec![
        Cadence::Day,
        Cadence::Week,
        Cadence::HalfMonth,
        Cadence::Month,
        Cadence::Quarter,
        Cadence::HalfYear,
        Cadence::Year,
    ])
}

fn some_day() -> impl Strategy<Value = Day> {
    (-25_567..84_000_i32).prop_map(Day)
}

fn some_month_day() -> impl Strategy<Value = MonthDay> {
    some_day().prop_filter_map("a day", |day| MonthDay::new(day.month(), day.day()))
}

proptest! {
    #[test]
    fn windows_lie_in_the_key_period_apart_and_long_enough(
        cadence in cadence(), from in some_day(), length in 0..500_i32,
    ) {
        let key = Stretch::through(from, from.plus_days(length)).unwrap();
        let windows = key.windows(cadence);
        for (window, period) in &windows {
            prop_assert_eq!(key.overlap(window), Some(*window));
            let half = window.length() * 2 >= Stretch::from(*period).length();
            prop_assert!(half || *window == key, "{} in {}", window, period);
            prop_assert_eq!(Stretch::parse_label(&window.label()), Some(*window));
        }
        for pair in windows.windows(2) {
            prop_assert!(pair[0].0.end <= pair[1].0.from);
        }
        // Every normal period that lies wholly in the key period is a window of its own.
        for period in Period::between(cadence, key.from, key.end) {
            let days = Stretch::from(period);
            if key.overlap(&days) == Some(days) {
                prop_assert!(windows.contains(&(days, period)));
            }
        }
    }

    #[test]
    fn each_day_lies_in_at_most_one_season(from in some_month_day(), until in some_month_day(), day in some_day()) {
        let season = YearlySeason { from, until };
        let next = season.at_or_after(day);
        prop_assert!(day < next.end);
        let before = season.of_year(next.from.year() - 1);
        prop_assert!(before.end <= day || before == next || from == until, "{:?} {} {}", season, day, before);
        let year = Stretch::from(Period::containing(Cadence::Year, day));
        for part in season.within(&year) {
            prop_assert_eq!(year.overlap(&part), Some(part));
        }
    }

    #[test]
    fn shifts_tile_the_time(starts in prop::collection::btree_set(0..1440_u32, 1..6), day in some_day()) {
        let table = ShiftTable::new(starts.into_iter().collect()).unwrap();
        let mut shift = table.shifts_of(day)[0];
        for _ in 0..12 {
            let next = table.next(&shift).unwrap();
            let days = i64::from(next.day.0 - shift.day.0) * 1440;
            prop_assert_eq!(i64::from(shift.end), days + i64::from(next.start));
            shift = next;
        }
    }

    #[test]
    fn any_text_is_a_month_day_or_none(text in "[0-9]{2}-[0-9]{2}|.{0,8}") {
        if let Some(found) = MonthDay::parse(&text) {
            prop_assert_eq!(found.to_string(), text);
        }
    }
}
