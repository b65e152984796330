//! Whether the record or the obligation comes first makes no difference to what counts.

use crate::world::{Actor, Place, World, on, on_each};
use serde_json::json;
use store::Sql;

#[tokio::test]
async fn a_record_counts_the_same_before_and_after_its_obligation_opens() {
    on_each(Place::Anji, |first| async move {
        let second = on(Place::Anji, first.backend).await;
        for world in [&first, &second] {
            world.activate("anji-2022").await;
            world.advance("2022-03-31 10:00").await;
        }
        // Once before the second quarter opens, once after; both say that they answer for the second quarter.
        file(&first).await;
        for world in [&first, &second] {
            world.advance("2022-04-01 10:00").await;
        }
        file(&second).await;
        let (before, after) = (outcomes(&first).await, outcomes(&second).await);
        assert!(
            before.iter().any(|row| row.contains("met")),
            "the record counts for something"
        );
        assert_eq!(before, after);
    })
    .await;
}

async fn file(world: &World) {
    let clerk = Actor::in_post(world, "县燃气专委办", "专管员").await;
    let body = world.org("县燃气专委办").await;
    let values = json!({
        "purpose": "专题例会", "date": "2022-03-31", "attendees": [clerk.person], "minutes": "研究二季度风险"
    });
    let filling = json!({ "form": "meeting-minutes", "form_version": 1, "body": body, "values": values, "covers": "2022-04-05" });
    clerk
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

/// Definition, period, holder and outcome of every obligation, without times.
async fn outcomes(world: &World) -> Vec<String> {
    world
        .read(|sql| {
            let rows = sql.query(
                "select definition, period, holder, outcome, progress_done, progress_total from obligation \
                 order by definition, period, holder, id",
                &[],
            )?;
            rows.iter()
                .map(|row| {
                    Ok(format!(
                        "{} {} {} {:?} {}/{}",
                        row.text("definition")?,
                        row.text("period")?,
                        row.id("holder")?,
                        row.opt_text("outcome")?,
                        row.int("progress_done")?,
                        row.int("progress_total")?
                    ))
                })
                .collect()
        })
        .await
}
