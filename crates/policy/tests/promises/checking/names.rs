//! Texts that do not fit, names of nothing, names of two things, names in a circle.

use super::check;

#[test]
fn text_that_is_no_toml_or_does_not_fit() {
    check(&[
        (
            "section = \"一\"",
            "section = 一",
            "plan/pack.toml:12:11: TOML syntax: string values must be quoted, expected literal string",
        ),
        (
            "for_each = {",
            "foreach = {",
            "plan/pack.toml:61:1: unknown field `foreach`…",
        ),
        (
            "days_after = 5",
            "days_after = \"5\"",
            "plan/pack.toml:64:22: invalid type: string \"5\", expected i32",
        ),
        (
            "title = \"矩阵\"\n",
            "",
            "plan/pack.toml:86:1: missing field `title`",
        ),
        (
            "every = \"quarter\"\ndue",
            "every = \"quater\"\ndue",
            "plan/pack.toml:63:9: unknown variant `quater`, expected one of `day`, `week`, `half-month`, `month`, `quarter`, `half-year`, `year`",
        ),
        (
            "[[draw]]",
            "[[drawing]]",
            "plan/pack.toml:93:3: unknown table `drawing`, expected one of `pack`, `item`, `clause`, `duty`, `task`, `form`, `ladder`, `lifecycle`, `matrix`, `circular`, `draw`, `shifts`, `season`, `key_period`, `event`, `calendar`, `codes`, `role`",
        ),
        (
            "until = 2022-12-31",
            "until = \"2022-11-31\"",
            "plan/pack.toml:6:9: \"2022-11-31\" is not a day",
        ),
        (
            "until = 2022-12-31",
            "until = 2022-11-31",
            "plan/pack.toml:6:9: TOML syntax: invalid date, expected day between 01 and 30",
        ),
        (
            "count = 1, form",
            "count = 1, sum = \"hours\", form",
            "plan/pack.toml:66:15: exactly one of `count`, `sum`, `distinct`, `cover`, `each` must be given",
        ),
        (
            "for_each = { org_kind = \"special-committee\" }",
            "for_each = { org_kind = \"bureau\", org = \"x\" }",
            "plan/pack.toml:61:12: exactly one key belongs here, for example { org_kind = \"…\" }",
        ),
        (
            "id = \"plan\"",
            "name = \"plan\"",
            "plan/pack.toml:2:1: unknown field `name`…",
        ),
    ]);
}

