//! Which clauses stand in which paragraph. Pure.
//!
//! A clause bears its place, `4.2.1`: which part, which item in it, which sentence of the item. Documents differ in which
//! of their headings the first number counts, so each reading is tried and the one that finds most parts, each just
//! once, is taken. Where headings bear no numbers at all, the titles of the pack's items are looked for instead.

use super::Paragraph;
use policy::{Clause, Pack};
use std::collections::{BTreeMap, BTreeSet};

/// Headings above the one that the first number of a place may count.
const DEPTHS: usize = 3;
/// Share of a title's two-character pieces that a paragraph's beginning must hold to be its heading, in percent.
const ALIKE: usize = 60;
/// Characters of a paragraph that may be its heading.
const HEADING: usize = 80;

/// Ties every clause that can be found to the paragraph in which it stands.
pub fn tie(pack: &Pack, paragraphs: &mut [Paragraph]) {
    let places: Vec<(&Clause, Vec<u32>)> = pack
        .clauses
        .iter()
        .map(|clause| (clause, numbers(&clause.place)))
        .collect();
    let by_number = (0..DEPTHS)
        .map(|depth| Reading::of_numbers(paragraphs, depth))
        .max_by_key(|reading| (reading.score(&places), usize::MAX - reading.depth));
    let by_title = Reading::of_titles(pack, paragraphs);
    let best = match by_number {
        Some(numbered) if by_title.score(&places) <= numbered.score(&places) => numbered,
        _ => by_title,
    };
    for (clause, place) in &places {
        // What the document itself numbers in full needs no reading.
        let own = paragraphs
            .iter()
            .enumerate()
            .filter(|(_, one)| starts_with_place(&one.text) && place.starts_with(&one.numbers))
            .max_by_key(|(at, one)| (one.numbers.len(), usize::MAX - at))
            .map(|(at, _)| at);
        let found = own.or_else(|| best.find(place));
        if let Some(paragraph) = found.and_then(|at| paragraphs.get_mut(at)) {
            paragraph.clauses.push(clause.id.clone());
        }
    }
}

/// One way to read the document: number of a part, or of an item in it, to its paragraph.
struct Reading {
    depth: usize,
    keys: BTreeMap<Vec<u32>, usize>,
    /// Keys that more than one heading claims: they show that the reading is wrong there.
    doubled: BTreeSet<Vec<u32>>,
}

impl Reading {
    /// Leaves `depth` headings out: the first number of a place counts the next one.
    fn of_numbers(paragraphs: &[Paragraph], depth: usize) -> Reading {
        let mut reading = Reading {
            depth,
            keys: BTreeMap::new(),
            doubled: BTreeSet::new(),
        };
        let mut above: &[u32] = &[];
        for (at, paragraph) in paragraphs.iter().enumerate() {
            if starts_with_place(&paragraph.text) {
                continue;
            }
            let own = paragraph.numbers.as_slice();
            // A paragraph without a number of its own belongs to the heading above it.
            let heading = own != above;
            above = own;
            let Some(key) = own.get(depth..).filter(|key| heading && !key.is_empty()) else {
                continue;
            };
            if reading.keys.contains_key(key) {
                reading.doubled.insert(key.to_vec());
            } else {
                reading.keys.insert(key.to_vec(), at);
            }
        }
        reading
    }

    /// Looks for the titles of the items.
    fn of_titles(pack: &Pack, paragraphs: &[Paragraph]) -> Reading {
        let mut keys = BTreeMap::new();
        for item in &pack.items {
            let wanted = pieces(&item.title);
            let alike = |paragraph: &Paragraph| {
                let head: String = paragraph.text.chars().take(HEADING).collect();
                let held = pieces(&head);
                let common = wanted.iter().filter(|piece| held.contains(*piece)).count();
                common * 100 / wanted.len().max(1)
            };
            let best = paragraphs
                .iter()
                .enumerate()
                .map(|(at, paragraph)| (alike(paragraph), usize::MAX - at))
                .max();
            if let Some((share, at)) = best
                && ALIKE <= share
            {
                keys.insert(numbers(&item.no), usize::MAX - at);
            }
        }
        Reading {
            depth: DEPTHS,
            keys,
            doubled: BTreeSet::new(),
        }
    }

    /// Parts of the clauses that it finds, each just once.
    fn score(&self, places: &[(&Clause, Vec<u32>)]) -> usize {
        let parts: BTreeSet<&[u32]> = places
            .iter()
            .filter_map(|(_, place)| place.get(..1))
            .collect();
        parts
            .into_iter()
            .filter(|part| self.keys.contains_key(*part) && !self.doubled.contains(*part))
            .count()
    }

    /// The paragraph of the narrowest heading that holds the place.
    fn find(&self, place: &[u32]) -> Option<usize> {
        // 4.0.1 stands in the part itself, before its first item.
        let spoken: Vec<u32> = place
            .iter()
            .copied()
            .take_while(|number| *number != 0)
            .collect();
        (1..=spoken.len())
            .rev()
            .find_map(|length| self.keys.get(&spoken[..length]).copied())
    }
}

/// The numbers of a place: `4.2.1`, `04`, `15a`. Letters say a part of an item and count as nothing.
fn numbers(place: &str) -> Vec<u32> {
    place
        .split(['.', '-'])
        .map_while(|part| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
        .collect()
}

/// `4.5` and the like: digits, a point, and digits again.
fn starts_with_place(text: &str) -> bool {
    let mut rest = text
        .trim_start_matches(|letter: char| letter.is_ascii_digit())
        .chars();
    let pointed = rest
        .next()
        .is_some_and(|letter| letter == '.' || letter == '．');
    let numbered = text.starts_with(|letter: char| letter.is_ascii_digit());
    numbered && pointed && rest.next().is_some_and(|letter| letter.is_ascii_digit())
}

/// Overlapping pieces of two characters.
fn pieces(text: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    letters.windows(2).map(|two| (two[0], two[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_a_point_and_digits_are_a_place() {
        for (text, is) in [
            ("4.5 甲", true),
            ("12.10甲", true),
            ("4．甲", false),
            ("4. 甲", false),
            ("甲4.5", false),
        ] {
            assert_eq!(starts_with_place(text), is, "{text}");
        }
    }

    #[test]
    fn a_place_is_read_into_numbers() {
        assert_eq!(numbers("4.2.1"), [4, 2, 1]);
        assert_eq!(numbers("04"), [4]);
        assert_eq!(numbers("15a"), [15]);
    }
}
