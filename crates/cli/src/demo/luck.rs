//! Luck that hangs on the thing, not on the order in which things are asked.

use kernel::id::Id;
use kernel::ledger::digest;

/// The dice of a place: its seed.
#[derive(Clone, Copy, Debug)]
pub struct Dice(pub u64);

/// A number that follows from a seed, a thing and a question about it.
#[derive(Clone, Copy, Debug)]
pub struct Luck(u64);

impl Dice {
    pub fn of(self, thing: Id, question: &str) -> Luck {
        let mut bytes = thing.bytes().to_vec();
        bytes.extend(self.0.to_be_bytes());
        bytes.extend(question.as_bytes());
        let hash = digest(&bytes);
        let mut first = [0; 8];
        first.copy_from_slice(&hash[..8]);
        Luck(u64::from_be_bytes(first))
    }
}

impl Luck {
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
        let (dice, id) = (Dice(1), Id::natural("test", "a"));
        assert_eq!(
            dice.of(id, "when").below(1000),
            dice.of(id, "when").below(1000)
        );
        assert_eq!(dice.of(id, "x").below(0), 0);
        assert!((3..=5).contains(&dice.of(id, "y").between(3, 5)));
    }

    #[test]
    fn another_seed_is_another_luck() {
        let id = Id::natural("test", "a");
        let roll = |seed| Dice(seed).of(id, "when").below(1_000_000);
        assert_ne!(roll(1), roll(2));
    }
}
