//! The bars of a plan read from cells instead of counted from rows.
//!
//! A cell says how many obligations of one rule stand alike in one area and sector: met in time, met late, or owed with
//! the same clocks, from which their state at the present follows. Opening appends what it opened, batch by batch;
//! a change of outcome or clock is appended by the database itself (see the migration), so that no writer can forget it.
//! [`fold`] adds what was appended to the cells of all areas above. A read is cells plus what is not folded yet, in one
//! statement, hence exact; [`super::tally`] counts the same from rows, for any time, and a test holds the two together.

use super::model::NewObligation;
use super::tally::{self, Bar, SUMS};
use kernel::id::Id;
use kernel::scope::{AreaPath, Branch, Level, Scope};
use kernel::time::Moment;
use policy::AfterDue;
use std::collections::BTreeMap;
use store::{Dialect, Result, Sql, Tx, Value, params};

/// The area of the cells of everything.
const WHOLE: Id = Id([0; 16]);
/// The sector of the cells of all sectors.
const ALL: &str = "*";
/// So much may be appended before a reader folds it first.
const MANY: i64 = 2_000;

const DELTA: [&str; 13] = [
    "rule",
    "area_province",
    "area_city",
    "area_county",
    "area_town",
    "area_village",
    "sector",
    "class",
    "opened_at",
    "soon_at",
    "grace_until",
    "after_due",
    "amount",
];

/// Appends what a batch opened, of which nothing was there when it was looked up. `inserted` is how many were written.
pub fn opened(tx: &mut Tx, rule: Id, fresh: &[&NewObligation], inserted: u64) -> Result<()> {
    let own: Vec<&NewObligation> = fresh
        .iter()
        .filter(|new| new.parent.is_none())
        .copied()
        .collect();
    if inserted == 0 || own.is_empty() {
        return Ok(());
    }
    if inserted != fresh.len() as u64 {
        // Another process opened some of them since they were looked up. Which, cannot be told any more.
        return recount(tx);
    }
    type Alike<'n> = (
        AreaPath,
        Option<&'n str>,
        Moment,
        Moment,
        Moment,
        &'static str,
    );
    let mut cells: BTreeMap<Alike<'_>, i64> = BTreeMap::new();
    for new in own {
        let after_due = match new.after_due {
            AfterDue::StillOwed => "still_owed",
            AfterDue::Lapses => "lapses",
        };
        let clocks = (new.opened_at, new.soon_at, new.grace_until);
        let key = (
            new.path,
            new.sector.as_deref(),
            clocks.0,
            clocks.1,
            clocks.2,
            after_due,
        );
        *cells.entry(key).or_default() += 1;
    }
    let rows = cells
        .into_iter()
        .map(|((path, sector, opened, soon, grace, after_due), amount)| {
            let [province, city, county, town, village] = path.ids;
            vec![
                rule.into(),
                province.into(),
                city.into(),
                county.into(),
                town.into(),
                village.into(),
                sector.into(),
                "owed".into(),
                opened.into(),
                soon.into(),
                grace.into(),
                after_due.into(),
                amount.into(),
            ]
        });
    tx.insert_many("tally_delta", &DELTA, rows.collect())?;
    Ok(())
}

/// Throws the cells away and appends what the rows say. Other writers wait: what they append while the rows are counted
/// would be counted twice.
pub fn recount(tx: &mut Tx) -> Result<()> {
    if tx.dialect() == Dialect::Postgres {
        tx.execute_machine(
            "/* postgres */ lock table obligation, tally_delta, tally in share row exclusive mode",
            &[],
        )?;
    }
    tx.execute("delete from tally", &[])?;
    tx.execute("delete from tally_delta", &[])?;
    let owed = |column: &str| format!("case when outcome is null then {column} else 0 end");
    let text = format!(
        "insert into tally_delta ({}) select rule, area_province, area_city, area_county, area_town, area_village, \
         sector, case when outcome is null then 'owed' when met_received <= grace_until then 'met' else 'late' end, \
         {}, {}, {}, case when outcome is null then after_due else '' end, count(*) from obligation \
         where parent is null and (outcome is null or outcome = 'met') \
         group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
        DELTA.join(", "),
        owed("opened_at"),
        owed("soon_at"),
        owed("grace_until")
    );
    tx.execute(&text, &[])?;
    tx.note(
        Id::natural("tally", "recount"),
        "recounted",
        serde_json::json!({}),
    )
}

/// Whether so much was appended that it should be folded before it is read.
pub fn wants_folding(sql: &mut dyn Sql) -> Result<bool> {
    let row = sql.one(
        "select count(*) as n from (select amount from tally_delta limit :most) as waiting",
        &params! { "most" => MANY + 1 },
    )?;
    Ok(MANY < row.map_or(Ok(0), |row| row.int("n"))?)
}

