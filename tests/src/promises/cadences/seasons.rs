//! A season as the period, and a season beside a period.

use super::{assert_dues, dues, in_force};
use crate::world::{Place, on_each};

#[tokio::test]
async fn a_season_is_one_period_each_year() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let body = world.org("区安委办").await;
        world.advance("2022-04-14 23:59").await;
        assert_dues(&dues(&world, &office, body, "ca.season").await, &[]);
        world.advance("2022-12-01 12:00").await;
        world.advance("2023-06-01 12:00").await;
        // Fifteen days after 15 October.
        let expected = &[
            ("2022-04-15/2022-10-15", "2022-10-31 00:00"),
            ("2023-04-15/2023-10-15", "2023-10-31 00:00"),
        ];
        assert_dues(&dues(&world, &office, body, "ca.season").await, expected);
    })
    .await;
}

/// 15 April 2022 is a Friday, 15 October a Saturday: the first week has three days of the season, the last six.
#[tokio::test]
async fn a_weekly_duty_of_a_season_opens_for_the_days_inside_it() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let town = world.org("湖塘镇政府").await;
        world.advance("2022-04-14 23:59").await;
        assert_dues(&dues(&world, &office, town, "ca.season-week").await, &[]);
        world.advance("2022-04-15 00:00").await;
        assert_dues(
            &dues(&world, &office, town, "ca.season-week").await,
            &[("2022-W15", "2022-04-18 00:00")],
        );
        world.advance("2022-12-01 12:00").await;
        world.advance("2023-04-16 12:00").await;
        let found = dues(&world, &office, town, "ca.season-week").await;
        assert_eq!(found.len(), 28, "27 weeks of 2022 and the first of 2023");
        assert_dues(
            &found[25..],
            &[
                ("2022-W40", "2022-10-10 00:00"),
                ("2022-W41", "2022-10-16 00:00"),
                ("2023-W15", "2023-04-17 00:00"),
            ],
        );
    })
    .await;
}
