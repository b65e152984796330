//! Values that the matching works on.

use kernel::id::Id;
use kernel::time::Moment;
use std::collections::BTreeMap;

/// Who held what at the record's time: the facts that matching needs besides record and requirement.
#[derive(Clone, Debug, Default)]
pub struct Bindings {
    /// Every party as which the lead could act on the record's day.
    pub lead_parties: Vec<Id>,
    /// (subject, role) → party bound in that capacity on the record's day.
    pub capacities: BTreeMap<(Id, String), Id>,
    /// Party named in a field → parties that it stands for (a person stands for his posts).
    pub stands_for: BTreeMap<Id, Vec<Id>>,
    /// Obligations whose receiver accepted the record → the time that counts for it.
    pub accepted: BTreeMap<Id, Moment>,
    /// Obligations of a body for which the record counts as its own, because the body approved what it had handed out
    /// → when it did.
    pub own_by_approval: BTreeMap<Id, Moment>,
}

/// One record counting for one part of one obligation.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    pub part: usize,
    pub element: Option<Id>,
    /// Thousandths for sums, one for counts; the hash of the value for distinct.
    pub amount: i64,
}

/// A credit that stands, as stored.
#[derive(Clone, Debug)]
pub struct Standing {
    pub id: Id,
    pub part: usize,
    pub element: Option<Id>,
    pub record: Id,
    pub amount: i64,
    pub stated: Moment,
    pub received: Moment,
}

/// What the standing credits amount to.
#[derive(Clone, Debug, PartialEq)]
pub struct Settlement {
    /// Stated and received time at which the last guarding part was reached; none while something is missing.
    pub met: Option<(Moment, Moment)>,
    pub done: i64,
    pub total: i64,
    /// Parts whose `max` is exceeded: flagged, never un-satisfied.
    pub exceeded: Vec<usize>,
}
