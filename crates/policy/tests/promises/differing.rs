//! What a new version of a pack changes, in words of both languages.

use policy::diff::{Change, Difference, FieldChange, text};
use policy::{Lang, Library, Source, diff};

const FIRST: &str = r#"
[pack]
id = "plan"
version = 1
title = "要点"
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
summary = "每季检查"
summary_en = "A check each quarter"
kind = "duty"
engines = ["DUTY"]
parameters = [{ name = "周期", value = "每季", assumed = true }]

[[clause]]
id = "X-2"
item = "04"
place = "4.2"
summary = "只在旧版"
kind = "duty"
engines = ["DUTY"]

[[form]]
id = "check"
version = 1
title = "检查记录"
title_en = "Check"

[[form.field]]
id = "date"
label = "日期"
label_en = "Date"
kind = "date"

[[duty]]
id = "check"
title = "检查"
title_en = "Check"
clauses = ["X-1"]
for_each = { org = "安委办" }
every = "quarter"
requirement = { name = "检查记录", count = 1, form = "check" }
"#;

fn library(text: &str) -> Library {
    Library::from_sources(vec![Source::new("plan/pack.toml", text)]).expect("a well-formed pack")
}

fn differences(second: &str) -> Vec<Difference> {
    diff(&library(FIRST), &library(second))
}

fn changed<'d>(all: &'d [Difference], table: &str, id: &str) -> &'d [FieldChange] {
    let found = all.iter().find(|one| one.table == table && one.id == id);
    match found.map(|one| &one.change) {
        Some(Change::Changed(fields)) => fields,
        other => panic!("{table} {id}: {other:?}"),
    }
}

#[test]
fn the_same_pack_differs_in_nothing() {
    assert_eq!(differences(FIRST), []);
}

#[test]
fn a_changed_cadence_is_told_as_the_sentence_that_people_know() {
    let all = differences(&FIRST.replace("every = \"quarter\"", "every = \"month\""));
    let fields = changed(&all, "duty", "check");
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert_eq!(fields[0].field, "when");
    assert_eq!(fields[0].before.zh, "每季度，期末当日24:00前");
    assert_eq!(fields[0].after.zh, "每月，期末当日24:00前");
    assert_eq!(
        fields[0].before.en,
        "each quarter, by the end of its last day"
    );
    assert_eq!(fields[0].after.en, "each month, by the end of its last day");
}

#[test]
fn a_field_of_a_form_is_told_by_its_label() {
    let all = differences(&FIRST.replace("kind = \"date\"", "kind = \"date\"\nrequired = true"));
    let fields = changed(&all, "form", "check@1");
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert_eq!(fields[0].field, "field.date.required");
    assert_eq!(fields[0].label.zh, "字段“日期”·必填");
    assert_eq!(fields[0].label.en, "field “Date”, required");
    assert_eq!(
        (fields[0].before.zh.as_str(), fields[0].after.zh.as_str()),
        ("否", "是")
    );
}

#[test]
fn a_confirmed_parameter_and_a_new_summary_are_two_changes_of_one_clause() {
    let second = FIRST
        .replace("assumed = true", "assumed = false")
        .replace("summary = \"每季检查\"", "summary = \"每季检查一次\"");
    let all = differences(&second);
    let mut fields: Vec<&str> = changed(&all, "clause", "X-1")
        .iter()
        .map(|one| one.field.as_str())
        .collect();
    fields.sort_unstable();
    assert_eq!(fields, ["parameters.周期.assumed", "summary"]);
}

#[test]
fn what_came_and_what_went_is_named_in_both_languages() {
    let second = FIRST
        .replace("\"X-2\"", "\"X-3\"")
        .replace("只在旧版", "只在新版");
    let all = differences(&second);
    assert_eq!(all.len(), 2);
    let zh = text(&all, Lang::Zh);
    assert!(zh.contains("删除  条款 X-2 只在旧版"), "{zh}");
    assert!(zh.contains("新增  条款 X-3 只在新版"), "{zh}");
    let en = text(&all, Lang::En);
    assert!(en.contains("removed  clause X-2"), "{en}");
}

#[test]
fn an_unknown_pack_on_one_side_is_added_or_removed_whole() {
    let all = diff(&Library::default(), &library(FIRST));
    assert!(all.iter().all(|one| one.change == Change::Added));
    let gone = diff(&library(FIRST), &Library::default());
    assert_eq!(gone.len(), all.len());
    assert!(gone.iter().all(|one| one.change == Change::Removed));
}

#[test]
fn every_installed_pack_can_be_kept_as_text_and_read_again() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let library = Library::load_dirs(&[folder]).expect("the packs are well formed");
    for pack in library.packs() {
        let kept = policy::diff::written(pack);
        let read = policy::diff::read(&kept).expect("a pack as it was kept");
        assert_eq!(policy::diff::written(&read), kept, "{}", pack.id());
        let mut again = library.clone();
        again
            .packs
            .insert(pack.id().to_owned(), std::sync::Arc::new(read));
        assert_eq!(diff(&library, &again), [], "{}", pack.id());
    }
}
