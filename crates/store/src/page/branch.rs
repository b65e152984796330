//! One branch of a scope as a piece of SQL.

use kernel::scope::Branch;

use super::key::Place;
use super::{Direction, Listing};
use crate::value::Value;

/// A table (with what leads to it) and a condition.
pub(super) struct Piece {
    from: String,
    condition: String,
    /// The condition as a test of one row, for those who count what is not in this piece.
    test: String,
    pub params: Vec<(String, Value)>,
}

/// What a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    Rows,
    /// Order value and id alone, as the merge wants them.
    Keys,
}

/// Nothing when the table has no column by which the branch could admit a row.
pub(super) fn pieces(listing: &Listing<'_>, branch: &Branch) -> Vec<Piece> {
    let own = format!("{} t", listing.table);
    let plain = |condition: String, params: Vec<(&'static str, Value)>| Piece {
        from: own.clone(),
        test: condition.clone(),
        condition,
        params: owned(params),
    };
    match branch {
        Branch::Everything => vec![plain("1 = 1".to_owned(), Vec::new())],
        Branch::Area { level, id } => {
            let condition = format!("t.{} = :branch_area", level.column());
            vec![plain(condition, vec![("branch_area", id.into())])]
        }
        Branch::AreaSector { level, id, sector } if listing.has_sector => {
            let area = level.column();
            let condition = format!("t.{area} = :branch_area and t.sector = :branch_sector");
            let params = vec![("branch_area", id.into()), ("branch_sector", sector.into())];
            vec![plain(condition, params)]
        }
        Branch::AreaSector { .. } => Vec::new(),
        Branch::Site(id) => {
            let column = listing.site_column.into_iter();
            let site = |column| {
                let condition = format!("t.{column} = :branch_site");
                plain(condition, vec![("branch_site", id.into())])
            };
            column.map(site).collect()
        }
        Branch::Handed(party) => {
            let params = || vec![("branch_party", Value::from(party))];
            let holder = listing.handed_column.into_iter();
            let holder =
                holder.map(|column| plain(format!("t.{column} = :branch_party"), params()));
            // The cross join makes SQLite begin with the few rows that were handed over.
            let sight = Piece {
                from: format!("sight branch_sight cross join {own}"),
                condition: "branch_sight.party = :branch_party and t.id = branch_sight.subject"
                    .to_owned(),
                test: "exists (select 1 from sight other_sight \
                       where other_sight.party = :branch_party and other_sight.subject = t.id)"
                    .to_owned(),
                params: owned(params()),
            };
            holder.chain([sight]).collect()
        }
    }
}

fn owned(params: Vec<(&'static str, Value)>) -> Vec<(String, Value)> {
    let params = params.into_iter();
    params
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

impl Piece {
    /// The rows of one page, with order value and id.
    pub fn page<'p>(
        &'p self,
        listing: &'p Listing<'_>,
        want: Want,
        after: Option<&Place>,
        limit: usize,
    ) -> (String, Vec<(&'p str, Value)>) {
        let Listing {
            columns,
            joins,
            order,
            ..
        } = listing;
        let (than, way) = match order.direction {
            Direction::Ascending => (">", ""),
            Direction::Descending => ("<", " desc"),
        };
        let column = order.qualified();
        let mut params = listing.params.to_vec();
        params.extend(self.borrowed());
        let mut condition = self.condition(listing);
        if let Some(place) = after {
            condition.push_str(&format!(
                " and ({column}, t.id) {than} (:page_value, :page_id)"
            ));
            params.push(("page_value", place.value.clone()));
            params.push(("page_id", place.id.into()));
        }
        params.push(("page_limit", limit.into()));
        let columns = match want {
            Want::Rows => format!("{columns}, "),
            Want::Keys => String::new(),
        };
        let text = format!(
            "select {columns}{column} as page_value, t.id as page_id from {} {joins} \
             where {condition} order by {column}{way}, t.id{way} limit :page_limit",
            self.from
        );
        (text, params)
    }

    /// The ids of all its rows.
    pub fn ids(&self, listing: &Listing<'_>) -> String {
        let joins = listing.joins;
        let condition = self.condition(listing);
        format!(
            "select t.id as id from {} {joins} where {condition}",
            self.from
        )
    }

    /// Counts its rows that are in none of the pieces before it, up to a cap.
    pub fn count_without(&self, listing: &Listing<'_>, before: &[Piece]) -> String {
        let joins = listing.joins;
        let mut condition = self.condition(listing);
        for piece in before {
            condition.push_str(&format!(" and ({}) is not true", piece.test));
        }
        format!(
            "select count(*) as n from (select 1 as one from {} {joins} where {condition} \
             limit :page_cap) capped",
            self.from
        )
    }

    /// Whether it begins with the rows that were handed over, instead of a condition on the row.
    pub fn is_handed(&self) -> bool {
        self.test != self.condition
    }

    /// The same with parameters of its own, so that several fit into one text.
    pub fn renamed(&self, place: usize) -> Piece {
        let mut renamed = Piece {
            from: self.from.clone(),
            condition: self.condition.clone(),
            test: self.test.clone(),
            params: Vec::new(),
        };
        for (name, value) in &self.params {
            let own = format!("{name}_{place}");
            let (old, new) = (format!(":{name}"), format!(":{own}"));
            renamed.condition = renamed.condition.replace(&old, &new);
            renamed.test = renamed.test.replace(&old, &new);
            renamed.params.push((own, value.clone()));
        }
        renamed
    }

    fn condition(&self, listing: &Listing<'_>) -> String {
        match listing.filter {
            "" => self.condition.clone(),
            filter => format!("{} and ({filter})", self.condition),
        }
    }

    pub fn borrowed(&self) -> impl Iterator<Item = (&str, Value)> {
        let params = self.params.iter();
        params.map(|(name, value)| (name.as_str(), value.clone()))
    }
}
