//! What the checker has against a pack, at the exact place.
//!
//! Each case is a sound pack with one slip in it: the text on the left is replaced by the text on the right, and the
//! findings must be exactly these lines.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first thing that is not as it says"
)]

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

#[test]
fn text_that_is_no_toml_or_does_not_fit() {
    check(&[
        (
            "section = \"一\"",
            "section = 一",
            "plan/pack.toml:12:11: TOML syntax: string values must be quoted, expected literal string",
        ),
        (
            "for_each = {",
            "foreach = {",
            "plan/pack.toml:61:1: unknown field `foreach`…",
        ),
        (
            "days_after = 5",
            "days_after = \"5\"",
            "plan/pack.toml:64:22: invalid type: string \"5\", expected i32",
        ),
        (
            "title = \"矩阵\"\n",
            "",
            "plan/pack.toml:86:1: missing field `title`",
        ),
        (
            "every = \"quarter\"\ndue",
            "every = \"quater\"\ndue",
            "plan/pack.toml:63:9: unknown variant `quater`, expected one of `day`, `week`, `half-month`, `month`, `quarter`, `half-year`, `year`, `once`",
        ),
        (
            "[[draw]]",
            "[[drawing]]",
            "plan/pack.toml:93:3: unknown table `drawing`, expected one of `pack`, `item`, `clause`, `duty`, `task`, `form`, `ladder`, `lifecycle`, `matrix`, `circular`, `draw`, `calendar`, `codes`, `role`",
        ),
        (
            "until = 2022-12-31",
            "until = \"2022-11-31\"",
            "plan/pack.toml:6:9: \"2022-11-31\" is not a day",
        ),
        (
            "until = 2022-12-31",
            "until = 2022-11-31",
            "plan/pack.toml:6:9: TOML syntax: invalid date, expected day between 01 and 30",
        ),
        (
            "count = 1, form",
            "count = 1, sum = \"hours\", form",
            "plan/pack.toml:66:15: exactly one of `count`, `sum`, `distinct`, `cover`, `each` must be given",
        ),
        (
            "for_each = { org_kind = \"special-committee\" }",
            "for_each = { org_kind = \"bureau\", org = \"x\" }",
            "plan/pack.toml:61:12: exactly one key belongs here, for example { org_kind = \"…\" }",
        ),
        (
            "id = \"plan\"",
            "name = \"plan\"",
            "plan/pack.toml:2:1: unknown field `name`…",
        ),
    ]);
}

