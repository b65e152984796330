//! Area paths on their way into rows.

use kernel::id::Id;
use kernel::scope::AreaPath;
use store::Value;

/// The five ancestor columns as parameters of an insert or update.
pub(crate) fn path_params(path: &AreaPath) -> [(&'static str, Value); 5] {
    let [province, city, county, town, village] = path.ids;
    [
        ("area_province", opt(province)),
        ("area_city", opt(city)),
        ("area_county", opt(county)),
        ("area_town", opt(town)),
        ("area_village", opt(village)),
    ]
}

fn opt(id: Option<Id>) -> Value {
    id.map_or(Value::Null, Value::from)
}
