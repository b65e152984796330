//! Whatever is done to the log is found.

use kernel::id::Id;
use kernel::ledger::{Fault, GENESIS, Verdict, Verifier, chain, digest, hmac};
use proptest::prelude::*;

/// A sealed entry as a table row would hold it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    seq: i64,
    id: Id,
    body: Vec<u8>,
    digest: [u8; 32],
    hash: [u8; 32],
}

fn log(bodies: &[Vec<u8>]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, body) in bodies.iter().enumerate() {
        let id = Id::natural("entry", &index.to_string());
        let row = Row {
            seq: 0,
            id,
            body: body.clone(),
            digest: digest(body),
            hash: GENESIS,
        };
        rows.push(row);
    }
    sealed_again(rows)
}

/// What somebody does who can write every column: number and chain the rows anew.
fn sealed_again(mut rows: Vec<Row>) -> Vec<Row> {
    let mut previous = GENESIS;
    for (index, row) in rows.iter_mut().enumerate() {
        row.seq = index as i64 + 1;
        row.digest = digest(&row.body);
        row.hash = chain(&previous, row.seq, &row.id, &row.digest);
        previous = row.hash;
    }
    rows
}

fn anchor(rows: &[Row]) -> (i64, [u8; 32]) {
    rows.last().map_or((0, GENESIS), |row| (row.seq, row.hash))
}

fn verify(rows: &[Row], anchors: &[(i64, [u8; 32])]) -> Verdict {
    let mut verifier = Verifier::new();
    for row in rows {
        verifier.feed(row.seq, &row.id, &row.body, &row.digest, &row.hash);
    }
    verifier.finish(anchors)
}

fn five() -> Vec<Row> {
    log(&(0..5).map(|number| vec![number]).collect::<Vec<_>>())
}

#[track_caller]
fn check_bad(rows: &[Row], anchors: &[(i64, [u8; 32])], first_bad: i64, fault: Fault) {
    let verdict = verify(rows, anchors);
    assert!(!verdict.ok);
    assert_eq!(
        (verdict.first_bad, verdict.reason),
        (Some(first_bad), Some(fault))
    );
    assert_eq!(verdict.entries, rows.len() as u64);
}

#[test]
fn digests_agree_with_the_published_standard() {
    let hex = |bytes: [u8; 32]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    assert_eq!(
        hex(digest(b"abc")),
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    );
    assert_eq!(
        hex(digest(&b"abcd".repeat(16))),
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    );
}

#[test]
fn keyed_digests_follow_the_definition_for_any_length_of_key() {
    // The definition written out: two nested digests over the key mixed with two constants.
    let by_definition = |key: &[u8], body: &[u8]| {
        let mut block = if 64 < key.len() {
            digest(key).to_vec()
        } else {
            key.to_vec()
        };
        block.resize(64, 0);
        let mixed = |with: u8| block.iter().map(|byte| byte ^ with).collect::<Vec<u8>>();
        let inner = digest(&[mixed(0x36), body.to_vec()].concat());
        digest(&[mixed(0x5c), inner.to_vec()].concat())
    };
    for length in [0, 1, 32, 63, 64, 65, 200] {
        let key = vec![7; length];
        assert_eq!(
            hmac(&key, b"13800000000"),
            by_definition(&key, b"13800000000"),
            "{length}"
        );
    }
    assert_ne!(hmac(b"one", b"x"), hmac(b"two", b"x"));
}

#[test]
fn an_untouched_log_is_good() {
    let rows = five();
    let verdict = verify(&rows, &[anchor(&rows[..2]), anchor(&rows), (0, GENESIS)]);
    let good = Verdict {
        entries: 5,
        sealed: 5,
        unsealed: 0,
        ok: true,
        first_bad: None,
        reason: None,
    };
    assert_eq!(verdict, good);
    assert!(verify(&[], &[]).ok);
}

#[test]
fn each_kind_of_tampering_is_named() {
    let rows = five();

    let mut altered = rows.clone();
    altered[2].body.push(9);
    check_bad(&altered, &[], 3, Fault::Altered);

    altered[2].digest = digest(&altered[2].body);
    check_bad(&altered, &[], 3, Fault::Chain);

    let mut removed = rows.clone();
    removed.remove(1);
    check_bad(&removed, &[], 2, Fault::Numbering);

    let mut reordered = rows.clone();
    reordered.swap(1, 3);
    check_bad(&reordered, &[], 2, Fault::Numbering);

    let renamed = {
        let mut rows = rows.clone();
        rows[4].id = Id::natural("entry", "another");
        rows
    };
    check_bad(&renamed, &[], 5, Fault::Chain);
}

#[test]
fn a_cut_tail_is_found_below_an_anchor_only() {
    let rows = five();
    assert!(verify(&rows[..3], &[anchor(&rows[..3])]).ok);
    check_bad(&rows[..3], &[anchor(&rows)], 4, Fault::Cut);
    check_bad(&[], &[anchor(&rows)], 1, Fault::Cut);
}

#[test]
fn a_chain_calculated_anew_is_found_at_the_first_anchor() {
    let mut rows = five();
    let anchors = [anchor(&rows), anchor(&rows[..2]), anchor(&rows[..4])];
    rows[2].body.push(9);
    let rows = sealed_again(rows);
    assert!(
        verify(&rows, &[]).ok,
        "without an anchor nothing can be seen"
    );
    check_bad(&rows, &anchors, 4, Fault::Anchor);
}

