//! Definitions in words: who owes it, when, what counts, and what follows when it is late.
//!
//! The same sentences stand on the plan page, beside an obligation as its basis, and in `policy explain`. The page
//! composes none of its own.

mod duty;
mod lifecycle;
mod requirement;
mod speaker;
mod task;
mod when;

use crate::definitions::{Duty, Lifecycle, TaskDefinition};
use crate::library::Library;
use speaker::Speaker;

pub use speaker::Lang;

/// A definition in four sentences.
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

    /// A task in words: who signs, until when, by what.
    pub fn task_words(&self, task: &TaskDefinition, lang: Lang) -> Words {
        task::in_words(task, &speaker_of(self, lang))
    }

    /// A lifecycle in words: its parties, their clocks, and what its acts demand.
    pub fn lifecycle_words(&self, lifecycle: &Lifecycle, lang: Lang) -> Words {
        lifecycle::in_words(lifecycle, &speaker_of(self, lang))
    }
}

fn speaker_of(library: &Library, lang: Lang) -> Speaker<'_> {
    Speaker {
        library: Some(library),
        lang,
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
        when: when::when(duty, speaker),
        evidence: requirement::evidence(&duty.requirement, speaker),
        after_due: duty::after_due(duty, speaker),
    }
}
