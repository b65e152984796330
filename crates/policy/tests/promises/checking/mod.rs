//! What the checker has against a pack, at the exact place.
//!
//! Each case is a sound pack with one slip in it: the text on the left is replaced by the text on the right, and the
//! findings must be exactly these lines.

mod cadences;
mod names;
mod rules;

use policy::{Source, check as findings};

const PACK: &str = r#"[pack]
id = "plan"
version = 1
title = "要点"
from = 2022-04-01
until = 2022-12-31
zone = "Asia/Shanghai"
builds_on = ["base"]

[[item]]
no = "04"
section = "一"
title = "专业委员会"

[[clause]]
id = "X-04.5"
item = "04"
place = "4.5"
summary = "每季专项检查"
kind = "duty"
engines = ["DUTY"]
systems = ["S-04"]

[[form]]
id = "inspection"
version = 1
title = "检查记录"

[[form.field]]
id = "purpose"
label = "目的"
kind = "choice"
choices = ["专项检查", "其他"]

[[form.field]]
id = "leader"
label = "带队人"
kind = "person"
lead = true

[[form.field]]
id = "found"
label = "是否发现问题"
kind = "choice"
choices = ["有", "无"]

[[form.field]]
id = "problems"
label = "问题"
kind = "table"
when = { field = "found", is = "有" }
column = [
  { id = "what", label = "描述", kind = "text" },
  { id = "hours", label = "用时", kind = "number" },
]

[[duty]]
id = "committee.inspection"
title = "专项检查"
clauses = ["X-04.5"]
for_each = { org_kind = "special-committee" }
holder = "office_of_subject"
every = "quarter"
due = { days_after = 5 }
ladder = "default"
requirement = { count = 1, form = "inspection", actor = "led_by_holder", where = { purpose = "专项检查" }, filled = ["found"] }

[[task]]
id = "root"
title = "总任务"
clauses = ["X-04.5"]
responsibility = { lead = { lead = ["县安委办"] } }
due = 2022-11-30
form = "inspection"

[[task]]
id = "leaf"
parent = "root"
title = "分任务"
clauses = ["X-04.5"]
responsibility = { joint = { group = "成员单位" } }
due = 2022-11-30
form = "inspection"
milestones = [{ id = "half", title = "半程", due = 2022-08-31 }]

[[matrix]]
id = "wall"
title = "矩阵"
clauses = ["X-04.5"]
duties = ["committee.inspection"]
every = "quarter"

[[draw]]
id = "third"
title = "抽三分之一"
clauses = ["X-04.5"]
site_kind = "fire-point"
quota = { numerator = 1, denominator = 3 }
every = "day"

[[lifecycle]]
id = "hazard"
version = 1
title = "隐患"
clauses = ["X-04.5"]
word = "隐患"

[lifecycle.roles.rectifier]
title = "整改单位"
states = ["assigned", "submitted", "closed"]
words = { assigned = "待整改", submitted = "已报", closed = "已销号" }

[lifecycle.roles.regulator]
title = "监管部门"
states = ["watching", "closed"]
words = { watching = "督办中", closed = "已销号" }

[[lifecycle.step]]
id = "rectify"
title = "整改"
role = "rectifier"
at_start = true
days = 15
met_by = "submit"

[[lifecycle.step]]
id = "verify"
title = "核查"
role = "regulator"
working_days = 5
met_by = "verify"

[[lifecycle.transition]]
id = "submit"
title = "报送"
by = "rectifier"
from = ["assigned"]
moves = { rectifier = "submitted" }
opens = ["verify"]
form = "inspection"

[[lifecycle.transition]]
id = "verify"
title = "销号"
by = "regulator"
from = ["watching"]
guard = ["rectifier_submitted", "not_the_fixer"]
moves = { regulator = "closed", rectifier = "closed" }
"#;

const BASE: &str = r#"[pack]
id = "base"
version = 1
title = "基础"
from = 2021-01-01
until = 2099-12-31

[[codes]]
id = "org-kinds"
title = "单位类型"
entry = [
  { code = "special-committee", label = "专委会" },
  { code = "bureau", label = "部门" },
]

[[ladder]]
id = "default"
[[ladder.rung]]
at_minutes = 0
to = "holder"

[[calendar]]
year = 2022
source = "通知"
off = [2022-01-03]
makeup = [2022-01-29]

[[role]]
id = "clerk"
title = "收文员"
permissions = ["obligations.read"]
scope = "handed"
"#;

/// The findings of the sound packs with one slip, as lines.
fn slip(right: &str, wrong: &str) -> String {
    let sound = format!("{PACK}\u{0}{BASE}");
    assert_eq!(
        sound.matches(right).count(),
        1,
        "`{right}` must be in the sound packs once"
    );
    let changed = sound.replace(right, wrong);
    let (pack, base) = changed.split_once('\u{0}').expect("both packs are there");
    lines(&[("plan/pack.toml", pack), ("base/pack.toml", base)])
}

fn lines(sources: &[(&str, &str)]) -> String {
    let sources: Vec<Source> = sources
        .iter()
        .map(|(path, text)| Source::new(*path, *text))
        .collect();
    let found = findings(&sources);
    let bilingual = |text: &str| !text.is_ascii();
    assert!(
        found.iter().all(|it| bilingual(&it.zh)),
        "every finding is said in Chinese: {found:?}"
    );
    found
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether the findings are the expected lines; an expected text that ends in `…` gives their beginning only.
fn fits(found: &str, expected: &str) -> bool {
    match expected.strip_suffix('…') {
        Some(beginning) => found.starts_with(beginning),
        None => found == expected,
    }
}

#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(right, slipped, expected)| {
            let found = slip(right, slipped);
            (!fits(&found, expected))
                .then(|| format!("{slipped}\n  found    {found}\n  expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sound_packs_have_no_finding() {
    assert_eq!(
        lines(&[("plan/pack.toml", PACK), ("base/pack.toml", BASE)]),
        ""
    );
}
