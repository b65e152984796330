//! The walk of a hazard through both hands, and packs that try to get around the rules.

use super::play::{Play, TERM};
use super::*;
use crate::matters::rules;
use kernel::reason::Reason;

fn code(result: Result<(), Reason>) -> String {
    result.unwrap_err().code
}

#[test]
fn a_hazard_closes_after_both_sides_have_acted_each_for_itself() {
    for lifecycle in ["hazard.double", "hazard.double-major"] {
        let mut play = Play::of(anji(lifecycle));
        play.act(FIXER, "rectifier.receipt", id(11)).unwrap();
        assert_eq!(play.party(REGULATOR).state, "assigned");
        assert!(play.party(REGULATOR).owes.contains("regulator.receipt"));
        play.act(REGULATOR, "regulator.receipt", id(21)).unwrap();
        play.act(FIXER, "submit", id(11)).unwrap();
        assert_eq!(play.party(REGULATOR).state, "verifying");
        assert!(play.party(REGULATOR).owes.contains("verify"));
        assert!(!play.is_closed());
        play.act(REGULATOR, "verify", id(21)).unwrap();
        assert!(play.is_closed());
        assert!(play.parties.iter().all(|party| party.owes.is_empty()));
    }
}

#[test]
fn the_regulator_waits_for_the_submission_and_nobody_acts_for_the_other() {
    let mut play = Play::of(anji("hazard.double"));
    play.act(REGULATOR, "regulator.receipt", id(21)).unwrap();
    assert_eq!(
        code(play.act(REGULATOR, "verify", id(21))),
        "matters.not_submitted"
    );
    assert_eq!(
        code(play.act(REGULATOR, "return", id(21))),
        "matters.not_submitted"
    );
    assert_eq!(
        code(play.act(REGULATOR, "submit", id(21))),
        "matters.not_your_part"
    );
    assert_eq!(
        code(play.act(FIXER, "verify", id(11))),
        "matters.not_your_part"
    );
    assert_eq!(
        code(play.act(FIXER, "submit", id(11))),
        "matters.not_now.conflict"
    );
}

#[test]
fn a_return_answers_the_verification_and_opens_the_work_again() {
    let mut play = Play::of(anji("hazard.double"));
    play.act(FIXER, "rectifier.receipt", id(11)).unwrap();
    play.act(REGULATOR, "regulator.receipt", id(21)).unwrap();
    play.act(FIXER, "submit", id(11)).unwrap();
    play.now = 3;
    play.act(REGULATOR, "return", id(21)).unwrap();
    assert!(play.party(REGULATOR).owes.is_empty());
    assert!(play.party(FIXER).owes.contains("rectify"));
    assert_eq!(
        play.owed
            .iter()
            .filter(|owed| owed.step == "rectify")
            .count(),
        2
    );
    assert_eq!(
        code(play.act(REGULATOR, "verify", id(21))),
        "matters.not_submitted"
    );
    play.act(FIXER, "submit", id(12)).unwrap();
    // The first round is remembered: its submitter is a fixer in the second as well.
    assert!(play.fixers.persons.contains(&id(11)));
    play.act(REGULATOR, "verify", id(21)).unwrap();
    assert!(play.is_closed());
}

#[test]
fn acting_is_receiving_and_a_late_receipt_stays_late() {
    let mut play = Play::of(anji("hazard.double"));
    play.act(FIXER, "rectifier.receipt", id(11)).unwrap();
    play.act(FIXER, "submit", id(11)).unwrap();
    play.now = TERM + 5;
    play.act(REGULATOR, "verify", id(21)).unwrap();
    let receipt = play
        .owed
        .iter()
        .find(|owed| owed.step == "regulator.receipt")
        .unwrap();
    assert!(receipt.met.is_some() && receipt.is_late(play.now));
}

#[test]
fn whoever_fixed_does_not_verify_as_a_person_or_through_his_body() {
    let mut play = Play::of(anji("hazard.double"));
    let (enterprise, regulator) = (play.party(FIXER).party, play.party(REGULATOR).party);
    play.act(FIXER, "rectifier.receipt", id(11)).unwrap();
    play.act(FIXER, "submit", id(11)).unwrap();
    let moved = play.act_as(REGULATOR, "verify", id(11), &[regulator]);
    assert_eq!(code(moved), "matters.own_work");
    let both = play.act_as(REGULATOR, "verify", id(31), &[regulator, enterprise]);
    assert_eq!(code(both), "matters.own_body_work");
    play.act_as(REGULATOR, "verify", id(31), &[regulator])
        .unwrap();
}

