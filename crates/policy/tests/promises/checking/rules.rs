//! Definitions that read well and cannot work: nobody holds them, no day fits, no act ends them.

use super::check;

#[test]
fn duties_and_tasks_that_are_nobodys() {
    check(&[
        (
            "for_each = { org_kind = \"special-committee\" }\nholder = \"office_of_subject\"",
            "for_each = { area_level = \"town\" }",
            "plan/pack.toml:57:1: no holder: an area cannot owe anything: give a `holder` such as { area_org = \"town-government\" }",
        ),
        (
            "for_each = { org_kind = \"special-committee\" }",
            "for_each = { post = \"主任\" }",
            "plan/pack.toml:62:10: no holder: only a body has an office",
        ),
        (
            "holder = \"office_of_subject\"",
            "holder = { capacity = \"网格员\" }",
            "plan/pack.toml:62:10: no holder: a capacity binds somebody to a site, and the subject is none",
        ),
        (
            "holder = \"office_of_subject\"",
            "holder = { org = \"\" }",
            "plan/pack.toml:62:10: no holder: the body of `holder` is empty",
        ),
        (
            "lead = [\"县安委办\"]",
            "lead = []",
            "plan/pack.toml:72:18: no holder: `lead` names nobody",
        ),
        (
            "joint = { group = \"成员单位\" }",
            "joint = {}",
            "plan/pack.toml:81:18: no holder: `joint` needs `members` or a `group`",
        ),
    ]);
}

#[test]
fn periods_that_cannot_be() {
    check(&[
        (
            "from = 2022-04-01\nuntil = 2022-12-31",
            "from = 2022-04-01\nuntil = 2022-03-31",
            "plan/pack.toml:6:9: the pack ends on 2022-03-31, before it begins on 2022-04-01",
        ),
        (
            "every = \"quarter\"\ndue = { days_after = 5 }",
            "every = { once = 2023-01-01 }",
            "plan/pack.toml:63:18: 2023-01-01 is not within 2022-04-01 to 2022-12-31",
        ),
        (
            "every = \"quarter\"\ndue = {",
            "every = { once = 2022-06-30 }\ndue = {",
            "plan/pack.toml:64:7: what is due once is due on that day: leave out the days after",
        ),
        (
            "days_after = 5",
            "days_after = 0",
            "plan/pack.toml:64:7: days after the period are at least 1; its last day is written \"last\"",
        ),
        (
            "due = { days_after = 5 }",
            "due = { minute_of_day = 1500 }",
            "plan/pack.toml:64:7: a day has no minute 1500",
        ),
        (
            "ladder = \"default\"",
            "workdays_only = true",
            "plan/pack.toml:65:17: `workdays_only` goes with `every = \"day\"` only",
        ),
        (
            "ladder = \"default\"",
            "from = 2022-03-01",
            "plan/pack.toml:65:8: 2022-03-01 is outside the pack's span, 2022-04-01 to 2022-12-31",
        ),
        (
            "ladder = \"default\"",
            "from = 2022-09-01\nuntil = 2022-08-01",
            "plan/pack.toml:66:9: ends on 2022-08-01, before it begins on 2022-09-01",
        ),
        (
            "due = 2022-08-31",
            "due = 2022-12-01",
            "plan/pack.toml:84:50: the milestone of 2022-12-01 is after the task is due, 2022-11-30",
        ),
        (
            "duties = [\"committee.inspection\"]\nevery = \"quarter\"",
            "duties = [\"committee.inspection\"]\nevery = \"month\"",
            "plan/pack.toml:90:11: the periods of duty `committee.inspection` are longer than those of this page",
        ),
        (
            "off = [2022-01-03]",
            "off = [2022-01-03, 2023-01-02, 2022-01-29]",
            "base/pack.toml:25:20: 2023-01-02 is not in 2022\nbase/pack.toml:26:11: 2022-01-29 is both a day off and a make-up working day",
        ),
        (
            "numerator = 1, denominator = 3",
            "numerator = 4, denominator = 3",
            "plan/pack.toml:98:23: a quota is more than nothing and at most all",
        ),
    ]);
}

