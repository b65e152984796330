//! Values that travel: reasons and facts keep their meaning when written and read.

use kernel::fact::Fact;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::{AreaPath, Branch, Level, Scope};
use kernel::time::Moment;

use crate::day;

#[test]
fn a_reason_carries_code_and_parameters() {
    let reason = Reason::new("obligations.missing")
        .with("what", "签名")
        .with("count", 2);
    assert_eq!(reason.to_string(), "obligations.missing count=2 what=签名");
    let json = serde_json::to_string(&reason).unwrap();
    assert_eq!(
        json,
        r#"{"code":"obligations.missing","params":{"count":"2","what":"签名"}}"#
    );
    assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), reason);
    let bare: Reason = serde_json::from_str(r#"{"code":"x"}"#).unwrap();
    assert_eq!(bare, Reason::new("x"));
}

#[test]
fn a_fact_survives_writing() {
    let id = Id::natural("area", "330523");
    let fact = Fact {
        kind: "check".to_owned(),
        subject: id,
        area: AreaPath::default().with(Level::County, id),
        sector: None,
        occurred_on: day("2022-05-03"),
        amount: -1,
        source: id,
        corrects: Some(12),
    };
    let json = serde_json::to_value(&fact).unwrap();
    assert_eq!(json["occurred_on"], "2022-05-03");
    assert_eq!(json["area"][2], id.to_string());
    assert_eq!(serde_json::from_value::<Fact>(json).unwrap(), fact);
}

#[test]
fn instants_and_scopes_survive_writing() {
    assert_eq!(
        serde_json::to_string(&Moment(1_664_438_400_000)).unwrap(),
        "1664438400000"
    );
    let id = Id::natural("area", "330523");
    let mut scope = Scope::nothing();
    scope
        .push(Branch::Area {
            level: Level::County,
            id,
        })
        .unwrap();
    scope.push(Branch::Handed(id)).unwrap();
    let json = serde_json::to_string(&scope).unwrap();
    assert_eq!(serde_json::from_str::<Scope>(&json).unwrap(), scope);
}
