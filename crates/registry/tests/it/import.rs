//! Imports: everything or nothing, every fault named by row and column, the same file twice is once.

use crate::world::{World, day, demo, on_each};
use kernel::codes::{credit_check_char, organisation_check_char};
use mechanism::import::ImportReport;
use registry::{area, org, person, site};
use store::Sql;

/// A made-up number with right check characters.
pub fn number(serial: u32) -> String {
    let organisation = format!("{:08}", 30_000_000 + serial);
    let check = organisation_check_char(&organisation).unwrap();
    let first = format!("91330523{organisation}{check}");
    format!("{first}{}", credit_check_char(&first).unwrap())
}

fn faults(report: &ImportReport) -> Vec<(usize, &str, &str)> {
    let faults = report.errors.iter();
    faults
        .map(|error| (error.row, error.column.as_str(), error.code.as_str()))
        .collect()
}

fn counts(report: &ImportReport) -> (usize, usize, usize) {
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    (report.added, report.changed, report.same)
}

const AREAS: &str = "区域代码,名称,级别,上级区域\n33,浙江省,province,\n3305,湖州市,city,33\n330523,安吉县,county,3305\n330523001,递铺街道,town,330523\n";

fn small() -> World {
    let world = World::empty();
    assert_eq!(
        counts(&world.import(&area::import::IMPORTER, AREAS)),
        (4, 0, 0)
    );
    world
}

#[test]
fn the_same_files_again_change_nothing() {
    on_each(|| {
        let world = World::anji();
        let before = world.count("ledger_entry");
        for (importer, file) in [
            (&area::import::IMPORTER, "areas"),
            (&org::import::IMPORTER, "orgs"),
            (&org::members::IMPORTER, "groups"),
            (&person::import::posts::IMPORTER, "posts"),
            (&person::import::persons::IMPORTER, "persons"),
        ] {
            let rows = demo(file).lines().count() - 1;
            let report = world.import(importer, &demo(file));
            let (added, changed, same) = counts(&report);
            assert_eq!((added, changed), (0, 0), "{file}");
            assert_eq!(same, rows, "{file}");
        }
        assert_eq!(world.count("ledger_entry"), before, "nothing to note");
        assert!(world.store.verify_ledger_blocking().unwrap().ok);
    });
}

#[test]
fn two_databases_get_the_same_ids_from_the_same_files() {
    on_each(|| {
        let ids = |world: &World| {
            world.read(|sql| {
                let rows = sql.query("select id from party order by id", &[])?;
                rows.iter()
                    .map(|row| row.id("id"))
                    .collect::<store::Result<Vec<_>>>()
            })
        };
        assert_eq!(ids(&World::anji()), ids(&World::anji()));
    });
}

#[test]
fn every_fault_of_a_file_is_named_and_nothing_of_it_is_kept() {
    on_each(|| {
        let world = small();
        let good = number(1);
        let mut wrong = number(2);
        wrong.replace_range(17..18, if wrong.ends_with('A') { "B" } else { "A" });
        let text = format!(
            "名称,类型,区域代码,统一社会信用代码,上级单位\n\
         甲公司,enterprise,330523001,{good},\n\
         ,enterprise,330523001,,\n\
         丙公司,enterprise,999999999,,\n\
         丁公司,enterprise,330523001,{wrong},\n\
         戊公司,enterprise,330523001,{good},\n\
         己公司,,330523001,,\n\
         庚公司,enterprise,330523001,,没有的单位\n\
         甲公司,enterprise,330523001,,\n"
        );
        let report = world.import(&org::import::IMPORTER, &text);
        let mut found = faults(&report);
        found.sort();
        assert_eq!(
            found,
            [
                (3, "名称", "registry.missing_value"),
                (4, "区域代码", "registry.unknown_area"),
                (5, "统一社会信用代码", "registry.credit_check"),
                (6, "统一社会信用代码", "registry.doubled_in_file"),
                (7, "类型", "registry.missing_value"),
                (8, "上级单位", "registry.unknown_org"),
                (9, "名称", "registry.doubled_in_file"),
            ]
        );
        assert_eq!(world.count("org"), 0);
    });
}

#[test]
fn a_number_that_bears_another_name_is_an_error_not_a_renaming() {
    on_each(|| {
        let world = small();
        let code = number(1);
        let file = |name: &str| {
            format!("名称,类型,区域代码,统一社会信用代码\n{name},enterprise,330523001,{code}\n")
        };
        assert_eq!(
            counts(&world.import(&org::import::IMPORTER, &file("甲公司"))),
            (1, 0, 0)
        );
        let report = world.import(&org::import::IMPORTER, &file("乙公司"));
        assert_eq!(
            faults(&report),
            [(2, "统一社会信用代码", "registry.number_of_another")]
        );
        assert_eq!(report.errors[0].params["name"], "甲公司");

        let sites = format!("名称,类型,区域代码,统一社会信用代码\n甲厂,plant,330523001,{code}\n");
        assert_eq!(
            counts(&world.import(&site::import::IMPORTER, &sites)),
            (1, 0, 0)
        );
        let other = sites.replace("甲厂", "乙厂");
        let report = world.import(&site::import::IMPORTER, &other);
        assert_eq!(
            faults(&report),
            [(2, "统一社会信用代码", "registry.number_of_another")]
        );
    });
}