#[test]
fn requirements_and_their_forms() {
    check(&[
        (
            "where = { purpose",
            "where = { aim",
            "plan/pack.toml:66:84: the form `inspection` has no field `aim`",
        ),
        (
            "where = { purpose = \"专项检查\" }",
            "where = { purpose = [\"其他\", \"专查\"] }",
            "plan/pack.toml:66:101: the field `purpose` has no choice `专查`, expected one of 专项检查, 其他",
        ),
        (
            "filled = [\"found\"]",
            "filled = [\"found\", \"sites\"]",
            "plan/pack.toml:66:123: the form `inspection` has no field `sites`",
        ),
        (
            "count = 1, form",
            "sum = \"purpose\", form",
            "plan/pack.toml:66:23: the field `purpose` is not a number and has no sum",
        ),
        (
            "count = 1, form",
            "each = \"task_leads\", members = \"found\", form",
            "plan/pack.toml:66:24: the leads and the joint roster belong to tasks\nplan/pack.toml:66:48: the field `found` holds neither persons nor bodies",
        ),
        (
            "count = 1, form",
            "count = 3, max = 2, form",
            "plan/pack.toml:66:34: the greatest amount is below the least",
        ),
        (
            "lead = true\n",
            "\n",
            "plan/pack.toml:66:57: the form `inspection` has no field that says who led (`lead`)",
        ),
        (
            "is = \"有\"",
            "is = \"有的\"",
            "plan/pack.toml:51:32: the field `found` has no choice `有的`, expected one of 有, 无",
        ),
        (
            "choices = [\"有\", \"无\"]",
            "unit = \"个\"",
            "plan/pack.toml:44:8: the choice field `found` needs either `choices` or `codes`\nplan/pack.toml:45:8: only a number has a unit",
        ),
    ]);
}

#[test]
fn lifecycles_that_stop_or_never_begin() {
    check(&[
        (
            "from = [\"assigned\"]",
            "from = [\"submitted\"]",
            "plan/pack.toml:110:11: the state `assigned` of role `rectifier` has no way out",
        ),
        (
            "states = [\"assigned\", \"submitted\"",
            "states = [\"assigned\", \"paused\", \"submitted\"",
            "plan/pack.toml:110:23: the state `paused` has no on-screen word in `words`\nplan/pack.toml:110:23: nothing leads to the state `paused` of role `rectifier`",
        ),
        (
            "moves = { rectifier = \"submitted\" }",
            "moves = { fixer = \"submitted\", rectifier = \"sent\" }",
            "plan/pack.toml:110:23: nothing leads to the state `submitted` of role `rectifier`\nplan/pack.toml:138:11: `hazard` has no role `fixer`\nplan/pack.toml:138:44: `rectifier` has no state `sent`",
        ),
        (
            "opens = [\"verify\"]\n",
            "",
            "plan/pack.toml:127:6: nothing opens the step `verify`",
        ),
        (
            "days = 15\n",
            "",
            "plan/pack.toml:118:1: the step `rectify` has no clock: give `hours`, `days` or `working_days`",
        ),
        (
            "days = 15\n",
            "days = 15\nhours = 24\n",
            "plan/pack.toml:123:8: the step `rectify` has more than one clock",
        ),
        (
            "met_by = \"verify\"",
            "met_by = \"submit\"",
            "plan/pack.toml:131:10: `submit` is an act of `rectifier` and cannot meet what `regulator` owes",
        ),
        (
            "by = \"regulator\"",
            "by = \"inspector\"",
            "plan/pack.toml:115:11: the state `watching` of role `regulator` has no way out\nplan/pack.toml:131:10: `verify` is an act of `inspector` and cannot meet what `regulator` owes\nplan/pack.toml:145:6: `hazard` has no role `inspector`",
        ),
    ]);
}
