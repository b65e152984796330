//! From text to numbered paragraphs. Pure.
//!
//! A line is a paragraph. Headings of Chinese documents number themselves: 一、 above （一） above 1. above （1）, or
//! 一是; which of them stands above which is read from the order in which they first appear, because documents differ.

use super::Paragraph;

/// How a paragraph numbers itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// 第一章, 第一条
    Chapter,
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// 1. or 1、
    Arabic,
    /// （1）
    ArabicInBrackets,
    /// 一是
    Running,
}

/// Paragraphs with the numbers of the headings above them. Empty lines divide and are not kept.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut order: Vec<Mark> = Vec::new();
    let mut path: Vec<(Mark, u32)> = Vec::new();
    let mut found = Vec::new();
    for line in text.lines().map(trimmed).filter(|line| !line.is_empty()) {
        let numbers = match explicit(line) {
            Some(numbers) => numbers,
            None => {
                if let Some((mark, number)) = mark(line) {
                    enter(&mut order, &mut path, mark, number);
                }
                path.iter().map(|(_, number)| *number).collect()
            }
        };
        found.push(Paragraph {
            no: i64::try_from(found.len() + 1).unwrap_or(i64::MAX),
            text: line.to_owned(),
            numbers,
            clauses: Vec::new(),
        });
    }
    found
}

/// Without the blanks of both widths that indent a paragraph.
fn trimmed(line: &str) -> &str {
    line.trim_matches(|letter: char| {
        letter.is_whitespace() || letter == '\u{3000}' || letter == '\u{feff}'
    })
}

fn enter(order: &mut Vec<Mark>, path: &mut Vec<(Mark, u32)>, mark: Mark, number: u32) {
    let rank = match order.iter().position(|known| *known == mark) {
        Some(rank) => rank,
        None => {
            order.push(mark);
            order.len() - 1
        }
    };
    path.retain(|(above, _)| order.iter().position(|known| known == above) < Some(rank));
    path.push((mark, number));
}

/// A line that gives its whole number: `4.5` or `4.2.1`, followed by something else than a digit.
fn explicit(line: &str) -> Option<Vec<u32>> {
    let end = line
        .find(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != '．')
        .unwrap_or(line.len());
    let head = line[..end].replace('．', ".");
    let parts: Vec<&str> = head.trim_end_matches('.').split('.').collect();
    if parts.len() < 2 {
        return None;
    }
    parts.into_iter().map(|part| part.parse().ok()).collect()
}

fn mark(line: &str) -> Option<(Mark, u32)> {
    if let Some(rest) = line.strip_prefix('第') {
        let (number, rest) = chinese(rest)?;
        return rest
            .starts_with(['章', '条', '节', '部'])
            .then_some((Mark::Chapter, number));
    }
    if let Some(rest) = line.strip_prefix(['（', '(']) {
        if let Some((number, rest)) = chinese(rest) {
            return rest
                .starts_with(['）', ')'])
                .then_some((Mark::ChineseInBrackets, number));
        }
        let (number, rest) = arabic(rest)?;
        return rest
            .starts_with(['）', ')'])
            .then_some((Mark::ArabicInBrackets, number));
    }
    if let Some((number, rest)) = chinese(line) {
        if rest.starts_with(['、', '．', '.']) {
            return Some((Mark::Chinese, number));
        }
        return rest.starts_with('是').then_some((Mark::Running, number));
    }
    let (number, rest) = arabic(line)?;
    rest.starts_with(['.', '．', '、'])
        .then_some((Mark::Arabic, number))
}

fn arabic(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok()?;
    Some((number, &text[end..]))
}

/// A Chinese number up to ninety-nine at the beginning of the text.
fn chinese(text: &str) -> Option<(u32, &str)> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |letter: char| {
        let place = DIGITS.chars().position(|own| own == letter)?;
        u32::try_from(place + 1).ok()
    };
    let (mut tens, mut ones, mut any) = (None, 0, false);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if letter == '十' && tens.is_none() {
            tens = Some(if ones == 0 { 1 } else { ones });
            ones = 0;
        } else if let Some(value) = digit(letter).filter(|_| ones == 0) {
            ones = value;
        } else {
            break;
        }
        any = true;
        rest = &rest[letter.len_utf8()..];
    }
    any.then_some((tens.unwrap_or(0) * 10 + ones, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<Vec<u32>> {
        paragraphs(text)
            .into_iter()
            .map(|one| one.numbers)
            .collect()
    }

    #[test]
    fn headings_number_what_stands_below_them() {
        let text = "关于甲的通知\n一、总则\n　　甲的说明。\n（一）第一件\n1．细目甲\n2．细目乙\n（二）第二件\n十二、附则";
        assert_eq!(
            numbers(text),
            [
                vec![],
                vec![1],
                vec![1],
                vec![1, 1],
                vec![1, 1, 1],
                vec![1, 1, 2],
                vec![1, 2],
                vec![12]
            ]
        );
    }

    #[test]
    fn arabic_items_that_run_on_through_the_sections_keep_their_numbers() {
        let text = "一、甲\n1.子\n2.丑\n二、乙\n3.寅";
        assert_eq!(
            numbers(text),
            [vec![1], vec![1, 1], vec![1, 2], vec![2], vec![2, 3]]
        );
    }

    #[test]
    fn a_written_place_counts_as_it_stands() {
        assert_eq!(
            numbers("一、甲\n4.5 子\n4.2.1　丑\n2022年起施行"),
            [vec![1], vec![4, 5], vec![4, 2, 1], vec![1]]
        );
    }

    #[test]
    fn running_numbers_are_headings_too_and_a_word_that_begins_with_one_is_not() {
        assert_eq!(
            numbers("一、甲\n一是子\n二是丑\n一般规定"),
            [vec![1], vec![1, 1], vec![1, 2], vec![1, 2]]
        );
    }

    #[test]
    fn numbers_up_to_ninety_nine() {
        for (text, number) in [
            ("十、", 10),
            ("十一、", 11),
            ("二十、", 20),
            ("二十三、", 23),
            ("九十九、", 99),
        ] {
            assert_eq!(
                chinese(text).map(|(number, _)| number),
                Some(number),
                "{text}"
            );
        }
    }
}
