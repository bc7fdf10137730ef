"""Loading of the coach's rules: faults of broken files, own plans, the cache."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.check import check
from footcoach_tui.library.coach_rules import load_rules

PutFile = Callable[[str, str], Path]
PLAN = """\
id = "mine"
title = "Mine"
summary = "Sitting, then standing."
kind = "habit"
progress = "stage"
days = [2, 3]
gap = { 1 = 0, 2 = 0, 3 = 1, 4 = 1 }
source_status = "footcoach"

[[stages]]
id = "one"
routine = "toe-yoga-basics-5min"
level = 1
least_sessions = 4
"""
STAGE = """
[[stages]]
id = "two"
routine = "daily-foot-core-7min"
level = 3
least_sessions = 4
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy of the bundled folder."""
    return Path(shutil.copytree(FOLDER, tmp_path / "copy"))


def rules_with(put_file: PutFile, text: str, name: str = "mine") -> Rules:
    path = put_file(f"own/plans/{name}.toml", text)
    return load_rules(FOLDER, path.parent.parent, CATALOGUE)


def problems_of(path: Path, bundled: Path = FOLDER, own: Path | None = None) -> list[str]:
    report = check([path], bundled=bundled, own=own)
    assert report.unreadable == ()
    return [str(problem).removeprefix(f"{path}:") for problem in report.problems]


def test_an_own_plan_stands_beside_the_bundled_ones(put_file: PutFile) -> None:
    rules = rules_with(put_file, PLAN)
    assert rules.problems == ()
    assert set(rules.plans) == {"essential-minimum", "foot-core-8wk", "foot-core-keep", "mine"}
    assert rules.plans["mine"].stages[0].routine == "toe-yoga-basics-5min"


def test_an_own_plan_never_takes_the_place_of_a_bundled_one(put_file: PutFile) -> None:
    rules = rules_with(put_file, PLAN.replace('"mine"', '"foot-core-8wk"'))
    assert rules.plans["foot-core-8wk"].title == "Foot core, eight weeks"
    (problem,) = rules.problems
    assert "mine.toml:1: id: there is a plan “foot-core-8wk” in" in problem


@pytest.mark.parametrize("text", ["", "=", "id = 5\n", PLAN.replace("days", "dyas"), "\x00"])
def test_a_broken_own_plan_is_reported_and_left_out(put_file: PutFile, text: str) -> None:
    rules = rules_with(put_file, text)
    assert "mine" not in rules.plans
    assert rules.problems
    assert all("mine.toml" in problem for problem in rules.problems)
    assert len(rules.plans) == 3


def test_an_own_folder_of_rules_is_not_read(put_file: PutFile) -> None:
    put_file("own/coach/sites.toml", "x = 1\n")
    assert rules_with(put_file, PLAN).problems == ()


def test_a_plan_whose_routine_has_problems_is_left_out(put_file: PutFile) -> None:
    put_file("own/broken.toml", 'id = "broken"\n')
    own = put_file("own/plans/mine.toml", PLAN.replace("toe-yoga-basics-5min", "broken")).parents[1]
    (problem,) = (
        str(problem)
        for problem in check((), bundled=FOLDER, own=own).problems
        if "mine.toml" in str(problem)
    )
    assert "stages[1].routine: “broken” is in" in problem
    assert "which has problems itself" in problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            PLAN.replace("toe-yoga-basics-5min", "toe-yoga-basic-5min"),
            ("12: stages[1].routine: there is no routine “toe-yoga-basic-5min”; "
            "did you mean “toe-yoga-basics-5min”?"),
        ),
        (
            PLAN + STAGE.replace("level = 3", "level = 1").replace("two", "next")
            + STAGE.replace("level = 3", "level = 2")
            + STAGE.replace("level = 3", "level = 1").replace("two", "last"),
            "31: stages[4].level: must be at least 2, that of the stage before",
        ),
        (PLAN.replace("least_sessions = 4", "least_sessions = 1"),
         "14: stages[1].least_sessions: must be at least 2, not 1"),
        (PLAN.replace("[2, 3]", "[2, 8]"), "6: days[2]: must be at most 7, not 8"),
        (PLAN.replace("[2, 3]", "[3, 2]"),
         "6: days: must be two numbers, from and to, the smaller one first: like [3, 4]"),
        (PLAN.replace('"habit"', '"course"'),
         "1: a course needs a table [after] with the plan that follows it"),
        (PLAN.replace('"habit"', '"rehab"'), "must be one of course, habit, keep, not “rehab”"),
        (PLAN.replace('"stage"', '"ladder"'), "5: progress: must be one of stage, not “ladder”"),
        (
            PLAN + '[[extras]]\nroutine = "desk-break-3min"\non = "morning"\nmost_a_week = 12\n',
            "15: extras: with days make 15 sessions a week; 14 is most",
        ),
        (
            PLAN + '[[extras]]\nroutine = "desk-break-3min"\non = "mornin"\nmost_a_week = 2\n',
            "did you mean “morning”?",
        ),
        (
            PLAN + '[[extras]]\nroutine = "desk-break-3min"\non = "morning"\n'
            "from = 2\nmost_a_week = 2\n",
            "18: extras[1].from: must be the number of a stage",
        ),
        (
            PLAN + '[[extras]]\nroutine = "desk-break-3min"\non = "morning"\n'
            "form = 1\nmost_a_week = 2\n",
            "18: extras[1].form: unknown key; did you mean “from”?",
        ),
        (PLAN + '[after]\nplan = "foot-core"\n', "16: after.plan: there is no plan “foot-core”"),
        (
            PLAN + '[tests]\nwhich = ["knee-to-wal"]\n',
            ("16: tests.which[1]: there is no self-test “knee-to-wal”; "
            "did you mean “knee-to-wall”?"),
        ),
        (
            PLAN + 'needs = ["balance-3"]\n',
            ("15: stages[1].needs[1]: there is no condition “balance-3”; "
            "did you mean “balance-30”?"),
        ),
        (
            PLAN.replace("toe-yoga-basics-5min", "plantar-heel-load-a"),
            ("12: stages[1].routine: “plantar-heel-load-a” is for rehabilitation; "
            "the coach of a plan leads healthy feet"),
        ),
        (PLAN.replace("source_status", 'sources = ["nobody"]\nsource_status'),
         "8: sources[1]: there is no source “nobody”"),
    ],
)  # fmt: skip
def test_a_plan_at_fault(put_file: PutFile, text: str, problem: str) -> None:
    (found,) = problems_of(put_file("my-plan.toml", text))
    assert problem in found


def test_a_single_plan_is_checked_wherever_it_lies(put_file: PutFile) -> None:
    assert problems_of(put_file("my-plan.toml", PLAN)) == []
    assert problems_of(put_file("pack/plans/my-plan.toml", PLAN)) == []


def test_a_plan_may_name_the_routine_and_the_plan_beside_it(
    put_file: PutFile, routine_head: str
) -> None:
    steps = '[[steps]]\nexercise = "toe-yoga"\n'
    put_file("pack/tiny.toml", routine_head.replace("morning", "tiny") + steps)
    put_file("pack/plans/next.toml", PLAN.replace('"mine"', '"next"'))
    text = PLAN.replace("toe-yoga-basics-5min", "tiny") + '[after]\nplan = "next"\n'
    assert problems_of(put_file("pack/plans/mine.toml", text)) == []


RULE_FAULTS = [
    ("sites", 'drop = ["impact"]', 'drop = ["impakt"]', "did you mean “impact”?"),
    ("sites", 'site = "arch"', 'site = "heel"', "“heel” is there already"),
    ("sites", 'site = "arch"', 'site = "heel"', "there is no entry for arch"),
    ("sites", "morning-first-steps-5min", "morning", "there is no routine “morning”"),
    ("sites", '"kahanov-2015"', '"kahanov-2051"', "did you mean “kahanov-2015”?"),
    ("substitutes", '"toe-walk", "heel', '"toe-wolk", "heel', "did you mean “toe-walk”?"),
    (
        "substitutes",
        '["toe-walk", "heel-raise-double"]',
        '["heel-raise-double", "toe-walk"]',
        "chains[3]: must go from harder to easier",
    ),
    ("substitutes", 'toe-tuck-sit = ["', 'toe-tuck = ["', "did you mean “toe-tuck-sit”?"),
    (
        "substitutes",
        'towel-curl = ["short-foot-seated"]',
        'towel-curl = ["towel-curl", "pogo-double"]',
        "“pogo-double” has impact; take an exercise without",
    ),
    ("profile", "{ numb = ", "{ nmub = ", "did you mean “numb”?"),
    ("profile", 'running = "under-6"', 'running = "under6"', "did you mean “under-6”?"),
    ("profile", 'bleed = "yes"', 'bleed = "maybe"', "must be one of yes, no, unknown"),
    ("profile", '"ankle-pumps"', '"ankle-pump"', "did you mean “ankle-pumps”?"),
    ("profile", 'id = "bleed"', 'id = "bone"', "“bone” is there already"),
    ("ladders", '["heel-raise-step"]', '["heel-raise-stap"]', "did you mean “heel-raise-step”?"),
    ("ladders", "number = 12", "number = 11", "must be above 11, as rungs rise"),
    ("ladders", "caps = [3, 6", "caps = [7, 6", "caps: must not fall from stage to stage"),
    ("ladders", 'plan = "essential-minimum"', 'plan = "minimum"', "there is no plan “minimum”"),
    ("breaks", "days = 14", "days = 8", "must be above 9, as breaks grow"),
    ("breaks", "days = 0", "days = 1", "the first row must begin at 0 days"),
    ("breaks", '"halved"', '"halfed"', "did you mean “halved”?"),
    ("self-tests", '"hop-distance-test"', '"hop-test"', "there is no exercise “hop-test”"),
    ("self-tests", '["tendon-drug"', '["tendon-drugs"', "did you mean “tendon-drug”?"),
    ("self-tests", "ages = [40, 49]", "ages = [49, 40]", "must be two ages, from and to"),
]


@pytest.mark.parametrize(("name", "old", "new", "problem"), RULE_FAULTS)
def test_a_rule_at_fault_is_found_with_its_file_and_line(
    copy: Path, name: str, old: str, new: str, problem: str
) -> None:
    path = copy / "coach" / f"{name}.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    found = [str(each) for each in check((), bundled=copy).problems]
    assert any(problem in each for each in found), found
    assert all(each.split(":")[1].isdigit() for each in found)
    assert all(f"{name}.toml" in each for each in found), "nothing follows from it elsewhere"


def test_rules_load_the_same_from_the_cache(tmp_path: Path) -> None:
    cache = tmp_path / "rules.index"
    first = load_rules(FOLDER, None, CATALOGUE, cache)
    written = cache.read_bytes()
    assert load_rules(FOLDER, None, CATALOGUE, cache) == first
    assert cache.read_bytes() == written


@pytest.mark.parametrize("content", [b"", b"x\n{}", b"\x80\x04]"])
def test_a_damaged_cache_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    cache = tmp_path / "rules.index"
    cache.write_bytes(content)
    assert load_rules(FOLDER, None, CATALOGUE, cache).problems == ()
