//! Rows that all kinds of party share: kind, label, members, and who answers today.

use super::model::PartyKind;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Result, Row, Shelf, Sql, Tx, Value, params};

/// Labels are fetched so many at a time; a fixed number keeps one prepared statement.
const LABELS_AT_ONCE: usize = 32;

/// Names of parties, sites and areas.
static LABEL: Shelf = Shelf {
    name: "party.label",
    tables: &[
        "party",
        "org",
        "person",
        "party_group",
        "post",
        "site",
        "area",
    ],
};

pub fn kind_of(sql: &mut dyn Sql, id: Id) -> Result<Option<PartyKind>> {
    let row = sql.one(
        "select kind from party where id = :id",
        &params! { "id" => id },
    )?;
    let word = row.map(|row| row.text("kind")).transpose()?;
    Ok(word.as_deref().and_then(PartyKind::of_word))
}

/// The name under which people know a party (or a site or area); empty when there is no such thing.
pub fn label(sql: &mut dyn Sql, id: Id) -> Result<String> {
    Ok(labels(sql, &[id])?.remove(&id).unwrap_or_default())
}

/// Names of parties, sites and areas alike, so that a page of mixed subjects asks once.
pub fn labels(sql: &mut dyn Sql, ids: &[Id]) -> Result<BTreeMap<Id, String>> {
    let mut wanted = ids.to_vec();
    wanted.sort();
    wanted.dedup();
    let mut known = recalled(sql, &wanted);
    wanted.retain(|id| !known.contains_key(id));
    let learnt = read_labels(sql, wanted)?;
    if let Some(memo) = sql.remembered() {
        let labels = learnt.iter();
        memo.put(
            &LABEL,
            0,
            labels.map(|(id, label)| (*id, Arc::new(label.clone()))),
        );
    }
    known.extend(learnt);
    Ok(known)
}

fn recalled(sql: &mut dyn Sql, wanted: &[Id]) -> BTreeMap<Id, String> {
    let Some(memo) = sql.remembered() else {
        return BTreeMap::new();
    };
    let known = memo.get::<String>(&LABEL, wanted, 0);
    let known = wanted.iter().zip(known);
    known
        .filter_map(|(id, label)| Some((*id, String::clone(&*label?))))
        .collect()
}

fn read_labels(sql: &mut dyn Sql, mut wanted: Vec<Id>) -> Result<BTreeMap<Id, String>> {
    let mut found = BTreeMap::new();
    for texts in [PARTY_LABELS, SITE_LABELS, AREA_LABELS] {
        wanted.retain(|id| !found.contains_key(id));
        for chunk in wanted.chunks(LABELS_AT_ONCE) {
            for row in query_chunk(sql, texts, chunk)? {
                found.insert(row.id("id")?, row.text("label")?);
            }
        }
    }
    Ok(found)
}

/// Who answers for a party on a day: the holder of a post (else whoever stands in), for a body the
/// holder of the highest post that approves for it (else of its highest post), a person himself.
/// A group answers through its members only.
pub fn current_person(sql: &mut dyn Sql, party: Id, day: Day) -> Result<Option<(Id, String)>> {
    match kind_of(sql, party)? {
        Some(PartyKind::Person) => Ok(Some((party, label(sql, party)?))),
        Some(PartyKind::Post) => in_post(sql, party, day),
        Some(PartyKind::Org) => for_org(sql, party, day),
        Some(PartyKind::Group) | None => Ok(None),
    }
}

/// Where a party (or a site) stands: its area path and sector, as its row says. A group has neither.
pub fn place_of(sql: &mut dyn Sql, id: Id, _day: Day) -> Result<(AreaPath, Option<String>)> {
    let row = match kind_of(sql, id)? {
        Some(PartyKind::Org) => sql.one(ORG_PLACE, &params! { "id" => id })?,
        Some(PartyKind::Post) => sql.one(POST_PLACE, &params! { "id" => id })?,
        Some(PartyKind::Person) => sql.one(PERSON_PLACE, &params! { "id" => id })?,
        Some(PartyKind::Group) => None,
        None => sql.one(SITE_PLACE, &params! { "id" => id })?,
    };
    match row {
        Some(row) => Ok((row.path()?, row.opt_text("sector")?)),
        None => Ok((AreaPath::default(), None)),
    }
}

/// Members of a committee or group on a day, without regard to their role.
pub fn members(sql: &mut dyn Sql, of: Id, day: Day) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct member from org_member
         where org = :org and from_day <= :day and (until_day is null or until_day > :day)
         order by member",
        &params! { "org" => of, "day" => day },
    )?;
    rows.iter().map(|row| row.id("member")).collect()
}

/// The group of that name: a team or a roster that is no body.
pub fn group_by_name(sql: &mut dyn Sql, name: &str) -> Result<Option<Id>> {
    let row = sql.one(
        "select id from party_group where name = :name order by id limit 1",
        &params! { "name" => name },
    )?;
    row.map(|row| row.id("id")).transpose()
}