#[test]
fn a_number_is_added_to_a_body_that_was_known_by_name() {
    on_each(|| {
        let world = small();
        let plain = "名称,类型,区域代码\n甲公司,enterprise,330523001\n";
        assert_eq!(
            counts(&world.import(&org::import::IMPORTER, plain)),
            (1, 0, 0)
        );
        let code = number(1);
        let numbered =
            format!("名称,类型,区域代码,统一社会信用代码\n甲公司,enterprise,330523001,{code}\n");
        assert_eq!(
            counts(&world.import(&org::import::IMPORTER, &numbered)),
            (0, 1, 0)
        );
        assert_eq!(
            counts(&world.import(&org::import::IMPORTER, &numbered)),
            (0, 0, 1)
        );
        // A file that knows less takes nothing away.
        assert_eq!(
            counts(&world.import(&org::import::IMPORTER, plain)),
            (0, 0, 1)
        );
        let found = world.read(move |sql| org::store::by_credit_code(sql, &code));
        assert_eq!(found.unwrap().name, "甲公司");
    });
}

#[test]
fn a_file_without_a_required_column_says_so_once() {
    on_each(|| {
        let world = small();
        let report = world.import(
            &site::import::IMPORTER,
            "名称,区域代码\n甲,330523001\n乙,330523001\n",
        );
        assert_eq!(faults(&report), [(1, "类型", "registry.missing_column")]);
    });
}

#[test]
fn sites_carry_tags_attributes_position_and_the_body_of_their_number() {
    on_each(|| {
        let world = small();
        let code = number(9);
        let orgs =
            format!("名称,类型,区域代码,统一社会信用代码\n甲公司,enterprise,330523001,{code}\n");
        world.import(&org::import::IMPORTER, &orgs);
        let sites = format!(
            "名称,类型,区域代码,统一社会信用代码,标签,纬度,经度,属性：建筑面积,属性：门牌,上级对象\n\
         甲厂,plant,330523001,{code},危化、重点,30.63,119.68,1200.5,007,\n\
         一号罐,tank,330523001,,,,,,,甲厂\n"
        );
        assert_eq!(
            counts(&world.import(&site::import::IMPORTER, &sites)),
            (2, 0, 0)
        );
        assert_eq!(
            counts(&world.import(&site::import::IMPORTER, &sites)),
            (0, 0, 2)
        );
        let today = day("2022-05-03");
        world.read(move |sql| {
            let plant = site::store::by_credit_code(sql, &code)?.remove(0);
            assert_eq!(plant.position, Some((30.63, 119.68)));
            let attributes: serde_json::Value = serde_json::from_str(&plant.attributes).unwrap();
            assert_eq!(
                attributes,
                serde_json::json!({"建筑面积": 1200.5, "门牌": "007"})
            );
            let body = org::store::by_credit_code(sql, &code)?.unwrap();
            assert_eq!(plant.org, Some(body.id));
            let tagged = site::store::with_tag(sql, "危化", today)?;
            assert_eq!(tagged.len(), 1);
            let parts = site::store::parts(sql, plant.id, today)?;
            assert_eq!(parts[0].name, "一号罐");
            Ok(())
        });
        let wrong = "名称,类型,区域代码,纬度,经度\n乙厂,plant,330523001,30.63,\n丙厂,plant,330523001,abc,119\n丁厂,plant,330523001,95,119\n";
        let report = world.import(&site::import::IMPORTER, wrong);
        let found = faults(&report);
        assert_eq!(
            found,
            [
                (2, "经度", "registry.not_a_position"),
                (3, "纬度", "registry.not_a_number"),
                (4, "纬度", "registry.not_a_position"),
            ]
        );
    });
}

#[test]
fn areas_refuse_what_makes_no_tree() {
    on_each(|| {
        let world = small();
        let text = "区域代码,名称,级别,上级区域\n330523002,昌硕街道,town,330599\n330523003,灵峰街道,county,330523\n330523004,孝源街道,town,330523\n330523004,孝源,town,330523\n330523,安吉县,county,33\n33x,某地,,\n";
        let mut report = world.import(&area::import::IMPORTER, text);
        report.errors.sort_by_key(|error| error.row);
        assert_eq!(
            faults(&report),
            [
                (2, "上级区域", "registry.unknown_area"),
                (3, "级别", "registry.level_above"),
                (5, "区域代码", "registry.doubled_in_file"),
                (6, "上级区域", "registry.area_moved"),
                (7, "区域代码", "registry.unknown_level"),
            ]
        );
        assert_eq!(world.count("area"), 4);
    });
}

#[test]
fn capacities_bind_posts_persons_and_bodies() {
    on_each(|| {
        let world = small();
        world.import(
            &org::import::IMPORTER,
            "名称,类型,区域代码\n街道办,town-government,330523001\n",
        );
        world.import(&person::import::posts::IMPORTER, "岗位,单位\n主任,街道办\n");
        world.import(
            &person::import::persons::IMPORTER,
            "姓名,单位,岗位,任职起\n某甲,街道办,主任,2022-01-01\n",
        );
        world.import(
            &site::import::IMPORTER,
            "名称,类型,区域代码\n甲厂,plant,330523001\n",
        );
        let file = "监管对象,区域代码,责任角色,单位,岗位,人员,起\n甲厂,330523001,属地监管,街道办,主任,,2022-02-01\n甲厂,330523001,安全员,街道办,,某甲,\n甲厂,330523001,监管单位,街道办,,,\n";
        assert_eq!(
            counts(&world.import(&site::capacities::IMPORTER, file)),
            (3, 0, 0)
        );
        assert_eq!(
            counts(&world.import(&site::capacities::IMPORTER, file)),
            (0, 0, 3)
        );
        let bad = "监管对象,区域代码,责任角色,单位,岗位\n乙厂,330523001,属地监管,街道办,\n甲厂,330523001,属地监管,街道办,书记\n";
        let report = world.import(&site::capacities::IMPORTER, bad);
        assert_eq!(
            faults(&report),
            [
                (2, "监管对象", "registry.unknown_site"),
                (3, "岗位", "registry.unknown_post")
            ]
        );
    });
}
