//! What obligations keep of the definitions that opened them.

use super::super::model::Rule;
use kernel::id::Id;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};
use store::{Result, Sql, Tx, params};

/// Rules never change, so they may be remembered for as long as the process runs.
static RULES: LazyLock<RwLock<HashMap<Id, Arc<Rule>>>> = LazyLock::new(RwLock::default);

pub fn rule(sql: &mut dyn Sql, id: Id) -> Result<Arc<Rule>> {
    if let Ok(known) = RULES.read()
        && let Some(rule) = known.get(&id)
    {
        return Ok(rule.clone());
    }
    let row = sql.one(
        "select body from rule where id = :id",
        &params! { "id" => id },
    )?;
    let body = row.ok_or(store::Error::NotFound)?.text("body")?;
    let rule: Rule =
        serde_json::from_str(&body).map_err(|error| store::Error::Database(error.to_string()))?;
    let rule = Arc::new(rule);
    if let Ok(mut known) = RULES.write() {
        known.insert(id, rule.clone());
    }
    Ok(rule)
}

pub fn keep_rule(tx: &mut Tx, rule: &Rule) -> Result<Id> {
    let id = rule.id();
    let body =
        serde_json::to_string(rule).map_err(|error| store::Error::Database(error.to_string()))?;
    tx.execute(
        "insert into rule (id, definition, body) values (:id, :definition, :body) on conflict do nothing",
        &params! { "id" => id, "definition" => rule.definition.as_str(), "body" => body },
    )?;
    Ok(id)
}

/// Rules that answer to a clause, whatever definition or imported task brought them.
pub fn rules_of_clause(sql: &mut dyn Sql, clause: &str) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for row in sql.query("select id from rule order by id", &[])? {
        let id = row.id("id")?;
        if rule(sql, id)?.clauses.iter().any(|own| own == clause) {
            found.push(id);
        }
    }
    Ok(found)
}
