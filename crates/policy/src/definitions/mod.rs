//! What a pack can define. One file per kind of definition; ids are unique across a pack and the packs it builds on.
//!
//! How to add one more kind: give it a file here with a type that derives `Deserialize` with `deny_unknown_fields`,
//! add it to [`Pack`](crate::Pack), and teach the checker its references.

mod clause;
mod duty;
mod form;
mod ladder;
mod lifecycle;
mod requirement;
mod requirement_shape;
mod tables;
mod task;
mod view;
mod written;

pub use clause::{Clause, Header, Item, Parameter};
pub use duty::{AfterDue, Due, Duty, Every, EveryShape, HolderChange, HolderRule, Step, Subjects};
pub use form::{Field, FieldKind, Form, When};
pub use ladder::{Audience, Ladder, Rung};
pub use lifecycle::{Lifecycle, MatterGuard, MatterStep, PartyRole, Transition, TransitionJoin};
pub use requirement::{
    ActorRule, FieldTest, Filter, Measure, Part, Requirement, SetOf, SubjectRule,
};
pub use requirement_shape::RequirementShape;
pub use tables::{CalendarYear, CodeEntry, CodeList, Role, RoleScope};
pub use task::{Milestone, Responsibility, TaskDefinition};
pub use view::{Circular, Draw, Matrix, Quota};
