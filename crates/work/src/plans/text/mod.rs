//! The plan's text as the user's document: attached by the user, split into paragraphs, tied to clauses.
//!
//! Packs hold clauses in our own words and never the text. Whoever has the document attaches it; it stays in the
//! database of the instance. Attaching again makes a new edition, and the ones before it stay.

mod outline;
mod store;
mod tie;

use ::store::{Error, Result, Tx};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use policy::Pack;

pub use self::store::{latest, set_clauses};

/// A paragraph of the text with the clauses that stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Place in the text, from 1.
    pub no: i64,
    pub text: String,
    /// Numbers of the headings above it and its own, as far as it bears any.
    pub numbers: Vec<u32>,
    pub clauses: Vec<String>,
}

/// An edition of a plan's text.
#[derive(Clone, Debug)]
pub struct Text {
    pub pack: String,
    pub edition: i64,
    pub attached_at: Moment,
    /// Who attached it; nobody from the command line.
    pub attached_by: Option<Id>,
    pub paragraphs: Vec<Paragraph>,
}

/// Longest text that is taken, in characters: plans have tens of thousands.
const LONGEST: usize = 1_000_000;

/// Attaches a text to a plan: one more edition. The same text again changes nothing.
pub fn attach(tx: &mut Tx, pack: &Pack, text: &str, by: Option<Id>) -> Result<Text> {
    let text = text.trim_start_matches('\u{feff}');
    if LONGEST < text.chars().count() {
        return Err(Error::refused(
            Reason::new("plans.text_too_long").with("most", LONGEST),
        ));
    }
    let mut paragraphs = outline::paragraphs(text);
    if paragraphs.is_empty() {
        return Err(Error::refused(Reason::new("plans.text_empty")));
    }
    tie::tie(pack, &mut paragraphs);
    let digest = kernel::ledger::digest(text.as_bytes());
    store::insert(tx, pack.id(), &digest, by, &paragraphs)
}

/// Clauses that stand in no paragraph, in the order of the plan.
pub fn untied<'p>(pack: &'p Pack, paragraphs: &[Paragraph]) -> Vec<&'p policy::Clause> {
    pack.clauses
        .iter()
        .filter(|clause| {
            !paragraphs
                .iter()
                .any(|own| own.clauses.contains(&clause.id))
        })
        .collect()
}
