//! Many files in one, written while the next one is made.

use std::io::{Result, Write};
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

/// An archive that goes out as it grows.
pub struct Bundle<W: Write> {
    writer: ZipWriter<StreamWriter<W>>,
}

impl<W: Write> Bundle<W> {
    pub fn new(out: W) -> Bundle<W> {
        Bundle {
            writer: ZipWriter::new_stream(out),
        }
    }

    /// Adds a file. Names must differ; what a file name cannot hold becomes an underscore.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.writer
            .start_file(file_name(name), SimpleFileOptions::default())?;
        self.writer.write_all(bytes)
    }

    pub fn finish(self) -> Result<()> {
        self.writer.finish()?.into_inner().flush()
    }
}

/// A name that every system takes for a file.
pub fn file_name(wanted: &str) -> String {
    let name: String = wanted
        .chars()
        .map(|letter| match letter {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            other if other.is_control() => '_',
            other => other,
        })
        .take(80)
        .collect();
    let name = name.trim().trim_start_matches('.');
    if name.is_empty() {
        "_".to_owned()
    } else {
        name.to_owned()
    }
}
