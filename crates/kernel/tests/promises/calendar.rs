//! Working days and terms, with the official arrangement around the National Day of 2022.

use kernel::calendar::{BadOfficeHours, Calendar, Span, UnknownYear, YearTable};
use kernel::time::{Day, Moment};
use proptest::prelude::*;

use crate::{day, zone};

/// Autumn of 2022, and the New Year after it, which begins in December.
fn calendar() -> Calendar {
    let national_day = (1..=7).map(|number| Day::new(2022, 10, number).unwrap());
    let mid_autumn = (10..=12).map(|number| Day::new(2022, 9, number).unwrap());
    let autumn = YearTable {
        year: 2022,
        off: mid_autumn.chain(national_day).collect(),
        makeup: vec![day("2022-10-08"), day("2022-10-09")],
        source: "test".to_owned(),
    };
    let new_year = YearTable {
        year: 2023,
        off: vec![
            day("2022-12-30"),
            day("2022-12-31"),
            day("2023-01-01"),
            day("2023-01-02"),
        ],
        makeup: vec![],
        source: "test".to_owned(),
    };
    Calendar::new(zone(), vec![autumn, new_year])
}

fn at(text: &str) -> Moment {
    Moment::parse(&format!("{text}+08:00")).unwrap()
}

#[track_caller]
fn check_due(from: &str, span: Span, due: &str) {
    let calendar = calendar();
    let found = calendar.due_after(at(from), &span).unwrap();
    assert_eq!(
        calendar.zone().iso(found),
        format!("{due}+08:00"),
        "{from} {span:?}"
    );
}

#[test]
fn holidays_and_make_up_days_override_the_week() {
    let calendar = calendar();
    let works = |text| calendar.is_workday(day(text)).unwrap();
    assert!(works("2022-09-30"));
    assert!(!works("2022-10-01"));
    assert!(!works("2022-10-07"), "a Friday off");
    assert!(
        works("2022-10-08") && works("2022-10-09"),
        "a week end to work on"
    );
    assert!(!works("2022-10-15"), "an ordinary Saturday");
    assert!(!works("2022-12-30"), "named by the table of the year after");
}

#[test]
fn working_days_step_over_the_holiday() {
    let calendar = calendar();
    let plus = |text, count| calendar.plus_workdays(day(text), count).unwrap();
    assert_eq!(
        calendar.next_workday(day("2022-09-30")),
        Ok(day("2022-10-08"))
    );
    assert_eq!(plus("2022-09-30", 1), day("2022-10-08"));
    assert_eq!(plus("2022-09-30", 3), day("2022-10-10"));
    assert_eq!(plus("2022-10-03", 1), day("2022-10-08"));
    assert_eq!(plus("2022-10-08", -1), day("2022-09-30"));
    assert_eq!(plus("2022-10-03", 0), day("2022-10-03"));
    let between = |from, until| calendar.workdays_between(day(from), day(until)).unwrap();
    assert_eq!(between("2022-09-30", "2022-10-10"), 3);
    assert_eq!(between("2022-10-01", "2022-10-08"), 0);
    assert_eq!(between("2022-10-10", "2022-09-30"), 0);
}

#[test]
fn terms_in_days_start_the_day_after_and_end_at_midnight() {
    check_due("2022-05-03T00:00:00", Span::Days(1), "2022-05-05T00:00:00");
    check_due("2022-05-03T23:59:59", Span::Days(1), "2022-05-05T00:00:00");
    check_due("2022-05-04T00:00:00", Span::Days(1), "2022-05-06T00:00:00");
    check_due("2022-05-03T09:00:00", Span::Days(30), "2022-06-03T00:00:00");
    check_due("2022-05-03T09:00:00", Span::Days(0), "2022-05-04T00:00:00");
    check_due("2022-05-03T09:00:00", Span::Days(-4), "2022-05-04T00:00:00");
}

