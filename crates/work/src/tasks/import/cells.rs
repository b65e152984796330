//! What a cell of such a sheet says. Pure.

use kernel::time::Day;

/// The names in a cell, whatever mark stands between them.
pub fn names(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in text.split([
        '、', '，', ',', '；', ';', '\n', '\r', '/', '|', ' ', '\u{3000}',
    ]) {
        let name = name.trim();
        if !name.is_empty() && !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    found
}

/// A due day as people write it; `year` is meant where none is written. A month alone means its last day, a year alone
/// its last day.
pub fn due(text: &str, year: i32) -> Option<Day> {
    let text = text.trim();
    if let Some(day) = Day::parse(text) {
        return Some(day);
    }
    // A sheet may give the time of the day along with the day.
    if let Some(day) = text.get(..10).and_then(Day::parse) {
        return Some(day);
    }
    let numbers = numbers(text)?;
    let has_year = numbers.first().is_some_and(|first| 1900 <= *first);
    match (has_year, numbers.as_slice()) {
        (true, [year]) => Day::new(*year, 12, 31),
        (true, [year, month]) => last_of(*year, *month),
        (true, [year, month, day]) => Day::new(*year, month_of(*month)?, month_of(*day)?),
        (false, [month]) => last_of(year, *month),
        (false, [month, day]) => Day::new(year, month_of(*month)?, month_of(*day)?),
        _ => None,
    }
}

/// The item of a plan that a cell names, `第10项`, `10`, `4.1`; an item of the plan may write a leading zero.
pub fn same_item(no: &str, text: &str) -> bool {
    let bare = |text: &str| {
        let text = text
            .trim()
            .trim_start_matches('第')
            .trim_end_matches(['项', '条', '款']);
        text.trim_start_matches('0').to_owned()
    };
    no == text || bare(no) == bare(text)
}

/// Numbers between the marks of a date; none when anything else stands there.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let plain = plain.trim_end_matches(['前', '底', '末', '止', '日', '号']);
    let mut numbers = Vec::new();
    for piece in plain.split(['-', '/', '.', '年', '月', '－', '．']) {
        if piece.is_empty() {
            continue;
        }
        numbers.push(piece.parse().ok()?);
    }
    Some(numbers)
}

fn last_of(year: i32, month: i32) -> Option<Day> {
    Some(Day::new(year, month_of(month)?, 1)?.last_of_month())
}

fn month_of(number: i32) -> Option<u32> {
    u32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_at_any_mark_and_taken_once() {
        assert_eq!(
            names("县水利局、县发改局，县水利局;\n县公安局 "),
            ["县水利局", "县发改局", "县公安局"]
        );
        assert!(names(" 、 ").is_empty());
    }

    #[test]
    fn due_days_are_read_as_people_write_them() {
        let day = |y, m, d| Day::new(y, m, d);
        for (text, wanted) in [
            ("2022-12-31", day(2022, 12, 31)),
            ("2022-12-31 00:00:00", day(2022, 12, 31)),
            ("2022/6/3", day(2022, 6, 3)),
            ("2022.6.3", day(2022, 6, 3)),
            ("2022年6月3日", day(2022, 6, 3)),
            ("2022年6月3日前", day(2022, 6, 3)),
            ("2022年2月底", day(2022, 2, 28)),
            ("2022年", day(2022, 12, 31)),
            ("9月底前", day(2022, 9, 30)),
            ("9月15日", day(2022, 9, 15)),
            ("2022-02-30", None),
            ("13月", None),
            ("长期", None),
            ("", None),
        ] {
            assert_eq!(due(text, 2022), wanted, "{text}");
        }
    }

    #[test]
    fn items_are_named_with_and_without_zeros() {
        assert!(same_item("04", "4"));
        assert!(same_item("04", "第4项"));
        assert!(same_item("4.1", "4.1"));
        assert!(same_item("15a", "15a"));
        assert!(!same_item("4.1", "4"));
        assert!(!same_item("14", "4"));
    }
}
