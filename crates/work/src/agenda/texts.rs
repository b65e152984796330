//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[Text {
    code: "agenda.bad_span",
    zh: "日历起止不对，或超过{most}天",
    en: "The calendar's span is inside out, or longer than {most} days",
    zh_do: "改正起止日期",
    en_do: "Correct the first and last day",
}];
