//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    Text {
        code: "plans.unknown.not_found",
        zh: "没有这个方案或条款",
        en: "There is no such plan or clause",
        zh_do: "从方案列表打开",
        en_do: "Open it from the list of plans",
    },
    Text {
        code: "plans.not_your_name",
        zh: "确认栏填写的不是本人姓名",
        en: "What was typed to confirm is not your own name",
        zh_do: "填写登录人本人的姓名",
        en_do: "Type the name of whoever is signed in",
    },
    Text {
        code: "plans.day_passed",
        zh: "启用日期 {day} 已过",
        en: "The day {day} has passed",
        zh_do: "选择今天或以后的日期",
        en_do: "Choose today or a later day",
    },
    Text {
        code: "plans.after_end",
        zh: "启用日期晚于方案的最后一天 {until}",
        en: "The plan ends on {until}, before that day",
        zh_do: "选择方案期限内的日期",
        en_do: "Choose a day within the plan's span",
    },
    Text {
        code: "plans.in_force.conflict",
        zh: "方案“{pack}”第 {version} 版已启用，再启用会重复在办事项：{running} 项在办，涉及 {definitions}",
        en: "Version {version} of {pack} is in force; activating it again would double what runs: {running} obligations of {definitions}",
        zh_do: "方案数据有新版本后再启用",
        en_do: "Activate again when a new version is installed",
    },
    Text {
        code: "plans.doubles.conflict",
        zh: "启用后会与在办事项重复：{pairs}，共 {count} 个对象",
        en: "This would double running obligations: {pairs}, on {count} subjects",
        zh_do: "先停用旧规则，或沿用原规则编号",
        en_do: "End the running definition first, or keep its id in the new version",
    },
    Text {
        code: "plans.asked_before.conflict",
        zh: "该方案已定于 {day} 启用",
        en: "The plan is already set to come into force on {day}",
        zh_do: "等待该日，或先查看启用记录",
        en_do: "Wait for that day, or look at the record of activations",
    },
    Text {
        code: "plans.nothing_to_confirm",
        zh: "没有待确认的参数“{name}”",
        en: "There is no parameter {name} to confirm",
        zh_do: "从方案页选择标有待确认的参数",
        en_do: "Choose one that the plan page marks as to be confirmed",
    },
    Text {
        code: "plans.inside_out",
        zh: "起止颠倒：{from} 晚于 {to}",
        en: "The span is inside out: {from} is after {to}",
        zh_do: "改正起止日期",
        en_do: "Correct the first and last day",
    },
    Text {
        code: "plans.text_empty",
        zh: "文本是空的",
        en: "The text is empty",
        zh_do: "提供方案全文的纯文本",
        en_do: "Give the plan's text as plain text",
    },
    Text {
        code: "plans.text_too_long",
        zh: "文本超过 {most} 字",
        en: "The text is longer than {most} characters",
        zh_do: "只提供方案正文",
        en_do: "Give the body of the plan only",
    },
    Text {
        code: "plans.no_text.not_found",
        zh: "还没有附上方案文本",
        en: "No text is attached to this plan yet",
        zh_do: "由管理员附上方案全文",
        en_do: "An administrator attaches the plan's text",
    },
    Text {
        code: "plans.unknown_paragraph.not_found",
        zh: "文本里没有第 {place} 段",
        en: "The text has no paragraph {place}",
        zh_do: "核对段号",
        en_do: "Check the number of the paragraph",
    },
];