/// Groups to which any of the parties belongs on a day.
pub fn groups_of(sql: &mut dyn Sql, parties: &[Id], day: Day) -> Result<Vec<Id>> {
    let mut groups = Vec::new();
    for chunk in parties.chunks(LABELS_AT_ONCE) {
        let mut params = named(chunk);
        params.push(("day", day.into()));
        for row in sql.query(&format!("{GROUPS}({})", names()), &params)? {
            let group = row.id("org")?;
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
    }
    groups.sort();
    Ok(groups)
}

pub fn insert(tx: &mut Tx, id: Id, kind: PartyKind) -> Result<()> {
    tx.execute(
        "insert into party (id, kind) values (:id, :kind)",
        &params! { "id" => id, "kind" => kind.word() },
    )?;
    Ok(())
}

pub fn insert_group(tx: &mut Tx, id: Id, name: &str) -> Result<()> {
    insert(tx, id, PartyKind::Group)?;
    tx.execute(
        "insert into party_group (id, name) values (:id, :name)",
        &params! { "id" => id, "name" => name },
    )?;
    Ok(())
}

/// Adds a member; true when it was not one already in that role from that day.
pub fn add_member(tx: &mut Tx, of: Id, member: Id, role: &str, from: Day) -> Result<bool> {
    let written = tx.execute(
        "insert into org_member (org, member, role, from_day, until_day)
         values (:org, :member, :role, :from_day, null) on conflict do nothing",
        &params! { "org" => of, "member" => member, "role" => role, "from_day" => from },
    )?;
    Ok(written == 1)
}

/// Ends a membership that runs on the day; true when there was one.
pub fn end_member(tx: &mut Tx, of: Id, member: Id, on: Day) -> Result<bool> {
    let written = tx.execute(
        "update org_member set until_day = :on_day
         where org = :org and member = :member and from_day <= :on_day
           and (until_day is null or until_day > :on_day)",
        &params! { "org" => of, "member" => member, "on_day" => on },
    )?;
    Ok(written != 0)
}

const ORG_PLACE: &str = "select sector, area_province, area_city, area_county, area_town,
    area_village from org where id = :id";
const POST_PLACE: &str = "select sector, area_province, area_city, area_county, area_town,
    area_village from post where id = :id";
const PERSON_PLACE: &str = "select sector, area_province, area_city, area_county, area_town,
    area_village from person where id = :id";
const SITE_PLACE: &str = "select sector, area_province, area_city, area_county, area_town,
    area_village from site where id = :id";

const PARTY_LABELS: &str = "select p.id as id,
        coalesce(o.name, n.name, g.name, b.name || s.title) as label
    from party p
    left join org o on o.id = p.id
    left join person n on n.id = p.id
    left join party_group g on g.id = p.id
    left join post s on s.id = p.id
    left join org b on b.id = s.org
    where p.id in ";
const SITE_LABELS: &str = "select id, name as label from site where id in ";
const AREA_LABELS: &str = "select id, name as label from area where id in ";

const GROUPS: &str = "select distinct m.org as org
    from org_member m join party_group g on g.id = m.org
    where m.from_day <= :day and (m.until_day is null or m.until_day > :day) and m.member in ";

/// Ids in chunks of one size, as the names in the text and their parameters: the text stays the same for every chunk.
pub(super) fn chunks(ids: &[Id]) -> impl Iterator<Item = (String, Vec<(&'static str, Value)>)> {
    ids.chunks(LABELS_AT_ONCE)
        .map(|chunk| (names(), named(chunk)))
}

fn query_chunk(sql: &mut dyn Sql, text: &str, chunk: &[Id]) -> Result<Vec<Row>> {
    sql.query(&format!("{text}({})", names()), &named(chunk))
}

/// The parameters of a chunk of ids; a short chunk repeats its last id, so the text stays the same.
fn named(chunk: &[Id]) -> Vec<(&'static str, Value)> {
    let last = chunk.last();
    NAMES
        .iter()
        .enumerate()
        .filter_map(|(place, name)| {
            let id = chunk.get(place).or(last)?;
            Some((*name, Value::from(*id)))
        })
        .collect()
}

fn names() -> String {
    NAMES.map(|name| format!(":{name}")).join(", ")
}

const NAMES: [&str; LABELS_AT_ONCE] = [
    "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14",
    "p15", "p16", "p17", "p18", "p19", "p20", "p21", "p22", "p23", "p24", "p25", "p26", "p27",
    "p28", "p29", "p30", "p31",
];

fn in_post(sql: &mut dyn Sql, post: Id, day: Day) -> Result<Option<(Id, String)>> {
    for text in [HOLDER_OF_POST, HOLDER_OF_SUBSTITUTE] {
        let row = sql.one(text, &params! { "post" => post, "day" => day })?;
        if let Some(row) = row {
            return Ok(Some((row.id("id")?, row.text("name")?)));
        }
    }
    Ok(None)
}

fn for_org(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Option<(Id, String)>> {
    let posts = sql.query(
        "select id from post where org = :org
           and from_day <= :day and (until_day is null or until_day > :day)
         order by approver desc, rank, id",
        &params! { "org" => org, "day" => day },
    )?;
    for post in posts {
        if let Some(found) = in_post(sql, post.id("id")?, day)? {
            return Ok(Some(found));
        }
    }
    // A body with one person and no posts, as small enterprises are.
    let people = sql.query(
        "select id, name from person where org = :org
           and from_day <= :day and (until_day is null or until_day > :day)
         order by id limit 2",
        &params! { "org" => org, "day" => day },
    )?;
    match people.as_slice() {
        [only] => Ok(Some((only.id("id")?, only.text("name")?))),
        _ => Ok(None),
    }
}

const HOLDER_OF_POST: &str = "select n.id as id, n.name as name
    from post_holder h join person n on n.id = h.person
    where h.post = :post and h.from_day <= :day and (h.until_day is null or h.until_day > :day)
    order by h.stand_in, h.from_day, n.id limit 1";
const HOLDER_OF_SUBSTITUTE: &str = "select n.id as id, n.name as name
    from post s join post_holder h on h.post = s.stand_in join person n on n.id = h.person
    where s.id = :post and h.stand_in = 0
      and h.from_day <= :day and (h.until_day is null or h.until_day > :day)
    order by h.from_day, n.id limit 1";
