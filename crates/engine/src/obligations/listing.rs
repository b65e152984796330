//! Lists of obligations through the scope branches, with the filters of the page.

use super::model::Obligation;
use super::store;
use ::store::page::{Direction, Listing, Order, PageKey};
use ::store::{Result, Sql, Value};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Caller;
use serde::Deserialize;
use utoipa::IntoParams;

/// What a list is asked for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Clause id; every definition that realises it.
    pub clause: Option<String>,
    pub definition: Option<String>,
    #[param(value_type = Option<String>)]
    pub holder: Option<Id>,
    #[param(value_type = Option<String>)]
    pub subject: Option<Id>,
    pub period: Option<String>,
    /// What was handed out of this obligation. Without it, and without a holder, handed-out parts are left out: they
    /// show under their parent.
    #[param(value_type = Option<String>)]
    pub parent: Option<Id>,
    /// `open` (not ended), `late` (past grace and not ended), `met`, or `all`; default `open`.
    pub state: Option<String>,
    pub after: Option<String>,
    pub limit: Option<usize>,
    /// `false` leaves the count out, which is faster.
    pub count: Option<bool>,
}

pub struct Found {
    pub rows: Vec<Obligation>,
    pub next: Option<String>,
    pub count: Option<i64>,
}

/// Counting stops here; the page says "more than". Counting costs far more than a page, so the cap is low.
const CAP: i64 = 1_000;

pub fn page(
    sql: &mut dyn Sql,
    filter: &Filter,
    rules: Option<&[Id]>,
    caller: &Caller,
    now: Moment,
) -> Result<Found> {
    let (clause, params) = conditions(filter, rules, now);
    let params: Vec<(&str, Value)> = params
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let listing = Listing {
        table: "obligation",
        columns: store::COLUMNS,
        joins: "",
        filter: &clause,
        params: &params,
        order: Order {
            column: "due_at",
            direction: Direction::Ascending,
        },
        has_sector: true,
        site_column: Some("subject"),
        handed_column: Some("holder"),
    };
    let after = filter
        .after
        .as_deref()
        .map(|key| PageKey::parse(&listing, key))
        .transpose()?;
    let limit = filter.limit.unwrap_or(50).clamp(1, 200);
    let scope = with_parties(caller);
    let page = ::store::page::page(sql, &listing, &scope, after.as_ref(), limit)?;
    let count = match filter.count {
        Some(false) => None,
        _ => Some(::store::page::count(sql, &listing, &scope, CAP)?),
    };
    let rows = page.rows.iter().map(store::read).collect::<Result<_>>()?;
    Ok(Found {
        rows,
        next: page.next.map(|key| key.to_string()),
        count,
    })
}

/// The caller's scope with what his own parties hold.
pub fn with_parties(caller: &Caller) -> kernel::scope::Scope {
    let mut scope = caller.scope.clone();
    for party in &caller.parties {
        // Beyond the bound of branches nothing is added: the roles' own branches come first.
        if scope.push(kernel::scope::Branch::Handed(*party)).is_err() {
            break;
        }
    }
    scope
}

fn conditions(
    filter: &Filter,
    rules: Option<&[Id]>,
    now: Moment,
) -> (String, Vec<(String, Value)>) {
    let mut parts: Vec<String> = Vec::new();
    let mut params: Vec<(String, Value)> = Vec::new();
    let mut equals = |column: &str, value: Option<Value>| {
        if let Some(value) = value {
            parts.push(format!("t.{column} = :f_{column}"));
            params.push((format!("f_{column}"), value));
        }
    };
    equals("definition", filter.definition.as_deref().map(Value::from));
    equals("holder", filter.holder.map(Value::from));
    equals("subject", filter.subject.map(Value::from));
    equals("period", filter.period.as_deref().map(Value::from));
    equals("parent", filter.parent.map(Value::from));
    if filter.parent.is_none() && filter.holder.is_none() {
        parts.push("t.parent is null".to_owned());
    }
    if let Some(rules) = rules {
        // A clause that nothing realises lists nothing.
        let names: Vec<String> = (0..rules.len()).map(|index| format!(":r{index}")).collect();
        parts.push(if names.is_empty() {
            "1 = 0".to_owned()
        } else {
            format!("t.rule in ({})", names.join(", "))
        });
        params.extend(
            rules
                .iter()
                .enumerate()
                .map(|(i, id)| (format!("r{i}"), Value::from(*id))),
        );
    }
    match filter.state.as_deref().unwrap_or("open") {
        "all" => {}
        "met" => parts.push("t.outcome = 'met'".to_owned()),
        "late" => {
            parts.push("t.outcome is null and t.grace_until <= :f_now".to_owned());
            params.push(("f_now".to_owned(), now.into()));
        }
        // The predicate stands literally, else a partial index would not serve.
        _ => parts.push("t.outcome is null".to_owned()),
    }
    (parts.join(" and "), params)
}
