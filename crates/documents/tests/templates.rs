//! Somebody else's form is filled and keeps its layout; a form sent out comes back with its marks.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it says; helpers belong to the tests"
)]

use calamine::{Data, Reader, Xlsx};
use documents::xlsx::{Unfillable, fill, names, read_form, write_form};
use documents::{Cell, FormColumn, FormRow, FormSheet, Input};
use kernel::time::Moment;
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// A superior's form: a merged title, a line to repeat with a merge and a formula of its own, a sum below, a signature.
fn form() -> Vec<u8> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let page = book.add_worksheet();
    page.set_name("月报").unwrap();
    page.merge_range(0, 0, 0, 3, "{{区域}}安全生产情况（截至{{日期}}）", &bold)
        .unwrap();
    for (place, heading) in (0u16..).zip(["序号", "单位", "数量", "占比"]) {
        page.write_string_with_format(1, place, heading, &bold)
            .unwrap();
    }
    page.write_string_with_format(2, 0, "{{序号}}", &bold)
        .unwrap();
    page.write_string(2, 1, "{{单位}}（{{备注}}）").unwrap();
    page.write_string(2, 2, "{{数量}}").unwrap();
    page.write_formula(2, 3, Formula::new("=C3/C$4").set_result("0"))
        .unwrap();
    page.set_row_height(2, 33).unwrap();
    page.write_string(3, 1, "合计").unwrap();
    page.write_formula(3, 2, Formula::new("=SUM(C3:C3)").set_result("0"))
        .unwrap();
    page.merge_range(5, 0, 5, 3, "填表人：", &bold).unwrap();
    page.set_print_area(0, 0, 5, 3).unwrap();
    book.save_to_buffer().unwrap()
}

fn rows(bodies: &[(&str, f64)]) -> Vec<BTreeMap<String, Cell>> {
    let row = |(number, (body, count)): (usize, &(&str, f64))| {
        BTreeMap::from([
            ("序号".to_owned(), Cell::Number(number as f64 + 1.0)),
            ("单位".to_owned(), Cell::from(*body)),
            ("数量".to_owned(), Cell::Number(*count)),
        ])
    };
    bodies.iter().enumerate().map(row).collect()
}

fn each() -> BTreeSet<String> {
    ["序号", "单位", "数量", "备注"].map(str::to_owned).into()
}

fn once() -> BTreeMap<String, Cell> {
    BTreeMap::from([
        ("区域".to_owned(), Cell::from("安吉县")),
        ("日期".to_owned(), Cell::from("2022-06-30")),
    ])
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn a_form_is_filled_line_by_line_and_everything_else_stays_where_it_belongs() {
    let found = names(&form()).unwrap();
    let wanted: BTreeSet<String> = ["区域", "日期", "序号", "单位", "备注", "数量"]
        .map(str::to_owned)
        .into();
    assert_eq!(found, wanted);
    let bodies = [("甲镇<一>", 3.0), ("乙镇&二", 5.0), ("丙镇", 0.5)];
    let bytes = fill(&form(), &once(), &each(), &rows(&bodies)).unwrap();

    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
    let page = book.worksheet_range("月报").unwrap();
    let text = |row: u32, column: u32| page.get_value((row, column)).map(ToString::to_string);
    assert_eq!(
        text(0, 0).as_deref(),
        Some("安吉县安全生产情况（截至2022-06-30）")
    );
    for (line, (body, count)) in (2u32..).zip(bodies) {
        assert_eq!(text(line, 1), Some(format!("{body}（）")));
        assert_eq!(
            page.get_value((line, 2)),
            Some(&Data::Float(count)),
            "a number stays a number"
        );
    }
    assert_eq!(text(5, 1).as_deref(), Some("合计"));
    let formulas = book.worksheet_formula("月报").unwrap();
    let formula = |row: u32, column: u32| formulas.get_value((row, column)).cloned();
    assert_eq!(
        formula(4, 3).as_deref(),
        Some("C5/C$6"),
        "each copy computes its own line"
    );
    assert_eq!(
        formula(5, 2).as_deref(),
        Some("SUM(C3:C5)"),
        "the sum covers all lines"
    );

    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("ref=\"A8:D8\""),
        "the signature line moved with its merge: {sheet}"
    );
    assert_eq!(
        sheet.matches("ht=\"33\"").count(),
        3,
        "every copy is as high as the line was"
    );
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(
        workbook.contains("$A$1:$D$8"),
        "what is printed grew: {workbook}"
    );
    assert!(workbook.contains("fullCalcOnLoad"));
    assert_eq!(
        part(&bytes, "xl/styles.xml"),
        part(&form(), "xl/styles.xml")
    );
}

