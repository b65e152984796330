//! What is owed, in one grouped query a branch of the caller's scope.
//!
//! The group and what it counts stand in one index of the county, so that no row is read for it: hundreds of thousands
//! of open obligations cost one walk of the index. Each branch counts without what the branches before it admit.

use super::model::{Due, Filter, Held};
use engine::obligations::listing::with_parties;
use engine::obligations::rules::WITH_RECEIVER;
use engine::obligations::store as obligations;
use kernel::id::Id;
use kernel::scope::Branch;
use kernel::time::{Day, Moment};
use mechanism::Caller;
use std::collections::BTreeMap;
use store::{Error, Result, Row, Sql, Tx, Value, params};

/// A condition with its parameters.
type Condition = (String, Vec<(String, Value)>);

/// What every holder in the caller's scope owes, each once, in no order.
pub fn held(sql: &mut dyn Sql, caller: &Caller, filter: &Filter) -> Result<Vec<Held>> {
    let now = sql.now();
    let mut found: BTreeMap<Id, Held> = BTreeMap::new();
    for (condition, mut params) in within(sql, caller, filter)? {
        params.push(("now".to_owned(), now.into()));
        let text = format!(
            "select g.holder, g.n, g.late, g.oldest, coalesce(p.org, n.org, g.holder) as body from (\
             select t.holder, count(*) as n, min(t.due_at) as oldest, \
             cast(sum(case when t.grace_until <= :now then 1 else 0 end) as bigint) as late \
             from obligation t where t.outcome is null and t.opened_at <= :now and {condition} group by t.holder) g \
             left join post p on p.id = g.holder left join person n on n.id = g.holder"
        );
        for row in sql.query(&text, &borrowed(&params))? {
            let one = read(&row)?;
            // The same holder may owe in two branches.
            let known = found.entry(one.holder);
            known
                .and_modify(|known| {
                    known.count += one.count;
                    known.late += one.late;
                    known.oldest = known.oldest.min(one.oldest);
                })
                .or_insert(one);
        }
    }
    Ok(found.into_values().collect())
}

fn read(row: &Row) -> Result<Held> {
    Ok(Held {
        holder: row.id("holder")?,
        body: row.id("body")?,
        count: row.int("n")?,
        late: row.int("late")?,
        oldest: row.moment("oldest")?,
    })
}

/// Every open obligation of the filter, with whether it was urged since; more than `most` is refused by the caller.
pub fn due(
    sql: &mut dyn Sql,
    caller: &Caller,
    filter: &Filter,
    since: Moment,
    most: usize,
) -> Result<Vec<Due>> {
    let now = sql.now();
    let mut found = Vec::new();
    for (condition, mut params) in within(sql, caller, filter)? {
        params.extend([
            ("now".to_owned(), now.into()),
            ("since".to_owned(), since.into()),
            ("most".to_owned(), (most + 1).into()),
        ]);
        // Urging a single obligation leaves its trace in the outbox only.
        let text = format!(
            "select t.id, t.holder, t.due_at, case when \
             exists (select 1 from urging u where u.obligation = t.id and u.at > :since) or \
             exists (select 1 from outbox o where o.subject = t.id and o.created_at > :since and o.key like '%/urge/%') \
             then 1 else 0 end as lately \
             from obligation t where t.outcome is null and t.opened_at <= :now and {condition} limit :most"
        );
        for row in sql.query(&text, &borrowed(&params))? {
            found.push(Due {
                id: row.id("id")?,
                holder: row.id("holder")?,
                due_at: row.moment("due_at")?,
                lately: row.flag("lately")?,
            });
        }
    }
    Ok(found)
}

/// The open obligations of the filter themselves, by holder and due, at most so many and one more.
pub fn ids(sql: &mut dyn Sql, caller: &Caller, filter: &Filter, most: usize) -> Result<Vec<Id>> {
    let now = sql.now();
    let mut found = Vec::new();
    for (condition, mut params) in within(sql, caller, filter)? {
        params.extend([
            ("now".to_owned(), now.into()),
            ("most".to_owned(), (most + 1).into()),
        ]);
        let text = format!(
            "select t.id, t.holder, t.due_at from obligation t where t.outcome is null and t.opened_at <= :now \
             and {condition} order by t.holder, t.due_at, t.id limit :most"
        );
        for row in sql.query(&text, &borrowed(&params))? {
            found.push((row.id("holder")?, row.moment("due_at")?, row.id("id")?));
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, _, id)| id).collect())
}

/// Remembers that these were urged now.
pub fn urged(tx: &mut Tx, ids: &[Id], by: Id) -> Result<()> {
    let now = tx.now();
    let rows = ids.iter();
    let rows = rows.map(|id| vec![(*id).into(), now.into(), by.into()]);
    tx.insert_many("urging", &["obligation", "at", "urged_by"], rows.collect())?;
    Ok(())
}