#[test]
fn terms_in_months_end_on_the_last_day_of_a_short_month() {
    check_due(
        "2022-08-31T10:00:00",
        Span::Months(6),
        "2023-03-01T00:00:00",
    );
    check_due(
        "2022-08-30T10:00:00",
        Span::Months(6),
        "2023-03-01T00:00:00",
    );
    check_due(
        "2022-08-28T10:00:00",
        Span::Months(6),
        "2023-03-01T00:00:00",
    );
    check_due(
        "2022-08-27T10:00:00",
        Span::Months(6),
        "2023-02-28T00:00:00",
    );
    check_due(
        "2022-08-31T10:00:00",
        Span::Months(1),
        "2022-10-01T00:00:00",
    );
    check_due(
        "2023-08-31T10:00:00",
        Span::Months(6),
        "2024-03-01T00:00:00",
    );
}

#[test]
fn elapsed_hours_know_no_holiday() {
    check_due(
        "2022-09-30T20:15:30",
        Span::Hours(24),
        "2022-10-01T20:15:30",
    );
    check_due("2022-09-30T20:15:30", Span::Hours(0), "2022-09-30T20:15:30");
}

#[test]
fn terms_in_working_days_skip_the_holiday() {
    check_due(
        "2022-09-29T16:00:00",
        Span::WorkingDays(1),
        "2022-10-01T00:00:00",
    );
    check_due(
        "2022-09-30T16:00:00",
        Span::WorkingDays(1),
        "2022-10-09T00:00:00",
    );
    check_due(
        "2022-09-30T16:00:00",
        Span::WorkingDays(5),
        "2022-10-13T00:00:00",
    );
    check_due(
        "2022-10-04T12:00:00",
        Span::WorkingDays(2),
        "2022-10-10T00:00:00",
    );
}

#[test]
fn working_hours_run_from_week_end_to_week_end() {
    // The office is open for nine hours a day, five days from Monday to the last Friday before
    // the holiday; the next opening is on a Saturday.
    check_due(
        "2022-09-24T10:00:00",
        Span::WorkingHours(1),
        "2022-09-26T09:30:00",
    );
    check_due(
        "2022-09-24T10:00:00",
        Span::WorkingHours(45),
        "2022-09-30T17:30:00",
    );
    check_due(
        "2022-09-24T10:00:00",
        Span::WorkingHours(46),
        "2022-10-08T09:30:00",
    );
    check_due(
        "2022-09-24T10:00:00",
        Span::WorkingHours(64),
        "2022-10-10T09:30:00",
    );
    check_due(
        "2022-10-09T17:00:00",
        Span::WorkingHours(1),
        "2022-10-10T09:00:00",
    );
    check_due(
        "2022-09-30T17:30:00",
        Span::WorkingHours(1),
        "2022-10-08T09:30:00",
    );
    check_due(
        "2022-09-29T03:00:00",
        Span::WorkingHours(2),
        "2022-09-29T10:30:00",
    );
    check_due(
        "2022-09-29T09:10:05",
        Span::WorkingHours(2),
        "2022-09-29T11:10:05",
    );
    check_due(
        "2022-10-02T09:00:00",
        Span::WorkingHours(0),
        "2022-10-02T09:00:00",
    );
}

#[test]
fn a_receipt_clock_waits_for_the_next_opening() {
    let calendar = calendar();
    let next = |text| {
        calendar
            .zone()
            .iso(calendar.next_office_moment(at(text)).unwrap())
    };
    assert_eq!(next("2022-09-30T08:00:00"), "2022-09-30T08:30:00+08:00");
    assert_eq!(next("2022-09-30T12:34:56"), "2022-09-30T12:34:56+08:00");
    assert_eq!(next("2022-09-30T17:30:00"), "2022-10-08T08:30:00+08:00");
    assert_eq!(next("2022-10-05T12:00:00"), "2022-10-08T08:30:00+08:00");
}

