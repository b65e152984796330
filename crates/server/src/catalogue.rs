//! All texts and all permissions of the program, gathered from the table of contents.

use crate::contents::CONTENTS;
use crate::texts::TEXTS;
use kernel::reason::Reason;
use mechanism::text::{EDGE, Text, render};
use mechanism::{Lang, Permission};

/// Every text by its code, in the order of the codes.
pub struct Catalogue {
    texts: Vec<&'static Text>,
}

impl Catalogue {
    pub fn of_everything() -> Self {
        let mechanisms = CONTENTS.iter().flat_map(|mechanism| mechanism.texts);
        let mut texts: Vec<_> = EDGE.iter().chain(TEXTS).chain(mechanisms).collect();
        texts.sort_by_key(|text| text.code);
        Self { texts }
    }

    pub fn text(&self, reason: &Reason, language: Lang) -> (String, String) {
        // The texts are sorted, so one is found without asking all.
        let found = self
            .texts
            .binary_search_by_key(&reason.code.as_str(), |text| text.code);
        match found {
            Ok(at) => render(&self.texts[at..=at], reason, language),
            Err(_) => render(&[], reason, language),
        }
    }

    pub fn all(&self) -> &[&'static Text] {
        &self.texts
    }
}

/// Every permission with the mechanism that lists it, in the order of the table of contents.
pub fn permissions() -> impl Iterator<Item = (&'static str, &'static Permission)> {
    CONTENTS.iter().flat_map(|mechanism| {
        mechanism
            .permissions
            .iter()
            .map(|one| (mechanism.name, one))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_one_text_complete_in_both_languages() {
        let catalogue = Catalogue::of_everything();
        let mut seen = BTreeSet::new();
        for text in catalogue.all() {
            assert!(seen.insert(text.code), "{} stands twice", text.code);
            assert!(
                !text.zh.is_empty() && !text.en.is_empty(),
                "{} lacks a language",
                text.code
            );
            assert_eq!(
                text.zh_do.is_empty(),
                text.en_do.is_empty(),
                "{} says what to do in one language",
                text.code
            );
        }
    }

    #[test]
    fn every_permission_is_listed_once_in_both_languages() {
        let mut seen = BTreeSet::new();
        for (mechanism, permission) in permissions() {
            assert!(
                seen.insert(permission.name),
                "{mechanism} lists {} again",
                permission.name
            );
            assert!(
                !permission.zh.is_empty() && !permission.en.is_empty(),
                "{}",
                permission.name
            );
        }
    }

    #[test]
    fn an_unknown_code_renders_as_itself() {
        let (text, _) = Catalogue::of_everything().text(&Reason::new("nobody.knows"), Lang::Zh);
        assert_eq!(text, "nobody.knows");
    }
}
