//! A clause in words, and how far each clause has come.

use kernel::time::Day;
use policy::{Lang, Library, Source, State, explain, trace};

const PLAN: &str = r#"
[pack]
id = "plan"
version = 1
title = "2022年要点"
from = 2022-01-01
until = 2022-12-31
zone = "Asia/Shanghai"

[[item]]
no = "04"
section = "一"
title = "专业委员会"

[[clause]]
id = "X-1"
item = "04"
place = "4.1"
summary = "每季专项检查"
summary_en = "A special inspection each quarter"
kind = "duty"
engines = ["DUTY"]
systems = ["S-04"]
parameters = [{ name = "周期", value = "每季", assumed = true }]

[[clause]]
id = "X-2"
item = "04"
place = "4.2"
summary = "由尚未建成的引擎承担"
kind = "indicator"
engines = ["DUTY", "INDEX"]
waits_for = ["INDEX"]

[[clause]]
id = "X-3"
item = "04"
place = "4.3"
summary = "只跟踪"
kind = "publicity"
engines = ["TASK"]
tracked = true

[[clause]]
id = "X-4"
item = "04"
place = "4.4"
summary = "只有一张表"
kind = "registry"
engines = ["REG"]

[[codes]]
id = "org-kinds"
title = "单位类型"
entry = [{ code = "special-committee", label = "专业委员会", label_en = "special committee" }]

[[form]]
id = "inspection"
version = 1
title = "检查记录"
title_en = "Inspection"
clauses = ["X-4"]
[[form.field]]
id = "purpose"
label = "检查类型"
label_en = "kind"
kind = "choice"
choices = ["专项检查", "其他"]
[[form.field]]
id = "leader"
label = "带队人"
label_en = "leader"
kind = "person"
lead = true

[[duty]]
id = "inspection"
title = "专项检查"
title_en = "Special inspection"
clauses = ["X-1", "X-2"]
for_each = { org_kind = "special-committee" }
holder = "office_of_subject"
every = "quarter"
due = { workdays_after = 3 }
grace_hours = 12
steps = ["filled", "approved"]
from = 2022-04-01
requirement = { count = 1, form = "inspection", actor = "led_by_holder", where = { purpose = "专项检查" }, filled = ["leader"] }

[[task]]
id = "oath"
title = "宣誓"
clauses = ["X-3"]
responsibility = { joint = { group = "成员单位" } }
due = 2022-11-30
form = "inspection"
requirement = { all = [
  { count = 1, form = "inspection" },
  { each = { group = "成员单位" }, min = 0, form = "inspection", members = "leader" },
] }
"#;

fn library() -> Library {
    Library::from_sources(vec![Source::new("plan/pack.toml", PLAN)])
        .unwrap_or_else(|rejected| panic!("{rejected}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[track_caller]
fn check(clause: &str, as_of: &str, lang: Lang, expected: &str) {
    let explanation = explain(&library(), clause, day(as_of), lang).expect("the clause is there");
    assert_eq!(explanation.text(lang), expected.trim());
}

#[test]
fn a_clause_in_chinese() {
    check(
        "X-1",
        "2022-05-03",
        Lang::Zh,
        "
X-1  2022年要点 4.1
每季专项检查
状态：已运行
引擎：DUTY
  周期：每季（建议值，待确认）

专项检查  inspection
  谁：每个专业委员会，由其办公室承担
  何时：每季度，期满后第3个工作日24:00前
  佐证：《检查记录》至少1份，由责任主体的人员带队，检查类型为“专项检查”，须填带队人
  到期后：宽限12小时；逾期仍须完成，计为逾期；须经本单位审核上报后才算完成",
    );
}

#[test]
fn a_clause_in_english_before_its_duty_begins() {
    check("X-1", "2022-02-01", Lang::En, "
X-1  2022年要点 4.1
A special inspection each quarter
state: runs
engines: DUTY
  周期: 每季 (assumed, to be confirmed)

Special inspection  inspection (not in force on that day)
  who: each special committee, its office answers
  when: each quarter, by the end of working day 3 after it
  evidence: at least one record of “Inspection”, led by somebody of the holder, kind is “专项检查”, with leader filled
  after due: 12 hours of grace; still owed when late, and counted as late; counts only when the body's own approver has approved it");
}

#[test]
fn every_clause_runs_is_tracked_or_planned() {
    let rows = trace(&library());
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.clause.as_str(), row.state, row.definitions.join(" ")))
        .collect();
    assert_eq!(
        found,
        [
            ("X-1", State::Runs, "inspection".to_owned()),
            ("X-2", State::Planned, "inspection".to_owned()),
            ("X-3", State::Tracked, "oath".to_owned()),
            ("X-4", State::Planned, "inspection".to_owned()),
        ]
    );
    let json = serde_json::to_string(&rows[0]).expect("a row is written");
    assert_eq!(
        json,
        r#"{"clause":"X-1","pack":"plan","state":"runs","definitions":["inspection"],"systems":["S-04"]}"#
    );
}

#[test]
fn a_tracked_task_in_chinese() {
    check(
        "X-3",
        "2022-05-03",
        Lang::Zh,
        "
X-3  2022年要点 4.3
只跟踪
状态：仅跟踪
引擎：TASK

宣誓  oath
  谁：成员单位分工负责
  何时：2022-11-30 24:00前
  佐证：《检查记录》至少1份；列出成员单位中尚无《检查记录》者，不作完成条件
  到期后：逾期仍须完成，计为逾期",
    );
}