#[test]
fn office_hours_can_be_set_but_not_turned_round() {
    let early = calendar().with_office_hours(8 * 60, 12 * 60).unwrap();
    let due = early
        .add_working_hours(at("2022-09-29T11:00:00"), 2)
        .unwrap();
    assert_eq!(early.zone().iso(due), "2022-09-30T09:00:00+08:00");
    for (start, end) in [(600, 600), (700, 600), (0, 1441)] {
        assert_eq!(
            calendar().with_office_hours(start, end).err(),
            Some(BadOfficeHours)
        );
    }
    assert!(calendar().with_office_hours(0, 1440).is_ok());
}

#[test]
fn an_unknown_year_refuses_only_what_needs_it() {
    let calendar = calendar();
    let from = at("2023-12-29T10:00:00");
    assert_eq!(
        calendar.is_workday(day("2024-01-02")),
        Err(UnknownYear(2024))
    );
    assert_eq!(
        calendar.plus_workdays(day("2023-12-29"), 1),
        Err(UnknownYear(2024))
    );
    assert_eq!(
        calendar.plus_workdays(day("2022-01-01"), -1),
        Err(UnknownYear(2021))
    );
    assert_eq!(
        calendar.due_after(from, &Span::WorkingDays(1)),
        Err(UnknownYear(2024))
    );
    assert_eq!(
        calendar.due_after(from, &Span::WorkingHours(8)),
        Err(UnknownYear(2024))
    );
    assert_eq!(
        calendar.due_after(from, &Span::WorkingHours(i64::MAX)),
        Err(UnknownYear(2024))
    );
    assert_eq!(
        calendar.due_after(from, &Span::WorkingHours(7)),
        Ok(at("2023-12-29T17:00:00"))
    );
    assert_eq!(
        calendar.due_after(from, &Span::Days(10)),
        Ok(at("2024-01-09T00:00:00"))
    );
    assert_eq!(
        calendar.due_after(from, &Span::Months(2)),
        Ok(at("2024-03-01T00:00:00"))
    );
    assert_eq!(
        UnknownYear(2024).to_string(),
        "no holiday table for the year 2024"
    );
}

#[test]
fn spans_are_written_plainly() {
    let json = serde_json::to_string(&Span::WorkingHours(2)).unwrap();
    assert_eq!(json, r#"{"working-hours":2}"#);
    assert_eq!(
        serde_json::from_str::<Span>(&json).unwrap(),
        Span::WorkingHours(2)
    );
}

proptest! {
    #[test]
    fn working_days_forth_and_between_agree(offset in 0..300_i32, count in 1..60_i64) {
        let calendar = calendar();
        let from = day("2022-01-01").plus_days(offset);
        let to = calendar.plus_workdays(from, count).unwrap();
        prop_assert!(calendar.is_workday(to).unwrap());
        let between = calendar.workdays_between(from.plus_days(1), to.plus_days(1)).unwrap();
        prop_assert_eq!(between, count);
    }

    #[test]
    fn working_hours_can_be_added_in_parts(
        minutes in 0..400_000_i64, first in 0..60_i64, second in 0..60_i64,
    ) {
        let calendar = calendar();
        let from = at("2022-01-01T00:00:00").plus_minutes(minutes);
        let whole = calendar.add_working_hours(from, first + second).unwrap();
        let part = calendar.add_working_hours(from, first).unwrap();
        prop_assert_eq!(calendar.add_working_hours(part, second).unwrap(), whole);
    }

    #[test]
    fn a_later_event_is_never_due_earlier(
        minutes in 0..400_000_i64, later in 0..10_000_i64, count in 0..40_i64,
    ) {
        let calendar = calendar();
        let from = at("2022-01-01T00:00:00").plus_minutes(minutes);
        for span in [
            Span::Hours(count),
            Span::WorkingHours(count),
            Span::Days(count),
            Span::WorkingDays(count),
            Span::Months(count),
        ] {
            let due = calendar.due_after(from, &span).unwrap();
            prop_assert!(from <= due);
            prop_assert!(due <= calendar.due_after(from.plus_minutes(later), &span).unwrap());
        }
    }
}
