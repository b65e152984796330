//! Cuts text into the pieces that search stores and asks for.
//!
//! Chinese has no spaces, so Han text is cut into overlapping pairs; Latin words and numbers stay
//! whole. Search of names by their pinyin initials works because the index holds those too.

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
        if let Run::Han(characters) = &run {
            add_pairs(characters, &mut out);
            add(
                characters
                    .iter()
                    .filter_map(|character| initial(*character))
                    .collect(),
                &mut out,
            );
        } else {
            add_whole(run, &mut out);
        }
    }
    out
}

/// The pieces that a search asks for; all of them must be among the [`pieces`] of a match.
///
/// Without initials: a person who types Han characters means these characters.
pub fn query_pieces(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for run in runs(text) {
        match &run {
            Run::Han(characters) => add_pairs(characters, &mut out),
            Run::Word(_) | Run::Number(_) => add_whole(run, &mut out),
        }
    }
    out
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

fn add_pairs(characters: &[char], out: &mut Vec<String>) {
    if let [single] = characters {
        add(single.to_string(), out);
    }
    for pair in characters.windows(2) {
        add(pair.iter().collect(), out);
    }
}

fn add_whole(run: Run, out: &mut Vec<String>) {
    if let Run::Word(text) | Run::Number(text) = run {
        add(text, out);
    }
}

fn add(piece: String, out: &mut Vec<String>) {
    if !piece.is_empty() && !out.contains(&piece) {
        out.push(piece);
    }
}
