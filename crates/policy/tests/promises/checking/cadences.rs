//! Cadences, due days and what they refer to: what cannot be is refused at its place.

use super::{BASE, PACK, fits, lines};

/// The sound pack with more tables and a second duty; `{}` stands for what the case writes into it.
const MORE: &str = r#"
[[shifts]]
id = "two"
title = "两班"
starts = ["08:00", "20:00"]

[[season]]
id = "flood"
title = "汛期"
from = "04-15"
until = "10-15"

[[key_period]]
id = "national-day"
title = "国庆"
from = 2022-10-01
until = 2022-10-07
factor = 2
package = "three-in-one"
clauses = ["X-04.5"]

[[event]]
id = "accident"
title = "事故"
form = "inspection"

[[form]]
id = "talk"
version = 1
title = "班前会"
[[form.field]]
id = "shift"
label = "班次"
kind = "choice"
choices = ["08:00", "20:00"]
[[form.field]]
id = "hours"
label = "课时"
kind = "number"

[[duty]]
id = "more"
title = "更多"
clauses = ["X-04.5"]
for_each = { org_kind = "bureau" }
"#;

/// Findings of the duty whose last lines are given; line 1 is the first of them.
fn found(duty: &str) -> String {
    let text = format!("{PACK}{MORE}");
    let before = text.lines().count();
    let found = lines(&[
        ("plan/pack.toml", &format!("{text}{duty}")),
        ("base/pack.toml", BASE),
    ]);
    relative(&found, before)
}

/// Findings of the tables with one slip in them; line 1 is the first of the tables.
fn slip(right: &str, wrong: &str) -> String {
    assert_eq!(MORE.matches(right).count(), 1, "`{right}` is there once");
    let before = PACK.lines().count();
    let more = MORE.replace(right, wrong);
    let duty = "every = \"week\"\nrequirement = { count = 1, form = \"talk\" }\n";
    let text = format!("{PACK}{more}{duty}");
    let found = lines(&[("plan/pack.toml", &text), ("base/pack.toml", BASE)]);
    relative(&found, before)
}

fn relative(found: &str, before: usize) -> String {
    let line = |line: &str| {
        let (_, rest) = line.split_once(':')?;
        let (number, rest) = rest.split_once(':')?;
        let number: usize = number.parse().ok()?;
        Some(format!("{}:{rest}", number as i64 - before as i64))
    };
    found
        .lines()
        .map(|text| line(text).unwrap_or_else(|| text.to_owned()))
        .collect::<Vec<_>>()
        .join("\n")
}

