//! What a returned sheet and a filled form show of others: a sheet holds the rows of many, and each sees his own.

use super::collecting::{FIXED, GAS, REPORT, Sent, fill, filled, post_form, sent, template};
use crate::world::{Actor, Place, World, on_each};
use documents::Returned;
use kernel::id::Id;
use serde_json::{Value, json};

/// Both reports that the committee owes are filed from one sheet; the ids of the records.
async fn two_rows_filed(world: &World, sent: &Sent) -> Vec<String> {
    let mut sheet: Returned = sent.fetched(GAS).await;
    fill(&mut sheet, 0, "2022-05-13", "一季度履职情况");
    fill(&mut sheet, 1, "2022-05-13", "二季度履职情况");
    let clerk = Actor::in_post(world, GAS, "专管员").await;
    let report = sent.hand_in(&clerk, "", &sheet).await.ok();
    let rows = report["rows"].as_array().expect("rows").iter();
    rows.map(|row| row["record"].as_str().expect("a record").to_owned())
        .collect()
}

/// Somebody from elsewhere is shown one thing, as by handing it to him.
async fn shown(world: &World, who: &Actor, what: Id) {
    let party = who.person;
    world
        .arrange(move |tx| {
            engine::sight::give(tx, what, party, "tests")?;
            tx.note(what, "shown", json!({ "to": party }))
        })
        .await;
}

#[tokio::test]
async fn whoever_sees_one_record_of_a_sheet_does_not_get_the_sheet() {
    on_each(Place::Anji, |world| async move {
        let sent = sent(&world, json!({ "definition": REPORT })).await;
        let records = two_rows_filed(&world, &sent).await;
        let [first, second] = [0, 1].map(|place: usize| Id::parse(&records[place]).expect("an id"));
        let seen = sent.office.get(&format!("/records/{first}")).await.ok();
        let hash = seen["on_behalf"]["original"].as_str().expect("the sheet");
        let file = format!("/attachments/{hash}");
        sent.office.download(&file).await;
        Actor::in_post(&world, GAS, "主任")
            .await
            .download(&file)
            .await;

        let other = Actor::of_town(&world, "杭垓镇").await;
        other.get(&file).await.refused(404);
        shown(&world, &other, first).await;
        let seen = other.get(&format!("/records/{first}")).await.ok();
        assert_eq!(seen["on_behalf"]["channel"], "spreadsheet");
        assert_eq!(seen["on_behalf"]["original"], Value::Null);
        assert_eq!(seen["attachments"], json!([]));
        let history = other.get(&format!("/history/{first}")).await.ok();
        assert!(
            !history.to_string().contains(hash),
            "nor does its history say the address"
        );
        other.get(&file).await.refused(404);
        other.get(&format!("/records/{second}")).await.refused(404);

        shown(&world, &other, second).await;
        let seen = other.get(&format!("/records/{first}")).await.ok();
        assert_eq!(
            seen["on_behalf"]["original"], hash,
            "who sees every row may read the sheet"
        );
        other.download(&file).await;
    })
    .await;
}

/// Whoever sees an obligation, as its receiver or because it was handed to him, need not see the record behind it.
#[tokio::test]
async fn a_form_is_filled_with_the_records_in_sight_only() {
    on_each(Place::Anji, |world| async move {
        let sent = sent(&world, json!({ "definition": REPORT })).await;
        let records = two_rows_filed(&world, &sent).await;
        let director = Actor::in_post(&world, GAS, "主任").await;
        let approve = format!("/records/{}/approve", records[1]);
        let met = director.post(&approve, Value::Null).await.ok();
        let quarter = met["counts_for"][0]
            .as_str()
            .and_then(Id::parse)
            .expect("an obligation");
        let form = || template(&["{{单位}}", "{{状态}}", "{{本期履职情况}}"]);

        let other = Actor::of_town(&world, "杭垓镇").await;
        shown(&world, &other, quarter).await;
        let rows = filled(&other, form()).await;
        assert_eq!(
            rows,
            [[GAS, "按期完成", ""]],
            "the record is not his to read"
        );
        shown(&world, &other, Id::parse(&records[1]).expect("an id")).await;
        let rows = filled(&other, form()).await;
        assert_eq!(rows, [[GAS, "按期完成", "二季度履职情况"]]);
        post_form(&other, template(&["{{天气}}"]))
            .await
            .refused(422);
    })
    .await;
}

/// The sheet went to one body and the obligation to another since: nobody files in the name of the other.
#[tokio::test]
async fn a_row_that_has_moved_to_another_body_is_refused() {
    on_each(Place::Anji, |world| async move {
        let sent = sent(&world, json!({ "definition": REPORT, "period": "2022Q2" })).await;
        let mut sheet = sent.fetched(GAS).await;
        fill(&mut sheet, 0, "2022-05-13", "二季度履职情况");
        let (gas, water) = (world.org(GAS).await, world.org("县水利专委办").await);
        let path = format!("/obligations?definition={REPORT}&period=2022Q2&holder={gas}");
        let row = sent.office.get(&path).await.ok();
        let row = row["items"][0]["id"]
            .as_str()
            .and_then(Id::parse)
            .expect("the obligation");
        world
            .arrange(move |tx| {
                let row = engine::obligations::store::by_id(tx, row)?.expect("the obligation");
                engine::obligations::store::reassign(tx, &row, water)?;
                tx.note(row.id, "reassigned", json!({ "to": water }))
            })
            .await;
        let clerk = Actor::in_post(&world, GAS, "专管员").await;
        let report = sent.hand_in(&clerk, "", &sheet).await.ok();
        assert_eq!(
            (&report["kept"], &report["errors"]),
            (&json!(false), &json!(1))
        );
        assert_eq!(report["rows"][0]["errors"][0]["code"], "collections.moved");
        sheet.rows[0].cells[FIXED].clear();
        sheet.rows[0].cells[FIXED + 1].clear();
        let report = sent.hand_in(&clerk, "", &sheet).await.ok();
        assert_eq!(
            (&report["blank"], &report["errors"]),
            (&json!(1), &json!(0))
        );
    })
    .await;
}

/// A file is opened for those only whom the collection concerns.
#[tokio::test]
async fn nobody_elses_file_is_opened() {
    on_each(Place::Anji, |world| async move {
        let sent = sent(&world, json!({ "definition": REPORT, "period": "2022Q2" })).await;
        let town = Actor::of_town(&world, "杭垓镇").await;
        let returns = format!("/collections/{}/returns", sent.id);
        let headers = [("content-type", "application/octet-stream")];
        let ask = async |path: &str| {
            let post = axum::http::Method::POST;
            town.ask(post, path, &headers, b"a,b".to_vec())
                .await
                .refused(404);
        };
        ask(&returns).await;
        ask(&format!("/collections/{}/returns", world.fresh_id())).await;
    })
    .await;
}
