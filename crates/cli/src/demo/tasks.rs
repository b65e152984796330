//! The tasks that were carried over from the years before, as the table that a bureau hands in.

use super::base::keep;
use super::luck::Luck;
use super::{Scale, said};
use crate::outcome::Refusal;
use kernel::id::Id;
use mechanism::App;
use registry::org;
use std::fmt::Write;

/// The clause under which the carried-over tasks stand, and the programme above them.
const CLAUSE: &str = "AJ-03.3";
const ITEM: &str = "03";
const PROGRAMME: &str = "programme.three-year";

const WHAT: &[&str] = &[
    "隐患清单",
    "风险点位",
    "老旧设施",
    "责任清单",
    "应急预案",
    "从业人员",
    "监测设备",
    "重点场所",
    "作业规程",
    "承包单位",
];
const DONE: &[&str] = &[
    "排查整治",
    "更新改造",
    "复核销号",
    "专项培训",
    "台账完善",
    "联合执法",
    "达标验收",
];

pub fn load(app: &App, scale: Scale) -> Result<(), Refusal> {
    said("carried-over tasks");
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let bureaus = app
        .store
        .read_blocking(move |sql| org::store::of_kind(sql, "bureau", day))?;
    let names: Vec<String> = bureaus.into_iter().map(|org| org.name).collect();
    if names.is_empty() || app.env.policy.clause(CLAUSE).is_none() {
        return Ok(());
    }
    let mut table = "编号,任务名称,要点,条款,牵头单位,配合单位,完成时限,上级任务\n".to_owned();
    for index in 0..scale.tasks() {
        row(&mut table, index, &names);
    }
    keep(app, "tasks", "made-up tasks", table.as_bytes())?;
    Ok(())
}

fn row(table: &mut String, index: usize, bureaus: &[String]) {
    let number = format!("结转{:03}", index + 1);
    let id = Id::natural("demonstration", &number);
    // Bureau, object and deed run through all combinations before one repeats.
    let lead = &bureaus[index % bureaus.len()];
    let what = WHAT[(index / bureaus.len()) % WHAT.len()];
    let done = DONE[(index / bureaus.len() / WHAT.len() + index) % DONE.len()];
    let other = Luck::of(id, "other")
        .pick(bureaus)
        .filter(|other| *other != lead);
    let other = other
        .filter(|_| Luck::of(id, "alone").of_hundred() < 60)
        .map_or("", String::as_str);
    let title = format!(
        "{}{what}{done}",
        lead.trim_start_matches('县').trim_end_matches('局')
    );
    // Most end with a quarter, the rest with any month.
    let month = match Luck::of(id, "month").between(1, 10) {
        quarter @ 1..=4 => quarter * 3,
        _ => Luck::of(id, "any month").between(2, 12),
    };
    let last = if [4, 6, 9, 11].contains(&month) {
        30
    } else {
        28
    };
    // Writing to a string does not fail.
    let _ = writeln!(
        table,
        "{number},{title},{ITEM},{CLAUSE},{lead},{other},2022-{month:02}-{last},{PROGRAMME}"
    );
}
