//! Passwords: argon2id, and one-time passwords that can be read out.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use kernel::chance::Chance;
use store::{Error, Result};

/// Letters and digits that nobody confuses when reading them from paper.
const READABLE: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const SALT_BYTES: usize = 16;

/// Takes long on purpose: run it on a thread that may.
pub fn hash(password: &str, chance: &dyn Chance) -> Result<String> {
    let mut salt = [0; SALT_BYTES];
    chance.fill(&mut salt);
    let hash: std::result::Result<argon2::PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    match hash {
        Ok(hash) => Ok(hash.to_string()),
        Err(error) => Err(Error::Database(format!(
            "a password cannot be kept: {error}"
        ))),
    }
}

/// Whether the password is the one that was hashed. Takes as long as hashing.
pub fn verify(password: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else {
        return false;
    };
    Argon2::default()
        .verify_password(password.as_bytes(), &hash)
        .is_ok()
}

/// Takes as long as verifying, for names that no account bears: the time must not tell.
pub fn pretend(password: &str) {
    let mut out = [0; 32];
    // The outcome does not matter, only the time it takes.
    let _ = Argon2::default().hash_password_into(password.as_bytes(), &[0; SALT_BYTES], &mut out);
}

/// Four groups of four readable letters, 80 bits of chance.
pub fn one_time(chance: &dyn Chance) -> String {
    let mut bytes = [0; 16];
    chance.fill(&mut bytes);
    let letters: Vec<char> = bytes
        .iter()
        .map(|byte| char::from(READABLE[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::chance::SeededChance;

    #[test]
    fn a_hash_is_argon2id_salted_and_verifies_only_its_password() {
        let chance = SeededChance::new(1);
        let first = hash("绿水青山", &chance).unwrap();
        let second = hash("绿水青山", &chance).unwrap();
        assert!(first.starts_with("$argon2id$"), "{first}");
        assert_ne!(first, second);
        assert!(verify("绿水青山", &first) && verify("绿水青山", &second));
        assert!(!verify("绿水青山 ", &first));
        assert!(!verify("绿水青山", "no hash"));
    }

    #[test]
    fn one_time_passwords_are_readable_and_differ() {
        let chance = SeededChance::new(1);
        let (one, two) = (one_time(&chance), one_time(&chance));
        assert_ne!(one, two);
        assert_eq!(one.len(), 19);
        assert!(!one.contains(['l', 'o', '0', '1']));
    }
}