#[test]
fn names_of_things_that_are_not_there() {
    check(&[
        (
            "clauses = [\"X-04.5\"]\nfor_each",
            "clauses = [\"X-04.5\", \"X-04.6\"]\nfor_each",
            "plan/pack.toml:60:22: there is no clause `X-04.6`",
        ),
        (
            "form = \"inspection\", actor",
            "form = \"inspektion\", actor",
            "plan/pack.toml:66:35: there is no form `inspektion`",
        ),
        (
            "ladder = \"default\"",
            "ladder = \"steep\"",
            "plan/pack.toml:65:10: there is no ladder `steep`",
        ),
        (
            "item = \"04\"",
            "item = \"05\"",
            "plan/pack.toml:17:8: there is no item `05`",
        ),
        (
            "builds_on = [\"base\"]",
            "builds_on = [\"bases\"]",
            "plan/pack.toml:8:14: there is no pack `bases`",
        ),
        (
            "builds_on = [\"base\"]",
            "builds_on = []",
            "plan/pack.toml:65:10: the ladder `default` is in pack `base`, which `builds_on` does not name",
        ),
        (
            "org_kind = \"special-committee\"",
            "org_kind = \"special-comittee\"",
            "plan/pack.toml:61:25: the code list `org-kinds` has no `special-comittee`, is it `special-committee`?",
        ),
        (
            "org_kind = \"special-committee\"",
            "draw = \"half\"",
            "plan/pack.toml:61:21: there is no draw `half`\nplan/pack.toml:62:10: no holder: only a body has an office",
        ),
        (
            "duties = [\"committee.inspection\"]",
            "duties = [\"committee.inspections\"]",
            "plan/pack.toml:90:11: there is no duty `committee.inspections`",
        ),
        (
            "parent = \"root\"",
            "parent = \"trunk\"",
            "plan/pack.toml:78:10: there is no task `trunk`",
        ),
        (
            "due = 2022-11-30\nform = \"inspection\"\n\n[[task]]",
            "due = 2022-11-30\nform = \"sign-off\"\n\n[[task]]",
            "plan/pack.toml:74:8: there is no form `sign-off`",
        ),
        (
            "kind = \"duty\"",
            "kind = \"chore\"",
            "plan/pack.toml:20:8: unknown kind `chore`, expected one of registry, responsibility, duty, indicator, process, list, checklist, monitoring, warning, command, resource, training, publicity, disclosure, evaluation, integration, document",
        ),
        (
            "engines = [\"DUTY\"]",
            "engines = [\"DUTY\", \"MAGIC\"]",
            "plan/pack.toml:21:20: unknown engine `MAGIC`, expected one of REG, RESP, DUTY, MATTER, LIST, CHECK, CASE, INDEX, SCORE, SENSE, WARN, CMD, RES, PLAN, TRAIN, PUB, TASK, LINK",
        ),
        (
            "systems = [\"S-04\"]",
            "systems = [\"04\"]",
            "plan/pack.toml:22:12: a system is numbered like S-04, not `04`",
        ),
        (
            "zone = \"Asia/Shanghai\"",
            "zone = \"Asia/Anji\"",
            "plan/pack.toml:7:8: there is no time zone `Asia/Anji`",
        ),
        (
            "permissions = [\"obligations.read\"]",
            "permissions = [\"read\"]",
            "base/pack.toml:31:16: a right is written like matters.verify, not `read`",
        ),
    ]);
}

#[test]
fn two_of_one_name() {
    check(&[
        (
            "id = \"base\"",
            "id = \"plan\"",
            "plan/pack.toml:2:6: two definitions of pack `plan`, the first at base/pack.toml:2:6\nplan/pack.toml:8:14: there is no pack `base`",
        ),
        (
            "id = \"leaf\"\nparent = \"root\"",
            "id = \"root\"",
            "plan/pack.toml:77:6: two definitions of task `root`, the first at plan/pack.toml:69:6",
        ),
        (
            "id = \"leader\"",
            "id = \"purpose\"\n# once more",
            "plan/pack.toml:36:6: two fields `purpose`",
        ),
        (
            "code = \"bureau\"",
            "code = \"special-committee\"",
            "base/pack.toml:13:12: two codes `special-committee`",
        ),
        (
            "makeup = [2022-01-29]",
            "makeup = [2022-01-29, 2022-01-29]",
            "base/pack.toml:26:23: two days `2022-01-29`",
        ),
    ]);
}

#[test]
fn circles() {
    check(&[
        (
            "id = \"root\"",
            "id = \"root\"\nparent = \"leaf\"",
            "plan/pack.toml:70:10: a cycle of parents: root → leaf → root\nplan/pack.toml:79:10: a cycle of parents: leaf → root → leaf",
        ),
        (
            "until = 2099-12-31",
            "until = 2099-12-31\nbuilds_on = [\"plan\"]",
            "base/pack.toml:7:13: a cycle of packs: base → plan → base\nplan/pack.toml:8:13: a cycle of packs: plan → base → plan",
        ),
        (
            "label = \"是否发现问题\"",
            "label = \"是否发现问题\"\nwhen = { field = \"found\", is = \"有\" }",
            "plan/pack.toml:44:18: a cycle of conditions: found → found",
        ),
        (
            "label = \"用时\", kind = \"number\"",
            "label = \"用时\", kind = \"table\"",
            "plan/pack.toml:54:40: a table cannot stand within a table (`hours`)",
        ),
    ]);
}