#[test]
fn two_that_put_right_both_submit_before_anything_is_verified() {
    let cycle = anji("hazard.double");
    let named = [
        (FIXER, FIXER, id(1)),
        ("rectifier/2", FIXER, id(2)),
        (REGULATOR, REGULATOR, id(3)),
    ];
    let mut play = Play::with(cycle, &named);
    for slot in [FIXER, "rectifier/2"] {
        play.act(slot, "rectifier.receipt", id(11)).unwrap();
    }
    play.act(FIXER, "submit", id(11)).unwrap();
    assert_eq!(play.party(REGULATOR).state, "assigned");
    assert!(!play.party(REGULATOR).owes.contains("verify"));
    assert_eq!(play.party("rectifier/2").state, "rectifying");
    play.act("rectifier/2", "submit", id(12)).unwrap();
    assert!(play.party(REGULATOR).owes.contains("verify"));
}

#[test]
fn a_pack_that_lets_one_side_end_the_other_is_not_obeyed() {
    let steps = json!([]);
    let transitions = json!([
        { "id": "push", "title": "", "by": REGULATOR, "from": ["new"], "moves": { FIXER: "done" } },
        { "id": "end", "title": "", "by": REGULATOR, "from": ["new"],
          "moves": { REGULATOR: "closed", FIXER: "closed" } },
    ]);
    let mut play = Play::of(careless(steps, transitions));
    assert_eq!(
        code(play.act(REGULATOR, "end", id(21))),
        "matters.not_submitted"
    );
    play.act(REGULATOR, "push", id(21)).unwrap();
    assert_eq!(
        code(play.act(REGULATOR, "end", id(21))),
        "matters.not_submitted"
    );
}

#[test]
fn whoever_was_moved_by_the_other_has_handed_in_nothing() {
    let steps = json!([
        { "id": "check", "title": "核查", "role": REGULATOR, "days": 1, "met_by": "end" },
    ]);
    let transitions = json!([
        { "id": "hand", "title": "", "by": FIXER, "from": ["new"], "moves": { FIXER: "done" }, "opens": ["check"] },
        { "id": "push", "title": "", "by": REGULATOR, "from": ["new"], "moves": { FIXER: "done" } },
        { "id": "end", "title": "", "by": REGULATOR, "from": ["new"],
          "moves": { REGULATOR: "closed", FIXER: "closed" } },
    ]);
    let mut play = Play::of(careless(steps.clone(), transitions.clone()));
    play.act(REGULATOR, "push", id(21)).unwrap();
    assert_eq!(
        code(play.act(REGULATOR, "end", id(21))),
        "matters.not_submitted"
    );
    let mut play = Play::of(careless(steps, transitions));
    play.act(FIXER, "hand", id(11)).unwrap();
    play.act(REGULATOR, "end", id(21)).unwrap();
    assert!(play.is_closed());
}

#[test]
fn a_side_that_still_owes_something_is_not_closed() {
    let steps = json!([
        { "id": "report", "title": "报告", "role": FIXER, "at_start": true, "days": 1, "met_by": "report" },
    ]);
    let transitions = json!([
        { "id": "report", "title": "", "by": FIXER, "from": ["done"], "moves": {} },
        { "id": "stop", "title": "", "by": FIXER, "from": ["new"], "moves": { FIXER: "closed" } },
    ]);
    let mut play = Play::of(careless(steps, transitions));
    assert_eq!(code(play.act(FIXER, "stop", id(11))), "matters.still_owes");
}

#[test]
fn a_matter_stands_where_its_slowest_party_stands() {
    let mut play = Play::of(anji("hazard.double"));
    let place = |play: &Play| rules::place(&play.cycle, &play.parties);
    play.act(FIXER, "rectifier.receipt", id(11)).unwrap();
    assert_eq!(place(&play).slot, REGULATOR);
    play.act(REGULATOR, "regulator.receipt", id(21)).unwrap();
    // Both are equally far; the one who owes something holds it up.
    assert_eq!(
        (place(&play).slot.as_str(), place(&play).state.as_str()),
        (FIXER, "rectifying")
    );
    play.act(FIXER, "submit", id(11)).unwrap();
    assert_eq!(
        (place(&play).slot.as_str(), place(&play).state.as_str()),
        (REGULATOR, "verifying")
    );
    play.parties.reverse();
    assert_eq!(place(&play).slot, REGULATOR);
}

#[test]
fn where_the_lead_decides_the_others_may_still_be_at_it() {
    let role = |title: &str| json!({ "title": title, "states": ["new", "closed"], "words": { "new": "新", "closed": "结" } });
    let cycle: Lifecycle = serde_json::from_value(json!({
        "id": "joint", "version": 1, "title": "", "clauses": [], "word": "事项",
        "roles": { "assistant": role("协办"), "lead": role("主办") },
        "transition": [
            { "id": "a", "title": "", "by": "assistant", "from": ["new"], "moves": { "assistant": "closed" } },
            { "id": "l", "title": "", "by": "lead", "from": ["new"], "moves": { "lead": "closed" }, "join": "lead" },
        ],
    }))
    .unwrap();
    let mut play = Play::of(cycle);
    play.act("assistant", "a", id(11)).unwrap();
    assert!(!play.is_closed());
    let mut other = Play::of(play.cycle.clone());
    other.act("lead", "l", id(21)).unwrap();
    assert!(other.is_closed());
    assert_eq!(other.party("assistant").state, "new");
}
