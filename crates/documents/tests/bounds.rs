//! A small file that says a huge table is refused, and costs no more than its bytes.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it says; helpers belong to the tests"
)]

use documents::xlsx::read_form;
use documents::{Unreadable, read};
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Read, Write, copy, repeat};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn book(cells: &[(u32, u16, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, column, text) in cells {
        page.write_string(*row, *column, *text).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The workbook with one more part of so many bytes, which compress to nearly nothing.
fn swollen(bytes: &[u8], size: u64) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let options = SimpleFileOptions::default().compression_level(Some(1));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        writer.start_file(name, options).unwrap();
        copy(&mut part, &mut writer).unwrap();
    }
    writer.start_file("xl/media/image1.png", options).unwrap();
    copy(&mut repeat(0).take(size), &mut writer).unwrap();
    writer.flush().unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_cell_far_out_asks_for_no_rectangle_around_it() {
    let corner = book(&[(0, 0, "a"), (1_048_575, 16_383, "b")]);
    assert!(corner.len() < 20_000);
    assert_eq!(read(&corner), Err(Unreadable::TooManyRows));
    assert_eq!(read_form(&corner).unwrap_err(), Unreadable::TooManyRows);
    let wide = book(&[(0, 0, "a"), (3, 16_383, "b")]);
    assert_eq!(read(&wide), Err(Unreadable::TooManyColumns));
    assert_eq!(read_form(&wide).unwrap_err(), Unreadable::TooManyColumns);
}

#[test]
fn many_rows_that_each_reach_far_are_refused_before_they_are_a_table() {
    let cells: Vec<(u32, u16, &str)> = (0..30_000).map(|row| (row, 190, "b")).collect();
    assert_eq!(read(&book(&cells)), Err(Unreadable::TooManyRows));
}

#[test]
fn one_long_text_in_many_cells_is_bounded() {
    let long = "安".repeat(32_000);
    let cells: Vec<(u32, u16, &str)> = (0..1_500).map(|row| (row, 0, long.as_str())).collect();
    let bytes = book(&cells);
    assert_eq!(read(&bytes), Err(Unreadable::TooLarge));
    assert_eq!(read_form(&bytes).unwrap_err(), Unreadable::TooLarge);
}

#[test]
fn what_a_workbook_unpacks_to_is_bounded() {
    let small = book(&[(0, 0, "名称"), (1, 0, "甲")]);
    let bytes = swollen(&small, 129 << 20);
    assert!(bytes.len() < 2 << 20);
    assert_eq!(read(&bytes), Err(Unreadable::TooLarge));
    assert_eq!(read_form(&bytes).unwrap_err(), Unreadable::TooLarge);
    assert!(read(&swollen(&small, 1 << 20)).is_ok());
}
