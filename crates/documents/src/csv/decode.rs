//! Text of unknown encoding: what spreadsheets and phones in China write.

use crate::read::Unreadable;
use encoding_rs::{Encoding, GB18030, UTF_8};
use std::borrow::Cow;

/// Decodes by the mark at the front, else as UTF-8, else as GBK (by its superset GB 18030).
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    // No text without a mark holds a zero byte; pictures and programs do.
    if bytes.contains(&0) {
        return Err(Unreadable::Unknown);
    }
    whole(UTF_8, bytes)
        .or_else(|as_utf8| whole(GB18030, bytes).map_err(|as_gbk| later(as_utf8, as_gbk)))
}

fn whole<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, Unreadable> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    match text {
        Some(text) => Ok(text),
        None => Err(Unreadable::Encoding {
            row: broken_row(encoding, bytes),
        }),
    }
}

/// Of two refusals the one that came further: that encoding was meant.
fn later(one: Unreadable, other: Unreadable) -> Unreadable {
    if one.row() < other.row() { other } else { one }
}

/// The row of the first bytes that the encoding does not know.
fn broken_row(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let before = text.split('\u{fffd}').next().unwrap_or_default();
    before.matches('\n').count() + 1
}
