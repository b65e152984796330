//! A scope admits what its branches admit, no more and no less.

use kernel::id::Id;
use kernel::scope::{AreaPath, Branch, Level, MAX_BRANCHES, Scope, TooManyBranches};
use proptest::prelude::*;

fn id(number: u8) -> Id {
    Id([number; 16])
}

fn scope(branches: &[Branch]) -> Scope {
    Scope {
        branches: branches.to_vec(),
    }
}

/// A row with all that a scope looks at.
#[derive(Debug, Clone)]
struct Row {
    path: AreaPath,
    sector: Option<String>,
    site: Option<Id>,
    handed: Vec<Id>,
}

impl Row {
    fn seen_by(&self, scope: &Scope) -> bool {
        scope.admits(&self.path, self.sector.as_deref(), self.site, &self.handed)
    }
}

fn anji() -> Row {
    let path = AreaPath::default()
        .with(Level::Province, id(1))
        .with(Level::City, id(2))
        .with(Level::County, id(3));
    Row {
        path,
        sector: Some("fire".to_owned()),
        site: Some(id(9)),
        handed: vec![id(7), id(8)],
    }
}

#[test]
fn each_branch_looks_at_its_own_column() {
    let row = anji();
    let sector = |text: &str| Branch::AreaSector {
        level: Level::County,
        id: id(3),
        sector: text.to_owned(),
    };
    for (branch, seen) in [
        (Branch::Everything, true),
        (
            Branch::Area {
                level: Level::Province,
                id: id(1),
            },
            true,
        ),
        (
            Branch::Area {
                level: Level::County,
                id: id(3),
            },
            true,
        ),
        (
            Branch::Area {
                level: Level::County,
                id: id(2),
            },
            false,
        ),
        (
            Branch::Area {
                level: Level::Town,
                id: id(3),
            },
            false,
        ),
        (sector("fire"), true),
        (sector("mining"), false),
        (Branch::Site(id(9)), true),
        (Branch::Site(id(3)), false),
        (Branch::Handed(id(8)), true),
        (Branch::Handed(id(9)), false),
    ] {
        assert_eq!(
            row.seen_by(&scope(std::slice::from_ref(&branch))),
            seen,
            "{branch:?}"
        );
    }
}

#[test]
fn no_branch_means_no_sight_and_a_missing_value_never_matches() {
    assert!(!anji().seen_by(&Scope::nothing()));
    assert!(Scope::nothing().is_nothing());
    let bare = Row {
        path: AreaPath::default(),
        sector: None,
        site: None,
        handed: vec![],
    };
    assert!(bare.seen_by(&Scope::everything()));
    for level in Level::ALL {
        assert!(!bare.seen_by(&scope(&[Branch::Area { level, id: id(0) }])));
    }
    assert!(!bare.seen_by(&scope(&[Branch::Site(id(0)), Branch::Handed(id(0))])));
}

#[test]
fn contained_branches_are_dropped() {
    let county = Branch::Area {
        level: Level::County,
        id: id(3),
    };
    let fire = Branch::AreaSector {
        level: Level::County,
        id: id(3),
        sector: "fire".to_owned(),
    };
    let site = Branch::Site(id(9));
    let normal = scope(&[fire.clone(), site.clone(), county.clone(), county.clone()]).normalise();
    assert_eq!(normal, scope(&[county.clone(), site.clone()]));
    let all = scope(&[site.clone(), Branch::Everything, county.clone()]).normalise();
    assert_eq!(all, Scope::everything());
    assert_eq!(
        scope(&[site.clone(), fire.clone()])
            .normalise()
            .branches
            .len(),
        2
    );
}

#[test]
fn a_full_scope_refuses_more_and_takes_what_shortens_it() {
    let mut scope = Scope::nothing();
    for number in 0..MAX_BRANCHES as u8 {
        assert_eq!(scope.push(Branch::Site(id(number))), Ok(()));
    }
    let full = scope.clone();
    assert_eq!(scope.push(Branch::Handed(id(1))), Err(TooManyBranches));
    assert_eq!(scope.push(Branch::Site(id(3))), Ok(()), "already there");
    assert_eq!(scope, full);
    assert_eq!(scope.push(Branch::Everything), Ok(()));
    assert_eq!(scope, Scope::everything());
}

#[test]
fn a_path_ends_in_its_narrowest_area() {
    // A city without counties: the town hangs below it directly.
    let path = AreaPath::default()
        .with(Level::City, id(2))
        .with(Level::Town, id(4));
    assert_eq!(
        (path.leaf(), path.leaf_level()),
        (Some(id(4)), Some(Level::Town))
    );
    assert_eq!(
        (AreaPath::default().leaf(), AreaPath::default().leaf_level()),
        (None, None)
    );
    let columns = Level::ALL.map(Level::column);
    let written = "area_province area_city area_county area_town area_village";
    assert_eq!(columns.join(" "), written);
}

fn some_id() -> impl Strategy<Value = Id> {
    (0..4_u8).prop_map(id)
}

fn sector() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["fire".to_owned(), "mining".to_owned()])
}

fn branch() -> impl Strategy<Value = Branch> {
    let level = || prop::sample::select(Level::ALL.to_vec());
    prop_oneof![
        1 => Just(Branch::Everything),
        6 => (level(), some_id()).prop_map(|(level, id)| Branch::Area { level, id }),
        6 => (level(), some_id(), sector())
            .prop_map(|(level, id, sector)| Branch::AreaSector { level, id, sector }),
        4 => some_id().prop_map(Branch::Site),
        4 => some_id().prop_map(Branch::Handed),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let ids = prop::array::uniform5(prop::option::of(some_id()));
    let handed = prop::collection::vec(some_id(), 0..3);
    let parts = (
        ids,
        prop::option::of(sector()),
        prop::option::of(some_id()),
        handed,
    );
    parts.prop_map(|(ids, sector, site, handed)| Row {
        path: AreaPath { ids },
        sector,
        site,
        handed,
    })
}

proptest! {
    #[test]
    fn a_scope_is_the_union_of_its_branches(
        branches in prop::collection::vec(branch(), 0..8), row in row(),
    ) {
        let union = branches.iter().any(|one| row.seen_by(&scope(std::slice::from_ref(one))));
        prop_assert_eq!(row.seen_by(&scope(&branches)), union);
        let normal = scope(&branches).normalise();
        prop_assert_eq!(row.seen_by(&normal), union);
        prop_assert!(normal.branches.len() <= branches.len());
        prop_assert_eq!(normal.clone().normalise(), normal.clone());
        let mut pushed = Scope::nothing();
        for branch in branches.iter().rev() {
            pushed.push(branch.clone()).unwrap();
        }
        prop_assert_eq!(pushed.normalise(), normal);
    }

    #[test]
    fn another_branch_never_narrows(
        branches in prop::collection::vec(branch(), 0..8), more in branch(), row in row(),
    ) {
        let narrow = scope(&branches);
        let mut wide = narrow.clone();
        wide.push(more).unwrap();
        prop_assert!(!row.seen_by(&narrow) || row.seen_by(&wide));
    }
}
