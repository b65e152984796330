//! Definitions in words: who owes it, when, what counts, and what follows when it is late.
//!
//! The same sentences stand on the plan page, beside an obligation as its basis, and in `policy explain`. The page
//! composes none of its own.

mod duty;
mod requirement;
mod speaker;

use crate::definitions::Duty;
use crate::library::Library;
use speaker::Speaker;

pub use speaker::Lang;

/// A duty in four sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Words {
    pub who: String,
    pub when: String,
    pub evidence: String,
    pub after_due: String,
}

impl Library {
    /// A duty in words, with the titles of forms and the labels of code lists.
    pub fn words(&self, duty: &Duty, lang: Lang) -> Words {
        in_words(
            duty,
            &Speaker {
                library: Some(self),
                lang,
            },
        )
    }
}

/// A duty in words where no library is at hand: kinds and forms are then named in general.
pub fn definition_words(duty: &Duty, lang: Lang) -> Words {
    in_words(
        duty,
        &Speaker {
            library: None,
            lang,
        },
    )
}

fn in_words(duty: &Duty, speaker: &Speaker<'_>) -> Words {
    Words {
        who: duty::who(duty, speaker),
        when: duty::when(duty, speaker),
        evidence: requirement::evidence(&duty.requirement, speaker),
        after_due: duty::after_due(duty, speaker),
    }
}
