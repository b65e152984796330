//! What is counted in SQL is what the rule says of each row.

use crate::world::{Place, anew, on_each};
use engine::obligations::tally::{self, Bar};
use engine::obligations::{State, cells, rules, store as rows};
use kernel::id::Id;
use kernel::scope::{Branch, Level, Scope};
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

/// The cells that a plan page reads say what counting the rows says, whatever happened to the rows, for every shape of
/// scope, folded or not.
#[tokio::test]
async fn every_bar_read_from_cells_equals_the_count_of_its_rows() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-02-03 09:00").await;
        let clerk = crate::world::Actor::named(&world, "甲厂厂长").await;
        let body = world.org("甲厂").await;
        for (number, day) in ["2022-01-05", "2022-02-01", "2022-02-03"].iter().enumerate() {
            let values = serde_json::json!({ "what": format!("事项{number}") });
            let filling = serde_json::json!({
                "form": "ca.record", "form_version": 1, "body": body, "covers": day, "values": values,
            });
            clerk.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();
        }
        let office = crate::world::Actor::named(&world, "安办主任").await;
        let open = office.get("/obligations?limit=5").await.ok();
        let row = &open["items"][0];
        let excuse = serde_json::json!({ "reason": "停产" });
        let id = row["id"].as_str().expect("an id");
        office.post(&format!("/obligations/{id}/excuse"), excuse).await.ok();
        same(&world, "not folded").await;

        world.arrange(cells::fold).await;
        let left = world.read(|sql| sql.query("select amount from tally_delta", &[])).await;
        assert_eq!(left.len(), 0, "everything was folded");
        same(&world, "folded").await;

        world.advance("2022-02-10 09:00").await;
        same(&world, "folded and more").await;
        world
            .arrange(|tx| {
                cells::recount(tx)?;
                cells::fold(tx)
            })
            .await;
        same(&world, "recounted").await;
    })
    .await;
}

/// Branches of a scope may overlap in part: a sector of the county, and a township in it with all its sectors.
#[tokio::test]
async fn whatever_branches_overlap_a_bar_counts_each_row_once() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-02-03 09:00").await;
        let (factory, town) = (world.org("甲厂").await, world.org("牛塘镇政府").await);
        world
            .arrange(move |tx| {
                for (holder, sector) in [(factory, "工业"), (town, "商贸")] {
                    tx.execute(
                        "update obligation set sector = :sector where holder = :holder",
                        &store::params! { "sector" => sector, "holder" => holder },
                    )?;
                }
                tx.note(factory, "sorted", serde_json::json!({}))?;
                cells::fold(tx)
            })
            .await;
        let now = world.now();
        let places = [world.org("湖塘镇政府").await, town];
        let differ = world
            .read(move |sql| {
                let mut areas = Vec::new();
                for town in places {
                    let path = registry::party::store::place_of(sql, town, kernel::time::Day(0))?.0;
                    for level in [Level::County, Level::Town] {
                        areas.extend(path.at(level).map(|id| (level, id)));
                    }
                }
                areas.sort_by_key(|(_, id)| *id);
                areas.dedup();
                let branches: Vec<Branch> = areas.into_iter().flat_map(branches).collect();
                let mut differ = Vec::new();
                for mask in 1_u32..1 << branches.len() {
                    if 4 < mask.count_ones() {
                        continue;
                    }
                    let of = branches.iter().enumerate();
                    let of = of.filter(|(place, _)| mask & (1 << place) != 0);
                    let scope = Scope {
                        branches: of.map(|(_, branch)| branch.clone()).collect(),
                    };
                    let mut rows = tally::by_rule(sql, &scope, now)?;
                    let mut read = cells::by_rule(sql, &scope, now)?;
                    rows.retain(|_, bar| 0 < bar.total());
                    read.retain(|_, bar| 0 < bar.total());
                    if rows != read {
                        differ.push(scope.branches);
                    }
                }
                Ok(differ)
            })
            .await;
        assert_eq!(differ.len(), 0, "first: {:?}", differ.first());
    })
    .await;
}

/// An area with all sectors, and with each that occurs.
fn branches((level, id): (Level, Id)) -> Vec<Branch> {
    let sectors = ["工业", "商贸"].map(|sector| Branch::AreaSector {
        level,
        id,
        sector: sector.to_owned(),
    });
    std::iter::once(Branch::Area { level, id })
        .chain(sectors)
        .collect()
}

/// A batch of which some are there already appends the others alone; nothing is counted afresh for it.
#[tokio::test]
async fn a_batch_that_is_partly_there_appends_what_is_new() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-02-03 09:00").await;
        world
            .arrange(|tx| {
                let text = format!(
                    "select {} from obligation t where t.outcome is null order by t.id limit 1",
                    rows::COLUMNS
                );
                let row = rows::read(&tx.one(&text, &[])?.expect("a row"))?;
                let rule = rows::rule(tx, row.rule)?;
                let batch = [anew(&row, row.generation), anew(&row, row.generation + 1)];
                assert_eq!(
                    rows::insert(tx, row.rule, &rule, &batch)?,
                    1,
                    "one of two was new"
                );
                tx.note(row.id, "reopened", serde_json::json!({}))
            })
            .await;
        let counted = world
            .read(|sql| sql.query("select id from ledger_entry where verb = 'recounted'", &[]))
            .await;
        assert_eq!(counted.len(), 0, "nothing was counted afresh");
        same(&world, "partly there").await;
    })
    .await;
}

async fn same(world: &crate::world::World, when: &str) {
    let now = world.now();
    let (town, factory) = (world.org("湖塘镇政府").await, world.org("甲厂").await);
    let counts = world
        .read(move |sql| {
            let place = registry::party::store::place_of(sql, town, kernel::time::Day(0))?.0;
            let area = |level: Level| place.at(level).map(|id| Branch::Area { level, id });
            let scopes = [
                vec![Branch::Everything],
                area(Level::County).into_iter().collect(),
                area(Level::Town).into_iter().collect(),
                area(Level::County)
                    .into_iter()
                    .chain(area(Level::Town))
                    .collect(),
                area(Level::Town)
                    .into_iter()
                    .chain([Branch::Handed(factory)])
                    .collect(),
                vec![Branch::Handed(factory), Branch::Handed(town)],
                place
                    .at(Level::County)
                    .map(|id| Branch::AreaSector {
                        level: Level::County,
                        id,
                        sector: "工业".to_owned(),
                    })
                    .into_iter()
                    .collect(),
            ];
            let mut counts = Vec::new();
            for branches in scopes {
                let scope = Scope { branches };
                let mut rows = tally::by_rule(sql, &scope, now)?;
                let mut read = cells::by_rule(sql, &scope, now)?;
                rows.retain(|_, bar| 0 < bar.total());
                read.retain(|_, bar| 0 < bar.total());
                counts.push((rows, read));
            }
            Ok(counts)
        })
        .await;
    assert!(1 < counts[0].0.len(), "something is counted");
    for (index, (rows, read)) in counts.iter().enumerate() {
        assert_eq!(read, rows, "scope {index}, {when}");
    }
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
