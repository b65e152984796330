//! How what is owed is put together and said. Pure.

use super::model::{Due, Held, Owing};
use kernel::id::Id;
use kernel::time::Moment;
use std::collections::BTreeMap;

/// Holders put together by body, the oldest due first.
pub fn by_body(held: &[Held]) -> Vec<Owing> {
    let mut bodies: BTreeMap<Id, Owing> = BTreeMap::new();
    for one in held {
        let owing = bodies.entry(one.body).or_insert_with(|| Owing {
            body: one.body,
            holders: Vec::new(),
            count: 0,
            late: 0,
            oldest: one.oldest,
        });
        owing.holders.push(one.holder);
        owing.count += one.count;
        owing.late += one.late;
        owing.oldest = owing.oldest.min(one.oldest);
    }
    let mut all: Vec<Owing> = bodies.into_values().collect();
    all.sort_by_key(|owing| (owing.oldest, owing.body));
    all
}

/// Where a page ended: the order of [`by_body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub Moment, pub Id);

impl Key {
    pub fn of(owing: &Owing) -> Key {
        Key(owing.oldest, owing.body)
    }

    pub fn parse(text: &str) -> Option<Key> {
        let (at, id) = text.split_once('.')?;
        Some(Key(Moment(at.parse().ok()?), Id::parse(id)?))
    }

    pub fn text(&self) -> String {
        format!("{}.{}", self.0.0, self.1)
    }
}

/// What is urged now, by holder, the earliest due first; what was urged lately is left out.
pub fn to_urge(due: &[Due]) -> BTreeMap<Id, Vec<&Due>> {
    let mut holders: BTreeMap<Id, Vec<&Due>> = BTreeMap::new();
    for one in due.iter().filter(|one| !one.lately) {
        holders.entry(one.holder).or_default().push(one);
    }
    for list in holders.values_mut() {
        list.sort_by_key(|one| (one.due_at, one.id));
    }
    holders
}

/// One line of the text for a group: the body and its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// None for people who owe for themselves: no person is named.
    pub body: Option<String>,
    pub count: i64,
    pub late: i64,
}

/// People who owe for themselves become one line without a name.
pub fn lines(bodies: Vec<Line>) -> Vec<Line> {
    let (named, people): (Vec<Line>, Vec<Line>) =
        bodies.into_iter().partition(|line| line.body.is_some());
    let mut lines = named;
    if !people.is_empty() {
        lines.push(Line {
            body: None,
            count: people.iter().map(|line| line.count).sum(),
            late: people.iter().map(|line| line.late).sum(),
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> Id {
        Id([n; 16])
    }

    fn held(holder: u8, body: u8, count: i64, oldest: i64) -> Held {
        Held {
            holder: id(holder),
            body: id(body),
            count,
            late: 0,
            oldest: Moment(oldest),
        }
    }

    #[test]
    fn posts_of_one_body_are_one_line_with_the_oldest_due() {
        let all = by_body(&[held(1, 9, 2, 50), held(2, 8, 1, 40), held(3, 9, 4, 30)]);
        let told: Vec<(Id, i64, Moment)> = all
            .iter()
            .map(|owing| (owing.body, owing.count, owing.oldest))
            .collect();
        assert_eq!(told, [(id(9), 6, Moment(30)), (id(8), 1, Moment(40))]);
        assert_eq!(all[0].holders, [id(1), id(3)]);
        let key = Key::of(&all[0]);
        assert_eq!(Key::parse(&key.text()), Some(key));
    }

    #[test]
    fn what_was_urged_lately_is_passed_over() {
        let due = |n: u8, holder: u8, lately: bool| Due {
            id: id(n),
            holder: id(holder),
            due_at: Moment(i64::from(10 - n)),
            lately,
        };
        let all = [
            due(1, 7, false),
            due(2, 7, false),
            due(3, 7, true),
            due(4, 6, true),
        ];
        let urged = to_urge(&all);
        assert_eq!(urged.len(), 1);
        let ids: Vec<Id> = urged[&id(7)].iter().map(|one| one.id).collect();
        assert_eq!(ids, [id(2), id(1)], "the earliest due first");
    }

    #[test]
    fn people_who_owe_for_themselves_are_counted_and_not_named() {
        let line = |body: Option<&str>, count| Line {
            body: body.map(str::to_owned),
            count,
            late: 1,
        };
        let all = lines(vec![line(None, 2), line(Some("甲镇"), 3), line(None, 4)]);
        assert_eq!(
            all,
            [
                line(Some("甲镇"), 3),
                Line {
                    body: None,
                    count: 6,
                    late: 2
                }
            ]
        );
    }
}
