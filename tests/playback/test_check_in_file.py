"""Unfinished check-in that is resumed."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from bundled import CATALOGUE
from check_in_rules import RULES

from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.check_in_flow import CheckInFlow
from footcoach_tui.playback.check_in_file import CheckInFile

NOW = datetime.fromisoformat("2026-03-12T19:00:00+01:00")
KEYS = ("y", "h", "l")


def begin(routine: str = "foot-core-8wk-l3") -> CheckInFlow:
    return CheckInFlow.begin(CATALOGUE.routines[routine], TrainingLog(), RULES, date(2026, 3, 12))


@pytest.fixture
def file(tmp_path: Path) -> CheckInFile:
    """The file with a check-in that stopped at the score."""
    file = CheckInFile(tmp_path / "state")
    flow = begin()
    for key in KEYS:
        flow = flow.answer(key)
    file.save(flow, NOW)
    return file


@pytest.mark.parametrize(
    ("routine", "later", "keys"),
    [
        ("foot-core-8wk-l3", timedelta(), KEYS),
        ("foot-core-8wk-l3", timedelta(hours=4), KEYS),
        ("foot-core-8wk-l3", timedelta(hours=4, seconds=1), ()),
        ("foot-core-8wk-l3", timedelta(hours=5, minutes=1), ()),
        ("foot-core-8wk-l3", -timedelta(seconds=1), ()),
        ("foot-core-8wk-l2", timedelta(), ()),
    ],
)
def test_it_is_resumed_for_four_hours_with_the_same_routine(
    file: CheckInFile, routine: str, later: timedelta, keys: tuple[str, ...]
) -> None:
    assert file.resume(begin(routine), NOW + later).keys == keys


def test_it_is_not_resumed_on_another_day(tmp_path: Path) -> None:
    file = CheckInFile(tmp_path)
    late = NOW.replace(hour=23, minute=59)
    file.save(begin().answer("y"), late)
    assert file.resume(begin(), late).keys == ("y",)
    assert file.resume(begin(), late + timedelta(minutes=2)).keys == ()


def test_it_is_gone_once_discarded(file: CheckInFile) -> None:
    file.discard()
    assert file.resume(begin(), NOW).keys == ()
    file.discard()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "[" * 9000,
        '{"at": 3}',
        '{"at": "2026-03-12T19:00:00"}',
        '{"routine": "foot-core-8wk-l3", "at": "2026-03-12T19:00:00+01:00", "keys": 3}',
        '{"routine": "foot-core-8wk-l3", "at": "2026-03-12T19:00:00+01:00", "keys": [["sore"]]}',
        '{"routine": "foot-core-8wk-l3", "at": "2026-03-12T19:00:00+01:00", "keys": [[1, 2]]}',
        '{"routine": "foot-core-8wk-l3", "at": "2026-03-12T19:00:00+01:00", "keys": [["x", "y"]]}',
    ],
)
def test_a_file_that_cannot_be_used_is_ignored(tmp_path: Path, content: str) -> None:
    (tmp_path / "check-in.json").write_text(content)
    assert CheckInFile(tmp_path).resume(begin(), NOW).keys == ()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    file = CheckInFile(tmp_path / "state")
    file.save(begin().answer("y"), NOW)
    file.discard()
    assert file.resume(begin(), NOW).keys == ()
