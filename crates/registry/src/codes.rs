//! Code lists of the packs: words of files to codes, codes to words of the reader.

use mechanism::Lang;
use policy::Library;

/// The code that a cell means: people write the label as often as the code.
pub(crate) fn code_of(library: &Library, list: &str, text: &str) -> String {
    let entries = library.entries(list);
    let by_label = entries.iter().find(|entry| entry.label == text);
    by_label.map_or_else(|| text.to_owned(), |entry| entry.code.clone())
}

/// The word that the reader sees for a code; the code itself where no list knows it.
pub(crate) fn label_of(library: &Library, list: &str, code: &str, language: Lang) -> String {
    let entries = library.entries(list);
    let Some(entry) = entries.iter().find(|entry| entry.code == code) else {
        return code.to_owned();
    };
    match language {
        Lang::En if !entry.label_en.is_empty() => entry.label_en.clone(),
        _ => entry.label.clone(),
    }
}
