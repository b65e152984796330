//! What persons and posts are.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;

/// A person. The id is the party id. Telephone numbers stay sealed in the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: Id,
    pub name: String,
    /// Main body.
    pub org: Option<Id>,
    pub sector: Option<String>,
    pub path: AreaPath,
    pub from: Day,
    pub until: Option<Day>,
    pub version: i64,
}

/// A post of a body, held or vacant. The id is the party id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub id: Id,
    pub org: Id,
    pub title: String,
    /// 1 is the head of the body.
    pub rank: i64,
    /// Approves what the body submits.
    pub approver: bool,
    /// Sees and signs what lands in the body's tray.
    pub receiving_clerk: bool,
    pub superior: Option<Id>,
    /// Whoever holds that post stands in here.
    pub stand_in: Option<Id>,
    pub sector: Option<String>,
    pub path: AreaPath,
    pub from: Day,
    pub until: Option<Day>,
    pub version: i64,
}

/// As what a person stands on some day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub name: String,
    /// Posts held or stood in for, highest first.
    pub posts: Vec<Id>,
    /// The main body, then those of the posts.
    pub orgs: Vec<Id>,
    /// Himself, posts, bodies and groups.
    pub parties: Vec<Id>,
}

/// Who is in a post on some day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub person: Id,
    pub stand_in: bool,
}

/// One stretch of holding a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    pub post: Id,
    pub person: Id,
    pub stand_in: bool,
    pub from: Day,
    pub until: Option<Day>,
}

impl Person {
    /// The id of an imported person: one name, one person in a body.
    pub fn id_of(name: &str, org: Id) -> Id {
        Id::natural("person", &format!("{name}@{org}"))
    }
}

impl Post {
    /// The id of an imported post: one title, one post in a body.
    pub fn id_of(org: Id, title: &str) -> Id {
        Id::natural("post", &format!("{title}@{org}"))
    }
}