#[test]
fn duties_and_tasks_that_are_nobodys() {
    check(&[
        (
            "for_each = { org_kind = \"special-committee\" }\nholder = \"office_of_subject\"",
            "for_each = { area_level = \"town\" }",
            "plan/pack.toml:57:1: no holder: an area cannot owe anything: give a `holder` such as { area_org = \"town-government\" }",
        ),
        (
            "for_each = { org_kind = \"special-committee\" }",
            "for_each = { post = \"主任\" }",
            "plan/pack.toml:62:10: no holder: only a body has an office",
        ),
        (
            "holder = \"office_of_subject\"",
            "holder = { capacity = \"网格员\" }",
            "plan/pack.toml:62:10: no holder: a capacity binds somebody to a site, and the subject is none",
        ),
        (
            "holder = \"office_of_subject\"",
            "holder = { org = \"\" }",
            "plan/pack.toml:62:10: no holder: the body of `holder` is empty",
        ),
        (
            "lead = [\"县安委办\"]",
            "lead = []",
            "plan/pack.toml:72:18: no holder: `lead` names nobody",
        ),
        (
            "joint = { group = \"成员单位\" }",
            "joint = {}",
            "plan/pack.toml:81:18: no holder: `joint` needs `members` or a `group`",
        ),
    ]);
}

#[test]
fn periods_that_cannot_be() {
    check(&[
        (
            "from = 2022-04-01\nuntil = 2022-12-31",
            "from = 2022-04-01\nuntil = 2022-03-31",
            "plan/pack.toml:6:9: the pack ends on 2022-03-31, before it begins on 2022-04-01",
        ),
        (
            "every = \"quarter\"\ndue = { days_after = 5 }",
            "every = { once = 2023-01-01 }",
            "plan/pack.toml:63:18: 2023-01-01 is not within 2022-04-01 to 2022-12-31",
        ),
        (
            "every = \"quarter\"\ndue = {",
            "every = { once = 2022-06-30 }\ndue = {",
            "plan/pack.toml:64:7: what is due once is due on that day: leave out the days after",
        ),
        (
            "days_after = 5",
            "days_after = 0",
            "plan/pack.toml:64:7: days after the period are at least 1; its last day is written \"last\"",
        ),
        (
            "due = { days_after = 5 }",
            "due = { minute_of_day = 1500 }",
            "plan/pack.toml:64:7: a day has no minute 1500",
        ),
        (
            "ladder = \"default\"",
            "workdays_only = true",
            "plan/pack.toml:65:17: `workdays_only` goes with `every = \"day\"` only",
        ),
        (
            "ladder = \"default\"",
            "from = 2022-03-01",
            "plan/pack.toml:65:8: 2022-03-01 is outside the pack's span, 2022-04-01 to 2022-12-31",
        ),
        (
            "ladder = \"default\"",
            "from = 2022-09-01\nuntil = 2022-08-01",
            "plan/pack.toml:66:9: ends on 2022-08-01, before it begins on 2022-09-01",
        ),
        (
            "due = 2022-08-31",
            "due = 2022-12-01",
            "plan/pack.toml:84:50: the milestone of 2022-12-01 is after the task is due, 2022-11-30",
        ),
        (
            "duties = [\"committee.inspection\"]\nevery = \"quarter\"",
            "duties = [\"committee.inspection\"]\nevery = \"month\"",
            "plan/pack.toml:90:11: the periods of duty `committee.inspection` are longer than those of this page",
        ),
        (
            "off = [2022-01-03]",
            "off = [2022-01-03, 2023-01-02, 2022-01-29]",
            "base/pack.toml:25:20: 2023-01-02 is not in 2022\nbase/pack.toml:26:11: 2022-01-29 is both a day off and a make-up working day",
        ),
        (
            "numerator = 1, denominator = 3",
            "numerator = 4, denominator = 3",
            "plan/pack.toml:98:23: a quota is more than nothing and at most all",
        ),
    ]);
}

