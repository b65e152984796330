//! A census sheet says by which value a unit states that nothing changed; the checker holds it to that.

use policy::{Source, check};

const SHEET: &str = r#"
[pack]
id = "plan"
version = 1
title = "要点"
from = 2022-01-01
until = 2022-12-31
zone = "Asia/Shanghai"

[[form]]
id = "sheet"
version = 1
title = "摸排表"
census = { field = "changed", same = "无变化" }

[[form.field]]
id = "hazards"
label = "隐患"
kind = "number"

[[form.field]]
id = "changed"
label = "变化"
kind = "choice"
choices = ["有变化", "无变化"]
"#;

fn findings(text: &str) -> Vec<String> {
    let found = check(&[Source::new("plan/pack.toml", text)]);
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn a_sheet_that_can_state_no_change_passes() {
    assert_eq!(findings(SHEET), Vec::<String>::new());
}

#[test]
fn a_sheet_without_the_field_or_without_the_choice_is_named() {
    let none = findings(&SHEET.replace("field = \"changed\"", "field = \"nowhere\""));
    assert_eq!(none.len(), 1, "{none:?}");
    assert!(
        none[0].starts_with("plan/pack.toml:14:") && none[0].contains("nowhere"),
        "{none:?}"
    );
    let unsaid = findings(&SHEET.replace("same = \"无变化\"", "same = \"照旧\""));
    assert_eq!(unsaid.len(), 1, "{unsaid:?}");
    assert!(unsaid[0].contains("照旧"), "{unsaid:?}");
}
