//! What is counted in SQL is what the rule says of each row.

use crate::world::{Place, on_each};
use engine::obligations::tally::{self, Bar};
use engine::obligations::{State, rules, store as rows};
use kernel::id::Id;
use kernel::scope::Scope;
use std::collections::BTreeMap;
use store::Sql;

#[tokio::test]
async fn every_bar_equals_the_states_of_its_rows() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-06-29 15:00").await;
        let mut seen = 0;
        for moment in [
            "2022-01-01 00:00",
            "2022-03-30 12:00",
            "2022-06-29 15:00",
            "2022-07-01 00:00",
            "2022-09-30 12:00",
        ] {
            let now = world.at(moment);
            let (counted, computed) = world
                .read(move |sql| {
                    let counted = tally::by_rule(sql, &Scope::everything(), now)?;
                    let text = format!("select {} from obligation t", rows::COLUMNS);
                    let mut computed: BTreeMap<Id, Bar> = BTreeMap::new();
                    for row in &sql.query(&text, &[])? {
                        let row = rows::read(row)?;
                        add(
                            computed.entry(row.rule).or_default(),
                            rules::state(&row, now),
                        );
                    }
                    Ok((counted, computed))
                })
                .await;
            seen += counted.values().map(Bar::total).sum::<i64>();
            assert_eq!(counted, computed, "at {moment}");
        }
        assert!(seen > 0, "something was counted");
    })
    .await;
}

fn add(bar: &mut Bar, state: State) {
    match state {
        State::Met => bar.met += 1,
        State::MetLate => bar.met_late += 1,
        State::DueSoon => bar.due_soon += 1,
        State::Overdue => bar.overdue += 1,
        State::Lapsed => bar.lapsed += 1,
        State::Open => bar.open += 1,
        State::Upcoming | State::Excused | State::Withdrawn => {}
    }
}
