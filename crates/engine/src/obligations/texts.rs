//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

const fn text(code: &'static str, zh: &'static str, en: &'static str, zh_do: &'static str, en_do: &'static str) -> Text {
    Text { code, zh, en, zh_do, en_do }
}

pub const TEXTS: &[Text] = &[
    text(
        "obligations.not_yours",
        "没有签收：这项待办不属于本人或本单位",
        "Not signed: this obligation is not held by you or your body",
        "请责任主体签收",
        "Ask its holder to sign for it",
    ),
    text(
        "obligations.nothing_owed",
        "没有催办：这项待办已经办结或尚未开始",
        "Not urged: nothing is owed at the moment",
        "看最新状态",
        "Look at its latest state",
    ),
    text(
        "obligations.reason_needed",
        "没有免办：缺少理由",
        "Not excused: the reason is missing",
        "写明理由再提交",
        "Give the reason and send again",
    ),
    text(
        "obligations.own_excuse",
        "没有免办：责任主体不能免除自己的待办",
        "Not excused: nobody excuses himself",
        "由上级单位决定",
        "The superior body decides",
    ),
    text(
        "obligations.ended.conflict",
        "没有保存：这项待办已经结束",
        "Not saved: this obligation has ended",
        "看最新状态",
        "Look at its latest state",
    ),
    text("obligations.in_time", "按期", "in time", "", ""),
    text("obligations.late_by_minutes", "逾期 {n} 分", "{n} min late", "", ""),
    text("obligations.late_by_hours", "逾期 {n} 小时", "{n} h late", "", ""),
    text("obligations.late_by_days", "逾期 {n} 天", "{n} d late", "", ""),
    text("obligations.left_minutes", "剩 {n} 分", "{n} min left", "", ""),
    text("obligations.left_hours", "剩 {n} 小时", "{n} h left", "", ""),
    text("obligations.left_days", "剩 {n} 天", "{n} d left", "", ""),
    text("ladders.due_soon", "待办即将到期", "An obligation is due soon", "", ""),
    text("ladders.overdue", "待办已逾期", "An obligation is overdue", "", ""),
    text("ladders.climbed", "下级待办逾期未办，已升级", "An obligation below you is overdue and was escalated", "", ""),
    text("ladders.urged", "催办：请尽快办理", "Urged: please act", "", ""),
    text("satisfaction.other_form", "表单不同", "another form", "", ""),
    text("satisfaction.not_in_force", "已退回或已被更正", "returned or corrected", "", ""),
    text("satisfaction.not_approved", "尚未审核上报", "not yet approved", "", ""),
    text("satisfaction.other_period", "不在本期（{day}）", "outside the period ({day})", "", ""),
    text("satisfaction.other_subject", "不是这个对象", "about something else", "", ""),
    text("satisfaction.not_led_by", "带队人不是{role}", "not led by the {role}", "", ""),
    text("satisfaction.not_led_by_holder", "带队人不属于责任主体", "not led by the holder", "", ""),
    text("satisfaction.other_body", "不是责任主体的记录", "another body's record", "", ""),
    text("satisfaction.field_missing", "缺少“{field}”", "{field} is missing", "", ""),
    text("satisfaction.field_differs", "“{field}”不符", "{field} differs", "", ""),
];
