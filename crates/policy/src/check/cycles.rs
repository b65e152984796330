//! Chains that lead back to where they began.

use std::collections::BTreeMap;

/// The cycle on which `start` itself lies, as the names passed, the first again at the end.
///
/// Each member of a cycle finds it from its own place; a name that merely leads into one finds nothing.
pub fn through<'a>(start: &'a str, next: &BTreeMap<&'a str, Vec<&'a str>>) -> Option<Vec<String>> {
    let mut paths = vec![vec![start]];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(path) = paths.pop() {
        let here = path.last().copied().unwrap_or(start);
        for &step in next.get(here).into_iter().flatten() {
            if step == start {
                return Some(
                    path.iter()
                        .chain([&start])
                        .map(|name| (*name).to_owned())
                        .collect(),
                );
            }
            if !seen.contains(&step) {
                seen.push(step);
                paths.push(path.iter().copied().chain([step]).collect());
            }
        }
    }
    None
}
