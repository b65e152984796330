//! Packs load from files in memory, in the short way of writing them.

use policy::{ActorRule, Due, Every, HolderRule, Library, Measure, Requirement, Source, Subjects};

const PLAN: &str = r#"
[pack]
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
id = "X-04.5"
item = "04"
place = "4.5"
summary = "每季度开展一次专项检查"
kind = "duty"
engines = ["DUTY"]

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

[[ladder]]
id = "default"
[[ladder.rung]]
at_minutes = 0
to = "holder"
"#;

const DUTY: &str = r#"
[[duty]]
id = "committee.inspection"
title = "专项检查"
clauses = ["X-04.5"]
for_each = { org_kind = "special-committee" }
holder = "office_of_subject"
every = "quarter"
due = { days_after = 5 }
after_due = "still_owed"
requirement = { count = 1, form = "inspection", actor = "led_by_holder", where = { purpose = "专项检查" } }
"#;

fn library() -> Library {
    Library::from_sources(vec![
        Source::new("packs/plan/pack.toml", PLAN),
        Source::new("packs/plan/duties/committee.toml", DUTY),
    ])
    .expect("the packs load")
}

#[test]
fn files_of_one_folder_are_one_pack() {
    let library = library();
    let (pack, duty) = library
        .duty("committee.inspection")
        .expect("the duty is there");
    assert_eq!(pack.id(), "plan");
    assert_eq!(pack.header.from.to_string(), "2022-04-01");
    assert!(matches!(&duty.for_each, Subjects::OrgKind(kind) if kind == "special-committee"));
    assert_eq!(duty.holder, HolderRule::OfficeOfSubject);
    assert_eq!(duty.every, Every::Period(kernel::period::Cadence::Quarter));
    assert!(matches!(duty.due, Due::DaysAfter(5)));
    let part = &duty.requirement.all[0];
    assert_eq!(part.measure, Measure::Count);
    assert_eq!(
        (part.min, &part.evidence.actor),
        (Some(1), &ActorRule::LedByHolder)
    );
}

#[test]
fn a_definition_leads_back_to_its_clause_and_its_ladder() {
    let library = library();
    let found = library.definitions_of_clause("X-04.5");
    assert_eq!(
        found.iter().map(|it| it.id).collect::<Vec<_>>(),
        ["committee.inspection"]
    );
    let pack = library.pack("plan").expect("the pack is there");
    let ladder = library
        .ladder_for(pack, None)
        .expect("the default ladder is there");
    assert_eq!(ladder.rungs.len(), 1);
}

#[test]
fn a_stored_requirement_reads_back_the_same() {
    let library = library();
    let (_, duty) = library
        .duty("committee.inspection")
        .expect("the duty is there");
    let stored = serde_json::to_string(&duty.requirement).expect("it is stored");
    let read: Requirement = serde_json::from_str(&stored).expect("it is read");
    assert_eq!(read, duty.requirement);
}