/// Hours within which nothing is urged twice: a dated setting of the place, else a day.
pub fn window_hours(sql: &mut dyn Sql, today: Day) -> Result<i64> {
    let row = sql.one(
        "select value from setting where name = 'chasing.urge_window_hours' and from_day <= :today \
         order by from_day desc limit 1",
        &params! { "today" => today },
    )?;
    let text = row.map(|row| row.text("value")).transpose()?;
    Ok(text.and_then(|text| text.trim().parse().ok()).unwrap_or(24))
}

/// One condition for each branch of the scope, none of which admits a row that an earlier one does.
fn within(sql: &mut dyn Sql, caller: &Caller, filter: &Filter) -> Result<Vec<Condition>> {
    let (wanted, wanted_params) = wanted(sql, filter)?;
    let mut before: Vec<String> = Vec::new();
    let mut before_params: Vec<(String, Value)> = Vec::new();
    let mut all = Vec::new();
    for (test, own) in branches(caller) {
        let mut condition = format!("({test})");
        for earlier in &before {
            condition.push_str(&format!(" and ({earlier}) is not true"));
        }
        condition.push_str(&wanted);
        // Whoever submitted in time owes nothing while the receiver decides. Every index of this list holds the column.
        condition.push_str(&format!(" and t.grace_until < {}", WITH_RECEIVER.0));
        // What lapsed was missed and cannot be made good any more; nobody is chased for yesterday's roll call.
        condition.push_str(" and (t.after_due <> 'lapses' or t.grace_until > :now)");
        let mut params = before_params.clone();
        params.extend(own.clone());
        params.extend(wanted_params.clone());
        all.push((condition, params));
        before.push(test);
        before_params.extend(own);
    }
    Ok(all)
}

fn branches(caller: &Caller) -> Vec<Condition> {
    let mut all = Vec::new();
    for (index, branch) in with_parties(caller).branches.iter().enumerate() {
        let name = format!("b{index}");
        let one = |id: &Id| vec![(name.clone(), Value::from(*id))];
        match branch {
            Branch::Everything => return vec![("1 = 1".to_owned(), Vec::new())],
            Branch::Area { level, id } => {
                all.push((format!("t.{} = :{name}", level.column()), one(id)));
            }
            Branch::AreaSector { level, id, sector } => {
                let mut params = one(id);
                params.push((format!("{name}s"), sector.as_str().into()));
                let text = format!("t.{} = :{name} and t.sector = :{name}s", level.column());
                all.push((text, params));
            }
            Branch::Site(id) => all.push((format!("t.subject = :{name}"), one(id))),
            Branch::Handed(party) => {
                all.push((format!("t.holder = :{name}"), one(party)));
                let text =
                    format!("t.id in (select s.subject from sight s where s.party = :{name}h)");
                all.push((text, vec![(format!("{name}h"), (*party).into())]));
            }
        }
    }
    all
}

/// The filter as a condition that follows another one.
fn wanted(sql: &mut dyn Sql, filter: &Filter) -> Result<Condition> {
    let mut text = String::new();
    let mut params: Vec<(String, Value)> = Vec::new();
    let mut equals = |column: &str, value: Option<Value>| {
        if let Some(value) = value {
            text.push_str(&format!(" and t.{column} = :f_{column}"));
            params.push((format!("f_{column}"), value));
        }
    };
    equals("definition", filter.definition.as_deref().map(Value::from));
    equals("period", filter.period.as_deref().map(Value::from));
    equals("holder", filter.holder.map(Value::from));
    if let Some(area) = filter.area {
        let area = registry::area::store::by_id(sql, area)?.ok_or(Error::NotFound)?;
        equals(area.level.column(), Some(area.id.into()));
    }
    if let Some(rules) = rules(sql, filter)? {
        let names: Vec<String> = (0..rules.len()).map(|index| format!(":r{index}")).collect();
        text.push_str(&match names.is_empty() {
            // What nothing realises is owed by nobody.
            true => " and 1 = 0".to_owned(),
            false => format!(" and t.rule in ({})", names.join(", ")),
        });
        let values = rules.iter().enumerate();
        params.extend(values.map(|(index, id)| (format!("r{index}"), Value::from(*id))));
    }
    if filter.state.as_deref() == Some("late") {
        text.push_str(" and t.grace_until <= :now");
    }
    Ok((text, params))
}

/// Rules of the plan and the clause; none where neither is asked for.
fn rules(sql: &mut dyn Sql, filter: &Filter) -> Result<Option<Vec<Id>>> {
    let mut rules = match &filter.clause {
        Some(clause) => Some(obligations::rules_of_clause(sql, clause)?),
        None => None,
    };
    let Some(plan) = &filter.plan else {
        return Ok(rules);
    };
    let candidates = match rules.take() {
        Some(rules) => rules,
        None => {
            let rows = sql.query("select id from rule order by id", &[])?;
            rows.iter().map(|row| row.id("id")).collect::<Result<_>>()?
        }
    };
    let mut own = Vec::new();
    for id in candidates {
        if &obligations::rule(sql, id)?.pack == plan {
            own.push(id);
        }
    }
    Ok(Some(own))
}

fn borrowed(params: &[(String, Value)]) -> Vec<(&str, Value)> {
    let params = params.iter();
    params
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect()
}
