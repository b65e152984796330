//! What a key period opens, and which may be entered. Pure.

use crate::duties::rules::Frame;
use kernel::id::Id;
use kernel::period::{Period, Stretch};
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use policy::Every;

/// The longest that can be entered, in days: a year.
const LONGEST: i64 = 366;

/// A key period as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPeriod {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub days: Stretch,
    /// Thousandths.
    pub factor: i64,
    pub package: Option<String>,
    /// Pack that brought it; none where an administrator entered it.
    pub pack: Option<String>,
    /// Packs to which the scope of whoever entered it reached; none where nothing limits it.
    pub packs: Option<Vec<String>>,
    pub entered_by: Option<Id>,
    pub entered_at: Moment,
    pub withdrawn: bool,
}

impl KeyPeriod {
    pub fn factor(&self) -> f64 {
        self.factor as f64 / 1000.0
    }
}

/// One thing that a key period opens for a duty.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// Period in the key of its obligations.
    pub label: String,
    pub days: Stretch,
    /// The normal period beside which a window stands; none for a package.
    pub normal: Option<Period>,
}

/// Thousandths of a factor as a pack or a request writes it.
pub fn thousandths(factor: f64) -> i64 {
    (factor * 1000.0).round() as i64
}

/// A key period that a pack defines.
pub fn of_pack(pack: &str, defined: &policy::KeyPeriod, now: Moment) -> Option<KeyPeriod> {
    Some(KeyPeriod {
        id: defined.id.clone(),
        title: defined.title.clone(),
        title_en: defined.title_en.clone(),
        days: defined.days()?,
        factor: thousandths(defined.factor),
        package: defined.package.clone(),
        pack: Some(pack.to_owned()),
        packs: None,
        entered_by: None,
        entered_at: now,
        withdrawn: false,
    })
}

/// Everything that a key period opens for a duty, in the order of days.
pub fn openings(frame: &Frame<'_>, period: &KeyPeriod) -> Vec<Opening> {
    let (first, last) = frame.span();
    let runs = |day: Day| (first..=last).contains(&day);
    match &frame.duty.every {
        Every::KeyPeriod(package) if period.package.as_ref() == Some(package) => {
            let whole = Opening {
                label: period.id.clone(),
                days: period.days,
                normal: None,
            };
            runs(period.days.from)
                .then_some(whole)
                .into_iter()
                .collect()
        }
        Every::Period(cadence) if frame.duty.intensify && 1000 < period.factor => period
            .days
            .windows(*cadence)
            .into_iter()
            .filter_map(|(window, normal)| {
                let days = match &frame.season {
                    Some(season) => season.within(&window).into_iter().next()?,
                    None => window,
                };
                runs(days.from).then(|| Opening {
                    label: days.label(),
                    days,
                    normal: Some(normal),
                })
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a key period can be entered at all.
///
/// # Errors
/// Why not.
pub fn check(period: &KeyPeriod, today: Day, packages: &[String]) -> Result<(), Reason> {
    if period.title.trim().is_empty() {
        return Err(Reason::new("duties.key_period_title"));
    }
    if period.days.end <= today {
        return Err(Reason::new("duties.key_period_past")
            .with("until", period.days.last_day().to_string())
            .with("today", today.to_string()));
    }
    if LONGEST < period.days.length() {
        return Err(Reason::new("duties.key_period_too_long")
            .with("days", period.days.length().to_string())
            .with("most", LONGEST.to_string()));
    }
    if !(1000..=100_000).contains(&period.factor) {
        return Err(Reason::new("duties.key_period_factor"));
    }
    if period.factor == 1000 && period.package.is_none() {
        return Err(Reason::new("duties.key_period_adds_nothing"));
    }
    match &period.package {
        Some(package) if !packages.contains(package) => Err(Reason::new("duties.unknown_package")
            .with("package", package)
            .with("known", packages.join("、"))),
        _ => Ok(()),
    }
}

/// One that stands and asks for the same on some of the same days.
pub fn equal<'a>(period: &KeyPeriod, standing: &'a [KeyPeriod]) -> Option<&'a KeyPeriod> {
    standing.iter().find(|other| {
        let same_pack =
            (other.pack.is_none() || period.pack.is_none() || other.pack == period.pack)
                && shared(other, period);
        let both_raise = 1000 < other.factor && 1000 < period.factor;
        let same_package = other.package.is_some() && other.package == period.package;
        same_pack && (both_raise || same_package) && other.days.overlap(&period.days).is_some()
    })
}

/// Whether two may hold for the same pack, by what each was limited to.
fn shared(one: &KeyPeriod, other: &KeyPeriod) -> bool {
    match (&one.packs, &other.packs) {
        (Some(one), Some(other)) => one.iter().any(|pack| other.contains(pack)),
        _ => true,
    }
}
