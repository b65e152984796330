//! What the wire shows of an instruction.

use super::super::model::{Instruction, OnKind};
use super::super::things;
use engine::obligations::store as obligations;
use engine::obligations::submissions;
use engine::obligations::view::{self as shown, Named, ObligationRow, SubmissionView};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use registry::party;
use serde::Serialize;
use store::{Error, Result, Sql};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct InstructionView {
    #[schema(value_type = String)]
    pub id: Id,
    pub on_kind: OnKind,
    pub on_id: String,
    /// Title of the thing; absent where the reader sees the instruction and not the thing.
    pub on_title: Option<String>,
    pub wish: String,
    /// Whose wish it is.
    pub wished_by: Named,
    /// Who entered it; the same person where he wrote it himself.
    pub entered_by: Named,
    /// Name of the scan, if there is one; its content is under `/instructions/{id}/scan`.
    pub scan: Option<String>,
    pub given_at: i64,
    pub due_at: i64,
    /// What is owed because of it; its record is filed by the form `instruction.report`.
    pub obligation: ObligationRow,
    /// What was reported back, and whether the leader confirmed or returned it.
    pub reports: Vec<SubmissionView>,
}

pub fn view(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
    instruction: &Instruction,
) -> Result<InstructionView> {
    let people = [instruction.wished_by, instruction.entered_by];
    let names = party::store::labels(sql, &people)?;
    let named = |id: Id| Named {
        id,
        name: names.get(&id).cloned().unwrap_or_default(),
    };
    let thing = match things::find(sql, env, caller, instruction.on_kind, &instruction.on_id) {
        Ok(thing) => Some(thing.title),
        Err(Error::NotFound | Error::Refused(_)) => None,
        Err(other) => return Err(other),
    };
    let row = obligations::by_id(sql, instruction.obligation)?.ok_or(Error::NotFound)?;
    let rows = shown::rows(sql, env, caller, now, std::slice::from_ref(&row))?;
    let put = submissions::of_obligation(sql, instruction.obligation)?;
    Ok(InstructionView {
        id: instruction.id,
        on_kind: instruction.on_kind,
        on_id: instruction.on_id.clone(),
        on_title: thing,
        wish: instruction.wish.clone(),
        wished_by: named(instruction.wished_by),
        entered_by: named(instruction.entered_by),
        scan: instruction.scan.as_ref().map(|scan| scan.name.clone()),
        given_at: instruction.given_at.0,
        due_at: instruction.due_at.0,
        obligation: rows.into_iter().next().ok_or(Error::NotFound)?,
        reports: shown::submissions(sql, &put)?,
    })
}
