//! Assumed parameters: proposals of a pack that an administrator confirms once.

use super::store::{self as rows, Confirmations};
use ::store::{Error, Result, Tx};
use kernel::id::Id;
use kernel::reason::Reason;
use policy::{Clause, Pack, Parameter};

/// A parameter by clause and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub clause: String,
    pub name: String,
}

/// Whether an assumed parameter still waits for somebody to confirm its value.
pub fn is_open(confirmed: &Confirmations, clause: &Clause, parameter: &Parameter) -> bool {
    parameter.assumed && !confirmed.contains_key(&key(clause, parameter))
}

pub fn key(clause: &Clause, parameter: &Parameter) -> (String, String, String) {
    (
        clause.id.clone(),
        parameter.name.clone(),
        parameter.value.clone(),
    )
}

/// Every assumed parameter of a pack with its clause, in the order of the plan.
pub fn assumed(pack: &Pack) -> impl Iterator<Item = (&Clause, &Parameter)> {
    pack.clauses.iter().flat_map(|clause| {
        let own = clause
            .parameters
            .iter()
            .filter(|parameter| parameter.assumed);
        own.map(move |parameter| (clause, parameter))
    })
}

/// Confirms these parameters, or all of the pack that still wait; says how many were new.
pub fn confirm(
    tx: &mut Tx,
    pack: &Pack,
    wanted: Option<&[Wanted]>,
    by: Option<Id>,
    confirmed_as: &str,
) -> Result<usize> {
    let mut told = Vec::new();
    if let Some(unknown) = wanted
        .into_iter()
        .flatten()
        .find(|one| !is_assumed(pack, one))
    {
        return Err(Error::refused(
            Reason::new("plans.nothing_to_confirm").with("name", &unknown.name),
        ));
    }
    for (clause, parameter) in assumed(pack) {
        let asked = wanted.is_none_or(|wanted| {
            wanted
                .iter()
                .any(|one| one.clause == clause.id && one.name == parameter.name)
        });
        let row = (
            clause.id.as_str(),
            parameter.name.as_str(),
            parameter.value.as_str(),
        );
        if asked && rows::confirm(tx, pack.id(), row, by, confirmed_as)? {
            told.push(serde_json::json!({
                "clause": clause.id, "name": parameter.name, "value": parameter.value
            }));
        }
    }
    let count = told.len();
    if 0 < count {
        let body = serde_json::json!({ "as": confirmed_as, "parameters": told });
        tx.note(Id::natural("pack", pack.id()), "parameters_confirmed", body)?;
    }
    Ok(count)
}

fn is_assumed(pack: &Pack, wanted: &Wanted) -> bool {
    assumed(pack)
        .any(|(clause, parameter)| clause.id == wanted.clause && parameter.name == wanted.name)
}
