//! Official numbers: published samples pass, every single wrong character is caught.

use kernel::codes::{
    CodeError, credit_check_char, credit_code, division_level, organisation_check_char, resident_id,
};
use kernel::scope::Level;
use proptest::prelude::*;

const CREDIT_CODES: [&str; 4] = [
    "91110000600037341L",
    "9115220107837941X1",
    "121200004013590816",
    "91350100M000100Y43",
];
const RESIDENT_IDS: [&str; 3] = [
    "11010519491231002X",
    "440524188001010014",
    "360426199101010071",
];

#[test]
fn published_credit_codes_pass() {
    for code in CREDIT_CODES {
        assert_eq!(credit_code(code), Ok(()), "{code}");
        assert_eq!(
            credit_check_char(&code[..17]),
            code.chars().last(),
            "{code}"
        );
        assert_eq!(
            organisation_check_char(&code[8..16]),
            code.chars().nth(16),
            "{code}"
        );
    }
}

#[test]
fn wrong_credit_codes_say_what_is_wrong() {
    for (code, error) in [
        ("91110000600037341N", CodeError::Check),
        ("9111000060003734", CodeError::Length),
        ("91110000600037341L ", CodeError::Length),
        ("", CodeError::Length),
        ("91110000600037341l", CodeError::Alphabet),
        ("9111000060003734IL", CodeError::Alphabet),
        ("九一一一零零零零六零零零三七三四一L", CodeError::Alphabet),
        ("91110A00600037341L", CodeError::Division),
        ("91110000600037342L", CodeError::OrganisationCheck),
    ] {
        assert_eq!(credit_code(code), Err(error), "{code}");
    }
}

#[test]
fn codes_may_begin_with_letters() {
    // Rural collectives and others; made with the check characters, not real.
    for front in ["N2330523", "A1110000", "Y1330500"] {
        let organisation = "MF000001";
        let check = organisation_check_char(organisation).unwrap();
        let first17 = format!("{front}{organisation}{check}");
        let code = format!("{first17}{}", credit_check_char(&first17).unwrap());
        assert_eq!(credit_code(&code), Ok(()), "{code}");
    }
}

#[test]
fn check_characters_need_the_right_input() {
    assert_eq!(credit_check_char("911100006000373"), None);
    assert_eq!(credit_check_char("9111000060003734O"), None);
    assert_eq!(organisation_check_char("m000100y"), None);
    assert_eq!(organisation_check_char("M000100"), None);
}

#[test]
fn published_resident_ids_pass() {
    for number in RESIDENT_IDS {
        assert_eq!(resident_id(number), Ok(()), "{number}");
    }
}

#[test]
fn wrong_resident_ids_say_what_is_wrong() {
    for (number, error) in [
        ("110105194912310021", CodeError::Check),
        ("11010519491231002x", CodeError::Alphabet),
        ("110105491231002", CodeError::Length),
        ("1101051949123100２X", CodeError::Alphabet),
        ("11010519490229002X", CodeError::Birth),
        ("11010519491331002X", CodeError::Birth),
        ("01010519491231002X", CodeError::Division),
    ] {
        assert_eq!(resident_id(number), Err(error), "{number}");
    }
}

#[test]
fn the_last_part_that_is_not_zero_gives_the_level() {
    for (code, level) in [
        ("330000000000", Some(Level::Province)),
        ("330500000000", Some(Level::City)),
        ("330523000000", Some(Level::County)),
        ("330523001000", Some(Level::Town)),
        ("330523001201", Some(Level::Village)),
        // A city without counties.
        ("441900003000", Some(Level::Town)),
        ("441900003001", Some(Level::Village)),
        ("33", Some(Level::Province)),
        ("3305", Some(Level::City)),
        ("330523", Some(Level::County)),
        ("330523001", Some(Level::Town)),
        ("000000000000", None),
        ("000523000000", None),
        ("3305230", None),
        ("3305230010001", None),
        ("33052300100a", None),
        ("", None),
        ("三三", None),
    ] {
        assert_eq!(division_level(code), level, "{code}");
    }
}

proptest! {
    #[test]
    fn one_wrong_character_in_a_credit_code_is_caught(
        sample in 0..4_usize, place in 0..18_usize, other in "[0-9A-Z]",
    ) {
        let mut code = CREDIT_CODES[sample].to_owned();
        prop_assume!(code[place..=place] != other);
        code.replace_range(place..=place, &other);
        prop_assert!(credit_code(&code).is_err(), "{code}");
    }

    #[test]
    fn one_wrong_digit_in_a_resident_id_is_caught(
        sample in 0..3_usize, place in 0..18_usize, other in "[0-9X]",
    ) {
        let mut number = RESIDENT_IDS[sample].to_owned();
        prop_assume!(number[place..=place] != other);
        number.replace_range(place..=place, &other);
        prop_assert!(resident_id(&number).is_err(), "{number}");
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,20}|[0-9A-Z]{18}") {
        prop_assert_eq!(credit_code(&text).is_ok() && resident_id(&text).is_ok(), false);
        prop_assert!(division_level(&text).is_none() || text.len() <= 12);
    }
}
