//! What a party can be.

/// The kind of a party decides in which table its own row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartyKind {
    Org,
    Post,
    Person,
    Group,
}

impl PartyKind {
    pub fn word(self) -> &'static str {
        match self {
            PartyKind::Org => "org",
            PartyKind::Post => "post",
            PartyKind::Person => "person",
            PartyKind::Group => "group",
        }
    }

    pub fn of_word(word: &str) -> Option<PartyKind> {
        [
            PartyKind::Org,
            PartyKind::Post,
            PartyKind::Person,
            PartyKind::Group,
        ]
        .into_iter()
        .find(|kind| kind.word() == word)
    }
}