#[test]
fn entries_that_wait_for_the_sealer_are_counted_and_checked() {
    let rows = five();
    let mut verifier = Verifier::new();
    for row in &rows[..2] {
        verifier.feed(row.seq, &row.id, &row.body, &row.digest, &row.hash);
    }
    verifier.feed_unsealed(&rows[2].body, &rows[2].digest);
    verifier.feed_unsealed(b"altered", &rows[3].digest);
    let verdict = verifier.finish(&[anchor(&rows[..2])]);
    assert_eq!(
        (verdict.entries, verdict.sealed, verdict.unsealed),
        (4, 2, 2)
    );
    assert_eq!(
        (verdict.first_bad, verdict.reason),
        (Some(4), Some(Fault::Altered))
    );
}

/// What can be done to a log, with numbers that are taken modulo its length.
#[derive(Clone, Debug)]
enum Tampering {
    Byte(usize, usize, u8),
    Body(usize, Vec<u8>),
    Id(usize, [u8; 16]),
    Seq(usize, i64),
    Digest(usize, usize, u8),
    Hash(usize, usize, u8),
    Remove(usize),
    Swap(usize, usize),
    Double(usize, usize),
    Insert(usize, Vec<u8>),
    CutTail(usize),
}

fn tampering() -> impl Strategy<Value = Tampering> {
    let body = || prop::collection::vec(any::<u8>(), 0..20);
    prop_oneof![
        any::<(usize, usize, u8)>().prop_map(|(row, at, mask)| Tampering::Byte(row, at, mask)),
        (any::<usize>(), body()).prop_map(|(row, body)| Tampering::Body(row, body)),
        any::<(usize, [u8; 16])>().prop_map(|(row, id)| Tampering::Id(row, id)),
        any::<(usize, i64)>().prop_map(|(row, seq)| Tampering::Seq(row, seq)),
        any::<(usize, usize, u8)>().prop_map(|(row, at, mask)| Tampering::Digest(row, at, mask)),
        any::<(usize, usize, u8)>().prop_map(|(row, at, mask)| Tampering::Hash(row, at, mask)),
        any::<usize>().prop_map(Tampering::Remove),
        any::<(usize, usize)>().prop_map(|(one, other)| Tampering::Swap(one, other)),
        any::<(usize, usize)>().prop_map(|(row, at)| Tampering::Double(row, at)),
        (any::<usize>(), body()).prop_map(|(at, body)| Tampering::Insert(at, body)),
        any::<usize>().prop_map(Tampering::CutTail),
    ]
}

fn apply(tampering: Tampering, rows: &mut Vec<Row>) {
    let length = rows.len();
    match tampering {
        Tampering::Byte(row, at, mask) => {
            let body = &mut rows[row % length].body;
            if let Some(length) = std::num::NonZeroUsize::new(body.len()) {
                body[at % length] ^= mask;
            }
        }
        Tampering::Body(row, body) => rows[row % length].body = body,
        Tampering::Id(row, id) => rows[row % length].id = Id(id),
        Tampering::Seq(row, seq) => rows[row % length].seq = seq,
        Tampering::Digest(row, at, mask) => rows[row % length].digest[at % 32] ^= mask,
        Tampering::Hash(row, at, mask) => rows[row % length].hash[at % 32] ^= mask,
        Tampering::Remove(row) => drop(rows.remove(row % length)),
        Tampering::Swap(one, other) => rows.swap(one % length, other % length),
        Tampering::Double(row, at) => {
            let copy = rows[row % length].clone();
            rows.insert(at % (length + 1), copy);
        }
        Tampering::Insert(at, body) => {
            let id = Id::natural("entry", "inserted");
            let row = Row {
                seq: 0,
                id,
                digest: digest(&body),
                body,
                hash: GENESIS,
            };
            rows.insert(at % (length + 1), row);
        }
        Tampering::CutTail(keep) => rows.truncate(keep % length),
    }
}

fn bodies() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 1..12)
}

proptest! {
    #[test]
    fn an_honest_log_is_never_accused(bodies in bodies(), anchored: usize) {
        let rows = log(&bodies);
        let anchored = anchored % (rows.len() + 1);
        prop_assert!(verify(&rows, &[anchor(&rows[..anchored])]).ok);
    }

    #[test]
    fn any_tampering_is_found(bodies in bodies(), tampering in tampering()) {
        let honest = log(&bodies);
        let mut rows = honest.clone();
        apply(tampering, &mut rows);
        let verdict = verify(&rows, &[anchor(&honest)]);
        prop_assert_eq!(verdict.ok, rows == honest);
        prop_assert_eq!(verdict.first_bad.is_some(), rows != honest);
        // It is found at the first row that differs, not merely somewhere.
        let equal = rows.iter().zip(&honest).take_while(|(now, then)| now == then).count();
        if rows != honest {
            prop_assert_eq!(verdict.first_bad, Some(equal as i64 + 1));
        }
    }

    #[test]
    fn any_tampering_is_found_even_when_sealed_again(bodies in bodies(), tampering in tampering()) {
        let honest = log(&bodies);
        let mut rows = honest.clone();
        apply(tampering, &mut rows);
        let rows = sealed_again(rows);
        // What is appended after the last anchor is an honest log that has grown.
        let grown = rows.len() >= honest.len() && rows[..honest.len()] == honest[..];
        prop_assert_eq!(verify(&rows, &[anchor(&honest)]).ok, grown);
    }
}
