//! A document and its sending.

use super::store as rows;
use crate::tasks::reach;
use crate::tasks::rules::common_path;
use engine::obligations::{Kind, NewObligation, Rule};
use engine::{satisfaction, sight};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::{AreaPath, Scope};
use kernel::time::{Day, Moment};
use mechanism::Env;
use policy::{AfterDue, Pack};
use registry::party;
use registry::party::PartyKind;
use store::{Error, Result, Sql, Tx};

/// A document as it was sent.
#[derive(Clone, Debug)]
pub struct Document {
    pub id: Id,
    pub pack: String,
    pub title: String,
    /// Number as printed (文号); empty where it bears none.
    pub number: String,
    pub summary: String,
    pub clauses: Vec<String>,
    pub issued_at: Moment,
    pub issued_by: Id,
    /// Body in whose name it was sent.
    pub issued_for: Id,
    /// Until when its receipt is to be signed.
    pub due_at: Moment,
    pub path: AreaPath,
    pub sector: Option<String>,
}

/// The lineage of a receipt of a document.
const RECEIPT: &str = "documents.receipt";

/// Sends a document: a receipt of its own for each addressee, groups being opened to their members of today.
pub fn send(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    document: &Document,
    addressees: &[Id],
    scope: &Scope,
) -> Result<Vec<Id>> {
    let zone = env.calendar.zone();
    let day = zone.day_of(tx.now());
    let receivers = receivers(tx, addressees, day)?;
    if receivers.is_empty() {
        return Err(Error::refused(Reason::new("tasks.no_addressee")));
    }
    if !reach::all_within(tx, scope, receivers.iter().copied(), day)? {
        return Err(Error::refused(Reason::new("tasks.out_of_scope")));
    }
    let rule = rule(env, pack, document);
    let mut batch = Vec::with_capacity(receivers.len());
    for receiver in &receivers {
        let (path, sector) = party::store::place_of(tx, *receiver, day)?;
        batch.push(NewObligation {
            slot: format!("receipt/{receiver}"),
            subject: document.id,
            source: Some(document.id),
            parent: None,
            receiver: None,
            title: Some(document.title.clone()),
            holder: *receiver,
            anchor: document.id,
            period: "once".to_owned(),
            period_from: day,
            period_until: Day(i32::MAX),
            generation: 1,
            path,
            sector,
            opened_at: document.issued_at,
            soon_at: document.issued_at,
            due_at: document.due_at,
            grace_until: document.due_at,
            after_due: AfterDue::StillOwed,
            members: Vec::new(),
        });
    }
    let paths: Vec<AreaPath> = batch.iter().map(|new| new.path).collect();
    let placed = Document {
        path: common_path(&paths),
        sector: None,
        ..document.clone()
    };
    rows::insert(tx, &placed)?;
    sight::give(tx, document.id, document.issued_by, "started")?;
    sight::give(tx, document.id, document.issued_for, "started")?;
    for receiver in &receivers {
        sight::give(tx, document.id, *receiver, "handed")?;
    }
    let body = serde_json::json!({ "pack": pack.id(), "addressees": receivers.len() });
    tx.note(document.id, "document_issued", body)?;
    satisfaction::open(tx, env, &rule, &batch)?;
    Ok(receivers)
}

fn rule(env: &Env, pack: &Pack, document: &Document) -> Rule {
    Rule {
        definition: RECEIPT.to_owned(),
        pack: pack.id().to_owned(),
        version: pack.header.version,
        kind: Kind::Receipt,
        title: document.title.clone(),
        title_en: String::new(),
        clauses: document.clauses.clone(),
        issuer: pack.header.issuer.clone(),
        requirement: None,
        steps: Vec::new(),
        exclusive: false,
        ladder: env
            .policy
            .ladder_for(pack, None)
            .map(|ladder| ladder.id.clone()),
        receiver: None,
        correction_workdays: None,
        beside: None,
    }
}

fn receivers(tx: &mut Tx, addressees: &[Id], day: Day) -> Result<Vec<Id>> {
    let mut receivers: Vec<Id> = Vec::new();
    for addressee in addressees {
        let parties = match party::store::kind_of(tx, *addressee)? {
            None => return Err(Error::refused(Reason::new("tasks.unknown_addressee"))),
            Some(PartyKind::Group) => party::store::members(tx, *addressee, day)?,
            Some(_) => vec![*addressee],
        };
        let new: Vec<Id> = parties
            .into_iter()
            .filter(|party| !receivers.contains(party))
            .collect();
        receivers.extend(new);
    }
    Ok(receivers)
}
