"""Reports of `footcoach check`: problems, and apart from them the unreadable files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.library.check import CheckReport

Put = Callable[[str, str], Path]
Check = Callable[..., CheckReport]
Text = Callable[..., str]
STEP = '[[steps]]\nexercise = "toe-lift"\n'


def test_everything_is_clean(check_files: Check) -> None:
    assert check_files() == CheckReport((), ())
    assert check_files().exit_code == 0


def test_everything_is_bundled_and_own(check_files: Check, put_file: Put) -> None:
    put_file("own/a.toml", "x = 1\n")
    put_file("bundled/b.toml", "=")
    os.mkfifo(put_file("own/exercises/c.toml", "").parent / "d.toml")
    report = check_files()
    files = [Path(problem.file).name for problem in report.problems]
    assert (files[0], files[1], files[-1]) == ("b.toml", "a.toml", "c.toml")
    assert [Path(problem.file).name for problem in report.unreadable] == ["d.toml"]
    assert report.exit_code == 2


def test_a_named_file_alone_is_checked(
    check_files: Check, put_file: Put, routine_head: str
) -> None:
    put_file("own/bad.toml", "x = 1\n")
    good = put_file("elsewhere/good.toml", routine_head + STEP)
    assert check_files(good).exit_code == 0


def test_a_file_with_problems(check_files: Check, put_file: Put, routine_head: str) -> None:
    bad = put_file("elsewhere/bad.toml", routine_head + STEP + "reps = 0\n")
    report = check_files(bad)
    assert [str(problem) for problem in report.problems] == [
        f"{bad}:11: steps[1].reps: must be at least 1, not 0"
    ]
    assert report.exit_code == 1


@pytest.mark.parametrize("kind", ["missing", "fifo", "folder", "large", "nul"])
def test_what_cannot_be_read_is_no_problem_of_the_file(
    check_files: Check, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / ("a\0b.toml" if kind == "nul" else "x.toml")
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "large":
        path.write_bytes(b"#" * (256 * 1024 + 1))
    report = check_files(path)
    assert report.problems == ()
    assert [problem.line for problem in report.unreadable] == [0]
    assert report.exit_code == 2


def test_a_file_of_just_256_kib_is_read(
    check_files: Check, tmp_path: Path, routine_head: str
) -> None:
    path = tmp_path / "x.toml"
    text = (routine_head + STEP).encode()
    path.write_bytes(text + b"#" * (256 * 1024 - len(text)))
    assert check_files(path).exit_code == 0


def test_the_kind_of_a_file_is_known_by_its_content(
    check_files: Check, put_file: Put, exercise_text: Text
) -> None:
    assert check_files(put_file("elsewhere/a.toml", exercise_text("wiggle"))).exit_code == 0
    assert check_files(put_file("elsewhere/b.toml", '[a]\ncitation = "A."\n')).exit_code == 0
    almost = exercise_text("wiggle").replace("[dose]", "[doze]")
    (problem,) = check_files(put_file("elsewhere/c.toml", almost)).problems
    assert (problem.key, problem.sentence) == ("doze", "unknown key; did you mean “dose”?")


def test_a_routine_may_use_what_lies_beside_it(
    check_files: Check, put_file: Put, routine_head: str, exercise_text: Text
) -> None:
    put_file("pack/sources.toml", '[jones]\ncitation = "J."\n')
    lift = (
        exercise_text("toe-lift").replace("reps = 10", "reps = 11").replace("smith-2020", "jones")
    )
    exercise = put_file("pack/exercises/toe-lift.toml", lift)
    put_file("pack/exercises/wiggle.toml", exercise_text("wiggle"))
    put_file("pack/second.toml", "is not read")
    text = routine_head + 'sources = ["jones"]\nnext = "second"\n' + STEP
    routine = put_file("pack/morning.toml", text + STEP.replace("toe-lift", "wiggle"))
    assert check_files(routine, exercise) == CheckReport((), ())


def test_a_broken_neighbour_is_reported_by_the_routine_that_uses_it(
    check_files: Check, put_file: Put, routine_head: str, exercise_text: Text
) -> None:
    wiggle = put_file("pack/exercises/toe-lift.toml", exercise_text("toe-lift") + "x = 1\n")
    routine = put_file("pack/a.toml", routine_head + STEP)
    assert [str(problem) for problem in check_files(routine).problems] == [
        f"{routine}:10: steps[1].exercise: “toe-lift” is in {wiggle}, which has problems itself"
    ]


def test_two_files_beside_each_other_cannot_have_one_name(
    check_files: Check, put_file: Put, exercise_text: Text
) -> None:
    first = put_file("pack/exercises/a.toml", exercise_text("wiggle"))
    second = put_file("pack/exercises/b.toml", exercise_text("wiggle"))
    (problem,) = check_files(second).problems
    assert problem.sentence == (
        f"there is an exercise “wiggle” in {first} already; take another id"
    )


def test_a_copy_of_a_bundled_file_may_be_checked_elsewhere_but_not_kept_as_own(
    check_files: Check, put_file: Put, bundled: Path
) -> None:
    text = (bundled / "morning.toml").read_text()
    assert check_files(put_file("elsewhere/morning.toml", text)).exit_code == 0
    own_file = put_file("own/mine.toml", text)
    (problem,) = check_files(own_file).problems
    assert problem.sentence.startswith("there is a routine “morning” in ")


def test_a_file_keeps_the_name_it_was_given(
    check_files: Check, put_file: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_file("own/a.toml", "=")
    put_file("elsewhere/b.toml", "=")
    monkeypatch.chdir(tmp_path)
    report = check_files(Path("own/a.toml"), Path("own/../own/a.toml"), Path("elsewhere/b.toml"))
    assert [problem.file for problem in report.problems] == [
        "own/a.toml", "own/../own/a.toml", "elsewhere/b.toml",
    ]  # fmt: skip


def test_a_file_named_twice_is_reported_once(check_files: Check, put_file: Put) -> None:
    path = put_file("elsewhere/a.toml", "=")
    assert len(check_files(path, path).problems) == 1
