//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

const fn text(
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    zh_do: &'static str,
    en_do: &'static str,
) -> Text {
    Text {
        code,
        zh,
        en,
        zh_do,
        en_do,
    }
}

pub const TEXTS: &[Text] = &[
    text(
        "trays.not_yours",
        "没有办理：这项待办不属于本单位",
        "Not done: this obligation is not your body's",
        "请责任单位的人员办理",
        "Ask somebody of the body that holds it",
    ),
    text(
        "trays.not_a_body",
        "没有分办：只有单位的待办可以分办，个人和岗位的待办由本人办理",
        "Not handed out: only a body's obligation can be handed out; a person or post does its own",
        "本人不能办理时请替岗人员办理",
        "Where you cannot act, ask your stand-in",
    ),
    text(
        "trays.nothing_to_hand_out",
        "没有分办：这项待办由签收或办理动作完成，没有可分办的填报内容",
        "Not handed out: it is done by a receipt or an act, there is nothing to file for it",
        "由本单位直接办理",
        "Your body does it itself",
    ),
    text(
        "trays.outside",
        "没有分办：对方不在本单位或下级范围内",
        "Not handed out: the other side is neither of your body nor below it",
        "选择本单位岗位、人员，或者下级单位",
        "Choose a post or person of your body, or a body below it",
    ),
    text(
        "trays.led_by_holder",
        "没有分办：这项待办要求本单位人员带队",
        "Not handed out: this obligation asks that somebody of your body leads",
        "分办给本单位的岗位或人员",
        "Hand it to a post or person of your body",
    ),
    text(
        "trays.due_needed",
        "没有分办：需要一个完成时限",
        "Not handed out: exactly one due date is needed",
        "填写完成日期",
        "Give the day by which it is due",
    ),
    text(
        "trays.due_in_past",
        "没有分办：时限已经过去",
        "Not handed out: the due date has passed",
        "选择以后的日期",
        "Choose a later day",
    ),
    text(
        "trays.due_not_earlier",
        "没有分办：时限须早于本单位的时限，以便留出审核时间",
        "Not handed out: it must be due earlier than your own, so that there is time to approve",
        "选择更早的日期",
        "Choose an earlier day",
    ),
    text(
        "trays.handed_before.conflict",
        "没有分办：已经分办给对方",
        "Not handed out: it has been handed to them already",
        "在分办清单中查看；要改时限先收回再分办",
        "See what was handed out; to change the date take it back first",
    ),
    text(
        "trays.ended.conflict",
        "没有办理：这项待办已经结束",
        "Not done: this obligation has ended",
        "看最新状态",
        "Look at its latest state",
    ),
    text(
        "trays.note_too_long",
        "没有分办：说明超过 {most} 字",
        "Not handed out: the note is longer than {most} letters",
        "缩短说明",
        "Shorten the note",
    ),
    text(
        "trays.not_handed_out",
        "没有收回：这项待办不是分办下来的",
        "Not taken back: it was not handed out",
        "看上级待办",
        "Look at the obligation above it",
    ),
    text(
        "trays.reason_needed",
        "没有收回：缺少理由",
        "Not taken back: the reason is missing",
        "写明理由再提交",
        "Give the reason and send again",
    ),
    text(
        "trays.too_many",
        "没有签收：一次最多 {most} 项",
        "Nothing was signed: at most {most} at once",
        "分几次签收",
        "Sign in several goes",
    ),
    text(
        "trays.unknown_part",
        "单位待办没有“{part}”这一栏",
        "The tray has no part {part}",
        "从单位待办重新打开",
        "Open the tray again",
    ),
    text(
        "trays.handed",
        "分办给您的待办，须在 {due} 前完成",
        "Handed to you, due by {due}",
        "打开待办签收办理",
        "Open it, sign for it and act",
    ),
];
