//! References of cells and ranges, when a line becomes several. Pure text.

/// What happened to the lines of a page: line `at` (from 1) became `count` lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    pub at: u32,
    pub count: u32,
}

impl Moved {
    fn extra(self) -> u32 {
        self.count.saturating_sub(1)
    }

    /// Where a line below stands now; the repeated one stays where its first copy is.
    pub fn line(self, row: u32) -> u32 {
        if row > self.at {
            row + self.extra()
        } else {
            row
        }
    }

    /// Where a range ends now that ended in this line.
    fn end(self, row: u32) -> u32 {
        if row >= self.at {
            row + self.extra()
        } else {
            row
        }
    }

    /// A list of ranges as rules of cells have it: a range that touches the repeated line covers all its copies.
    pub fn ranges(self, text: &str) -> String {
        let ranges = text.split(' ').map(|range| {
            let (first, last) = range.split_once(':').unwrap_or((range, range));
            let from = with_row(first, |row| self.line(row));
            let to = with_row(last, |row| self.end(row));
            if from == to {
                from
            } else {
                format!("{from}:{to}")
            }
        });
        ranges.collect::<Vec<_>>().join(" ")
    }

    /// The merged cells of a range now: a merge within the repeated line is there in every copy.
    pub fn merges(self, text: &str) -> Vec<String> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let within = row_of(first) == Some(self.at) && row_of(last) == Some(self.at);
        if !within {
            return vec![self.ranges(text)];
        }
        let copy = |place| {
            let first = with_row(first, |row| row + place);
            let last = with_row(last, |row| row + place);
            format!("{first}:{last}")
        };
        (0..self.count).map(copy).collect()
    }

    /// A formula that stands outside of the repeated line.
    pub fn formula(self, text: &str) -> String {
        rewritten(text, |row, place| match place {
            Place::RangeEnd => self.end(row),
            Place::Alone | Place::RangeStart => self.line(row),
        })
    }

    /// A formula in the copy of the repeated line, counted from 0.
    pub fn formula_in_copy(self, text: &str, copy: u32) -> String {
        rewritten(text, |row, _| {
            if row == self.at {
                row + copy
            } else {
                self.line(row)
            }
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Alone,
    RangeStart,
    RangeEnd,
}

/// Puts other rows into the references of a formula; texts in it and other pages are left alone.
fn rewritten(formula: &str, row: impl Fn(u32, Place) -> u32) -> String {
    let bytes = formula.as_bytes();
    let mut out = String::with_capacity(formula.len());
    let (mut at, mut quoted) = (0, None);
    let mut before = ' ';
    while at < bytes.len() {
        let rest = &formula[at..];
        let letter = rest.chars().next().unwrap_or(' ');
        if matches!(letter, '"' | '\'') && quoted.is_none_or(|quote| quote == letter) {
            quoted = match quoted {
                Some(_) => None,
                None => Some(letter),
            };
        } else if quoted.is_none()
            && starts_word(before)
            && let Some(length) = reference(rest)
        {
            let after = rest[length..].chars().next();
            let ends = after.is_none_or(|next| {
                !next.is_alphanumeric() && !matches!(next, '(' | '_' | '.' | '!')
            });
            if ends {
                let place = match (before, after) {
                    (':', _) => Place::RangeEnd,
                    (_, Some(':')) => Place::RangeStart,
                    _ => Place::Alone,
                };
                out.push_str(&with_row(&rest[..length], |old| row(old, place)));
                before = '0';
                at += length;
                continue;
            }
        }
        out.push(letter);
        before = letter;
        at += letter.len_utf8();
    }
    out
}

fn starts_word(before: char) -> bool {
    !before.is_alphanumeric() && !matches!(before, '_' | '.' | '!' | '$')
}

/// Length of a reference such as `$B$12` at the front of a text.
fn reference(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = usize::from(bytes.first() == Some(&b'$'));
    let letters = bytes[at..]
        .iter()
        .take_while(|b| b.is_ascii_uppercase())
        .count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    at += letters;
    at += usize::from(bytes.get(at) == Some(&b'$'));
    let digits = bytes[at..]
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    (1..=7).contains(&digits).then_some(at + digits)
}

/// The row of a reference.
pub fn row_of(reference: &str) -> Option<u32> {
    let digits = reference.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok()
}

/// A reference with another row; one without a row, such as a whole column, stays.
pub fn with_row(reference: &str, change: impl Fn(u32) -> u32) -> String {
    let Some(row) = row_of(reference) else {
        return reference.to_owned();
    };
    let column = reference.trim_end_matches(|c: char| c.is_ascii_digit());
    format!("{column}{}", change(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOVED: Moved = Moved { at: 5, count: 3 };

    #[test]
    fn ranges_that_touch_the_repeated_line_grow_and_those_below_move() {
        assert_eq!(MOVED.ranges("A5"), "A5:A7");
        assert_eq!(MOVED.ranges("B2:C5 D9"), "B2:C7 D11");
        assert_eq!(MOVED.ranges("A1:B2"), "A1:B2");
        assert_eq!(MOVED.merges("A5:B5"), ["A5:B5", "A6:B6", "A7:B7"]);
        assert_eq!(MOVED.merges("A4:A6"), ["A4:A8"]);
    }

    #[test]
    fn formulas_follow_their_lines_and_leave_texts_and_other_pages_alone() {
        assert_eq!(MOVED.formula("SUM(B5:B5)+$C$9"), "SUM(B5:B7)+$C$11");
        assert_eq!(
            MOVED.formula("IF(A9=\"B9\",LOG10(D9),E1)"),
            "IF(A11=\"B9\",LOG10(D11),E1)"
        );
        assert_eq!(MOVED.formula("表二!B9+'a b'!C9"), "表二!B9+'a b'!C9");
        assert_eq!(MOVED.formula_in_copy("B5*C5+D9", 2), "B7*C7+D11");
    }
}