#[test]
fn names_of_things_that_are_not_there() {
    check(&[
        (
            "clauses = [\"X-04.5\"]\nfor_each",
            "clauses = [\"X-04.5\", \"X-04.6\"]\nfor_each",
            "plan/pack.toml:60:22: there is no clause `X-04.6`",
        ),
        (
            "form = \"inspection\", actor",
            "form = \"inspektion\", actor",
            "plan/pack.toml:66:35: there is no form `inspektion`",
        ),
        (
            "ladder = \"default\"",
            "ladder = \"steep\"",
            "plan/pack.toml:65:10: there is no ladder `steep`",
        ),
        (
            "item = \"04\"",
            "item = \"05\"",
            "plan/pack.toml:17:8: there is no item `05`",
        ),
        (
            "builds_on = [\"base\"]",
            "builds_on = [\"bases\"]",
            "plan/pack.toml:8:14: there is no pack `bases`",
        ),
        (
            "builds_on = [\"base\"]",
            "builds_on = []",
            "plan/pack.toml:65:10: the ladder `default` is in pack `base`, which `builds_on` does not name",
        ),
        (
            "org_kind = \"special-committee\"",
            "org_kind = \"special-comittee\"",
            "plan/pack.toml:61:25: the code list `org-kinds` has no `special-comittee`, is it `special-committee`?",
        ),
        (
            "org_kind = \"special-committee\"",
            "draw = \"half\"",
            "plan/pack.toml:61:21: there is no draw `half`\nplan/pack.toml:62:10: no holder: only a body has an office",
        ),
        (
            "duties = [\"committee.inspection\"]",
            "duties = [\"committee.inspections\"]",
            "plan/pack.toml:90:11: there is no duty `committee.inspections`",
        ),
        (
            "parent = \"root\"",
            "parent = \"trunk\"",
            "plan/pack.toml:78:10: there is no task `trunk`",
        ),
        (
            "due = 2022-11-30\nform = \"inspection\"\n\n[[task]]",
            "due = 2022-11-30\nform = \"sign-off\"\n\n[[task]]",
            "plan/pack.toml:74:8: there is no form `sign-off`",
        ),
        (
            "kind = \"duty\"",
            "kind = \"chore\"",
            "plan/pack.toml:20:8: unknown kind `chore`, expected one of registry, responsibility, duty, indicator, process, list, checklist, monitoring, warning, command, resource, training, publicity, disclosure, evaluation, integration, document",
        ),
        (
            "engines = [\"DUTY\"]",
            "engines = [\"DUTY\", \"MAGIC\"]",
            "plan/pack.toml:21:20: unknown engine `MAGIC`, expected one of REG, RESP, DUTY, MATTER, LIST, CHECK, CASE, INDEX, SCORE, SENSE, WARN, CMD, RES, PLAN, TRAIN, PUB, TASK, LINK",
        ),
        (
            "systems = [\"S-04\"]",
            "systems = [\"04\"]",
            "plan/pack.toml:22:12: a system is numbered like S-04, not `04`",
        ),
        (
            "zone = \"Asia/Shanghai\"",
            "zone = \"Asia/Anji\"",
            "plan/pack.toml:7:8: there is no time zone `Asia/Anji`",
        ),
        (
            "permissions = [\"obligations.read\"]",
            "permissions = [\"read\"]",
            "base/pack.toml:31:16: a right is written like matters.verify, not `read`",
        ),
    ]);
}

#[test]
fn two_of_one_name() {
    check(&[
        (
            "id = \"base\"",
            "id = \"plan\"",
            "plan/pack.toml:2:6: two definitions of pack `plan`, the first at base/pack.toml:2:6\nplan/pack.toml:8:14: there is no pack `base`",
        ),
        (
            "id = \"leaf\"\nparent = \"root\"",
            "id = \"root\"",
            "plan/pack.toml:77:6: two definitions of task `root`, the first at plan/pack.toml:69:6",
        ),
        (
            "id = \"leader\"",
            "id = \"purpose\"\n# once more",
            "plan/pack.toml:36:6: two fields `purpose`",
        ),
        (
            "code = \"bureau\"",
            "code = \"special-committee\"",
            "base/pack.toml:13:12: two codes `special-committee`",
        ),
        (
            "makeup = [2022-01-29]",
            "makeup = [2022-01-29, 2022-01-29]",
            "base/pack.toml:26:23: two days `2022-01-29`",
        ),
    ]);
}

#[test]
fn circles() {
    check(&[
        (
            "id = \"root\"",
            "id = \"root\"\nparent = \"leaf\"",
            "plan/pack.toml:70:10: a cycle of parents: root → leaf → root\nplan/pack.toml:79:10: a cycle of parents: leaf → root → leaf",
        ),
        (
            "until = 2099-12-31",
            "until = 2099-12-31\nbuilds_on = [\"plan\"]",
            "base/pack.toml:7:13: a cycle of packs: base → plan → base\nplan/pack.toml:8:13: a cycle of packs: plan → base → plan",
        ),
        (
            "label = \"是否发现问题\"",
            "label = \"是否发现问题\"\nwhen = { field = \"found\", is = \"有\" }",
            "plan/pack.toml:44:18: a cycle of conditions: found → found",
        ),
        (
            "label = \"用时\", kind = \"number\"",
            "label = \"用时\", kind = \"table\"",
            "plan/pack.toml:54:40: a table cannot stand within a table (`hours`)",
        ),
    ]);
}