#[test]
fn without_rows_the_line_stays_once_and_empty() {
    let bytes = fill(&form(), &once(), &each(), &[]).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
    let page = book.worksheet_range("月报").unwrap();
    assert_eq!(
        page.get_value((2, 1)).map(ToString::to_string).as_deref(),
        Some("（）")
    );
    assert_eq!(
        page.get_value((3, 1)).map(ToString::to_string).as_deref(),
        Some("合计")
    );
}

#[test]
fn what_is_no_form_is_refused_and_two_repeated_lines_are_named() {
    assert_eq!(names(b"hello").unwrap_err(), Unfillable::NotAWorkbook);
    assert!(matches!(
        names(b"PK\x03\x04nothing").unwrap_err(),
        Unfillable::Broken(_)
    ));
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(1, 0, "{{单位}}").unwrap();
    page.write_string(4, 0, "{{单位}}").unwrap();
    let twice = book.save_to_buffer().unwrap();
    let refused = fill(&twice, &once(), &each(), &rows(&[("甲", 1.0)])).unwrap_err();
    assert_eq!(refused, Unfillable::TwoLines(2, 5));
}

fn sheet() -> FormSheet {
    let column = |heading: &str, input: Input| FormColumn {
        heading: heading.to_owned(),
        hint: format!("{heading}怎么填"),
        width: 20.0,
        input,
    };
    let many: Vec<String> = (0..60).map(|number| format!("第{number}类隐患")).collect();
    FormSheet {
        name: "收集".to_owned(),
        title: "月度摸排".to_owned(),
        notes: vec!["请于月底前填好".to_owned(), "灰色格不要改".to_owned()],
        mark: "sheet-1".to_owned(),
        columns: vec![
            column("事项", Input::Fixed),
            column(
                "有无变化",
                Input::Choice(vec!["有".to_owned(), "无".to_owned()]),
            ),
            column("类别", Input::Choice(many)),
            column("数量", Input::Number),
            column("说明", Input::Text { most: 100 }),
        ],
        rows: (0..3)
            .map(|number| FormRow {
                key: format!("key-{number}"),
                cells: vec![
                    Cell::from(format!("第{number}项")),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Number(f64::from(number)),
                    Cell::from("=1+1"),
                ],
            })
            .collect(),
    }
}

#[test]
fn a_sheet_sent_out_comes_back_with_its_marks_and_row_numbers() {
    let bytes = write_form(&sheet(), Moment(1_656_000_000_000)).unwrap();
    let back = read_form(&bytes).unwrap();
    assert_eq!(back.mark, "sheet-1");
    assert_eq!(back.headings, ["事项", "有无变化", "类别", "数量", "说明"]);
    assert_eq!(back.rows.len(), 3);
    let row = &back.rows[1];
    assert_eq!((row.row, row.key.as_str()), (6, "key-1"));
    assert_eq!(row.cells, ["第1项", "", "", "1", "=1+1"]);
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(page.contains("hidden=\"1\"") && page.contains("sheetProtection"));
    assert_eq!(page.matches("<dataValidation ").count(), 3);
    assert!(!page.contains("<f>"), "no cell is a formula");
    assert_eq!(
        write_form(&sheet(), Moment(1_656_000_000_000)).unwrap(),
        bytes,
        "the same rows are the same file"
    );
}

#[test]
fn what_is_no_sheet_is_refused() {
    assert!(read_form(b"").is_err());
    assert!(read_form(b"a,b,c").is_err());
    assert!(read_form(b"PK\x03\x04").is_err());
}
