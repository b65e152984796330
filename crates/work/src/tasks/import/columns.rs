//! The columns of a table of tasks, under the headings that such tables use.

use documents::{Line, Table};
use mechanism::import::{Column, Importer, Need};

pub const TASKS: Importer = Importer {
    kind: "tasks",
    columns: &[
        NUMBER,
        TITLE,
        LEAD,
        JOINT,
        COOPERATING,
        PATRON,
        DUE,
        ITEM,
        CLAUSE,
        PARENT,
        PLAN,
        FORM,
    ],
    run: super::run,
};

pub const NUMBER: Column = optional("编号", &["序号", "任务编号", "号", "No."]);
pub const TITLE: Column = Column {
    heading: "任务名称",
    aliases: &[
        "任务",
        "工作任务",
        "重点任务",
        "工作内容",
        "任务内容",
        "主要任务",
        "事项",
    ],
    need: Need::Required,
};
pub const LEAD: Column = optional(
    "牵头单位",
    &["牵头部门", "责任单位", "责任部门", "主办单位"],
);
pub const JOINT: Column = optional(
    "共同责任单位",
    &["共同负责单位", "分工负责单位", "会同单位"],
);
pub const COOPERATING: Column = optional("配合单位", &["配合部门", "协办单位", "参与单位"]);
pub const PATRON: Column = optional("牵头领导", &["责任领导", "分管领导", "包干领导"]);
pub const DUE: Column = Column {
    heading: "完成时限",
    aliases: &["完成时间", "时限", "期限", "截止日期", "完成期限"],
    need: Need::Required,
};
pub const ITEM: Column = optional("要点", &["所属要点", "所属条目", "条目", "对应要点"]);
pub const CLAUSE: Column = optional("条款", &["所属条款", "对应条款", "条款编号"]);
pub const PARENT: Column = optional("上级任务", &["所属任务", "所属行动", "所属专项"]);
pub const PLAN: Column = optional("方案", &["所属方案", "方案编号"]);
pub const FORM: Column = optional("签报表单", &["表单"]);

const fn optional(heading: &'static str, aliases: &'static [&'static str]) -> Column {
    Column {
        heading,
        aliases,
        need: Need::Optional,
    }
}

/// Where each column stands in one table.
pub struct Columns {
    places: Vec<(&'static str, Option<usize>)>,
}

impl Columns {
    pub fn of(table: &Table) -> Columns {
        let places = TASKS.columns.iter().map(|column| {
            let names: Vec<&str> = std::iter::once(column.heading)
                .chain(column.aliases.iter().copied())
                .collect();
            (column.heading, table.column(&names))
        });
        Columns {
            places: places.collect(),
        }
    }

    /// A required heading that the table lacks.
    pub fn missing(&self) -> Option<&'static str> {
        let lacking = TASKS
            .columns
            .iter()
            .zip(&self.places)
            .find(|(column, (_, place))| column.need == Need::Required && place.is_none());
        lacking.map(|(column, _)| column.heading)
    }

    pub fn cell<'a>(&self, line: &'a Line, column: &Column) -> &'a str {
        let place = self
            .places
            .iter()
            .find(|(heading, _)| *heading == column.heading);
        line.cell(place.and_then(|(_, place)| *place))
    }
}
