//! The drawing itself. Pure: population, what was drawn in the running round, quota and seed give the result.

use kernel::id::Id;
use kernel::ledger::hmac;
use policy::Quota;
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub drawn: Vec<Id>,
    /// Those drawn so far in the round that is running after this draw.
    pub in_round: BTreeSet<Id>,
    /// True when this draw began a new round.
    pub new_round: bool,
}

/// Part of the population, rounded up.
pub fn quota(population: usize, quota: &Quota) -> usize {
    let denominator = quota.denominator.max(1) as usize;
    (population * quota.numerator as usize)
        .div_ceil(denominator)
        .min(population)
}

/// The seed of one draw: nobody without the instance's key can foresee it, anybody with the key can repeat it.
pub fn seed(instance_key: &[u8], definition: &str, period: &str) -> [u8; 32] {
    hmac(
        instance_key,
        format!("draw\n{definition}\n{period}").as_bytes(),
    )
}

pub fn draw(population: &[Id], in_round: &BTreeSet<Id>, quota: usize, seed: &[u8; 32]) -> Outcome {
    let present: BTreeSet<Id> = population.iter().copied().collect();
    let left: Vec<Id> = present
        .iter()
        .copied()
        .filter(|id| !in_round.contains(id))
        .collect();
    let mut drawn = pick(&left, quota, seed, b"round");
    let mut round: BTreeSet<Id> = in_round
        .iter()
        .copied()
        .filter(|id| present.contains(id))
        .collect();
    round.extend(&drawn);
    let short = quota.saturating_sub(drawn.len());
    if short == 0 {
        return Outcome {
            drawn,
            in_round: round,
            new_round: false,
        };
    }
    // The round is used up: the rest comes from the next one, but nobody twice in the same draw.
    let today: BTreeSet<Id> = drawn.iter().copied().collect();
    let rest: Vec<Id> = present
        .iter()
        .copied()
        .filter(|id| !today.contains(id))
        .collect();
    let second = pick(&rest, short, seed, b"next");
    drawn.extend(&second);
    Outcome {
        drawn,
        in_round: second.into_iter().collect(),
        new_round: true,
    }
}

/// The first `count` in the order of a keyed hash, which is a fair shuffle for whoever does not know the seed.
fn pick(from: &[Id], count: usize, seed: &[u8; 32], round: &[u8]) -> Vec<Id> {
    let mut keyed: Vec<([u8; 32], Id)> = from
        .iter()
        .map(|id| {
            let mut message = round.to_vec();
            message.extend_from_slice(&id.0);
            (hmac(seed, &message), *id)
        })
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().take(count).map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stations(n: usize) -> Vec<Id> {
        (0..n)
            .map(|i| Id::natural("station", &i.to_string()))
            .collect()
    }

    #[test]
    fn seventeen_stations_are_all_called_within_three_days() {
        let population = stations(17);
        let third = Quota {
            numerator: 1,
            denominator: 3,
        };
        let mut round = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for day in 0..3 {
            let seed = seed(b"key", "roll-call", &day.to_string());
            let outcome = draw(&population, &round, quota(17, &third), &seed);
            assert_eq!(outcome.drawn.len(), 6);
            seen.extend(outcome.drawn);
            round = outcome.in_round;
        }
        assert_eq!(seen.len(), 17);
    }

    proptest! {
        #[test]
        fn nobody_twice_in_a_draw_and_nobody_skipped_for_a_round(n in 1usize..60, days in 1usize..40) {
            let population = stations(n);
            let size = quota(n, &Quota { numerator: 1, denominator: 3 });
            let mut round = BTreeSet::new();
            let mut last = vec![-1i64; n];
            for day in 0..days {
                let outcome = draw(&population, &round, size, &seed(b"key", "d", &day.to_string()));
                let set: BTreeSet<Id> = outcome.drawn.iter().copied().collect();
                prop_assert_eq!(set.len(), size);
                for (index, id) in population.iter().enumerate() {
                    if set.contains(id) { last[index] = day as i64; }
                }
                round = outcome.in_round;
            }
            // Two rounds bound the longest gap: first of one round, last of the next.
            let bound = 2 * n.div_ceil(size) as i64;
            prop_assert!(last.iter().all(|seen| days as i64 - 1 - seen <= bound));
        }

        #[test]
        fn the_same_seed_gives_the_same_draw(n in 1usize..60) {
            let population = stations(n);
            let seed = seed(b"key", "d", "p");
            let first = draw(&population, &BTreeSet::new(), 3.min(n), &seed);
            let again = draw(&population, &BTreeSet::new(), 3.min(n), &seed);
            prop_assert_eq!(first, again);
        }
    }
}
