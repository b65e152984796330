//! What is asked of whom by spreadsheet.

use kernel::id::Id;
use kernel::time::{Day, Moment};

#[derive(Clone, Debug)]
pub struct Collection {
    pub id: Id,
    pub title: String,
    pub form: String,
    pub form_version: u32,
    pub note: String,
    /// Day by which the sheets are wanted back; the obligations keep their own.
    pub due: Day,
    /// The filter that was asked for, as JSON.
    pub filter: String,
    pub issued_at: Moment,
    pub issued_by: Id,
    /// The body that collects.
    pub issued_for: Id,
}

/// The sheet of one addressee.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub id: Id,
    pub collection: Id,
    /// From 1, in the order of the addressees.
    pub seq: i64,
    pub body: Id,
    pub row_count: i64,
    pub returned: Option<Return>,
}

/// When a sheet came back last, and from whose hand.
#[derive(Clone, Debug)]
pub struct Return {
    pub at: Moment,
    pub by: Id,
    pub original: String,
}

/// One row of a sheet: one obligation.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Id,
    pub sheet: Id,
    /// From 1.
    pub seq: i64,
    pub obligation: Id,
    /// What was written into the fixed cells.
    pub prefilled: Vec<String>,
    /// The record that came of it last.
    pub record: Option<Id>,
    /// How often records were filed from it.
    pub attempts: i64,
}

/// Headings of the cells that are written before a sheet leaves.
pub const FIXED: [&str; 6] = ["序号", "责任主体", "事项", "对象", "所属期", "办结期限"];

impl Sheet {
    pub fn id_of(collection: Id, body: Id) -> Id {
        Id::natural("collections.sheet", &format!("{collection}\n{body}"))
    }
}

impl Line {
    pub fn id_of(sheet: Id, obligation: Id) -> Id {
        Id::natural("collections.row", &format!("{sheet}\n{obligation}"))
    }

    /// The id of the record that this row files next.
    pub fn next_record(&self) -> Id {
        let key = format!("{}\n{}", self.id, self.attempts + 1);
        Id::natural("collections.record", &key)
    }
}
