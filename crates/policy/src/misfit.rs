//! The sentences in which a typed reader says what does not fit, in Chinese, and clearer where they are dark.

/// The sentence in Chinese and English; `text` is what stands at the place.
pub fn reworded(message: &str, text: &str) -> (String, String) {
    if message == "not a day" {
        return (
            format!("{text} 不是存在的日期"),
            format!("{text} is not a day"),
        );
    }
    if message == "not a month and day" {
        return (
            format!("{text} 不是存在的月日，应形如 \"03-31\""),
            format!("{text} is not a month and day of any year"),
        );
    }
    if message.starts_with("wanted exactly 1 element") {
        return (
            "此处应恰好写一个键，例如 { org_kind = \"…\" }".to_owned(),
            "exactly one key belongs here, for example { org_kind = \"…\" }".to_owned(),
        );
    }
    (in_chinese(message), message.to_owned())
}

/// The sentence in Chinese. One that is not known is passed on, with the fact that the text does not fit.
fn in_chinese(message: &str) -> String {
    let (first, rest) = message.split_once(", expected ").unwrap_or((message, ""));
    let allowed = rest
        .strip_prefix("one of ")
        .unwrap_or(rest)
        .replace(", ", "、");
    if let Some(field) = first.strip_prefix("unknown field ") {
        return format!("不认识的字段 {field}；可用：{allowed}");
    }
    if let Some(value) = first.strip_prefix("unknown variant ") {
        return format!("不认识的取值 {value}；可用：{allowed}");
    }
    if let Some(field) = first.strip_prefix("missing field ") {
        return format!("缺少字段 {field}");
    }
    if let Some(field) = first.strip_prefix("duplicate field ") {
        return format!("字段 {field} 重复");
    }
    if let Some(found) = first.strip_prefix("invalid type: ") {
        return format!(
            "类型不符：写的是 {}，应为 {}",
            kinds(found),
            kinds(&allowed)
        );
    }
    if let Some(found) = first.strip_prefix("invalid value: ") {
        return format!(
            "取值不符：写的是 {}，应为 {}",
            kinds(found),
            kinds(&allowed)
        );
    }
    FIXED
        .iter()
        .find(|(english, _)| message.starts_with(english))
        .map_or_else(
            || format!("写法不符：{message}"),
            |(_, chinese)| (*chinese).to_owned(),
        )
}

/// Sentences that have no parts of their own.
const FIXED: &[(&str, &str)] = &[
    (
        "`all` stands alone",
        "`all` 须单独使用：把其他键移到各部分里",
    ),
    ("`all` cannot stand inside", "`all` 里不能再写 `all`"),
    (
        "exactly one of `count`",
        "`count`、`sum`、`distinct`、`cover`、`each` 须恰好写一个",
    ),
    (
        "`count` already says",
        "`count` 已是最低数量，不要再写 `min`",
    ),
    ("`live` belongs to", "`live` 只用于 `cover`"),
    (
        "an event needs exactly one",
        "事件的期限在 `days`、`workdays`、`hours` 中恰好写一个",
    ),
    (
        "`days`, `workdays` and `hours` belong",
        "`days`、`workdays`、`hours` 只与 `event` 一起写",
    ),
    ("`every` names exactly one", "`every` 中恰好写一种周期"),
    ("`due` names exactly one", "`due` 中恰好写一种期限"),
    (
        "`short_month` belongs to",
        "`short_month` 只与 `day_of_month` 一起写",
    ),
    (
        "data did not match any variant",
        "写法不符：应为一个文本或一组文本",
    ),
];

fn kinds(text: &str) -> String {
    const WORDS: &[(&str, &str)] = &[
        ("string", "文本"),
        ("integer", "整数"),
        ("floating point", "小数"),
        ("boolean", "真假值"),
        ("a boolean", "真假值"),
        ("a string", "文本"),
        ("a sequence", "数组"),
        ("sequence", "数组"),
        ("map", "表"),
        ("\"last\" or a table such as", "\"last\" 或表，例如"),
        (
            "a word such as \"quarter\" or a table such as",
            "\"quarter\" 这样的词或表，例如",
        ),
        ("f64", "数字"),
        ("u32", "非负整数"),
        ("i64", "整数"),
        ("i32", "整数"),
        ("usize", "非负整数"),
    ];
    let mut words: Vec<_> = WORDS.to_vec();
    words.sort_by_key(|(english, _)| std::cmp::Reverse(english.len()));
    words
        .into_iter()
        .find_map(|(english, chinese)| {
            text.strip_prefix(english)
                .map(|rest| format!("{chinese}{rest}"))
        })
        .unwrap_or_else(|| text.to_owned())
}
