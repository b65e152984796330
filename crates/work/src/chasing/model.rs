//! What is asked for, and what is owed.

use kernel::id::Id;
use kernel::time::Moment;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The filters of a list of obligations, as far as they make sense for what is owed.
#[derive(Clone, Debug, Default, Deserialize, Serialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Pack of the plan.
    pub plan: Option<String>,
    /// Clause id; every definition that realises it.
    pub clause: Option<String>,
    pub definition: Option<String>,
    pub period: Option<String>,
    /// An area; everything within it.
    #[param(value_type = Option<String>)]
    #[schema(value_type = Option<String>)]
    pub area: Option<Id>,
    /// A holder: one body, post or person.
    #[param(value_type = Option<String>)]
    #[schema(value_type = Option<String>)]
    pub holder: Option<Id>,
    /// `open` (default): everything that is owed now; `late`: what is past due and grace.
    pub state: Option<String>,
}

/// What one holder owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub holder: Id,
    /// The body of the holder: of a post or person the one it belongs to, else the holder itself.
    pub body: Id,
    pub count: i64,
    pub late: i64,
    pub oldest: Moment,
}

/// What one body owes, through whatever holders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owing {
    pub body: Id,
    pub holders: Vec<Id>,
    pub count: i64,
    pub late: i64,
    pub oldest: Moment,
}

/// One open obligation, as urging needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub id: Id,
    pub holder: Id,
    pub due_at: Moment,
    /// Urged within the window, so it is passed over.
    pub lately: bool,
}