#[track_caller]
fn check(cases: &[(&str, &str)], finding: fn(&str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(written, expected)| {
            let found = finding(written);
            (!fits(&found, expected))
                .then(|| format!("{written}\n  found    {found}\n  expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A duty that asks for one record of the talk.
fn plain(lines: &str) -> String {
    found(&format!(
        "{lines}\nrequirement = {{ count = 1, form = \"talk\" }}\n"
    ))
}

#[test]
fn every_cadence_can_be_written() {
    check(
        &[
            ("every = { each_year = \"05-31\" }", ""),
            (
                "every = { themed = [{ month = \"2022-07\", theme = \"专家服务\", theme_en = \"Experts\" }, { month = \"2022-08\", theme = \"互查\" }] }",
                "",
            ),
            ("every = { event = \"accident\", days = 7 }", ""),
            ("every = { event = \"accident\", days = -3 }", ""),
            ("every = { event = \"accident\", workdays = 2 }", ""),
            ("every = { event = \"accident\", hours = 24 }", ""),
            (
                "every = { season = \"flood\" }\ndue = { days_before = 10 }",
                "",
            ),
            ("every = { key_period = \"three-in-one\" }", ""),
            ("every = { rolling_months = 6 }", ""),
            (
                "every = \"week\"\nseason = \"flood\"\nintensify = true\npart_period = \"prorate\"\ndue = { weekday = \"fri\" }",
                "",
            ),
            (
                "every = \"month\"\ndue = { day_of_month = 31, short_month = \"last\" }",
                "",
            ),
            ("every = \"month\"\ndue = { day_of_month = 28 }", ""),
            ("every = \"quarter\"\ndue = { day_of_month = 30 }", ""),
            (
                "every = \"month\"\nsteps = [\"filled\", \"approved\", \"accepted\"]\nreceiver = { org = \"县安委办\" }\ncorrection_workdays = 3",
                "",
            ),
        ],
        plain,
    );
    let shift = "every = { shift = \"two\" }\nrequirement = { count = 1, form = \"talk\", where = { shift = \"{shift}\" } }";
    assert_eq!(found(shift), "");
}

#[test]
fn cadences_that_cannot_be() {
    check(
        &[
            (
                "every = \"fortnight\"",
                "1:9: unknown variant `fortnight`, expected one of `day`…",
            ),
            (
                "every = 3",
                "1:9: invalid type: integer `3`, expected a word such as \"quarter\" or a table such as { once = 2022-12-31 }",
            ),
            (
                "every = { sometimes = 1 }",
                "1:11: unknown field `sometimes`, expected one of `once`…",
            ),
            (
                "every = { season = \"flood\", once = 2022-05-01 }",
                "1:9: `every` names exactly one cadence",
            ),
            ("every = {}", "1:9: `every` names exactly one cadence"),
            (
                "every = { each_year = \"02-30\" }",
                "1:23: \"02-30\" is not a month and day of any year",
            ),
            (
                "every = { each_year = \"02-29\" }",
                "1:23: 02-29 is not in every year: write 02-28",
            ),
            (
                "every = { each_year = \"03-31\" }",
                "1:23: `03-31` does not come within 2022-04-01 to 2022-12-31",
            ),
            (
                "every = { themed = [{ month = \"07\", theme = \"专家\" }] }",
                "1:31: a themed month names its year, as in 2022-07, not `07`",
            ),
            (
                "every = { themed = [{ month = \"2022Q3\", theme = \"专家\" }] }",
                "1:31: a themed month names its year, as in 2022-07, not `2022Q3`",
            ),
            (
                "every = { themed = [{ month = \"2022-03\", theme = \"专家\" }] }",
                "1:31: `2022-03` does not come within 2022-04-01 to 2022-12-31",
            ),
            (
                "every = { themed = [{ month = \"2022-07\", theme = \"专家\" }, { month = \"2022-07\", theme = \" \" }] }",
                "1:68: two months `2022-07`\n1:87: the theme is empty",
            ),
            (
                "every = { themed = [] }",
                "1:20: at least one themed month is named",
            ),
            (
                "every = { themed = [{ month = \"2022-07\" }] }",
                "1:21: missing field `theme`",
            ),
            (
                "every = { shift = \"three\" }",
                "1:19: there is no shifts `three`",
            ),
            (
                "every = { season = \"heat\" }",
                "1:20: there is no season `heat`",
            ),
            (
                "every = { event = \"flood\", days = 1 }",
                "1:19: there is no event `flood`",
            ),
            (
                "every = { event = \"accident\" }",
                "1:9: an event needs exactly one of `days`, `workdays`, `hours`",
            ),
            (
                "every = { event = \"accident\", days = 1, hours = 2 }",
                "1:9: an event needs exactly one of `days`, `workdays`, `hours`",
            ),
            (
                "every = { season = \"flood\", days = 1 }",
                "1:9: `days`, `workdays` and `hours` belong to `event`",
            ),
            (
                "every = { event = \"accident\", hours = -2 }",
                "1:39: hours after an event are at least 1; before a planned one write negative days",
            ),
            (
                "every = { key_period = \"\" }",
                "1:24: the package is empty",
            ),
            (
                "every = { rolling_months = 0 }",
                "1:28: a rolling period is at least one month",
            ),
            (
                "every = \"month\"\nseason = \"heat\"",
                "2:10: there is no season `heat`",
            ),
            (
                "every = { once = 2022-05-01 }\nseason = \"flood\"",
                "2:10: `season` goes with a calendar period or a shift only",
            ),
            (
                "every = \"month\"\nseason = \"flood\"\nuntil = 2022-04-10",
                "2:10: `flood` does not come within 2022-04-01 to 2022-04-10",
            ),
        ],
        plain,
    );
}

#[test]
fn due_days_that_cannot_be() {
    check(
        &[
            (
                "every = \"month\"\ndue = { day_of_month = 31 }",
                "2:7: not every last month has a day 31: `short_month = \"last\"` lets its last day stand in",
            ),
            (
                "every = \"month\"\ndue = { day_of_month = 29 }",
                "2:7: not every last month has a day 29…",
            ),
            (
                "every = \"quarter\"\ndue = { day_of_month = 31 }",
                "2:7: not every last month has a day 31…",
            ),
            (
                "every = \"month\"\ndue = { day_of_month = 32, short_month = \"last\" }",
                "2:7: no month has a day 32",
            ),
            (
                "every = \"week\"\ndue = { day_of_month = 3 }",
                "2:7: `day_of_month` goes with months, quarters, half years, years and themed months",
            ),
            (
                "every = \"month\"\ndue = { weekday = \"fri\" }",
                "2:7: `weekday` goes with `every = \"week\"` only",
            ),
            (
                "every = \"week\"\ndue = { weekday = \"friday\" }",
                "2:19: unknown variant `friday`…",
            ),
            (
                "every = \"week\"\ndue = { days_before = 7 }",
                "2:7: 7 days before its end the shortest period (7 days) has not begun",
            ),
            (
                "every = \"week\"\ndue = { days_before = 0 }",
                "2:7: days before the period's end are at least 1; its last day is written \"last\"",
            ),
            (
                "every = \"week\"\ndue = { short_month = \"last\" }",
                "2:7: `short_month` belongs to `day_of_month`",
            ),
            (
                "every = \"week\"\ndue = { weekday = \"fri\", days_after = 1 }",
                "2:7: `due` names exactly one thing",
            ),
            (
                "every = \"week\"\ndue = \"first\"",
                "2:7: invalid value: string \"first\", expected \"last\" or a table such as { days_after = 5 }",
            ),
            (
                "every = { each_year = \"05-31\" }\ndue = { days_after = 1 }",
                "2:7: what is due each year is due on that day: leave out `due`",
            ),
            (
                "every = { event = \"accident\", days = 1 }\ndue = { days_after = 1 }",
                "2:7: `days`, `workdays` or `hours` of the event say when it is due: leave out `due`",
            ),
            (
                "every = { rolling_months = 6 }\ndue = { days_before = 1 }",
                "2:7: a rolling period is due when it ends: leave out `due`",
            ),
        ],
        plain,
    );
}

#[test]
fn what_is_raised_or_cut_has_periods_and_amounts() {
    check(
        &[
            (
                "every = { rolling_months = 6 }\nafter_due = \"lapses\"",
                "2:13: a rolling period runs from the last time it was met…",
            ),
            (
                "every = { rolling_months = 6 }\nintensify = true",
                "2:13: only a calendar period can hold the windows of a key period",
            ),
            (
                "every = { once = 2022-05-01 }\nintensify = true",
                "2:13: only a calendar period…",
            ),
            (
                "every = \"week\"\nexclusive = true\nintensify = true",
                "3:13: an exclusive duty cannot be raised: a record of the window fills the normal one first",
            ),
            (
                "every = \"day\"\npart_period = \"skip\"",
                "2:15: `part_period` goes with a calendar period longer than a day",
            ),
            (
                "every = { rolling_months = 6 }\npart_period = \"prorate\"",
                "2:15: `part_period` goes with a calendar period longer than a day",
            ),
        ],
        plain,
    );
    let distinct = "every = \"week\"\nintensify = true\nrequirement = { distinct = \"hours\", form = \"talk\" }";
    assert_eq!(
        found(distinct),
        "2:13: a key period raises a `count` or a `sum` only"
    );
}

#[test]
fn a_record_says_which_of_several_shifts_it_is_about() {
    assert_eq!(
        plain("every = { shift = \"two\" }"),
        "2:15: a day has several shifts: say in `where` which field names the shift, as in where = { shift = \"{shift}\" }"
    );
    let other = "every = \"day\"\nrequirement = { count = 1, form = \"talk\", where = { shift = \"{shift}\" } }";
    assert_eq!(found(other), "2:51: `{shift}` belongs to duties by shift");
}

#[test]
fn whoever_accepts_is_named() {
    check(
        &[
            (
                "every = \"month\"\nsteps = [\"filled\", \"accepted\"]",
                "2:9: no holder: somebody has to accept it: give a `receiver`",
            ),
            (
                "every = \"month\"\nreceiver = { org = \"县安委办\" }",
                "2:12: a receiver accepts: add \"accepted\" to `steps`",
            ),
            (
                "every = \"month\"\nsteps = [\"filled\", \"accepted\"]\nreceiver = \"subject\"",
                "3:12: the subject cannot accept what it submits itself",
            ),
            (
                "every = \"month\"\nsteps = [\"filled\", \"accepted\"]\nreceiver = { area_org = \"bureaux\" }",
                "3:25: the code list `org-kinds` has no `bureaux`, is it `bureau`?",
            ),
            (
                "every = \"month\"\nsteps = [\"filled\", \"accepted\"]\nreceiver = { capacity = \"网格员\" }",
                "3:12: no holder: a capacity binds somebody to a site, and the subject is none",
            ),
            (
                "every = \"month\"\nsteps = [\"accepted\", \"filled\"]\nreceiver = { org = \"县安委办\" }",
                "2:9: steps come in the order \"filled\", \"approved\", \"accepted\", each once",
            ),
            (
                "every = \"month\"\ncorrection_workdays = 0",
                "2:23: a correction takes at least one working day",
            ),
        ],
        plain,
    );
}

#[test]
fn shifts_seasons_key_periods_and_events_that_cannot_be() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "until = 2022-10-07",
            "until = 2022-09-30",
            "17:9: the key period ends on 2022-09-30, before it begins on 2022-10-01",
        ),
        (
            "from = 2022-10-01",
            "from = 2022-10-08",
            "17:9: the key period ends on 2022-10-07, before it begins on 2022-10-08",
        ),
        (
            "from = 2022-10-01\nuntil = 2022-10-07",
            "from = 2023-10-01\nuntil = 2023-10-07",
            "16:8: the key period is outside the pack's span, 2022-04-01 to 2022-12-31",
        ),
        (
            "factor = 2",
            "factor = 0.5",
            "18:10: a key period adds and never takes away: `factor` is 1 to 100",
        ),
        (
            "factor = 2",
            "factor = \"two\"",
            "18:10: invalid type: string \"two\", expected f64",
        ),
        (
            "package = \"three-in-one\"",
            "package = \" \"",
            "19:11: the package is empty",
        ),
        (
            "package = \"three-in-one\"\nclauses = [\"X-04.5\"]",
            "clauses = [\"X-04.6\"]",
            "19:12: there is no clause `X-04.6`",
        ),
        (
            "from = \"04-15\"",
            "from = \"02-30\"",
            "10:8: \"02-30\" is not a month and day of any year",
        ),
        (
            "from = \"04-15\"",
            "from = \"02-29\"",
            "10:8: 02-29 is not in every year: begin on 02-28 or 03-01",
        ),
        (
            "until = \"10-15\"",
            "until = \"1015\"",
            "11:9: \"1015\" is not a month and day of any year",
        ),
        (
            "starts = [\"08:00\", \"20:00\"]",
            "starts = [\"20:00\", \"08:00\"]",
            "5:20: 08:00 is not after the shift before it: write them in order",
        ),
        (
            "starts = [\"08:00\", \"20:00\"]",
            "starts = [\"8\"]",
            "5:11: `8` is not a clock time such as 08:00",
        ),
        (
            "starts = [\"08:00\", \"20:00\"]",
            "starts = []",
            "5:10: the table has no shift",
        ),
        (
            "form = \"inspection\"",
            "form = \"report\"",
            "25:8: there is no form `report`",
        ),
        (
            "id = \"national-day\"",
            "id = \"national-day\"\nid2 = \"x\"",
            "15:1: unknown field `id2`…",
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(right, slipped, expected)| {
            let found = slip(right, slipped);
            (!fits(&found, expected))
                .then(|| format!("{slipped}\n  found    {found}\n  expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
