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
