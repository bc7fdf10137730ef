"""`footcoach check`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Footcoach = Callable[..., Any]

FIVE_FAULTS = """\
id = "mine"
title = "Mine"
summary = "A few minutes."
context = ["daily"]
level = 9
frequency = "daily"
effort = [3, 1]
source_status = "footcoach"
titel = "again"
[[steps]]
exercise = "ball-rol"
[[steps]]
exercise = "ball-roll"
sets = "many"
"""


def test_what_comes_with_footcoach_is_clean(footcoach: Footcoach) -> None:
    done = footcoach("check")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_five_faults_are_told_at_once_each_with_its_line(
    footcoach: Footcoach, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FIVE_FAULTS)
    done = footcoach("check", str(path))
    assert (done.code, done.err) == (1, "")
    assert all(line.startswith(f"{path}:") for line in done.lines)
    told = [line.removeprefix(f"{path}:").split(": ")[:2] for line in done.lines]
    assert told == [
        ["5", "level"],
        ["7", "effort"],
        ["9", "titel"],
        ["11", "steps[1].exercise"],
        ["14", "steps[2].sets"],
    ]


def test_a_file_that_is_not_there_is_2(footcoach: Footcoach, tmp_path: Path) -> None:
    done = footcoach("check", str(tmp_path / "gone.toml"))
    assert (done.code, done.out) == (2, f"{tmp_path}/gone.toml: does not exist\n")


def test_an_own_broken_file_is_found_without_being_named(
    footcoach: Footcoach, put_routine: Callable[[str, str], Path]
) -> None:
    path = put_routine("mine.toml", FIVE_FAULTS)
    done = footcoach("check")
    assert done.code == 1
    assert all(line.startswith(f"{path}:") for line in done.lines)


@pytest.mark.parametrize("name", ["config.toml", "feet.toml"])
def test_the_config_file_is_judged_by_what_it_is(
    footcoach: Footcoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    monkeypatch.setenv("FOOTCOACH_CONFIG", str(path))
    path.write_text("week_goal = 4\n")
    assert footcoach("check", str(path)).code == 0

    path.write_text('bel = true\ntheme = "nope"\n[keys]\n"session.back" = "n"\n')
    done = footcoach("check", str(path))
    assert (done.code, done.err) == (1, "")
    assert sorted(line.removeprefix(f"{path}:").split(": ")[1] for line in done.lines) == [
        "bel",
        'keys."session.back"',
        "theme",
    ]


def test_config_files_and_routines_are_checked_together(
    footcoach: Footcoach, tmp_path: Path
) -> None:
    for name, text in (("mine.toml", FIVE_FAULTS), ("config.toml", "bel = true\n")):
        (tmp_path / name).write_text(text)
    done = footcoach("check", str(tmp_path / "config.toml"), str(tmp_path / "mine.toml"))
    assert (done.code, len(done.lines)) == (1, 6)


def test_a_routine_may_be_called_config(
    footcoach: Footcoach, put_routine: Callable[[str, str], Path]
) -> None:
    path = put_routine("config.toml", FIVE_FAULTS.replace("mine", "config"))
    assert len(footcoach("check", str(path)).lines) == 5


@pytest.mark.parametrize("name", ["", ".", "/dev/null", "/dev/zero"])
def test_what_is_no_file_is_told(footcoach: Footcoach, name: str) -> None:
    done = footcoach("check", name)
    assert done.code == 2
    assert len(done.lines) == 1


class FakeSeconds:
    """The waits between two looks: in each something happens, and in the last one ctrl+c."""

    def __init__(self, *happenings: Callable[[], object]) -> None:
        self._happenings = list(happenings)

    def __call__(self) -> None:
        if not self._happenings:
            raise KeyboardInterrupt
        self._happenings.pop(0)()


@pytest.mark.parametrize("is_named", [True, False])
def test_with_watch_each_save_is_checked_until_ctrl_c(
    footcoach: Footcoach,
    put_routine: Callable[[str, str], Path],
    routine_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    is_named: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    monkeypatch.setenv("FOOTCOACH_NOW", "2026-03-02T07:30")
    sound = routine_text("mine", 'exercise = "toe-yoga"')
    path = put_routine("mine.toml", sound)
    seconds = FakeSeconds(
        lambda: None,
        lambda: path.write_text(FIVE_FAULTS),
        lambda: path.write_text(sound),
        lambda: path.write_text(sound + "x = 1\n"),
        lambda: None,
    )
    monkeypatch.setattr("footcoach_tui.cli.commands.check.wait_a_second", seconds)
    done = footcoach("check", "--watch", *([str(path)] if is_named else []))
    assert (done.code, done.err) == (1, ""), "the code of the last check"
    said = [line if line.startswith("07:30") else "-" for line in done.lines]
    assert said == [
        *("07:30:00  no problems", *["-"] * 5, "07:30:00  5 problems"),
        *("07:30:00  no problems", "-", "07:30:00  1 problem"),
    ]
    assert done.lines[-2] == f"{path}:11: steps[1].x: unknown key"


def test_a_watched_file_may_go_and_come_back(
    footcoach: Footcoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(FIVE_FAULTS)
    monkeypatch.setattr("footcoach_tui.cli.commands.check.wait_a_second", FakeSeconds(path.unlink))
    done = footcoach("check", "--watch", str(path))
    assert done.code == 2
    assert done.lines[-2] == f"{path}: does not exist"
