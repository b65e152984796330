//! What changed in the sentences that people know: who, when, what proves it, what follows.

use super::field::{FieldChange, compare};
use super::{Both, Key};
use crate::library::Library;
use crate::words::{Lang, Words};
use serde_json::Value;

/// A sentence, the fields that it says, and how it is called.
struct Sentence {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    fields: &'static [&'static str],
    of: fn(&Words) -> &str,
}

const DUTY: &[Sentence] = &[
    Sentence {
        name: "who",
        zh: "谁",
        en: "who",
        fields: &["for_each", "holder"],
        of: |words| &words.who,
    },
    Sentence {
        name: "when",
        zh: "何时",
        en: "when",
        fields: &["every", "due", "workdays_only", "season", "part_period"],
        of: |words| &words.when,
    },
    Sentence {
        name: "evidence",
        zh: "佐证",
        en: "evidence",
        fields: &["requirement"],
        of: |words| &words.evidence,
    },
    Sentence {
        name: "after_due",
        zh: "到期后",
        en: "after due",
        fields: &["after_due", "grace_hours", "steps", "receiver"],
        of: |words| &words.after_due,
    },
];

const TASK: &[Sentence] = &[
    Sentence {
        name: "who",
        zh: "谁",
        en: "who",
        fields: &["responsibility"],
        of: |words| &words.who,
    },
    Sentence {
        name: "when",
        zh: "何时",
        en: "when",
        fields: &["due"],
        of: |words| &words.when,
    },
    Sentence {
        name: "evidence",
        zh: "佐证",
        en: "evidence",
        fields: &["requirement", "form"],
        of: |words| &words.evidence,
    },
];

/// Finds a definition and says it.
type Say = fn(&Library, &str, Lang) -> Option<Words>;

/// What differs between two states of one entry.
pub fn changes(
    old: &Library,
    new: &Library,
    key: &Key,
    was: &Value,
    is: &Value,
) -> Vec<FieldChange> {
    let (sentences, words): (&[Sentence], Say) = match key.table {
        "duty" => (DUTY, duty),
        "task" => (TASK, task),
        _ => return compare(was, is, &[]),
    };
    let spoken = |library: &Library, lang| words(library, &key.id, lang).unwrap_or_default();
    let (was_zh, was_en) = (spoken(old, Lang::Zh), spoken(old, Lang::En));
    let (is_zh, is_en) = (spoken(new, Lang::Zh), spoken(new, Lang::En));
    let mut changes = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for sentence in sentences {
        let same = sentence
            .fields
            .iter()
            .all(|field| was.get(*field) == is.get(*field));
        let (before, after) = (
            Both::new((sentence.of)(&was_zh), (sentence.of)(&was_en)),
            Both::new((sentence.of)(&is_zh), (sentence.of)(&is_en)),
        );
        // A sentence may also change because a form or a code is now called otherwise; the entry itself is the same.
        if same || before == after {
            continue;
        }
        told.extend(sentence.fields);
        changes.push(FieldChange {
            field: sentence.name.to_owned(),
            label: Both::new(sentence.zh, sentence.en),
            before,
            after,
        });
    }
    changes.extend(compare(was, is, &told));
    changes
}

fn duty(library: &Library, id: &str, lang: Lang) -> Option<Words> {
    let (_, duty) = library.duty(id)?;
    Some(library.words(duty, lang))
}

fn task(library: &Library, id: &str, lang: Lang) -> Option<Words> {
    let (_, task) = library.task(id)?;
    Some(library.task_words(task, lang))
}
