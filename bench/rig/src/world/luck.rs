//! Numbers that look like chance and are the same every time.

/// Well mixed bits of a number and what it is asked for.
pub fn luck(of: u64, what: u64) -> u64 {
    let mut bits =
        of.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ what.wrapping_mul(0xd1b5_4a32_d192_ed03);
    bits ^= bits >> 30;
    bits = bits.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits ^= bits >> 27;
    bits = bits.wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// A place in a list of so many.
pub fn pick(of: u64, what: u64, many: usize) -> usize {
    // The remainder is smaller than `many` and fits.
    usize::try_from(luck(of, what) % many.max(1) as u64).unwrap_or(0)
}

/// A place in a list of weights that sum to a hundred.
pub fn weighed(of: u64, what: u64, weights: &[u64]) -> usize {
    let mut rest = luck(of, what) % 100;
    for (place, weight) in weights.iter().enumerate() {
        if rest < *weight {
            return place;
        }
        rest -= weight;
    }
    0
}
