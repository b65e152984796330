//! Promises over any sequence of acts.

use super::play::Play;
use super::*;
use proptest::prelude::*;

const LIFECYCLES: [&str; 2] = ["hazard.double", "hazard.double-major"];

fn names(cycle: &Lifecycle) -> Vec<String> {
    cycle.transitions.iter().map(|it| it.id.clone()).collect()
}

/// One act: which party, which transition, which person, after how long.
fn acts() -> impl Strategy<Value = Vec<(usize, usize, u8, i64)>> {
    prop::collection::vec((0..2usize, 0..16usize, 11..15u8, 0..8i64), 0..40)
}

/// Plays the acts, refused ones included, and looks at the play after each.
fn run(play: &mut Play, acts: &[(usize, usize, u8, i64)], mut look: impl FnMut(&Play)) {
    let names = names(&play.cycle);
    let slots: Vec<String> = play
        .parties
        .iter()
        .map(|party| party.slot.clone())
        .collect();
    for (slot, name, person, pause) in acts {
        play.now += pause;
        let name = &names[name % names.len()];
        let _ = play.act(&slots[slot % slots.len()], name, id(*person));
        look(play);
    }
}

/// A lifecycle in which the rectifier hands in and the regulator accepts, with whatever else chance adds to it.
fn any_lifecycle() -> impl Strategy<Value = Lifecycle> {
    let role = || prop_oneof![Just(FIXER), Just(REGULATOR)];
    let state = || prop_oneof![Just("new"), Just("done"), Just("closed")];
    let moves = prop::collection::btree_map(role(), state(), 0..3);
    let opens = prop::collection::vec(0..4usize, 0..3);
    let from = prop::collection::vec(state(), 1..3);
    let transition = (role(), from, moves, opens, any::<bool>());
    let step = (role(), any::<bool>(), 0..6usize);
    let added = (
        prop::collection::vec(transition, 4),
        prop::collection::vec(step, 3),
    );
    added.prop_map(|(transitions, steps)| {
        let mut all_steps = vec![json!({ "id": "s0", "title": "", "role": REGULATOR, "days": 1, "met_by": "t1" })];
        for (n, (role, at_start, met_by)) in (1..).zip(steps) {
            all_steps.push(json!({ "id": format!("s{n}"), "title": "", "role": role, "at_start": at_start,
                "days": 1, "met_by": format!("t{met_by}") }));
        }
        let mut all = vec![
            json!({ "id": "t0", "title": "", "by": FIXER, "from": ["new"], "moves": { FIXER: "done" },
                "opens": ["s0"] }),
            json!({ "id": "t1", "title": "", "by": REGULATOR, "from": ["new", "done"],
                "moves": { FIXER: "closed", REGULATOR: "closed" } }),
        ];
        for (n, (by, from, moves, opens, guarded)) in (2..).zip(transitions) {
            let opens: Vec<String> = opens.into_iter().map(|step| format!("s{step}")).collect();
            let guard = if guarded { vec!["rectifier_submitted"] } else { Vec::new() };
            all.push(json!({ "id": format!("t{n}"), "title": "", "by": by, "from": from, "moves": moves,
                "opens": opens, "guard": guard }));
        }
        careless(json!(all_steps), json!(all))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Neither side closes for the other.
    #[test]
    fn no_sequence_of_one_partys_acts_closes_a_hazard(acts in acts(), who in 0..2usize, which in 0..2usize) {
        let mut play = Play::of(anji(LIFECYCLES[which]));
        let alone: Vec<_> = acts.into_iter().map(|(_, name, person, pause)| (who, name, person, pause)).collect();
        let mut closed = false;
        run(&mut play, &alone, |play| closed |= play.is_closed());
        prop_assert!(!closed);
        let other = &play.parties[1 - who];
        prop_assert_ne!(Some(other.state.as_str()), closed_state(&play.cycle, &other.role));
    }

    /// The fixer does not verify, whoever the persons are and however often it was returned.
    #[test]
    fn whoever_submitted_a_hazard_never_verified_it(acts in acts(), which in 0..2usize) {
        let mut play = Play::of(anji(LIFECYCLES[which]));
        run(&mut play, &acts, |_| {});
        let by = |name: &str| -> BTreeSet<Id> {
            play.acts.iter().filter(|(_, taken, _)| taken == name).map(|(_, _, person)| *person).collect()
        };
        prop_assert!(by("verify").is_disjoint(&by("submit")));
    }

    /// Late stays late: what was met after its due is never met again nor taken back, however the matter goes on.
    #[test]
    fn late_stays_late(acts in acts(), which in 0..2usize) {
        let mut play = Play::of(anji(LIFECYCLES[which]));
        let mut late: BTreeSet<usize> = BTreeSet::new();
        let mut forgiven = false;
        run(&mut play, &acts, |play| {
            let now: BTreeSet<usize> =
                play.owed.iter().enumerate().filter(|(_, owed)| owed.is_late(play.now)).map(|(n, _)| n).collect();
            forgiven |= !late.is_subset(&now);
            late.extend(now);
        });
        prop_assert!(!forgiven);
    }

    /// What a party owes is exactly its open clocks, and a closed hazard leaves none.
    #[test]
    fn every_debt_has_a_clock_and_a_closed_hazard_has_none(acts in acts(), which in 0..2usize) {
        let mut play = Play::of(anji(LIFECYCLES[which]));
        let mut wrong = None;
        run(&mut play, &acts, |play| {
            for party in &play.parties {
                let open = play.owed.iter().filter(|owed| owed.slot == party.slot && owed.met.is_none());
                let open: Vec<&String> = open.map(|owed| &owed.step).collect();
                if open.len() != party.owes.len() || !open.iter().all(|step| party.owes.contains(*step)) {
                    wrong = Some(format!("{open:?} is open, {:?} is owed", party.owes));
                }
            }
            if play.is_closed() && play.parties.iter().any(|party| !party.owes.is_empty()) {
                wrong = Some("closed with a debt".to_owned());
            }
        });
        prop_assert_eq!(wrong, None);
    }

    /// Whatever a pack says: a row that one party alone brings about is never the other one's end.
    #[test]
    fn no_pack_lets_one_party_end_the_other(cycle in any_lifecycle(), acts in acts(), who in 0..2usize) {
        let mut play = Play::of(cycle);
        let alone: Vec<_> = acts.into_iter().map(|(_, name, person, pause)| (who, name, person, pause)).collect();
        let mut ended = false;
        run(&mut play, &alone, |play| {
            let other = &play.parties[1 - who];
            ended |= Some(other.state.as_str()) == closed_state(&play.cycle, &other.role);
        });
        prop_assert!(!ended);
    }
}
