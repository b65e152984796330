//! Collecting by spreadsheet: prefilled sheets go out, come back in bulk, and show whatever was done to them.

use crate::world::{Actor, Answer, Place, World, on_each};
use axum::http::Method;
use documents::xlsx::{read_form, write_form};
use documents::{Cell, Column, FormColumn, FormRow, FormSheet, Input, Returned, Sheet};
use kernel::time::Moment;
use serde_json::{Value, json};

pub(super) const REPORT: &str = "committee.quarterly-report";
pub(super) const GAS: &str = "县燃气专委办";
/// Cells before those to fill: number, holder, what, subject, period, due.
pub(super) const FIXED: usize = 6;

pub(super) struct Sent {
    pub(super) office: Actor,
    pub(super) id: String,
    pub(super) issued: Value,
}

/// The office asks the thirteen committees for their reports of the quarter.
pub(super) async fn sent(world: &World, filter: Value) -> Sent {
    world.activate("anji-2022").await;
    world.advance("2022-05-16 10:00").await;
    let office = Actor::named(world, "汪行林").await;
    let asked = json!({ "filter": filter, "due": "2022-06-25", "note": "逾期不候" });
    let issued = office.post("/collections", asked).await.ok();
    Sent {
        id: issued["id"].as_str().expect("an id").to_owned(),
        issued,
        office,
    }
}

async fn reports(world: &World) -> Sent {
    sent(world, json!({ "definition": REPORT, "period": "2022Q2" })).await
}

impl Sent {
    fn sheet_of(&self, body: &str) -> &Value {
        let sheets = self.issued["sheets"].as_array().expect("sheets");
        sheets
            .iter()
            .find(|sheet| sheet["body"]["name"] == body)
            .expect("a sheet of that body")
    }

