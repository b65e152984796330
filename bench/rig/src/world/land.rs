//! One city that does not exist: twelve counties of very different size, their towns and villages.

use kernel::id::Id;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;
use registry::area::Area;

pub const COUNTIES: [&str; 12] = [
    "甲县", "乙县", "丙县", "丁县", "戊县", "己县", "庚县", "辛县", "壬县", "癸县", "子县", "丑县",
];

/// Which share of everything lies in which county, in percent.
pub const WEIGHTS: [u64; 12] = [18, 14, 12, 10, 9, 8, 7, 6, 5, 5, 3, 3];

const TOWNS: usize = 12;
const VILLAGES: usize = 10;

pub struct Land {
    pub areas: Vec<Area>,
    pub counties: Vec<Area>,
    /// By county.
    pub villages: Vec<Vec<Area>>,
}

pub fn land(from: Day) -> Land {
    let area = |code: String, name: String, level: Level, above: Option<&Area>| {
        let id = Area::id_of(&code, from);
        let path = above.map_or_else(AreaPath::default, |above| above.path);
        Area {
            id,
            code,
            name,
            level,
            parent: above.map(|above| above.id),
            path: path.with(level, id),
            from,
            until: None,
        }
    };
    let province = area("99".to_owned(), "某省".to_owned(), Level::Province, None);
    let city = area(
        "9901".to_owned(),
        "某市".to_owned(),
        Level::City,
        Some(&province),
    );
    let mut land = Land {
        areas: vec![province, city.clone()],
        counties: Vec::new(),
        villages: Vec::new(),
    };
    for (number, name) in COUNTIES.iter().enumerate() {
        let code = format!("9901{:02}", number + 1);
        let county = area(code, (*name).to_owned(), Level::County, Some(&city));
        let mut villages = Vec::new();
        for place in 1..=TOWNS {
            let code = format!("{}{place:03}", county.code);
            let town = area(code, format!("{name}{place}镇"), Level::Town, Some(&county));
            for place in 1..=VILLAGES {
                let (code, name) = (
                    format!("{}{place:03}", town.code),
                    format!("{}{place}村", town.name),
                );
                villages.push(area(code, name, Level::Village, Some(&town)));
            }
            land.areas.push(town);
        }
        // Parents stand before children when they are written in this order of levels.
        land.counties.push(county);
        land.villages.push(villages);
    }
    land.areas.extend(land.counties.iter().cloned());
    land.areas.extend(land.villages.iter().flatten().cloned());
    land.areas.sort_by_key(|area| area.level);
    land
}

/// A key that is well spread and looks like the ids of generated rows.
pub fn scattered(high: u64, low: u64) -> Id {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&high.to_be_bytes());
    bytes[8..].copy_from_slice(&low.to_be_bytes());
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Id(bytes)
}
