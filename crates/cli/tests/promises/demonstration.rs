//! The small demonstration, made once, and the commands that work on it.

use crate::program::Desk;
use serde_json::json;

#[test]
fn the_demonstration_is_made_used_again_and_worked_on() {
    let desk = Desk::new();
    let made = desk
        .run(&["demo", "--scale", "small", "--format", "json"])
        .json();
    assert_eq!(made["made"], json!(true));
    assert!(500 < made["records"].as_u64().unwrap());
    let again = desk
        .run(&["demo", "--scale", "small", "--format", "json"])
        .json();
    assert_eq!(again["made"], json!(false));

    // A folder holds one place: another one does not slip into it.
    let other = desk.run(&["demo", "--place", "hebi-2022", "--scale", "small"]);
    assert_eq!(other.code, 2, "{}", other.out);
    assert!(other.err.contains("--data"), "{}", other.err);

    let verdict = desk.run(&["ledger", "verify", "--format", "json"]).json();
    assert_eq!(
        (&verdict["ok"], &verdict["unsealed"], &verdict["first_bad"]),
        (&json!(true), &json!(0), &json!(null))
    );
    assert_eq!(desk.run(&["doctor"]).code, 0);

    let ran = desk
        .run(&["tick", "--until", "2022-10-10", "--format", "json"])
        .json();
    assert!(0 < ran["ran"].as_u64().unwrap());
    assert_eq!(ran["now"], "2022-10-11T00:00:00+08:00");
    assert_eq!(desk.run(&["tick", "--until", "2022-10-01"]).code, 2);

    imports_are_checked_row_by_row(&desk);
    a_year_is_counted_and_nothing_is_kept(&desk);
    a_text_is_attached_to_its_plan(&desk);
    a_tampered_ledger_does_not_verify(&desk);
}