/// Adds what was appended to the cells of its areas and of everything. Two at once take different rows.
pub fn fold(tx: &mut Tx) -> Result<()> {
    let token = tx.new_id();
    let taken = tx.execute(
        "update tally_delta set taken = :token where taken is null",
        &params! { "token" => token },
    )?;
    if taken == 0 {
        return Ok(());
    }
    let areas: Vec<&str> = Level::ALL.iter().map(|level| level.column()).collect();
    for area in std::iter::once(None).chain(areas.into_iter().map(Some)) {
        for sector in [None, Some("sector")] {
            add(tx, token, area, sector)?;
        }
    }
    tx.execute(
        "delete from tally_delta where taken = :token",
        &params! { "token" => token },
    )?;
    tx.execute("delete from tally where amount = 0", &[])?;
    tx.note(
        Id::natural("tally", "fold"),
        "folded",
        serde_json::json!({ "taken": taken }),
    )
}

fn add(tx: &mut Tx, token: Id, area: Option<&str>, sector: Option<&str>) -> Result<()> {
    let present: Vec<String> = area
        .iter()
        .chain(sector.iter())
        .map(|column| format!(" and {column} is not null"))
        .collect();
    let (own_area, own_sector) = (area.unwrap_or(":whole"), sector.unwrap_or("'*'"));
    let group = match (area, sector) {
        (None, None) => "",
        (Some(_), None) => ", area",
        (None, Some(_)) => ", sector",
        (Some(_), Some(_)) => ", area, sector",
    };
    // Named apart, because the columns of the delta bear the same names.
    let text = format!(
        "insert into tally (area, sector, rule, class, opened_at, soon_at, grace_until, after_due, amount) \
         select area, sector, rule, class, opened_at, soon_at, grace_until, after_due, cast(sum(amount) as bigint) from \
         (select {own_area} as area, {own_sector} as sector, rule, class, opened_at, soon_at, grace_until, after_due, \
         amount from tally_delta where taken = :token{}) as own \
         group by rule, class, opened_at, soon_at, grace_until, after_due{group} \
         on conflict (area, sector, rule, class, opened_at, soon_at, grace_until, after_due) \
         do update set amount = tally.amount + excluded.amount",
        present.concat()
    );
    let text = match (area, sector) {
        // Of everything the constants stand in the outer select, where nothing is grouped by them.
        (None, None) => text.replace("select area, sector, rule", "select :whole, '*', rule"),
        (None, Some(_)) => text.replace("select area, sector, rule", "select :whole, sector, rule"),
        (Some(_), None) => text.replace("select area, sector, rule", "select area, '*', rule"),
        (Some(_), Some(_)) => text,
    };
    let mut params = params! { "token" => token };
    if area.is_none() {
        params.push(("whole", WHOLE.into()));
    }
    tx.execute(&text, &params)?;
    Ok(())
}

/// One branch of a scope that is a union of whole cells.
struct Whole {
    level: Option<Level>,
    area: Id,
    sector: Option<String>,
}

/// Bars by rule at the present. Whole areas and sectors are read from their cells; what is merely handed to the caller,
/// or lies on a site of his, is counted from its rows as far as no cell holds it.
pub fn by_rule(sql: &mut dyn Sql, scope: &Scope, now: Moment) -> Result<BTreeMap<Id, Bar>> {
    let mut wholes = Vec::new();
    let mut others = Scope::nothing();
    for branch in &scope.branches {
        match branch {
            Branch::Everything => {
                let everything = Whole {
                    level: None,
                    area: WHOLE,
                    sector: None,
                };
                return of_wholes(sql, &[everything], now);
            }
            Branch::Area { level, id } => wholes.push(Whole {
                level: Some(*level),
                area: *id,
                sector: None,
            }),
            Branch::AreaSector { level, id, sector } => wholes.push(Whole {
                level: Some(*level),
                area: *id,
                sector: Some(sector.clone()),
            }),
            // Beyond the bound of branches there is none: they came out of a scope.
            other => drop(others.push(other.clone())),
        }
    }
    let (wholes, shared) = apart(sql, wholes)?;
    let mut bars = of_wholes(sql, &wholes, now)?;
    for (rule, twice) in of_wholes(sql, &shared, now)? {
        bars.entry(rule).or_default().subtract(&twice);
    }
    if !others.branches.is_empty() {
        for (rule, bar) in of_rows(sql, &others, &wholes, now)? {
            bars.entry(rule).or_default().add(&bar);
        }
    }
    Ok(bars)
}

