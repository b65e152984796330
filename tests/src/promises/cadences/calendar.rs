//! Shifts, days, weeks, months, quarters, years, fixed dates and themed months.

use super::{assert_dues, dues, file, in_force, rows, states};
use crate::world::{Actor, Place, World, on_each};
use serde_json::json;

/// What a duty opened on the factory by an instant.
async fn check(
    definition: &'static str,
    until: &'static str,
    expected: &'static [(&'static str, &'static str)],
) {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        world.advance(until).await;
        let factory = world.org("甲厂").await;
        assert_dues(&dues(&world, &office, factory, definition).await, expected);
    })
    .await;
}

#[tokio::test]
async fn every_shift_asks_for_its_own_records_before_and_after() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (team, foreman) = (
            world.org("甲厂一班").await,
            Actor::named(&world, "一班班长").await,
        );
        let talk = async |at: &str, covers: &str, shift: &str, phase: &str| {
            world.advance(at).await;
            let values = json!({ "shift": shift, "phase": phase });
            file(&world, &foreman, team, "ca.talk", covers, values).await;
        };
        talk("2022-01-01 07:55", "2022-01-01", "08:00", "班前").await;
        talk("2022-01-01 19:57", "2022-01-01", "20:00", "班前").await;
        talk("2022-01-01 20:05", "2022-01-01", "08:00", "班后").await;
        // What the night shift says after midnight is about the shift that began the evening before.
        talk("2022-01-02 08:05", "2022-01-01", "20:00", "班后").await;
        talk("2022-01-02 08:06", "2022-01-02", "08:00", "班前").await;
        world.advance("2022-01-03 09:00").await;
        assert_dues(
            &dues(&world, &office, team, "ca.shift").await,
            &[
                ("2022-01-01T08:00", "2022-01-01 20:00"),
                ("2022-01-01T20:00", "2022-01-02 08:00"),
                ("2022-01-02T08:00", "2022-01-02 20:00"),
                ("2022-01-02T20:00", "2022-01-03 08:00"),
                ("2022-01-03T08:00", "2022-01-03 20:00"),
            ],
        );
        let found = states(&office, team, "ca.shift").await;
        assert_eq!(
            found,
            ["met", "met", "lapsed", "due_soon", "open"],
            "a shift with one record only is incomplete"
        );
    })
    .await;
}

#[tokio::test]
async fn each_day_is_due_when_it_ends() {
    let expected = &[
        ("2022-01-01", "2022-01-02 00:00"),
        ("2022-01-02", "2022-01-03 00:00"),
        ("2022-01-03", "2022-01-04 00:00"),
    ];
    check("ca.day", "2022-01-03 12:00", expected).await;
}

#[tokio::test]
async fn working_days_leave_out_holidays_and_take_in_make_up_days() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        world.advance("2022-02-07 12:00").await;
        let factory = world.org("甲厂").await;
        let days: Vec<String> = dues(&world, &office, factory, "ca.workday")
            .await
            .into_iter()
            .map(|(day, _)| day)
            .collect();
        // 4 to 7, 10 to 14, 17 to 21 and 24 to 28 January, the make-up days 29 and 30, and 7 February.
        assert_eq!(days.len(), 22);
        assert_eq!(days[0], "2022-01-04");
        assert_eq!(days[19..], ["2022-01-29", "2022-01-30", "2022-02-07"]);
    })
    .await;
}

#[tokio::test]
async fn weeks_begin_on_monday_and_may_be_due_on_their_friday() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        world.advance("2022-01-18 12:00").await;
        let (group, factory) = (world.org("督导一组").await, world.org("甲厂").await);
        let expected = &[
            ("2021-W52", "2022-01-03 00:00"),
            ("2022-W01", "2022-01-10 00:00"),
            ("2022-W02", "2022-01-17 00:00"),
            ("2022-W03", "2022-01-24 00:00"),
        ];
        assert_dues(&dues(&world, &office, group, "ca.week").await, expected);
        let fridays = dues(&world, &office, factory, "ca.week-friday").await;
        assert_dues(
            &fridays[1..3],
            &[
                ("2022-W01", "2022-01-08 00:00"),
                ("2022-W02", "2022-01-15 00:00"),
            ],
        );
    })
    .await;
}

#[tokio::test]
async fn half_months_end_on_the_fifteenth_and_the_last() {
    let expected = &[
        ("2022-01a", "2022-01-16 00:00"),
        ("2022-01b", "2022-02-01 00:00"),
        ("2022-02a", "2022-02-16 00:00"),
        ("2022-02b", "2022-03-01 00:00"),
    ];
    check("ca.half-month", "2022-02-20 12:00", expected).await;
}

