//! What cannot be taken is refused with number 2 and by its name.

use crate::program::Desk;

#[test]
fn an_unknown_setting_is_refused_by_its_name() {
    let desk = Desk::new();
    desk.write("anlan.toml", "lisen = \"127.0.0.1:1\"\n");
    let ran = desk.run(&["doctor"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("anlan.toml: there is no setting `lisen`"),
        "{}",
        ran.err
    );
}

#[test]
fn a_wrong_setting_of_the_environment_is_refused_by_its_name() {
    let ran = Desk::new().run_with(&["doctor"], &[("ANLAN_LEASE_MS", "soon")]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("ANLAN_LEASE_MS: `lease_ms` cannot be `soon`"),
        "{}",
        ran.err
    );
}

#[test]
fn an_unknown_command_or_option_is_refused() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["dance"]).code, 2);
    assert_eq!(desk.run(&["doctor", "--loud"]).code, 2);
}

#[test]
fn a_folder_without_a_database_is_not_made_into_one() {
    let desk = Desk::new();
    let ran = desk.run(&["ledger", "verify"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("anlan demo"), "{}", ran.err);
    assert!(!desk.path().join("data").exists());
}

#[test]
fn a_refusal_is_json_where_json_is_asked_for() {
    let ran = Desk::new().run(&["tick", "--until", "someday", "--format", "json"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.json()["error"]
            .as_str()
            .is_some_and(|text| text.contains("someday"))
    );
}
