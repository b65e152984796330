//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    Text {
        code: "census.none",
        zh: "缺{month}月摸排",
        en: "no {month_en} census",
        zh_do: "补报当月摸排，无变化也须写明",
        en_do: "File that month's census; no change is stated, too",
    },
    Text {
        code: "census.out_of_sight",
        zh: "{month}月摸排不在可见范围内",
        en: "the {month_en} census is out of sight",
        zh_do: "需要时请填报单位或其主管提供",
        en_do: "Ask the unit or whoever supervises it, if it is needed",
    },
    Text {
        code: "census.unknown.not_found",
        zh: "没有这项摸排",
        en: "There is no such census",
        zh_do: "从摸排列表打开",
        en_do: "Open it from the list of censuses",
    },
    Text {
        code: "census.bad_period",
        zh: "月份“{period}”写法不对，例如 2023-02",
        en: "{period} is not a month such as 2023-02",
        zh_do: "改正月份",
        en_do: "Correct the month",
    },
];