#[tokio::test]
async fn a_month_is_due_on_its_last_day_where_it_lacks_the_thirty_first() {
    let expected = &[
        ("2022-01", "2022-02-01 00:00"),
        ("2022-02", "2022-03-01 00:00"),
        ("2022-03", "2022-04-01 00:00"),
        ("2022-04", "2022-05-01 00:00"),
    ];
    check("ca.month", "2022-04-02 12:00", expected).await;
}

#[tokio::test]
async fn a_month_may_be_due_on_its_twenty_fifth() {
    let expected = &[
        ("2022-01", "2022-01-26 00:00"),
        ("2022-02", "2022-02-26 00:00"),
    ];
    check("ca.month-25", "2022-02-20 12:00", expected).await;
}

/// After January come the Spring Festival until 6 February and three working days; after March a Friday, the make-up
/// Saturday and, when the holiday is over, Wednesday the sixth; after April the holiday until 4 May, two working days and
/// the make-up Saturday.
#[tokio::test]
async fn working_days_after_a_month_step_over_holidays() {
    let expected = &[
        ("2022-01", "2022-02-10 00:00"),
        ("2022-02", "2022-03-04 00:00"),
        ("2022-03", "2022-04-07 00:00"),
        ("2022-04", "2022-05-08 00:00"),
    ];
    check("ca.month-report", "2022-04-20 12:00", expected).await;
}

#[tokio::test]
async fn a_part_of_a_month_asks_in_proportion_and_less_than_half_not_at_all() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (factory, clerk) = (
            world.org("甲厂").await,
            Actor::named(&world, "甲厂厂长").await,
        );
        // Twenty of thirty days of April: three of four hours, rounded up. A record before the eleventh is none of it.
        let learn = async |day: &str, hours: f64| {
            world.advance(&format!("{day} 10:00")).await;
            file(
                &world,
                &clerk,
                factory,
                "ca.record",
                day,
                json!({ "hours": hours }),
            )
            .await;
        };
        learn("2022-04-05", 3.0).await;
        learn("2022-04-12", 2.5).await;
        assert_eq!(states(&office, factory, "ca.hours").await, ["open"]);
        learn("2022-04-20", 0.5).await;
        assert_eq!(states(&office, factory, "ca.hours").await, ["met"]);
        learn("2022-05-10", 3.0).await;
        assert_eq!(
            states(&office, factory, "ca.hours").await,
            ["met", "open"],
            "May asks for all four"
        );
        world.advance("2022-08-01 10:00").await;
        // Fourteen of thirty days of June are less than half.
        let expected = &[
            ("2022-04", "2022-05-01 00:00"),
            ("2022-05", "2022-06-01 00:00"),
        ];
        assert_dues(&dues(&world, &office, factory, "ca.hours").await, expected);
        let whole = dues(&world, &office, factory, "ca.whole-months").await;
        assert_dues(&whole, &[("2022-05", "2022-06-01 00:00")]);
    })
    .await;
}

/// Sixteen of thirty-one days ask for three of four; fourteen of thirty are less than half; twenty of thirty-one for three.
#[tokio::test]
async fn a_subject_that_begins_or_ends_within_a_month_owes_its_part() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let clerk = Actor::named(&world, "甲厂厂长").await;
        let factory = world.org("甲厂").await;
        world.advance("2022-05-10 09:00").await;
        world
            .import(
                "sites",
                "名称,类型,所属单位,区域代码,启用日期,停用日期\n一车间,workshop,甲厂,320412100,2022-05-16,\n\
                 二车间,workshop,甲厂,320412100,2022-06-17,\n三车间,workshop,甲厂,320412100,2022-05-10,2022-08-21\n",
            )
            .await;
        let (one, two, three) = (world.site("一车间").await, world.site("二车间").await, world.site("三车间").await);
        world.advance("2022-05-16 09:00").await;
        let may = dues(&world, &office, one, "ca.site-hours").await;
        assert_dues(&may, &[("2022-05", "2022-06-01 00:00")]);
        for day in ["2022-05-16", "2022-05-17", "2022-05-18"] {
            assert_eq!(states(&office, one, "ca.site-hours").await, ["open"]);
            world.advance(&format!("{day} 10:00")).await;
            file(&world, &clerk, factory, "ca.visit", day, json!({ "site": one })).await;
        }
        assert_eq!(states(&office, one, "ca.site-hours").await, ["met"], "three of four");
        world.advance("2022-08-01 10:00").await;
        let later = dues(&world, &office, two, "ca.site-hours").await;
        assert_dues(&later, &[("2022-07", "2022-08-01 00:00"), ("2022-08", "2022-09-01 00:00")]);
        let ending = dues(&world, &office, three, "ca.site-hours").await;
        assert_dues(
            &ending,
            &[
                ("2022-05", "2022-06-01 00:00"),
                ("2022-06", "2022-07-01 00:00"),
                ("2022-07", "2022-08-01 00:00"),
                ("2022-08", "2022-08-21 00:00"),
            ],
        );
    })
    .await;
}

