//! S-34: a grid matter that one department leads and another assists.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

/// Given "ladder lorry blocks fire lane" with lead police and assistant housing, when police answer and housing do not,
/// then the matter is not closed and housing is overdue at its own deadline.
#[tokio::test]
async fn s034_a_joint_matter_waits_for_every_answer() {
    on_each(Place::Yangzhou, |world| async move {
        let bodies = "名称,类型,区域代码\n市公安局,bureau,3210\n市住建局,bureau,3210\n";
        world.import("orgs", bodies).await;
        world.import("posts", "岗位,单位,排序,审核人,收件人\n民警,市公安局,1,是,是\n科员,市住建局,1,是,是\n主任,市安委办,1,是,是\n").await;
        let people = "姓名,单位,岗位,任职起\n民警甲,市公安局,民警,2022-01-01\n科员乙,市住建局,科员,2022-01-01\n主任丙,市安委办,主任,2022-01-01\n";
        world.import("persons", people).await;
        world.import("sites", "名称,类型,所属单位,区域代码\n瓜洲商业街,premises,瓜洲机械厂01,321003103\n").await;
        world.advance("2022-07-04 09:00").await;
        let office = Actor::with_role(&world, world.person("主任丙").await, "safety_office").await;
        let wanted = json!({
            "lifecycle": "yangzhou.grid-joint", "title": "登高车道被占", "site": world.site("瓜洲商业街").await
        });
        let matter = office.post("/matters", wanted).await.ok()["id"].as_str().and_then(Id::parse).expect("an id");
        let police = Actor::named(&world, "民警甲").await;
        let housing = Actor::named(&world, "科员乙").await;
        act(&police, matter, "lead.receipt", json!({})).await;
        act(&housing, matter, "assistant.receipt", json!({})).await;

        world.advance("2022-07-06 10:00").await;
        let done = report(&world, &police, matter, "市公安局", "车辆驶离，车道划线").await;
        act(&police, matter, "conclude", json!({ "record": done })).await;

        world.advance("2022-07-10 00:01").await;
        let view = office.get(&format!("/matters/{matter}")).await.ok();
        let silent = clock(&view, "assistant", "answer");
        assert_eq!((&silent["state"], &silent["due_at"]), (&json!("overdue"), &json!(world.at("2022-07-10 00:00").0)));
        assert_eq!(clock(&view, "lead", "conclude")["state"], "met");
        assert!(view["closed_at"].is_null(), "it waits for the assistant: {view}");

        let late = report(&world, &housing, matter, "市住建局", "物业清理通道").await;
        act(&housing, matter, "answer", json!({ "record": late })).await;
        let view = office.get(&format!("/matters/{matter}")).await.ok();
        assert_eq!(view["closed_at"], world.at("2022-07-10 00:01").0);
    })
    .await;
}

/// The clock of one step of one side.
fn clock(matter: &Value, role: &str, step: &str) -> Value {
    let sides = matter["parties"].as_array().expect("parties");
    let side = sides
        .iter()
        .find(|side| side["role"] == role)
        .expect("a side");
    let clocks = side["clocks"].as_array().expect("clocks");
    clocks
        .iter()
        .find(|clock| clock["step"] == step)
        .expect("a clock")
        .clone()
}

async fn act(actor: &Actor, matter: Id, transition: &str, with: Value) {
    actor
        .post(&format!("/matters/{matter}/transitions/{transition}"), with)
        .await
        .ok();
}

async fn report(world: &World, actor: &Actor, matter: Id, body: &str, measures: &str) -> Id {
    let (id, body) = (world.fresh_id(), world.org(body).await);
    let values = json!({ "date": world.today(), "fixer": actor.person, "measures": measures });
    let filling = json!({
        "form": "yangzhou.report", "form_version": 1, "body": body, "values": values, "subjects": [matter]
    });
    actor.put(&format!("/records/{id}"), filling).await.ok();
    id
}