    pub(super) async fn fetched(&self, body: &str) -> Returned {
        let sheet = self.sheet_of(body)["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let bytes = self
            .office
            .download(&format!("/collections/{}/sheets/{sheet}", self.id))
            .await;
        read_form(&bytes).expect("a sheet")
    }

    pub(super) async fn hand_in(&self, who: &Actor, query: &str, sheet: &Returned) -> Answer {
        let path = format!(
            "/collections/{}/returns?name=%E8%A1%A8.xlsx{query}",
            self.id
        );
        let headers = [("content-type", "application/octet-stream")];
        who.ask(Method::POST, &path, &headers, again(sheet)).await
    }
}

/// The sheet as a workbook again, with whatever was done to it.
fn again(sheet: &Returned) -> Vec<u8> {
    let column = |heading: &String| FormColumn {
        heading: heading.clone(),
        hint: String::new(),
        width: 12.0,
        input: Input::Text { most: 4000 },
    };
    let row = |row: &documents::ReturnedRow| FormRow {
        key: row.key.clone(),
        cells: row
            .cells
            .iter()
            .map(|cell| Cell::from(cell.as_str()))
            .collect(),
    };
    let sheet = FormSheet {
        name: "填报".to_owned(),
        title: "填报".to_owned(),
        notes: Vec::new(),
        mark: sheet.mark.clone(),
        columns: sheet.headings.iter().map(column).collect(),
        rows: sheet.rows.iter().map(row).collect(),
    };
    write_form(&sheet, Moment(0)).expect("a workbook")
}

/// Fills date and content of a row of the report form.
pub(super) fn fill(sheet: &mut Returned, row: usize, date: &str, done: &str) {
    sheet.rows[row].cells[FIXED] = date.to_owned();
    sheet.rows[row].cells[FIXED + 1] = done.to_owned();
}

fn codes(report: &Value) -> Vec<(u64, String, Option<String>)> {
    let rows = report["rows"].as_array().expect("rows");
    let faults = rows.iter().flat_map(|row| {
        let number = row["row"].as_u64().expect("a number");
        let errors = row["errors"].as_array().expect("errors").clone();
        errors.into_iter().map(move |error| {
            let column = error["column"].as_str().map(str::to_owned);
            (
                number,
                error["code"].as_str().expect("a code").to_owned(),
                column,
            )
        })
    });
    faults.collect()
}

#[tokio::test]
async fn sheets_go_out_prefilled_and_come_back_as_records() {
    on_each(Place::Anji, |world| async move {
        let sent = reports(&world).await;
        assert_eq!(
            (&sent.issued["rows"], &sent.issued["left_out"]),
            (&json!(13), &json!(0))
        );
        assert_eq!(sent.issued["sheets"].as_array().map(Vec::len), Some(13));
        let zip = sent
            .office
            .download(&format!("/collections/{}/sheets.zip", sent.id))
            .await;
        assert!(
            zip.starts_with(b"PK\x03\x04") && 20_000 < zip.len(),
            "{} bytes",
            zip.len()
        );

        let clerk = Actor::in_post(&world, GAS, "专管员").await;
        let told = clerk.get("/messages").await.ok();
        assert!(
            told["items"]
                .as_array()
                .expect("messages")
                .iter()
                .any(|one| one["category"] == "collection")
        );
        let mut sheet = sent.fetched(GAS).await;
        assert_eq!(
            sheet.headings[..FIXED + 2],
            [
                "序号",
                "责任主体",
                "事项",
                "对象",
                "所属期",
                "办结期限",
                "报告日期*",
                "本期履职情况*"
            ]
        );
        assert_eq!(
            sheet.rows[0].cells[1..6],
            [
                GAS,
                "专委会每季履职汇报",
                "县燃气专委会",
                "2022Q2",
                "2022-06-30"
            ]
        );
        fill(&mut sheet, 0, "2022年5月13日", "二季度履职情况");
        let report = sent.hand_in(&clerk, "", &sheet).await.ok();
        assert_eq!(
            (&report["kept"], &report["filed"], &report["errors"]),
            (&json!(true), &json!(1), &json!(0))
        );
        let row = &report["rows"][0];
        assert_eq!(
            (&row["row"], &row["state"], &row["counts"]),
            (&json!(5), &json!("filed"), &json!(false))
        );

        let record = row["record"].as_str().expect("a record").to_owned();
        let seen = sent.office.get(&format!("/records/{record}")).await.ok();
        assert_eq!(seen["on_behalf"]["channel"], "spreadsheet");
        assert_eq!(
            seen["values"],
            json!({ "date": "2022-05-13", "done": "二季度履职情况" })
        );
        let original = seen["on_behalf"]["original"].as_str().expect("the sheet");
        assert_eq!(
            sent.office
                .download(&format!("/attachments/{original}"))
                .await,
            again(&sheet)
        );
        let director = Actor::in_post(&world, GAS, "主任").await;
        let approved = director
            .post(&format!("/records/{record}/approve"), Value::Null)
            .await
            .ok();
        assert_eq!(
            approved["counts_for"].as_array().map(Vec::len),
            Some(1),
            "approving follows as for every record"
        );
        let view = sent
            .office
            .get(&format!("/collections/{}", sent.id))
            .await
            .ok();
        let own = view["sheets"]
            .as_array()
            .expect("sheets")
            .iter()
            .find(|one| one["body"]["name"] == GAS);
        assert_eq!(own.expect("the sheet")["filed"], 1);
    })
    .await;
}

#[tokio::test]
async fn a_sheet_returned_twice_files_nothing_twice() {
    on_each(Place::Anji, |world| async move {
        let sent = reports(&world).await;
        let mut sheet = sent.fetched(GAS).await;
        let blank = sent.hand_in(&sent.office, "", &sheet).await.ok();
        assert_eq!(
            (&blank["blank"], &blank["kept"]),
            (&json!(1), &json!(false))
        );
        fill(&mut sheet, 0, "2022-05-13", "二季度履职情况");
        let first = sent.hand_in(&sent.office, "", &sheet).await.ok();
        assert_eq!(
            (&first["filed"], &first["returned_before"]),
            (&json!(1), &Value::Null)
        );
        world.advance("2022-05-17 10:00").await;
        let second = sent.hand_in(&sent.office, "", &sheet).await.ok();
        assert_eq!(
            (&second["filed"], &second["unchanged"]),
            (&json!(0), &json!(1))
        );
        assert_eq!(
            second["returned_before"],
            world.at("2022-05-16 10:00").0,
            "it says when it came before"
        );
        assert_eq!(second["rows"][0]["record"], first["rows"][0]["record"]);
        fill(&mut sheet, 0, "2022-05-13", "另一种说法");
        let other = sent.hand_in(&sent.office, "", &sheet).await.ok();
        assert_eq!(other["kept"], false);
        assert_eq!(
            codes(&other),
            [(5, "collections.returned_before".to_owned(), None)]
        );
        let record = first["rows"][0]["record"].as_str().expect("a record");
        let kept = sent.office.get(&format!("/records/{record}")).await.ok();
        assert_eq!(
            kept["values"]["done"], "二季度履职情况",
            "nothing was overwritten"
        );
    })
    .await;
}

#[tokio::test]
async fn a_sheet_comes_from_its_own_body_and_in_its_own_collection() {
    on_each(Place::Anji, |world| async move {
        let sent = reports(&world).await;
        let sheet = sent.fetched(GAS).await;
        let other = Actor::in_post(&world, "县水利专委办", "专管员").await;
        let wrong = sent.hand_in(&other, "", &sheet).await;
        assert_eq!(wrong.refused(422), "collections.other_body");
        let water = world.org("县水利专委办").await;
        let stated = sent
            .hand_in(&sent.office, &format!("&body={water}"), &sheet)
            .await;
        assert_eq!(stated.refused(422), "collections.other_body");
        let town = Actor::of_town(&world, "杭垓镇").await;
        sent.hand_in(&town, "", &sheet).await.refused(404);
        town.get(&format!("/collections/{}", sent.id))
            .await
            .refused(404);
        let mine = other.get(&format!("/collections/{}", sent.id)).await.ok();
        assert_eq!(
            mine["sheets"].as_array().map(Vec::len),
            Some(1),
            "each is shown its own sheet only"
        );

        let asked =
            json!({ "filter": { "definition": REPORT, "period": "2022Q2" }, "due": "2022-06-25" });
        let second = sent.office.post("/collections", asked).await.ok();
        let path = format!(
            "/collections/{}/returns",
            second["id"].as_str().expect("an id")
        );
        let headers = [("content-type", "application/octet-stream")];
        let strayed = sent
            .office
            .ask(Method::POST, &path, &headers, again(&sheet))
            .await;
        assert_eq!(strayed.refused(422), "collections.other_collection");
        let mut unmarked = sheet.clone();
        unmarked.mark = format!("{}0", &sheet.mark[..sheet.mark.len() - 1]);
        if unmarked.mark == sheet.mark {
            unmarked.mark.push('1');
        }
        let refused = sent.hand_in(&sent.office, "", &unmarked).await;
        assert_eq!(refused.refused(422), "collections.no_mark");
        let nothing = sent
            .office
            .ask(
                Method::POST,
                &format!("/collections/{}/returns", sent.id),
                &headers,
                b"a,b".to_vec(),
            )
            .await;
        assert_eq!(nothing.refused(422), "files.unknown_kind");
    })
    .await;
}

/// Changed keys, rows of another sheet, added, doubled and missing rows, changed fixed cells, wrong values: each is told
/// with row and column, and nothing is filed.
#[tokio::test]
async fn whatever_was_done_to_a_sheet_is_told_with_row_and_column() {
    on_each(Place::Anji, |world| async move {
        let sent = sent(&world, json!({ "definition": REPORT })).await;
        let whole = sent.fetched(GAS).await;
        assert_eq!(whole.rows.len(), 2, "the first quarter is still owed");
        let water = sent.fetched("县水利专委办").await;
        let check = async |what: &str,
                           change: &dyn Fn(&mut Returned),
                           wanted: &[(u64, &str, Option<&str>)]| {
            let mut sheet = whole.clone();
            fill(&mut sheet, 0, "2022-05-13", "一季度");
            fill(&mut sheet, 1, "2022-05-13", "二季度");
            change(&mut sheet);
            let report = sent.hand_in(&sent.office, "", &sheet).await.ok();
            assert_eq!(
                (&report["kept"], &report["filed"]),
                (&json!(false), &json!(0)),
                "{what}"
            );
            let told = codes(&report);
            let told: Vec<(u64, &str, Option<&str>)> = told
                .iter()
                .map(|(row, code, column)| (*row, code.as_str(), column.as_deref()))
                .collect();
            assert_eq!(told, wanted, "{what}");
        };
        check(
            "a changed key",
            &|sheet| sheet.rows[1].key.push('0'),
            &[
                (6, "collections.changed_key", None),
                (6, "collections.deleted_row", None),
            ],
        )
        .await;
        let foreign = water.rows[0].key.clone();
        check(
            "a row of another sheet",
            &|sheet| sheet.rows[1].key = foreign.clone(),
            &[
                (6, "collections.foreign_row", None),
                (6, "collections.deleted_row", None),
            ],
        )
        .await;
        check(
            "an added row",
            &|sheet| {
                let mut added = sheet.rows[1].clone();
                added.key.clear();
                sheet.rows.push(added);
            },
            &[(7, "collections.added_row", None)],
        )
        .await;
        check(
            "a doubled row",
            &|sheet| {
                let doubled = sheet.rows[0].clone();
                sheet.rows.push(doubled);
            },
            &[(7, "collections.doubled_row", None)],
        )
        .await;
        check(
            "a missing row",
            &|sheet| {
                sheet.rows.pop();
            },
            &[(6, "collections.deleted_row", None)],
        )
        .await;
        check(
            "a changed fixed cell",
            &|sheet| sheet.rows[0].cells[5] = "2022-12-31".to_owned(),
            &[(5, "collections.changed_cell", Some("办结期限"))],
        )
        .await;
        check(
            "a wrong day",
            &|sheet| sheet.rows[1].cells[FIXED] = "某日".to_owned(),
            &[(6, "records.not_a_day", Some("报告日期"))],
        )
        .await;
        check(
            "a missing value",
            &|sheet| sheet.rows[1].cells[FIXED + 1].clear(),
            &[(6, "records.required", Some("本期履职情况"))],
        )
        .await;

        let mut mixed = whole.clone();
        fill(&mut mixed, 0, "2022-05-13", "一季度");
        fill(&mut mixed, 1, "某日", "二季度");
        let good = sent
            .hand_in(&sent.office, "&good_rows_only=true", &mixed)
            .await
            .ok();
        assert_eq!(
            (&good["kept"], &good["filed"], &good["errors"]),
            (&json!(true), &json!(1), &json!(1))
        );
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused_before_anything_goes_out() {
    on_each(Place::Anji, |world| async move {
        let sent = reports(&world).await;
        let ask = async |asked: Value| sent.office.post("/collections", asked).await;
        let past = ask(json!({ "filter": { "definition": REPORT }, "due": "2022-05-15" })).await;
        assert_eq!(past.refused(422), "collections.due_past");
        let all = ask(json!({ "filter": { "plan": "anji-2022" }, "due": "2022-06-25" })).await;
        assert_eq!(all.refused(422), "collections.which_form");
        let none = ask(json!({ "filter": { "definition": "no.such" }, "due": "2022-06-25" })).await;
        assert_eq!(none.refused(422), "collections.nothing_to_ask");
        let other = ask(json!({ "filter": { "definition": REPORT }, "form": "inspection", "due": "2022-06-25" })).await;
        assert_eq!(other.refused(422), "collections.nothing_to_ask");
        let before = sent.office.get("/collections").await.ok();
        assert_eq!(before["items"].as_array().map(Vec::len), Some(1));
    })
    .await;
}

/// A superior's own form is filled from the rows of a list: a line a body, or a line an obligation.
#[tokio::test]
async fn a_superiors_form_is_filled_from_the_list() {
    on_each(Place::Anji, |world| async move {
        let sent = reports(&world).await;
        let mut sheet = sent.fetched(GAS).await;
        fill(&mut sheet, 0, "2022-05-13", "二季度履职情况");
        let report = sent.hand_in(&sent.office, "", &sheet).await.ok();
        let record = report["rows"][0]["record"].as_str().expect("a record");
        let director = Actor::in_post(&world, GAS, "主任").await;
        director
            .post(&format!("/records/{record}/approve"), Value::Null)
            .await
            .ok();

        let by_body = template(&[
            "{{序号}}",
            "{{单位}}",
            "{{数量}}",
            "{{完成}}",
            "截至{{日期}}共{{总数}}项",
        ]);
        let filled = filled(&sent.office, by_body).await;
        assert_eq!(filled.len(), 13);
        let gas = filled
            .iter()
            .find(|row| row[1] == GAS)
            .expect("a line of the body");
        assert_eq!(gas[2..], ["1", "1", "截至2022-05-16共13项"]);
        let by_one = template(&[
            "{{单位}}",
            "{{事项}}",
            "{{状态}}",
            "{{本期履职情况}}",
            "{{填表人}}",
        ]);
        let rows = self::filled(&sent.office, by_one).await;
        let gas = rows
            .iter()
            .find(|row| row[0] == GAS)
            .expect("a line of the obligation");
        assert_eq!(
            gas[1..],
            ["专委会每季履职汇报", "按期完成", "二季度履职情况", "汪行林"]
        );

        let unknown = post_form(&sent.office, template(&["{{单位}}", "{{天气}}"])).await;
        assert_eq!(unknown.refused(422), "collections.unknown_placeholder");
        let broken = post_form(&sent.office, b"no workbook".to_vec()).await;
        assert_eq!(broken.refused(422), "files.unknown_kind");
    })
    .await;
}

const LIST: &str = "definition=committee.quarterly-report&period=2022Q2&state=all";

pub(super) fn template(cells: &[&str]) -> Vec<u8> {
    let columns = cells.iter().map(|_| Column::new("表头", 20.0)).collect();
    let rows = vec![cells.iter().map(|cell| Cell::from(*cell)).collect()];
    let sheet = Sheet {
        name: "报表".to_owned(),
        columns,
        rows,
    };
    documents::xlsx::write(&sheet, Moment(0)).expect("a workbook")
}

pub(super) async fn post_form(who: &Actor, bytes: Vec<u8>) -> Answer {
    let headers = [("content-type", "application/octet-stream")];
    who.ask(
        Method::POST,
        &format!("/collections/fill?{LIST}"),
        &headers,
        bytes,
    )
    .await
}

pub(super) async fn filled(who: &Actor, bytes: Vec<u8>) -> Vec<Vec<String>> {
    let bytes = who
        .fetch(Method::POST, &format!("/collections/fill?{LIST}"), bytes)
        .await;
    let table = documents::read(&bytes).expect("a table");
    table.rows.into_iter().map(|row| row.cells).collect()
}
