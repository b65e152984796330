//! Anchors: number and hash of the last sealed entry, kept in a file beside the database.
//!
//! Who cuts the end of the log or calculates its chain anew cannot do it unnoticed without also
//! changing this file, and the copies of it in backups.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kernel::ledger::Sealed;

use super::entry::{hex, unhex};

/// An anchor at least every so many entries; besides, one a minute and one at the end.
const EVERY: i64 = 4096;

/// How many entries there were, and the hash of the last one.
pub(crate) type Anchor = (i64, [u8; 32]);

pub(crate) struct Anchors {
    path: PathBuf,
    last: i64,
}

impl Anchors {
    pub fn in_folder(folder: &Path) -> Anchors {
        let path = folder.join("anchors");
        let last = read(&path).last().map_or(0, |(count, _)| *count);
        Anchors { path, last }
    }

    /// Called after commits: keeps an anchor when enough was sealed since the last one.
    pub fn advance(&mut self, head: Sealed) {
        if EVERY <= head.seq - self.last {
            self.keep(head);
        }
    }

    /// Keeps an anchor of anything sealed since the last one.
    pub fn keep(&mut self, head: Sealed) {
        if head.seq <= self.last {
            return;
        }
        match self.append(head) {
            Ok(()) => self.last = head.seq,
            // The next minute tries again; the write itself is safe in the database.
            Err(error) => tracing::warn!(%error, "an anchor of the ledger could not be kept"),
        }
    }

    fn append(&self, head: Sealed) -> io::Result<()> {
        let mut file: File = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)?;
        writeln!(file, "{} {}", head.seq, hex(&head.hash))?;
        file.sync_data()
    }
}

/// All anchors of a folder. A line that was written half is passed over.
pub(crate) fn read_folder(folder: &Path) -> Vec<Anchor> {
    read(&folder.join("anchors"))
}

fn read(path: &Path) -> Vec<Anchor> {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<Anchor> {
    let (count, hash) = line.split_once(' ')?;
    let hash = unhex(hash)?.try_into().ok()?;
    Some((count.parse().ok()?, hash))
}
