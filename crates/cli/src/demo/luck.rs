//! Luck that hangs on the thing, not on the order in which things are asked.

use kernel::id::Id;
use kernel::ledger::digest;

/// Numbers that follow from a thing and a question about it.
#[derive(Clone, Copy, Debug)]
pub struct Luck(u64);

impl Luck {
    pub fn of(thing: Id, question: &str) -> Self {
        let mut bytes = thing.bytes().to_vec();
        bytes.extend(super::SEED.to_be_bytes());
        bytes.extend(question.as_bytes());
        let hash = digest(&bytes);
        let mut first = [0; 8];
        first.copy_from_slice(&hash[..8]);
        Self(u64::from_be_bytes(first))
    }

    /// A number from 0 up to, but not including, `count`.
    pub fn below(self, count: usize) -> usize {
        if count == 0 {
            0
        } else {
            (self.0 % count as u64) as usize
        }
    }

    /// A number from `least` to `most`.
    pub fn between(self, least: i64, most: i64) -> i64 {
        let width = (most - least + 1).max(1);
        least + (self.0 % width as u64) as i64
    }

    pub fn of_hundred(self) -> u64 {
        self.0 % 100
    }

    pub fn pick<T>(self, list: &[T]) -> Option<&T> {
        list.get(self.below(list.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_and_question_have_the_same_luck() {
        let id = Id::natural("test", "a");
        assert_eq!(
            Luck::of(id, "when").below(1000),
            Luck::of(id, "when").below(1000)
        );
        assert_eq!(Luck::of(id, "x").below(0), 0);
        assert!((3..=5).contains(&Luck::of(id, "y").between(3, 5)));
    }
}
