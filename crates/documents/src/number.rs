//! Numbers of spreadsheets as the text that a person sees.

/// A whole number without a fraction, so that a division code typed as a number stays a code.
pub(crate) fn text_of(number: f64) -> String {
    // Up to here a double holds every whole number.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        return format!("{number:.0}");
    }
    number.to_string()
}