#[test]
fn requirements_and_their_forms() {
    check(&[
        (
            "where = { purpose",
            "where = { aim",
            "plan/pack.toml:66:84: the form `inspection` has no field `aim`",
        ),
        (
            "where = { purpose = \"专项检查\" }",
            "where = { purpose = [\"其他\", \"专查\"] }",
            "plan/pack.toml:66:101: the field `purpose` has no choice `专查`, expected one of 专项检查, 其他",
        ),
        (
            "filled = [\"found\"]",
            "filled = [\"found\", \"sites\"]",
            "plan/pack.toml:66:123: the form `inspection` has no field `sites`",
        ),
        (
            "count = 1, form",
            "sum = \"purpose\", form",
            "plan/pack.toml:66:23: the field `purpose` is not a number and has no sum",
        ),
        (
            "count = 1, form",
            "each = \"task_leads\", members = \"found\", form",
            "plan/pack.toml:66:24: the leads and the joint roster belong to tasks\nplan/pack.toml:66:48: the field `found` holds neither persons nor bodies",
        ),
        (
            "count = 1, form",
            "count = 3, max = 2, form",
            "plan/pack.toml:66:34: the greatest amount is below the least",
        ),
        (
            "lead = true\n",
            "\n",
            "plan/pack.toml:66:57: the form `inspection` has no field that says who led (`lead`)",
        ),
        (
            "is = \"有\"",
            "is = \"有的\"",
            "plan/pack.toml:51:32: the field `found` has no choice `有的`, expected one of 有, 无",
        ),
        (
            "choices = [\"有\", \"无\"]",
            "unit = \"个\"",
            "plan/pack.toml:44:8: the choice field `found` needs either `choices` or `codes`\nplan/pack.toml:45:8: only a number has a unit",
        ),
    ]);
}

#[test]
fn lifecycles_that_stop_or_never_begin() {
    check(&[
        (
            "from = [\"assigned\"]",
            "from = [\"submitted\"]",
            "plan/pack.toml:110:11: the state `assigned` of role `rectifier` has no way out",
        ),
        (
            "states = [\"assigned\", \"submitted\"",
            "states = [\"assigned\", \"paused\", \"submitted\"",
            "plan/pack.toml:110:23: the state `paused` has no on-screen word in `words`\nplan/pack.toml:110:23: nothing leads to the state `paused` of role `rectifier`",
        ),
        (
            "moves = { rectifier = \"submitted\" }",
            "moves = { fixer = \"submitted\", rectifier = \"sent\" }",
            "plan/pack.toml:110:23: nothing leads to the state `submitted` of role `rectifier`\nplan/pack.toml:138:11: `hazard` has no role `fixer`\nplan/pack.toml:138:44: `rectifier` has no state `sent`",
        ),
        (
            "opens = [\"verify\"]\n",
            "",
            "plan/pack.toml:127:6: nothing opens the step `verify`",
        ),
        (
            "days = 15\n",
            "",
            "plan/pack.toml:118:1: the step `rectify` has no clock: give `hours`, `days` or `working_days`",
        ),
        (
            "days = 15\n",
            "days = 15\nhours = 24\n",
            "plan/pack.toml:123:8: the step `rectify` has more than one clock",
        ),
        (
            "met_by = \"verify\"",
            "met_by = \"submit\"",
            "plan/pack.toml:131:10: `submit` is an act of `rectifier` and cannot meet what `regulator` owes",
        ),
        (
            "by = \"regulator\"",
            "by = \"inspector\"",
            "plan/pack.toml:115:11: the state `watching` of role `regulator` has no way out\nplan/pack.toml:131:10: `verify` is an act of `inspector` and cannot meet what `regulator` owes\nplan/pack.toml:145:6: `hazard` has no role `inspector`",
        ),
    ]);
}
