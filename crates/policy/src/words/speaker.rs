//! The language of a sentence, and the names that it uses.

use crate::definitions::{Field, Form};
use crate::library::Library;

/// Languages in which packs are spoken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

/// Speaks one language; knows titles and labels if it has a library.
pub struct Speaker<'a> {
    pub library: Option<&'a Library>,
    pub lang: Lang,
}

impl<'a> Speaker<'a> {
    /// The sentence of the language.
    pub fn say(&self, zh: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Zh => zh.into(),
            Lang::En => en.into(),
        }
    }

    /// Parts of a list, joined as the language does.
    pub fn join(&self, parts: &[String]) -> String {
        parts.join(&self.say("、", ", "))
    }

    /// Clauses of a sentence.
    pub fn clauses(&self, parts: &[String]) -> String {
        parts.join(&self.say("，", ", "))
    }

    /// Sentences, one after the other.
    pub fn sentences(&self, parts: &[String]) -> String {
        parts.join(&self.say("；", "; "))
    }

    /// The label of a code, or the general word where the list is not at hand. A code that is itself written in Chinese
    /// is its own label.
    pub fn label(&self, list: &str, code: &str, general: (&str, &str)) -> String {
        let entries = self
            .library
            .map_or_else(Vec::new, |library| library.entries(list));
        match entries.into_iter().find(|entry| entry.code == code) {
            Some(entry) => self.either(&entry.label, &entry.label_en),
            None if code.is_ascii() => self.say(general.0, general.1),
            None => code.to_owned(),
        }
    }

    pub fn form(&self, id: &str) -> Option<&'a Form> {
        Some(self.library?.form(id)?.1)
    }

    /// The title of a form, in quotes of the language.
    pub fn form_title(&self, id: &str) -> String {
        match self.form(id) {
            Some(form) => {
                let english = if form.title_en.is_empty() {
                    &form.title
                } else {
                    &form.title_en
                };
                self.say(format!("《{}》", form.title), format!("“{english}”"))
            }
            None => self.say("履职记录", "records"),
        }
    }

    /// The label of a field.
    pub fn field(&self, field: &Field) -> String {
        self.either(&field.label, &field.label_en)
    }

    /// The Chinese or the English name; the English one as it stands within a sentence.
    pub fn either(&self, zh: &str, en: &str) -> String {
        match self.lang {
            Lang::En if !en.is_empty() => within_sentence(en),
            _ => zh.to_owned(),
        }
    }
}

/// Lowers a capital that only marks a beginning; a name in capitals keeps them.
fn within_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}
