//! A hazard in the hands of its two sides, as the scenarios speak of it.

use crate::world::{Actor, Answer, World};
use kernel::id::Id;
use serde_json::{Value, json};
use store::Sql;

/// A hazard on an enterprise of a town, opened by the county's safety office.
pub(super) struct Hazard {
    pub(super) id: Id,
    pub(super) site: Id,
}

#[derive(PartialEq)]
pub(super) enum Photo {
    /// The verdict is good, but nothing shows it.
    Forgotten,
    Taken,
    None,
}

pub(super) const ENTERPRISE: &str = "孝丰竹业公司";

impl Hazard {
    pub(super) async fn handed_over(world: &World, when: &str) -> Hazard {
        world
            .import(
                "orgs",
                "名称,类型,区域代码\n孝丰竹业公司,enterprise,330523105\n",
            )
            .await;
        let posts = "岗位,单位,排序,审核人,收件人\n负责人,孝丰竹业公司,1,是,否\n安全员,孝丰竹业公司,2,否,是\n顾问,孝丰竹业公司,3,否,否\n";
        world.import("posts", posts).await;
        let persons = "姓名,单位,岗位,任职起\n竹业负责人,孝丰竹业公司,负责人,2022-01-01\n竹业安全员,孝丰竹业公司,安全员,2022-01-01\n";
        world.import("persons", persons).await;
        world
            .import(
                "sites",
                "名称,类型,所属单位,区域代码\n孝丰竹业厂区,premises,孝丰竹业公司,330523105\n",
            )
            .await;
        world.advance(when).await;
        let office = Actor::named(world, "汪行林").await;
        let mut hazard = Hazard {
            id: world.fresh_id(),
            site: world.site("孝丰竹业厂区").await,
        };
        let opened = office
            .post("/matters", hazard.wanted(&json!({})))
            .await
            .ok();
        hazard.id = opened["id"].as_str().and_then(Id::parse).expect("an id");
        hazard
    }

    /// What the office writes, with something changed.
    pub(super) fn wanted(&self, changed: &Value) -> Value {
        let mut wanted = json!({
            "lifecycle": "hazard.double", "title": "疏散通道堆物", "site": self.site, "source": "行政检查",
            "grade": "general", "description": "二号车间北侧通道堆放半成品"
        });
        if let (Some(wanted), Some(changed)) = (wanted.as_object_mut(), changed.as_object()) {
            wanted.extend(changed.clone());
        }
        wanted
    }

    pub(super) async fn enterprise(&self, world: &World) -> Actor {
        Actor::named(world, "竹业安全员").await
    }

    pub(super) async fn regulator(&self, world: &World) -> Actor {
        Actor::named(world, "毛守川").await
    }

    pub(super) async fn see(&self, who: &Actor) -> Value {
        who.get(&format!("/matters/{}", self.id)).await.ok()
    }

    pub(super) async fn act(&self, who: &Actor, transition: &str, with: Value) -> Answer {
        who.post(
            &format!("/matters/{}/transitions/{transition}", self.id),
            with,
        )
        .await
    }

    /// The enterprise's report that it is done, with a photograph.
    pub(super) async fn rectified(&self, world: &World, who: &Actor) -> Id {
        let photo = photo(who).await;
        let values = json!({
            "date": world.today(), "fixer": who.person, "measures": "清空通道，划线禁堆", "photos": [photo]
        });
        self.file(world, who, "rectification", ENTERPRISE, values)
            .await
    }

    pub(super) async fn verified(&self, world: &World, who: &Actor, with: Photo) -> Id {
        let mut values =
            json!({ "date": world.today(), "verifier": who.person, "verdict": "通过" });
        match with {
            Photo::Taken => values["photos"] = json!([photo(who).await]),
            Photo::Forgotten => {}
            Photo::None => {
                values["verdict"] = json!("不通过");
                values["missing"] = json!("通道仍有堆物");
            }
        }
        self.file(world, who, "verification", "孝丰镇政府", values)
            .await
    }

    pub(super) async fn file(
        &self,
        world: &World,
        who: &Actor,
        form: &str,
        body: &str,
        values: Value,
    ) -> Id {
        let (id, body) = (world.fresh_id(), world.org(body).await);
        let filling = json!({ "form": form, "form_version": 1, "body": body, "values": values, "subjects": [self.id] });
        who.put(&format!("/records/{id}"), filling).await.ok();
        id
    }

    /// Slot and name of everybody who was sent a reminder about this hazard.
    pub(super) async fn reminded(&self, world: &World) -> Vec<(String, String)> {
        let id = self.id;
        world
            .read(move |sql| {
                let rows = sql.query(
                    "select o.slot, n.name from outbox m join obligation o on o.id = m.subject \
                     join person n on n.id = m.receiver where o.subject = :id and m.category = 'reminder'",
                    &store::params! { "id" => id },
                )?;
                rows.iter().map(|row| Ok((row.text("slot")?, row.text("name")?))).collect()
            })
            .await
    }
}

pub(super) async fn photo(who: &Actor) -> Value {
    who.attach(
        "after.png",
        "image/png",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR",
    )
    .await
}

pub(super) fn party<'a>(matter: &'a Value, role: &str) -> &'a Value {
    let parties = matter["parties"].as_array().expect("parties");
    parties
        .iter()
        .find(|party| party["role"] == role)
        .expect("a party in that role")
}

pub(super) fn clocks<'a>(matter: &'a Value, role: &str) -> impl Iterator<Item = &'a Value> {
    party(matter, role)["clocks"]
        .as_array()
        .expect("clocks")
        .iter()
}

pub(super) fn clock<'a>(matter: &'a Value, role: &str, step: &str) -> &'a Value {
    clocks(matter, role)
        .find(|clock| clock["step"] == step)
        .expect("a clock of that step")
}

/// The list under a filter holds exactly these numbers, whatever the size of its pages.
pub(super) async fn listed_by(who: &Actor, filter: &str, numbers: &[&str]) {
    let filter = filter
        .replace('〔', "%E3%80%94")
        .replace('〕', "%E3%80%95")
        .replace('号', "%E5%8F%B7");
    let filter = filter.replace("自查", "%E8%87%AA%E6%9F%A5");
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let page = who
            .get(&format!("/matters?limit=1&{filter}{after}"))
            .await
            .ok();
        assert_eq!(page["count"], numbers.len(), "{filter}");
        for row in page["items"].as_array().expect("rows") {
            found.push(row["number"].as_str().expect("a number").to_owned());
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    found.sort();
    assert_eq!(found, numbers, "{filter}");
}

/// How many hazards stand open, as the facts have it.
pub(super) async fn stock(world: &World) -> i64 {
    world
        .read(|sql| {
            let text = "select cast(coalesce(sum(amount), 0) as bigint) as n from fact where kind = 'matter.open:hazard.double'";
            sql.one(text, &[])?.map_or(Ok(0), |row| row.int("n"))
        })
        .await
}
