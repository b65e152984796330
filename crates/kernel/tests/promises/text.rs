//! A search finds what was stored, however it was typed.

use kernel::text::{initials, pieces, query_pieces};
use proptest::prelude::*;

#[test]
fn texts_are_cut_into_pairs_words_numbers_and_initials() {
    assert_eq!(pieces("县安委办"), ["县安", "安委", "委办", "xawb"]);
    assert_eq!(
        pieces("安委办ＡＢ岗12号"),
        ["安委", "委办", "awb", "ab", "岗", "g", "12", "号", "h"]
    );
    assert_eq!(pieces("GB18218-2018"), ["gb", "18218", "2018"]);
    assert_eq!(pieces("消防　消防"), ["消防", "xf"]);
    assert_eq!(pieces("，。！ \n"), Vec::<String>::new());
    assert_eq!(pieces(""), Vec::<String>::new());
}

#[test]
fn a_query_asks_without_initials() {
    assert_eq!(query_pieces("县安委办"), ["县安", "安委", "委办"]);
    assert_eq!(query_pieces("XAWB"), ["xawb"]);
    assert_eq!(query_pieces("县"), ["县"]);
}

#[test]
fn initials_keep_letters_and_digits() {
    assert_eq!(initials("县安委办"), "xawb");
    assert_eq!(initials("递铺街道（Ａ区）3号"), "dpjdaq3h");
    assert_eq!(initials("——"), "");
}

proptest! {
    #[test]
    fn a_text_is_found_by_itself_and_by_its_initials(
        text in "[县安委办消防安全生产Aa１1，\\- ]{0,20}",
    ) {
        let stored = pieces(&text);
        for piece in query_pieces(&text) {
            prop_assert!(stored.contains(&piece), "{piece}");
        }
    }

    #[test]
    fn two_characters_or_more_are_found_inside_a_longer_text(
        before in "[县安委办]{0,5}", sought in "[消防安全生产]{2,6}", after in "[县安委办]{0,5}",
    ) {
        let text = format!("{before}{sought}{after}");
        let stored = pieces(&text);
        for piece in query_pieces(&sought) {
            prop_assert!(stored.contains(&piece), "{piece}");
        }
        prop_assert!(stored.contains(&initials(&text)));
    }

    #[test]
    fn any_text_is_cut_into_distinct_plain_pieces(text in "\\PC{0,40}") {
        let found = pieces(&text);
        for (index, piece) in found.iter().enumerate() {
            prop_assert!(!piece.is_empty() && !piece.contains(char::is_whitespace));
            prop_assert!(!found[..index].contains(piece));
        }
        // Written twice, the parts of a text give the same pieces as the text.
        prop_assert_eq!(pieces(&format!("{text}\n{text}")), found);
    }
}
