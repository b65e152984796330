//! Cuts text into the pieces that search stores and asks for.
//!
//! Chinese has no spaces, so Han text is cut into overlapping pairs; Latin words and numbers stay
//! whole. Search of names by their pinyin initials works because the index holds those too.

use std::collections::HashSet;

use pinyin::ToPinyin;

/// A stretch of text of one sort, already folded.
enum Run {
    Han(Vec<char>),
    Word(String),
    Number(String),
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Sort {
    Han,
    Word,
    Number,
    Other,
}

/// The pieces to store for a text, each once, in order of appearance.
pub fn pieces(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for run in runs(text) {
        let initials: Option<String> = match &run {
            Run::Han(characters) => Some(characters.iter().copied().filter_map(initial).collect()),
            Run::Word(_) | Run::Number(_) => None,
        };
        cut(run, &mut out);
        out.extend(initials);
    }
    distinct(out)
}

/// The pieces that a search asks for; all of them must be among the [`pieces`] of a match.
///
/// Without initials: a person who types Han characters means these characters. A single Han
/// character is a piece of its own only where it stands alone; a store that wants to find it
/// inside words asks for the pieces that begin with it.
pub fn query_pieces(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for run in runs(text) {
        cut(run, &mut out);
    }
    distinct(out)
}

/// The pinyin initials of a text; letters and digits in it stay, everything else drops out.
pub fn initials(text: &str) -> String {
    let mut out = String::new();
    for run in runs(text) {
        match run {
            Run::Han(characters) => {
                out.extend(characters.into_iter().filter_map(initial));
            }
            Run::Word(text) | Run::Number(text) => out.push_str(&text),
        }
    }
    out
}

fn runs(text: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut previous = Sort::Other;
    for character in text.chars().flat_map(fold) {
        let sort = sort_of(character);
        if sort != previous {
            match sort {
                Sort::Han => out.push(Run::Han(Vec::new())),
                Sort::Word => out.push(Run::Word(String::new())),
                Sort::Number => out.push(Run::Number(String::new())),
                Sort::Other => {}
            }
        }
        previous = sort;
        if sort == Sort::Other {
            continue;
        }
        match out.last_mut() {
            Some(Run::Han(characters)) => characters.push(character),
            Some(Run::Word(text) | Run::Number(text)) => text.push(character),
            None => {}
        }
    }
    out
}

/// Full-width forms become half-width ones and capitals small letters.
fn fold(character: char) -> impl Iterator<Item = char> {
    let narrow = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        _ => character,
    };
    narrow.to_lowercase()
}

fn sort_of(character: char) -> Sort {
    match character {
        // Number zero, the iteration mark, the unified ideographs with extensions, the
        // compatibility ideographs.
        '\u{3005}'
        | '\u{3007}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}' => Sort::Han,
        '0'..='9' => Sort::Number,
        _ if character.is_alphabetic() => Sort::Word,
        _ => Sort::Other,
    }
}

fn initial(character: char) -> Option<char> {
    let pinyin = character.to_pinyin()?;
    pinyin.plain().chars().next()
}

fn cut(run: Run, out: &mut Vec<String>) {
    match run {
        Run::Han(characters) if characters.len() == 1 => {
            out.extend(characters.iter().map(char::to_string))
        }
        Run::Han(characters) => out.extend(characters.windows(2).map(String::from_iter)),
        Run::Word(text) | Run::Number(text) => out.push(text),
    }
}

fn distinct(mut pieces: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    pieces.retain(|piece| !piece.is_empty() && seen.insert(piece.clone()));
    pieces
}
