//! One branch of a scope as a piece of SQL.

use kernel::scope::Branch;

use super::key::Place;
use super::{Direction, Listing};
use crate::value::Value;

/// A table (with what leads to it) and a condition.
pub(super) struct Piece {
    from: String,
    condition: String,
    pub params: Vec<(String, Value)>,
}

/// None when the table has no column by which the branch could admit a row.
pub(super) fn piece(listing: &Listing<'_>, branch: &Branch) -> Option<Piece> {
    let Listing { table, alias, .. } = listing;
    let own = format!("{table} {alias}");
    let named = |name: &str, value: Value| vec![(name.to_owned(), value)];
    match branch {
        Branch::Everything => Some(Piece {
            from: own,
            condition: "1 = 1".to_owned(),
            params: Vec::new(),
        }),
        Branch::Area { level, id } => Some(Piece {
            from: own,
            condition: format!("{alias}.{} = :branch_area", level.column()),
            params: named("branch_area", id.into()),
        }),
        Branch::AreaSector { level, id, sector } => listing.has_sector.then(|| Piece {
            from: own,
            condition: format!(
                "{alias}.{} = :branch_area and {alias}.sector = :branch_sector",
                level.column()
            ),
            params: vec![
                ("branch_area".to_owned(), id.into()),
                ("branch_sector".to_owned(), sector.into()),
            ],
        }),
        Branch::Site(id) => listing.has_site.then(|| Piece {
            from: own,
            condition: format!("{alias}.site = :branch_site"),
            params: named("branch_site", id.into()),
        }),
        // The cross join makes SQLite begin with the few rows that were handed over.
        Branch::Handed(party) => Some(Piece {
            from: format!("sight branch_sight cross join {own}"),
            condition: format!(
                "branch_sight.party = :branch_party and {alias}.id = branch_sight.subject"
            ),
            params: named("branch_party", party.into()),
        }),
    }
}

impl Piece {
    /// The rows of one page, with order value and id as the merge wants them.
    pub fn page<'p>(
        &'p self,
        listing: &'p Listing<'_>,
        after: Option<&Place>,
        limit: usize,
    ) -> (String, Vec<(&'p str, Value)>) {
        let Listing {
            alias,
            columns,
            joins,
            order,
            ..
        } = listing;
        let (than, way) = match order.direction {
            Direction::Ascending => (">", ""),
            Direction::Descending => ("<", " desc"),
        };
        let column = order.column;
        let mut params = listing.params.clone();
        params.extend(self.borrowed());
        let mut condition = self.condition(listing);
        if let Some(place) = after {
            condition.push_str(&format!(
                " and ({column}, {alias}.id) {than} (:page_value, :page_id)"
            ));
            params.push(("page_value", place.value.clone()));
            params.push(("page_id", place.id.into()));
        }
        params.push(("page_limit", limit.into()));
        let text = format!(
            "select {columns}, {column} as page_value, {alias}.id as page_id from {} {joins} \
             where {condition} order by {column}{way}, {alias}.id{way} limit :page_limit",
            self.from
        );
        (text, params)
    }

    /// The ids of all its rows.
    pub fn ids(&self, listing: &Listing<'_>) -> String {
        let Listing { alias, joins, .. } = listing;
        let condition = self.condition(listing);
        format!(
            "select {alias}.id as id from {} {joins} where {condition}",
            self.from
        )
    }

    /// The same with parameters of its own, so that several fit into one text.
    pub fn renamed(&self, place: usize) -> Piece {
        let mut condition = self.condition.clone();
        let mut params = Vec::new();
        for (name, value) in &self.params {
            let own = format!("{name}_{place}");
            condition = condition.replace(&format!(":{name}"), &format!(":{own}"));
            params.push((own, value.clone()));
        }
        Piece {
            from: self.from.clone(),
            condition,
            params,
        }
    }

    fn condition(&self, listing: &Listing<'_>) -> String {
        match listing.filter {
            "" => self.condition.clone(),
            filter => format!("{} and ({filter})", self.condition),
        }
    }

    fn borrowed(&self) -> impl Iterator<Item = (&str, Value)> {
        let params = self.params.iter();
        params.map(|(name, value)| (name.as_str(), value.clone()))
    }
}
