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
        "instructions.wish_needed",
        "没有批示：缺少批示内容",
        "No instruction was given: the wish is missing",
        "写明要求再提交",
        "Write what is wanted and send again",
    ),
    text(
        "instructions.wish_too_long",
        "没有批示：内容超过 {most} 字",
        "No instruction was given: it is longer than {most} letters",
        "缩短内容",
        "Shorten it",
    ),
    text(
        "instructions.due_in_past",
        "没有批示：报告时限已经过去",
        "No instruction was given: the day of the report has passed",
        "选择以后的日期",
        "Choose a later day",
    ),
    text(
        "instructions.own",
        "没有批示：批示人不能把办理要求交给自己",
        "No instruction was given: nobody reports back to himself",
        "选择承办单位或人员",
        "Choose the body or person who is to act",
    ),
    text(
        "instructions.not_your_leader",
        "没有代录：批示人不是本单位或上级单位的领导",
        "Not entered: the one whose wish it is does not lead your body or one above it",
        "请其本单位的工作人员代录",
        "Ask the staff of that body to enter it",
    ),
    text(
        "instructions.scan_needed",
        "没有代录：缺少批示原件",
        "Not entered: the paper with the wish is missing",
        "先上传原件扫描件",
        "Upload its scan first",
    ),
    text(
        "instructions.unknown_thing.not_found",
        "没有批示：批示对象不存在或不在可见范围内",
        "No instruction was given: the thing does not exist or you may not see it",
        "从对象页面重新打开",
        "Open it again from the page of the thing",
    ),
    text(
        "instructions.unknown_holder.not_found",
        "没有批示：承办单位或人员不存在或不在可见范围内",
        "No instruction was given: the one who is to act does not exist or is out of your reach",
        "选择管辖范围内的单位或人员",
        "Choose somebody within your area",
    ),
    text(
        "instructions.given",
        "领导批示，请办理并报告",
        "A leader's instruction: act and report back",
        "打开批示，签收办理后填报",
        "Open it, sign for it, act and file the report",
    ),
];
