//! The beginning of what has no stated beginning.

use kernel::time::Day;

/// Rows of files that name no first day hold since always, so that looking back finds them.
pub const SINCE_ALWAYS: Day = Day(-719_162);

/// The first day as people should see it: none where nobody stated one.
pub fn stated(from: Day) -> Option<Day> {
    (from != SINCE_ALWAYS).then_some(from)
}