#[tokio::test]
async fn a_quarter_may_be_due_ten_days_before_its_end() {
    let expected = &[
        ("2022Q1", "2022-03-22 00:00"),
        ("2022Q2", "2022-06-21 00:00"),
    ];
    check("ca.quarter", "2022-06-01 12:00", expected).await;
}

#[tokio::test]
async fn half_years_and_years_are_those_of_the_calendar() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        world.advance("2022-09-01 12:00").await;
        world.advance("2023-01-02 12:00").await;
        let factory = world.org("甲厂").await;
        let halves = dues(&world, &office, factory, "ca.half-year").await;
        assert_dues(
            &halves,
            &[
                ("2022H1", "2022-07-01 00:00"),
                ("2022H2", "2023-01-01 00:00"),
                ("2023H1", "2023-07-01 00:00"),
            ],
        );
        let years = dues(&world, &office, factory, "ca.year").await;
        assert_dues(
            &years,
            &[("2022", "2023-01-01 00:00"), ("2023", "2024-01-01 00:00")],
        );
    })
    .await;
}

#[tokio::test]
async fn a_fixed_date_comes_once_or_each_year() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let factory = world.org("甲厂").await;
        world.advance("2022-06-01 12:00").await;
        assert_eq!(
            states(&office, factory, "ca.end-of-march").await,
            ["overdue"]
        );
        world.advance("2023-01-01 00:00").await;
        let yearly = dues(&world, &office, factory, "ca.end-of-march").await;
        assert_dues(
            &yearly,
            &[("2022", "2022-04-01 00:00"), ("2023", "2023-04-01 00:00")],
        );
        let once = dues(&world, &office, factory, "ca.once").await;
        assert_dues(&once, &[("2022-12-31", "2023-01-01 00:00")]);
    })
    .await;
}

#[tokio::test]
async fn a_themed_month_bears_its_theme_in_the_title() {
    on_each(Place::Cadences, |world: World| async move {
        let office = in_force(&world).await;
        world.advance("2022-06-30 23:59").await;
        let body = world.org("区安委办").await;
        assert_eq!(rows(&office, body, "ca.themed").await.len(), 0);
        world.advance("2022-12-01 12:00").await;
        let expected = &[
            ("2022-07", "2022-08-01 00:00"),
            ("2022-08", "2022-09-01 00:00"),
            ("2022-09", "2022-10-01 00:00"),
        ];
        assert_dues(&dues(&world, &office, body, "ca.themed").await, expected);
        let titles: Vec<String> = rows(&office, body, "ca.themed")
            .await
            .iter()
            .map(|row| row["title"].as_str().expect("a title").to_owned())
            .collect();
        assert_eq!(
            titles,
            [
                "主题活动：专家服务进企业",
                "主题活动：交叉互查",
                "主题活动：回头看"
            ]
        );
    })
    .await;
}

/// The holidays of 2027 are not announced in December 2026: what needs them waits, everything else goes on.
#[tokio::test]
async fn a_year_without_holidays_holds_up_only_what_needs_them() {
    on_each(Place::Cadences, |world| async move {
        for year in 2022..=2026 {
            world.advance(&format!("{year}-12-01 00:00")).await;
        }
        let office = in_force(&world).await;
        let factory = world.org("甲厂").await;
        world.advance("2026-12-05 12:00").await;
        assert_dues(
            &dues(&world, &office, factory, "ca.month-report").await,
            &[],
        );
        assert_dues(
            &dues(&world, &office, factory, "ca.month-25").await,
            &[("2026-12", "2026-12-26 00:00")],
        );
        let waiting = world
            .read(|sql| {
                store::Sql::query(
                    sql,
                    "select key from timer where done_at is null and kind = 'duties.again'",
                    &[],
                )
            })
            .await;
        let keys: Vec<String> = waiting
            .iter()
            .map(|row| row.text("key").expect("a key"))
            .collect();
        assert_eq!(
            keys,
            ["duty/ca.month-report/2026-12/again/2026-12-06"],
            "it is tried again each day"
        );
        let next = world
            .read(|sql| {
                store::Sql::query(
                    sql,
                    "select key from timer where key = 'duty/ca.month-report/2027-01'",
                    &[],
                )
            })
            .await;
        assert_eq!(next.len(), 1, "the next month comes all the same");
    })
    .await;
}
