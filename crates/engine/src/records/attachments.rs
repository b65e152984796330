//! What a file really is. A name or a header can lie; the first bytes decide.

/// The media type that the content shows, for the types that are taken.
pub fn sniff(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Some("image/jpeg");
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if bytes.len() > 12 && bytes.starts_with(b"RIFF") && &bytes[8..12] == b"WEBP" {
        return Some("image/webp");
    }
    if bytes.starts_with(b"%PDF-") {
        return Some("application/pdf");
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office(bytes);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let plain = !text.is_empty()
        && !text
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    plain.then_some("text/plain")
}

/// Office files are archives whose first entries name what they are.
fn office(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    if contains(head, b"word/") {
        Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    } else if contains(head, b"xl/") {
        Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    } else {
        None
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

/// How far into a text a mark on its head is looked for.
const HEAD: usize = 4 * 1024;

/// The mark that a paper bears on its head: grade, star, term.
pub fn bears_mark(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    ["绝密★", "机密★", "秘密★"]
        .iter()
        .any(|mark| contains(head, mark.as_bytes()))
}

/// A secrecy mark in the name, as documents bear it.
pub fn marked_secret(name: &str) -> bool {
    ["绝密", "机密", "秘密"]
        .iter()
        .any(|mark| name.contains(mark))
}
