//! Texts of the reasons that this mechanism gives.

use mechanism::text::Text;

pub const TEXTS: &[Text] = &[
    Text {
        code: "duties.unknown_pack.not_found",
        zh: "没有安装方案“{pack}”",
        en: "The plan {pack} is not installed",
        zh_do: "先安装方案",
        en_do: "Install it first",
    },
    Text {
        code: "duties.unknown_year",
        zh: "缺少 {year} 年的放假安排，工作日无法推算",
        en: "The holiday table of {year} is missing; working days cannot be computed",
        zh_do: "由管理员录入当年放假通知",
        en_do: "An administrator enters that year's notice",
    },
    Text {
        code: "duties.unknown_matrix.not_found",
        zh: "没有这张履职矩阵",
        en: "There is no such matrix",
        zh_do: "从方案页打开",
        en_do: "Open it from the plan",
    },
    Text {
        code: "duties.bad_period",
        zh: "期间“{period}”写法不对，例如 2022Q2、2022-05",
        en: "{period} is not a period such as 2022Q2 or 2022-05",
        zh_do: "改正期间",
        en_do: "Correct the period",
    },
];
