//! Keys of sheets and rows that only this instance can make. Pure.

use kernel::id::Id;
use kernel::ledger::hmac;

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Sheet,
    Row,
}

/// Bytes of the seal that stand in the key; enough that nobody finds one by trying.
const SEAL: usize = 10;

/// The key of a sheet or row: its id and a seal over it.
pub fn sign(secret: &[u8; 32], of: Of, id: Id) -> String {
    format!("{id}.{}", seal(secret, of, id))
}

/// The id in a key; none where the key is not one that this instance made.
pub fn read(secret: &[u8; 32], of: Of, text: &str) -> Option<Id> {
    let (id, sealed) = text.trim().split_once('.')?;
    let id = Id::parse(id)?;
    let own = seal(secret, of, id);
    // Equal time for every wrong seal, so that none is found letter by letter.
    let differs = own
        .bytes()
        .zip(sealed.bytes())
        .fold(0, |all, (a, b)| all | (a ^ b));
    (own.len() == sealed.len() && differs == 0).then_some(id)
}

fn seal(secret: &[u8; 32], of: Of, id: Id) -> String {
    let word = match of {
        Of::Sheet => "collections.sheet",
        Of::Row => "collections.row",
    };
    let digest = hmac(secret, format!("{word}\n{id}").as_bytes());
    digest[..SEAL]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_again_and_a_changed_one_is_not() {
        let (secret, id) = ([7; 32], Id([3; 16]));
        let key = sign(&secret, Of::Row, id);
        assert_eq!(read(&secret, Of::Row, &key), Some(id));
        assert_eq!(read(&secret, Of::Sheet, &key), None, "a row is no sheet");
        assert_eq!(
            read(&[8; 32], Of::Row, &key),
            None,
            "another instance made it"
        );
        let other = sign(&secret, Of::Row, Id([4; 16]));
        let mixed = format!(
            "{}.{}",
            key.split('.').next().unwrap(),
            other.split('.').nth(1).unwrap()
        );
        assert_eq!(read(&secret, Of::Row, &mixed), None);
        for broken in ["", "x", &key[..key.len() - 1], &format!("{key}0")] {
            assert_eq!(read(&secret, Of::Row, broken), None, "{broken}");
        }
    }
}
