//! Official numbers: only their own arithmetic, no register of what was really issued.

use thiserror::Error;

use crate::scope::Level;
use crate::time::Day;

/// The characters of the unified social credit code, in the order of their values.
const CREDIT_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS: [u32; 17] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS: &[u8; 11] = b"10X98765432";
/// Lengths of the parts of a division code: province, city, county, town, village.
const DIVISION_GROUPS: [usize; 5] = [2, 2, 2, 3, 3];

/// Why a number cannot be right. It never repeats the number, which may be sensitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeError {
    #[error("wrong length")]
    Length,
    #[error("a character that the code does not use")]
    Alphabet,
    #[error("the check character does not fit")]
    Check,
    #[error("the check character of the organisation code inside does not fit")]
    OrganisationCheck,
    #[error("no such division")]
    Division,
    #[error("no such date of birth")]
    Birth,
}

/// Checks a unified social credit code (GB 32100) with the organisation code in it (GB 11714).
///
/// Letters are allowed in front: some authorities and kinds of body have one.
pub fn credit_code(code: &str) -> Result<(), CodeError> {
    if code.chars().count() != 18 {
        return Err(CodeError::Length);
    }
    if !code.bytes().all(|byte| CREDIT_ALPHABET.contains(&byte)) {
        return Err(CodeError::Alphabet);
    }
    if !code
        .bytes()
        .skip(2)
        .take(6)
        .all(|byte| byte.is_ascii_digit())
    {
        return Err(CodeError::Division);
    }
    let organisation = organisation_check_char(&code[8..16]).ok_or(CodeError::Alphabet)?;
    if !code[16..].starts_with(organisation) {
        return Err(CodeError::OrganisationCheck);
    }
    let check = credit_check_char(&code[..17]).ok_or(CodeError::Alphabet)?;
    if !code[17..].starts_with(check) {
        return Err(CodeError::Check);
    }
    Ok(())
}

/// The eighteenth character of a credit code.
pub fn credit_check_char(first17: &str) -> Option<char> {
    if first17.len() != 17 {
        return None;
    }
    let mut sum = 0;
    for (byte, weight) in first17.bytes().zip(CREDIT_WEIGHTS) {
        let value = CREDIT_ALPHABET.iter().position(|known| *known == byte)?;
        sum += value as u32 * weight;
    }
    let check = (31 - sum % 31) % 31;
    Some(char::from(CREDIT_ALPHABET[check as usize]))
}

/// The ninth character of an organisation code, which is the seventeenth of a credit code.
pub fn organisation_check_char(first8: &str) -> Option<char> {
    if first8.len() != 8 {
        return None;
    }
    let mut sum = 0;
    for (byte, weight) in first8.bytes().zip(ORGANISATION_WEIGHTS) {
        if byte.is_ascii_lowercase() {
            return None;
        }
        sum += char::from(byte).to_digit(36)? * weight;
    }
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

/// Checks a resident identity number (GB 11643).
///
/// Of the division only the shape is checked: numbers issued under divisions that no longer exist
/// stay valid for life.
pub fn resident_id(number: &str) -> Result<(), CodeError> {
    if number.chars().count() != 18 {
        return Err(CodeError::Length);
    }
    let bytes = number.as_bytes();
    if !number.is_ascii()
        || !bytes[..17].iter().all(u8::is_ascii_digit)
        || !RESIDENT_CHECKS.contains(&bytes[17])
    {
        return Err(CodeError::Alphabet);
    }
    if bytes[0] == b'0' || &bytes[..2] == b"90" {
        return Err(CodeError::Division);
    }
    let number_of = |from: usize, until: usize| {
        bytes[from..until]
            .iter()
            .fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'))
    };
    let birth = Day::new(
        number_of(6, 10) as i32,
        number_of(10, 12),
        number_of(12, 14),
    );
    if birth.is_none_or(|day| day.year() < 1800) {
        return Err(CodeError::Birth);
    }
    let sum: u32 = bytes
        .iter()
        .zip(RESIDENT_WEIGHTS)
        .map(|(byte, weight)| u32::from(byte - b'0') * weight)
        .sum();
    if bytes[17] != RESIDENT_CHECKS[sum as usize % 11] {
        return Err(CodeError::Check);
    }
    Ok(())
}

/// The level of a division code: that of its last part which is not zero.
///
/// Parts in the middle may be zero, as some cities have no counties. Shorter codes that end after
/// a part are read as if filled up with zeros.
pub fn division_level(code: &str) -> Option<Level> {
    if !code.bytes().all(|byte| byte.is_ascii_digit()) || code.starts_with("00") {
        return None;
    }
    let mut rest = code;
    let mut found = None;
    for (length, level) in DIVISION_GROUPS.into_iter().zip(Level::ALL) {
        if rest.is_empty() {
            break;
        }
        let (group, tail) = rest.split_at_checked(length)?;
        if group.bytes().any(|byte| byte != b'0') {
            found = Some(level);
        }
        rest = tail;
    }
    if rest.is_empty() { found } else { None }
}
