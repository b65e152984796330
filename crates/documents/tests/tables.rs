//! What reading and writing of tables promise.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it says; helpers belong to the tests"
)]

use documents::{Cell, Column, Sheet, Table, Unreadable, csv, read, xlsx};
use kernel::time::Moment;
use proptest::prelude::*;

fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
    table
        .rows
        .iter()
        .map(|line| (line.row, line.cells.iter().map(String::as_str).collect()))
        .collect()
}

fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet {
        name: "单位".to_owned(),
        columns: vec![Column::new("名称", 30.0), Column::new("区域代码", 14.0)],
        rows,
    }
}

#[test]
fn utf8_with_and_without_mark_and_gbk_give_the_same_table() {
    let text = "名称,区域代码\n县应急管理局,330523\n";
    let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    let (gbk, _, lossy) = encoding_rs::GBK.encode(text);
    assert!(!lossy);
    let plain = read(text.as_bytes()).unwrap();
    assert_eq!(plain.headings, ["名称", "区域代码"]);
    assert_eq!(rows(&plain), [(2, vec!["县应急管理局", "330523"])]);
    assert_eq!(read(&marked).unwrap(), plain);
    assert_eq!(read(&gbk).unwrap(), plain);
}

#[test]
fn rows_keep_the_numbers_that_the_spreadsheet_shows() {
    let text = "名称,备注\n甲,\"两\n行\"\n\n  ,\n乙,x\n";
    let table = read(text.as_bytes()).unwrap();
    assert_eq!(
        rows(&table),
        [(2, vec!["甲", "两\n行"]), (5, vec!["乙", "x"])]
    );
}

#[test]
fn headings_are_found_by_any_of_their_names() {
    let table = read("单位 名称*,Area\n甲,1\n".as_bytes()).unwrap();
    assert_eq!(table.column(&["名称", "单位名称"]), Some(0));
    assert_eq!(table.column(&["area"]), Some(1));
    assert_eq!(table.column(&["类型"]), None);
    assert_eq!(table.rows[0].cell(None), "");
}

#[test]
fn semicolons_and_tabs_separate_too() {
    for text in ["名称;代码\n甲;1\n", "名称\t代码\n甲\t1\n"] {
        assert_eq!(
            rows(&read(text.as_bytes()).unwrap()),
            [(2, vec!["甲", "1"])]
        );
    }
}

#[test]
fn what_is_no_table_is_refused_by_its_bytes() {
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    assert_eq!(read(&[]), Err(Unreadable::Empty));
    assert_eq!(read(b"\n \n"), Err(Unreadable::Empty));
    assert_eq!(read(&old), Err(Unreadable::OldWorkbook));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0"), Err(Unreadable::Unknown));
    assert!(matches!(
        read(b"PK\x03\x04nothing"),
        Err(Unreadable::Workbook(_))
    ));
    let broken = "名称\n甲\n"
        .as_bytes()
        .iter()
        .copied()
        .chain([0xff, 0xff])
        .collect::<Vec<_>>();
    assert_eq!(read(&broken), Err(Unreadable::Encoding { row: 3 }));
}

#[test]
fn workbooks_read_back_as_written() {
    let rows_written = vec![
        vec![Cell::from("=1+1"), Cell::from("330523001")],
        vec![Cell::from("县安委办"), Cell::from(330_523_i64)],
        vec![Cell::Empty, Cell::from("913305236661234567")],
    ];
    let bytes = xlsx::write(&sheet(rows_written), Moment(1_651_536_000_000)).unwrap();
    let table = read(&bytes).unwrap();
    assert_eq!(
        rows(&table),
        [
            (2, vec!["=1+1", "330523001"]),
            (3, vec!["县安委办", "330523"]),
            (4, vec!["", "913305236661234567"]),
        ]
    );
    let file = String::from_utf8_lossy(&bytes).into_owned();
    assert!(!file.contains("<f>"), "a formula was written");
    let again = sheet(vec![vec![Cell::from("=1+1")]]);
    let at = Moment(1_651_536_000_000);
    assert_eq!(
        xlsx::write(&again, at).unwrap(),
        xlsx::write(&again, at).unwrap()
    );
}

#[test]
fn csv_starts_no_formula_and_keeps_codes() {
    let text = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| Cell::from(*cell))
            .collect::<Vec<_>>()
    };
    let written = csv::write(&sheet(vec![
        text(&["=cmd|' /C calc'!A0", "007"]),
        text(&["@sum", "123456789012345678"]),
        text(&["说\"好\",是", "-1"]),
    ]));
    let shown = String::from_utf8(written.clone()).unwrap();
    let lines: Vec<&str> = shown.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "'=cmd|' /C calc'!A0,\t007",
            "'@sum,\t123456789012345678",
            "\"说\"\"好\"\",是\",'-1"
        ]
    );
    let table = read(&written).unwrap();
    assert_eq!(table.rows[0].cells, ["=cmd|' /C calc'!A0", "007"]);
    assert_eq!(table.rows[1].cells, ["@sum", "123456789012345678"]);
    assert_eq!(table.rows[2].cells, ["说\"好\",是", "-1"]);
}

proptest! {
    #[test]
    fn whatever_is_written_as_csv_reads_back(cells in proptest::collection::vec("[ -~一-鿿\n]{0,12}", 1..6)) {
        let rows: Vec<Vec<Cell>> = cells.iter().map(|cell| vec![Cell::from(cell.as_str()), Cell::from("x")]).collect();
        let written = csv::write(&sheet(rows));
        for record in ::csv::Reader::from_reader(written.as_slice()).records() {
            for cell in record.unwrap().iter() {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']));
            }
        }
        let table = read(&written).unwrap();
        let back: Vec<&str> = table.rows.iter().map(|line| line.cells[0].as_str()).collect();
        let meant: Vec<String> = cells.iter().map(|cell| expected(cell)).collect();
        prop_assert_eq!(back, meant);
    }

    #[test]
    fn any_bytes_give_a_table_or_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(table) = read(&bytes) {
            prop_assert!(!table.headings.is_empty());
        }
    }
}

/// A cell loses its blanks at both ends, and a quote before a mark of a formula, which people type for the same end.
fn expected(cell: &str) -> String {
    let text = cell.trim();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text.to_owned(),
    }
}
