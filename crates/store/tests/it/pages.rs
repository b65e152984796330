//! A page equals the plain query with all branches in one condition.

use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::{AreaPath, Branch, Level, Scope};
use proptest::prelude::*;
use store::page::{self, Listing, Order};
use store::{Error, PageKey, Sql, Value};

use crate::bench::{ACT, Bench, each, id, sqlite};

const TABLE: &str = "create table thing (
  id blob primary key, area_province blob, area_city blob, area_county blob, area_town blob,
  area_village blob, sector text, place blob, holder blob, due_at bigint not null,
  name text not null
)";

const COLUMNS: [&str; 8] = [
    "id",
    "area_county",
    "area_town",
    "sector",
    "place",
    "holder",
    "due_at",
    "name",
];

/// A row of the list, in memory.
#[derive(Debug, Clone)]
struct Thing {
    id: Id,
    path: AreaPath,
    sector: Option<String>,
    place: Option<Id>,
    holder: Id,
    due_at: i64,
    handed: Option<Id>,
}

fn thing() -> impl Strategy<Value = Thing> {
    let place = prop::option::of(20u64..23);
    let sector = prop::option::of(0..3u64);
    (
        any::<u64>(),
        0..2u64,
        0..4u64,
        sector,
        place,
        30..33u64,
        0..4i64,
        prop::option::of(30..33u64),
    )
        .prop_map(
            |(key, county, town, sector, place, holder, due_at, handed)| Thing {
                id: Id::natural("thing", &key.to_string()),
                path: AreaPath::default()
                    .with(Level::County, id(county))
                    .with(Level::Town, id(10 + town)),
                sector: sector.map(|sector| format!("s{sector}")),
                place: place.map(id),
                holder: id(holder),
                due_at,
                handed: handed.map(id),
            },
        )
}

fn branch() -> impl Strategy<Value = Branch> {
    prop_oneof![
        1 => Just(Branch::Everything),
        4 => (0..3u64).prop_map(|county| Branch::Area { level: Level::County, id: id(county) }),
        4 => (10..15u64).prop_map(|town| Branch::Area { level: Level::Town, id: id(town) }),
        4 => (0..2u64, 0..3u64).prop_map(|(county, sector)| Branch::AreaSector {
            level: Level::County,
            id: id(county),
            sector: format!("s{sector}"),
        }),
        4 => (20..23u64).prop_map(|place| Branch::Site(id(place))),
        4 => (30..33u64).prop_map(|party| Branch::Handed(id(party))),
    ]
}

fn listing<'a>(order: Order<'a>) -> Listing<'a> {
    Listing {
        table: "thing",
        columns: "t.id, t.due_at",
        joins: "",
        filter: "",
        params: &[],
        order,
        has_sector: true,
        site_column: Some("place"),
        handed_column: Some("holder"),
    }
}

fn fill(bench: &Bench, things: &[Thing]) {
    let things = things.to_vec();
    bench
        .store
        .write_blocking(ACT, move |tx| {
            tx.execute_machine("delete from thing", &[])?;
            tx.execute_machine("delete from sight", &[])?;
            let rows = things.iter().map(|thing| {
                vec![
                    thing.id.into(),
                    thing.path.at(Level::County).into(),
                    thing.path.at(Level::Town).into(),
                    thing.sector.as_deref().into(),
                    thing.place.into(),
                    thing.holder.into(),
                    thing.due_at.into(),
                    format!("安{}", thing.due_at).into(),
                ]
            });
            tx.insert_many("thing", &COLUMNS, rows.collect())?;
            let handed = things.iter().filter_map(|thing| {
                let party = thing.handed?;
                Some(vec![
                    thing.id.into(),
                    party.into(),
                    Value::Int(0),
                    "test".into(),
                ])
            });
            tx.insert_many(
                "sight",
                &["subject", "party", "from_at", "why"],
                handed.collect(),
            )?;
            tx.note(id(1), "filled", serde_json::json!({}))
        })
        .unwrap();
}

/// Ids in order, page by page.
fn walk(bench: &Bench, scope: &Scope, order: Order<'static>, limit: usize) -> Vec<Id> {
    let scope = scope.clone();
    bench
        .store
        .read_blocking(move |read| {
            let listing = listing(order);
            let mut ids = Vec::new();
            let mut after: Option<PageKey> = None;
            loop {
                let page = page::page(read, &listing, &scope, after.as_ref(), limit)?;
                assert!(page.rows.len() <= limit);
                for row in &page.rows {
                    ids.push(row.id("id")?);
                }
                match page.next {
                    Some(next) => after = Some(PageKey::parse(&listing, &next.to_string())?),
                    None => return Ok(ids),
                }
            }
        })
        .unwrap()
}

