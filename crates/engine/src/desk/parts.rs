//! The parts of a requirement one by one: what is there, what is missing, and what is more than was wanted.
//!
//! An obligation has one state; its parts say why. Exceeding the greatest amount is shown here and takes nothing back.

use crate::obligations::{Member, Rule};
use crate::satisfaction::{Standing, rules};
use serde::Serialize;
use utoipa::ToSchema;

/// One part of what must be proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PartView {
    pub name: String,
    /// What the records that count add up to; of a covered set or a roster the members that are met.
    pub amount: i64,
    /// What is wanted: the least amount, or all members.
    pub size: i64,
    /// True for a part that merely observes as well.
    pub reached: bool,
    /// More than the greatest amount: flagged.
    pub exceeded: bool,
}

pub fn parts(rule: &Rule, members: &[Member], standing: &[Standing]) -> Vec<PartView> {
    let wanted = rule
        .requirement
        .iter()
        .flat_map(|requirement| &requirement.all);
    wanted
        .enumerate()
        .map(|(index, part)| {
            let own: Vec<&Standing> = standing
                .iter()
                .filter(|credit| credit.part == index)
                .collect();
            let (size, least) = rules::demand(index, part, members);
            let amount = rules::amount(part, &own);
            PartView {
                name: if part.name.is_empty() {
                    rule.title.clone()
                } else {
                    part.name.clone()
                },
                amount,
                size,
                reached: least <= amount,
                exceeded: part.max.is_some_and(|most| most < amount),
            }
        })
        .collect()
}
