//! Look-ups as of a day.

use crate::world::{World, day, on_each};
use kernel::reason::Reason;
use kernel::scope::Level;
use kernel::time::Day;
use proptest::prelude::*;
use registry::person::model::Holding;
use registry::{area, org, party, person, site};
use std::collections::BTreeMap;

const TODAY: &str = "2022-05-03";

#[test]
fn the_base_data_answers_what_the_plan_asks() {
    on_each(|| {
        let world = World::anji();
        let today = day(TODAY);
        world.read(move |sql| {
            assert_eq!(
                org::store::of_kind(sql, "special-committee", today)?.len(),
                13
            );
            let bureau = org::store::by_name_or_alias(sql, "县文化旅游局", today)?.unwrap();
            assert_eq!(bureau.name, "县文体旅游局");
            let committee = org::store::by_name_or_alias(sql, "县燃气专委会", today)?.unwrap();
            let office = org::store::office_of(sql, committee.id, today)?.unwrap();
            assert_eq!(org::store::name_of(sql, office)?, "县燃气专委办");
            let (path, sector) = party::store::place_of(sql, office, today)?;
            assert_eq!(path.leaf_level(), Some(Level::County));
            assert_eq!(sector.as_deref(), Some("燃气"));
            let housing = org::store::by_name_or_alias(sql, "县住建局", today)?.unwrap();
            assert_eq!(org::store::sectors(sql, housing.id)?.len(), 3);
            let towns = area::store::of_level(sql, Level::Town, today)?;
            assert_eq!(towns.len(), 15);
            let stations = org::store::competent(sql, "emergency-station", &towns[0].path, today)?;
            assert_eq!(stations.unwrap().area, towns[0].id);
            let county = towns[0].parent.unwrap();
            let villages = area::store::of_level_in(sql, Level::Village, county, today)?;
            assert_eq!(villages.len(), 218);
            Ok(())
        });
    });
}

#[test]
fn a_body_is_answered_for_by_its_head_and_a_post_by_its_stand_in() {
    on_each(|| {
        let world = World::anji();
        let today = day(TODAY);
        let (head, deputy, post, office) = world.read(move |sql| {
            let office = org::store::by_name_or_alias(sql, "县安委办", today)?.unwrap();
            let posts = person::store::posts_of_org(sql, office.id, today)?;
            assert_eq!(posts[0].title, "主任");
            let approver = person::store::approver_of(sql, office.id, today)?.unwrap();
            assert_eq!(approver.id, posts[0].id);
            let holders = person::store::holders(sql, approver.id, today)?;
            assert_eq!(
                holders
                    .iter()
                    .map(|holder| holder.stand_in)
                    .collect::<Vec<_>>(),
                [false, true]
            );
            let answers = party::store::current_person(sql, office.id, today)?.unwrap();
            assert_eq!(answers.0, holders[0].person);
            Ok((holders[0].person, holders[1].person, approver.id, office.id))
        });
        let leaves = day("2022-06-01");
        world
            .write(move |tx| {
                assert!(person::store::relieve(tx, post, head, leaves)?);
                tx.note(post, "test", serde_json::json!({}))
            })
            .unwrap();
        world.read(move |sql| {
            let before = party::store::current_person(sql, post, leaves.plus_days(-1))?.unwrap();
            assert_eq!(before.0, head);
            let after = party::store::current_person(sql, post, leaves)?.unwrap();
            assert_eq!(
                after.0, deputy,
                "an empty post is answered for by whoever stands in"
            );
            let vacant = person::store::vacancies(sql, office, leaves)?;
            assert_eq!(
                vacant.iter().map(|post| post.id).collect::<Vec<_>>(),
                [post]
            );
            let parties = person::store::parties_of_person(sql, head, leaves)?;
            assert!(!parties.contains(&post));
            assert!(parties.contains(&office), "the main body stays");
            Ok(())
        });
    });
}

#[test]
fn groups_count_among_the_parties_of_their_members() {
    on_each(|| {
        let world = World::anji();
        let today = day(TODAY);
        world.read(move |sql| {
            let bureau = org::store::by_name_or_alias(sql, "县公安局", today)?.unwrap();
            let post = person::store::posts_of_org(sql, bureau.id, today)?.remove(0);
            let holder = person::store::holders(sql, post.id, today)?.remove(0);
            let parties = person::store::parties_of_person(sql, holder.person, today)?;
            let labels = party::store::labels(sql, &parties)?;
            assert_eq!(labels[&post.id], "县公安局局长");
            assert!(
                labels.values().any(|label| label == "县安委会成员单位"),
                "{labels:?}"
            );
            Ok(())
        });
    });
}

