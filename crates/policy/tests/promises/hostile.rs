//! Whatever a file holds, the checker answers with findings that lie within it.

use policy::{Library, Source, check};
use proptest::prelude::*;

const SOUND: &str = r#"[pack]
id = "plan"
version = 1
title = "要点"
from = 2022-04-01
until = 2022-12-31
zone = "Asia/Shanghai"
[[item]]
no = "04"
section = "一"
title = "专业委员会"
[[clause]]
id = "X-1"
item = "04"
place = "4.5"
summary = "每季检查"
kind = "duty"
engines = ["DUTY"]
[[form]]
id = "f"
version = 1
title = "记录"
field = [{ id = "a", label = "甲", kind = "choice", choices = ["有", "无"] }, { id = "b", label = "乙", kind = "text", when = { field = "a", is = "有" } }]
[[duty]]
id = "d"
title = "检查"
clauses = ["X-1"]
for_each = { org = "县安委办" }
every = "quarter"
requirement = { all = [{ count = 1, form = "f", where = { a = "有" } }] }
[[lifecycle]]
id = "l"
version = 1
title = "隐患"
clauses = ["X-1"]
word = "隐患"
roles = { fixer = { title = "整改", states = ["open", "closed"], words = { open = "待办", closed = "办结" } } }
transition = [{ id = "close", title = "销号", by = "fixer", from = ["open"], moves = { fixer = "closed" } }]
"#;

#[test]
fn the_unbroken_text_is_sound() {
    assert_eq!(check(&[Source::new("plan/pack.toml", SOUND)]), vec![]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Cut a piece out and put another piece in its place: a slip of the hand, as far as one can go wrong.
    #[test]
    fn a_broken_text_is_answered_with_places_in_it(
        from in 0..SOUND.chars().count(),
        length in 0usize..40,
        other in 0..SOUND.chars().count(),
        taken in 0usize..40,
    ) {
        let letters: Vec<char> = SOUND.chars().collect();
        let until = (from + length).min(letters.len());
        let piece = &letters[other..(other + taken).min(letters.len())];
        let broken: String =
            letters[..from].iter().chain(piece).chain(&letters[until..]).collect();

        let sources = vec![Source::new("plan/pack.toml", broken.as_str())];
        let findings = check(&sources);

        let lines: Vec<&str> = broken.split('\n').collect();
        for finding in &findings {
            let line = lines.get(finding.line - 1);
            prop_assert!(line.is_some(), "{finding} is below the end");
            let width = line.map_or(0, |line| line.chars().count());
            prop_assert!(finding.column <= width + 1, "{finding} is beside its line");
        }
        prop_assert_eq!(Library::from_sources(sources).is_ok(), findings.is_empty());
    }
}
