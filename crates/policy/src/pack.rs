//! A loaded pack: every definition of one folder.

use crate::definitions::*;

/// Every definition of one folder.
#[derive(Clone, Debug)]
pub struct Pack {
    pub header: Header,
    pub items: Vec<Item>,
    pub clauses: Vec<Clause>,
    pub duties: Vec<Duty>,
    pub tasks: Vec<TaskDefinition>,
    pub forms: Vec<Form>,
    pub ladders: Vec<Ladder>,
    pub lifecycles: Vec<Lifecycle>,
    pub matrices: Vec<Matrix>,
    pub circulars: Vec<Circular>,
    pub draws: Vec<Draw>,
    pub shifts: Vec<Shifts>,
    pub seasons: Vec<Season>,
    pub key_periods: Vec<KeyPeriod>,
    pub events: Vec<EventKind>,
    pub calendars: Vec<CalendarYear>,
    pub codes: Vec<CodeList>,
    pub roles: Vec<Role>,
}

impl Pack {
    pub fn id(&self) -> &str {
        &self.header.id
    }

    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    pub fn item(&self, no: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.no == no)
    }
}