#[test]
fn labels_of_many_are_those_of_each() {
    on_each(|| {
        let world = World::anji();
        world.read(|sql| {
            let rows =
                store::Sql::query(sql, "select id from party union select id from area", &[])?;
            let ids: Vec<_> = rows.iter().map(|row| row.id("id").unwrap()).collect();
            assert!(700 < ids.len());
            let labels = party::store::labels(sql, &ids)?;
            assert_eq!(labels.len(), ids.len());
            for id in ids.iter().step_by(37) {
                assert_eq!(party::store::label(sql, *id)?, labels[id]);
                assert!(!labels[id].is_empty());
            }
            Ok(())
        });
    });
}

#[test]
fn a_derived_tag_ends_the_one_before_and_keeps_its_reason() {
    on_each(|| {
        let world = World::empty();
        let areas = "区域代码,名称\n330523,安吉县\n";
        world.import(&area::import::IMPORTER, areas);
        world.import(
            &site::import::IMPORTER,
            "名称,类型,区域代码,标签\n甲厂,plant,330523,重点\n",
        );
        let today = day(TODAY);
        let plant = world.read(move |sql| site::store::of_kind(sql, "plant", today))[0].id;
        let set = move |value: &'static str, from: Day| {
            world
                .write(move |tx| {
                    let reason = Reason::new("grades.overdue").with("n", 2);
                    site::store::set_derived(tx, plant, "colour", value, &reason, from)
                })
                .map(|changed| (changed, &world))
                .map(|(changed, world)| {
                    let tags = world.read(move |sql| site::store::tags_of(sql, plant, from));
                    let running: BTreeMap<String, Option<String>> =
                        tags.into_iter().map(|tag| (tag.tag, tag.value)).collect();
                    (changed, running)
                })
                .unwrap()
        };
        let (changed, running) = set("red", today);
        assert!(changed);
        assert_eq!(running["colour"].as_deref(), Some("red"));
        assert_eq!(running["重点"], None);
        assert!(
            !set("red", today.plus_days(3)).0,
            "the same value again changes nothing"
        );
        let (changed, running) = set("green", today.plus_days(5));
        assert!(changed);
        assert_eq!(running["colour"].as_deref(), Some("green"));
        let (changed, running) = set("amber", today.plus_days(5));
        assert!(changed);
        assert_eq!(
            running["colour"].as_deref(),
            Some("amber"),
            "the last word of a day holds"
        );
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever the hand-overs of a post, the look-up of a day finds exactly those who hold it then.
    #[test]
    fn holders_are_those_whose_stretch_contains_the_day(
        stretches in proptest::collection::vec((0..40i32, 1..20i32, any::<bool>()), 1..6),
    ) {
        let world = World::empty();
        world.import(&area::import::IMPORTER, "区域代码,名称\n330523,安吉县\n");
        world.import(&org::import::IMPORTER, "名称,类型,区域代码\n街道办,town-government,330523\n");
        world.import(&person::import::posts::IMPORTER, "岗位,单位\n主任,街道办\n");
        let start = day(TODAY);
        let names: String = (0..stretches.len()).map(|n| format!("甲{n},街道办\n")).collect();
        world.import(&person::import::persons::IMPORTER, &format!("姓名,单位\n{names}"));
        let given = stretches.clone();
        let (post, persons) = world.write(move |tx| {
            let org = org::store::by_name_or_alias(tx, "街道办", start)?.unwrap();
            let post = person::store::post_by_title(tx, org.id, "主任")?.unwrap().id;
            let mut persons = Vec::new();
            for (n, (from, length, stand_in)) in given.iter().enumerate() {
                let person = person::store::by_name_in_org(tx, &format!("甲{n}"), org.id)?.unwrap().id;
                person::store::appoint(tx, &Holding {
                    post,
                    person,
                    stand_in: *stand_in,
                    from: start.plus_days(*from),
                    until: Some(start.plus_days(from + length)),
                })?;
                persons.push(person);
            }
            tx.note(post, "test", serde_json::json!({}))?;
            Ok((post, persons))
        }).unwrap();
        let found = world.read(move |sql| {
            (0..60).map(|n| person::store::holders(sql, post, start.plus_days(n))).collect::<store::Result<Vec<_>>>()
        });
        for (n, holders) in (0..60).zip(found) {
            let mut meant: Vec<_> = stretches.iter().zip(&persons)
                .filter(|((from, length, _), _)| *from <= n && n < from + length)
                .map(|((_, _, stand_in), person)| (*stand_in, *person))
                .collect();
            let mut holders: Vec<_> = holders.iter().map(|holder| (holder.stand_in, holder.person)).collect();
            prop_assert!(holders.is_sorted_by_key(|holder| holder.0), "holders before stand-ins");
            meant.sort();
            holders.sort();
            prop_assert_eq!(holders, meant);
        }
    }
}
