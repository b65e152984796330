//! Bodies, people and premises, written through the registers as an importer writes them.

use super::land::{Land, WEIGHTS};
use super::luck::{pick, weighed};
use super::{Scale, land};
use crate::Outcome;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;
use mechanism::App;
use registry::area::Area;
use registry::org::Org;
use registry::person::model::Holding;
use registry::person::{Person, Post};
use registry::site::Site;
use registry::{area, org, person, site};
use std::sync::Arc;
use store::{Act, Result, Store, Tx};

/// Rows that share a commit while registers are filled.
const PIECE: usize = 5_000;

/// Premises that one enterprise runs.
const SITES_EACH: usize = 5;

pub const SECTORS: [&str; 8] = [
    "fire",
    "industry",
    "chemicals",
    "transport",
    "building",
    "culture",
    "farming",
    "trade",
];

/// What the obligations and the callers stand on.
pub struct Register {
    pub land: Land,
    /// The safety committee's office of each county.
    pub offices: Vec<Org>,
    /// The fire department of each county.
    pub departments: Vec<Org>,
    pub sites: Vec<Place>,
}

/// A site as far as its obligations need it.
pub struct Place {
    pub id: Id,
    pub run_by: Id,
    pub path: AreaPath,
    pub sector: &'static str,
}

/// A body with the one post that answers for it.
#[derive(Clone)]
pub struct Body {
    pub org: Org,
    pub post: Post,
    pub person: Person,
}

pub fn write(app: &App, scale: &Scale, from: Day) -> Outcome<Register> {
    let land = land::land(from);
    let store = &app.store;
    each(store, "rig.areas", land.areas.clone(), area::store::insert)?;

    let counties = || land.counties.iter();
    let offices: Vec<Body> = counties()
        .map(|county| {
            body(
                &format!("{}安委办", county.name),
                "office",
                None,
                county,
                from,
            )
        })
        .collect();
    let departments: Vec<Body> = counties()
        .map(|county| {
            let name = format!("{}消防救援大队", county.name);
            body(&name, "department", Some("fire"), county, from)
        })
        .collect();
    let enterprises: Vec<Body> = (0..scale.sites.div_ceil(SITES_EACH))
        .map(|number| enterprise(number, &land, from))
        .collect();
    for bodies in [&offices, &departments, &enterprises] {
        each(store, "rig.bodies", bodies.clone(), insert_body)?;
    }
    let sites: Vec<Site> = (0..scale.sites)
        .filter_map(|number| {
            let runs = enterprises.get(number / SITES_EACH)?;
            Some(premises(number, &runs.org))
        })
        .collect();
    let places = places(&sites, scale);
    each(store, "rig.sites", sites, site::store::insert)?;
    let orgs = |bodies: Vec<Body>| bodies.into_iter().map(|body| body.org).collect();
    Ok(Register {
        land,
        offices: orgs(offices),
        departments: orgs(departments),
        sites: places,
    })
}

/// A body with a person in its post, in an area.
pub fn body(name: &str, kind: &str, sector: Option<&str>, place: &Area, from: Day) -> Body {
    let id = Org::id_of(None, name, place.id);
    let org = Org {
        id,
        name: name.to_owned(),
        kind: kind.to_owned(),
        credit_code: None,
        sector: sector.map(str::to_owned),
        office_of: None,
        superior: None,
        area: place.id,
        path: place.path,
        from,
        until: None,
        version: 1,
    };
    let post = Post {
        id: Post::id_of(id, "安全管理员"),
        org: id,
        title: "安全管理员".to_owned(),
        rank: 1,
        approver: true,
        receiving_clerk: true,
        superior: None,
        stand_in: None,
        sector: org.sector.clone(),
        path: place.path,
        from,
        until: None,
        version: 1,
    };
    let who = format!("{name}管理员");
    let person = Person {
        id: Person::id_of(&who, id),
        name: who,
        org: Some(id),
        sector: org.sector.clone(),
        path: place.path,
        from,
        until: None,
        version: 1,
    };
    Body { org, post, person }
}

fn enterprise(number: usize, land: &Land, from: Day) -> Body {
    let of = number as u64;
    let county = weighed(of, 1, &WEIGHTS);
    let villages = &land.villages[county];
    let village = &villages[pick(of, 2, villages.len())];
    let sector = SECTORS[pick(of, 3, SECTORS.len())];
    let name = format!("第{number:05}号企业");
    body(&name, "enterprise", Some(sector), village, from)
}

fn premises(number: usize, runs: &Org) -> Site {
    let name = format!("第{number:06}号场所");
    Site {
        id: Site::id_of(None, &name, runs.area),
        name,
        kind: "premises".to_owned(),
        credit_code: None,
        org: Some(runs.id),
        parent: None,
        sector: runs.sector.clone(),
        position: None,
        attributes: "{}".to_owned(),
        area: runs.area,
        path: runs.path,
        from: runs.from,
        until: None,
        version: 1,
    }
}

fn places(sites: &[Site], scale: &Scale) -> Vec<Place> {
    let sector = |site: &Site| {
        let mut known = SECTORS.into_iter();
        known
            .find(|sector| Some(*sector) == site.sector.as_deref())
            .unwrap_or(SECTORS[0])
    };
    let place = |site: &Site| Place {
        id: site.id,
        run_by: site.org.unwrap_or(site.id),
        path: site.path,
        sector: sector(site),
    };
    sites.iter().take(scale.sites).map(place).collect()
}

pub fn insert_body(tx: &mut Tx<'_>, body: &Body) -> Result<()> {
    org::store::insert(tx, &body.org)?;
    let sectors: Vec<String> = body.org.sector.iter().cloned().collect();
    org::store::set_sectors(tx, body.org.id, &sectors)?;
    person::store::insert_post(tx, &body.post)?;
    person::store::insert(tx, &body.person)?;
    let holding = Holding {
        post: body.post.id,
        person: body.person.id,
        stand_in: false,
        from: body.person.from,
        until: None,
    };
    person::store::appoint(tx, &holding).map(drop)
}

/// Writes rows, some thousands a commit.
pub fn each<T>(
    store: &Store,
    act: &'static str,
    rows: Vec<T>,
    insert: fn(&mut Tx<'_>, &T) -> Result<()>,
) -> Outcome<()>
where
    T: Send + Sync + 'static,
{
    let rows = Arc::new(rows);
    for from in (0..rows.len()).step_by(PIECE) {
        let rows = rows.clone();
        store.write_blocking(Act::system(act), move |tx| {
            for row in rows.iter().skip(from).take(PIECE) {
                insert(tx, row)?;
            }
            let body = serde_json::json!({ "from": from });
            tx.note(Id::natural("rig", act), "filled", body)
        })?;
    }
    Ok(())
}