fn expected(things: &[Thing], scope: &Scope) -> Vec<Id> {
    let mut found: Vec<(i64, Id)> = things
        .iter()
        .filter(|thing| {
            let handed: Vec<Id> = thing.handed.into_iter().chain([thing.holder]).collect();
            scope.admits(&thing.path, thing.sector.as_deref(), thing.place, &handed)
        })
        .map(|thing| (thing.due_at, thing.id))
        .collect();
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

fn check(bench: &Bench, things: &[Thing], scope: &Scope, limit: usize) {
    fill(bench, things);
    let wanted = expected(things, scope);
    assert_eq!(
        walk(bench, scope, Order::ascending("due_at"), limit),
        wanted
    );
    let mut backwards = walk(bench, scope, Order::descending("t.name"), limit);
    backwards.reverse();
    assert_eq!(backwards, wanted);

    let (all, scope) = (things.to_vec(), scope.clone());
    bench
        .store
        .read_blocking(move |read| {
            let listing = listing(Order::ascending("due_at"));
            let count = page::count(read, &listing, &scope, 1_000)?;
            assert_eq!(count, wanted.len() as i64);
            let capped = page::count(read, &listing, &scope, 2)?;
            assert_eq!(capped, count.min(2));
            for thing in &all {
                let admitted = page::admitted_in(read, &listing, thing.id, &scope)?;
                assert_eq!(admitted, wanted.contains(&thing.id));
            }
            Ok(())
        })
        .unwrap();
}

fn prepare(bench: &Bench) {
    let table = match bench.store.dialect() {
        store::Dialect::Sqlite => TABLE.to_owned(),
        store::Dialect::Postgres => TABLE
            .replace("blob", "bytea")
            .replace("name text", "name text collate \"C\""),
    };
    bench.tamper(&table);
    let listed = bench.store.read_blocking(|read| {
        let listing = Listing {
            site_column: None,
            handed_column: None,
            ..listing(Order::ascending("due_at"))
        };
        page::page(read, &listing, &Scope::nothing(), None, 5)
    });
    assert!(listed.unwrap().rows.is_empty());
}

#[test]
fn pages_counts_and_admission_follow_one_rule() {
    each(|bench| {
        prepare(bench);
        let runs = ProptestConfig {
            cases: 48,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let things = prop::collection::vec(thing(), 0..25);
        let branches = prop::collection::vec(branch(), 0..5);
        proptest!(runs, |(things in things, branches in branches, limit in 1..6usize)| {
            let mut things = things;
            things.sort_by_key(|thing| thing.id);
            things.dedup_by_key(|thing| thing.id);
            check(bench, &things, &Scope { branches }, limit);
        });
    });
}

#[test]
fn a_key_of_another_list_is_refused() {
    let bench = sqlite();
    prepare(&bench);
    let thing = |key: u64| Thing {
        id: id(key),
        path: AreaPath::default().with(Level::County, id(0)),
        sector: None,
        place: None,
        holder: id(30),
        due_at: key as i64,
        handed: None,
    };
    fill(&bench, &[thing(1), thing(2), thing(3)]);
    bench
        .store
        .read_blocking(|read| {
            let by_due = listing(Order::ascending("due_at"));
            let by_name = listing(Order::ascending("name"));
            let everything = Scope::everything();
            let page = page::page(read, &by_due, &everything, None, 2)?;
            let key = page.next.unwrap();
            let foreign = Err(Error::Refused(Reason::new("page.foreign_key")));
            let refused = page::page(read, &by_name, &everything, Some(&key), 2);
            assert_eq!(refused.map(|page| page.rows.len()), foreign);
            for text in ["", "zz", "00", "安", &key.to_string()[2..]] {
                assert!(PageKey::parse(&by_due, text).is_err(), "{text}");
            }
            assert_eq!(PageKey::parse(&by_due, &key.to_string()).unwrap(), key);
            let row = read.one("select name from thing order by due_at", &[])?;
            assert_eq!(row.unwrap().text("name")?, "安1");
            Ok(())
        })
        .unwrap();
}
