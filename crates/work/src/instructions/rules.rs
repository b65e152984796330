//! What an instruction must say, and who may enter it for whom. Pure.

use super::model::Scan;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;

/// Letters of a wish.
pub const LONGEST_WISH: usize = 2_000;

/// What somebody wants to give or enter.
#[derive(Clone, Debug)]
pub struct Wish {
    pub text: String,
    pub wished_by: Id,
    pub scan: Option<Scan>,
    pub holder: Id,
    pub due_at: Moment,
}

/// How the one whose wish it is stands to the one who enters it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leader {
    /// He enters it himself.
    Himself,
    /// He leads the body of the one who enters it, or one above it.
    OfTheHouse,
    Stranger,
}

pub fn may_give(wish: &Wish, leader: Leader, now: Moment) -> Result<(), Reason> {
    if wish.text.is_empty() {
        return Err(Reason::new("instructions.wish_needed"));
    }
    if LONGEST_WISH < wish.text.chars().count() {
        return Err(Reason::new("instructions.wish_too_long").with("most", LONGEST_WISH));
    }
    if wish.due_at <= now {
        return Err(Reason::new("instructions.due_in_past"));
    }
    if wish.holder == wish.wished_by {
        return Err(Reason::new("instructions.own"));
    }
    match (leader, &wish.scan) {
        (Leader::Stranger, _) => Err(Reason::new("instructions.not_your_leader")),
        // Nobody's wish is entered without the paper on which he wrote it.
        (Leader::OfTheHouse, None) => Err(Reason::new("instructions.scan_needed")),
        _ => Ok(()),
    }
}

/// The beginning of a wish, as the title of what is owed because of it.
pub fn title(wish: &str) -> String {
    const LETTERS: usize = 40;
    let line = wish.lines().next().unwrap_or_default();
    let short: String = line.chars().take(LETTERS).collect();
    let rest = if short.chars().count() < wish.chars().count() {
        "…"
    } else {
        ""
    };
    format!("批示：{short}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Wish {
        Wish {
            text: "请查清原因".to_owned(),
            wished_by: Id([1; 16]),
            scan: None,
            holder: Id([2; 16]),
            due_at: Moment(10),
        }
    }

    fn refused(wish: &Wish, leader: Leader) -> String {
        may_give(wish, leader, Moment(5))
            .err()
            .map(|reason| reason.code)
            .unwrap_or_default()
    }

    #[test]
    fn a_wish_entered_for_a_leader_needs_its_paper_and_his_house() {
        let scan = Some(Scan {
            hash: "0".to_owned(),
            name: "批示.pdf".to_owned(),
        });
        assert_eq!(refused(&wish(), Leader::Himself), "");
        assert_eq!(
            refused(&wish(), Leader::OfTheHouse),
            "instructions.scan_needed"
        );
        let entered = Wish { scan, ..wish() };
        assert_eq!(refused(&entered, Leader::OfTheHouse), "");
        assert_eq!(
            refused(&entered, Leader::Stranger),
            "instructions.not_your_leader"
        );
    }

    #[test]
    fn an_empty_late_or_selfish_wish_is_refused() {
        let empty = Wish {
            text: String::new(),
            ..wish()
        };
        assert_eq!(refused(&empty, Leader::Himself), "instructions.wish_needed");
        let late = Wish {
            due_at: Moment(5),
            ..wish()
        };
        assert_eq!(refused(&late, Leader::Himself), "instructions.due_in_past");
        let own = Wish {
            holder: Id([1; 16]),
            ..wish()
        };
        assert_eq!(refused(&own, Leader::Himself), "instructions.own");
    }

    #[test]
    fn a_title_says_when_it_leaves_something_out() {
        assert_eq!(title("请查清"), "批示：请查清");
        assert!(title(&"长".repeat(80)).ends_with('…'));
    }
}