#[test]
fn a_place_that_there_is_not_is_refused_before_anything_is_made() {
    let desk = Desk::new();
    let ran = desk.run(&["demo", "--place", "nowhere-2022"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("yangzhou-2022"), "{}", ran.err);
    assert!(!desk.path().join("data").exists());
}

/// The seed decides everything that is made up: two runs hold the same rows.
#[test]
fn the_same_seed_gives_the_same_rows() {
    let rows = || {
        let desk = Desk::new();
        desk.run(&["demo", "--place", "hebi-2022", "--scale", "small"])
            .done();
        let database = rusqlite::Connection::open(desk.path().join("data/anlan.db")).unwrap();
        let text = "select hex(id) || coalesce(outcome, '') || coalesce(met_received, 0) from obligation order by id";
        let mut all = Vec::new();
        for text in [
            text,
            "select hex(id) || form || received_at from record order by id",
        ] {
            let mut statement = database.prepare(text).unwrap();
            let rows = statement
                .query_map([], |row| row.get::<_, String>(0))
                .unwrap();
            all.extend(rows.map(Result::unwrap));
        }
        all
    };
    let first = rows();
    assert!(500 < first.len(), "{}", first.len());
    assert_eq!(first, rows());
}

fn imports_are_checked_row_by_row(desk: &Desk) {
    let heading = "名称,统一社会信用代码,区域代码,类型\n";
    desk.write(
        "bad.csv",
        &format!("{heading}甲厂,91330523MA2XXXXX0X,330523,premises\n,,999999,premises\n"),
    );
    let ran = desk.run(&["import", "sites", "bad.csv", "--format", "json"]);
    assert_eq!(ran.code, 2);
    let report = ran.json();
    assert_eq!(report["kept"], json!(false));
    let places: Vec<_> = report["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["row"], &one["column"]))
        .collect();
    assert!(
        places.contains(&(&json!(2), &json!("统一社会信用代码"))),
        "{places:?}"
    );
    assert!(places.contains(&(&json!(3), &json!("名称"))), "{places:?}");

    desk.write(
        "good.csv",
        &format!("{heading}新厂区（演示）,,330523,premises\n"),
    );
    let dry = desk
        .run(&[
            "import",
            "sites",
            "good.csv",
            "--dry-run",
            "--format",
            "json",
        ])
        .json();
    assert_eq!((&dry["added"], &dry["kept"]), (&json!(1), &json!(false)));
    let kept = desk
        .run(&["import", "sites", "good.csv", "--format", "json"])
        .json();
    assert_eq!((&kept["added"], &kept["kept"]), (&json!(1), &json!(true)));
    let same = desk
        .run(&["import", "sites", "good.csv", "--format", "json"])
        .json();
    assert_eq!((&same["added"], &same["same"]), (&json!(0), &json!(1)));
    assert_eq!(desk.run(&["import", "moons", "good.csv"]).code, 2);
}

fn a_tampered_ledger_does_not_verify(desk: &Desk) {
    let database = rusqlite::Connection::open(desk.path().join("data/anlan.db")).unwrap();
    let changed = database
        .execute("update ledger_entry set body = '{}' where seq = 100", [])
        .unwrap();
    assert_eq!(changed, 1);
    drop(database);
    let ran = desk.run(&["ledger", "verify", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let verdict = ran.json();
    assert_eq!(
        (&verdict["ok"], &verdict["first_bad"]),
        (&json!(false), &json!(100))
    );
}

fn a_year_is_counted_and_nothing_is_kept(desk: &Desk) {
    let line = [
        "simulate",
        "--from",
        "2022-01-01",
        "--to",
        "2022-12-31",
        "--pack",
        "anji-2022",
    ];
    let told = desk.run(&line).done();
    assert!(
        told.contains("committee.quarterly-meeting") && told.contains("2022-12"),
        "{told}"
    );
    let value = desk
        .run(&[&line[..], &["--format", "json"]].concat())
        .json();
    let rows = value["definitions"].as_array().unwrap();
    let row = rows
        .iter()
        .find(|row| row["definition"] == "committee.quarterly-meeting")
        .unwrap();
    // Thirteen committees, four quarters.
    assert_eq!(
        (&row["total"], &row["cadence"]),
        (&json!(52), &json!("quarter"))
    );
    let sum: i64 = value["sums"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| sum["total"].as_i64().unwrap())
        .sum();
    assert_eq!(value["total"], sum);
    let again = desk
        .run(&[&line[..], &["--format", "json"]].concat())
        .json();
    assert_eq!(value, again, "counting changes nothing");
    assert_eq!(
        desk.run(&["simulate", "--from", "2022-12-31", "--to", "2022-01-01"])
            .code,
        2
    );
    assert_eq!(
        desk.run(&["simulate", "--from", "May", "--to", "2022-12-31"])
            .code,
        2
    );
    assert_eq!(
        desk.run(&[
            "simulate",
            "--from",
            "2022-01-01",
            "--to",
            "2022-12-31",
            "--pack",
            "nowhere"
        ])
        .code,
        2
    );
}

fn a_text_is_attached_to_its_plan(desk: &Desk) {
    desk.write(
        "plan.txt",
        "一、示例部分\n1．示例事项甲\n4．示例事项丁\n4.5 单列的一句\n",
    );
    let line = [
        "policy",
        "attach",
        "anji-2022",
        "plan.txt",
        "--format",
        "json",
    ];
    let told = desk.run(&line).json();
    assert_eq!(
        (&told["edition"], &told["paragraphs"]),
        (&json!(1), &json!(4))
    );
    assert!(
        told["untied"]
            .as_array()
            .unwrap()
            .iter()
            .all(|clause| clause != "AJ-04.5"),
        "{told}"
    );
    assert_eq!(
        desk.run(&line).json()["edition"],
        json!(1),
        "the same text again changes nothing"
    );
    assert_eq!(
        desk.run(&["policy", "attach", "nowhere", "plan.txt"]).code,
        2
    );
    assert_eq!(
        desk.run(&["policy", "attach", "anji-2022", "nothing.txt"])
            .code,
        2
    );
}
