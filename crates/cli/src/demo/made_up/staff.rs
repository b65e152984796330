//! Posts of bodies that have none yet, each with somebody in it.

use super::{Workshop, names};
use crate::demo::base::keep;
use crate::outcome::Refusal;
use registry::org::{self, Org};
use registry::person;
use std::fmt::Write;

pub fn load(shop: &Workshop) -> Result<(), Refusal> {
    let mut posts = "岗位,单位,排序,领导岗位,上级岗位\n".to_owned();
    let mut persons = "姓名,单位,岗位,任职起\n".to_owned();
    let since = shop.day.plus_days(-31);
    for staff in &shop.place.staff {
        for org in without_posts(shop, &staff.of)? {
            for (number, post) in staff.posts.iter().enumerate() {
                let leads = if post.leads { "是" } else { "否" };
                let name = names::person(shop.dice, org.id, number);
                let (title, body) = (&post.title, &org.name);
                // Writing to a string does not fail.
                let _ = writeln!(
                    posts,
                    "{title},{body},{},{leads},{}",
                    number + 1,
                    post.superior
                );
                let _ = writeln!(persons, "{name},{body},{title},{since}");
            }
        }
    }
    keep(shop.app, "posts", "made-up posts", posts.as_bytes())?;
    keep(shop.app, "persons", "made-up persons", persons.as_bytes())?;
    Ok(())
}

fn without_posts(shop: &Workshop, kind: &str) -> Result<Vec<Org>, Refusal> {
    let (kind, day) = (kind.to_owned(), shop.day);
    let found = shop.app.store.read_blocking(move |sql| {
        let mut empty = Vec::new();
        for org in org::store::of_kind(sql, &kind, day)? {
            if person::store::posts_of_org(sql, org.id, day)?.is_empty() {
                empty.push(org);
            }
        }
        Ok(empty)
    })?;
    Ok(found)
}
