//! Elements of covered sets and rosters.

use super::super::model::Member;
use kernel::id::Id;
use store::{Result, Sql, Tx, params};

pub fn members(sql: &mut dyn Sql, obligation: Id) -> Result<Vec<Member>> {
    let rows = sql.query(
        "select part, member, label, met_record, met_received from element where obligation = :id order by part, label, member",
        &params! { "id" => obligation },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Member {
                part: usize::try_from(row.int("part")?).unwrap_or_default(),
                id: row.id("member")?,
                label: row.text("label")?,
                met_record: row.opt_id("met_record")?,
                met_received: row.opt_moment("met_received")?,
            })
        })
        .collect()
}

/// Members that came into a set that follows the register, and those that left it.
pub fn change_members(
    tx: &mut Tx,
    obligation: Id,
    added: &[Member],
    removed: &[Member],
) -> Result<()> {
    let rows = added.iter().map(|member| {
        vec![
            obligation.into(),
            (member.part as i64).into(),
            member.id.into(),
            member.label.as_str().into(),
        ]
    });
    tx.insert_many(
        "element",
        &["obligation", "part", "member", "label"],
        rows.collect(),
    )?;
    for member in removed {
        tx.execute(
            "delete from element where obligation = :id and part = :part and member = :member and met_record is null",
            &params! { "id" => obligation, "part" => member.part as i64, "member" => member.id },
        )?;
    }
    Ok(())
}
