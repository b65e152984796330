//! What a record must be.

use super::{anji, id};
use crate::matters::rules::*;
use std::collections::BTreeSet;

const ENTERPRISE: u8 = 1;
const REGULATING: u8 = 2;
const FIXED_IT: u8 = 11;
const VERIFIES: u8 = 21;

fn verification() -> Proof {
    Proof {
        form: "verification".to_owned(),
        body: id(REGULATING),
        named: BTreeSet::from([id(VERIFIES)]),
        values: [("verdict".to_owned(), "通过".to_owned())].into(),
        attachments: 1,
        objection: None,
    }
}

/// The code of the refusal, or nothing where the record proves a verification.
fn refusal(proof: Option<Proof>) -> Option<String> {
    let cycle = anji("hazard.double");
    let own = Standing {
        slot: REGULATOR.to_owned(),
        role: REGULATOR.to_owned(),
        party: id(REGULATING),
        state: "verifying".to_owned(),
        moved_by: Some(FIXER.to_owned()),
        owes: BTreeSet::new(),
    };
    let fixers = Fixers {
        persons: BTreeSet::from([id(FIXED_IT)]),
        parties: BTreeSet::from([id(ENTERPRISE)]),
    };
    let verify = transition(&cycle, "verify").unwrap();
    let parties = [id(REGULATING), id(VERIFIES)];
    proves(&cycle, verify, &own, &parties, proof.as_ref(), &fixers)
        .err()
        .map(|reason| reason.code)
}

#[test]
fn a_verification_rests_on_its_form_with_an_attachment() {
    assert_eq!(refusal(Some(verification())), None);
    assert_eq!(refusal(None).as_deref(), Some("matters.form_needed"));
    let other = Proof {
        form: "rectification".to_owned(),
        ..verification()
    };
    assert_eq!(refusal(Some(other)).as_deref(), Some("matters.other_form"));
    let bare = Proof {
        attachments: 0,
        ..verification()
    };
    assert_eq!(refusal(Some(bare)).as_deref(), Some("matters.proof_needed"));
}

#[test]
fn the_other_sides_record_proves_nothing_for_this_one() {
    let theirs = Proof {
        body: id(ENTERPRISE),
        ..verification()
    };
    assert_eq!(refusal(Some(theirs)).as_deref(), Some("matters.other_body"));
    let own_post = Proof {
        body: id(VERIFIES),
        ..verification()
    };
    assert_eq!(refusal(Some(own_post)), None);
}

#[test]
fn a_verification_that_names_a_fixer_proves_nothing() {
    let named = BTreeSet::from([id(VERIFIES), id(FIXED_IT)]);
    let proof = Proof {
        named,
        ..verification()
    };
    assert_eq!(refusal(Some(proof)).as_deref(), Some("matters.names_fixer"));
}

#[test]
fn a_record_that_does_not_count_is_refused_by_what_it_lacks() {
    for (objection, code) in [
        (Objection::NotInForce, "matters.record_not_in_force"),
        (Objection::NotApproved, "matters.record_not_approved"),
        (Objection::OtherMatter, "matters.record_of_other_matter"),
        (Objection::UsedBefore, "matters.record_used"),
    ] {
        let proof = Proof {
            objection: Some(objection),
            ..verification()
        };
        assert_eq!(refusal(Some(proof)).as_deref(), Some(code));
    }
}

#[test]
fn a_verification_that_says_no_closes_nothing() {
    let no = Proof {
        values: [("verdict".to_owned(), "不通过".to_owned())].into(),
        ..verification()
    };
    assert_eq!(
        refusal(Some(no)).as_deref(),
        Some("matters.record_says_otherwise")
    );
}
