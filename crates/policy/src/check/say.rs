//! Every sentence of the checker, in Chinese and in English, with its lasting code.

use crate::notes::Said;
use crate::table::Table;
use std::collections::BTreeSet;

pub fn unknown_reference(table: Table, id: &str) -> Said {
    said(
        "policy.unknown_reference",
        format!("没有名为 `{id}` 的{}", table.word()),
        format!("there is no {} `{id}`", table.name()),
    )
}

pub fn out_of_reach(table: Table, id: &str, pack: &str) -> Said {
    said(
        "policy.unknown_reference",
        format!(
            "{} `{id}` 定义在方案 `{pack}` 中，须先写入 builds_on",
            table.word()
        ),
        format!(
            "the {} `{id}` is in pack `{pack}`, which `builds_on` does not name",
            table.name()
        ),
    )
}

/// A part inside a definition, named by its own word: a state, a step, a role, a transition, a field.
pub fn unknown_part(word: (&str, &str), id: &str, of: &str) -> Said {
    said(
        "policy.unknown_reference",
        format!("`{of}` 中没有{} `{id}`", word.0),
        format!("`{of}` has no {} `{id}`", word.1),
    )
}

pub fn unknown_code(list: &str, value: &str, codes: &BTreeSet<&str>) -> Said {
    let near = near(value, codes.iter().copied());
    said(
        "policy.unknown_code",
        format!("代码表 `{list}` 中没有 `{value}`{}", near_zh(near)),
        format!("the code list `{list}` has no `{value}`{}", near_en(near)),
    )
}

pub fn unknown_choice(field: &str, value: &str, choices: &[&str]) -> Said {
    said(
        "policy.unknown_choice",
        format!(
            "字段 `{field}` 没有选项 `{value}`；可选：{}",
            choices.join("、")
        ),
        format!(
            "the field `{field}` has no choice `{value}`, expected one of {}",
            choices.join(", ")
        ),
    )
}

pub fn unknown_word(what: (&str, &str), value: &str, known: &[&str]) -> Said {
    said(
        "policy.unknown_word",
        format!("不认识的{} `{value}`；可用：{}", what.0, known.join("、")),
        format!(
            "unknown {} `{value}`, expected one of {}",
            what.1,
            known.join(", ")
        ),
    )
}

pub fn two_definitions(table: Table, id: &str, first: &str) -> Said {
    said(
        "policy.two_definitions",
        format!("{} `{id}` 重复定义，前一处在 {first}", table.word()),
        format!(
            "two definitions of {} `{id}`, the first at {first}",
            table.name()
        ),
    )
}

pub fn two_parts(word: (&str, &str), id: &str) -> Said {
    said(
        "policy.two_definitions",
        format!("{} `{id}` 重复", word.0),
        format!("two {}s `{id}`", word.1),
    )
}

pub fn cycle(what: (&str, &str), path: &[String]) -> Said {
    let path = path.join(" → ");
    said(
        "policy.cycle",
        format!("{}成环：{path}", what.0),
        format!("a cycle of {}: {path}", what.1),
    )
}

pub fn no_holder(zh: &str, en: &str) -> Said {
    said(
        "policy.no_holder",
        format!("没有责任主体：{zh}"),
        format!("no holder: {en}"),
    )
}

pub fn period(zh: impl Into<String>, en: impl Into<String>) -> Said {
    said("policy.period", zh.into(), en.into())
}

pub fn field(zh: impl Into<String>, en: impl Into<String>) -> Said {
    said("policy.field", zh.into(), en.into())
}

pub fn lifecycle(zh: impl Into<String>, en: impl Into<String>) -> Said {
    said("policy.lifecycle", zh.into(), en.into())
}

pub fn no_way_out(role: &str, state: &str) -> Said {
    said(
        "policy.no_way_out",
        format!("角色 `{role}` 的状态 `{state}` 没有出路"),
        format!("the state `{state}` of role `{role}` has no way out"),
    )
}

pub fn unfit(zh: impl Into<String>, en: impl Into<String>) -> Said {
    said("policy.unfit", zh.into(), en.into())
}

fn said(code: &'static str, zh: String, en: String) -> Said {
    Said { code, zh, en }
}

/// The one code that begins like the value: enough to show a slip of the pen, not a guess at meaning.
fn near<'a>(value: &str, codes: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let start: String = value.chars().take(3).collect();
    let mut alike = codes.filter(|code| !start.is_empty() && code.starts_with(&start));
    alike.next().filter(|_| alike.next().is_none())
}

fn near_zh(near: Option<&str>) -> String {
    near.map_or_else(String::new, |code| format!("，是否为 `{code}`？"))
}

fn near_en(near: Option<&str>) -> String {
    near.map_or_else(String::new, |code| format!(", is it `{code}`?"))
}
