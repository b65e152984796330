//! Clocks of steps, on the plan's own lifecycles and calendar.

use super::{PLAN, anji};
use crate::matters::model::Grade;
use crate::matters::rules::{clock, step};
use kernel::calendar::{Calendar, YearTable};
use kernel::time::{Day, Moment, Zone};

fn calendar() -> Calendar {
    let tables = PLAN.calendars().into_iter().map(|table| YearTable {
        year: table.year,
        off: table.off.clone(),
        makeup: table.makeup.clone(),
        source: table.source.clone(),
    });
    Calendar::new(Zone::named("Asia/Shanghai").unwrap(), tables.collect())
}

fn at(day: &str, hour: u32, minute: u32) -> Moment {
    Zone::named("Asia/Shanghai")
        .unwrap()
        .at(Day::parse(day).unwrap(), hour, minute)
}

fn due(lifecycle: &str, id: &str, grade: Grade, now: Moment) -> Moment {
    let cycle = anji(lifecycle);
    clock(
        &cycle,
        step(&cycle, id).unwrap(),
        grade,
        &calendar(),
        7,
        now,
    )
    .unwrap()
    .due_at
}

#[test]
fn a_receipt_runs_for_the_hours_of_the_plan() {
    for id in ["rectifier.receipt", "regulator.receipt"] {
        let due = due("hazard.double", id, Grade::General, at("2022-05-05", 9, 0));
        assert_eq!(due, at("2022-05-06", 9, 0));
    }
}

#[test]
fn after_office_hours_a_receipt_waits_for_the_office_unless_the_matter_is_major() {
    let receipt = |grade, now| due("hazard.double", "regulator.receipt", grade, now);
    // A Thursday evening; and a Friday before the Saturday on which people worked for the holiday.
    assert_eq!(
        receipt(Grade::General, at("2022-05-05", 20, 0)),
        at("2022-05-07", 8, 30)
    );
    assert_eq!(
        receipt(Grade::General, at("2022-05-06", 18, 0)),
        at("2022-05-08", 8, 30)
    );
    assert_eq!(
        receipt(Grade::General, at("2022-05-08", 10, 0)),
        at("2022-05-10", 8, 30)
    );
    assert_eq!(
        receipt(Grade::Major, at("2022-05-08", 10, 0)),
        at("2022-05-09", 10, 0)
    );
    // Early in the morning it waits for the office of the same day.
    assert_eq!(
        receipt(Grade::General, at("2022-05-05", 5, 0)),
        at("2022-05-06", 8, 30)
    );
}

#[test]
fn the_work_itself_runs_by_days_and_the_verification_by_working_days() {
    let evening = at("2022-05-05", 20, 0);
    assert_eq!(
        due("hazard.double", "rectify", Grade::General, evening),
        at("2022-05-21", 0, 0)
    );
    // 6, 7 (make-up), 9, 10, 11 May.
    assert_eq!(
        due("hazard.double", "verify", Grade::General, evening),
        at("2022-05-12", 0, 0)
    );
}

#[test]
fn a_short_step_is_due_soon_from_its_second_half() {
    let cycle = anji("hazard.double");
    let now = at("2022-05-05", 9, 0);
    let receipt = step(&cycle, "rectifier.receipt").unwrap();
    let clock = clock(&cycle, receipt, Grade::General, &calendar(), 7, now).unwrap();
    assert_eq!(clock.soon_at, at("2022-05-05", 21, 0));
}

#[test]
fn a_year_without_holiday_table_is_refused_with_its_number() {
    let cycle = anji("hazard.double");
    let receipt = step(&cycle, "rectifier.receipt").unwrap();
    let result = clock(
        &cycle,
        receipt,
        Grade::General,
        &calendar(),
        7,
        at("2031-05-05", 9, 0),
    );
    assert_eq!(result.unwrap_err().0, 2031);
}
