//! Words from which enterprises and people are named. Nobody real is meant; every enterprise says that it is made up.

use crate::demo::luck::Luck;
use kernel::id::Id;

/// The enterprise for which a demonstration account signs in, and its place in the row.
pub const SHOWN: &str = "恒岭竹制品（演示）";
pub const SHOWN_INDEX: usize = 7;

/// What an enterprise does, and which tags of the plan it may bear.
pub struct Trade {
    pub word: &'static str,
    pub sector: &'static str,
    pub tags: &'static [&'static str],
}

pub const TRADES: &[Trade] = &[
    Trade {
        word: "竹制品",
        sector: "工矿企业",
        tags: &["重点使用危化品工贸企业"],
    },
    Trade {
        word: "座椅",
        sector: "工矿企业",
        tags: &["重点使用危化品工贸企业"],
    },
    Trade {
        word: "机械配件",
        sector: "工矿企业",
        tags: &[],
    },
    Trade {
        word: "涂料",
        sector: "危险化学品",
        tags: &["危化品企业", "重大危险源", "危化消防重点单位"],
    },
    Trade {
        word: "加油站",
        sector: "危险化学品",
        tags: &["危化品企业", "危化消防重点单位"],
    },
    Trade {
        word: "环保科技",
        sector: "工矿企业",
        tags: &["重点环保项目"],
    },
    Trade {
        word: "民宿",
        sector: "文体旅游",
        tags: &["文旅重点场所", "餐饮燃气用户"],
    },
    Trade {
        word: "度假酒店",
        sector: "文体旅游",
        tags: &["文旅重点场所", "餐饮燃气用户"],
    },
    Trade {
        word: "餐饮",
        sector: "商贸",
        tags: &["餐饮燃气用户"],
    },
    Trade {
        word: "商场",
        sector: "商贸",
        tags: &["按需维保试点电梯"],
    },
    Trade {
        word: "燃气",
        sector: "城镇燃气",
        tags: &["燃气压力管道"],
    },
    Trade {
        word: "物流",
        sector: "道路交通",
        tags: &[],
    },
    Trade {
        word: "建筑",
        sector: "城乡建设",
        tags: &[],
    },
    Trade {
        word: "农机",
        sector: "农业渔业",
        tags: &[],
    },
];

const FIRST: &[&str] = &[
    "云", "竹", "清", "溪", "岚", "翠", "远", "恒", "嘉", "润", "安", "和", "启", "新", "禾", "松",
];
const SECOND: &[&str] = &[
    "岭", "语", "泽", "源", "川", "光", "峰", "原", "瑞", "达", "宁", "诚", "野", "桥", "屿", "林",
];

const SURNAMES: &[&str] = &[
    "叶", "方", "石", "江", "汤", "许", "沈", "邱", "陆", "范", "姚", "夏", "钟", "章", "童", "褚",
];
const GIVEN: &[&str] = &[
    "以宁", "知行", "景和", "云舟", "若川", "清和", "望舒", "怀远", "闻溪", "见山", "予安", "修竹",
];

/// A name that no other has: the two words run through all pairs before the trade repeats.
pub fn enterprise(index: usize, trade: &Trade) -> String {
    let first = FIRST[index % FIRST.len()];
    let second = SECOND[(index / FIRST.len()) % SECOND.len()];
    let round = index / (FIRST.len() * SECOND.len());
    let number = if round == 0 {
        String::new()
    } else {
        format!("{}号", round + 1)
    };
    format!("{first}{second}{}{number}（演示）", trade.word)
}

pub fn person(enterprise: Id, post: &str) -> String {
    let pick = |list: &[&'static str], of: &str| {
        Luck::of(enterprise, &format!("{of} {post}"))
            .pick(list)
            .copied()
    };
    format!(
        "{}{}",
        pick(SURNAMES, "surname").unwrap_or("叶"),
        pick(GIVEN, "given").unwrap_or("知行")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_one_that_is_shown_has_the_name_of_its_place() {
        assert_eq!(enterprise(SHOWN_INDEX, &TRADES[0]), SHOWN);
    }

    #[test]
    fn no_two_enterprises_share_a_name() {
        let names: BTreeSet<_> = (0..1000)
            .map(|index| enterprise(index, &TRADES[index % TRADES.len()]))
            .collect();
        assert_eq!(names.len(), 1000);
        assert!(names.iter().all(|name| name.contains("演示")));
    }
}
