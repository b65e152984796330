//! What the agenda reads through the scope: all lists end in `store::page`.

use engine::obligations::listing::with_parties;
use engine::obligations::{Obligation, store as obligations};
use engine::records::{Record, store as records};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Caller;
use store::page::{self, Listing, Order, PageKey};
use store::{Result, Row, Sql, Value, params};

/// Counting stops here; the page says "more than".
pub const CAP: i64 = 1_000;

/// Not ended and due after the first instant, up to and including the last. The predicate of the partial indexes stands
/// literally.
const DUE: &str = "t.outcome is null and t.due_at > :d_after and t.due_at <= :d_until";

fn owed<'a>(params: &'a [(&'a str, Value)]) -> Listing<'a> {
    Listing {
        table: "obligation",
        columns: obligations::COLUMNS,
        joins: "",
        filter: DUE,
        params,
        order: Order::ascending("due_at"),
        has_sector: true,
        site_column: Some("subject"),
        handed_column: Some("holder"),
    }
}

fn span(after: Moment, until: Moment) -> Vec<(&'static str, Value)> {
    vec![("d_after", after.into()), ("d_until", until.into())]
}

/// How many obligations are owed and fall due in a span, up to [`CAP`].
pub fn count_due(sql: &mut dyn Sql, caller: &Caller, after: Moment, until: Moment) -> Result<i64> {
    page::count(sql, &owed(&span(after, until)), &with_parties(caller), CAP)
}

/// A page of them, earliest due first.
pub fn page_due(
    sql: &mut dyn Sql,
    caller: &Caller,
    (after, until): (Moment, Moment),
    key: Option<&str>,
    limit: usize,
) -> Result<(Vec<Obligation>, Option<String>)> {
    let params = span(after, until);
    let listing = owed(&params);
    let key = key.map(|key| PageKey::parse(&listing, key)).transpose()?;
    let found = page::page(sql, &listing, &with_parties(caller), key.as_ref(), limit)?;
    let rows = found
        .rows
        .iter()
        .map(obligations::read)
        .collect::<Result<_>>()?;
    Ok((rows, found.next.map(|key| key.to_string())))
}

/// A matter in short.
pub struct MatterBrief {
    pub id: Id,
    pub title: String,
    pub word: String,
    pub opened_at: Moment,
}

/// Matters opened since an instant that the caller may see: how many, and the newest.
pub fn matters_since(
    sql: &mut dyn Sql,
    caller: &Caller,
    since: Moment,
    limit: usize,
) -> Result<(i64, Vec<MatterBrief>)> {
    let params = [("m_since", Value::from(since))];
    let listing = Listing {
        table: "matter",
        columns: crate::matters::store::COLUMNS,
        joins: "",
        filter: "t.opened_at >= :m_since",
        params: &params,
        order: Order::descending("opened_at"),
        has_sector: true,
        site_column: Some("site"),
        handed_column: None,
    };
    let scope = with_parties(caller);
    let count = page::count(sql, &listing, &scope, CAP)?;
    let found = page::page(sql, &listing, &scope, None, limit)?;
    let briefs = found.rows.iter().map(brief).collect::<Result<_>>()?;
    Ok((count, briefs))
}

fn brief(row: &Row) -> Result<MatterBrief> {
    Ok(MatterBrief {
        id: row.id("id")?,
        title: row.text("title")?,
        word: row.text("word")?,
        opened_at: row.moment("opened_at")?,
    })
}

/// Records of a body that nobody has approved yet and that somebody else filed, oldest first.
pub fn unapproved(sql: &mut dyn Sql, body: Id, by: Id, limit: i64) -> Result<Vec<Record>> {
    let text = format!(
        "select {} from record t where t.body = :body and t.state = 'filed' and t.approved_at is null \
         and t.filed_by <> :by order by t.stated_at, t.id limit :limit",
        records::COLUMNS
    );
    let rows = sql.query(
        &text,
        &params! { "body" => body, "by" => by, "limit" => limit },
    )?;
    rows.iter().map(records::read).collect()
}
