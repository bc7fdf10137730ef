"""`footcoach restore`, and the advice of the doctor."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui import wiring
from footcoach_tui.history.codec import from_document, to_document
from footcoach_tui.history.store import History

Footcoach = Callable[..., Any]


@pytest.fixture
def month(footcoach: Footcoach, data: Path) -> Path:
    """A month of three sessions, two of them in a backup."""
    footcoach("log", "desk-break-3min", "--at", "2026-03-01T07:10")
    footcoach("log", "desk-break-3min", "--at", "2026-03-02T07:10")
    later = History(wiring.folders(), now=lambda: datetime(2027, 1, 1, tzinfo=UTC))
    record = later.all()[0]
    for backup in (data / "backups").rglob("*.json"):
        backup.unlink()
    other = to_document(record) | {"id": "01KK01Z2ZG8Q2N5V0J5C8W7R4T"}
    later.add(from_document(other))
    (path,) = data.glob("history/*/2026-03.json")
    return path


def cares(footcoach: Footcoach) -> list[tuple[str, str]]:
    told = json.loads(footcoach("doctor", "--json").out)
    return [(one["sentence"], one["advice"]) for one in told["findings"] if one["state"] == "care"]


def sessions(footcoach: Footcoach) -> int:
    return len(json.loads(footcoach("history", "--json").out)["sessions"])


def test_the_offer_is_told_listed_taken_and_taken_back(footcoach: Footcoach, month: Path) -> None:
    month.write_bytes(b"nonsense")

    assert footcoach("history").err.endswith("; footcoach restore 2026-03 restores what it can\n")
    ((_, advice),) = cares(footcoach)
    assert advice == (
        "footcoach restore 2026-03 restores 2 sessions (its backup was made on 2027-01-01); "
        "footcoach undo undoes that"
    )
    listed = footcoach("restore")
    assert listed.code == 0
    assert listed.lines == ["2026-03: 2 sessions can be restored (newest backup: 2027-01-01)"]
    assert month.read_bytes() == b"nonsense", "who only looks moves nothing"

    done = footcoach("restore", str(month))
    told = "Restored 2 sessions of 2026-03 (newest backup: 2027-01-01). To undo: footcoach undo"
    assert (done.code, done.lines) == (0, [told])
    assert "footcoach moved it to 2026-03.json.corrupt-" in done.err
    assert "footcoach restore" not in done.err
    assert sessions(footcoach) == 2
    assert cares(footcoach) == [], "what was set aside holds nothing that is missing"

    assert footcoach("undo").lines == ["Undone: restored 2 sessions of 2026-03."]
    assert sessions(footcoach) == 0


def test_a_month_set_aside_by_a_save_is_told_until_all_is_back(
    footcoach: Footcoach, month: Path
) -> None:
    month.write_bytes(b"nonsense")
    logged = footcoach("log", "desk-break-3min", "--at", "2026-03-03T07:10")
    assert "footcoach restore 2026-03 restores what it can" in logged.err

    ((sentence, advice),) = cares(footcoach)
    assert "was set aside" in sentence
    assert advice.startswith("footcoach restore 2026-03 restores 2 sessions")
    footcoach("restore", "2026-03")
    assert sessions(footcoach) == 3
    assert cares(footcoach) == []


def test_a_month_that_is_gone_is_noted(footcoach: Footcoach, month: Path) -> None:
    month.unlink()
    told = json.loads(footcoach("doctor", "--json").out)["findings"]
    (note,) = [one for one in told if "is gone" in one["sentence"]]
    assert note["state"] == "note"
    assert note["advice"].startswith("footcoach restore 2026-03 restores 2 sessions")
    assert footcoach("restore", "2026-03").code == 0


@pytest.mark.usefixtures("month")
def test_where_nothing_is_missing_the_answer_is_no(footcoach: Footcoach) -> None:
    done = footcoach("restore", "2026-03")
    told = "footcoach: Nothing seems to be missing from 2026-03, judging by its backups.\n"
    assert (done.code, done.out, done.err) == (1, "", told)
    done = footcoach("restore")
    assert (done.code, done.lines) == (1, ["There is nothing to restore."])


def test_without_a_history_nothing_is_made(footcoach: Footcoach, data: Path) -> None:
    assert footcoach("restore").code == 1
    assert not data.exists()


@pytest.mark.parametrize("word", ["march", "2026-13", "2026-03-04", "../2026-03x"])
def test_a_month_is_wanted(run_refused: Callable[..., str], word: str) -> None:
    assert run_refused("restore", word) == "give a month, such as 2026-03"
