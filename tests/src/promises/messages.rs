//! What is told inside the program reaches its receiver, in his language, and nobody else.

use crate::world::{Actor, Place, on_each};
use axum::http::Method;
use serde_json::Value;

async fn told(who: &Actor, query: &str) -> Value {
    who.get(&format!("/messages{query}")).await.ok()
}

fn items(messages: &Value) -> &Vec<Value> {
    messages["items"].as_array().expect("messages")
}

#[tokio::test]
async fn reminders_stand_newest_first_with_words_and_a_way_to_what_they_are_about() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        assert_eq!(
            told(&office, "").await["unread"],
            0,
            "nothing was told before anything was due"
        );
        world.advance("2022-04-05 09:00").await;
        let messages = told(&office, "").await;
        assert!(
            !items(&messages).is_empty(),
            "what is late climbed to the office"
        );
        let times: Vec<i64> = items(&messages)
            .iter()
            .map(|one| one["at"].as_i64().expect("a time"))
            .collect();
        assert!(
            times.is_sorted_by(|later, earlier| later >= earlier),
            "{times:?}"
        );
        for one in items(&messages) {
            let text = one["text"].as_str().expect("a text");
            assert!(!text.is_empty() && !text.contains("ladders."), "{one}");
            let link = one["link"].as_str().expect("a page");
            assert!(link.starts_with("/obligations/"), "{link}");
            office.get(link).await.ok();
        }
        let english = office
            .ask(
                Method::GET,
                "/messages?limit=1",
                &[("accept-language", "en")],
                Vec::new(),
            )
            .await
            .ok();
        let text = items(&english)[0]["text"].as_str().expect("a text");
        assert!(text.is_ascii(), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_message_is_read_once_by_its_receiver_and_not_there_for_others() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-04-05 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let before = told(&office, "").await;
        let first = &items(&before)[0];
        assert_eq!(first["read_at"], Value::Null);
        let path = format!("/messages/{}/read", first["id"].as_str().expect("an id"));
        let stranger = Actor::extra(&world, "旁人", "leader").await;
        stranger.post(&path, Value::Null).await.refused(404);
        assert!(items(&told(&stranger, "").await).is_empty());
        office.post(&path, Value::Null).await.ok();
        office.post(&path, Value::Null).await.ok();
        let after = told(&office, "").await;
        assert_eq!(items(&after)[0]["read_at"], world.now().0);
        let (unread, left) = (before["unread"].as_i64(), after["unread"].as_i64());
        let expected = unread.map(|count| if count == 100 { count } else { count - 1 });
        assert!(
            left == expected || (unread == Some(100) && left == Some(99)),
            "{unread:?} {left:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn pages_of_messages_follow_each_other_without_gap_or_repetition() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-04-05 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let whole: Vec<Value> = items(&told(&office, "?limit=9").await)
            .iter()
            .map(|one| one["id"].clone())
            .collect();
        let (mut pages, mut after) = (Vec::new(), String::new());
        while pages.len() < whole.len() {
            let page = told(&office, &format!("?limit=2{after}")).await;
            pages.extend(items(&page).iter().map(|one| one["id"].clone()));
            let Some(next) = page["next"].as_str() else {
                break;
            };
            after = format!("&after={next}");
        }
        pages.truncate(whole.len());
        assert_eq!(pages, whole);
        let foreign = office.get("/messages?after=nonsense").await;
        assert_eq!(foreign.refused(422), "messages.bad_page_key");
    })
    .await;
}
