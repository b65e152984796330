//! The tables that a pack may hold.

/// A kind of table of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    Pack,
    Item,
    Clause,
    Duty,
    Task,
    Form,
    Ladder,
    Lifecycle,
    Matrix,
    Circular,
    Draw,
    Shifts,
    Season,
    KeyPeriod,
    Event,
    Calendar,
    Codes,
    Role,
}

/// Every kind, in the order in which a pack is usually written.
pub const TABLES: [Table; 18] = [
    Table::Pack,
    Table::Item,
    Table::Clause,
    Table::Duty,
    Table::Task,
    Table::Form,
    Table::Ladder,
    Table::Lifecycle,
    Table::Matrix,
    Table::Circular,
    Table::Draw,
    Table::Shifts,
    Table::Season,
    Table::KeyPeriod,
    Table::Event,
    Table::Calendar,
    Table::Codes,
    Table::Role,
];

impl Table {
    pub fn named(name: &str) -> Option<Table> {
        TABLES.into_iter().find(|table| table.name() == name)
    }

    /// The key in the file.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// The word in a Chinese sentence.
    pub fn word(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Table::Pack => ("pack", "方案"),
            Table::Item => ("item", "要点"),
            Table::Clause => ("clause", "条款"),
            Table::Duty => ("duty", "履职规则"),
            Table::Task => ("task", "任务"),
            Table::Form => ("form", "表单"),
            Table::Ladder => ("ladder", "提醒梯次"),
            Table::Lifecycle => ("lifecycle", "办理流程"),
            Table::Matrix => ("matrix", "履职矩阵"),
            Table::Circular => ("circular", "通报"),
            Table::Draw => ("draw", "抽取规则"),
            Table::Shifts => ("shifts", "班次表"),
            Table::Season => ("season", "季节"),
            Table::KeyPeriod => ("key_period", "重要时段"),
            Table::Event => ("event", "事件类型"),
            Table::Calendar => ("calendar", "节假日年表"),
            Table::Codes => ("codes", "代码表"),
            Table::Role => ("role", "角色"),
        }
    }
}
