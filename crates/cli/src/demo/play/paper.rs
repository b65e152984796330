//! Records as people hand them in: whose they are, what they are about, who filled them in.

use crate::demo::accounts;
use crate::demo::files::Files;
use crate::demo::fill::{Care, Ground, fill};
use crate::demo::luck::Dice;
use crate::demo::made_up;
use crate::demo::people::People;
use crate::demo::place::Map;
use engine::records::{Filing, rules};
use kernel::id::Id;
use kernel::time::Day;
use mechanism::Env;
use mechanism::import::Importer;
use policy::{Field, FieldKind, Form, Measure, Part};
use registry::{org, site};
use store::{Result, Sql, Tx, params};

/// What everybody in the story has at hand.
pub struct Desk {
    pub env: Env,
    pub files: Files,
    pub pack: String,
    pub dice: Dice,
    pub map: Map,
    /// How the register of persons is handed in.
    pub persons: &'static Importer,
}

/// One record to be filled in.
pub struct Sheet<'a> {
    pub id: Id,
    pub form: &'a Form,
    pub part: &'a Part,
    /// Whose record it is.
    pub body: Id,
    /// What it is about; further subjects it also bears.
    pub about: Id,
    pub further: Vec<Id>,
    /// Members that a list of people must name.
    pub members: &'a [Id],
    /// Which of several records for one part it is.
    pub number: usize,
    pub covers: Day,
    pub care: Care,
}

/// How many objects and bodies a field that names different ones may draw on.
const CHOICE: i64 = 12;

impl Desk {
    pub fn day(&self, tx: &Tx) -> Day {
        self.env.calendar.zone().day_of(tx.now())
    }

    /// The filing of a sheet; none where nobody is there to fill it in, or the form cannot be filled.
    pub fn filing(&self, tx: &mut Tx, people: &People, sheet: &Sheet) -> Result<Option<Filing>> {
        let Some(filed_by) = people.filer else {
            return Ok(None);
        };
        let (now, day) = (tx.now(), self.day(tx));
        let sites = sites(tx, sheet, day)?;
        let orgs = orgs(tx, sheet)?;
        let (lat, lng) = made_up::spot(self.dice, &self.map, sheet.about);
        let ground = Ground {
            library: &self.env.policy,
            pack: &self.pack,
            files: &self.files,
            people,
            body: sheet.body,
            sites: &sites,
            orgs: &orgs,
            spot: format!("{lat:.5},{lng:.5}"),
            day,
            thing: sheet.id,
            dice: self.dice,
            number: sheet.number,
            care: sheet.care,
        };
        let values = fill(&ground, sheet.form, Some(sheet.part), sheet.members);
        let codes = |list: &str| {
            let entries = self.env.policy.entries(list);
            entries.iter().map(|entry| entry.code.clone()).collect()
        };
        if let Some(fault) = rules::check(sheet.form, &codes, &values).first() {
            tracing::warn!(form = sheet.form.id, field = fault.field, reason = %fault.reason, "a form was not filled in");
            return Ok(None);
        }
        let mut subjects = vec![sheet.about];
        for further in &sheet.further {
            if !subjects.contains(further) {
                subjects.push(*further);
            }
        }
        Ok(Some(Filing {
            id: sheet.id,
            account: accounts::filer(),
            filed_by,
            form: sheet.form.id.clone(),
            form_version: sheet.form.version,
            body: sheet.body,
            covers: Some(sheet.covers),
            stated_at: Some(now),
            supersedes: None,
            values,
            subjects,
            lat: None,
            lng: None,
            on_behalf: None,
            last_contact: None,
        }))
    }
}

/// The object that it is about, else some that the body runs or that stand in its area.
fn sites(tx: &mut Tx, sheet: &Sheet, day: Day) -> Result<Vec<Id>> {
    let named = sheet.form.fields.iter().any(names_a_site);
    if !named {
        return Ok(Vec::new());
    }
    if site::store::by_id(tx, sheet.about)?.is_some() {
        return Ok(vec![sheet.about]);
    }
    let own = site::store::of_org(tx, sheet.body, day)?;
    if !own.is_empty() {
        return Ok(own.into_iter().map(|site| site.id).collect());
    }
    let bound = site::store::bound_sites(tx, sheet.body, day)?;
    if !bound.is_empty() {
        return Ok(bound);
    }
    let (path, _) = registry::party::store::place_of(tx, sheet.body, day)?;
    let (Some(area), Some(level)) = (path.leaf(), path.leaf_level()) else {
        return Ok(Vec::new());
    };
    let text = format!(
        "select id from site where {} = :area order by name, id limit :limit",
        level.column()
    );
    let rows = tx.query(&text, &params! { "area" => area, "limit" => CHOICE })?;
    rows.iter().map(|row| row.id("id")).collect()
}

fn names_a_site(field: &Field) -> bool {
    field.kind == FieldKind::Site || field.columns.iter().any(names_a_site)
}

/// The body that it is about, else its own, else the body's neighbours where several are asked for.
fn orgs(tx: &mut Tx, sheet: &Sheet) -> Result<Vec<Id>> {
    let about = org::store::by_id(tx, sheet.about)?.map(|org| org.id);
    let mut orgs = vec![about.unwrap_or(sheet.body)];
    let distinct = matches!(sheet.part.measure, Measure::Distinct(_));
    if distinct && let Some(own) = org::store::by_id(tx, sheet.body)? {
        let rows = tx.query(
            "select id from org where area = :area and id <> :own order by id limit :limit",
            &params! { "area" => own.area, "own" => orgs[0], "limit" => CHOICE },
        )?;
        for row in &rows {
            orgs.push(row.id("id")?);
        }
    }
    Ok(orgs)
}
