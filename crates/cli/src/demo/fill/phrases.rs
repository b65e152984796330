//! Sentences of the kind that people write into forms. They say nothing about anybody.

use crate::demo::luck::Luck;
use policy::Field;

const DECIDED: &[&str] = &[
    "通报上季度工作情况，部署下阶段重点任务，明确责任单位和完成时限。",
    "研究重点领域风险管控措施，要求逐项销号、按月报送。",
    "学习有关文件精神，分析当前形势，安排专项整治。",
];
const FOUND: &[&str] = &[
    "现场秩序良好，个别点位消防通道堆放杂物，已当场清理。",
    "台账基本齐全，应急物资清点记录不完整，已要求补齐。",
    "设备运行正常，警示标识老化，限期更换。",
];
const DONE: &[&str] = &[
    "已按要求完成，资料归档备查。",
    "按计划推进，本期任务已完成。",
    "已组织落实，效果良好。",
];
const PLACES: &[&str] = &["三楼会议室", "一号会议室", "应急指挥中心", "生产车间"];

/// A sentence that suits the field, no longer than it may be.
pub fn text(field: &Field, luck: Luck) -> String {
    let list = match field.id.as_str() {
        "minutes" | "decisions" => DECIDED,
        "what" | "problems" | "findings" | "situation" => FOUND,
        "venue" | "where" | "spot" | "location" => PLACES,
        _ => DONE,
    };
    let text = luck.pick(list).copied().unwrap_or_default();
    text.chars().take(field.max_length.unwrap_or(200)).collect()
}
