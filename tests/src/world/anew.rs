//! An obligation that stands, as one about to be opened: for tests of opening it again, or cutting it anew.

use engine::obligations::{NewObligation, Obligation};
use policy::AfterDue;

pub fn anew(row: &Obligation, generation: i64) -> NewObligation {
    NewObligation {
        slot: row.slot.clone(),
        subject: row.subject,
        source: row.source,
        parent: row.parent,
        receiver: row.receiver,
        title: row.title.clone(),
        holder: row.holder,
        anchor: row.anchor,
        period: row.period.clone(),
        period_from: row.period_from,
        period_until: row.period_until,
        generation,
        path: row.path,
        sector: row.sector.clone(),
        opened_at: row.opened_at,
        soon_at: row.soon_at,
        due_at: row.due_at,
        grace_until: row.in_time_until(),
        after_due: if row.lapses {
            AfterDue::Lapses
        } else {
            AfterDue::StillOwed
        },
        members: Vec::new(),
    }
}
