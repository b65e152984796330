//! Days, instants, zones and clocks.

use std::sync::Arc;

use kernel::time::{Backwards, Clock, Day, ManualClock, Moment, Zone};
use proptest::prelude::*;

use crate::{day, zone};

#[test]
fn known_days_have_their_numbers_and_weekdays() {
    for (text, number, weekday) in [
        ("0001-01-01", -719_162, 1),
        ("1900-03-01", -25_508, 4),
        ("1969-12-31", -1, 3),
        ("1970-01-01", 0, 4),
        ("2000-02-29", 11_016, 2),
        ("2022-05-03", 19_115, 2),
        ("2022-10-01", 19_266, 6),
        ("9999-12-31", 2_932_896, 5),
    ] {
        let day = day(text);
        assert_eq!((day.0, day.weekday()), (number, weekday), "{text}");
        assert_eq!(day.to_string(), text);
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for text in [
        "2022-02-29",
        "1900-02-29",
        "2022-04-31",
        "2022-13-01",
        "2022-00-01",
        "2022-01-00",
        "0000-01-01",
        "2022-1-01",
        "2022-01-1",
        "+022-01-01",
        "2022/01/01",
        "2022-01-01 ",
        "",
        "二〇二二",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
    assert_eq!(Day::new(10_000, 1, 1), None);
}

#[test]
fn months_are_clamped_to_their_last_day() {
    for (from, months, to) in [
        ("2022-08-31", 6, "2023-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2022-01-31", 1, "2022-02-28"),
        ("2022-01-31", 3, "2022-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2022-03-31", -1, "2022-02-28"),
        ("2022-01-15", -1, "2021-12-15"),
        ("2022-05-03", 0, "2022-05-03"),
    ] {
        assert_eq!(day(from).plus_months(months), day(to), "{from} {months}");
    }
}

#[test]
fn a_civil_day_ends_at_its_exclusive_midnight() {
    let zone = zone();
    let of = |text| Moment::parse(text).unwrap();
    assert_eq!(zone.start_of(day("2022-09-29")), of("2022-09-28T16:00:00Z"));
    assert_eq!(zone.end_of(day("2022-09-29")), of("2022-09-29T16:00:00Z"));
    assert_eq!(
        zone.day_of(of("2022-09-29T15:59:59.999Z")),
        day("2022-09-29")
    );
    assert_eq!(zone.day_of(of("2022-09-29T16:00:00Z")), day("2022-09-30"));
    assert_eq!(
        zone.at(day("2022-09-29"), 24, 0),
        zone.end_of(day("2022-09-29"))
    );
    assert_eq!(
        zone.civil(of("2022-09-29T08:05:09Z")),
        (day("2022-09-29"), 16, 5, 9)
    );
    assert_eq!(zone.civil(Moment(-1)), (day("1970-01-01"), 7, 59, 59));
}

#[test]
fn the_written_form_carries_the_offset() {
    let moment = Moment::parse("2022-09-29T08:00:00Z").unwrap();
    assert_eq!(zone().iso(moment), "2022-09-29T16:00:00+08:00");
    let newfoundland = Zone::named("America/St_Johns").unwrap();
    assert_eq!(newfoundland.iso(moment), "2022-09-29T05:30:00-02:30");
    assert_eq!(Moment::parse(&newfoundland.iso(moment)), Some(moment));
    assert_eq!(Moment::parse("2022-09-29T16:00:00"), None);
}

#[test]
fn a_clock_change_moves_no_day() {
    // In 1986 the zone went forward on 4 May and back on 14 September.
    let zone = zone();
    let hours = |text| {
        let day = day(text);
        zone.end_of(day).millis_since(zone.start_of(day)) / 3_600_000
    };
    assert_eq!(
        (
            hours("1986-05-03"),
            hours("1986-05-04"),
            hours("1986-09-14")
        ),
        (24, 23, 25)
    );
}

#[test]
fn unknown_zones_are_refused_by_name() {
    assert_eq!(
        Zone::named("Asia/Anji").unwrap_err().to_string(),
        "unknown time zone Asia/Anji"
    );
}

#[test]
fn business_time_only_moves_forwards_and_alone() {
    let clock = Arc::new(ManualClock::new(Moment(1_000)));
    let shared: Arc<dyn Clock> = clock.clone();
    assert_eq!(clock.advance_to(Moment(5_000)), Ok(()));
    assert_eq!(clock.advance_to(Moment(5_000)), Ok(()));
    let refused = Backwards {
        now: Moment(5_000),
        asked: Moment(4_999),
    };
    assert_eq!(clock.advance_to(Moment(4_999)), Err(refused));
    assert_eq!(
        (shared.business(), shared.machine()),
        (Moment(5_000), Moment(1_000))
    );
    clock.advance_machine(50);
    assert_eq!(
        (shared.business(), shared.machine()),
        (Moment(5_000), Moment(1_050))
    );
}

#[test]
fn instants_stop_at_the_ends_of_their_range() {
    assert_eq!(Moment(i64::MAX).plus_hours(1), Moment(i64::MAX));
    assert_eq!(Moment::ZERO.plus_hours(i64::MIN), Moment(i64::MIN));
    let zone = zone();
    assert!(zone.day_of(Moment(i64::MIN)) < zone.day_of(Moment(i64::MAX)));
    assert!(zone.start_of(Day(i32::MIN)) < zone.start_of(Day(i32::MAX)));
}

proptest! {
    #[test]
    fn days_and_their_parts_agree(number in -719_162..2_932_896_i32) {
        let day = Day(number);
        prop_assert_eq!(Day::new(day.year(), day.month(), day.day()), Some(day));
        prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
        // The library for zones counts days in its own way.
        let theirs = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(number);
        prop_assert_eq!(day.to_string(), theirs.to_string());
        prop_assert_eq!(day.weekday() as i8, theirs.weekday().to_monday_one_offset());
    }

    #[test]
    fn no_day_breaks_the_arithmetic(number: i32, days: i32, months: i32) {
        let day = Day(number);
        // In the months at both ends the first or last day may lie beyond the range.
        if (i32::MIN + 31..=i32::MAX - 31).contains(&number) {
            prop_assert!(day.first_of_month() <= day && day <= day.last_of_month());
        }
        prop_assert_eq!(day.plus_days(days) < day, days < 0 && number != i32::MIN);
        prop_assert_eq!(day.plus_months(months) < day, months < 0 && day.plus_months(months) != day);
    }

    #[test]
    fn every_instant_lies_in_its_day(millis in -60_000_000_000_000..250_000_000_000_000_i64) {
        for zone in [zone(), Zone::named("America/St_Johns").unwrap()] {
            let day = zone.day_of(Moment(millis));
            prop_assert!(zone.start_of(day) <= Moment(millis));
            prop_assert!(Moment(millis) < zone.end_of(day));
        }
    }
}