/// Leaves out what lies within another one, so that nothing is counted twice, and says what two of the rest share: a
/// sector of a wider area, with all sectors of an area in it. No two of these shares overlap in turn.
fn apart(sql: &mut dyn Sql, wholes: Vec<Whole>) -> Result<(Vec<Whole>, Vec<Whole>)> {
    let mut paths = Vec::new();
    for one in &wholes {
        paths.push(registry::area::store::path_of(sql, one.area)?);
    }
    let within = |inner: usize, outer: usize| {
        let (one, other): (&Whole, &Whole) = (&wholes[inner], &wholes[outer]);
        let sector = other.sector.is_none() || other.sector == one.sector;
        let area = paths[inner].ids.contains(&Some(other.area)) || one.area == other.area;
        let same = one.area == other.area && one.sector == other.sector;
        sector && area && (!same || outer < inner)
    };
    let kept: Vec<bool> = (0..wholes.len())
        .map(|inner| !(0..wholes.len()).any(|outer| outer != inner && within(inner, outer)))
        .collect();
    let mut shared = Vec::new();
    for inner in (0..wholes.len()).filter(|inner| kept[*inner] && wholes[*inner].sector.is_none()) {
        for outer in (0..wholes.len()).filter(|outer| kept[*outer]) {
            let (one, other) = (&wholes[inner], &wholes[outer]);
            if other.sector.is_some() && paths[inner].ids.contains(&Some(other.area)) {
                shared.push(Whole {
                    level: one.level,
                    area: one.area,
                    sector: other.sector.clone(),
                });
            }
        }
    }
    let wholes = wholes.into_iter().zip(kept);
    let wholes = wholes.filter(|(_, kept)| *kept).map(|(one, _)| one);
    Ok((wholes.collect(), shared))
}

fn of_wholes(sql: &mut dyn Sql, wholes: &[Whole], now: Moment) -> Result<BTreeMap<Id, Bar>> {
    let mut bars: BTreeMap<Id, Bar> = BTreeMap::new();
    for one in wholes {
        let mut condition = match one.level {
            None => "taken is null".to_owned(),
            Some(level) => format!("taken is null and {} = :area", level.column()),
        };
        if one.sector.is_some() {
            condition.push_str(" and sector = :sector");
        }
        let text = format!(
            "select c.rule, {CELLS} from (select rule, class, opened_at, soon_at, grace_until, after_due, amount \
             from tally where area = :area and sector = :sector union all \
             select rule, class, opened_at, soon_at, grace_until, after_due, amount from tally_delta where {condition}) \
             as c group by c.rule"
        );
        let sector = one.sector.as_deref().unwrap_or(ALL);
        let params = params! { "area" => one.area, "sector" => sector, "now" => now };
        for row in sql.query(&text, &params)? {
            bars.entry(row.id("rule")?)
                .or_default()
                .add(&tally::bar(&row)?);
        }
    }
    Ok(bars)
}

/// What is handed over, held, or lies on a site, without what a cell holds already.
fn of_rows(
    sql: &mut dyn Sql,
    others: &Scope,
    wholes: &[Whole],
    now: Moment,
) -> Result<BTreeMap<Id, Bar>> {
    let mut mine: Vec<String> = Vec::new();
    let mut params: Vec<(String, Value)> = vec![("now".to_owned(), now.into())];
    for (index, branch) in others.branches.iter().enumerate() {
        let name = format!("b{index}");
        match branch {
            // Each lies in an index of its own.
            Branch::Handed(party) => {
                mine.push(format!(
                    "select id from obligation where holder = :{name} and outcome is null"
                ));
                mine.push(format!(
                    "select id from obligation where holder = :{name} and outcome = 'met'"
                ));
                mine.push(format!(
                    "select subject as id from sight where party = :{name}"
                ));
                params.push((name, (*party).into()));
            }
            Branch::Site(site) => {
                mine.push(format!("select id from obligation where subject = :{name}"));
                params.push((name, (*site).into()));
            }
            _ => {}
        }
    }
    let mut outside = Vec::new();
    for (index, one) in wholes.iter().enumerate() {
        let Some(level) = one.level else { continue };
        let column = level.column();
        let mut parts = vec![format!("t.{column} is null or t.{column} <> :w{index}")];
        params.push((format!("w{index}"), one.area.into()));
        if let Some(sector) = &one.sector {
            parts.push(format!("t.sector is null or t.sector <> :w{index}s"));
            params.push((format!("w{index}s"), sector.as_str().into()));
        }
        outside.push(format!(" and ({})", parts.join(" or ")));
    }
    let text = format!(
        "with mine as ({}) select t.rule, {SUMS} from mine m join obligation t on t.id = m.id \
         where t.parent is null{} group by t.rule",
        mine.join(" union "),
        outside.concat()
    );
    let borrowed: Vec<(&str, Value)> = params
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let rows = sql.query(&text, &borrowed)?;
    rows.iter()
        .map(|row| Ok((row.id("rule")?, tally::bar(row)?)))
        .collect()
}

const CELLS: &str = "\
  cast(sum(case when c.class = 'met' then c.amount else 0 end) as bigint) as met, \
  cast(sum(case when c.class = 'late' then c.amount else 0 end) as bigint) as met_late, \
  cast(sum(case when c.class = 'owed' and c.grace_until <= :now and c.after_due = 'still_owed' then c.amount else 0 end) \
    as bigint) as overdue, \
  cast(sum(case when c.class = 'owed' and c.grace_until <= :now and c.after_due = 'lapses' then c.amount else 0 end) \
    as bigint) as lapsed, \
  cast(sum(case when c.class = 'owed' and c.grace_until > :now and c.soon_at <= :now and c.opened_at <= :now \
    then c.amount else 0 end) as bigint) as due_soon, \
  cast(sum(case when c.class = 'owed' and c.grace_until > :now and c.soon_at > :now and c.opened_at <= :now \
    then c.amount else 0 end) as bigint) as open";
