//! Words from which units and people are named. Nobody real is meant; every unit says that it is made up.

use crate::demo::luck::Dice;
use kernel::id::Id;

const FIRST: &[&str] = &[
    "云", "竹", "清", "溪", "岚", "翠", "远", "恒", "嘉", "润", "安", "和", "启", "新", "禾", "松",
];
const SECOND: &[&str] = &[
    "岭", "语", "泽", "源", "川", "光", "峰", "原", "瑞", "达", "宁", "诚", "野", "桥", "屿", "林",
];
/// Where the pairs are used up a third word follows.
const THIRD: &[&str] = &[
    "", "隆", "盛", "兴", "泰", "昌", "茂", "丰", "益", "顺", "通", "弘", "卓", "朗", "晟", "骏",
    "煜", "宸", "睿", "栋", "楷", "琛", "翔", "越", "凯", "捷", "锦", "绣", "华", "鼎", "铭", "辰",
    "昱", "霖", "沛", "淳", "谦", "悦", "舒", "腾",
];

const SURNAMES: &[&str] = &[
    "叶", "方", "石", "江", "汤", "许", "沈", "邱", "陆", "范", "姚", "夏", "钟", "章", "童", "褚",
];
const GIVEN: &[&str] = &[
    "以宁", "知行", "景和", "云舟", "若川", "清和", "望舒", "怀远", "闻溪", "见山", "予安", "修竹",
];

/// A name that no other has: the words run through all their combinations before a number is needed.
pub fn unit(index: usize, trade: &str) -> String {
    let first = FIRST[index % FIRST.len()];
    let second = SECOND[(index / FIRST.len()) % SECOND.len()];
    let round = index / (FIRST.len() * SECOND.len());
    let third = THIRD[round % THIRD.len()];
    let number = match round / THIRD.len() {
        0 => String::new(),
        more => format!("{}号", more + 1),
    };
    format!("{first}{second}{third}{trade}{number}（演示）")
}

/// Somebody in a post of a body; the posts of one body are held by people of different names.
pub fn person(dice: Dice, body: Id, number: usize) -> String {
    let start = |list: &[&str], question: &str| dice.of(body, question).below(list.len());
    let surname = (start(SURNAMES, "surname") + 5 * number) % SURNAMES.len();
    let given = (start(GIVEN, "given") + 7 * number) % GIVEN.len();
    format!("{}{}", SURNAMES[surname], GIVEN[given])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_units_share_a_name() {
        let names: BTreeSet<_> = (0..12_000).map(|index| unit(index, "机械")).collect();
        assert_eq!(names.len(), 12_000);
        assert!(names.iter().all(|name| name.contains("演示")));
    }

    #[test]
    fn people_of_one_body_have_different_names() {
        let body = Id::natural("test", "body");
        let names: BTreeSet<_> = (0..16)
            .map(|number| person(Dice(7), body, number))
            .collect();
        assert_eq!(names.len(), 16);
    }
}
