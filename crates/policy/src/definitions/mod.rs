//! What a pack can define. One file per kind of definition; ids are unique across a pack and the packs it builds on.
//!
//! How to add one more kind: give it a file here with a type that derives `Deserialize` with `deny_unknown_fields`,
//! add it to [`Pack`](crate::Pack), and teach the checker its references.

mod clause;
mod due;
mod duty;
mod every;
mod form;
mod ladder;
mod lifecycle;
mod requirement;
mod requirement_shape;
mod tables;
mod task;
mod times;
mod view;
mod written;

pub use clause::{Clause, Header, Item, Parameter};
pub use due::{Due, DueTable, ShortMonth, Weekday};
pub use duty::{AfterDue, Duty, HolderChange, HolderRule, PartPeriod, Step, Subjects};
pub use every::{Every, EveryTable, Term, ThemedMonth};
pub use form::{Census, Field, FieldKind, Form, When};
pub use ladder::{Audience, Ladder, Rung};
pub use lifecycle::{Lifecycle, MatterGuard, MatterStep, PartyRole, Transition, TransitionJoin};
pub use requirement::{
    ActorRule, FieldTest, Filter, Measure, Part, Requirement, SHIFT, SetOf, SubjectRule,
};
pub use requirement_shape::RequirementShape;
pub use tables::{CalendarYear, CodeEntry, CodeList, Role, RoleScope};
pub use task::{Milestone, Responsibility, TaskDefinition};
pub use times::{EventKind, KeyPeriod, Season, Shifts};
pub use view::{Circular, Draw, Matrix, Quota};
